/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The schema refuses nonsense: each statement here breaks one rule, and only that. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-schema-private.h"
#include "test-files.h"

#define STRATEGY(change) "UPDATE strategy SET " change " WHERE id = 'FRL0-2014'"
#define PENDING(change) "UPDATE strategy SET " change " WHERE id = 'AT-2014'"
#define PRIORITY(change) "UPDATE priority SET " change " WHERE strategy_id = 'FRL0-2014' AND label = '3.1.5'"
#define COMMENT(change) "UPDATE comment SET " change " WHERE key = 'saphire-survey-AT21'"
#define NOTE(columns, values)                                                                                          \
  "INSERT INTO note (" columns ", created_at, changed_at) VALUES (" values                                             \
  ", '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')"

#define DIGEST "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"
#define ORGANISATION "INSERT INTO organisation VALUES (1, 'x', 'other', NULL, NULL);"
#define ROUND ORGANISATION "INSERT INTO consultation_round VALUES (1, 'Spring', '', '2026-01-01', '', '', '');"
#define REQUEST "INSERT INTO request VALUES (1, 1, 1, 2016, 'FRL0', '', '', '', '', '');"
#define CHANGE(id, undoes)                                                                                             \
  "INSERT INTO change_log VALUES (" #id ", '2026-01-01T00:00:00Z', '', 'x', 'x', " undoes ", 2);"

#define COLUMN "INSERT INTO joined_column VALUES (1, 'x', 'number', '', 2021, 2016, '', '', '2026-02-28');"

