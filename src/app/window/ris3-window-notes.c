/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The notes on the map, and the list of all; and whether badges of open comments are beside them. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-notes-window.h"
#include "app/ris3-session-filter.h"

/* (transfer full); NULL: there is none (any more) */
static Ris3Note *
find_note (Ris3Window *self, gint64 id)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *notes = atlas != NULL ? ris3_atlas_get_notes (atlas) : NULL;

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (Ris3Note) note = g_list_model_get_item (notes, i);

      if (ris3_note_get_id (note) == id)
        return g_steal_pointer (&note);
    }
  return NULL;
}

/* On the page of its region. */
static void
show_on_page (Ris3Window *self, Ris3Note *note)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));
  Ris3Strategy *strategy = NULL;
  const char *strategy_id = ris3_note_get_strategy_id (note);
  gint region;

  if (ris3_atlas_lookup_priority (atlas, ris3_note_get_priority_id (note), &strategy) != NULL)
    strategy_id = ris3_strategy_get_id (strategy);
  region = ris3_session_find_place (self->session, strategy_id, ris3_note_get_nuts_version (note),
                                    ris3_note_get_region_code (note));
  if (region < 0)
    {
      _ris3_window_tell (self, _ ("It has no place on this map."), NULL, NULL, NULL);
      return;
    }
  ris3_session_select (self->session, region);
  ris3_map_view_show_region (self->map_view, (guint) region);
  ris3_session_show_row (self->session, "note", key, strategy_id);
}

static void
show_note (Ris3Window *self, gint64 id)
{
  g_autoptr (Ris3Note) note = find_note (self, id);

  if (note == NULL)
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (self), "page", g_variant_new_string ("map"));
  /* Who asks for it wants to see it. */
  if (ris3_note_get_place (note, NULL, NULL) && !ris3_note_get_hidden (note))
    {
      g_action_group_change_action_state (G_ACTION_GROUP (self), "notes", g_variant_new_boolean (TRUE));
      ris3_map_stage_show_note (self->stage, id);
    }
  else
    show_on_page (self, note);
}

static void
show_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_note (RIS3_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
on_note_wanted_cb (Ris3Window *self, gint64 id)
{
  gtk_window_present (GTK_WINDOW (self));
  show_note (self, id);
}

static void
notes_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkWindow *list;

  if (ris3_session_get_atlas (self->session) == NULL)
    return;
  list = ris3_notes_window_new (GTK_WINDOW (self), self->session);
  gtk_widget_insert_action_group (GTK_WIDGET (list), "edit", ris3_edit_desk_get_actions (self->desk));
  g_signal_connect_object (list, "note-wanted", G_CALLBACK (on_note_wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (list);
}

static void
notes_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (user_data);

  g_simple_action_set_state (action, value);
  g_settings_set_boolean (self->settings, "notes-visible", g_variant_get_boolean (value));
  ris3_map_stage_set_shows_notes (self->stage, g_variant_get_boolean (value));
}

static void
badges_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (user_data);

  g_simple_action_set_state (action, value);
  g_settings_set_boolean (self->settings, "badges-visible", g_variant_get_boolean (value));
  ris3_map_stage_set_shows_badges (self->stage, g_variant_get_boolean (value));
}

void
_ris3_window_install_note_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.notes-list", NULL, notes_list_action);
  gtk_widget_class_install_action (klass, "win.show-note", "x", show_note_action);
}

void
_ris3_window_add_notes (Ris3Window *self)
{
  static const GActionEntry entries[] = {
    { .name = "notes", .state = "true", .change_state = notes_action },
    { .name = "badges", .state = "true", .change_state = badges_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "notes",
                                      g_variant_new_boolean (g_settings_get_boolean (self->settings, "notes-visible")));
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "badges",
      g_variant_new_boolean (g_settings_get_boolean (self->settings, "badges-visible")));
}
