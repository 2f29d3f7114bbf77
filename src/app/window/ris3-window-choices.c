/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The choices of what the window shows, and their menu. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/region/ris3-region-search.h"
#include "app/ris3-menu-label.h"
#include "app/ris3-session-own.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-period.h"
#include "model/ris3-text.h"

/* Characters of the name of a file in the menu. */
#define MAX_NAME 60
/* Characters that the search of the header bar has room for, unless the window is narrow. */
#define LEAST_SEARCH 14
/* How what is compared names a period. */
#define PERIOD "period:"

static void
indicator_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  const Ris3Indicator *indicator = ris3_indicator_find (g_variant_get_string (value, NULL));
  g_autoptr (Ris3View) view = NULL;

  if (indicator == NULL)
    return;
  view = ris3_view_with_indicator (ris3_session_get_view (session), indicator);
  ris3_session_set_view (session, view);
}

static void
with_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (user_data);
  const char *id = g_variant_get_string (value, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_with_other_indicator (ris3_session_get_view (self->session),
                                                              *id != '\0' ? ris3_indicator_find (id) : NULL, &error);

  if (view != NULL)
    ris3_session_set_view (self->session, view);
  else
    _ris3_window_tell (self, error->message, NULL, NULL, NULL);
}

/* The earlier of two periods comes first, whichever was chosen first: what is new is to be new in the later one.
 * (transfer full) */
static Ris3View *
put_in_order (Ris3View *view)
{
  const char *shown = ris3_view_get_period (view);
  g_autofree char *against = ris3_view_dup_against (view);
  g_autofree char *shown_text = g_strconcat (PERIOD, shown, NULL);
  const char *other = against != NULL && g_str_has_prefix (against, PERIOD) ? against + strlen (PERIOD) : NULL;
  g_autoptr (Ris3View) alone = NULL;
  g_autoptr (Ris3View) earlier = NULL;

  /* Only periods, and not "latest". */
  if (shown == NULL || other == NULL || !g_ascii_isdigit (*other) || strchr (other, ',') != NULL
      || strcmp (other, shown) >= 0)
    return ris3_view_ref (view);
  alone = ris3_view_with_against (view, NULL, NULL);
  earlier = ris3_view_with_period (alone, other);
  return ris3_view_with_against (earlier, shown_text, NULL);
}

static void
against_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  const char *against = g_variant_get_string (value, NULL);
  g_autoptr (Ris3View) view
      = ris3_view_with_against (ris3_session_get_view (session), *against != '\0' ? against : NULL, NULL);
  g_autoptr (Ris3View) ordered = view != NULL ? put_in_order (view) : NULL;

  if (ordered != NULL)
    ris3_session_set_view (session, ordered);
}

/* Back to one map. */
static void
close_comparison_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "against", g_variant_new_string (""));
}

static void
period_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  const char *period = g_variant_get_string (value, NULL);
  g_autoptr (Ris3View) view = ris3_view_with_period (ris3_session_get_view (session), *period != '\0' ? period : NULL);

  ris3_session_set_view (session, view);
}

static void
level_rule_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  g_autoptr (Ris3View) view = NULL;
  Ris3LevelRule level_rule;

  if (!ris3_level_rule_from_id (g_variant_get_string (value, NULL), &level_rule))
    return;
  view = ris3_view_with_level_rule (ris3_session_get_view (session), level_rule);
  ris3_session_set_view (session, view);
}

/* The choice that is no NUTS version. */
#define OWN "own"

static void
nuts_version_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  g_autoptr (Ris3View) view = NULL;
  guint version;

  if (g_str_equal (g_variant_get_string (value, NULL), OWN))
    {
      if (!ris3_session_shows_own (session) && !ris3_session_is_loading_own (session))
        ris3_session_show_own (session, TRUE);
      return;
    }
  if (!ris3_nuts_version_from_string (g_variant_get_string (value, NULL), &version))
    return;
  ris3_session_show_own (session, FALSE);
  view = ris3_view_with_nuts_version (ris3_session_get_view (session), version);
  ris3_session_set_view (session, view);
}

static void
symbols_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  g_autoptr (Ris3View) view = ris3_view_with_symbols (ris3_session_get_view (session), g_variant_get_boolean (value));

  ris3_session_set_view (session, view);
}

static void
panel_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  adw_flap_set_reveal_flap (RIS3_WINDOW (user_data)->flap, g_variant_get_boolean (value));
}

static void
on_panel_revealed_cb (Ris3Window *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "panel");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (adw_flap_get_reveal_flap (self->flap)));
}

static void
set_choice (Ris3Window *self, const char *name, const char *value)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (value));
}

static void
append_choice (GMenu *section, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (section, item);
}

