/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-export-window.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-local-files.h"
#include "app/table/ris3-export-columns.h"
#include "app/table/ris3-export-job.h"
#include "app/table/ris3-table-files.h"

#define INTERVAL 100 /* ms: until the progress is shown, and between two looks at it */

struct _Ris3ExportWindow
{
  AdwWindow parent_instance;

  GtkStack *pages;
  AdwComboRow *table_row;
  AdwComboRow *format_row;
  Ris3ExportColumns *columns;
  AdwPreferencesGroup *table_group;
  AdwPreferencesGroup *base_group;
  GtkWidget *text_group;
  GtkSwitch *base_switch;
  GtkWidget *personal_group;
  GtkCheckButton *personal;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  GtkLabel *progress_words;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *export_button;

  Ris3Session *session;
  GArray *formats; /* Ris3ExportFormat, of the choices */
  Ris3ExportJob *job;
  GCancellable *cancellable;
  guint timer;
  Ris3ExportShown shown; /* whose texts and shown are its own; shown is NULL if nothing is offered */
};

G_DEFINE_FINAL_TYPE (Ris3ExportWindow, ris3_export_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The choices begin with what is offered, if it is, and the regions. */
static guint
get_table (Ris3ExportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->table_row);

  if (self->shown.shown != NULL && selected-- == 0)
    return RIS3_EXPORT_JOB_SHOWN;
  return selected == 0 || selected > RIS3_N_EXCHANGES ? RIS3_EXPORT_JOB_REGIONS : selected - 1;
}

static Ris3ExportFormat
get_format (Ris3ExportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return selected < self->formats->len ? g_array_index (self->formats, Ris3ExportFormat, selected) : RIS3_EXPORT_CSV;
}

static gboolean
has_personal_data (guint table)
{
  guint n_columns = 0;

  if (table >= RIS3_N_EXCHANGES)
    return FALSE;
  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (ris3_export_is_personal (table, i))
      return TRUE;
  return FALSE;
}

static void
tell_problem (Ris3ExportWindow *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

static void
update_button (Ris3ExportWindow *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "export.choose-file",
      self->job == NULL
          && (get_table (self) == RIS3_EXPORT_JOB_SHOWN || ris3_export_columns_get_n_chosen (self->columns) > 0));
}

static void
on_format_cb (Ris3ExportWindow *self)
{
  gboolean has_base = ris3_export_format_has_base (get_format (self));

  gtk_widget_set_visible (self->text_group, !has_base);
  adw_preferences_group_set_description (self->base_group,
                                         has_base ? _ ("The file says what it shows, the state of the data, and the "
                                                       "credit and licence of the boundaries.")
                                                  : _ ("This kind of file cannot say what it shows, the state of the "
                                                       "data, and the credit and licence of the boundaries."));
}

static void
show_columns (Ris3ExportWindow *self)
{
  guint table = get_table (self);

  gtk_widget_set_visible (GTK_WIDGET (self->columns), table != RIS3_EXPORT_JOB_SHOWN);
  if (table != RIS3_EXPORT_JOB_SHOWN)
    ris3_export_columns_show (self->columns, table, gtk_check_button_get_active (self->personal));
  update_button (self);
}

static void
fill_formats (Ris3ExportWindow *self, gboolean with_shapes)
{
  static const Ris3ExportFormat order[] = { RIS3_EXPORT_GPKG, RIS3_EXPORT_GEOJSON, RIS3_EXPORT_FLATGEOBUF,
                                            RIS3_EXPORT_XLSX, RIS3_EXPORT_ODS,     RIS3_EXPORT_CSV };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_array_set_size (self->formats, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (with_shapes || !ris3_export_format_has_shapes (order[i]))
      {
        g_array_append_val (self->formats, order[i]);
        gtk_string_list_append (list, ris3_export_format_get_title (order[i]));
      }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (list));
}

static void
on_table_cb (Ris3ExportWindow *self)
{
  guint table = get_table (self);

  if (self->session == NULL)
    return;
  adw_preferences_group_set_description (self->table_group,
                                         table == RIS3_EXPORT_JOB_SHOWN ? self->shown.about
                                         : table == RIS3_EXPORT_JOB_REGIONS
                                             ? _ ("Regions are exported with what the map shows of them now.")
                                             : NULL);
  /* It is asked for each time. */
  gtk_check_button_set_active (self->personal, FALSE);
  gtk_widget_set_visible (self->personal_group, has_personal_data (table));
  fill_formats (self, table == RIS3_EXPORT_JOB_REGIONS);
  on_format_cb (self);
  show_columns (self);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3ExportWindow *self = user_data;
  guint n_rows;
  guint n_done = ris3_export_job_get_progress (self->job, &n_rows);
  g_autofree char *words
      = n_rows > 0
            ? g_strdup_printf (ngettext ("Writing %u of %u row…", "Writing %u of %u rows…", n_rows), n_done, n_rows)
            : g_strdup (_ ("Reading the atlas…"));

  gtk_label_set_text (self->progress_words, words);
  if (n_rows > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) n_done / n_rows));
  else
    gtk_progress_bar_pulse (self->progress);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "working"))
    {
      gtk_stack_set_visible_child_name (self->pages, "working");
      gtk_widget_grab_focus (self->cancel_button);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3ExportWindow) self = user_data;
  g_autoptr (Ris3ExportJob) job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean ok = ris3_export_job_run_finish (job, result, &error);
  guint n_rows;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return; /* The window is gone. */
  if (ok)
    {
      ris3_export_job_get_progress (job, &n_rows);
      g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, n_rows, ris3_export_job_get_path (job));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->pages, "choices");
  update_button (self);
  gtk_widget_grab_focus (self->export_button);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      tell_problem (self, words);
    }
}

