/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables that come in, by the menu or dropped on the window, and that go out. */

#include "config.h"

#include "map/ris3-filter-description.h"
#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-local-files.h"
#include "app/table/ris3-export-window.h"
#include "app/table/ris3-import-window.h"
#include "app/table/ris3-table-files.h"
#include "model/ris3-text.h"

#define MAX_NAME 60

static void
on_unrecorded_cb (Ris3Window *self, guint n_rows)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("Imported %u contact. This cannot be undone.", "Imported %u contacts. This cannot be undone.", n_rows),
      n_rows);

  self->has_unrecorded = TRUE;
  _ris3_window_tell (self, text, NULL, NULL, NULL);
}

static void
import_path (Ris3Window *self, const char *path)
{
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL || _ris3_window_is_read_only (self))
    return;
  window = ris3_import_window_new (self->session, GTK_WINDOW (self), path);
  g_signal_connect_object (window, "unrecorded", G_CALLBACK (on_unrecorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
on_import_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (path != NULL)
    import_path (self, path);
  else if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser;

  if (ris3_session_get_atlas (self->session) == NULL || _ris3_window_is_read_only (self))
    return;
  chooser = ris3_table_files_new_open (GTK_WINDOW (self));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_import_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_exported_cb (Ris3Window *self, guint n_rows, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *text
      = g_strdup_printf (ngettext ("Exported %u row to “%s”.", "Exported %u rows to “%s”.", n_rows), n_rows, shown);

  _ris3_window_tell (self, text, _ ("Open _Folder"), "win.open-folder", g_variant_new_string (uri));
}

static Ris3Export *
make_shown (gpointer shown, const Ris3ExportBase *base, GCancellable *cancellable, GError **error)
{
  return ris3_record_shown_export (shown, base);
}

static gpointer
ref_shown (gpointer shown)
{
  return ris3_record_shown_ref (shown);
}

static void
unref_shown (gpointer shown)
{
  ris3_record_shown_unref (shown);
}

/* On the table page, what is seen there is the first choice. */
static void
offer_table (Ris3Window *self, GtkWindow *window)
{
  g_autoptr (Ris3RecordShown) shown = self->table != NULL ? ris3_record_table_dup_shown (self->table) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;
  g_autofree char *filter = NULL;
  Ris3FilterResult *result;
  Ris3ExportShown offer = { .shown = shown, .ref = ref_shown, .unref = unref_shown, .make = make_shown };
  guint n_columns;

  if (shown == NULL || _ris3_window_shows_map (self))
    return;
  n_columns = ris3_record_shown_get_n_columns (shown);
  /* Translators: what can be exported: the table “Strategies” as the window shows it */
  title = g_strdup_printf (_ ("%s as Shown"), ris3_record_shown_get_contents (shown));
  /* Translators: %s is, for example, “24 of 317 strategies” */
  about = g_strdup_printf (ngettext ("%s in %u column, in the order of the window.",
                                     "%s in %u columns, in the order of the window.", n_columns),
                           ris3_record_table_get_count (self->table), n_columns);
  result = ris3_record_table_get_filter_result (self->table);
  if (result != NULL && !ris3_filter_is_empty (ris3_filter_result_get_filter (result)))
    filter = ris3_filter_describe (ris3_filter_result_get_filter (result), result);
  offer.filter = filter;
  offer.title = title;
  offer.about = about;
  ris3_export_window_offer (RIS3_EXPORT_WINDOW (window), &offer);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *window;

  /* Regions have something to show once a map is drawn. */
  if (ris3_session_get_atlas (self->session) == NULL || ris3_session_get_classification (self->session) == NULL)
    return;
  window = ris3_export_window_new (self->session, GTK_WINDOW (self));
  offer_table (self, window);
  g_signal_connect_object (window, "exported", G_CALLBACK (on_exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static gboolean
on_drop_cb (Ris3Window *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (files == NULL)
    return FALSE;
  if (path != NULL && ris3_table_files_is_table (files->data))
    import_path (self, path);
  else if (path == NULL || (!_ris3_window_take_boundaries (self, path) && !_ris3_window_take_figure (self, path)))
    ris3_window_open (self, files->data);
  return TRUE;
}

void
_ris3_window_add_tables (Ris3Window *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_ris3_window_install_table_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.open-folder", "s", open_folder_action);
}