static void
append_section (GMenu *menu, const char *title, GMenu *section)
{
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu *menu, const char *title, GMenu *submenu)
{
  g_menu_append_submenu (menu, title, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static void
append_periods (GMenu *section, Ris3Atlas *atlas)
{
  const char *const *periods = atlas != NULL ? ris3_atlas_get_periods (atlas) : NULL;

  for (guint i = 0; periods != NULL && periods[i] != NULL; i++)
    {
      g_autofree char *text = ris3_period_to_text (periods[i]);

      append_choice (section, text, "win.period", periods[i]);
    }
  append_choice (section, _ ("Latest of Each Region"), "win.period", "");
}

/* The periods to compare with: not the one that is shown, as it would be the same twice. */
static void
update_against (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  const char *const *periods = atlas != NULL ? ris3_atlas_get_periods (atlas) : NULL;
  const char *shown = g_intern_string (ris3_view_get_period (ris3_session_get_view (self->session)));

  if (self->against_section == NULL
      || (g_menu_model_get_n_items (G_MENU_MODEL (self->against_section)) > 0 && shown == self->against_period))
    return;
  self->against_period = shown;
  g_menu_remove_all (self->against_section);
  for (guint i = 0; periods != NULL && periods[i] != NULL; i++)
    {
      g_autofree char *text = ris3_period_to_text (periods[i]);
      g_autofree char *against = g_strdup_printf ("period:%s", periods[i]);

      if (g_strcmp0 (periods[i], shown) != 0)
        append_choice (self->against_section, text, "win.against", against);
    }
  if (shown != NULL)
    append_choice (self->against_section, _ ("Latest of Each Region"), "win.against", "period:latest");
}

static void
append_against (Ris3Window *self, GMenu *menu)
{
  GMenu *section = g_menu_new ();

  append_choice (section, C_ ("comparison", "Nothing"), "win.against", "");
  append_section (menu, NULL, section);
  section = g_menu_new ();
  g_set_object (&self->against_section, section);
  update_against (self);
  append_section (menu, _ ("Period"), section);
  section = g_menu_new ();
  self->against_indicator = ris3_view_get_indicator (ris3_session_get_view (self->session));
  _ris3_window_append_compared (self, section);
  append_section (menu, _ ("Indicator"), section);
}

/* What the atlas remembers is chosen like a version. */
static gboolean
append_own (Ris3Window *self, GMenu *section)
{
  g_autofree char *name = ris3_session_dup_own_name (self->session);
  g_autofree char *shown = ris3_text_shorten (name != NULL ? name : "", MAX_NAME);
  g_autofree char *label = ris3_menu_label (shown);

  if (name != NULL)
    append_choice (section, label, "win.nuts-version", OWN);
  return name != NULL;
}

/* (transfer full) */
static GMenuModel *
make_view_menu (Ris3Window *self)
{
  static const Ris3LevelRule rules[] = { RIS3_LEVEL_RULE_STRATEGY_TERRITORY,
                                         RIS3_LEVEL_RULE_COUNTRY,
                                         RIS3_LEVEL_RULE_NUTS_1,
                                         RIS3_LEVEL_RULE_NUTS_2,
                                         RIS3_LEVEL_RULE_NUTS_3,
                                         RIS3_LEVEL_RULE_LEVEL_4,
                                         RIS3_LEVEL_RULE_LEVEL_5 };
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  GMenu *others = g_menu_new (); /* all at once would be higher than many a screen */

  _ris3_window_append_saved_views (self, menu);
  _ris3_window_append_indicators (self, section);
  append_section (menu, _ ("Indicator"), section);

  section = g_menu_new ();
  _ris3_window_append_others (self, section);
  append_submenu (others, _ ("Together With"), section);

  section = g_menu_new ();
  append_against (self, section);
  append_submenu (others, _ ("Compare With"), section);

  section = g_menu_new ();
  append_periods (section, ris3_session_get_atlas (self->session));
  append_section (menu, _ ("Period"), section);

  section = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i] < RIS3_LEVEL_RULE_LEVEL_4 || rules[i] == RIS3_LEVEL_RULE_STRATEGY_TERRITORY
        || (boundaries != NULL && ris3_level_rule_suits (rules[i], boundaries)))
      append_choice (section, ris3_level_rule_get_title (rules[i]), "win.level-rule",
                     ris3_level_rule_get_id (rules[i]));
  append_submenu (others, _ ("Level"), section);

  section = g_menu_new ();
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *version = g_strdup_printf ("%u", ris3_nuts_versions[i]);
      g_autofree char *label = g_strdup_printf ("NUTS %s", version);

      append_choice (section, label, "win.nuts-version", version);
    }
  append_submenu (others, append_own (self, section) ? _ ("Boundaries") : _ ("NUTS Version"), section);
  append_section (menu, NULL, others);

  section = g_menu_new ();
  g_menu_append (section, _ ("Counts as Circles"), "win.symbols");
  g_menu_append (section, _ ("Notes on the Map"), "win.notes");
  g_menu_append (section, _ ("Open Comments on the Map"), "win.badges");
  g_menu_append (section, _ ("Classes and Colours…"), "win.classes");
  append_section (menu, NULL, section);
  return G_MENU_MODEL (menu);
}

