/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-region-search.h"
#include "app/window/ris3-help.h"
#include "map/ris3-period.h"
#include "geo/ris3-nuts-version.h"

static void
on_open_response_cb (Ris3Window *self, int response, GtkNativeDialog *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      ris3_window_open (self, file);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open an Atlas"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) atlases = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (atlases, _ ("Atlases"));
  gtk_file_filter_add_suffix (atlases, "ris3atlas");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), atlases);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_default_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  ris3_session_open_default (self->session);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_region_search_focus (RIS3_REGION_SEARCH (RIS3_WINDOW (widget)->search));
}

static void
clear_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  if (ris3_session_get_selected_region (self->session) >= 0)
    ris3_session_select (self->session, -1);
  else if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
close_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (ris3_map_view_get_map (self->map_view)));
}

/* Opens the menu of what the map shows. */
static void
view_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (RIS3_WINDOW (widget)->view_button);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* Makes the map's own actions available to shortcuts in the whole window. */
static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *map_name = g_strconcat ("map.", name + strlen ("win.map-"), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (RIS3_WINDOW (widget)->map_view), map_name, parameter);
}

static void
show_help (GtkWidget *window, GtkWindow *help)
{
  gtk_window_set_transient_for (help, GTK_WINDOW (window));
  gtk_window_present (help);
}

static void
reading_the_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_help (widget, ris3_help_new_reading_the_map ());
}

static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_help (widget, ris3_help_new_shortcuts ());
}

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

static void
nuts_version_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  Ris3Session *session = RIS3_WINDOW (user_data)->session;
  g_autoptr (Ris3View) view = NULL;
  guint version;

  if (!ris3_nuts_version_from_string (g_variant_get_string (value, NULL), &version))
    return;
  view = ris3_view_with_nuts_version (ris3_session_get_view (session), version);
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

/* The menu of what the map shows. It is made again for each atlas, as each has its own periods. */
void
_ris3_window_make_menu (Ris3Window *self)
{
  static const Ris3LevelRule rules[] = { RIS3_LEVEL_RULE_STRATEGY_TERRITORY, RIS3_LEVEL_RULE_COUNTRY,
                                         RIS3_LEVEL_RULE_NUTS_1, RIS3_LEVEL_RULE_NUTS_2, RIS3_LEVEL_RULE_NUTS_3 };
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    append_choice (section, ris3_indicator_get_title (ris3_indicator_get (i)), "win.indicator",
                   ris3_indicator_get (i)->id);
  append_section (menu, _ ("Indicator"), section);

  section = g_menu_new ();
  append_periods (section, ris3_session_get_atlas (self->session));
  append_section (menu, _ ("Period"), section);

  section = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    append_choice (section, ris3_level_rule_get_title (rules[i]), "win.level-rule", ris3_level_rule_get_id (rules[i]));
  append_section (menu, _ ("Level"), section);

  section = g_menu_new ();
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *version = g_strdup_printf ("%u", ris3_nuts_versions[i]);
      g_autofree char *label = g_strdup_printf ("NUTS %s", version);

      append_choice (section, label, "win.nuts-version", version);
    }
  append_section (menu, _ ("NUTS Version"), section);
  gtk_menu_button_set_menu_model (self->view_button, G_MENU_MODEL (menu));
}

void
_ris3_window_update_title (Ris3Window *self)
{
  Ris3View *view = ris3_session_get_view (self->session);
  const char *period = ris3_view_get_period (view);
  g_autofree char *period_text = period != NULL ? ris3_period_to_text (period) : g_strdup (_ ("latest"));
  g_autofree char *title = NULL;
  gboolean narrow;

  /* A narrow header bar keeps room for the search; the legend names the indicator. */
  g_object_get (self->map_view, "narrow", &narrow, NULL);
  title = narrow ? g_strdup (period_text)
                 : g_strdup_printf ("%s · %s", ris3_indicator_get_title (ris3_view_get_indicator (view)), period_text);
  gtk_label_set_label (GTK_LABEL (self->view_button_label), title);
}

void
_ris3_window_update_choices (Ris3Window *self)
{
  Ris3View *view = ris3_session_get_view (self->session);
  const char *period = ris3_view_get_period (view);
  g_autofree char *version = g_strdup_printf ("%u", ris3_view_get_nuts_version (view));

  set_choice (self, "indicator", ris3_view_get_indicator (view)->id);
  set_choice (self, "period", period != NULL ? period : "");
  set_choice (self, "level-rule", ris3_level_rule_get_id (ris3_view_get_level_rule (view)));
  set_choice (self, "nuts-version", version);
  _ris3_window_update_title (self);
}

void
_ris3_window_add_choices (Ris3Window *self)
{
  static const GActionEntry entries[] = {
    { .name = "indicator", .parameter_type = "s", .state = "''", .change_state = indicator_action },
    { .name = "period", .parameter_type = "s", .state = "''", .change_state = period_action },
    { .name = "level-rule", .parameter_type = "s", .state = "''", .change_state = level_rule_action },
    { .name = "nuts-version", .parameter_type = "s", .state = "''", .change_state = nuts_version_action },
    { .name = "panel", .state = "true", .change_state = panel_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_panel_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (_ris3_window_update_choices), self,
                           G_CONNECT_SWAPPED);
}

void
_ris3_window_install_actions (GtkWidgetClass *klass)
{
  static const char *const map_actions[] = { "win.map-zoom-in", "win.map-zoom-out", "win.map-show-europe",
                                             "win.map-next-region", "win.map-previous-region" };

  gtk_widget_class_install_action (klass, "win.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "win.open-default", NULL, open_default_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.clear-selection", NULL, clear_selection_action);
  gtk_widget_class_install_action (klass, "win.close-panel", NULL, close_panel_action);
  gtk_widget_class_install_action (klass, "win.view-menu", NULL, view_menu_action);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (klass, "win.reading-the-map", NULL, reading_the_map_action);
  gtk_widget_class_install_action (klass, "win.show-shortcuts", NULL, show_shortcuts_action);
  for (guint i = 0; i < G_N_ELEMENTS (map_actions); i++)
    gtk_widget_class_install_action (klass, map_actions[i], NULL, map_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.clear-selection", NULL);
}
