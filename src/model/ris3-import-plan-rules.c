/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the cells of a row say together, and with what is in the atlas: a row that passes here is not refused by the
 * schema. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-import-private.h"

/* Of a period, in which its strategies are written. */
#define MAX_YEARS_BEFORE 4

typedef struct
{
  Ris3Comparison *comparison;
  Ris3ImportPlan *plan;
  guint row;
} Row;

static const char *
get (const Row *self, const char *column)
{
  return ris3_import_plan_get_effective_by_name (self->plan, self->row, column);
}

static gboolean
is (const Row *self, const char *column, const char *value)
{
  return g_str_equal (get (self, column), value);
}

#define complain(self, ...) ris3_import_plan_problem ((self)->plan, (self)->row, __VA_ARGS__)

static void
check_needed (const Row *self)
{
  Ris3ImportPlan *plan = self->plan;

  if (ris3_import_plan_row (plan, self->row)->match >= 0)
    return;
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].is_needed && !plan->has[i])
      complain (self, plan->columns[i].name, _ ("a new row needs “%s”, and the file has no such column. Add it."),
                _ (plan->columns[i].title));
}

static void
check_region (const Row *self)
{
  gint code_column = ris3_import_plan_find (self->plan, "nuts_code");
  const char *code;
  const char *version;
  g_autofree char *key = NULL;

  if (code_column < 0)
    return;
  code = get (self, "nuts_code");
  if (*code == '\0')
    return;
  version = get (self, "nuts_version");
  key = g_strconcat (version, " ", code, NULL);
  if (self->plan->table == RIS3_EXCHANGE_STRATEGIES)
    {
      const char *name = g_hash_table_lookup (self->comparison->regions, key);

      if (name != NULL)
        ris3_import_plan_row (self->plan, self->row)->region_name
            = g_string_chunk_insert_const (self->plan->texts, name);
    }
  if (!g_hash_table_contains (self->comparison->regions, key))
    complain (self, "nuts_code", _ ("there is no region “%s” in NUTS %u. Correct the code or the version."), code,
              (guint) g_ascii_strtoull (version, NULL, 10));
  else if (ris3_import_plan_find (self->plan, "country") >= 0 && *get (self, "country") != '\0'
           && strncmp (code, get (self, "country"), 2) != 0)
    complain (self, "country", _ ("the code “%s” does not belong to this country. Correct one of the two."), code);
}

/* Whether the atlas has no such value in the row yet. */
static gboolean
is_fresh (const Row *self, const char *column)
{
  guint i = (guint) ris3_import_plan_find (self->plan, column);

  return ris3_import_plan_row (self->plan, self->row)->match < 0
         || ris3_import_plan_is_changed (self->plan, self->row, i);
}

/* A strategy may well be older than its period. */
static void
check_year (const Row *self)
{
  guint64 year = g_ascii_strtoull (get (self, "year"), NULL, 10);
  guint64 first = g_ascii_strtoull (get (self, "period"), NULL, 10);
  guint64 last = strlen (get (self, "period")) > 5 ? g_ascii_strtoull (get (self, "period") + 5, NULL, 10) : 0;

  if (year != 0 && first != 0 && (year > last || year + MAX_YEARS_BEFORE < first)
      && (is_fresh (self, "year") || is_fresh (self, "period")))
    ris3_import_plan_note (self->plan, self->row, "year",
                           _ ("The year %u is not in the period %s, nor shortly before it. Check both."), (guint) year,
                           get (self, "period"));
}

