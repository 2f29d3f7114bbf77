/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-record-section.h"

#include "app/ris3-region-parts.h"
#include "app/ris3-widget-key.h"

#define KEY "ris3-record-section"

struct _Ris3RecordSection
{
  GtkWidget *section; /* strong */
  GtkWidget *rows;
  GPtrArray *records; /* strong; a record never changes */
  GString *words;     /* of all rows */
};

static void
section_free (gpointer data)
{
  Ris3RecordSection *self = data;

  g_clear_object (&self->section);
  g_ptr_array_unref (self->records);
  g_string_free (self->words, TRUE);
  g_free (self);
}

Ris3RecordSection *
ris3_record_section_begin (const char *title, const char *name)
{
  Ris3RecordSection *self = g_new0 (Ris3RecordSection, 1);

  self->section = g_object_ref_sink (ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 8, "section"));
  self->rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "panel-card");
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = g_string_new (NULL);
  ris3_widget_set_key (self->section, name);
  gtk_widget_add_css_class (self->rows, "rows");
  gtk_box_append (GTK_BOX (self->section), ris3_part_heading (title, 2));
  gtk_box_append (GTK_BOX (self->section), self->rows);
  return self;
}

void
ris3_record_section_add (Ris3RecordSection *self, gpointer record, const char *words, GtkWidget *row)
{
  g_ptr_array_add (self->records, g_object_ref (record));
  g_string_append_printf (self->words, "%s\n", words);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static gboolean
shows_same (const Ris3RecordSection *self, const Ris3RecordSection *other)
{
  if (self->records->len != other->records->len || !g_string_equal (self->words, other->words))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    if (g_ptr_array_index (self->records, i) != g_ptr_array_index (other->records, i))
      return FALSE;
  return TRUE;
}

GtkWidget *
ris3_record_section_end (Ris3RecordSection *self, GtkWidget *present)
{
  const Ris3RecordSection *before = present != NULL ? g_object_get_data (G_OBJECT (present), KEY) : NULL;
  GtkWidget *section;

  if (self->records->len == 0 || (before != NULL && shows_same (self, before)))
    {
      section = self->records->len > 0 ? present : NULL;
      section_free (self);
      return section;
    }
  section = g_steal_pointer (&self->section);
  g_object_set_data_full (G_OBJECT (section), KEY, self, section_free);
  g_object_force_floating (G_OBJECT (section));
  return section;
}

static GtkWidget *
new_button (const char *icon, const char *tooltip, const char *table, const char *what, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *action = g_strdup_printf ("edit.%s-%s", table, what);
  g_autofree char *name = g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT, table, what, id);

  ris3_widget_set_key (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

GtkWidget *
ris3_record_line_new (Ris3Session *session,
                      GtkWidget *title,
                      const char *table,
                      gint64 id,
                      const char *edit_tooltip,
                      const char *delete_tooltip)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), buttons);
  gtk_box_append (GTK_BOX (buttons), new_button ("document-edit-symbolic", edit_tooltip, table, "form", id));
  gtk_box_append (GTK_BOX (buttons), new_button ("user-trash-symbolic", delete_tooltip, table, "delete", id));
  g_object_bind_property (session, "editing", buttons, "visible", G_BINDING_SYNC_CREATE);
  return line;
}