static const char *const nonsense[] = {
  "INSERT INTO meta VALUES ('', 'x')",
  "INSERT INTO meta VALUES ('title', 'another')",
  "INSERT INTO region VALUES (1999, 'XX', 0, NULL, 'XX', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'xx', 0, NULL, 'xx', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'XX1', 0, NULL, 'XX', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'XX', 0, NULL, 'FR', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'FRX', 1, NULL, 'FR', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'FRX', 1, 'FRL', 'FR', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'FRX', 1, 'XX', 'FR', 'x', '', '')",
  "INSERT INTO region VALUES (2016, 'XX', 0, NULL, 'XX', '', '', '')",
  "DELETE FROM region WHERE code = 'FRL0' AND nuts_version = 2016",
  STRATEGY ("id = ''"),
  STRATEGY ("id = 'AT-2014'"),
  STRATEGY ("id = 'renamed'"),
  STRATEGY ("region_code = 'FR82'"),
  STRATEGY ("nuts_version = 2013"),
  STRATEGY ("region_name = ''"),
  STRATEGY ("title = ''"),
  STRATEGY ("title = NULL"),
  STRATEGY ("year = 214"),
  STRATEGY ("year = 'about 2014'"),
  STRATEGY ("period = '2014'"),
  STRATEGY ("period = '2020-2014'"),
  STRATEGY ("language = 'French'"),
  STRATEGY ("analysis_state = 'done'"),
  STRATEGY ("analysis_state = 'pending'"),
  STRATEGY ("health_priority = 2"),
  STRATEGY ("health_priority = 0"),
  STRATEGY ("pm_mark = 2"),
  STRATEGY ("pm_mark = 0"),
  STRATEGY ("pm_basis = NULL"),
  STRATEGY ("pm_basis = 'hearsay'"),
  STRATEGY ("pm_disputed = 3"),
  STRATEGY ("pm_disputed = NULL"),
  STRATEGY ("source_kind = 'book'"),
  STRATEGY ("reviewed_on = 'yesterday'"),
  STRATEGY ("withheld = 2"),
  PENDING ("health_priority = 1"),
  PENDING ("health_priority = 1, pm_mark = 1, pm_basis = 'text'"),
  PENDING ("pm_disputed = 1"),
  PENDING ("pm_basis = 'text'"),
  PRIORITY ("parent_id = id"),
  PRIORITY ("parent_id = (SELECT min (id) FROM priority WHERE strategy_id <> 'FRL0-2014')"),
  PRIORITY ("parent_id = 99999"),
  PRIORITY ("strategy_id = 'AT-2014'"),
  PRIORITY ("position = 0"),
  PRIORITY ("position = 'last'"),
  PRIORITY ("position = 1e300"),
  PRIORITY ("page_index = -1"),
  PRIORITY ("page_index = 'iv'"),
  PRIORITY ("explicit_pm = 2"),
  PRIORITY ("is_area = 2"),
  PRIORITY ("is_area = 1"),
  PRIORITY ("label = '', text = ''"),
  "UPDATE priority SET parent_id = (SELECT id FROM priority WHERE strategy_id = 'FRL0-2014' AND label = '3.1.5')"
  " WHERE strategy_id = 'FRL0-2014' AND label = '3'",
  "INSERT INTO codebook VALUES ('', '1', 'x', NULL, 1, 'x')",
  "INSERT INTO codebook VALUES ('x', '', 'x', NULL, 1, 'x')",
  "INSERT INTO codebook VALUES ('x', '1', '', NULL, 1, 'x')",
  "INSERT INTO codebook VALUES ('x', '1', 'x', 'x', 1, 'x')",
  "INSERT INTO codebook VALUES ('x', '1', 'x', 'y', 1, 'x')",
  "INSERT INTO codebook VALUES ('x', '1', 'x', NULL, 0, 'x')",
  "INSERT INTO codebook VALUES ('x', '1', 'x', NULL, 1, '')",
  "INSERT INTO codebook VALUES ('health-theme', '1', 'oncology', NULL, 1, 'x')",
  "DELETE FROM codebook WHERE code = 'oncology'",
  "INSERT INTO priority_theme VALUES (1, 'health-theme', '1', 'astrology', 9)",
  "INSERT INTO priority_theme VALUES (99999, 'health-theme', '1', 'oncology', 9)",
  "INSERT INTO priority_theme VALUES (1, 'health-theme', '1', 'oncology', 0)",
  "INSERT INTO participation VALUES (NULL, '', 'member', 'FR', 2016, 'FR', 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', '', 'FR', 2016, 'FR', 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'France', NULL, NULL, 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'FR', 2016, NULL, 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'FR', 2016, 'DE', 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'FR', 2016, 'FRXX', 'x', '')",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'FR', 2016, 'FR', '', '')",
  "INSERT INTO participation (programme, role, country, nuts_version, region_code, name, source)"
  " SELECT programme, role, country, nuts_version, region_code, name, source FROM participation"
  " WHERE region_code IS NOT NULL LIMIT 1",
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'BR', NULL, NULL, 'Brazil', '');"
  "INSERT INTO participation VALUES (NULL, 'P', 'member', 'BR', NULL, NULL, 'Brazil', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'party', 'x', NULL, '', NULL, NULL, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'project', '', NULL, '', NULL, NULL, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'project', 'x', NULL, '', 2020, 2019, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'project', 'x', NULL, '', 20, NULL, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'project', 'x', NULL, '', NULL, 20, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRXX', 'project', 'x', NULL, '', NULL, NULL, '', '')",
  "INSERT INTO activity VALUES (NULL, 2016, 'FRL0', 'project', 'x', 99, '', NULL, NULL, '', '')",
  "INSERT INTO activity_theme VALUES (1, 'health-theme', '1', 'oncology')",
  "INSERT INTO organisation VALUES (NULL, '', 'other', NULL, NULL)",
  "INSERT INTO organisation VALUES (NULL, 'x', 'pirate', NULL, NULL)",
  "INSERT INTO organisation VALUES (NULL, 'x', 'other', 2016, NULL)",
  "INSERT INTO organisation VALUES (NULL, 'x', 'other', 2016, 'FRXX')",
  "INSERT INTO contact VALUES (NULL, 99, '', 'x', '', '', '', '', '')",
  ORGANISATION "INSERT INTO contact VALUES (NULL, 1, '', '', '', '', '', '', '')",
  ORGANISATION "INSERT INTO contact VALUES (NULL, 1, '', 'x', '', '', '', 'French', '')",
  "INSERT INTO consultation_round VALUES (NULL, '', '', '2026-01-01', '', '', '')",
  "INSERT INTO consultation_round VALUES (NULL, 'x', '', '', '', '', '')",
  "INSERT INTO consultation_round VALUES (NULL, 'x', '', '2026-01-02', '2026-01-01', '', '')",
  "INSERT INTO consultation_round VALUES (NULL, 'x', '', '2026-01-02', '', '2026-01-01', '')",
  ROUND "INSERT INTO consultation_round VALUES (NULL, 'Spring', '', '2026-01-01', '', '', '')",
  ROUND "INSERT INTO request VALUES (NULL, 9, 1, 2016, 'FRL0', '', '', '', '', '')",
  ROUND "INSERT INTO request VALUES (NULL, 1, 9, 2016, 'FRL0', '', '', '', '', '')",
  ROUND "INSERT INTO request VALUES (NULL, 1, 1, 2016, 'FRXX', '', '', '', '', '')",
  ROUND "INSERT INTO request VALUES (NULL, 1, 1, 2016, 'FRL0', '', '', '', '2026-01-02', '')",
  ROUND "INSERT INTO request VALUES (NULL, 1, 1, 2016, 'FRL0', '', '2026-01-03', '', '2026-01-02', '')",
  ROUND REQUEST "INSERT INTO request VALUES (NULL, 1, 1, 2016, 'FRL0', '', '', '', '', '')",
  ROUND REQUEST "INSERT INTO reminder VALUES (NULL, 1, 'soon', '')",
  ROUND REQUEST "INSERT INTO reminder VALUES (NULL, 9, '2026-01-01', '')",
  ROUND REQUEST "INSERT INTO request_contact VALUES (1, 9)",
  "INSERT INTO assessment VALUES (NULL, 2016, 'FRL0', '', 1, '')",
  "INSERT INTO assessment VALUES (NULL, 2016, 'FRL0', 'x', 2, '')",
  "INSERT INTO assessment VALUES (NULL, 2016, 'FRXX', 'x', 1, '')",
  "INSERT INTO assessment VALUES (NULL, 2016, 'AT21', 'Commission', 1, '')",
  COMMENT ("key = ''"),
  COMMENT ("key = 'saphire-survey-DED'"),
  COMMENT ("parent_id = id"),
  COMMENT ("parent_id = 99999"),
  COMMENT ("organisation_id = 99"),
  COMMENT ("region_code = 'FRXX'"),
  COMMENT ("strategy_id = 'nothing'"),
  COMMENT ("priority_id = 1"),
  COMMENT ("strategy_id = 'AT21-2021'"),
  COMMENT ("target = 'planet'"),
  COMMENT ("target = 'strategy', strategy_id = 'AT21-2021', priority_id = 1"),
  COMMENT ("figure = 'indicator=health'"),
  COMMENT ("request_id = 99"),
  COMMENT ("author_role = 'pirate'"),
  COMMENT ("received_on = 'yesterday'"),
  COMMENT ("language = 'English'"),
  COMMENT ("text = ''"),
  COMMENT ("state = 'lost'"),
  COMMENT ("state = 'not accepted'"),
  COMMENT ("state = 'accepted'"),
  "INSERT INTO comment_contact VALUES (1, 99)",
  "INSERT INTO attachment VALUES (NULL, NULL, NULL, 'x', '', 1, " DIGEST ", '', '2026-01-01T00:00:00Z')",
  "INSERT INTO attachment VALUES (NULL, 1, 'AT-2014', 'x', '', 1, " DIGEST ", '', '2026-01-01T00:00:00Z')",
  "INSERT INTO attachment VALUES (NULL, 1, NULL, '', '', 1, " DIGEST ", '', '2026-01-01T00:00:00Z')",
  "INSERT INTO attachment VALUES (NULL, 1, NULL, 'x', '', 1, 'abc', '', '2026-01-01T00:00:00Z')",
  "INSERT INTO attachment VALUES (NULL, 1, NULL, 'x', '', -1, " DIGEST ", '', '2026-01-01T00:00:00Z')",
  "INSERT INTO attachment_data VALUES ('abc', x'00')",
  "INSERT INTO attachment_data VALUES (" DIGEST ", 'text')",
  "INSERT INTO comment_event VALUES (NULL, 99, '2026-01-01T00:00:00Z', '', '', NULL, 'received', '', NULL)",
  "INSERT INTO comment_event VALUES (NULL, 1, 'today', '', '', NULL, 'received', '', NULL)",
  "INSERT INTO comment_event VALUES (NULL, 1, '2026-01-01T00:00:00Z', '', '', 'lost', 'received', '', NULL)",
  "INSERT INTO comment_event VALUES (NULL, 1, '2026-01-01T00:00:00Z', '', '', NULL, 'lost', '', NULL)",
  "INSERT INTO comment_event VALUES (NULL, 1, '2026-01-01T00:00:00Z', '', '', 'noted', 'noted', '', NULL)",
  "INSERT INTO comment_event VALUES (NULL, 1, '2026-01-01T00:00:00Z', '', '', NULL, 'noted', '', 99)",
  "INSERT INTO comment_event VALUES (NULL, 1, '2026-01-01T00:00:00Z', '', '', NULL, 'accepted', '', NULL)",
  NOTE ("text", "'about nothing'"),
  NOTE ("text, strategy_id, longitude, latitude", "'about two things', 'AT-2014', 1, 1"),
  NOTE ("text, strategy_id", "'', 'AT-2014'"),
  NOTE ("text, strategy_id", "'x', 'nothing'"),
  NOTE ("text, priority_id", "'x', 99999"),
  NOTE ("text, nuts_version, region_code", "'x', 2016, 'FRXX'"),
  NOTE ("text, nuts_version, strategy_id", "'x', 2016, 'AT-2014'"),
  NOTE ("text, longitude", "'x', 1"),
  NOTE ("text, longitude, latitude", "'x', 200, 1"),
  NOTE ("text, longitude, latitude", "'x', 1, 100"),
  NOTE ("text, strategy_id, nuts_version, region_code", "'x', 'AT-2014', 2016, 'FRL0'"),
  NOTE ("text, strategy_id, colour", "'x', 'AT-2014', 'red'"),
  NOTE ("text, strategy_id, hidden", "'x', 'AT-2014', 2"),
  "INSERT INTO note (text, strategy_id, created_at, changed_at) VALUES ('x', 'AT-2014', 'now', 'now')",
  "INSERT INTO note (text, strategy_id, created_at, changed_at)"
  " VALUES ('x', 'AT-2014', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')",
  "INSERT INTO saved_view VALUES (NULL, '', '', '2026-01-01T00:00:00Z')",
  "INSERT INTO saved_view VALUES (NULL, 'x', 'two' || char (10) || 'lines', '2026-01-01T00:00:00Z')",
  "INSERT INTO saved_view VALUES (NULL, 'x', '', 'now')",
  "INSERT INTO saved_view VALUES (1, 'x', '', '2026-01-01T00:00:00Z');"
  "INSERT INTO saved_view VALUES (2, 'x', '', '2026-01-01T00:00:00Z')",
  "INSERT INTO joined_column VALUES (1, '', 'number', '', NULL, 2016, '', '', '')",
  "INSERT INTO joined_column VALUES (1, 'two' || char (10) || 'lines', 'number', '', NULL, 2016, '', '', '')",
  "INSERT INTO joined_column VALUES (1, 'x', 'colour', '', NULL, 2016, '', '', '')",
  "INSERT INTO joined_column VALUES (1, 'x', 'number', '', 20, 2016, '', '', '')",
  "INSERT INTO joined_column VALUES (1, 'x', 'number', '', NULL, 16, '', '', '')",
  "INSERT INTO joined_column VALUES (1, 'x', 'number', '', NULL, 2016, '', '', 'today')",
  COLUMN "INSERT INTO joined_column VALUES (2, 'x', 'number', '', NULL, 2016, '', '', '')",
  COLUMN "INSERT INTO joined_value VALUES (2, 2016, 'FRL0', 1, NULL)",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRXX', 1, NULL)",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', NULL, NULL)",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', 1, 'one')",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', 'many', NULL)",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', NULL, '')",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', 1, NULL);"
         "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', 2, NULL)",
  "INSERT INTO change_log VALUES (NULL, 'now', '', 'x', 'x', NULL, 2)",
  "INSERT INTO change_log VALUES (NULL, '2026-01-01T00:00:00Z', '', '', 'x', NULL, 2)",
  "INSERT INTO change_log VALUES (NULL, '2026-01-01T00:00:00Z', '', 'x', '', NULL, 2)",
  "INSERT INTO change_log VALUES (NULL, '2026-01-01T00:00:00Z', '', 'x', 'x', 99, 2)",
  "INSERT INTO change_log VALUES (NULL, '2026-01-01T00:00:00Z', '', 'x', 'x', NULL, 0)",
  CHANGE (1, "NULL") CHANGE (2, "2"),
  CHANGE (1, "NULL") CHANGE (2, "1") CHANGE (3, "1"),
  "INSERT INTO change_part VALUES (9, 0, x'00')",
  CHANGE (1, "NULL") "INSERT INTO change_part VALUES (1, 0, x'')",
  CHANGE (1, "NULL") "INSERT INTO change_part VALUES (1, 0, 'text')",
  CHANGE (1, "NULL") "INSERT INTO change_part VALUES (1, 0, zeroblob (4194305))",
  "INSERT INTO change_row VALUES ('note', '1', 9)",
};

