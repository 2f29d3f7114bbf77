/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program from the outside: its output and exit status. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *out;
  char *err;
  int status;
} Result;

/* ris3, the first argument of the test. */
static const char *program;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
run_with (const char *data_dir, const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = g_strdup_printf ("%s %s", program, arguments);
  g_auto (GStrv) argv = NULL;
  Result result = { 0 };

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, &error));
  g_subprocess_launcher_setenv (launcher, "RIS3_DATA_DIR", data_dir, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.out, &result.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static Result
run (const char *arguments)
{
  return run_with (g_getenv ("RIS3_DATA_DIR"), arguments);
}

static void
assert_says (const char *arguments, int status, const char *out, const char *err)
{
  g_auto (Result) result = run (arguments);

  g_test_message ("ris3 %s: %d\n%s\n%s", arguments, result.status, result.out, result.err);
  g_assert_cmpint (result.status, ==, status);
  if (out != NULL)
    g_assert_nonnull (strstr (result.out, out));
  else
    g_assert_cmpstr (result.out, ==, "");
  if (err != NULL)
    g_assert_nonnull (strstr (result.err, err));
  else
    g_assert_cmpstr (result.err, ==, "");
}

static void
test_usage (void)
{
  static const char *const commands[] = { "stats", "show", "map", "export", "view", "check", "build-default" };

  assert_says ("--help", 0, "Exit status: 0 success, 1 problems", NULL);
  assert_says ("--version", 0, "ris3 " RIS3_VERSION "\n", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *help = g_strconcat (commands[i], " --help", NULL);
      g_autofree char *usage = g_strconcat ("ris3 ", commands[i], " [", NULL);
      g_autofree char *wrong = g_strconcat (commands[i], " --wrong", NULL);

      assert_says ("--help", 0, commands[i], NULL);
      assert_says (help, 0, usage, NULL);
      assert_says (help, 0, "Exit status:", NULL);
      assert_says (wrong, 2, NULL, "--wrong");
    }
}

static void
test_stats (void)
{
  g_auto (Result) result = run ("stats --json");

  assert_says ("stats", 0,
               "32 of 170 analysed strategies of 2014–2020 (19 %) explicitly prioritise personalised medicine.\n",
               NULL);
  assert_says ("stats --period 2014-2020", 0, "\nFR               29        19      16         3\n", NULL);
  assert_says ("stats --period 2021-2027", 0, "of 94 analysed strategies of 2021–2027", NULL);
  assert_says ("stats --period 1999-2000", 2, NULL, "It has: 2014-2020, 2021-2027, or “latest”");
  assert_says ("stats --atlas /nowhere", 2, NULL, "cannot be opened");

  g_assert_nonnull (strstr (result.out, "\"period\": \"2014-2020\",\n      \"strategies\": 198,\n"
                                        "      \"analysed\": 170,\n"));
  g_assert_nonnull (strstr (result.out, "\"explicit\": 32,"));
  g_assert_nonnull (strstr (result.out, "\"commission\": 5,"));
}

static void
test_show (void)
{
  assert_says ("show FRL0", 0,
               "  Priorities:\n    3  Health and Food, p. 28\n      3.1  Improving the management of the patient",
               NULL);
  assert_says ("show FRL0", 0,
               "        3.1.5  Development of the Eurobiomed cluster on personalised medicine, chronic "
               "diseases and rare diseases, p. 28  [explicit]",
               NULL);
  assert_says ("show frl0", 0, "Source: Personalised Medicine and the Regional Dynamics (2019)", NULL);
  assert_says ("show FR82", 0, "NUTS 2013, level 2 < FR8 Méditerranée < FR France\nIn NUTS 2016: FRL0 (100 %", NULL);
  assert_says ("show FRL04", 0, "The atlas has no strategy for this region itself. Inherited:", NULL);
  assert_says ("show AT21", 0, "Disputed: sources contradict each other", NULL);
  assert_says ("show AT21", 0, "Commission: personalised medicine is not a priority", NULL);
  assert_says ("show AT21", 0, "Regional authority, SAPHIRe survey [received]: The region answered that", NULL);
  assert_says ("show BE2", 0, "Vanguard-PM, coordinator: Flanders", NULL);
  /* Names and codes as people write them. */
  assert_says ("show łódzkie", 0, "PL71  Łódź · Łódzkie", NULL);
  assert_says ("show Bavaria", 0, "DE2  Bavaria · Bayern", NULL);
  assert_says ("show BAYERN", 0, "DE2  Bavaria · Bayern", NULL);
  assert_says ("show Κρήτη", 0,
               "EL43  Crete · Κρήτη · Kriti\nNUTS 2016, level 2 < EL4 Aegean Islands, Crete < EL Greece\n", NULL);
  assert_says ("show el", 0, "EL  Greece · Ελλάδα · Elláda", NULL);
  assert_says ("show ' EL30 '", 0, "EL30  Attica · Αττική", NULL);
  assert_says ("show gr30", 0, "EL30  Attica · Αττική", NULL);
  assert_says ("show gb", 0, "UK  United Kingdom", NULL);
  assert_says ("show de-by", 0, "DE2  Bavaria · Bayern", NULL);
  assert_says ("show Provence", 0, "FRL0  Provence", NULL);
  assert_says ("show Limburg", 2, NULL, "“Limburg” may be Limburg (BE22) or Limburg (NL42)");
  assert_says ("show Lombary", 2, NULL, "NUTS 2016 has no region “Lombary”. Did you mean Lombardy (ITC4)?");
  assert_says ("show XX", 2, NULL, "has no region “XX”");
  assert_says ("show FR82 --nuts-version 2016", 0, "FRL0  Provence", "FR82 of NUTS 2013 is FRL0 in NUTS 2016");
  /* A strategy of FRB belongs to FR24 in 2013, as on the map, and to the regions within it. */
  assert_says ("show FR24 --nuts-version 2013", 0, "SRI-SI Centre-Val de Loire", NULL);
  assert_says ("show FR241 --nuts-version 2013", 0, "Inherited:\n\n2014–2020  SRI-SI Centre-Val de Loire", NULL);

  /* The absences are distinguished. */
  assert_says ("show AT", 0, "Class: Not yet analysed", NULL);
  assert_says ("show LI", 0, "\nNo strategy known\n", NULL);
  assert_says ("show IT -l 0 -p 2021-2027", 0, "\n  On the map: ", NULL);
  assert_says ("show IT -l 0 -p 2021-2027", 0, "  Decided by: IT", NULL);
  /* A country answers for what lies within it, whatever the level of the map. */
  assert_says ("show FR", 0, "\n27 areas by class\n  (latest strategy of each region)\n     2  Explicit PM priority\n",
               NULL);
  assert_says ("show FR -l 0", 0, "  On the map: 2 of 17 areas (12 %); 10 more are not known\n", NULL);
  assert_says ("show FR", 0, "The atlas has no strategy for this region as a whole, but within it.", NULL);
  assert_says ("show FR --json", 0, "\"areas\": [\n    {\n      \"class\": \"explicit\",\n      \"areas\": 2\n", NULL);
  assert_says ("show EL43 --json", 0, "\"shown_name\": \"Crete\"", NULL);
  assert_says ("show PT20", 0, "Class: Analysed, health is not a priority", NULL);

  assert_says ("show FRL0 --json", 0, "\"class\": \"explicit\",\n  \"inherited\": false,", NULL);
  assert_says ("show LI --json", 0, "\"class\": \"no-strategy\",\n  \"inherited\": false,\n  \"strategies\": [],",
               NULL);
}

static void
test_check (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken \"one\".ris3atlas", NULL);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *plain = g_strconcat ("check ", quoted, NULL);
  g_autofree char *json = g_strconcat ("check --json ", quoted, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  assert_says ("check", 0, "No problems found.", NULL);
  assert_says ("check --json", 0, "\"findings\": []", NULL);
  assert_says ("check /dev/null", 2, NULL, "“/dev/null” is not a file");
  assert_says (plain, 2, NULL, "cannot be opened");

  g_assert_true (g_file_get_contents (g_getenv ("RIS3_TEST_ATLAS"), &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length / 2, NULL));
  assert_says (plain, 1, "(damage)", NULL);
  {
    g_auto (Result) result = run (plain);

    /* The file is named once. */
    g_assert_true (g_str_has_prefix (result.out, "“"));
  }
  assert_says (json, 1, "broken \\\"one\\\".ris3atlas\",\n  \"findings\": [\n    {\n      \"kind\": \"damage\"", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_build (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "built.ris3atlas", NULL);
  g_autofree char *table = g_build_filename (folder, "codebook.csv", NULL);
  g_autofree char *good = g_strdup_printf ("build-default --source '%s' --boundaries '%s' --output '%s'",
                                           g_getenv ("RIS3_TEST_TABLES"), g_getenv ("RIS3_TEST_BOUNDARIES"), path);
  g_autofree char *bad = g_strdup_printf ("build-default --source '%s' --output '%s'", folder, path);
  g_autofree char *built = NULL;
  g_autofree char *expected = NULL;
  gsize built_length;
  gsize expected_length;

  assert_says ("build-default", 2, NULL, "--source and --output are needed");
  assert_says (bad, 2, NULL, "meta.csv");

  /* The same tables give the same bytes. */
  {
    g_auto (Result) result = run (good);
    g_assert_cmpstr (result.err, ==, "");
    g_assert_cmpint (result.status, ==, 0);
  }
  g_assert_true (g_file_get_contents (path, &built, &built_length, NULL));
  g_assert_true (g_file_get_contents (g_getenv ("RIS3_TEST_ATLAS"), &expected, &expected_length, NULL));
  g_assert_cmpmem (built, built_length, expected, expected_length);
  g_assert_cmpint (g_remove (path), ==, 0);

  /* A table with a row that is too long: its line is named, and nothing is written. */
  {
    static const char *const names[]
        = { "meta.csv", "strategies.csv", "priorities.csv", "participation.csv", "pm_assessments.csv" };

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *from = g_build_filename (g_getenv ("RIS3_TEST_TABLES"), names[i], NULL);
        g_autofree char *to = g_build_filename (folder, names[i], NULL);
        g_autofree char *text = NULL;

        g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
        g_assert_true (g_file_set_contents (to, text, -1, NULL));
      }
    g_assert_true (g_file_set_contents (table,
                                        "scheme,version,code,parent_code,name\n\n"
                                        "x,1,a,,\"two\nlines\"\nx,1,b,,Nutrition, health\n",
                                        -1, NULL));
    assert_says (bad, 2, NULL, "codebook.csv:5: the row has 6 cells");
    g_assert_true (g_file_set_contents (table, "scheme,version,code,parent_code,name\nx,1,a,,\"open\n", -1, NULL));
    assert_says (bad, 2, NULL, "codebook.csv");
    g_assert_true (g_file_set_contents (table, "scheme,version,code,parent_code,name\nx,1,a,,Name\n", -1, NULL));
    assert_says (bad, 2, NULL, "priorities.csv:2: themes: “prevention-wellbeing” is not a theme");
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *to = g_build_filename (folder, names[i], NULL);
        g_assert_cmpint (g_remove (to), ==, 0);
      }
    g_assert_cmpint (g_remove (table), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_not_installed (void)
{
  g_auto (Result) result = run_with ("/nowhere", "stats");

  /* Unless this very program is installed, there is no default atlas. */
  if (!g_file_test (RIS3_DATA_DIR "/default.ris3atlas", G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (result.status, ==, 2);
      g_assert_nonnull (strstr (result.err, "The default atlas is not installed"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/stats", test_stats);
  g_test_add_func ("/cli/show", test_show);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/build", test_build);
  g_test_add_func ("/cli/not-installed", test_not_installed);
  return g_test_run ();
}
