/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-generate.h"

#include <sqlite3.h>

#define SEED 2026

static const char *const words[]
    = { "predictive",  "biomarkers", "for",      "improving", "disease",  "prevention", "in",      "vivo",
        "imaging",     "of",         "patients", "with",      "chronic",  "conditions", "digital", "solutions",
        "development", "clinical",   "research", "and",       "advanced", "therapies",  "data",    "rehabilitation" };

static GPtrArray *
read_texts (sqlite3 *handle, const char *sql)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return texts;
}

static guint
count (sqlite3 *handle, const char *sql)
{
  g_autoptr (GPtrArray) texts = read_texts (handle, sql);

  return (guint) g_ascii_strtoull (g_ptr_array_index (texts, 0), NULL, 10);
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  gint n = g_rand_int_range (rand, 4, 16);

  for (gint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static sqlite3_stmt *
prepare (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  return statement;
}

static void
run (sqlite3 *handle, sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (handle));
  sqlite3_reset (statement);
}

static void
add_strategies (sqlite3 *handle, GRand *rand, guint n)
{
  g_autoptr (GPtrArray) regions
      = read_texts (handle, "SELECT code FROM region WHERE nuts_version = 2016 AND level < 3");
  sqlite3_stmt *insert = prepare (
      handle,
      "INSERT INTO strategy (id, nuts_version, region_code, region_name, title, year, period, language, analysis_state,"
      " health_priority, pm_mark, pm_basis, pm_disputed, source_kind, source_title, source_url, document_url, remark)"
      " VALUES (?1, 2016, ?2, ?2, ?3, ?4, iif (?4 < 2021, '2014-2020', '2021-2027'), 'en', 'document', ?5 > 0,"
      " ?5 > 1, iif (?5 > 1, 'text', NULL), ?5 = 3, 'strategy', '', 'https://example.org/' || ?1, '', '')");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("G%u", i);
      g_autofree char *title = make_text (rand);

      sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 2, g_ptr_array_index (regions, g_rand_int_range (rand, 0, (gint32) regions->len)), -1,
                         SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, title, -1, SQLITE_STATIC);
      sqlite3_bind_int (insert, 4, g_rand_int_range (rand, 2014, 2028));
      sqlite3_bind_int (insert, 5, g_rand_int_range (rand, 0, 4));
      run (handle, insert);
    }
  sqlite3_finalize (insert);
}

static void
add_priorities (sqlite3 *handle, GRand *rand, guint n)
{
  g_autoptr (GPtrArray) strategies = read_texts (handle, "SELECT id FROM strategy WHERE id GLOB 'G*' ORDER BY id");
  sqlite3_stmt *insert = prepare (
      handle, "INSERT INTO priority (strategy_id, parent_id, position, label, original_text, text, page_label,"
              " explicit_pm, is_area) VALUES (?1, nullif (?2, 0), ?3, ?4, '', ?5, '28', ?6, 0)");
  sqlite3_stmt *tag = prepare (handle, "INSERT INTO priority_theme SELECT ?1, scheme, version, code, 1 FROM codebook"
                                       " WHERE scheme = 'health-theme' ORDER BY position LIMIT 1 OFFSET ?2");

  for (guint i = 0; i < n; i++)
    {
      guint at = (guint) ((guint64) i * strategies->len / n);
      guint first = (guint) (((guint64) at * n + strategies->len - 1) / strategies->len);
      g_autofree char *label = g_strdup_printf ("%u", i - first + 1);
      g_autofree char *text = make_text (rand);
      static sqlite3_int64 area;
      gboolean is_top = (i - first) % 5 == 0;

      sqlite3_bind_text (insert, 1, g_ptr_array_index (strategies, at), -1, SQLITE_STATIC);
      sqlite3_bind_int64 (insert, 2, is_top ? 0 : area);
      sqlite3_bind_int (insert, 3, (int) (i - first + 1));
      sqlite3_bind_text (insert, 4, label, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 5, text, -1, SQLITE_STATIC);
      sqlite3_bind_int (insert, 6, g_rand_int_range (rand, 0, 10) == 0);
      run (handle, insert);
      if (is_top)
        area = sqlite3_last_insert_rowid (handle);
      sqlite3_bind_int64 (tag, 1, sqlite3_last_insert_rowid (handle));
      sqlite3_bind_int (tag, 2, g_rand_int_range (rand, 0, 9));
      run (handle, tag);
    }
  sqlite3_finalize (insert);
  sqlite3_finalize (tag);
}

void
test_generate (const char *path, guint n_strategies, guint n_priorities)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  sqlite3 *handle = NULL;
  guint n_present;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  add_strategies (handle, rand, n_strategies - count (handle, "SELECT count(*) FROM strategy"));
  n_present = count (handle, "SELECT count(*) FROM priority");
  if (n_priorities > n_present)
    add_priorities (handle, rand, n_priorities - n_present);
  if (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  sqlite3_close (handle);
}
