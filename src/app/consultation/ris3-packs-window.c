/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-packs-window.h"

#include <glib/gi18n.h>

#include "app/consultation/ris3-packs-job.h"
#include "app/consultation/ris3-packs-sender.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-language.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"
#include "report/ris3-export.h"

#define MAX_NAME 60
#define MAX_NAMES 5 /* of files that exist, which are named */

struct _Ris3PacksWindow
{
  Ris3FilesWindow parent_instance;

  GtkStack *pages;
  AdwPreferencesGroup *choices_group;
  AdwActionRow *folder_row;
  AdwComboRow *format_row;
  AdwComboRow *language_row;
  GtkSwitch *pdfs;
  Ris3PacksSender *sender;
  AdwPreferencesGroup *files_group;
  GtkWidget *names_frame;
  GtkLabel *names;
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwStatusPage *report;
  GtkWidget *rest_frame;
  GtkLabel *rest;
  GtkWidget *open_button;
  GtkWidget *write_button;
};

G_DEFINE_FINAL_TYPE (Ris3PacksWindow, ris3_packs_window, RIS3_TYPE_FILES_WINDOW)

static const struct
{
  Ris3TableFormat table;
  Ris3ExportFormat export;
} formats[] = {
  { RIS3_TABLE_XLSX, RIS3_EXPORT_XLSX },
  { RIS3_TABLE_ODS, RIS3_EXPORT_ODS },
};

/* How many are there. (transfer full): "": none */
static char *
describe_files (Ris3FilesJob *job)
{
  guint n_existing = g_strv_length ((char **) ris3_files_job_get_existing (job));

  if (n_existing == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u of them exists already.", "%u of them exist already.", n_existing), n_existing);
}

static void
ris3_packs_window_show_files (Ris3FilesWindow *window, const GError *error)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (window);
  Ris3FilesJob *job = ris3_files_window_get_job (window);
  guint n_packs = error == NULL ? ris3_files_job_get_n_files (job) : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Pack", "%u Packs", n_packs), n_packs);
  g_autofree char *names = n_packs > 0 ? g_strjoinv ("\n", (char **) ris3_files_job_get_names (job)) : g_strdup ("");
  g_autofree char *words = error == NULL ? describe_files (job) : g_strdup ("");

  gtk_label_set_text (self->names, names);
  gtk_widget_set_visible (self->names_frame, n_packs > 0);
  adw_preferences_group_set_title (self->files_group, title);
  adw_preferences_group_set_description (self->files_group, *words != '\0' ? words : NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_row, error != NULL);
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
ris3_packs_window_choose (Ris3FilesWindow *window, const char *folder)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (window);
  guint format = MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
  Ris3PacksChoice choice = { .folder = folder,
                             .format = formats[format].table,
                             .language = get_language (self),
                             .with_pdfs = gtk_switch_get_active (self->pdfs) };

  ris3_packs_job_choose (ris3_files_window_get_job (window), &choice);
}

/* Nothing is listed anew for that. */
static void
on_sender_changed_cb (Ris3PacksWindow *self)
{
  Ris3FilesJob *job = ris3_files_window_get_job (RIS3_FILES_WINDOW (self));
  Ris3PackSender sender;

  /* An input method may end a word only when the keys go to the next page: then packs are being written. */
  if (job == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "working") == 0)
    return;
  sender = ris3_packs_sender_get (self->sender);
  ris3_packs_job_set_sender (job, &sender);
}

/* Where they are, and what is not there. (transfer full) */
static char *
describe_written (Ris3PacksWindow *self)
{
  Ris3FilesJob *job = ris3_files_window_get_job (RIS3_FILES_WINDOW (self));
  guint n_written = ris3_files_job_get_n_written (job);
  guint n_skipped = ris3_files_job_get_n_skipped (job);
  guint n_rest = ris3_files_job_get_n_rest (job);
  g_autofree char *folder = g_filename_display_name (ris3_files_window_get_folder (RIS3_FILES_WINDOW (self)));
  g_autofree char *escaped = ris3_printable_markup (folder);
  GString *text = g_string_new (NULL);

  if (n_written > 0)
    /* Translators: %s is a folder. */
    g_string_append_printf (text, _ ("Folder: “%s”"), escaped);
  if (n_skipped > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              ngettext ("%u pack existed and was left as it was.",
                                        "%u packs existed and were left as they were.", n_skipped),
                              n_skipped);
    }
  if (n_rest > 0)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (
          text, ngettext ("It was stopped before the last pack.", "It was stopped before the last %u packs.", n_rest),
          n_rest);
    }
  return g_string_free (text, FALSE);
}