/* The counterpart: what an atlas is for. */
static const char *const sense[] = {
  STRATEGY ("year = NULL, language = '', analysis_state = 'confirmed', pm_disputed = 1"),
  STRATEGY ("pm_mark = NULL, pm_basis = NULL, health_priority = NULL"),
  PRIORITY ("page_index = 0, page_label = 'iv', parent_id = NULL"),
  COMMENT ("state = 'not accepted', decision_reason = 'the document says otherwise'"),
  COMMENT ("target = 'strategy', strategy_id = 'AT21-2021', received_on = '2026-02-28'"),
  COMMENT ("target = 'figure', figure = 'indicator=health', page_label = 'iv', quote = 'x', english_text = 'y'"),
  PRIORITY ("position = 0.5"),
  STRATEGY ("analyst = 'A. Nalyst', reviewed_on = '2026-02-28', withheld = 1"),
  NOTE ("text, nuts_version, region_code, longitude, latitude, colour", "'x', 2016, 'FRL0', 5.4, 43.3, '#ff8800'"),
  "UPDATE priority SET position = 3 - position WHERE strategy_id = 'FRL0-2014' AND position IN (1, 2)",
  NOTE ("text, longitude, latitude", "'x', 5.4, 43.3"),
  NOTE ("text, nuts_version, region_code", "'x', 2013, 'FR82'"),
  "DELETE FROM strategy WHERE id = 'FRL0-2014'",
  COLUMN "INSERT INTO joined_value VALUES (1, 2016, 'FRL0', -1.5, NULL), (1, 2021, 'FRL0', NULL, 'one')",
};

