/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What filters give, compared with what is asked row by row in plain SQL: of random atlases and filters, the same
 * strategies and priorities match, and the number of each value is that of the list that one gets by choosing it. */

#include <sqlite3.h>
#include <string.h>

#include "model/ris3-filter-index.h"
#include "test-facets.h"

#define SEED 2026
#define N_FILTERS 60

/* Every text, and which strategy and priority it is about. */
static const char *const text_sql
    = "SELECT id, 0, title || ' ' || remark FROM strategy"
      " UNION ALL SELECT strategy_id, id, label || ' ' || text || ' ' || original_text || ' ' || quote FROM priority"
      " UNION ALL SELECT ifnull (n.strategy_id, p.strategy_id), ifnull (n.priority_id, 0), n.text FROM note AS n"
      " LEFT JOIN priority AS p ON p.id = n.priority_id WHERE n.strategy_id IS NOT NULL OR n.priority_id IS NOT NULL"
      " UNION ALL SELECT s.id, 0, n.text FROM note AS n JOIN strategy AS s USING (nuts_version, region_code)"
      " UNION ALL SELECT s.id, 0, c.text || ' ' || c.english_text || ' ' || c.proposed_change || ' ' || "
      "c.decision_reason"
      " FROM comment AS c JOIN strategy AS s ON s.id = c.strategy_id OR (c.target IN ('region', 'figure') AND"
      " s.region_code = c.region_code AND s.nuts_version = c.nuts_version)";

/* What an atlas has, in sets of texts: "ID" or "ID VALUE". */
typedef struct
{
  GPtrArray *strategies; /* ids */
  GHashTable *latest;
  GHashTable *years;   /* id to year */
  GHashTable *periods; /* id to period */
  GHashTable *has[RIS3_N_FACETS];
  GPtrArray *values[RIS3_N_FACETS];
  GHashTable *priorities; /* strategy to GPtrArray of ids */
  GHashTable *areas;      /* ids of those that only group others, which are not counted */
  GHashTable *texts;      /* "STRATEGY" or "PRIORITY" to GPtrArray of texts, folded */
} Plain;

static void
for_each (const char *path, const char *sql, void (*func) (sqlite3_stmt *row, gpointer user_data), gpointer user_data)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    func (statement, user_data);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

static const char *
column (sqlite3_stmt *row, int i)
{
  return (const char *) sqlite3_column_text (row, i);
}

static void
add_value (sqlite3_stmt *row, gpointer user_data)
{
  gpointer *both = user_data;

  g_hash_table_add (both[0], g_strdup_printf ("%s %s", column (row, 0), column (row, 1)));
  if (!g_ptr_array_find_with_equal_func (both[1], column (row, 1), g_str_equal, NULL))
    g_ptr_array_add (both[1], g_strdup (column (row, 1)));
}

static void
add_strategy (sqlite3_stmt *row, gpointer user_data)
{
  Plain *plain = user_data;

  g_ptr_array_add (plain->strategies, g_strdup (column (row, 0)));
  g_hash_table_insert (plain->years, g_strdup (column (row, 0)), GINT_TO_POINTER (sqlite3_column_int (row, 1)));
  g_hash_table_insert (plain->periods, g_strdup (column (row, 0)), g_strdup (column (row, 2)));
}

static void
add_latest (sqlite3_stmt *row, gpointer user_data)
{
  g_hash_table_add (((Plain *) user_data)->latest, g_strdup (column (row, 0)));
}

static void
add_to_list (GHashTable *lists, const char *key, const char *value)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  g_ptr_array_add (list, g_strdup (value));
}

static void
add_priority (sqlite3_stmt *row, gpointer user_data)
{
  add_to_list (((Plain *) user_data)->priorities, column (row, 0), column (row, 1));
  if (g_str_equal (column (row, 2), "1"))
    g_hash_table_add (((Plain *) user_data)->areas, g_strdup (column (row, 1)));
}

