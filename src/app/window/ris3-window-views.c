/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The saved views of the atlas: their part of the menu, and their keys. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-menu-label.h"
#include "app/window/ris3-save-view.h"
#include "app/window/ris3-saved-views.h"
#include "map/ris3-extent.h"
#include "model/ris3-text.h"

/* Characters of a name in the menu. */
#define MAX_NAME 60
#define ACTION "saved-view"

/* A view as it is shown, wherever the map is. (transfer full) */
static Ris3View *
without_extent (Ris3View *view)
{
  return ris3_view_with_extent (view, NULL, NULL);
}

void
_ris3_window_show_extent (Ris3Window *self, const char *extent)
{
  Ris3Box box;

  if (extent == NULL)
    return;
  if (g_str_equal (extent, RIS3_EXTENT_EUROPE))
    {
      ris3_map_view_show_home (self->map_view, TRUE);
      return;
    }
  if (ris3_extent_read (extent, ris3_plane_get_mercator (), &box, NULL))
    ris3_map_view_show_box (self->map_view, &box, TRUE);
}

/* (transfer full); NULL: there is none */
static Ris3SavedView *
get_saved (Ris3Window *self, guint position)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  return atlas != NULL && position > 0 ? g_list_model_get_item (ris3_atlas_get_saved_views (atlas), position - 1)
                                       : NULL;
}

void
_ris3_window_show_view (Ris3Window *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);
  g_autoptr (Ris3View) shown = NULL;

  if (view == NULL)
    {
      g_autofree char *shortened = ris3_text_shorten (name, MAX_NAME);
      /* Translators: the name of a saved view or figure, and a sentence that says what is wrong with it. */
      g_autofree char *sentence = g_strdup_printf (_ ("“%s” cannot be shown. %s"), shortened, error->message);

      _ris3_window_tell (self, sentence, NULL, NULL, NULL);
      return;
    }
  shown = without_extent (view);
  /* Its name stands for a map: elsewhere, nothing but a filter of it would be seen. */
  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("map"));
  ris3_session_set_view (self->session, shown);
  _ris3_window_show_extent (self, ris3_view_get_extent (view));
}

static void
show_saved (Ris3Window *self, guint position)
{
  g_autoptr (Ris3SavedView) saved = get_saved (self, position);

  if (saved != NULL)
    _ris3_window_show_view (self, ris3_saved_view_get_name (saved), ris3_saved_view_get_view (saved));
}

static void
saved_view_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  show_saved (RIS3_WINDOW (user_data), g_variant_get_uint32 (value));
}

/* Which saved view is the one that is shown; 0: none. */
static void
update_position (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *views = atlas != NULL ? ris3_atlas_get_saved_views (atlas) : NULL;
  guint n_views = views != NULL ? g_list_model_get_n_items (views) : 0;
  guint position = 0;

  for (guint i = 0; i < n_views && position == 0; i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);
      g_autoptr (Ris3View) view = ris3_view_from_text (ris3_saved_view_get_view (saved), NULL, NULL);
      g_autoptr (Ris3View) shown = view != NULL ? without_extent (view) : NULL;

      if (shown != NULL && ris3_view_equal (shown, ris3_session_get_view (self->session)))
        position = i + 1;
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), ACTION)),
                             g_variant_new_uint32 (position));
}

static void
on_views_changed_cb (Ris3Window *self)
{
  _ris3_window_forget_view_menu (self);
  update_position (self);
}

static void
on_atlas_changed_cb (Ris3Window *self)
{
  g_signal_connect_object (ris3_atlas_get_saved_views (ris3_session_get_atlas (self->session)), "items-changed",
                           G_CALLBACK (on_views_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ris3_atlas_get_joined_columns (ris3_session_get_atlas (self->session)), "items-changed",
                           G_CALLBACK (_ris3_window_forget_view_menu), self, G_CONNECT_SWAPPED);
  on_views_changed_cb (self);
}

char *
_ris3_window_dup_extent (Ris3Window *self)
{
  Ris3Box box;

  if (ris3_map_view_get_shows_europe (self->map_view) || !ris3_map_view_get_box (self->map_view, &box))
    return NULL;
  return ris3_extent_to_text (&box, ris3_plane_get_mercator ());
}

static void
save_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  g_autofree char *extent = _ris3_window_dup_extent (self);

  if (ris3_session_get_atlas (self->session) == NULL || _ris3_window_is_read_only (self))
    return;
  ris3_save_view_ask (GTK_WINDOW (self), self->session, extent != NULL ? extent : RIS3_EXTENT_EUROPE);
}

static void
saved_views_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *window;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  window = ris3_saved_views_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (window, "show-view", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

void
_ris3_window_append_saved_views (Ris3Window *self, GMenu *menu)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *views = atlas != NULL ? ris3_atlas_get_saved_views (atlas) : NULL;
  guint n_views = views != NULL ? g_list_model_get_n_items (views) : 0;
  g_autoptr (GMenu) submenu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < n_views; i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);
      g_autofree char *name = ris3_text_to_line (ris3_saved_view_get_name (saved), MAX_NAME);
      g_autofree char *label = ris3_menu_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win." ACTION, "u", i + 1);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (submenu, NULL, G_MENU_MODEL (section));
  g_menu_append (others, _ ("_Save This View…"), "win.save-view");
  if (n_views > 0)
    g_menu_append (others, _ ("_Rename or Delete…"), "win.saved-views");
  g_menu_append_section (submenu, NULL, G_MENU_MODEL (others));
  g_menu_append_submenu (menu, _ ("Saved Views"), G_MENU_MODEL (submenu));
}

void
_ris3_window_install_view_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save-view", NULL, save_view_action);
  gtk_widget_class_install_action (klass, "win.saved-views", NULL, saved_views_action);
}

void
_ris3_window_add_saved_views (Ris3Window *self)
{
  static const GActionEntry entries[] = {
    { .name = ACTION, .parameter_type = "u", .state = "uint32 0", .change_state = saved_view_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::atlas", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (update_position), self, G_CONNECT_SWAPPED);
}
