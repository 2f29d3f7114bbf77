/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-batch-private.h"

#include <glib/gi18n.h>

#include "app/figure/ris3-figure-table-row.h"
#include "app/ris3-child-window.h"
#include "app/ris3-local-files.h"

/* Milliseconds after the last letter of a name. */
#define PAUSE 300

G_DEFINE_FINAL_TYPE (Ris3FigureBatch, ris3_figure_batch, ADW_TYPE_WINDOW)

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

static void list_files (Ris3FigureBatch *self);

void
_ris3_figure_batch_update (Ris3FigureBatch *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  gboolean is_choosing = g_strcmp0 (page, "choices") == 0;

  gtk_widget_set_visible (self->save_button, is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.save",
                                 is_choosing && self->is_ready && ris3_figure_batch_job_get_n_files (self->job) > 0);
}

static void
show_names (Ris3FigureBatch *self, const GError *error)
{
  guint n_files = error == NULL ? ris3_figure_batch_job_get_n_files (self->job) : 0;
  guint n_existing = error == NULL ? ris3_figure_batch_job_get_n_existing (self->job) : 0;
  const char *const none[] = { NULL };
  g_autofree char *title = g_strdup_printf (ngettext ("%u File", "%u Files", n_files), n_files);
  g_autofree char *words
      = g_strdup_printf (ngettext ("%u of them exists already.", "%u of them exist already.", n_existing), n_existing);

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          error == NULL ? ris3_figure_batch_job_get_names (self->job) : none);
  gtk_widget_set_visible (self->names_frame, n_files > 0);
  adw_preferences_group_set_title (self->files_group, error == NULL ? title : _ ("Files"));
  adw_preferences_group_set_description (self->files_group, n_existing > 0 ? words : NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem_row, error != NULL);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (source);
  g_autoptr (GError) error = NULL;

  ris3_figure_batch_job_list_finish (self->job, result, &error);
  self->is_listing = FALSE;
  if (self->session == NULL)
    return; /* The window is gone. */
  if (self->has_changed)
    {
      list_files (self);
      return;
    }
  self->is_ready = error == NULL;
  show_names (self, error);
  _ris3_figure_batch_update (self);
}

static void
list_files (Ris3FigureBatch *self)
{
  g_autofree char *pattern = g_filename_from_utf8 (gtk_editable_get_text (self->name_entry), -1, NULL, NULL, NULL);

  self->has_changed = self->is_listing;
  self->is_ready = FALSE;
  _ris3_figure_batch_update (self);
  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  ris3_figure_batch_job_list_async (self->job, self->folder, pattern != NULL ? pattern : "",
                                    ris3_figure_table_row_get (self->table_row), self, on_listed_cb, NULL);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  Ris3FigureBatch *self = user_data;

  self->pause = 0;
  list_files (self);
  return G_SOURCE_REMOVE;
}

static void
on_name_cb (Ris3FigureBatch *self)
{
  if (self->session == NULL)
    return;
  self->is_ready = FALSE;
  _ris3_figure_batch_update (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_pause_cb, self);
}

/* A name that was typed stays. */
static void
on_each_cb (Ris3FigureBatch *self)
{
  guint kind = MIN (adw_combo_row_get_selected (self->each_row), G_N_ELEMENTS (kinds) - 1);
  Ris3PageFormat format = kinds[kind].is_sheet ? RIS3_PAGE_FORMAT_PDF : self->format;

  if (self->session == NULL)
    return;
  g_free (self->own_name);
  gtk_widget_set_visible (GTK_WIDGET (self->table_row), !kinds[kind].is_sheet);
  self->own_name = g_strconcat (kinds[kind].name, ".", ris3_page_format_get_id (format), NULL);
  gtk_editable_set_text (self->name_entry, self->own_name);
}

static void
on_table_cb (Ris3FigureBatch *self)
{
  if (self->session != NULL)
    list_files (self);
}

static void
show_folder (Ris3FigureBatch *self)
{
  g_autofree char *shown = g_filename_display_name (self->folder);

  adw_action_row_set_subtitle (self->folder_row, shown);
}

static void
on_folder_response_cb (Ris3FigureBatch *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (error != NULL)
    show_names (self, error);
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
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Folder of the Files"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_batch_save (RIS3_FIGURE_BATCH (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_batch_stop (RIS3_FIGURE_BATCH (widget));
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_figure_batch_open_folder (RIS3_FIGURE_BATCH (widget));
}

static void
ris3_figure_batch_dispose (GObject *object)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (object);

  _ris3_figure_batch_stop (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_FIGURE_BATCH);
  G_OBJECT_CLASS (ris3_figure_batch_parent_class)->dispose (object);
}

static void
ris3_figure_batch_finalize (GObject *object)
{
  Ris3FigureBatch *self = RIS3_FIGURE_BATCH (object);

  g_clear_pointer (&self->job, ris3_figure_batch_job_unref);
  g_clear_object (&self->settings);
  g_free (self->folder);
  g_free (self->own_name);
  G_OBJECT_CLASS (ris3_figure_batch_parent_class)->finalize (object);
}

static void
ris3_figure_batch_class_init (Ris3FigureBatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_figure_batch_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_figure_batch_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/figure/ris3-figure-batch.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, each_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, name_entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, folder_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3FigureBatch, folder_button);
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
  gtk_widget_class_bind_template_callback (widget_class, on_table_cb);
  gtk_widget_class_install_action (widget_class, "batch.choose-folder", NULL, choose_folder_action);
  gtk_widget_class_install_action (widget_class, "batch.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "batch.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "batch.open-folder", NULL, open_folder_action);
}

static void
ris3_figure_batch_init (Ris3FigureBatch *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->settings = g_settings_new (RIS3_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
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
  self->job = ris3_figure_batch_job_new (session, options, extent);
  self->format = format;
  self->folder = ris3_local_files_recall_folder (self->settings);
  self->session = g_object_ref (session);
  show_folder (self);
  ris3_figure_table_row_set (self->table_row, table);
  on_each_cb (self);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
