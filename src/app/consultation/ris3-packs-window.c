/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-packs-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-local-files.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-language.h"
#include "model/ris3-printable.h"
#include "report/ris3-export.h"

G_DEFINE_FINAL_TYPE (Ris3PacksWindow, ris3_packs_window, ADW_TYPE_WINDOW)

static const struct
{
  Ris3TableFormat table;
  Ris3ExportFormat export;
} formats[] = {
  { RIS3_TABLE_XLSX, RIS3_EXPORT_XLSX },
  { RIS3_TABLE_ODS, RIS3_EXPORT_ODS },
};

static void list_files (Ris3PacksWindow *self);

void
_ris3_packs_window_update (Ris3PacksWindow *self)
{
  gboolean is_choosing = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "choices") == 0;

  gtk_widget_set_visible (self->write_button, is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "packs.write",
                                 is_choosing && self->is_ready && ris3_packs_job_get_n_packs (self->job) > 0);
}

/* How many are there, and who gets none. (transfer full) */
static char *
describe_files (Ris3PacksWindow *self)
{
  guint n_existing = g_strv_length ((char **) ris3_packs_job_get_existing (self->job));
  guint n_without = g_strv_length ((char **) ris3_packs_job_get_without (self->job));
  g_autofree char *existing
      = g_strdup_printf (ngettext ("%u of them exists already.", "%u of them exist already.", n_existing), n_existing);
  g_autofree char *without
      = g_strdup_printf (ngettext ("%u authority gets none, as there is no strategy to ask it about.",
                                   "%u authorities get none, as there is no strategy to ask them about.", n_without),
                         n_without);

  return g_strconcat (n_existing > 0 ? existing : "", n_existing > 0 && n_without > 0 ? "\n" : "",
                      n_without > 0 ? without : "", NULL);
}

static void
show_files (Ris3PacksWindow *self, const GError *error)
{
  guint n_packs = error == NULL ? ris3_packs_job_get_n_packs (self->job) : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Pack", "%u Packs", n_packs), n_packs);
  g_autofree char *names
      = n_packs > 0 ? g_strjoinv ("\n", (char **) ris3_packs_job_get_names (self->job)) : g_strdup ("");
  g_autofree char *words = error == NULL ? describe_files (self) : g_strdup ("");

  gtk_label_set_text (self->names, names);
  gtk_widget_set_visible (self->names_frame, n_packs > 0);
  adw_preferences_group_set_title (self->files_group, title);
  adw_preferences_group_set_description (self->files_group, *words != '\0' ? words : NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_row, error != NULL);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (source);
  g_autoptr (GError) error = NULL;

  ris3_packs_job_list_finish (self->job, result, &error);
  self->is_listing = FALSE;
  if (self->session == NULL)
    return; /* The window is gone. */
  if (self->has_changed)
    {
      list_files (self);
      return;
    }
  self->is_ready = error == NULL;
  show_files (self, error);
  _ris3_packs_window_update (self);
}

/* The first choice is each contact's own. */
static const char *
get_language (Ris3PacksWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->language_row);
  const char *const *languages = ris3_pack_words_get_languages ();

  return chosen > 0 && chosen <= g_strv_length ((char **) languages) ? languages[chosen - 1] : NULL;
}

static void
list_files (Ris3PacksWindow *self)
{
  guint format = MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
  Ris3PacksChoice choice = { .folder = self->folder,
                             .format = formats[format].table,
                             .language = get_language (self),
                             .with_sheets = gtk_switch_get_active (self->sheets) };

  self->has_changed = self->is_listing;
  self->is_ready = FALSE;
  _ris3_packs_window_update (self);
  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  ris3_packs_job_list_async (self->job, &choice, self, on_listed_cb, NULL);
}

static void
on_choice_cb (Ris3PacksWindow *self)
{
  if (self->session != NULL)
    list_files (self);
}

static void
show_folder (Ris3PacksWindow *self)
{
  g_autofree char *shown = g_filename_display_name (self->folder);

  adw_action_row_set_subtitle (self->folder_row, shown);
}

static void
on_folder_response_cb (Ris3PacksWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (error != NULL)
    show_files (self, error);
  if (path == NULL)
    return;
  g_free (self->folder);
  self->folder = g_steal_pointer (&path);
  show_folder (self);
  list_files (self);
}

static void
choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Folder of the Packs"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_packs_window_write (RIS3_PACKS_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_packs_window_stop (RIS3_PACKS_WINDOW (widget));
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_packs_window_open_folder (RIS3_PACKS_WINDOW (widget));
}

static void
ris3_packs_window_dispose (GObject *object)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (object);

  _ris3_packs_window_stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_PACKS_WINDOW);
  G_OBJECT_CLASS (ris3_packs_window_parent_class)->dispose (object);
}

static void
ris3_packs_window_finalize (GObject *object)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (object);

  g_clear_pointer (&self->job, ris3_packs_job_unref);
  g_clear_object (&self->settings);
  g_free (self->folder);
  G_OBJECT_CLASS (ris3_packs_window_parent_class)->finalize (object);
}

static void
ris3_packs_window_class_init (Ris3PacksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_packs_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_packs_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-packs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, choices_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, sheets);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, files_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, names_frame);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, names);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, report);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, rest_frame);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, rest);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, write_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_cb);
  gtk_widget_class_install_action (widget_class, "packs.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "packs.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "packs.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "packs.open-folder", NULL, open_folder_action);
}

static void
ris3_packs_window_init (Ris3PacksWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *languages = ris3_pack_words_get_languages ();

  self->settings = g_settings_new (RIS3_APPLICATION_ID);
  self->folder = ris3_local_files_recall_folder (self->settings);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (titles, ris3_export_format_get_title (formats[i].export));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  /* Translators: the language of what each contact is sent */
  gtk_string_list_append (names, _ ("The Contact’s Own"));
  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_append (names, ris3_language_get_name (languages[i]));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  show_folder (self);
}

/* For whom they are. (transfer full) */
static char *
describe (Ris3ConsultationRound *round, GArray *requests)
{
  /* A description is Pango markup. */
  g_autofree char *name = ris3_printable_markup (ris3_consultation_round_get_name (round));

  if (requests == NULL)
    /* Translators: %s is the name of a round of consultation. */
    return g_strdup_printf (_ ("A spreadsheet for each authority of the round “%s”: what is recorded of its "
                               "strategies, with empty columns for what it answers."),
                            name);
  return g_strdup_printf (ngettext ("A spreadsheet for the authority of the round “%s” that is chosen: what is "
                                    "recorded of its strategies, with empty columns for what it answers.",
                                    "A spreadsheet for each of the authorities of the round “%s” that are "
                                    "chosen: what is recorded of its strategies, with empty columns for what "
                                    "it answers.",
                                    requests->len),
                          name);
}

GtkWindow *
ris3_packs_window_new (GtkWindow *parent, Ris3Session *session, Ris3ConsultationRound *round, GArray *requests)
{
  Ris3PacksWindow *self;
  g_autofree char *words = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (RIS3_IS_CONSULTATION_ROUND (round) && ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_PACKS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  words = describe (round, requests);
  adw_preferences_group_set_description (self->choices_group, words);
  self->job = ris3_packs_job_new (ris3_session_get_atlas (session), ris3_consultation_round_get_id (round), requests);
  self->session = g_object_ref (session);
  list_files (self);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
