/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-templates.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "report/ris3-saved-pages.h"

#define NAME_KEY "template-name"

struct _Ris3FigureTemplates
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (Ris3FigureTemplates, ris3_figure_templates, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void fill (Ris3FigureTemplates *self);

static void
tell (Ris3FigureTemplates *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_name (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), NAME_KEY);
}

static void
on_renamed_cb (GtkWidget *row, Ris3FigureTemplates *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autoptr (GError) error = NULL;

  if (ris3_saved_pages_rename (get_name (row), name, &error))
    {
      g_object_set_data_full (G_OBJECT (row), NAME_KEY, g_strdup (name), g_free);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }
  tell (self, _ ("The Page Keeps Its Name"), error);
  gtk_editable_set_text (GTK_EDITABLE (row), get_name (row));
}

static void
on_answered_cb (GtkWidget *row, const char *response)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (row));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete") || !RIS3_IS_FIGURE_TEMPLATES (root))
    return;
  if (!ris3_saved_pages_delete (get_name (row), &error))
    {
      tell (RIS3_FIGURE_TEMPLATES (root), _ ("The Page Was Not Deleted"), error);
      return;
    }
  fill (RIS3_FIGURE_TEMPLATES (root));
  g_signal_emit (root, signals[SIGNAL_CHANGED], 0);
}

static void
on_delete_clicked_cb (GtkWidget *row)
{
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), get_name (row));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)), heading,
                                              _ ("Figures that were made with it stay as they are."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered_cb), row, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (transfer floating) */
static GtkWidget *
new_row (Ris3FigureTemplates *self, const char *name, const Ris3PageOptions *options)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *words = ris3_page_options_describe_size (options);
  g_autofree char *title = g_strdup_printf ("%s · %s", ris3_page_template_get_title (options->page), words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_renamed_cb), self, 0);
  gtk_widget_set_tooltip_text (button, _ ("Delete This Page"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked_cb), row, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return row;
}

static void
fill (Ris3FigureTemplates *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3SavedPages) pages = ris3_saved_pages_read (&error);
  guint n = pages != NULL ? ris3_saved_pages_get_n (pages) : 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_first_child (GTK_WIDGET (self->list)))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list,
                         new_row (self, ris3_saved_pages_get_name (pages, i), ris3_saved_pages_get_options (pages, i)));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "templates" : "none");
  if (error != NULL)
    tell (self, _ ("The Pages Cannot Be Read"), error);
}

static void
ris3_figure_templates_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_FIGURE_TEMPLATES);
  G_OBJECT_CLASS (ris3_figure_templates_parent_class)->dispose (object);
}

static void
ris3_figure_templates_class_init (Ris3FigureTemplatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_figure_templates_dispose;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/figure/ris3-figure-templates.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureTemplates, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureTemplates, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ris3_figure_templates_init (Ris3FigureTemplates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_figure_templates_new (GtkWindow *parent)
{
  Ris3FigureTemplates *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  self = g_object_new (RIS3_TYPE_FIGURE_TEMPLATES, "transient-for", parent, "modal", TRUE, NULL);
  fill (self);
  return GTK_WINDOW (self);
}