static void
check_strategy (const Row *self)
{
  const char *level = NULL;
  gint level_column = ris3_import_plan_find (self->plan, "nuts_level");

  if (self->plan->has[level_column])
    level = *ris3_import_plan_cell (self->plan, self->row, (guint) level_column);
  if (level != NULL && *level != '\0'
      && g_ascii_strtoll (level, NULL, 10) != (gint64) strlen (get (self, "nuts_code")) - 2)
    complain (self, "nuts_level", _ ("the code “%s” does not belong to this level. Correct one of the two."),
              get (self, "nuts_code"));
  if (is (self, "analysis_state", "pending")
      && (*get (self, "has_health_priority") != '\0' || *get (self, "pm_mark") != '\0'
          || is (self, "pm_disputed", "1")))
    complain (self, "analysis_state",
              _ ("a pending strategy has no answers yet. Leave these cells empty, or choose another state."));
  if (is (self, "pm_mark", "1") && *get (self, "pm_basis") == '\0')
    complain (self, "pm_basis",
              _ ("the mark for personalised medicine says nothing of its basis. Write here what it rests on (text: the "
                 "strategy "
                 "says so itself; commission; region; secondary), or empty the mark."));
  if (!is (self, "pm_mark", "1") && *get (self, "pm_basis") != '\0')
    complain (self, "pm_basis", _ ("a strategy without the mark has no basis for it. Leave this cell empty."));
  if (is (self, "pm_mark", "1") && !is (self, "has_health_priority", "1"))
    complain (self, "has_health_priority",
              _ ("personalised medicine is itself a health priority. Write 1, or remove the mark."));
  check_year (self);
}

static void
check_priority (const Row *self)
{
  if (*get (self, "label") == '\0' && *get (self, "text_en") == '\0' && *get (self, "text_original") == '\0')
    complain (self, "label", _ ("the row has neither a label nor a text. Write one of them."));
  if (is (self, "is_area", "1") && is (self, "explicit_pm", "1"))
    complain (self, "explicit_pm",
              _ ("an area holds no statement of its own, so it cannot name personalised medicine. Write 0, or say that "
                 "it is no area."));
}

static void
check_participation (const Row *self)
{
  if (*get (self, "country") == '\0')
    complain (self, "country", _ ("neither the country nor the region is given. Fill in one of them."));
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && g_uri_get_host (uri) != NULL
         && *g_uri_get_host (uri) != '\0';
}

static void
check_activity (const Row *self)
{
  const char *from = get (self, "year_from");
  const char *to = get (self, "year_to");
  const char *url = get (self, "url");

  if (*url != '\0' && is_fresh (self, "url") && !is_web_address (url))
    complain (self, "url", _ ("“%s” is no web address. Write it with http:// or https:// at its beginning."), url);

  if (*from != '\0' && *to != '\0' && g_ascii_strtoll (from, NULL, 10) > g_ascii_strtoll (to, NULL, 10))
    complain (self, "year_to", _ ("the last year is before the first. Correct one of the two."));
}

static void
check_contact (const Row *self)
{
  if (*get (self, "name") == '\0' && *get (self, "email") == '\0')
    complain (self, "name", _ ("the contact has neither a name nor an e-mail address. Write one of them."));
}

static void
check_note (const Row *self)
{
  gboolean has_point = *get (self, "longitude") != '\0' || *get (self, "latitude") != '\0';
  guint n_things = (*get (self, "nuts_code") != '\0' || has_point) + (*get (self, "strategy_id") != '\0')
                   + (*get (self, "priority_id") != '\0');

  if (has_point && (*get (self, "longitude") == '\0' || *get (self, "latitude") == '\0'))
    complain (self, *get (self, "longitude") == '\0' ? "longitude" : "latitude",
              _ ("a point has a longitude and a latitude. Give both, or none."));
  if (n_things != 1)
    complain (self, "nuts_code",
              _ ("a note is about one thing: a region or a point, a strategy, or a priority. Name one of them."));
  if (*get (self, "priority_id") != '\0'
      && !g_hash_table_contains (self->comparison->priorities, get (self, "priority_id")))
    complain (self, "priority_id", _ ("there is no priority “%s” in the atlas. Correct this number."),
              get (self, "priority_id"));
  if (g_strcmp0 (get (self, "changed_at"), get (self, "created_at")) < 0 && *get (self, "changed_at") != '\0')
    complain (self, "changed_at", _ ("the note was changed before it was written. Correct one of the two."));
}

