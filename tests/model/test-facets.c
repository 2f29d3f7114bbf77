/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-facets.h"

#include "model/ris3-atlas.h"
#include "test-generate.h"

static const char *const facet_sql[RIS3_N_FACETS] = {
  [RIS3_FACET_COUNTRY] = "SELECT id, substr (region_code, 1, 2) FROM strategy",
  [RIS3_FACET_GROUP]
  = "SELECT id, g FROM (SELECT id, CASE WHEN c IN ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EL', 'ES', 'FI', "
    "'FR', 'HR',"
    " 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') THEN 'eu27'"
    " WHEN c IN ('CH', 'IS', 'LI', 'NO') THEN 'efta' WHEN c = 'UK' THEN 'uk'"
    " WHEN c IN ('AL', 'BA', 'GE', 'MD', 'ME', 'MK', 'RS', 'TR', 'UA') THEN 'candidate' END AS g"
    " FROM (SELECT id, substr (region_code, 1, 2) AS c FROM strategy)) WHERE g IS NOT NULL",
  [RIS3_FACET_LEVEL]
  = "SELECT s.id, r.level FROM strategy AS s JOIN region AS r ON r.nuts_version = s.nuts_version AND r.code ="
    " s.region_code",
  [RIS3_FACET_PERIOD] = "SELECT id, period FROM strategy",
  [RIS3_FACET_LANGUAGE] = "SELECT id, iif (language = '', 'none', language) FROM strategy",
  [RIS3_FACET_THEME] = "SELECT priority_id, scheme || '/' || code FROM priority_theme",
  [RIS3_FACET_PM]
  = "SELECT id, CASE WHEN withheld OR analysis_state = 'pending' OR pm_mark IS NULL THEN 'unknown' WHEN pm_mark THEN "
    "'yes'"
    " ELSE 'no' END FROM strategy UNION ALL SELECT id, 'disputed' FROM strategy WHERE pm_disputed AND NOT withheld",
  [RIS3_FACET_ABSENCE]
  = "SELECT id, CASE WHEN withheld THEN 'withheld' WHEN analysis_state = 'pending' THEN 'not-analysed'"
    " WHEN health_priority OR pm_mark THEN 'none' ELSE 'no-priority' END FROM strategy",
  [RIS3_FACET_SOURCE] = "SELECT id, source_kind FROM strategy",
  [RIS3_FACET_ANALYSIS] = "SELECT id, analysis_state FROM strategy",
  [RIS3_FACET_COMMENT]
  = "WITH about AS (SELECT s.id AS id, c.state AS state FROM strategy AS s JOIN comment AS c ON c.parent_id IS NULL AND"
    " (c.strategy_id = s.id OR s.id = (SELECT strategy_id FROM priority AS p WHERE p.id = c.priority_id) OR"
    " (c.target IN ('region', 'figure') AND c.region_code = s.region_code AND c.nuts_version = s.nuts_version))),"
    " open AS (SELECT DISTINCT id FROM about WHERE state IN ('received', 'acknowledged', 'in review')),"
    " decided AS (SELECT DISTINCT id FROM about WHERE state NOT IN ('received', 'acknowledged', 'in review')),"
    " asked AS (SELECT s.id FROM strategy AS s JOIN request AS r ON r.region_code = s.region_code AND r.nuts_version ="
    " s.nuts_version AND r.asked_on <> '')"
    " SELECT id, CASE WHEN id IN (SELECT id FROM decided) THEN 'decided' WHEN id IN (SELECT id FROM open) THEN "
    "'received'"
    " WHEN id IN (SELECT id FROM asked) THEN 'asked' ELSE 'none' END FROM strategy UNION ALL SELECT id, 'open' FROM "
    "open",
  [RIS3_FACET_PARTICIPATION]
  = "SELECT DISTINCT s.id, p.programme FROM strategy AS s JOIN participation AS p ON"
    " (p.region_code = s.region_code AND p.nuts_version = s.nuts_version) OR"
    " (length (ifnull (p.region_code, '')) <= 2 AND p.country = substr (s.region_code, 1, 2))",
  [RIS3_FACET_ACTIVITY] = "SELECT id, iif (EXISTS (SELECT 1 FROM activity AS a WHERE a.region_code = s.region_code AND"
                          " a.nuts_version = s.nuts_version), 'yes', 'no') FROM strategy AS s",
};

