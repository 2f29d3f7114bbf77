/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of data/names, as they come along. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "geo-fixture.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-nuts-version.h"
#include "geo/ris3-region-names.h"

/* Of each country's regions: matched to ISO 3166-2 by name, by hand, and named by us. The figures of
 * data/names/README.md. */
static const struct
{
  const char *country;
  guint by_name, by_hand, own;
} counts[] = {
  { "AL", 11, 1, 0 }, { "AT", 9, 0, 3 },   { "BE", 12, 1, 0 },  { "BG", 26, 2, 6 },  { "CH", 26, 0, 4 },
  { "CY", 0, 0, 0 },  { "CZ", 13, 1, 7 },  { "DE", 16, 0, 8 },  { "DK", 5, 0, 0 },   { "EE", 0, 0, 0 },
  { "EL", 3, 44, 2 }, { "ES", 53, 13, 0 }, { "FI", 17, 2, 3 },  { "FR", 113, 1, 7 }, { "HR", 20, 1, 2 },
  { "HU", 19, 1, 7 }, { "IE", 1, 0, 0 },   { "IS", 1, 0, 0 },   { "IT", 127, 3, 5 }, { "LI", 0, 0, 0 },
  { "LT", 10, 0, 0 }, { "LU", 0, 0, 0 },   { "LV", 1, 0, 2 },   { "ME", 0, 0, 0 },   { "MK", 0, 0, 0 },
  { "MT", 0, 0, 1 },  { "NL", 12, 0, 0 },  { "NO", 25, 3, 0 },  { "PL", 15, 1, 0 },  { "PT", 0, 2, 2 },
  { "RO", 42, 0, 8 }, { "RS", 0, 26, 0 },  { "SE", 20, 1, 10 }, { "SI", 0, 0, 2 },   { "SK", 8, 0, 3 },
  { "TR", 79, 2, 0 }, { "UK", 99, 1, 1 },
};

static char *
get_folder (void)
{
  return g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "names", NULL);
}

/* The lines of a table of plain fields, without its head. (transfer full) */
static GPtrArray *
read_table (const char *name)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

static void
complain (char **row, const char *words)
{
  g_autofree char *line = g_strjoinv (",", row);

  g_test_message ("regions.csv: %s: %s", line, words);
  g_test_fail ();
}

/* Every code is a region, none is there twice, and each row is one area in all versions. */
static void
test_codes (void)
{
  g_autoptr (GPtrArray) rows = read_table ("regions.csv");

  for (guint v = 0; v < RIS3_N_NUTS_VERSIONS; v++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (Ris3Boundaries) boundaries
          = ris3_boundaries_load (fixture_path (), ris3_nuts_versions[v], 0, NULL, NULL);

      for (guint i = 0; i < rows->len; i++)
        {
          char **row = g_ptr_array_index (rows, i);
          const char *code = row[1 + v];

          g_assert_cmpuint (g_strv_length (row), ==, 3 + RIS3_N_NUTS_VERSIONS);
          if (*code == '\0')
            continue;
          if (ris3_boundaries_find (boundaries, code) < 0)
            complain (row, "no such region");
          if (!g_hash_table_add (seen, (gpointer) code))
            complain (row, "twice in a version");
        }
    }
}

