/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-value-words.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-date.h"
#include "map/ris3-period.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-language.h"

gboolean
ris3_value_is_answer (const char *field)
{
  static const char *const questions[]
      = { "withheld", "health_priority", "pm_mark", "pm_disputed", "explicit_pm", "is_area", "hidden", NULL };

  return g_strv_contains (questions, field);
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

char *
ris3_value_to_text (const char *table, const char *field, const char *value, const char *name)
{
  g_return_val_if_fail (table != NULL && field != NULL, NULL);
  if (value == NULL)
    return g_strdup (ris3_value_is_answer (field) ? _ ("Not answered") : "");
  if (name != NULL)
    return g_strdup (name);
  if (ris3_value_is_answer (field))
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
