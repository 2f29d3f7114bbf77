/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row is loaded, or the message says where it is and what to do. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-import.h"
#include "test-files.h"

#define N_TABLES 7

typedef enum
{
  META,
  CODEBOOK,
  STRATEGIES,
  PRIORITIES,
  PARTICIPATIONS,
  ASSESSMENTS,
  REGIONS,
} TableId;

static const char *const good[N_TABLES] = {
  "key|value\ntitle|T\ndata_date|2026-01-31",
  "scheme|version|code|parent_code|name\nhealth-theme|1|oncology||Oncology\nhealth-theme|1|2.1||x\n"
  "health-theme|1|2.10|2.1|y",
  "strategy_id|nuts_version|nuts_code|nuts_level|country|region_name|title|year|period|language|analysis_state|"
  "has_health_priority|pm_mark|pm_basis|pm_disputed|source_kind|source_title|source_url|document_url|remark\n"
  "A|2016|FRL0|2|FR|Provence|Title|2014|2014-2020|fr|desk|1|1|text|0|report||u||\n"
  "B|2016|FR|0|FR|France|Title||2014-2020|fr|pending|||||report||u||",
  "strategy_id|position|label|parent_label|text_en|page|explicit_pm|themes\n"
  "A|1|1|Area|one|iv|0|oncology;2.10\nA|2|2|1|two|28|1|\nA|3|1|Area|again||0|oncology\nA|4|4|1|four||0|",
  "programme|role|country|nuts_code|name|source\nP|member|FR|FR|France|s\nP|member|BR||Brazil|s",
  "nuts_code|region_name|pm_according_to_ec|pm_according_to_region|source_url\nFRL0|x|0|1|u",
  "nuts_version|code|level|parent_code|country|name|name_latin|name_english",
};

typedef struct
{
  GPtrArray *columns[N_TABLES];
  GPtrArray *cells[N_TABLES];
  GArray *numbers[N_TABLES];
  GPtrArray *owned;
} Tables;

static Ris3ImportTable
parse (Tables *tables, TableId id, const char *text)
{
  static const char *const names[N_TABLES]
      = { "meta", "codebook", "strategies", "priorities", "participations", "assessments", "regions" };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  tables->columns[id] = g_ptr_array_new ();
  tables->cells[id] = g_ptr_array_new ();
  tables->numbers[id] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **parts = g_strsplit (lines[i], "|", -1);
      guint line = i + 1;
      guint n = 0;

      for (; parts[n] != NULL; n++)
        g_ptr_array_add (i == 0 ? tables->columns[id] : tables->cells[id], parts[n]);
      for (; i > 0 && n < tables->columns[id]->len; n++)
        g_ptr_array_add (tables->cells[id], NULL);
      if (i > 0)
        g_array_append_val (tables->numbers[id], line);
      g_ptr_array_add (tables->owned, parts);
    }
  return (Ris3ImportTable){
    names[id],
    (const char *const *) tables->columns[id]->pdata,
    tables->columns[id]->len,
    (const char *const *) tables->cells[id]->pdata,
    tables->numbers[id]->len,
    (const guint *) tables->numbers[id]->data,
  };
}

/* Builds from the good tables, one of them replaced. */
static gboolean
build (const char *path, TableId id, const char *text, GError **error)
{
  Tables tables = { 0 };
  Ris3ImportSource source = { 0 };
  gboolean ok;
  Ris3ImportTable *const targets[N_TABLES]
      = { &source.meta,           &source.codebook,    &source.strategies, &source.priorities,
          &source.participations, &source.assessments, &source.regions };

  tables.owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < N_TABLES; i++)
    *targets[i] = parse (&tables, i, i == id ? text : good[i]);
  ok = ris3_atlas_build (path, &source, error);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_ptr_array_unref (tables.columns[i]);
      g_ptr_array_unref (tables.cells[i]);
      g_array_unref (tables.numbers[i]);
    }
  g_ptr_array_unref (tables.owned);
  return ok;
}

