/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What SQLite says when it refuses a row, as a sentence about a field. */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-edit-error.h"
#include "model/ris3-rule-private.h"

/* Rules about several fields: how they begin in the schema, the field beside which a form shows them, and words. */
typedef struct
{
  const char *beginning;
  const char *field;
  const char *words;
} Together;

static const Together rules[] = {
  { "(pm_mark IS 1)", "pm_basis",
    N_ ("A mark needs a basis (text, commission, region or secondary), and only a mark has one.") },
  { "pm_mark IS NOT 1 OR", "health_priority",
    N_ ("Personalised medicine is itself a health priority: answer yes there too, or remove the mark.") },
  { "analysis_state <> 'pending' OR", "analysis_state",
    N_ ("Of a strategy that is not yet analysed, neither a mark, a health priority nor a dispute is known. Choose "
        "another state first.") },
  { "label <> '' OR", "text", N_ ("A priority needs a label or a text.") },
  { "is_area = 0 OR", "explicit_pm",
    N_ ("An area holds no statement of its own, so it cannot name personalised medicine.") },
  { "year_from IS NULL OR", "year_to", N_ ("The last year is before the first.") },
  { "region_code IS NULL OR", "region_code", N_ ("The region is not in the country.") },
  { "(nuts_version IS NULL)", "region_code", N_ ("A region is named by its NUTS version and its code together.") },
  { "(longitude IS NULL)", "latitude", N_ ("A point has a longitude and a latitude.") },
  { "(region_code IS NOT NULL OR", "region_code",
    N_ ("A note is about one thing: a region, a strategy, a priority or a point.") },
  { "due_on = '' OR (", "due_on", N_ ("Answers would be due before the round was opened.") },
  { "closed_on = '' OR (", "closed_on", N_ ("The round would be closed before it was opened.") },
  { "answered_on = '' OR (", "answered_on", N_ ("The answer would have come before it was asked for.") },
  { "parent_id <> id", "parent_id", N_ ("A priority cannot be part of itself.") },
};

static gboolean
say (GError **error, const Ris3EditTable *table, const char *field, const char *words)
{
  const Ris3EditField *known = ris3_edit_table_find_field (table, field);

  /* Translators: a field, and what is wrong with its value. */
  return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, field, _ ("%s: %s."),
                              known != NULL && known->name != NULL ? _ (known->name) : field, words);
}

static gboolean
refuse_check (const Ris3EditTable *table, const char *expression, GError **error)
{
  g_autofree char *normal = ris3_sql_normalise (expression);
  g_autofree char *words = NULL;
  g_autofree char *field = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_has_prefix (normal, rules[i].beginning))
      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, rules[i].field, "%s", _ (rules[i].words));

  words = ris3_rule_split (normal, &field);
  if (field == NULL)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL, "%s", words);
  return say (error, table, field, words);
}

/* "strategy.id" or "strategy.a, strategy.b": the last one is what the others do not already say. */
static char *
get_last_column (const char *names)
{
  const char *dot = strrchr (names, '.');

  return g_strdup (dot != NULL ? dot + 1 : names);
}

gboolean
ris3_edit_refuse (Ris3Connection *connection, const Ris3EditTable *table, int code, GError **error)
{
  g_autofree char *message = g_strdup (sqlite3_errmsg (ris3_connection_get_handle (connection)));
  const char *colon = strstr (message, ": ");
  const char *rest = colon != NULL ? colon + 2 : message;
  g_autofree char *column = NULL;

  switch (code)
    {
    case SQLITE_CONSTRAINT_CHECK:
      return refuse_check (table, rest, error);
    case SQLITE_CONSTRAINT_NOTNULL:
      column = get_last_column (rest);
      return say (error, table, column, _ ("it is missing"));
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      column = g_str_has_prefix (rest, "index ") ? g_strdup ("name") : get_last_column (rest);
      return say (error, table, column, _ ("there is already one with the same value"));
    case SQLITE_CONSTRAINT_DATATYPE:
      column = get_last_column (message);
      return say (error, table, column, _ ("it is not of the right kind"));
    case SQLITE_CONSTRAINT_TRIGGER:
      return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "parent_id", "%s",
                                  _ ("A priority cannot be part of itself."));
    default:
      ris3_connection_set_error (connection, code, error);
      return FALSE;
    }
}
