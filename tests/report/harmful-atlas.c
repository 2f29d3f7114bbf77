/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "harmful-atlas.h"

#include <sqlite3.h>

static const char *const texts[HARMFUL_N_TEXTS] = {
  "=1+1",
  "=cmd|'/C calc'!A0",
  "+49 30 1234",
  "-1",
  "- a list",
  "@SUM(A1)",
  "\ttab",
  "'",
  "'quoted'",
  "'=1+1",
  "of:=1+1",
  "say \"so\"; \"\", ,;\t|",
  "\"",
  "two\nlines\n\nand a last one\n",
  "\nfirst line is empty",
  "  spaces   everywhere  ",
  " ",
  "007",
  "2.10",
  "1e5",
  "<b>&amp;</b> ]]> <text:s/>",
  "_x000D_",
  "😀👩‍⚕️🇪🇺 e\xcc\x81 a\xcc\x8a",
  "Κρήτη · Žilina · София · مرحبا",
  "TRUE",
  "2026-01-31",
  "NULL",
  "#N/A",
  "\xe2\x80\xa8\xc2\xa0\xef\xbb\xbf",
};

/* Runs a statement once for each text: ?1 is the text, ?2 its number. */
static void
run_for_each_text (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sqlite3_bind_text (statement, 1, texts[i], -1, SQLITE_STATIC);
      sqlite3_bind_int (statement, 2, (int) i);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (handle));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

char *
harmful_atlas_make (const char *default_atlas, const char *folder)
{
  g_autofree char *long_text = g_strnfill (32000, 'x');
  g_autofree char *contents = NULL;
  g_autofree char *update
      = g_strdup_printf ("UPDATE strategy SET remark = '%s' WHERE id = (SELECT max (id) FROM strategy)", long_text);
  sqlite3 *handle = NULL;
  gsize length;

  char *path = g_build_filename (folder, "harmful.ris3atlas", NULL);

  g_assert_true (g_file_get_contents (default_atlas, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);

  run_for_each_text (handle,
                     "INSERT INTO strategy (id, nuts_version, region_code, region_name, title, period, language, "
                     "analysis_state, analyst, reviewed_on, pm_disputed, source_kind, source_title, source_url, "
                     "document_url, remark) VALUES (?1 || ?2, 2016, 'FRL0', ?1, ?1, '2014-2020', 'fr', 'desk', "
                     "?1, CASE WHEN ?2 % 2 THEN '2026-01-31' ELSE '' END, 0, 'report', ?1, ?1, ?1, ?1)");
  run_for_each_text (handle, "INSERT INTO priority (strategy_id, parent_id, position, label, original_text, text, "
                             "page_index, page_label, quote, source_url, explicit_pm, is_area) VALUES (?1 || ?2, NULL, "
                             "1, ?1, ?1, ?1, ?2, ?1, ?1, ?1, 0, 0)");
  run_for_each_text (handle, "INSERT INTO priority (strategy_id, parent_id, position, label, original_text, text, "
                             "page_label, explicit_pm, is_area) VALUES (?1 || ?2, (SELECT id FROM priority WHERE "
                             "strategy_id = ?1 || ?2), 1, ?1, '', ?1, ?1, 1, 0)");
  run_for_each_text (handle, "INSERT INTO participation (programme, role, country, name, source) VALUES (?1, ?1, 'FR', "
                             "?1, ?1)");
  run_for_each_text (handle, "INSERT INTO organisation (name, role) VALUES (?1, 'other')");
  run_for_each_text (handle, "INSERT INTO contact (organisation_id, unit, name, role, email, phone, language, remark) "
                             "VALUES ((SELECT max (id) FROM organisation), ?1, ?1, ?1, ?1, ?1, 'fr', ?1)");
  run_for_each_text (handle,
                     "INSERT INTO activity (nuts_version, region_code, kind, title, organisation_id, programme, "
                     "year_from, url, remark) VALUES (2016, 'FRL0', 'project', ?1, (SELECT max (id) FROM "
                     "organisation), ?1, 2000 + ?2, ?1, ?1)");
  run_for_each_text (handle, "INSERT INTO activity_theme SELECT (SELECT id FROM activity WHERE title = ?1), scheme, "
                             "version, code FROM codebook LIMIT ?2 % 4");
  run_for_each_text (handle, "INSERT INTO assessment (nuts_version, region_code, assessor, pm_mark, source_url) VALUES "
                             "(2016, 'FRL0', ?1, 1, ?1)");
  run_for_each_text (handle, "INSERT INTO note (longitude, latitude, text, author, created_at, changed_at) VALUES "
                             "(-3.7038 * (1 + ?2), 40.4168 / (1 + ?2), ?1, ?1, '2026-01-31T12:00:00Z', "
                             "'2026-01-31T12:00:00Z')");
  g_assert_cmpint (sqlite3_exec (handle, update, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return path;
}