/* " WORD WORD ", without case and accents. */
static void
add_text (sqlite3_stmt *row, gpointer user_data)
{
  const char *key = sqlite3_column_int64 (row, 1) != 0 ? column (row, 1) : column (row, 0);
  g_autofree char *cased = g_utf8_casefold (column (row, 2), -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) folded = g_string_new (" ");

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_utf8_get_char (at));
    else if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_c (folded, ' ');
  g_string_append_c (folded, ' ');
  add_to_list (((Plain *) user_data)->texts, key, folded->str);
}

static Plain *
plain_read (const char *path)
{
  Plain *plain = g_new0 (Plain, 1);

  plain->strategies = g_ptr_array_new_with_free_func (g_free);
  plain->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plain->years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plain->periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  plain->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plain->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for_each (path, "SELECT id, ifnull (year, 0), period FROM strategy", add_strategy, plain);
  for_each (
      path,
      "SELECT id FROM (SELECT id, row_number () OVER (PARTITION BY nuts_version, region_code ORDER BY period DESC,"
      " ifnull (year, 0) DESC, analysis_state = 'pending', id DESC) AS place FROM strategy) WHERE place = 1",
      add_latest, plain);
  for_each (path, "SELECT strategy_id, id, is_area FROM priority", add_priority, plain);
  for_each (path, text_sql, add_text, plain);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      gpointer both[2];

      plain->has[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      plain->values[i] = g_ptr_array_new_with_free_func (g_free);
      both[0] = plain->has[i];
      both[1] = plain->values[i];
      if (test_facet_sql (i) != NULL)
        for_each (path, test_facet_sql (i), add_value, both);
    }
  return plain;
}

static void
plain_free (Plain *plain)
{
  g_ptr_array_unref (plain->strategies);
  g_hash_table_unref (plain->latest);
  g_hash_table_unref (plain->years);
  g_hash_table_unref (plain->periods);
  g_hash_table_unref (plain->priorities);
  g_hash_table_unref (plain->areas);
  g_hash_table_unref (plain->texts);
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      g_hash_table_unref (plain->has[i]);
      g_ptr_array_unref (plain->values[i]);
    }
  g_free (plain);
}

static gboolean
has (Plain *plain, guint facet, const char *id, const char *value)
{
  g_autofree char *key = g_strdup_printf ("%s %s", id, value);

  return g_hash_table_contains (plain->has[facet], key);
}