const char *
test_facet_sql (Ris3Facet facet)
{
  return facet_sql[facet];
}

#define EVERY(n)                                                                                                       \
  "(SELECT id FROM (SELECT id, row_number () OVER (ORDER BY id) AS n FROM strategy) WHERE n % " #n " = 0)"

char *
test_facets_make_atlas (TestFiles *files)
{
  char *path = test_files_copy_default (files, "filter" RIS3_ATLAS_SUFFIX);

  test_generate (path, 500, 1500);
  test_files_sql (path, "UPDATE strategy SET withheld = 1 WHERE id IN " EVERY (13));
  test_files_sql (path, "UPDATE strategy SET year = NULL, language = '' WHERE id IN " EVERY (11));
  test_files_sql (path, "UPDATE strategy SET analysis_state = 'confirmed', source_kind = 'news', pm_disputed = 1 WHERE"
                        " analysis_state = 'document' AND id IN " EVERY (5));
  test_files_sql (
      path, "INSERT INTO priority_theme SELECT id, 'oecd-fields', '2007', '3.2', 2 FROM priority WHERE id % 4 = 0");
  test_files_sql (
      path, "INSERT INTO participation (programme, role, country, nuts_version, region_code, name, source)"
            " SELECT DISTINCT 'Everywhere', 'member', substr (region_code, 1, 2), nuts_version, region_code, 'N', ''"
            " FROM strategy WHERE id IN " EVERY (3));
  test_files_sql (
      path,
      "INSERT INTO participation (programme, role, country, name, source) VALUES ('Abroad', 'member', 'FR', 'N', '')");
  test_files_sql (path,
                  "INSERT INTO activity (nuts_version, region_code, kind, title, programme, url, remark)"
                  " SELECT nuts_version, region_code, 'project', 'T', '', '', '' FROM strategy WHERE id IN " EVERY (6));
  test_files_sql (path, "INSERT INTO organisation (name, role) VALUES ('O', 'other')");
  test_files_sql (path, "INSERT INTO consultation_round (name, scope, opened_on, due_on, closed_on, remark)"
                        " VALUES ('R', '', '2026-01-01', '', '', '')");
  test_files_sql (
      path, "INSERT OR IGNORE INTO request (round_id, organisation_id, nuts_version, region_code, channel, asked_on,"
            " due_on, answered_on, remark) SELECT 1, (SELECT max (id) FROM organisation), nuts_version, region_code,"
            " '', iif (id LIKE '%1%', '', '2026-01-02'), '', '', '' FROM strategy WHERE id IN " EVERY (4));
  test_files_sql (
      path, "INSERT INTO comment (key, nuts_version, region_code, target, target_name, strategy_id, figure, quote,"
            " page_label, author_role, channel, received_on, language, text, english_text, proposed_change, state,"
            " decision_reason, source_url) SELECT 'k' || id, nuts_version, region_code,"
            " iif (id LIKE '%2%', 'region', 'strategy'), '', iif (id LIKE '%2%' OR id LIKE '%3%', NULL, id), '', '', "
            "'', 'other',"
            " '', '', '', 'Noted: imaging', 'patients', '', iif (id LIKE '%5%', 'accepted', 'in review'), 'data', ''"
            " FROM strategy WHERE id IN " EVERY (7));
  test_files_sql (path, "INSERT INTO note (strategy_id, text, created_at, changed_at) SELECT id, 'noted clinical data',"
                        " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM strategy WHERE id IN " EVERY (17));
  test_files_sql (path, "INSERT INTO note (priority_id, text, created_at, changed_at) SELECT id, 'noted Santé',"
                        " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM priority WHERE id % 29 = 0");
  test_files_sql (
      path,
      "INSERT INTO note (nuts_version, region_code, text, created_at, changed_at) SELECT nuts_version,"
      " region_code, 'noted food', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM strategy WHERE id IN " EVERY (
          19));
  test_files_sql (path,
                  "INSERT INTO note (longitude, latitude, text, created_at, changed_at) VALUES (1, 1, 'noted imaging',"
                  " '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')");
  return path;
}