static gboolean
run (Ris3Connection *connection, gpointer user_data, GError **error)
{
  return ris3_connection_execute (connection, user_data, error);
}

static void
test_nonsense (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *before = test_files_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) open_error = NULL;

  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, &open_error);
  g_assert_no_error (open_error);
  /* Triggers run only once they are known to be ours. */
  g_assert_true (ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;

      if (ris3_connection_transaction (connection, run, (gpointer) nonsense[i], &error))
        g_error ("This was accepted: %s", nonsense[i]);
      if (!g_error_matches (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID))
        g_error ("%s: %s", nonsense[i], error->message);
    }
  g_clear_pointer (&connection, ris3_connection_close);
  after = test_files_digest (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sense (TestFiles *files, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sense); i++)
    {
      g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
      g_autoptr (Ris3Connection) connection = NULL;
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autoptr (GError) error = NULL;

      connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (ris3_schema_compare (connection, RIS3_ATLAS_SCHEMA_VERSION, NULL));
      ris3_connection_transaction (connection, run, (gpointer) sense[i], &error);
      g_assert_no_error (error);
      g_clear_pointer (&connection, ris3_connection_close);
      atlas = ris3_atlas_open (path, NULL, &error);
      g_assert_no_error (error);
    }
}

/* A file from elsewhere may contain data, but nothing that runs. */
static void
test_hardened (TestFiles *files, gconstpointer data)
{
  static const char *const attacks[] = {
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x' WHERE name = 'note'",
    "ATTACH DATABASE '/tmp/other' AS other",
    "SELECT load_extension ('x')",
  };
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Connection) connection = ris3_connection_open (path, RIS3_CONNECTION_READ_WRITE, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (attacks); i++)
    g_assert_false (ris3_connection_execute (connection, attacks[i], NULL));
}