static void
start (Ris3ExportWindow *self, const char *path)
{
  g_auto (GStrv) columns = ris3_export_columns_dup_chosen (self->columns);
  gboolean with_personal = has_personal_data (get_table (self)) && gtk_check_button_get_active (self->personal);
  gboolean with_base = !ris3_export_format_has_base (get_format (self)) && gtk_switch_get_active (self->base_switch);

  self->job = ris3_export_job_new (self->session, get_table (self), (const char *const *) columns,
                                   with_personal ? RIS3_EXPORT_PERSONAL_DATA : RIS3_EXPORT_DEFAULT, get_format (self),
                                   with_base, path);
  if (get_table (self) == RIS3_EXPORT_JOB_SHOWN)
    ris3_export_job_set_shown (self->job, &self->shown);
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (INTERVAL, on_tick_cb, self);
  update_button (self);
  ris3_export_job_run_async (self->job, self->cancellable, on_done_cb, g_object_ref (self));
}

/* A name with any ending is a whole one. (transfer full) */
static char *
complete_path (const char *path, const char *suffix, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);

  return strrchr (base, '.') != NULL ? g_strdup (path) : ris3_local_files_add_suffix (path, suffix, error);
}

static void
on_response_cb (Ris3ExportWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *chosen = ris3_local_files_take_path (chooser, response, &error);
  g_autofree char *path = NULL;

  if (chosen != NULL)
    path = complete_path (chosen, ris3_export_format_get_suffix (get_format (self)), &error);
  tell_problem (self, error != NULL ? error->message : NULL);
  if (path != NULL && self->job == NULL)
    start (self, path);
}

static void
choose_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ExportWindow *self = RIS3_EXPORT_WINDOW (widget);
  Ris3ExportFormat format = get_format (self);
  guint table = get_table (self);
  const char *const suffixes[] = { ris3_export_format_get_suffix (format) + 1, NULL };
  const char *title = table == RIS3_EXPORT_JOB_SHOWN     ? self->shown.title
                      : table == RIS3_EXPORT_JOB_REGIONS ? _ ("Regions")
                                                         : ris3_exchange_get_title (table);
  g_autofree char *suggestion = g_strconcat (title, ris3_export_format_get_suffix (format), NULL);
  GtkFileChooserNative *chooser = ris3_local_files_new_save (GTK_WINDOW (self), _ ("Export"), suggestion);

  ris3_local_files_add_filter (chooser, ris3_export_format_get_title (format), suffixes);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (RIS3_EXPORT_WINDOW (widget)->cancellable);
}

static void
ris3_export_window_dispose (GObject *object)
{
  Ris3ExportWindow *self = RIS3_EXPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_EXPORT_WINDOW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_export_window_parent_class)->dispose (object);
}

static void
ris3_export_window_finalize (GObject *object)
{
  Ris3ExportWindow *self = RIS3_EXPORT_WINDOW (object);

  g_array_unref (self->formats);
  if (self->shown.shown != NULL)
    self->shown.unref (self->shown.shown);
  g_free ((char *) self->shown.title);
  g_free ((char *) self->shown.about);
  g_free ((char *) self->shown.filter);
  G_OBJECT_CLASS (ris3_export_window_parent_class)->finalize (object);
}

static void
ris3_export_window_class_init (Ris3ExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_export_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_export_window_finalize;
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  g_type_ensure (RIS3_TYPE_EXPORT_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, table_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, base_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, text_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, base_switch);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, personal_group);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, personal);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3ExportWindow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, on_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_format_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_columns);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
}

static void
ris3_export_window_init (Ris3ExportWindow *self)
{
  self->formats = g_array_new (FALSE, FALSE, sizeof (Ris3ExportFormat));
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

static void
fill_tables (Ris3ExportWindow *self)
{
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);

  if (self->shown.shown != NULL)
    gtk_string_list_append (tables, self->shown.title);
  gtk_string_list_append (tables, _ ("Regions of the Map"));
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    gtk_string_list_append (tables, ris3_exchange_get_title (i));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (tables));
}

GtkWindow *
ris3_export_window_new (Ris3Session *session, GtkWindow *parent)
{
  Ris3ExportWindow *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_EXPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  fill_tables (self);
  self->session = g_object_ref (session);
  /* Another atlas is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  on_table_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table_row));
  return GTK_WINDOW (self);
}

void
ris3_export_window_offer (Ris3ExportWindow *self, const Ris3ExportShown *shown)
{
  g_return_if_fail (RIS3_IS_EXPORT_WINDOW (self) && shown != NULL && self->shown.shown == NULL);
  self->shown = *shown;
  self->shown.title = g_strdup (shown->title);
  self->shown.about = g_strdup (shown->about);
  self->shown.filter = g_strdup (shown->filter);
  self->shown.shown = shown->ref (shown->shown);
  fill_tables (self);
  on_table_cb (self);
}
