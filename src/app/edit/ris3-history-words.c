/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-words.h"

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"
#include "map/ris3-date.h"
#include "map/ris3-value-words.h"
#include "model/ris3-edit.h"
#include "model/ris3-text.h"

/* Characters of a value that are shown, and compared. */
#define MAX_VALUE 10000

char *
ris3_history_day_to_text (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *before = g_date_time_format (yesterday, "%Y-%m-%d");

  if (g_str_equal (day, today))
    return g_strdup (_ ("Today"));
  if (g_str_equal (day, before))
    return g_strdup (_ ("Yesterday"));
  return ris3_date_to_text (day);
}

char *
ris3_history_time_to_text (GDateTime *time)
{
  /* Translators: a time of day, as g_date_time_format () has it: hours and minutes. */
  return g_date_time_format (time, C_ ("time of day", "%H:%M"));
}

char *
ris3_history_moment_to_text (GDateTime *time)
{
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *date = ris3_date_to_text (day);
  g_autofree char *of_day = ris3_history_time_to_text (time);

  /* Translators: a date, and a time of day. */
  return g_strdup_printf (C_ ("moment", "%s, %s"), date, of_day);
}

const char *
ris3_history_kind_get_title (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *title;
  } kinds[] = {
    { "strategy", N_ ("Strategies") },     { "priority", N_ ("Priorities") },
    { "outline", N_ ("Pasted Outlines") }, { "note", N_ ("Notes") },
    { "activity", N_ ("Activities") },     { "participation", N_ ("Participations") },
    { "assessment", N_ ("Assessments") },  { "organisation", N_ ("Organisations") },
    { "saved_view", N_ ("Saved Views") },  { "meta", N_ ("Properties of the Atlas") },
    { "import", N_ ("Imports") },          { "group", N_ ("Groups of Edits") },
    { "undo", N_ ("Undo and Redo") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _ (kinds[i].title);
  return NULL;
}

char *
ris3_history_row_to_text (const char *table, const char *name)
{
  if (name == NULL)
    name = "…";
  if (g_str_equal (table, "strategy"))
    return g_strdup_printf (_ ("Strategy “%s”"), name);
  if (g_str_equal (table, "priority") || g_str_equal (table, "priority_theme"))
    return g_strdup_printf (_ ("Priority “%s”"), name);
  if (g_str_equal (table, "note"))
    return g_strdup_printf (_ ("Note “%s”"), name);
  if (g_str_equal (table, "activity") || g_str_equal (table, "activity_theme"))
    return g_strdup_printf (_ ("Activity “%s”"), name);
  if (g_str_equal (table, "participation"))
    return g_strdup_printf (_ ("Participation “%s”"), name);
  if (g_str_equal (table, "organisation"))
    return g_strdup_printf (_ ("Organisation “%s”"), name);
  if (g_str_equal (table, "assessment"))
    return g_strdup_printf (_ ("Assessment “%s”"), name);
  if (g_str_equal (table, "saved_view"))
    return g_strdup_printf (_ ("View “%s”"), name);
  if (g_str_equal (table, "meta"))
    return g_strdup_printf (_ ("Property “%s”"), name);
  return g_strdup (_ ("Other data of the atlas"));
}

const char *
ris3_history_field_get_title (const char *table, const char *field)
{
  if (g_str_has_suffix (table, "_theme"))
    return g_str_equal (field, "code") ? _ ("Themes") : NULL;
  if (g_str_equal (table, "priority") && g_str_equal (field, "position"))
    return _ ("Place");
  return ris3_edit_field_get_name (table, field);
}

gboolean
ris3_history_field_is_prose (const char *table, const char *field)
{
  static const char *const choices[]
      = { "analysis_state", "source_kind",     "pm_basis", "language", "parent_id", "priority_id",
          "strategy_id",    "organisation_id", "role",     "kind",     NULL };

  return !ris3_value_is_answer (field) && !g_strv_contains (choices, field) && !g_str_has_suffix (table, "_theme");
}

char *
ris3_history_value_to_text (const char *table, const char *field, const char *value, const char *name)
{
  g_autofree char *text = ris3_value_to_text (table, field, value, name);

  return ris3_text_shorten (text, MAX_VALUE);
}
