/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-batch.h"

#include <glib/gi18n.h>

#include "app/figure/ris3-figure-batch-job.h"
#include "app/figure/ris3-figure-table-row.h"

/* Milliseconds after the last letter of a name. */
#define PAUSE 300

struct _Ris3FigureBatch
{
  Ris3FilesWindow parent_instance;

  GtkStack *pages;
  AdwComboRow *each_row;
  GtkEditable *name_entry;
  AdwComboRow *table_row;
  AdwActionRow *folder_row;
  AdwPreferencesGroup *files_group;
  GtkStringList *names;
  GtkWidget *names_frame;
  GtkWidget *problem_row;
  GtkLabel *problem;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwStatusPage *report;
  GtkStringList *failures;
  GtkWidget *failures_frame;
  GtkWidget *open_button;
  GtkWidget *save_button;

  Ris3PageFormat format;
  char *own_name; /* the name that was offered last */
  guint pause;    /* before files are listed, else 0 */
};

G_DEFINE_FINAL_TYPE (Ris3FigureBatch, ris3_figure_batch, RIS3_TYPE_FILES_WINDOW)

/* What there can be a file of. */
static const struct
{
  const char *words;
  const char *name; /* that is offered, without its ending */
  gboolean is_sheet;
} kinds[] = {
  { NC_ ("one file for each", "Country"), "{country-name}", FALSE },
  { NC_ ("one file for each", "Theme"), "{theme-name}", FALSE },
  { NC_ ("one file for each", "Period"), "{period}", FALSE },
  { NC_ ("one file for each", "Saved View"), "{view}", FALSE },
  { NC_ ("one file for each", "Region: Its Fact Sheet"), "{region} {region-name}", TRUE },
};

static void
ris3_figure_batch_show_files (Ris3FilesWindow *window, const GError *error)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (window);
  Ris3FilesJob *job = ris3_files_window_get_job (window);
  const char *const none[] = { NULL };
  guint n_files = error == NULL ? ris3_files_job_get_n_files (job) : 0;
  guint n_existing = error == NULL ? g_strv_length ((char **) ris3_files_job_get_existing (job)) : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u File", "%u Files", n_files), n_files);
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u of them exists already.", "%u of them exist already.", n_existing), n_existing);

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          error == NULL ? ris3_files_job_get_names (job) : none);
  gtk_widget_set_visible (self->names_frame, n_files > 0);
  adw_preferences_group_set_title (self->files_group, error == NULL ? title : _ ("Files"));
  adw_preferences_group_set_description (self->files_group, n_existing > 0 ? words : NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_row, error != NULL);
}

static void
ris3_figure_batch_choose (Ris3FilesWindow *window, const char *folder)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (window);
  g_autofree char *pattern = g_filename_from_utf8 (gtk_editable_get_text (self->name_entry), -1, NULL, NULL, NULL);

  ris3_figure_batch_job_choose (ris3_files_window_get_job (window), folder, pattern != NULL ? pattern : "",
                                ris3_figure_table_row_get (self->table_row));
}

static char *
ris3_figure_batch_ask (Ris3FilesWindow *window, const char *const *existing, guint n_existing, char **heading)
{
  *heading = g_strdup_printf (ngettext ("%u File Exists Already", "%u Files Exist Already", n_existing), n_existing);
  return g_strdup (_ ("Replace them with the new ones, or keep them and save only files that there are not yet."));
}

/* (transfer full) */
static char *
describe (Ris3FilesJob *job)
{
  guint n_skipped = ris3_files_job_get_n_skipped (job);
  guint n_failed = g_strv_length ((char **) ris3_files_job_get_failures (job));
  guint n_rest = ris3_files_job_get_n_rest (job);
  GString *text = g_string_new (NULL);

  if (n_skipped > 0)
    g_string_append_printf (
        text,
        ngettext ("%u file existed and was left as it was.", "%u files existed and were left as they were.", n_skipped),
        n_skipped);
  if (n_failed > 0)
    g_string_append_printf (text,
                            ngettext ("%s%u file could not be saved:", "%s%u files could not be saved:", n_failed),
                            text->len > 0 ? "\n" : "", n_failed);
  if (n_rest > 0)
    g_string_append_printf (
        text, ngettext ("%sIt was stopped before the last file.", "%sIt was stopped before the last %u files.", n_rest),
        text->len > 0 ? "\n" : "", n_rest);
  return g_string_free (text, FALSE);
}

