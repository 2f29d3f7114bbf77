/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The filter beside the pages, and words that were found. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/filter/ris3-filter-panel.h"
#include "app/region/ris3-region-search.h"
#include "app/ris3-session-filter.h"

/* In a narrower window, a panel lies on the map; large text needs more room. */
#define FOLD_WIDTH 900

static gboolean
is_covering (AdwFlap *flap)
{
  return adw_flap_get_folded (flap) && adw_flap_get_reveal_flap (flap);
}

static void on_filter_closed_cb (Ris3Window *self);

/* It is made when it is first wanted: the window starts without it. */
static void
need_panel (Ris3Window *self)
{
  if (self->filter_panel != NULL)
    return;
  self->filter_panel = ris3_filter_panel_new (self->session, self->filter_steps);
  gtk_box_append (GTK_BOX (self->filter_slot), self->filter_panel);
  g_signal_connect_swapped (self->filter_panel, "closed", G_CALLBACK (on_filter_closed_cb), self);
  /* Its counts come of the index. */
  ris3_session_get_filter_index (self->session);
}

static void
filter_panel_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = user_data;
  gboolean reveal = g_variant_get_boolean (value);

  adw_flap_set_reveal_flap (self->filter_flap, reveal);
  if (reveal)
    gtk_widget_grab_focus (self->filter_panel);
}

/* Of two panels that lie on the map, one is shown. */
static void
on_filter_revealed_cb (Ris3Window *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "filter-panel");
  gboolean revealed = adw_flap_get_reveal_flap (self->filter_flap);

  if (revealed)
    need_panel (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (revealed));
  if (is_covering (self->filter_flap) && is_covering (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_panel_revealed_cb (Ris3Window *self)
{
  if (is_covering (self->filter_flap) && is_covering (self->flap))
    adw_flap_set_reveal_flap (self->filter_flap, FALSE);
}

static AdwFlapFoldPolicy
get_fold_policy (Ris3Window *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return gtk_widget_get_width (GTK_WIDGET (self)) < FOLD_WIDTH * MAX (1.0, dpi / 1024.0 / 96)
             ? ADW_FLAP_FOLD_POLICY_ALWAYS
             : ADW_FLAP_FOLD_POLICY_NEVER;
}

static gboolean
on_width_changed_cb (gpointer data)
{
  Ris3Window *self = data;

  self->width_source = 0;
  adw_flap_set_fold_policy (self->filter_flap, get_fold_policy (self));
  return G_SOURCE_REMOVE;
}

void
_ris3_window_follow_width (Ris3Window *self)
{
  /* The layout is not changed while it is being computed. */
  if (self->width_source == 0 && adw_flap_get_fold_policy (self->filter_flap) != get_fold_policy (self))
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_changed_cb, self, NULL);
}

/* A filter that would now lie on the map is out of the way at first. */
static void
on_filter_folded_cb (Ris3Window *self)
{
  if (adw_flap_get_folded (self->filter_flap))
    {
      self->filter_was_open = adw_flap_get_reveal_flap (self->filter_flap);
      adw_flap_set_reveal_flap (self->filter_flap, FALSE);
    }
  else if (self->filter_was_open)
    adw_flap_set_reveal_flap (self->filter_flap, TRUE);
}

gboolean
_ris3_window_close_covering_filter (Ris3Window *self)
{
  if (!is_covering (self->filter_flap))
    return FALSE;
  adw_flap_set_reveal_flap (self->filter_flap, FALSE);
  return TRUE;
}

gboolean
_ris3_window_get_filter_open (Ris3Window *self)
{
  return adw_flap_get_folded (self->filter_flap) ? self->filter_was_open : adw_flap_get_reveal_flap (self->filter_flap);
}

static void
on_filter_closed_cb (Ris3Window *self)
{
  adw_flap_set_reveal_flap (self->filter_flap, FALSE);
  /* A narrow header bar has no such button. */
  if (!gtk_widget_grab_focus (self->filter_button))
    gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
}

/* The button tells that there is a filter, even where its panel does not. */
static void
on_view_changed_cb (Ris3Window *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  gboolean is_empty = ris3_filter_is_empty (filter);

  gtk_widget_set_visible (self->filter_mark, !is_empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_empty ? _ ("Nothing is filtered") : _ ("A filter is on"), -1);
}

/* Terms are added to those that are there, and words take the place of others. (transfer full) */
static Ris3Filter *
add_to_filter (Ris3Session *session, const char *typed, GError **error)
{
  Ris3Filter *filter = ris3_session_get_filter (session);
  g_autoptr (Ris3Filter) terms = ris3_session_read_terms (session, typed, NULL);
  g_autofree char *before = ris3_filter_to_text (filter);
  g_autofree char *text = g_strjoin (" ", before, typed, NULL);

  return terms != NULL ? ris3_session_read_filter (session, text, NULL, error)
                       : ris3_filter_with_words (filter, typed, error);
}

static void
on_filter_wanted_cb (Ris3Window *self, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = add_to_filter (self->session, typed, &error);

  if (filter == NULL)
    {
      _ris3_window_tell (self, error->message, NULL, NULL, NULL);
      return;
    }
  ris3_session_set_typed_filter (self->session, filter);
  gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
}

/* The page of the region that something found is about, at what was found. */
static void
on_hit_activated_cb (Ris3Window *self, const Ris3FilterHit *hit)
{
  gint region = ris3_session_find_place (self->session, hit->strategy_id, hit->nuts_version, hit->region_code);

  if (region < 0)
    {
      _ris3_window_tell (self, _ ("Its region is not on this map."), NULL, NULL, NULL);
      return;
    }
  ris3_session_select (self->session, region);
  ris3_map_view_show_region (self->map_view, region);
  gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
  ris3_session_show_row (self->session, hit->table, hit->key, hit->strategy_id);
}

void
_ris3_window_add_filter (Ris3Window *self)
{
  static const GActionEntry entries[] = {
    { .name = "filter-panel", .state = "false", .change_state = filter_panel_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->filter_steps = ris3_filter_steps_new (self->session);
  g_signal_connect_object (self->filter_flap, "notify::reveal-flap", G_CALLBACK (on_filter_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_flap, "notify::folded", G_CALLBACK (on_filter_folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_panel_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (on_view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->search, "hit-activated", G_CALLBACK (on_hit_activated_cb), self);
  g_signal_connect_swapped (self->search, "filter-wanted", G_CALLBACK (on_filter_wanted_cb), self);
  on_view_changed_cb (self);
}