static gboolean
has_any (Plain *plain, guint facet, const char *id, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (has (plain, facet, id, values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *text, const char *word)
{
  gboolean is_prefix = g_str_has_suffix (word, "*");
  g_autofree char *bare = g_strndup (word, strlen (word) - (is_prefix ? 1 : 0));
  g_autofree char *wanted = g_strdup_printf (" %s%s", bare, is_prefix ? "" : " ");

  return strstr (text, wanted) != NULL;
}

/* The words are one word, or two with an operator between them. */
static gboolean
has_words (Plain *plain, const char *id, const char *words)
{
  GPtrArray *texts = g_hash_table_lookup (plain->texts, id);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      gboolean first = has_word (texts->pdata[i], parts[0]);
      gboolean second;

      if (parts[1] == NULL)
        {
          if (first)
            return TRUE;
          continue;
        }
      second = has_word (texts->pdata[i], parts[2]);
      if (g_str_equal (parts[1], "OR")    ? first || second
          : g_str_equal (parts[1], "AND") ? first && second
                                          : first && !second)
        return TRUE;
    }
  return FALSE;
}

static gboolean
priority_fulfils (Plain *plain, Ris3Filter *filter, const char *id, const char *const *themes)
{
  const char *words = ris3_filter_get_words (filter);

  return (themes[0] == NULL || has_any (plain, RIS3_FACET_THEME, id, themes))
         && (*words == '\0' || has_words (plain, id, words));
}

static gboolean
has_such_priority (Plain *plain, Ris3Filter *filter, const char *id, const char *const *themes)
{
  GPtrArray *priorities = g_hash_table_lookup (plain->priorities, id);

  for (guint i = 0; priorities != NULL && i < priorities->len; i++)
    if (priority_fulfils (plain, filter, priorities->pdata[i], themes))
      return TRUE;
  return FALSE;
}

static gboolean
in_period (Plain *plain, const char *id, const char *period)
{
  if (period == NULL)
    return g_hash_table_contains (plain->latest, id);
  return g_str_equal (period, RIS3_FILTER_ANY_PERIOD) || g_str_equal (period, g_hash_table_lookup (plain->periods, id));
}

static gboolean
strategy_matches (Plain *plain, Ris3Filter *filter, const char *period, const char *id)
{
  const char *const *themes = ris3_filter_get_values (filter, RIS3_FACET_THEME);
  const char *words = ris3_filter_get_words (filter);
  guint year = GPOINTER_TO_UINT (g_hash_table_lookup (plain->years, id));
  guint since = ris3_filter_get_since (filter), until = ris3_filter_get_until (filter);

  if (!in_period (plain, id, period))
    return FALSE;
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    if (i != RIS3_FACET_THEME && ris3_filter_get_values (filter, i)[0] != NULL
        && !has_any (plain, i, id, ris3_filter_get_values (filter, i)))
      return FALSE;
  if ((since != 0 || until != 0) && (year == 0 || year < since || (until != 0 && year > until)))
    return FALSE;
  if (themes[0] == NULL)
    return *words == '\0' || has_words (plain, id, words) || has_such_priority (plain, filter, id, themes);
  if (!ris3_filter_get_all_themes (filter))
    return has_such_priority (plain, filter, id, themes);
  for (guint i = 0; themes[i] != NULL; i++)
    {
      const char *const one[] = { themes[i], NULL };

      if (!has_such_priority (plain, filter, id, one))
        return FALSE;
    }
  return TRUE;
}

static guint
count (Plain *plain, Ris3Filter *filter, const char *period)
{
  guint n = 0;

  for (guint i = 0; i < plain->strategies->len; i++)
    n += strategy_matches (plain, filter, period, plain->strategies->pdata[i]);
  return n;
}

static void
check_result (Plain *plain, Ris3Filter *filter, const char *period, Ris3FilterResult *result)
{
  g_autoptr (Ris3Filter) everything = ris3_filter_new ();
  guint n_strategies = 0, n_priorities = 0;

  g_assert_cmpuint (ris3_filter_result_get_n_all_strategies (result), ==, count (plain, everything, period));
  for (guint i = 0; i < plain->strategies->len; i++)
    {
      const char *id = plain->strategies->pdata[i];
      gboolean matches = strategy_matches (plain, filter, period, id);
      GPtrArray *priorities = g_hash_table_lookup (plain->priorities, id);

      g_assert_cmpint (ris3_filter_result_has_strategy (result, id), ==, matches);
      n_strategies += matches;
      for (guint j = 0; priorities != NULL && j < priorities->len; j++)
        {
          gboolean fits = matches
                          && priority_fulfils (plain, filter, priorities->pdata[j],
                                               ris3_filter_get_values (filter, RIS3_FACET_THEME));

          g_assert_cmpint (ris3_filter_result_has_priority (result, g_ascii_strtoll (priorities->pdata[j], NULL, 10)),
                           ==, fits);
          n_priorities += fits && !g_hash_table_contains (plain->areas, priorities->pdata[j]);
        }
    }
  g_assert_cmpuint (ris3_filter_result_get_n_strategies (result), ==, n_strategies);
  g_assert_cmpuint (ris3_filter_result_get_n_priorities (result), ==, n_priorities);
}

static void
check_years (Plain *plain, Ris3Filter *filter, const char *period, Ris3FilterResult *result)
{
  guint n_years, next = 0;
  const Ris3YearCount *years = ris3_filter_result_get_years (result, &n_years);

  for (guint year = RIS3_FILTER_MIN_YEAR; year <= RIS3_FILTER_MAX_YEAR; year++)
    {
      g_autoptr (Ris3Filter) with = ris3_filter_with_years (filter, year, year);
      guint n = count (plain, with, period);

      if (n == 0)
        continue;
      g_assert_cmpuint (next, <, n_years);
      g_assert_cmpuint (years[next].year, ==, year);
      g_assert_cmpuint (years[next++].n_strategies, ==, n);
    }
  g_assert_cmpuint (next, ==, n_years);
}

/* Each value gives the list that its number promises. */
static void
check_facets (Plain *plain, Ris3Filter *filter, const char *period, Ris3FilterResult *result)
{
  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      guint n_values;
      const Ris3FacetValue *values = ris3_filter_result_get_values (result, facet, &n_values);
      gboolean adds = facet == RIS3_FACET_THEME && ris3_filter_get_all_themes (filter);
      g_autoptr (Ris3Filter) without = adds ? ris3_filter_ref (filter) : ris3_filter_without (filter, facet);

      g_assert_cmpuint (n_values, >=, plain->values[facet]->len);
      for (guint i = 0; i < n_values; i++)
        {
          g_autoptr (Ris3Filter) with = ris3_filter_with (without, facet, values[i].id, TRUE);

          g_assert_cmpint (values[i].is_chosen, ==, ris3_filter_has (filter, facet, values[i].id));
          g_assert_cmpuint (values[i].n_strategies, ==, count (plain, with, period));
        }
    }
}

