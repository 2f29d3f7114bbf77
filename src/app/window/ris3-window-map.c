/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The map that is shown, as a page for a report. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/figure/ris3-figure-window.h"
#include "app/ris3-local-files.h"
#include "model/ris3-atlas-state.h"
#include "model/ris3-text.h"
#include "report/ris3-page-recipe.h"

#define MAX_NAME 60

static void
on_saved_cb (Ris3Window *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = ris3_text_shorten (name, MAX_NAME);
  g_autofree char *text = g_strdup_printf (_ ("Saved the map as “%s”."), shown);

  _ris3_window_tell (self, text, _ ("Open _Folder"), "win.open-folder", g_variant_new_string (uri));
}

/* The oldest of them: newer ones are above it. */
static void
on_show_changes_cb (Ris3Window *self, GtkWindow *figure)
{
  gtk_window_close (figure);
  gtk_widget_activate_action (GTK_WIDGET (self), "edit.history-show", "x", self->first_change);
}

/* (transfer none); NULL: there is no map yet */
static GtkWindow *
show_figure (Ris3Window *self)
{
  g_autofree char *extent = _ris3_window_dup_extent (self);
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL || ris3_session_get_classification (self->session) == NULL)
    return NULL;
  window = ris3_figure_window_new (self->session, GTK_WINDOW (self), extent);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "show-changes", G_CALLBACK (on_show_changes_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
  return window;
}

static void
save_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_figure (RIS3_WINDOW (widget));
}

/* A figure that is opened. */
typedef struct
{
  char *path;
  char *atlas_path;
  Ris3PageRecipe *recipe;
  gboolean has_changed; /* the atlas, since it was saved */
  gint64 first_change;  /* of these in the history */
  guint n_changes;      /* in its history since; 0: it is not known how many, or this is another atlas */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->atlas_path);
  g_clear_pointer (&opening->recipe, ris3_page_recipe_free);
  g_free (opening);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  opening->recipe = ris3_page_recipe_read (opening->path, &error);
  if (opening->recipe == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (opening->recipe->state != NULL)
    now = ris3_atlas_state_read (opening->atlas_path, NULL);
  if (now != NULL)
    opening->first_change = (gint64) ris3_atlas_state_get_changes (opening->recipe->state) + 1;
  opening->has_changed = now != NULL && !ris3_atlas_state_is_same (opening->recipe->state, now, &opening->n_changes);
  g_task_return_boolean (task, TRUE);
}

/* (transfer full) */
static char *
describe_change (const Opening *opening)
{
  if (opening->n_changes == 0)
    return g_strdup (
        _ ("This figure was saved of another atlas, or of this one before it was changed. What is shown is "
           "the atlas that is open."));
  return g_strdup_printf (ngettext ("The atlas has been changed %u time since this figure was saved. What is shown is "
                                    "the atlas as it is now.",
                                    "The atlas has been changed %u times since this figure was saved. What is shown is "
                                    "the atlas as it is now.",
                                    opening->n_changes),
                          opening->n_changes);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (source);
  const Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = NULL;
  GtkWindow *window;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      _ris3_window_tell (self, error->message, NULL, NULL, NULL);
      return;
    }
  if (ris3_session_get_classification (self->session) == NULL)
    return;
  view = ris3_view_with_extent (opening->recipe->view, NULL, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("map"));
  ris3_session_set_view (self->session, view);
  _ris3_window_show_extent (self, ris3_view_get_extent (opening->recipe->view));
  window = show_figure (self);
  if (window == NULL)
    return;
  ris3_figure_window_set_options (RIS3_FIGURE_WINDOW (window), opening->recipe->options);
  ris3_figure_window_set_extent (RIS3_FIGURE_WINDOW (window), ris3_view_get_extent (opening->recipe->view));
  if (opening->has_changed)
    {
      g_autofree char *words = describe_change (opening);

      ris3_figure_window_tell (RIS3_FIGURE_WINDOW (window), words, opening->n_changes > 0);
      self->first_change = opening->first_change;
    }
}

gboolean
_ris3_window_take_figure (Ris3Window *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  if (!ris3_page_recipe_may_have (path) || ris3_session_get_atlas (self->session) == NULL)
    return FALSE;
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->atlas_path = g_strdup (ris3_atlas_get_path (ris3_session_get_atlas (self->session)));
  task = g_task_new (self, NULL, on_read_cb, NULL);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, read_in_thread);
  return TRUE;
}

static void
on_open_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
  if (path != NULL && !_ris3_window_take_figure (self, path))
    _ris3_window_tell (self, _ ("A figure is a PNG, SVG or PDF file."), NULL, NULL, NULL);
}

static void
open_figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const suffixes[] = { "png", "svg", "pdf", NULL };
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser;

  if (ris3_session_get_classification (self->session) == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Open a Figure"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _ ("_Open"), _ ("_Cancel"));
  ris3_local_files_add_filter (chooser, _ ("Figures"), suffixes);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_ris3_window_install_map_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-map", NULL, save_map_action);
  gtk_widget_class_install_action (klass, "win.open-figure", NULL, open_figure_action);
}
