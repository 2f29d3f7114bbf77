/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The map that is shown, saved as a page for a report. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-local-files.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-extent.h"
#include "map/ris3-period.h"
#include "model/ris3-data-dir.h"
#include "model/ris3-text.h"
#include "report/ris3-map-page.h"

#define SUFFIX ".png"
/* 27 by 20 cm in print at 300 dots an inch. */
#define WIDTH 3200
#define HEIGHT 2400
#define DPI 300
#define MAX_NAME 60

/* A page that is made, and where it goes. */
typedef struct
{
  char *path;
  Ris3Atlas *atlas; /* only for the thread of the views: it follows what is edited */
  char *atlas_path;
  char *source;
  char *data_date;
  Ris3View *view;
  Ris3FilterResult *result; /* NULL: nothing is filtered */
  Ris3Geodata *geodata;     /* of the window, and then that of the page */
  Ris3MapPage page;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->path);
  g_clear_object (&saving->atlas);
  g_free (saving->atlas_path);
  g_free (saving->source);
  g_free (saving->data_date);
  g_clear_pointer (&saving->view, ris3_view_unref);
  g_clear_pointer (&saving->result, ris3_filter_result_unref);
  g_clear_pointer (&saving->geodata, ris3_geodata_unref);
  g_clear_pointer (&saving->page.classification, ris3_classification_unref);
  g_clear_pointer (&saving->page.insets, g_ptr_array_unref);
  g_free (saving);
}

static void
write_page (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autofree char *boundaries = ris3_data_find ("boundaries.gpkg");
  g_autoptr (GError) error = NULL;
  Ris3FileId inputs[2];
  guint n_inputs = ris3_file_id_get (saving->atlas_path, &inputs[0]) ? 1 : 0;

  if (boundaries != NULL && ris3_file_id_get (boundaries, &inputs[n_inputs]))
    n_inputs++;
  if (ris3_map_page_write (&saving->page, RIS3_PAGE_FORMAT_PNG, saving->path, inputs, n_inputs, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (saving->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *against = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      _ris3_window_tell (self, error->message, NULL, NULL, NULL);
      return;
    }
  against = ris3_view_dup_against (saving->view);
  text = against != NULL
             /* Translators: two maps are compared, and one of them is on the page; %s is a file */
             ? g_strdup_printf (_ ("Saved the first of the two maps as “%s”."), shown)
             : g_strdup_printf (_ ("Saved the map as “%s”."), shown);
  _ris3_window_tell (self, text, _ ("Open _Folder"), "win.open-folder", g_variant_new_string (uri));
}

/* What takes longest: all boundaries in the projection of the page. */
static void
project (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (Ris3Geodata) loaded = g_steal_pointer (&saving->geodata);
  g_autoptr (GError) error = NULL;
  Ris3Boundaries *boundaries;

  saving->geodata = ris3_map_page_project (loaded, saving->page.crs, &error);
  if (saving->geodata == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  boundaries = ris3_geodata_get_boundaries (saving->geodata);
  /* Boundaries of one's own may be a small part of Europe. */
  if (!ris3_extent_of_own (boundaries, &saving->page.extent))
    saving->page.extent = ris3_extent_of_europe (ris3_boundaries_get_plane (boundaries));
  if (ris3_map_page_add_insets (&saving->page, saving->geodata, loaded, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Strategies are of the thread of the views, and so are their classes. */
static void
on_projected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (Ris3Placement) placement = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (source, NULL, on_written_cb, NULL);

  g_task_set_task_data (task, saving, saving_free);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  placement = ris3_placement_new_of_atlas (saving->geodata, saving->atlas);
  saving->page.classification = ris3_classification_new_filtered (placement, saving->view, saving->result);
  g_task_run_in_thread (task, write_page);
}

static void
save (Ris3Window *self, char *path)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  Ris3FilterResult *filtered = ris3_classification_get_result (classification);
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_projected_cb, saving);

  saving->path = path;
  saving->atlas = g_object_ref (ris3_session_get_atlas (self->session));
  saving->view = ris3_view_ref (ris3_classification_get_view (classification));
  saving->result = filtered != NULL ? ris3_filter_result_ref (filtered) : NULL;
  saving->geodata = ris3_geodata_ref (ris3_placement_get_geodata (ris3_classification_get_placement (classification)));
  saving->page.crs = RIS3_MAP_PAGE_CRS;
  saving->page.width = WIDTH;
  saving->page.height = HEIGHT;
  saving->page.dpi = DPI;
  saving->page.source = saving->source = g_strdup (ris3_atlas_get_title (saving->atlas));
  saving->page.data_date = saving->data_date = g_strdup (ris3_atlas_get_data_date (saving->atlas));
  saving->atlas_path = g_strdup (ris3_atlas_get_path (saving->atlas));
  g_task_set_task_data (task, saving, NULL);
  g_task_run_in_thread (task, project);
}

static void
on_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
  if (path == NULL || ris3_session_get_classification (self->session) == NULL)
    return;
  if (g_str_has_suffix (path, SUFFIX))
    {
      save (self, g_steal_pointer (&path));
      return;
    }
  /* The dialog has asked about the name that was typed, and about no other. */
  name = g_strconcat (path, SUFFIX, NULL);
  if (!g_file_test (name, G_FILE_TEST_EXISTS))
    {
      save (self, g_steal_pointer (&name));
      return;
    }
  words = g_strdup_printf (_ ("“%s” exists. Choose another name, or this one with its ending."), name);
  _ris3_window_tell (self, words, NULL, NULL, NULL);
}

/* "Personalised medicine (PM) in RIS3, 2014–2020.png" (transfer full) */
static char *
suggest_name (Ris3Classification *classification)
{
  const char *period = ris3_classification_get_period (classification);
  g_autofree char *title = ris3_classification_dup_title (classification);
  g_autofree char *shown = ris3_text_shorten (title, MAX_NAME);
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;

  g_strdelimit (shown, "/\\:*?\"<>|\n", '-');
  return g_strconcat (shown, years != NULL ? ", " : "", years != NULL ? years : "", SUFFIX, NULL);
}

static void
save_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "png", NULL };
  Ris3Window *self = RIS3_WINDOW (widget);
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autofree char *suggested = NULL;
  GtkFileChooserNative *chooser;

  if (ris3_session_get_atlas (self->session) == NULL || classification == NULL)
    return;
  suggested = suggest_name (classification);
  chooser = gtk_file_chooser_native_new (_ ("Save the Map for a Report"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  ris3_local_files_add_filter (chooser, _ ("PNG Images"), suffixes);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggested);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_ris3_window_install_map_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-map", NULL, save_map_action);
}
