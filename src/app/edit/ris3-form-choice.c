/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-form-choice.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-search-drop-down.h"
#include "map/ris3-record-titles.h"

struct _Ris3FormChoice
{
  Ris3FormField parent_instance;

  GtkStringList *titles; /* of GtkDropDown */
  GPtrArray *values;
  GtkWidget *drop_down; /* GtkDropDown or Ris3SearchDropDown */
};

G_DEFINE_FINAL_TYPE (Ris3FormChoice, ris3_form_choice, RIS3_TYPE_FORM_FIELD)

static char *
ris3_form_choice_get_value (Ris3FormField *field)
{
  Ris3FormChoice *self = RIS3_FORM_CHOICE (field);
  guint selected;

  g_object_get (self->drop_down, "selected", &selected, NULL);
  return g_strdup (selected < self->values->len ? g_ptr_array_index (self->values, selected) : "");
}

static void
ris3_form_choice_set_value (Ris3FormField *field, const char *value)
{
  Ris3FormChoice *self = RIS3_FORM_CHOICE (field);
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, &index))
    {
      ris3_form_choice_add (self, value, value);
      index = self->values->len - 1;
    }
  g_object_set (self->drop_down, "selected", index, NULL);
}

static void
ris3_form_choice_finalize (GObject *object)
{
  Ris3FormChoice *self = RIS3_FORM_CHOICE (object);

  g_object_unref (self->titles);
  g_ptr_array_unref (self->values);
  G_OBJECT_CLASS (ris3_form_choice_parent_class)->finalize (object);
}

static void
ris3_form_choice_class_init (Ris3FormChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_form_choice_finalize;
  RIS3_FORM_FIELD_CLASS (klass)->get_value = ris3_form_choice_get_value;
  RIS3_FORM_FIELD_CLASS (klass)->set_value = ris3_form_choice_set_value;
}

static void
ris3_form_choice_init (Ris3FormChoice *self)
{
  self->titles = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
}

static void
set_up_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (
      item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL));
}

/* A long title is not cut off where it is chosen. */
static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                               PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (GCallback set_up)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static GtkWidget *
new_drop_down (Ris3FormChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = new_factory (G_CALLBACK (set_up_button_cb));
  g_autoptr (GtkListItemFactory) list_factory = new_factory (G_CALLBACK (set_up_row_cb));
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->titles)), NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list_factory);
  return drop_down;
}

Ris3FormField *
ris3_form_choice_new (const char *column, const char *label, gboolean searchable)
{
  Ris3FormChoice *self = g_object_new (RIS3_TYPE_FORM_CHOICE, NULL);

  self->drop_down = searchable ? ris3_search_drop_down_new () : new_drop_down (self);
  ris3_form_field_build (RIS3_FORM_FIELD (self), column, label, self->drop_down, self->drop_down);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (ris3_form_field_emit_changed), self,
                           G_CONNECT_SWAPPED);
  return RIS3_FORM_FIELD (self);
}

void
ris3_form_choice_clear (Ris3FormChoice *self)
{
  g_return_if_fail (RIS3_IS_FORM_CHOICE (self));
  g_ptr_array_set_size (self->values, 0);
  if (RIS3_IS_SEARCH_DROP_DOWN (self->drop_down))
    ris3_search_drop_down_clear (RIS3_SEARCH_DROP_DOWN (self->drop_down));
  else
    gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);
}

void
ris3_form_choice_add (Ris3FormChoice *self, const char *value, const char *title)
{
  ris3_form_choice_add_found (self, value, title, NULL);
}

void
ris3_form_choice_add_found (Ris3FormChoice *self, const char *value, const char *title, const char *words)
{
  g_return_if_fail (RIS3_IS_FORM_CHOICE (self) && value != NULL && title != NULL);
  g_ptr_array_add (self->values, g_strdup (value));
  if (RIS3_IS_SEARCH_DROP_DOWN (self->drop_down))
    ris3_search_drop_down_add (RIS3_SEARCH_DROP_DOWN (self->drop_down), title, words);
  else
    gtk_string_list_append (self->titles, title);
}

gboolean
ris3_form_choice_has (Ris3FormChoice *self, const char *value)
{
  g_return_val_if_fail (RIS3_IS_FORM_CHOICE (self) && value != NULL, FALSE);
  return g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, NULL);
}

Ris3FormField *
ris3_form_choice_new_role (const char *column, const char *label)
{
  static const char *const roles[] = { "regional authority", "national authority", "Commission", "analyst", "other" };
  Ris3FormField *field = ris3_form_choice_new (column, label, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    ris3_form_choice_add (RIS3_FORM_CHOICE (field), roles[i], ris3_author_role_get_title (roles[i]));
  return field;
}

Ris3FormField *
ris3_form_choice_new_answer (const char *column, const char *label)
{
  Ris3FormField *field = ris3_form_choice_new (column, label, FALSE);

  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "", C_ ("answer", "Not answered"));
  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "0", C_ ("answer", "No"));
  ris3_form_choice_add (RIS3_FORM_CHOICE (field), "1", C_ ("answer", "Yes"));
  ris3_form_field_set_storage (field, RIS3_FORM_STORAGE_INTEGER);
  return field;
}