static void
assert_found (const char *path, const char *kind, const char *subject)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  findings = ris3_atlas_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, kind != NULL ? 1 : 0);
  if (kind != NULL)
    {
      const Ris3Finding *finding = g_ptr_array_index (findings, 0);
      g_assert_cmpstr (finding->kind, ==, kind);
      g_assert_cmpstr (finding->subject, ==, subject);
    }
}

static void
test_check (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *kind;
    const char *subject;
  } cases[] = {
    { STRATEGY ("source_title = '', document_url = ''"), "no-source", "FRL0-2014" },
    { PRIORITY ("explicit_pm = 0"), "mark-without-statement", "FRL0-2014" },
    { STRATEGY ("pm_mark = 0, pm_basis = NULL"), "statement-without-mark", "FRL0-2014" },
    { "PRAGMA foreign_keys = ON; DELETE FROM priority WHERE strategy_id = 'BG-2015'", "health-without-statement",
      "BG-2015" },
    { STRATEGY ("year = 2021"), "year-after-period", "FRL0-2014" },
    { "INSERT INTO priority VALUES (9999, 'FRL0-2014', NULL, 99, 'Nothing', '', '', NULL, '', '', '', 0, 1)",
      "empty-area", "FRL0-2014 Nothing" },
    { "UPDATE strategy SET analysis_state = 'pending', health_priority = NULL, pm_mark = NULL WHERE id = 'BG-2015'",
      "statement-of-pending", "BG-2015" },
    { "UPDATE comment SET target = 'priority', strategy_id = 'AT21-2021', priority_id = (SELECT min (id) FROM priority"
      " WHERE strategy_id = 'FRL0-2014') WHERE key = 'saphire-survey-AT21'",
      "comment-elsewhere", "saphire-survey-AT21" },
    { "CREATE TABLE other (a)", "damage", "atlas.ris3atlas" },
  };

  assert_found (test_default_atlas (), NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");

      test_files_sql (path, cases[i].sql);
      assert_found (path, cases[i].kind, cases[i].subject);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/schema/nonsense", test_nonsense);
  TEST_ADD ("/schema/sense", test_sense);
  TEST_ADD ("/schema/hardened", test_hardened);
  TEST_ADD ("/schema/check", test_check);
  return g_test_run ();
}