/* What failed. */
static void
show_rest (Ris3PacksWindow *self)
{
  Ris3FilesJob *job = ris3_files_window_get_job (RIS3_FILES_WINDOW (self));
  g_autofree char *text = g_strjoinv ("\n", (char **) ris3_files_job_get_failures (job));

  gtk_label_set_text (self->rest, text);
  gtk_widget_set_visible (self->rest_frame, *text != '\0');
}

static void
ris3_packs_window_report (Ris3FilesWindow *window)
{
  Ris3PacksWindow *self = RIS3_PACKS_WINDOW (window);
  guint n_written = ris3_files_job_get_n_written (ris3_files_window_get_job (window));
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u Pack Was Written", "%u Packs Were Written", n_written), n_written);
  g_autofree char *words = describe_written (self);

  adw_status_page_set_title (self->report, title);
  adw_status_page_set_description (self->report, words);
  show_rest (self);
  /* All of it is selected as the page before goes. */
  gtk_label_select_region (self->rest, 0, 0);
}

/* The first of them, and what can be done. (transfer full) */
static char *
describe_existing (const char *const *names, guint n_names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_names, MAX_NAMES); i++)
    {
      g_autofree char *name = ris3_text_shorten (names[i], MAX_NAME);

      g_string_append_printf (text, "%s\n", name);
    }
  if (n_names > MAX_NAMES)
    g_string_append_printf (text, ngettext ("and %u more\n", "and %u more\n", n_names - MAX_NAMES),
                            n_names - MAX_NAMES);
  g_string_append_printf (text, "\n%s",
                          _ ("Answers that somebody has written into them are lost if they are replaced. Or keep them, "
                             "and write only packs that there are not yet."));
  return g_string_free (text, FALSE);
}

static char *
ris3_packs_window_ask (Ris3FilesWindow *window, const char *const *existing, guint n_existing, char **heading)
{
  *heading = g_strdup_printf (ngettext ("%u Pack Exists Already", "%u Packs Exist Already", n_existing), n_existing);
  return describe_existing (existing, n_existing);
}

static void
ris3_packs_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_PACKS_WINDOW);
  G_OBJECT_CLASS (ris3_packs_window_parent_class)->dispose (object);
}

static void
ris3_packs_window_class_init (Ris3PacksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  Ris3FilesWindowClass *files_class = RIS3_FILES_WINDOW_CLASS (klass);

  files_class->folder_title = N_ ("Folder of the Packs");
  files_class->choose = ris3_packs_window_choose;
  files_class->show_files = ris3_packs_window_show_files;
  files_class->ask = ris3_packs_window_ask;
  files_class->report = ris3_packs_window_report;
  G_OBJECT_CLASS (klass)->dispose = ris3_packs_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-packs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, choices_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, pdfs);
  gtk_widget_class_bind_template_child (widget_class, Ris3PacksWindow, sender);
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
  gtk_widget_class_bind_template_callback (widget_class, on_sender_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_choice_cb", G_CALLBACK (ris3_files_window_list));
}

static void
ris3_packs_window_init (Ris3PacksWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *languages = ris3_pack_words_get_languages ();

  g_type_ensure (RIS3_TYPE_PACKS_SENDER);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_files_window_set_parts (RIS3_FILES_WINDOW (self),
                               &(Ris3FilesWindowParts){ .pages = self->pages,
                                                        .folder_row = self->folder_row,
                                                        .progress_words = self->progress_words,
                                                        .progress = self->progress,
                                                        .cancel_button = self->cancel_button,
                                                        .report = self->report,
                                                        .open_button = self->open_button,
                                                        .write_button = self->write_button });
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (titles, ris3_export_format_get_title (formats[i].export));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  /* Translators: the language of what each contact is sent */
  gtk_string_list_append (names, _ ("The Contact’s Own"));
  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_append (names, ris3_language_get_name (languages[i]));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
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
  ris3_files_window_set_job (
      RIS3_FILES_WINDOW (self), session,
      ris3_packs_job_new (ris3_session_get_atlas (session), ris3_consultation_round_get_id (round), requests));
  on_sender_changed_cb (self);
  ris3_files_window_list (RIS3_FILES_WINDOW (self));
  return GTK_WINDOW (self);
}