static gboolean
is_same_area (Ris3Lineage *lineage, const char *from, const char *to)
{
  guint n_rows;
  const Ris3LineageRow *rows = ris3_lineage_lookup (lineage, from, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (g_str_has_prefix (rows[i].to_code, to) && rows[i].kind != RIS3_LINEAGE_SPLIT)
      return TRUE;
  return FALSE;
}

static void
test_lineage (void)
{
  g_autoptr (GPtrArray) rows = read_table ("regions.csv");

  for (guint v = 0; v + 1 < RIS3_N_NUTS_VERSIONS; v++)
    {
      g_autoptr (Ris3Lineage) lineage
          = ris3_lineage_load (fixture_path (), ris3_nuts_versions[v], ris3_nuts_versions[v + 1], NULL, NULL);
      g_autoptr (Ris3Lineage) back
          = ris3_lineage_load (fixture_path (), ris3_nuts_versions[v + 1], ris3_nuts_versions[v], NULL, NULL);

      for (guint i = 0; i < rows->len; i++)
        {
          char **row = g_ptr_array_index (rows, i);

          if (*row[1 + v] != '\0' && *row[2 + v] != '\0' && !is_same_area (lineage, row[1 + v], row[2 + v])
              && !is_same_area (back, row[2 + v], row[1 + v]))
            complain (row, "not one area in these versions");
        }
    }
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) rows = read_table ("regions.csv");
  guint n_counted = 0;

  for (gsize c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      guint by_name = 0, by_hand = 0, own = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          char **row = g_ptr_array_index (rows, i);
          const char *code = *row[2] != '\0' ? row[2] : *row[3] != '\0' ? row[3] : row[1];
          const char *how = row[5];

          if (!g_str_has_prefix (code, counts[c].country) || g_str_equal (how, "country"))
            continue;
          by_name += g_str_equal (how, "by name");
          by_hand += g_str_equal (how, "by hand");
          own += g_str_equal (how, "own name");
        }
      g_test_message ("%s: %u by name, %u by hand, %u own", counts[c].country, by_name, by_hand, own);
      g_assert_cmpuint (by_name, ==, counts[c].by_name);
      g_assert_cmpuint (by_hand, ==, counts[c].by_hand);
      g_assert_cmpuint (own, ==, counts[c].own);
      n_counted += by_name + by_hand + own + 1;
    }
  g_assert_cmpuint (n_counted, ==, rows->len);
}

static GUnicodeScript
get_script (const char *language)
{
  return g_str_equal (language, "bg")   ? G_UNICODE_SCRIPT_CYRILLIC
         : g_str_equal (language, "el") ? G_UNICODE_SCRIPT_GREEK
                                        : G_UNICODE_SCRIPT_LATIN;
}

/* Every id has a name in some language, every country and Europe in all; and each is in the script of its language. */
static void
test_names (void)
{
  g_autofree char *folder = get_folder ();

  for (guint v = 0; v < RIS3_N_NUTS_VERSIONS; v++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Boundaries) boundaries
          = ris3_boundaries_load (fixture_path (), ris3_nuts_versions[v], 0, NULL, NULL);
      g_autoptr (Ris3RegionNames) names
          = ris3_region_names_load (folder, ris3_nuts_versions[v], ris3_name_languages, &error);
      guint n_rows, n_languages = g_strv_length ((char **) ris3_name_languages);
      const Ris3NameRow *rows;

      g_assert_no_error (error);
      rows = ris3_region_names_get_rows (names, &n_rows);
      for (guint i = 0; i < n_rows; i++)
        for (const char *at = rows[i].name; *at != '\0'; at = g_utf8_next_char (at))
          if (g_unichar_isalpha (g_utf8_get_char (at))
              && g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_MODIFIER_LETTER)
            g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (at)), ==,
                             get_script (ris3_name_languages[rows[i].language]));
      for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
        {
          const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

          rows = ris3_region_names_lookup (names, region->code, &n_rows);
          if (region->level == 0)
            g_assert_cmpuint (n_rows, >=, n_languages);
          for (guint j = 0; j < n_rows; j++)
            if (region->level == 0 && !rows[j].is_alternate
                && g_str_equal (ris3_name_languages[rows[j].language], "en"))
              g_assert_cmpstr (rows[j].name, ==, region->name_english);
        }
      ris3_region_names_lookup (names, "150", &n_rows);
      g_assert_cmpuint (n_rows, >=, n_languages);
    }
}

