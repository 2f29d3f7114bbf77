/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-words.h"

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"
#include "map/ris3-date.h"
#include "map/ris3-period.h"
#include "map/ris3-record-titles.h"
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

static gboolean
is_question (const char *field)
{
  static const char *const questions[]
      = { "withheld", "health_priority", "pm_mark", "pm_disputed", "explicit_pm", "is_area", "hidden", NULL };

  return g_strv_contains (questions, field);
}

gboolean
ris3_history_field_is_prose (const char *table, const char *field)
{
  static const char *const choices[]
      = { "analysis_state", "source_kind",     "pm_basis", "language", "parent_id", "priority_id",
          "strategy_id",    "organisation_id", "role",     "kind",     NULL };

  return !is_question (field) && !g_strv_contains (choices, field) && !g_str_has_suffix (table, "_theme");
}

static const char *
find_state (const char *id)
{
  for (Ris3AnalysisState state = RIS3_ANALYSIS_PENDING; state <= RIS3_ANALYSIS_CONFIRMED; state++)
    if (g_str_equal (ris3_analysis_state_get_id (state), id))
      return ris3_analysis_state_get_title (state);
  return id;
}

static const char *
find_source_kind (const char *id)
{
  for (Ris3SourceKind kind = RIS3_SOURCE_STRATEGY; kind <= RIS3_SOURCE_NEWS; kind++)
    if (g_str_equal (ris3_source_kind_get_id (kind), id))
      return ris3_source_kind_get_title (kind);
  return id;
}

static const char *
find_basis (const char *id)
{
  for (Ris3Basis basis = RIS3_BASIS_TEXT; basis < RIS3_N_BASES; basis++)
    if (g_str_equal (ris3_basis_get_id (basis), id))
      return ris3_mark_basis_get_title (basis);
  return id;
}

/* The page of a file, which is stored from 0. */
static char *
describe_page (const char *value)
{
  gint64 page = g_ascii_strtoll (value, NULL, 10);

  return page >= 0 && page < G_MAXINT ? g_strdup_printf ("%d", (int) page + 1) : g_strdup (value);
}

static char *
describe_value (const char *table, const char *field, const char *value, const char *name)
{
  if (value == NULL)
    return g_strdup (is_question (field) ? _ ("Not answered") : "");
  if (name != NULL)
    return g_strdup (name);
  if (is_question (field))
    return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));
  if (g_str_equal (field, "analysis_state"))
    return g_strdup (find_state (value));
  if (g_str_equal (field, "source_kind"))
    return g_strdup (find_source_kind (value));
  if (g_str_equal (field, "pm_basis"))
    return g_strdup (find_basis (value));
  if (g_str_equal (field, "language") && *value != '\0')
    return g_strdup (ris3_language_get_name (value));
  if (g_str_equal (field, "page_index"))
    return describe_page (value);
  if (g_str_equal (field, "period"))
    return ris3_period_to_text (value);
  if (g_str_equal (field, "reviewed_on"))
    return ris3_date_to_text (value);
  if (g_str_equal (table, "participation") && g_str_equal (field, "role"))
    return g_strdup (ris3_participation_role_get_title (value));
  if (g_str_equal (table, "organisation") && g_str_equal (field, "role"))
    return g_strdup (ris3_author_role_get_title (value));
  if (g_str_equal (table, "activity") && g_str_equal (field, "kind"))
    return g_strdup (ris3_activity_kind_get_title (value));
  return g_strdup (value);
}

char *
ris3_history_value_to_text (const char *table, const char *field, const char *value, const char *name)
{
  g_autofree char *text = describe_value (table, field, value, name);

  return ris3_text_shorten (text, MAX_VALUE);
}
