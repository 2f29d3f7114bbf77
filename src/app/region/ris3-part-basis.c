/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-part-basis.h"

#include "app/ris3-widget-key.h"

#include <string.h>

#define BASIS_KEY "ris3-part-basis"

struct _Ris3PartBasis
{
  GString *text;
  GPtrArray *objects; /* kept alive, so that none of another contents can be at the same address */
};

Ris3PartBasis *
ris3_part_basis_new (void)
{
  Ris3PartBasis *self = g_new (Ris3PartBasis, 1);

  self->text = g_string_new (NULL);
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
ris3_part_basis_free (Ris3PartBasis *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->objects);
  g_free (self);
}

void
ris3_part_basis_add_text (Ris3PartBasis *self, const char *text)
{
  /* With its length, so that where one ends and the next begins is told apart. */
  g_string_append_printf (self->text, "%" G_GSIZE_FORMAT ":%s", strlen (text), text);
}

void
ris3_part_basis_add_number (Ris3PartBasis *self, gint64 number)
{
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT ";", number);
}

void
ris3_part_basis_add_object (Ris3PartBasis *self, gpointer object)
{
  g_ptr_array_add (self->objects, g_object_ref (object));
}

gboolean
ris3_part_basis_made (Ris3PartBasis *self, GtkWidget *part)
{
  Ris3PartBasis *other = part != NULL ? g_object_get_data (G_OBJECT (part), BASIS_KEY) : NULL;

  if (other == NULL || !g_string_equal (self->text, other->text) || self->objects->len != other->objects->len)
    return FALSE;
  for (guint i = 0; i < self->objects->len; i++)
    if (self->objects->pdata[i] != other->objects->pdata[i])
      return FALSE;
  return TRUE;
}

void
ris3_part_basis_keep_in (Ris3PartBasis *self, GtkWidget *part)
{
  g_object_set_data_full (G_OBJECT (part), BASIS_KEY, self, (GDestroyNotify) ris3_part_basis_free);
}

GtkWidget *
ris3_part_filler_find (Ris3PartFiller *self, const char *name)
{
  for (GtkWidget *child = self->last != NULL ? gtk_widget_get_next_sibling (self->last)
                                             : gtk_widget_get_first_child (GTK_WIDGET (self->box));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (ris3_widget_get_key (child), name))
      return child;
  return NULL;
}

void
ris3_part_filler_add (Ris3PartFiller *self, GtkWidget *part)
{
  if (part == NULL)
    return;
  if (gtk_widget_get_parent (part) != GTK_WIDGET (self->box))
    gtk_box_insert_child_after (self->box, part, self->last);
  else if (gtk_widget_get_prev_sibling (part) != self->last)
    gtk_box_reorder_child_after (self->box, part, self->last);
  self->last = part;
}

void
ris3_part_filler_end (Ris3PartFiller *self)
{
  GtkWidget *child;

  while ((child = self->last != NULL ? gtk_widget_get_next_sibling (self->last)
                                     : gtk_widget_get_first_child (GTK_WIDGET (self->box)))
         != NULL)
    gtk_box_remove (self->box, child);
}
