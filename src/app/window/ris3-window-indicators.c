/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The indicators in the menu of what the window shows: those of strategies, and by group the others, each asked of the
 * themes and programmes of the atlas.
 */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-menu-label.h"
#include "map/ris3-class-scheme.h"
#include "model/ris3-theme.h"

/* What an indicator is chosen for. */
typedef enum
{
  MAKES_SHOWN,
  MAKES_OTHER,    /* only those that can be shown together with another */
  MAKES_COMPARED, /* … on the second map */
} Makes;

/* The window, and the action that an indicator is chosen by. */
typedef struct
{
  Ris3Window *window;
  Makes makes;
  const char *action;
  const char *prefix; /* of the action's targets, before the indicator */
  const char *shown;  /* an indicator that is left out; NULL: none */
} Maker;

static void
append_choice (Maker *self, GMenu *section, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *target = NULL;

  if (g_strcmp0 (id, self->shown) == 0)
    return;
  item = g_menu_item_new (label, NULL);
  target = g_strconcat (self->prefix, id, NULL);
  g_menu_item_set_action_and_target (item, self->action, "s", target);
  g_menu_append_item (section, item);
}

/* No two submenus of a menu may have the same title. */
static void
append_submenu (Maker *self, GMenu *section, const char *title, GMenu *submenu)
{
  g_autofree char *label = NULL;

  if (self->makes == MAKES_OTHER)
    /* Translators: what is shown together with an indicator: a group of others. */
    label = g_strdup_printf (C_ ("indicators", "With: %s"), title);
  else if (self->makes == MAKES_COMPARED)
    /* Translators: what an indicator is compared with: a group of others. */
    label = g_strdup_printf (C_ ("indicators", "Compare: %s"), title);
  else
    label = g_strdup (title);
  g_menu_append_submenu (section, label, G_MENU_MODEL (submenu));
}

/* An indicator of one argument: "theme-share:oncology". */
static void
append_argument (Maker *self, GMenu *section, const Ris3Indicator *indicator, const char *argument, const char *label)
{
  g_autofree char *id = g_strdup_printf ("%.*s:%s", (int) strcspn (indicator->id, ":"), indicator->id, argument);

  append_choice (self, section, label, id);
}

static void
append_themes (Maker *self, GMenu *section, const Ris3Indicator *indicator, GPtrArray *themes)
{
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      const Ris3Theme *theme = g_ptr_array_index (themes, i);

      if (g_str_equal (theme->scheme, RIS3_THEME_SCHEME))
        append_argument (self, section, indicator, theme->code, theme->name);
    }
}

/* They come in the order of programmes. */
static void
append_programmes (Maker *self, GMenu *section, const Ris3Indicator *indicator, GListModel *participations)
{
  g_autofree char *former = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (Ris3Participation) participation = g_list_model_get_item (participations, i);
      const char *programme = ris3_participation_get_programme (participation);

      if (g_strcmp0 (programme, former) == 0)
        continue;
      append_argument (self, section, indicator, programme, programme);
      g_free (former);
      former = g_strdup (programme);
    }
}

static void
append_indicator (Maker *self, GMenu *section, const Ris3Indicator *indicator)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->window->session);
  g_autoptr (GMenu) submenu = NULL;

  if (indicator->argument_kind == RIS3_ARGUMENT_NONE)
    {
      append_choice (self, section, ris3_indicator_get_title (indicator), indicator->id);
      return;
    }
  submenu = g_menu_new ();
  if (indicator->argument_kind == RIS3_ARGUMENT_THEME)
    append_themes (self, submenu, indicator, self->window->themes);
  else if (atlas != NULL)
    append_programmes (self, submenu, indicator, ris3_atlas_get_participations (atlas));
  /* Of an atlas without any, nothing is asked. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    append_submenu (self, section, _ (indicator->title), submenu);
}

/* Names of the atlas, by indicators of their own. */
static void
append_columns (Maker *self, GMenu *section)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->window->session);
  GListModel *columns = atlas != NULL ? ris3_atlas_get_joined_columns (atlas) : NULL;

  for (guint i = 0; columns != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (Ris3JoinedColumn) column = g_list_model_get_item (columns, i);
      const char *name = ris3_joined_column_get_name (column);
      gboolean is_text = ris3_joined_column_get_is_text (column);
      const Ris3Indicator *indicator = ris3_indicator_find_column (name, is_text);
      g_autofree char *label = ris3_menu_label (name);

      if (indicator != NULL && !(self->makes == MAKES_OTHER && is_text))
        append_choice (self, section, label, indicator->id);
    }
}