static void
test_every_id_is_named (void)
{
  g_autoptr (GPtrArray) rows = read_table ("regions.csv");
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, *(char **) g_ptr_array_index (rows, i));
  g_hash_table_add (ids, (gpointer) "150");
  for (guint i = 0; ris3_name_languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (ris3_name_languages[i], ".csv", NULL);
      g_autoptr (GPtrArray) names = read_table (name);

      for (guint j = 0; j < names->len; j++)
        {
          char **row = g_ptr_array_index (names, j);

          g_assert_true (g_hash_table_contains (ids, row[0]));
          g_hash_table_add (named, g_strdup (row[0]));
        }
    }
  for (guint i = 0; i < rows->len; i++)
    if (!g_hash_table_contains (named, *(char **) g_ptr_array_index (rows, i)))
      complain (g_ptr_array_index (rows, i), "CLDR has no name for it");
}

/* CLDR has these among the territories of the world, with names in every language. */
static void
test_overseas (void)
{
  static const char *const ids[] = { "ES-CN", "FI-01", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976" };

  for (guint i = 0; ris3_name_languages[i] != NULL; i++)
    {
      g_autofree char *table = g_strconcat (ris3_name_languages[i], ".csv", NULL);
      g_autoptr (GPtrArray) names = read_table (table);

      for (guint id = 0; id < G_N_ELEMENTS (ids); id++)
        {
          gboolean found = FALSE;

          for (guint j = 0; j < names->len && !found; j++)
            found = g_str_equal (*(char **) g_ptr_array_index (names, j), ids[id]);
          if (!found)
            g_error ("%s has no name in “%s”", ids[id], ris3_name_languages[i]);
        }
    }
}

static void
assert_damaged (const char *regions, const char *english, const char *words)
{
  static const char *const languages[] = { "en", NULL };
  g_autofree char *folder = g_dir_make_tmp ("ris3-names-XXXXXX", NULL);
  g_autofree char *regions_path = g_build_filename (folder, "regions.csv", NULL);
  g_autofree char *english_path = g_build_filename (folder, "en.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3RegionNames) names = NULL;

  if (regions != NULL)
    g_assert_true (g_file_set_contents (regions_path, regions, -1, NULL));
  if (english != NULL)
    g_assert_true (g_file_set_contents (english_path, english, -1, NULL));
  names = ris3_region_names_load (folder, 2016, languages, &error);
  if (words == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_null (names);
      g_assert_nonnull (strstr (error->message, words));
    }
  g_remove (regions_path);
  g_remove (english_path);
  g_rmdir (folder);
}

static void
test_damaged (void)
{
#define HEAD "id,nuts_2013,nuts_2016,nuts_2021,alpha3,how\n"
  assert_damaged (HEAD "GR,EL,EL,EL,GRC,country\n", "id,name\nGR,\"Gree\"\"ce, Hellas\"\n", NULL);
  assert_damaged (HEAD "GR,EL,EL,EL,GRC,country", "id,name", NULL);
  assert_damaged (NULL, NULL, "regions.csv");
  assert_damaged (HEAD, NULL, "en.csv");
  assert_damaged ("", "id,name\n", "Line 1");
  assert_damaged ("id,nuts_1999,a,b\n", "id,name\n", "Line 1");
  assert_damaged (HEAD "GR,EL,EL\n", "id,name\n", "Line 2");
  assert_damaged (HEAD "GR,EL,EL,EL,GRC,country,1,2,3,4,5\n", "id,name\n", "Line 2");
  assert_damaged (HEAD, "id,name\nGR\n", "Line 2");
  assert_damaged (HEAD, "id,name\nGR,\n", "Line 2");
  assert_damaged (HEAD, "id,name\nGR,\"Greece\n", NULL);
  assert_damaged (HEAD, "id,name\nGR,\xff\n", "not a table");
#undef HEAD
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/region-names/codes", test_codes);
  g_test_add_func ("/region-names/lineage", test_lineage);
  g_test_add_func ("/region-names/counts", test_counts);
  g_test_add_func ("/region-names/overseas", test_overseas);
  g_test_add_func ("/region-names/names", test_names);
  g_test_add_func ("/region-names/every-id", test_every_id_is_named);
  g_test_add_func ("/region-names/damaged", test_damaged);
  return g_test_run ();
}