static Ris3Filter *
make_filter (GRand *rand, Plain *plain)
{
  static const char *const words[]
      = { "imaging",  "data", "clin*", "imaging AND data", "patients OR food", "health NOT data", "noted",
          "medicin*", "zzz",  "sante" };
  g_autoptr (Ris3Filter) filter = ris3_filter_new ();
  g_autoptr (GError) error = NULL;
  Ris3Filter *other;

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    for (gint i = g_rand_int_range (rand, 0, 5) == 0 ? g_rand_int_range (rand, 1, 4) : 0;
         i > 0 && plain->values[facet]->len > 0; i--)
      {
        const char *value = plain->values[facet]->pdata[g_rand_int_range (rand, 0, (gint32) plain->values[facet]->len)];

        other = ris3_filter_with (filter, facet, value, TRUE);
        ris3_filter_unref (filter);
        filter = other;
      }
  if (g_rand_boolean (rand))
    {
      other = ris3_filter_with_all_themes (filter, TRUE);
      ris3_filter_unref (filter);
      filter = other;
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      other = ris3_filter_with_years (filter, g_rand_boolean (rand) ? 2014 : 0, g_rand_boolean (rand) ? 2021 : 0);
      ris3_filter_unref (filter);
      filter = other;
    }
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      other = ris3_filter_with_words (filter, words[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (words))], &error);
      g_assert_no_error (error);
      ris3_filter_unref (filter);
      filter = other;
    }
  return g_steal_pointer (&filter);
}

static void
check_all (const char *path, Ris3FilterIndex *index, guint n_filters, GRand *rand)
{
  static const char *const periods[] = { NULL, "2014-2020", "2021-2027", RIS3_FILTER_ANY_PERIOD, "1999-2000" };
  Plain *plain = plain_read (path);

  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Filter) filter = i == 0 ? ris3_filter_new () : make_filter (rand, plain);
      g_autofree char *text = ris3_filter_to_text (filter);
      const char *period = periods[i % G_N_ELEMENTS (periods)];
      g_autoptr (Ris3FilterResult) result = ris3_filter_index_apply (index, filter, period, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %s: %u", period, text, ris3_filter_result_get_n_strategies (result));
      check_result (plain, filter, period, result);
      check_facets (plain, filter, period, result);
      check_years (plain, filter, period, result);
    }
  plain_free (plain);
}