/* A new row of an earlier plan with that name. */
static gboolean
find_earlier (const Row *self, Ris3Exchange table, const char *name, gboolean *is_refused)
{
  Ris3PlanRow *row = ris3_import_plan_row (self->plan, self->row);
  const Ris3EarlierRow *found = g_hash_table_lookup (self->comparison->earlier[table], name);

  *is_refused = found != NULL && ris3_import_plan_is_refused (found->plan, found->row);
  if (found == NULL || *is_refused)
    return FALSE;
  row->earlier = found->plan;
  row->earlier_row = found->row;
  return TRUE;
}

static void
check_strategy_id (const Row *self)
{
  const char *id;
  gboolean is_refused = FALSE;

  ris3_import_plan_trim_key (self->plan, self->row, (guint) ris3_import_plan_find (self->plan, "strategy_id"),
                             self->comparison->strategies);
  id = get (self, "strategy_id");

  if (*id == '\0' || g_hash_table_contains (self->comparison->strategies, id)
      || find_earlier (self, RIS3_EXCHANGE_STRATEGIES, id, &is_refused))
    return;
  if (is_refused)
    complain (self, "strategy_id", _ ("the row of the strategy “%s” was refused. Correct that one."), id);
  else
    complain (self, "strategy_id", _ ("there is no strategy “%s”. Correct this id, or add the strategy first."), id);
}

static void
check_organisation (const Row *self)
{
  gint column = ris3_import_plan_find (self->plan, "organisation");
  const char *name;
  GPtrArray *candidates;
  gboolean is_refused = FALSE;

  if (!g_hash_table_contains (self->comparison->earlier[RIS3_EXCHANGE_ORGANISATIONS], get (self, "organisation")))
    ris3_import_plan_trim_key (self->plan, self->row, (guint) column, self->comparison->organisations);
  name = get (self, "organisation");
  candidates = g_hash_table_lookup (self->comparison->organisations, name);

  if (*name == '\0' || !self->plan->has[column])
    return;
  if (candidates != NULL && candidates->len == 1)
    *ris3_import_plan_cell (self->plan, self->row, (guint) column)
        = g_string_chunk_insert_const (self->plan->texts, g_ptr_array_index (candidates, 0));
  else if (candidates != NULL)
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < candidates->len; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (candidates, i));
      complain (self, "organisation",
                _ ("there are several organisations “%s”. Write the number of one of them instead: %s."), name,
                all->str);
    }
  else if (!find_earlier (self, RIS3_EXCHANGE_ORGANISATIONS, name, &is_refused))
    {
      if (is_refused)
        complain (self, "organisation", _ ("the row of the organisation “%s” was refused. Correct that one."), name);
      else
        complain (self, "organisation",
                  _ ("there is no organisation “%s”. Correct the name, or add the organisation first."), name);
    }
}

void
ris3_import_plan_check_rules (Ris3Comparison *comparison, guint row)
{
  static void (*const checks[RIS3_N_EXCHANGES]) (const Row *) = {
    [RIS3_EXCHANGE_STRATEGIES] = check_strategy,
    [RIS3_EXCHANGE_PRIORITIES] = check_priority,
    [RIS3_EXCHANGE_PARTICIPATIONS] = check_participation,
    [RIS3_EXCHANGE_ACTIVITIES] = check_activity,
    [RIS3_EXCHANGE_CONTACTS] = check_contact,
    [RIS3_EXCHANGE_NOTES] = check_note,
  };
  const Row self = { comparison, comparison->plan, row };

  check_region (&self);
  if (ris3_import_plan_is_refused (self.plan, row))
    return;
  check_needed (&self);
  if (checks[self.plan->table] != NULL)
    checks[self.plan->table](&self);
}

void
ris3_import_plan_resolve (Ris3Comparison *comparison, guint row)
{
  const Row self = { comparison, comparison->plan, row };

  if (self.plan->table != RIS3_EXCHANGE_STRATEGIES && ris3_import_plan_find (self.plan, "strategy_id") >= 0)
    check_strategy_id (&self);
  if (ris3_import_plan_find (self.plan, "organisation") >= 0)
    check_organisation (&self);
}