static void
test_good (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "a.ris3atlas");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  build (path, META, good[META], &error);
  g_assert_no_error (error);
  first = test_files_digest (path);
  build (path, META, good[META], &error);
  g_assert_no_error (error);
  second = test_files_digest (path);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (test_files_count (files), ==, 1);

  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM region"), ==, 3);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM priority WHERE is_area = 1"), ==, 1);
  /* The parent "1" is the nearest row before with that label. */
  g_assert_cmpint (test_files_query (path, "SELECT p.text = 'one' FROM priority AS c JOIN priority AS p ON p.id ="
                                           " c.parent_id WHERE c.text = 'two'"),
                   ==, 1);
  g_assert_cmpint (test_files_query (path, "SELECT p.text = 'again' FROM priority AS c JOIN priority AS p ON p.id ="
                                           " c.parent_id WHERE c.text = 'four'"),
                   ==, 1);
}

/* A parent may be a later row: it has its place in the order all the same. */
static void
test_later_parent (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "a.ris3atlas");
  g_autoptr (GError) error = NULL;

  build (path, PRIORITIES,
         "strategy_id|position|label|parent_label|text_en|page|explicit_pm|themes\n"
         "A|1|1.1|1|below||0|\nA|2|1||above||0|",
         &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT c.position < p.position AND c.id < p.id FROM priority AS c"
                                           " JOIN priority AS p ON p.id = c.parent_id WHERE p.text = 'above'"),
                   ==, 1);
}

/* A change to one of the good tables, and how the message must begin. */
typedef struct
{
  TableId id;
  const char *from;
  const char *to;
  const char *message;
} Case;

static const Case cases[] = {
  { META, "title", "titel", "meta: the row “title” is missing" },
  { META, "2026-01-31", "January", "meta:3: value: “January” is not a date" },
  { META, "key|value", "key|wert", "meta:1: the column “value” is missing" },
  { META, "\ntitle|T", "\ntitle", "meta:2: value: the row ends before" },
  { CODEBOOK, "2.10|2.1|", "2.10|9|", "codebook:4: parent_code: there is no code “9”" },
  { CODEBOOK, "2.10|2.1|", "2.1||", "codebook:4: " },
  { CODEBOOK, "2.1||x", "2.1|2.10|x", "codebook:3: parent_code: the code is part of itself" },
  { CODEBOOK, "|Oncology", "|", "codebook:2: name: this cell is empty" },
  { STRATEGIES, "remark\n", "remark|colour\n", "strategies:1: the column “colour” is not known" },
  { STRATEGIES, "|language|", "|period|", "strategies:1: the column “language” is missing" },
  { STRATEGIES, "A|2016", "A|MMXVI", "strategies:2: nuts_version: “MMXVI”" },
  { STRATEGIES, "FRL0|2|", "FRL0|1|", "strategies:2: nuts_level: the code “FRL0”" },
  { STRATEGIES, "|FR|Provence", "|IT|Provence", "strategies:2: country: the code “FRL0”" },
  { STRATEGIES, "B|", "A|", "strategies:3: strategy_id: “A” is used twice" },
  { STRATEGIES, "|2014|", "|20x4|", "strategies:2: year: “20x4”" },
  { STRATEGIES, "|2014-2020|fr|desk", "|2014|fr|desk", "strategies:2: " },
  { STRATEGIES, "|2014|2014-2020|fr|", "|2014|2014-2020|FR|",
    "strategies:2: language: “FR” is no language that is known here" },
  { STRATEGIES, "|2014-2020|fr|desk", "|2020-2014|fr|desk",
    "strategies:2: period: “2020-2014” is not a period such as “2014-2020”. Correct" },
  { STRATEGIES, "desk", "done", "strategies:2: analysis_state: “done” is not known" },
  { STRATEGIES, "desk", "pending", "strategies:2: analysis_state: a pending strategy" },
  { STRATEGIES, "|text|", "||",
    "strategies:2: pm_basis: the mark for personalised medicine says nothing of its basis" },
  { STRATEGIES, "|1|1|text", "|1|0|text", "strategies:2: pm_basis: a strategy without the mark" },
  { STRATEGIES, "|1|1|text", "|0|1|text", "strategies:2: has_health_priority: " },
  { STRATEGIES, "report||u||\nB", "\xff\xfe||u||\nB", "strategies:2: source_kind: this text is not UTF-8" },
  { PRIORITIES, "A|1|1", "Z|1|1", "priorities:2: strategy_id: there is no strategy “Z”" },
  { PRIORITIES, "A|2|2", "A|7|2", "priorities:4: position: number 2 is missing" },
  { PRIORITIES, "|oncology\n", "|astrology\n", "priorities:4: themes: “astrology” is not a theme" },
  { PRIORITIES, "oncology;2.10", "oncology;oncology", "priorities:2: themes: the theme “oncology” is there twice" },
  { PRIORITIES, "|iv|0|", "|iv||", "priorities:2: explicit_pm: this cell is empty" },
  { PRIORITIES, "A|1|1|Area", "A|1|1|2", "priorities:2: parent_label: the row is its own ancestor" },
  { PARTICIPATIONS, "FR|FR|", "IT|FR|", "participations:2: country: the code “FR”" },
  { PARTICIPATIONS, "\nP|", "\n|", "participations:2: programme: this cell is empty" },
  { PARTICIPATIONS, "|Brazil|s", "|Brazil|s\nP|member|BR||Brazil|other", "participations:4: " },
  { PARTICIPATIONS, "|Brazil|s", "|Brazil|s\nP|member|Brazil||Brazil|s",
    "participations:4: country: “Brazil” is not a country code of two capital letters, such as “EL”. Correct" },
  { ASSESSMENTS, "|0|1|", "|||", "assessments:2: pm_according_to_ec: neither" },
  { ASSESSMENTS, "|0|1|", "|maybe|1|", "assessments:2: pm_according_to_ec: “maybe” is not known" },
  { ASSESSMENTS, "|u", "|", "assessments:2: source_url: this cell is empty" },
  { REGIONS, "name_english", "name_english\n2016|FR|0||FR|France|France|",
    "strategies:2: nuts_code: there is no region “FRL0”" },
  { REGIONS, "name_english", "name_english\n2016|FRL|1|FR|FR|x|x|", "regions:2: parent_code: there is no region “FR”" },
  { REGIONS, "name_english", "name_english\n2016|FRL|0||FR|x|x|", "regions:2: level: the code “FRL”" },
};