static void
ris3_figure_batch_report (Ris3FilesWindow *window)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (window);
  Ris3FilesJob *job = ris3_files_window_get_job (window);
  guint n_written = ris3_files_job_get_n_written (job);
  const char *const *failures = ris3_files_job_get_failures (job);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u File Was Saved", "%u Files Were Saved", n_written), n_written);
  g_autofree char *words = describe (job);

  adw_status_page_set_title (self->report, title);
  adw_status_page_set_description (self->report, words);
  gtk_string_list_splice (self->failures, 0, g_list_model_get_n_items (G_LIST_MODEL (self->failures)), failures);
  gtk_widget_set_visible (self->failures_frame, failures[0] != NULL);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  Ris3FigureBatch *self = user_data;

  self->pause = 0;
  ris3_files_window_list (RIS3_FILES_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
on_name_cb (Ris3FigureBatch *self)
{
  if (ris3_files_window_get_job (RIS3_FILES_WINDOW (self)) == NULL)
    return;
  ris3_files_window_expect (RIS3_FILES_WINDOW (self));
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_pause_cb, self);
}

/* A name that was typed stays. */
static void
on_each_cb (Ris3FigureBatch *self)
{
  guint kind = MIN (adw_combo_row_get_selected (self->each_row), G_N_ELEMENTS (kinds) - 1);
  Ris3PageFormat format = kinds[kind].is_sheet ? RIS3_PAGE_FORMAT_PDF : self->format;

  if (ris3_files_window_get_job (RIS3_FILES_WINDOW (self)) == NULL)
    return;
  g_free (self->own_name);
  gtk_widget_set_visible (GTK_WIDGET (self->table_row), !kinds[kind].is_sheet);
  self->own_name = g_strconcat (kinds[kind].name, ".", ris3_page_format_get_id (format), NULL);
  gtk_editable_set_text (self->name_entry, self->own_name);
}

static void
ris3_figure_batch_dispose (GObject *object)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_FIGURE_BATCH);
  G_OBJECT_CLASS (ris3_figure_batch_parent_class)->dispose (object);
}

static void
ris3_figure_batch_finalize (GObject *object)
{
  g_free (RIS3_FIGURE_BATCH (object)->own_name);
  G_OBJECT_CLASS (ris3_figure_batch_parent_class)->finalize (object);
}

static void
ris3_figure_batch_class_init (Ris3FigureBatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  Ris3FilesWindowClass *files_class = RIS3_FILES_WINDOW_CLASS (klass);

  files_class->folder_title = N_ ("Folder of the Files");
  files_class->choose = ris3_figure_batch_choose;
  files_class->show_files = ris3_figure_batch_show_files;
  files_class->ask = ris3_figure_batch_ask;
  files_class->report = ris3_figure_batch_report;
  G_OBJECT_CLASS (klass)->dispose = ris3_figure_batch_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_figure_batch_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/figure/ris3-figure-batch.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, each_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, name_entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, folder_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, files_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, names);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, names_frame);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, problem_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, report);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, failures);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, failures_frame);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, open_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_each_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_name_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_table_cb", G_CALLBACK (ris3_files_window_list));
}

static void
ris3_figure_batch_init (Ris3FigureBatch *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_files_window_set_parts (RIS3_FILES_WINDOW (self),
                               &(Ris3FilesWindowParts){ .pages = self->pages,
                                                        .folder_row = self->folder_row,
                                                        .progress_words = self->progress_words,
                                                        .progress = self->progress,
                                                        .cancel_button = self->cancel_button,
                                                        .report = self->report,
                                                        .open_button = self->open_button,
                                                        .write_button = self->save_button });
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, g_dpgettext2 (NULL, "one file for each", kinds[i].words));
  adw_combo_row_set_model (self->each_row, G_LIST_MODEL (list));
  ris3_figure_table_row_fill (self->table_row);
}

GtkWindow *
ris3_figure_batch_new (Ris3Session *session,
                       GtkWindow *parent,
                       const Ris3PageOptions *options,
                       const char *extent,
                       Ris3PageFormat format,
                       const char *table)
{
  Ris3FigureBatch *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && options != NULL, NULL);
  self = g_object_new (RIS3_TYPE_FIGURE_BATCH, "transient-for", parent, "modal", TRUE, NULL);
  self->format = format;
  ris3_files_window_set_job (RIS3_FILES_WINDOW (self), session, ris3_figure_batch_job_new (session, options, extent));
  ris3_figure_table_row_set (self->table_row, table);
  on_each_cb (self);
  return GTK_WINDOW (self);
}