static void
append_indicators (Maker *self, GMenu *section)
{
  for (Ris3IndicatorGroup group = 0; group < RIS3_N_INDICATOR_GROUPS; group++)
    {
      g_autoptr (GMenu) submenu = group == RIS3_INDICATOR_GROUP_FINDINGS ? g_object_ref (section) : g_menu_new ();

      if (group == RIS3_INDICATOR_GROUP_COLUMNS)
        append_columns (self, submenu);
      for (guint i = 0; group != RIS3_INDICATOR_GROUP_COLUMNS && i < ris3_indicator_get_n_indicators (); i++)
        if (ris3_indicator_get (i)->group == group
            && (self->makes != MAKES_OTHER || ris3_class_scheme_can_pair (ris3_indicator_get (i), NULL)))
          append_indicator (self, submenu, ris3_indicator_get (i));
      if (group == RIS3_INDICATOR_GROUP_COLUMNS && self->makes == MAKES_SHOWN)
        _ris3_window_append_column_actions (self->window, submenu);
      if (submenu != section && g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
        append_submenu (self, section, ris3_indicator_group_get_title (group), submenu);
    }
}

void
_ris3_window_append_indicators (Ris3Window *self, GMenu *section)
{
  Maker maker = { self, MAKES_SHOWN, "win.indicator", "" };

  append_indicators (&maker, section);
}

void
_ris3_window_append_others (Ris3Window *self, GMenu *section)
{
  Maker maker
      = { self, MAKES_OTHER, "win.with", "", ris3_view_get_indicator (ris3_session_get_view (self->session))->id };

  append_choice (&maker, section, C_ ("indicators", "Nothing Else"), "");
  append_indicators (&maker, section);
}

void
_ris3_window_append_compared (Ris3Window *self, GMenu *section)
{
  Maker maker = { self, MAKES_COMPARED, "win.against",
                  "indicator:", ris3_view_get_indicator (ris3_session_get_view (self->session))->id };

  append_indicators (&maker, section);
}

static gboolean
is_of_theme (const Ris3Indicator *indicator)
{
  return indicator != NULL && indicator->argument_kind == RIS3_ARGUMENT_THEME;
}

/* What is shown of a theme is told by its name from now on. */
static void
name_themes (Ris3Window *self)
{
  Ris3View *view = ris3_session_get_view (self->session);
  g_autoptr (Ris3View) compared = ris3_view_get_compared (view);

  for (guint i = 0; i < self->themes->len; i++)
    {
      const Ris3Theme *theme = g_ptr_array_index (self->themes, i);
      g_autofree char *code = g_strdup_printf ("%s/%s", theme->scheme, theme->code);

      ris3_indicator_name_theme (g_str_equal (theme->scheme, RIS3_THEME_SCHEME) ? theme->code : code, theme->name);
    }
  if (is_of_theme (ris3_view_get_indicator (view)) || is_of_theme (ris3_view_get_other_indicator (view))
      || (compared != NULL && is_of_theme (ris3_view_get_indicator (compared))))
    {
      g_object_notify (G_OBJECT (self->session), "view");
      g_object_notify (G_OBJECT (self->session), "classification");
    }
}

static void
on_themes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Window) self = RIS3_WINDOW (user_data);
  g_autoptr (GPtrArray) themes = ris3_atlas_read_themes_finish (RIS3_ATLAS (source), result, NULL);

  /* An atlas whose themes cannot be read tells it where it is edited; another atlas may have been opened since. */
  if (themes == NULL || self->session == NULL || RIS3_ATLAS (source) != ris3_session_get_atlas (self->session))
    return;
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  self->themes = g_steal_pointer (&themes);
  _ris3_window_forget_view_menu (self);
  name_themes (self);
}

void
_ris3_window_read_themes (Ris3Window *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas != NULL)
    ris3_atlas_read_themes_async (atlas, NULL, NULL, NULL, on_themes_read_cb, g_object_ref (self));
}
