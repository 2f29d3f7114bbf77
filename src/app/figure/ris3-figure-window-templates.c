/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The templates of one's own: what is chosen of a page, under a name. */

#include "config.h"

#include "app/figure/ris3-figure-window-private.h"

#include <glib/gi18n.h>

#include "app/figure/ris3-figure-templates.h"
#include "app/ris3-menu-label.h"
#include "app/ris3-toast.h"
#include "report/ris3-saved-pages.h"

#define SECONDS 4

/* The question for a name. */
typedef struct
{
  Ris3FigureWindow *window;
  Ris3SavedPages *pages; /* NULL: they cannot be read */
  GtkWidget *dialog;
  GtkEditable *name;
  GtkLabel *words; /* what is to be said of the name */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->window);
  g_clear_pointer (&question->pages, ris3_saved_pages_free);
  g_free (question);
}

/* The templates as they are now. */
static void
on_menu_cb (GtkMenuButton *button, gpointer data)
{
  Ris3FigureWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3SavedPages) pages = ris3_saved_pages_read (&error);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint i = 0; pages != NULL && i < ris3_saved_pages_get_n (pages); i++)
    {
      const char *name = ris3_saved_pages_get_name (pages, i);
      g_autofree char *label = ris3_menu_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "figure.use-template", "s", name);
      g_menu_append_item (names, item);
    }
  g_menu_append (rest, _ ("_Save This Page…"), "figure.save-template");
  if (g_menu_model_get_n_items (G_MENU_MODEL (names)) > 0)
    {
      g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
      g_menu_append (rest, _ ("_Rename or Delete…"), "figure.edit-templates");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  if (error != NULL)
    _ris3_figure_window_tell_problem (self, error->message);
}

static void
use_template_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Ris3FigureWindow *self = RIS3_FIGURE_WINDOW (widget);
  const Ris3PageOptions *now = ris3_figure_draft_get_options (self->draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3SavedPages) pages = ris3_saved_pages_read (&error);
  const Ris3PageOptions *found
      = pages != NULL ? ris3_saved_pages_find (pages, g_variant_get_string (parameter, NULL)) : NULL;
  g_autoptr (Ris3PageOptions) options = found != NULL ? ris3_page_options_copy (found) : NULL;

  _ris3_figure_window_tell_problem (self, error != NULL ? error->message : NULL);
  if (options == NULL)
    return;
  ris3_page_options_copy_words (options, now);
  ris3_figure_window_set_options (self, options);
}

/* (transfer full) */
static char *
dup_name (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
}

static void
on_name_changed_cb (Question *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (question->dialog);
  g_autofree char *name = dup_name (question);
  g_autoptr (GError) error = NULL;
  gboolean is_fine = ris3_saved_pages_check_name (name, &error);
  gboolean is_taken = is_fine && question->pages != NULL && ris3_saved_pages_find (question->pages, name) != NULL;
  const char *words = is_taken                   ? _ ("A saved page has this name. It is replaced.")
                      : is_fine || *name == '\0' ? ""
                                                 : error->message;

  gtk_label_set_text (question->words, words);
  adw_message_dialog_set_response_enabled (dialog, "save", is_fine);
  adw_message_dialog_set_response_label (dialog, "save", is_taken ? _ ("_Replace") : _ ("_Save"));
  adw_message_dialog_set_response_appearance (dialog, "save",
                                              is_taken ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
}

static void
on_answered_cb (Question *question, const char *response)
{
  Ris3FigureWindow *self = question->window;
  g_autofree char *name = dup_name (question);
  g_autofree char *words = g_strdup_printf (_ ("Saved the page as “%s”."), name);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "save") || self->session == NULL)
    return;
  if (ris3_saved_pages_save (name, ris3_figure_draft_get_options (self->draft), &error))
    ris3_toast_tell (self->toasts, &self->toast, words, SECONDS);
  _ris3_figure_window_tell_problem (self, error != NULL ? error->message : NULL);
}

static void
save_template_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *words = gtk_label_new (NULL);
  AdwMessageDialog *dialog;

  question->window = g_object_ref (RIS3_FIGURE_WINDOW (widget));
  question->pages = ris3_saved_pages_read (NULL);
  question->dialog = adw_message_dialog_new (
      GTK_WINDOW (widget), _ ("Save This Page"),
      _ ("Template, size, projection, publisher and switches are kept, not the words of this map."));
  question->name = GTK_EDITABLE (row);
  question->words = GTK_LABEL (words);
  dialog = ADW_MESSAGE_DIALOG (question->dialog);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_label_set_wrap (question->words, TRUE);
  gtk_label_set_xalign (question->words, 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), words);
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_name_changed_cb), question);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_answered_cb), question);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  on_name_changed_cb (question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}

static void
edit_templates_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (ris3_figure_templates_new (GTK_WINDOW (widget)));
}

void
_ris3_figure_window_install_template_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "figure.use-template", "s", use_template_action);
  gtk_widget_class_install_action (klass, "figure.save-template", NULL, save_template_action);
  gtk_widget_class_install_action (klass, "figure.edit-templates", NULL, edit_templates_action);
}

void
_ris3_figure_window_make_templates (Ris3FigureWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->templates_button, on_menu_cb, self, NULL);
}
