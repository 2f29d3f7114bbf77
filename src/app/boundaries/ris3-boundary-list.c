/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-list.h"

#include <glib/gi18n.h>

struct _Ris3BoundaryList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkDropDown *choice;
  GtkSearchEntry *search;
  GtkWidget *copy_button;
  GtkStack *stack;
  GtkListView *view;

  GtkStringList *titles;
  GPtrArray *lists; /* GtkStringList, one a title */
  GtkStringFilter *filter;
  GtkFilterListModel *found;
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryList, ris3_boundary_list, GTK_TYPE_WIDGET)

static void
update_stack (Ris3BoundaryList *self)
{
  gboolean has_lines = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_lines ? "lines" : "nothing");
  gtk_widget_set_sensitive (self->copy_button, has_lines);
}

static void
on_chosen_cb (Ris3BoundaryList *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  gtk_filter_list_model_set_model (self->found,
                                   selected < self->lists->len ? g_ptr_array_index (self->lists, selected) : NULL);
  update_stack (self);
}

static void
on_search_cb (Ris3BoundaryList *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_copy_cb (Ris3BoundaryList *self)
{
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (GtkStringObject) line = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      g_string_append_printf (text, "%s\n", gtk_string_object_get_string (line));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_string_free (text, TRUE);
  g_signal_emit_by_name (self, "copied", n_lines);
}

static void
on_setup_cb (Ris3BoundaryList *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

/* The list of titles shows it whole. */
static void
on_title_setup_cb (Ris3BoundaryList *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (Ris3BoundaryList *self, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
ris3_boundary_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_BOUNDARY_LIST);
  G_OBJECT_CLASS (ris3_boundary_list_parent_class)->dispose (object);
}

static void
ris3_boundary_list_finalize (GObject *object)
{
  Ris3BoundaryList *self = RIS3_BOUNDARY_LIST (object);

  g_ptr_array_unref (self->lists);
  g_clear_object (&self->titles);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (ris3_boundary_list_parent_class)->finalize (object);
}

static void
ris3_boundary_list_class_init (Ris3BoundaryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_boundary_list_finalize;
  g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/boundaries/ris3-boundary-list.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, choice);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, copy_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
}

static void
ris3_boundary_list_init (Ris3BoundaryList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->titles = gtk_string_list_new (NULL);
  self->filter = gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  /* 100,000 codes are searched without a pause of the window. */
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (self->titles));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  update_stack (self);
}

void
ris3_boundary_list_clear (Ris3BoundaryList *self)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_LIST (self));
  g_ptr_array_set_size (self->lists, 0);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_chosen_cb (self);
}

void
ris3_boundary_list_add (Ris3BoundaryList *self, const char *title, GtkStringList *lines)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RIS3_IS_BOUNDARY_LIST (self) && title != NULL && GTK_IS_STRING_LIST (lines));
  /* Translators: the title of a list, and how many lines it has. */
  words = g_strdup_printf (_ ("%s: %u"), title, g_list_model_get_n_items (G_LIST_MODEL (lines)));
  g_ptr_array_add (self->lists, g_object_ref (lines));
  gtk_string_list_append (self->titles, words);
  if (self->lists->len == 1)
    gtk_drop_down_set_selected (self->choice, 0);
  on_chosen_cb (self);
}