/* After a submenu, GTK 4.8 gives the keys back to nobody. */
static gboolean
restore_focus (gpointer data)
{
  Ris3Window *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    _ris3_window_focus_page (self);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed_cb (Ris3Window *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_focus, g_object_ref (self), g_object_unref);
}

/* A menu takes a while to make, and the window starts without it. */
static void
on_view_menu_wanted_cb (GtkMenuButton *button, gpointer user_data)
{
  Ris3Window *self = RIS3_WINDOW (user_data);
  g_autoptr (GMenuModel) menu = NULL;

  /* Made anew for another indicator, which is left out of what it can be compared with: GTK 4.8 keeps submenus that are
   * taken out of a menu that there is. */
  if (gtk_menu_button_get_menu_model (button) != NULL
      && self->against_indicator == ris3_view_get_indicator (ris3_session_get_view (self->session)))
    return;
  menu = make_view_menu (self);
  gtk_menu_button_set_menu_model (button, menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (on_menu_closed_cb), user_data,
                           G_CONNECT_SWAPPED);
}

static void
on_main_menu_wanted_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, RIS3_WINDOW (user_data)->main_menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (on_menu_closed_cb), user_data,
                           G_CONNECT_SWAPPED);
}

/* Each atlas has its own periods. */
void
_ris3_window_forget_view_menu (Ris3Window *self)
{
  gtk_menu_button_set_menu_model (self->view_button, NULL);
  g_clear_object (&self->against_section);
}

void
_ris3_window_update_title (Ris3Window *self)
{
  Ris3View *view = ris3_session_get_view (self->session);
  const char *period = ris3_view_get_period (view);
  g_autofree char *period_text = period != NULL ? ris3_period_to_text (period) : g_strdup (_ ("latest"));
  g_autofree char *shown
      = ris3_indicator_dup_titles (ris3_view_get_indicator (view), ris3_view_get_other_indicator (view));
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  gboolean narrow;

  /* A narrow header bar keeps room for the search; the legend names the indicator. */
  g_object_get (self->map_view, "narrow", &narrow, NULL);
  gtk_label_set_label (GTK_LABEL (self->view_button_label), narrow ? period_text : shown);
  /* A longer title gives way to it. */
  ris3_region_search_set_least_chars (RIS3_REGION_SEARCH (self->search), narrow ? -1 : LEAST_SEARCH);
  if (atlas != NULL)
    {
      g_autofree char *file = g_filename_display_basename (ris3_atlas_get_path (atlas));
      g_autofree char *below = g_strdup_printf ("%s · %s", period_text, file);

      gtk_label_set_label (self->file_label, below);
    }
}

void
_ris3_window_update_choices (Ris3Window *self)
{
  Ris3View *view = ris3_session_get_view (self->session);
  const char *period = ris3_view_get_period (view);
  const Ris3Indicator *other = ris3_view_get_other_indicator (view);
  g_autofree char *against = ris3_view_dup_against (view);
  g_autofree char *version = g_strdup_printf ("%u", ris3_view_get_nuts_version (view));
  GAction *action;

  set_choice (self, "indicator", ris3_view_get_indicator (view)->id);
  set_choice (self, "against", against != NULL ? against : "");
  update_against (self);
  set_choice (self, "with", other != NULL ? other->id : "");
  set_choice (self, "period", period != NULL ? period : "");
  set_choice (self, "level-rule", ris3_level_rule_get_id (ris3_view_get_level_rule (view)));
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "symbols");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (ris3_view_get_symbols (view)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), ris3_view_get_indicator (view)->kind == RIS3_VALUE_COUNT);
  set_choice (self, "nuts-version", ris3_session_shows_own (self->session) ? OWN : version);
  _ris3_window_update_title (self);
}

void
_ris3_window_add_choices (Ris3Window *self)
{
  static const GActionEntry entries[] = {
    { .name = "indicator", .parameter_type = "s", .state = "''", .change_state = indicator_action },
    { .name = "against", .parameter_type = "s", .state = "''", .change_state = against_action },
    { .name = "close-comparison", .activate = close_comparison_action },
    { .name = "with", .parameter_type = "s", .state = "''", .change_state = with_action },
    { .name = "period", .parameter_type = "s", .state = "''", .change_state = period_action },
    { .name = "level-rule", .parameter_type = "s", .state = "''", .change_state = level_rule_action },
    { .name = "nuts-version", .parameter_type = "s", .state = "''", .change_state = nuts_version_action },
    { .name = "symbols", .state = "false", .change_state = symbols_action },
    { .name = "panel", .state = "true", .change_state = panel_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (self->view_button, on_view_menu_wanted_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->main_button, on_main_menu_wanted_cb, self, NULL);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_panel_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (_ris3_window_update_choices), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::classification", G_CALLBACK (_ris3_window_update_choices), self,
                           G_CONNECT_SWAPPED);
}