static void
test_random (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_facets_make_atlas (files);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (path, &error);

  g_assert_no_error (error);
  check_all (path, index, N_FILTERS, rand);
}

static void
on_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static Ris3FilterIndex *
follow (Ris3Atlas *atlas, Ris3FilterIndex *former, Ris3Changes *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Ris3FilterIndex *index;

  ris3_filter_index_new_async (atlas, former, changes, NULL, on_result, &result);
  index = ris3_filter_index_new_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return index;
}

/* After each of some changes, an index that follows gives what the file says; and the former still what it said. */
static void
test_changes (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *table;
    const char *key;
  } steps[] = {
    { "UPDATE priority SET text = 'zzz imaging' WHERE id = 7", "priority", "7" },
    { "UPDATE strategy SET title = 'zzz', year = 2015 WHERE id = 'FRL0-2014'", "strategy", "FRL0-2014" },
    { "DELETE FROM priority_theme WHERE priority_id = 9", "priority_theme", "9 health-theme 1 oncology" },
    { "UPDATE note SET text = 'zzz' WHERE id = (SELECT min (id) FROM note)", "note", "1" },
    { "INSERT INTO priority (id, strategy_id, position, label, original_text, text, page_label, explicit_pm, is_area)"
      " VALUES (999999, 'FRL0-2014', 9999, 'zzz', '', 'new data', '', 0, 0)",
      "priority", "999999" },
    { "PRAGMA foreign_keys = ON; DELETE FROM priority WHERE id = 999999", "priority", "999999" },
    { "PRAGMA foreign_keys = ON; DELETE FROM strategy WHERE id = 'FRL0-2014'", "strategy", "FRL0-2014" },
  };
  g_autofree char *path = test_facets_make_atlas (files);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (Ris3FilterIndex) first = NULL;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text ("zzz", NULL, &error);
  g_autoptr (Ris3FilterResult) result = NULL;

  g_assert_no_error (error);
  index = follow (atlas, NULL, NULL);
  first = ris3_filter_index_ref (index);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (Ris3Changes) changes = ris3_changes_new ();
      Ris3FilterIndex *next;

      test_files_sql (path, steps[i].sql);
      ris3_changes_add (changes, steps[i].table, steps[i].key);
      next = follow (atlas, index, changes);
      ris3_filter_index_unref (index);
      index = next;
      check_all (path, index, 5, rand);
      if (i == 0)
        {
          g_autoptr (Ris3FilterResult) found = ris3_filter_index_apply (index, filter, RIS3_FILTER_ANY_PERIOD, &error);

          g_assert_no_error (error);
          g_assert_true (ris3_filter_result_has_priority (found, 7));
        }
    }
  result = ris3_filter_index_apply (first, filter, RIS3_FILTER_ANY_PERIOD, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_filter_result_get_n_strategies (result), ==, 0);
}

