/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Boundaries of one's own: chosen by the menu or dropped on the window, read in the background, and given up. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/boundaries/ris3-boundary-files.h"
#include "app/boundaries/ris3-boundary-window.h"
#include "app/ris3-local-files.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-own.h"
#include "model/ris3-text.h"

#define MAX_NAME 60
/* Between two looks at the progress. */
#define INTERVAL 200 /* ms */

static gboolean
can_choose (Ris3Window *self)
{
  return ris3_session_get_atlas (self->session) != NULL && !_ris3_window_is_read_only (self);
}

/* path: NULL for what the atlas remembers */
static void
show_boundaries (Ris3Window *self, const char *path)
{
  gtk_window_present (ris3_boundary_window_new (self->session, GTK_WINDOW (self), path));
}

static void
on_chosen_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (path != NULL && can_choose (self))
    show_boundaries (self, path);
  else if (error != NULL)
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
}

static void
choose (Ris3Window *self)
{
  GtkFileChooserNative *chooser = ris3_boundary_files_new_open (GTK_WINDOW (self));

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
boundaries_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  g_autoptr (Ris3OwnBoundaries) own = ris3_session_dup_own (self->session);

  if (!can_choose (self))
    return;
  if (own != NULL)
    show_boundaries (self, NULL);
  else
    choose (self);
}

/* A file that has changed is looked at again; for one that is gone, another one is chosen. */
static void
choose_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  g_autoptr (Ris3OwnBoundaries) own = ris3_session_dup_own (self->session);

  if (!can_choose (self))
    return;
  if (own != NULL && g_file_test (own->path, G_FILE_TEST_IS_REGULAR))
    show_boundaries (self, NULL);
  else
    choose (self);
}

static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  g_autoptr (Ris3Edit) edit = NULL;

  if (!can_choose (self) || *ris3_atlas_get_boundaries (ris3_session_get_atlas (self->session)) == '\0')
    return;
  edit = ris3_own_boundaries_edit (NULL, ris3_session_get_atlas (self->session));
  ris3_session_edit (self->session, edit);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  g_autofree char *file = ris3_session_dup_own_name (self->session);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (!ris3_session_is_loading_own (self->session) || file == NULL)
    return;
  ris3_session_show_own (self->session, FALSE);
  shown = ris3_text_shorten (file, MAX_NAME);
  text = g_strdup_printf (_ ("“%s” is still remembered. Choose it beside the NUTS versions to see it."), shown);
  _ris3_window_tell (self, text, NULL, NULL, NULL);
}

gboolean
_ris3_window_take_boundaries (Ris3Window *self, const char *path)
{
  if (!ris3_boundary_files_is_boundaries (path))
    return FALSE;
  if (can_choose (self))
    show_boundaries (self, path);
  return TRUE;
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Ris3Window *self = user_data;

  gtk_progress_bar_set_fraction (self->own_progress, CLAMP (ris3_session_get_own_progress (self->session), 0, 1));
  return G_SOURCE_CONTINUE;
}

/* Quiet: the map that is shown stays, and can be worked with. */
static void
on_loading_changed_cb (Ris3Window *self)
{
  gboolean is_loading = ris3_session_is_loading_own (self->session);
  g_autofree char *file = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->own_bar), is_loading);
  if (!is_loading)
    {
      g_clear_handle_id (&self->own_timer, g_source_remove);
      return;
    }
  _ris3_window_forget_own_failure (self);
  file = ris3_session_dup_own_name (self->session);
  shown = ris3_text_shorten (file != NULL ? file : "", MAX_NAME);
  text = g_strdup_printf (_ ("Placing the strategies on “%s”…"), shown);
  gtk_label_set_text (self->own_words, text);
  on_tick_cb (self);
  if (self->own_timer == 0)
    self->own_timer = g_timeout_add (INTERVAL, on_tick_cb, self);
}

/* They may be forgotten, or another file remembered. */
static void
on_atlas_changed_cb (Ris3Window *self)
{
  g_autofree char *name = ris3_session_dup_own_name (self->session);

  if (name == NULL)
    _ris3_window_forget_own_failure (self);
}

void
_ris3_window_add_boundaries (Ris3Window *self)
{
  g_signal_connect_object (self->session, "notify::loading", G_CALLBACK (on_loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  on_loading_changed_cb (self);
}

void
_ris3_window_install_boundary_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.boundaries", NULL, boundaries_action);
  gtk_widget_class_install_action (klass, "win.boundaries-choose", NULL, choose_again_action);
  gtk_widget_class_install_action (klass, "win.boundaries-forget", NULL, forget_action);
  gtk_widget_class_install_action (klass, "win.boundaries-stop", NULL, stop_action);
}