static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

static void
test_problems (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "a.ris3atlas", "what was there", 14);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replace_once (good[cases[i].id], cases[i].from, cases[i].to);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (build (path, cases[i].id, text, &error));
      g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].message, error->message);
      /* Nothing is half-written, and what was there is still there. */
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "what was there");
      g_assert_cmpuint (test_files_count (files), ==, 1);
    }
}

/* All problems are reported at once. */
static void
test_several (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "a.ris3atlas");
  g_autofree char *one = replace_once (good[STRATEGIES], "desk", "done");
  g_autofree char *two = replace_once (one, "pending", "later");
  g_autoptr (GError) error = NULL;

  g_assert_false (build (path, STRATEGIES, two, &error));
  g_assert_nonnull (strstr (error->message, "strategies:2: analysis_state"));
  g_assert_nonnull (strstr (error->message, "\nstrategies:3: analysis_state"));
  g_assert_cmpuint (test_files_count (files), ==, 0);
}

/* A column that is missing is one problem, and not one of each row that refers to this table. */
static void
test_columns (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "a.ris3atlas");
  g_autofree char *text = replace_once (good[STRATEGIES], "|title|", "|titel|");
  g_autoptr (GError) error = NULL;

  g_assert_false (build (path, STRATEGIES, text, &error));
  g_assert_cmpstr (error->message, ==,
                   "strategies:1: the column “title” is missing. Add it.\n"
                   "strategies:1: the column “titel” is not known. Rename or remove it.");
}

/* A chain of rows, each the parent of the next. */
static void
test_depth (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "a.ris3atlas");

  for (guint n_rows = 33; n_rows <= 34; n_rows++)
    {
      g_autoptr (GString) text
          = g_string_new ("strategy_id|position|label|parent_label|text_en|page|explicit_pm|themes\nA|1|1||x||1|");
      g_autoptr (Ris3Atlas) atlas = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 2; i <= n_rows; i++)
        g_string_append_printf (text, "\nA|%u|%u|%u|x||0|", i, i, i - 1);
      if (build (path, PRIORITIES, text->str, &error))
        atlas = ris3_atlas_open (path, NULL, &error);
      if (n_rows == 33)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID);
          g_assert_cmpstr (
              error->message, ==,
              "priorities:35: parent_label: there are more than 32 rows above this one. Name another parent.");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/import/good", test_good);
  TEST_ADD ("/import/later-parent", test_later_parent);
  TEST_ADD ("/import/problems", test_problems);
  TEST_ADD ("/import/several", test_several);
  TEST_ADD ("/import/columns", test_columns);
  TEST_ADD ("/import/depth", test_depth);
  return g_test_run ();
}