static void
test_resolve (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *form; /* NULL: an error */
    const char *part;
  } texts[] = {
    { "country:France,deutschland,\"Republica checa\",Ελλάδα,XK,NO", NULL, "XK" },
    { "country:France,deutschland,Grecia,česko,Ελλάδα", "country:CZ,DE,EL,FR", NULL },
    { "country:Franse", NULL, "Did you mean “France”" },
    { "pm:yes country:France,\"Franse\"", NULL, "At character 23: No country is called “Franse”" },
    { "country:CH", "country:CH", NULL },
    { "theme:oncology,\"rare and chronic diseases\"", "theme:health-theme/oncology,health-theme/rare-chronic-disease",
      NULL },
    { "theme:all(Oncology,health-theme/neuroscience)", "theme:all(health-theme/neuroscience,health-theme/oncology)",
      NULL },
    { "theme:onkology", NULL, "At character 7: No theme is called “onkology”. Did you mean" },
    { "theme:oecd-fields/3.2", "theme:oecd-fields/3.2", NULL },
    { "programme:icpermed", "programme:ICPerMed", NULL },
    { "programme:ICPermed2", NULL, "Did you mean “ICPerMed”" },
    { "programme:zzzzzzzz", NULL, "as the atlas has it" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new (test_default_atlas (), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Ris3Filter) filter = ris3_filter_from_text (texts[i].typed, NULL, &error);
      g_autoptr (Ris3Filter) resolved = NULL;
      g_autofree char *form = NULL;
      gsize position;

      g_assert_no_error (error);
      position = 0;
      resolved = ris3_filter_resolve (filter, index, &position, &error);
      if (texts[i].form != NULL)
        {
          g_autoptr (Ris3FilterResult) one = NULL;
          g_autoptr (Ris3FilterResult) other = NULL;
          g_autoptr (Ris3Filter) read = NULL;
          g_autoptr (Ris3Filter) again = NULL;
          g_autofree char *brief = NULL;

          g_assert_no_error (error);
          form = ris3_filter_to_text (resolved);
          g_assert_cmpstr (form, ==, texts[i].form);
          /* In its short form it is the same once more. */
          brief = ris3_filter_index_dup_text (index, resolved);
          g_assert_null (strstr (brief, "health-theme/"));
          read = ris3_filter_from_text (brief, NULL, &error);
          g_assert_no_error (error);
          again = ris3_filter_resolve (read, index, NULL, &error);
          g_assert_no_error (error);
          g_assert_true (ris3_filter_equal (again, resolved));
          one = ris3_filter_index_apply (index, filter, NULL, &error);
          other = ris3_filter_index_apply (index, resolved, NULL, &error);
          g_assert_cmpuint (ris3_filter_result_get_n_strategies (one), ==, ris3_filter_result_get_n_strategies (other));
          continue;
        }
      g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, texts[i].part));
      g_clear_error (&error);
    }
}

/* The best first, each with its region, and some words around. */
static void
test_search (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_facets_make_atlas (files);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  const Ris3FilterHit *hit;
  guint n_notes = 0;

  test_files_sql (
      path, "UPDATE priority SET label = 'Proteomics', text = 'A \342\201\250marked\342\201\251' || char (10) || 'text'"
            " WHERE id = (SELECT max (id) FROM priority)");
  index = ris3_filter_index_new (path, &error);
  g_assert_no_error (error);
  hits = ris3_filter_index_search (index, "PRÓTEOM", 10, &error);
  g_assert_no_error (error);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->table, ==, "priority");
  g_assert_cmpstr (hit->context, ==, "\342\201\250Proteomics\342\201\251");
  g_assert_cmpuint (hits->len, >, 1);
  few = ris3_filter_index_search (index, "noted", 1000, &error);
  for (guint i = 0; i < few->len; i++)
    {
      hit = few->pdata[i];
      n_notes += g_str_equal (hit->table, "note");
      g_assert_nonnull (strstr (hit->context, "\342\201\250"));
      if (g_str_equal (hit->table, "note") && *hit->strategy_id == '\0')
        g_assert_true (hit->nuts_version == 0 ? *hit->region_code == '\0' : *hit->region_code != '\0');
    }
  g_assert_cmpint (n_notes, ==, test_files_query (path, "SELECT count(*) FROM note WHERE text LIKE 'noted%'"));
  none = ris3_filter_index_search (index, " ", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  refused = ris3_filter_index_search (index, "\"imaging", 10, &error);
  g_assert_null (refused);
  g_assert_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_SYNTAX);
}

/* Not every atlas is one. */
static void
test_damaged (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "not-an-atlas", "text", 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (ris3_filter_index_new (path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_NOT_ATLAS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/filter-index/random", test_random);
  TEST_ADD ("/filter-index/changes", test_changes);
  TEST_ADD ("/filter-index/resolve", test_resolve);
  TEST_ADD ("/filter-index/search", test_search);
  TEST_ADD ("/filter-index/damaged", test_damaged);
  return g_test_run ();
}
