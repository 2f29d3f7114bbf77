/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Importing from the command line, as a person calls it. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* ris3, the first argument of the test. */
static char *program;
static char *folder;

/* Runs it in the folder, and looks for texts in both outputs. */
static void
expect (const char *arguments, int status, const char *out, const char *err)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = g_strdup_printf ("%s %s", program, arguments);
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  g_auto (GStrv) argv = NULL;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, &error));
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &complaints, NULL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL) && g_subprocess_get_if_exited (process));
  if (g_subprocess_get_exit_status (process) != status || strstr (output, out) == NULL
      || strstr (complaints, err) == NULL || (*err == '\0' && *complaints != '\0'))
    g_error ("ris3 %s: %d\n%s%s", arguments, g_subprocess_get_exit_status (process), output, complaints);
}

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_work (void)
{
  write_file ("colleague.csv", "Région;Intitulé;Period;Jahr;Gesundheit;Budget\n"
                               "Lombardie;Stratégie A;2028–2034;2028;oui;3\n"
                               "GR30;Stratégie B;2028-2034;2 029;non;3\n");
  expect ("new a.ris3atlas", 0, "", "");
  expect ("import colleague.csv --into a.ris3atlas --dry-run", 0,
          "Would do: Import 2 strategies from “colleague.csv”\n", "");
  expect ("history a.ris3atlas", 0, "no such change", "");
  expect ("import colleague.csv --into a.ris3atlas --by Ada", 0,
          "Row 2, “Région”: “Lombardie” is understood as ITC4, Lombardy, by its name.\n", "");
  expect ("import colleague.csv --into a.ris3atlas", 0, "These columns are not read: Budget\n", "");
  expect ("import colleague.csv --into a.ris3atlas", 0, "All 2 rows are in the atlas already, so nothing changes.\n",
          "");
  expect ("import colleague.csv --into a.ris3atlas --json", 0, "\"imported\": false,\n  \"change\": null", "");
  expect ("history a.ris3atlas", 0, "Ada  Import 2 strategies", "");
  expect ("show EL30 --atlas a.ris3atlas", 0, "Stratégie B", "");

  write_file ("changed.csv", "Region,Title,Period,Year\nITC4,Stratégie A,2028-2034,2030\nDE2,New,2028-2034,\n");
  expect ("import changed.csv --into a.ris3atlas --dry-run", 0, "Row 2, “Year”: “2028” becomes “2030”.\n", "");
  expect ("import changed.csv --into a.ris3atlas --rows new", 0, "2: Import 1 strategy", "");
  expect ("import changed.csv --into a.ris3atlas --rows 2-2,9", 0, "3: Import 1 strategy", "");
  expect ("import changed.csv --into a.ris3atlas", 0, "nothing changes", "");
  expect ("undo a.ris3atlas", 0, "Undo Import 1 strategy", "");
  expect ("undo a.ris3atlas --change 1", 0, "Undo Import 2 strategies", "");
  expect ("import colleague.csv --into a.ris3atlas --dry-run", 0, "2 rows: 2 new", "");
}

static void
test_refused (void)
{
  expect ("new b.ris3atlas", 0, "", "");
  write_file ("wrong.csv", "Region,Title,Period\nLombardai,A,2028-2034\nDE2,B,2028-2034\n");
  expect ("import wrong.csv --into b.ris3atlas", 1,
          "wrong.csv:2: Region: NUTS 2016 has no region “Lombardai”. Did you mean",
          "Nothing was changed, as rows are refused.");
  expect ("history b.ris3atlas", 0, "no such change", "");
  expect ("import wrong.csv --into b.ris3atlas --json", 1, "\"problem\": \"NUTS 2016 has no region", "Nothing");
  expect ("import wrong.csv --into b.ris3atlas --skip-refused", 0, "1: Import 1 strategy", "");
  expect ("show DE2 --atlas b.ris3atlas", 0, "B", "");

  expect ("import wrong.csv", 2, "", "The atlas is missing.");
  expect ("import none.csv --into b.ris3atlas", 2, "", "none.csv");
  expect ("import wrong.csv --into none.ris3atlas", 2, "", "none.ris3atlas");
  expect ("import wrong.csv --into b.ris3atlas --table cakes", 2, "", "There is no table “cakes”");
  expect ("import wrong.csv --into b.ris3atlas --map titel=Title", 2, "", "has no column “titel”");
  expect ("import wrong.csv --into b.ris3atlas --map title=", 2, "", "No column of the file is “Title”");
  expect ("import wrong.csv --into b.ris3atlas --rows some", 2, "", "“some” does not name rows.");
  write_file ("fruit.csv", "fruit,price\napple,1\n");
  expect ("import fruit.csv --into b.ris3atlas", 2, "", "do not tell which table it is");
  expect ("import fruit.csv --into b.ris3atlas --table strategies", 2, "", "Say which is which");
  /* A heading that says nothing. */
  write_file ("odd.csv", "Region,Caption,Period\nDE1,C,2028-2034\n");
  expect ("import odd.csv --into b.ris3atlas --table strategies --map title=Caption", 0, "Import 1 strategy", "");
}

/* As another program writes it: Latin-1, and a separator that is said. */
static void
test_encoding (void)
{
  expect ("new d.ris3atlas", 0, "", "");
  write_file ("latin.csv", "R\xe9gion;Titre;P\xe9riode\nDE1;\xc9t\xe9;2028-2034\n");
  expect ("import latin.csv --into d.ris3atlas", 0, "Row 2 is new: Été", "");
  write_file ("bars.csv", "Region|Title|Period\nDE1|Second|2034-2040\n");
  expect ("import bars.csv --into d.ris3atlas --separator '|'", 0, "Row 2 is new: Second", "");
  expect ("import bars.csv --into d.ris3atlas --separator ab", 2, "", "cannot stand between cells");
  expect ("import latin.csv --into d.ris3atlas --encoding ISO-8859-1", 0, "nothing changes", "");
  expect ("import latin.csv --into d.ris3atlas --encoding Klingon", 2, "", "Klingon");
}

/* What a row is taken for, and what an empty cell does. */
static void
test_choices (void)
{
  expect ("new h.ris3atlas", 0, "", "");
  write_file ("first.csv", "Region,Title,Period,Remark\nDE1,Tall,2028-2034,Good\n");
  write_file ("again.csv", "Region,Title,Period,Remark\nDE1,Taller,2028-2034,\n");
  expect ("import first.csv --into h.ris3atlas", 0, "1: Import", "");
  expect ("import again.csv --into h.ris3atlas --dry-run", 0, "1 row: 1 new", "");
  expect ("import again.csv --into h.ris3atlas --dry-run --match identifier", 0, "1 row: 1 new", "");
  expect ("import again.csv --into h.ris3atlas --match looks", 2, "", "Strategies cannot be known by “looks”.");
  expect ("import again.csv --into h.ris3atlas --dry-run --match region-period --clear-empty", 0,
          "Row 2, “Remark”: “Good” becomes nothing.\n", "");
  expect ("import again.csv --into h.ris3atlas --match region-period", 0,
          "Row 2, “Title”: “Tall” becomes “Taller”.\n1 row", "");
}

/* What is personal is not in the history. */
static void
test_contacts (void)
{
  expect ("new i.ris3atlas", 0, "", "");
  write_file ("organisations.csv", "Organisation name,Region\nThe Cluster,DE1\n");
  write_file ("contacts.csv", "Organisation,Name,E-mail\nThe Cluster,Ada,ada@example.org\n");
  expect ("import organisations.csv --into i.ris3atlas --table organisations --map 'name=Organisation name'", 0,
          "1: Import 1 organisation from “organisations.csv”", "");
  expect ("import contacts.csv --into i.ris3atlas --table contacts", 0,
          "their import cannot be undone.\nImport 1 contact", "");
}

/* People put a title above their tables, and a blank row. */
static void
test_title (void)
{
  expect ("new e.ris3atlas", 0, "", "");
  write_file ("title.csv", "Our strategies\n\nRegion;Title;Period\nDE1;Tall;2028-2034\n");
  expect ("import title.csv --into e.ris3atlas --dry-run", 0, "The headings are in row 3; what is above them", "");
  expect ("import title.csv --into e.ris3atlas", 0, "Row 4 is new: Tall", "");
  write_file ("wide.csv", "Our strategies;;\n;;\nRegion;Title;Period\nDE1;Tall;2028-2034\n");
  expect ("import wide.csv --into e.ris3atlas", 0, "nothing changes", "");
  expect ("import wide.csv --into e.ris3atlas --heading-row 3", 0, "nothing changes", "");
  expect ("import wide.csv --into e.ris3atlas --heading-row 1", 2, "", "do not tell which table it is");
  expect ("import wide.csv --into e.ris3atlas --heading-row first", 2, "", "“first” is not the number of a row.");
  expect ("import wide.csv --into e.ris3atlas --json", 0, "\"heading_row\": 3", "");
}

static void
test_title_of_sheet (gconstpointer variable)
{
  g_autofree char *atlas = g_build_filename (folder, "f.ris3atlas", NULL);
  g_autofree char *arguments = g_strdup_printf ("import '%s' --into f.ris3atlas --sheet Titled", g_getenv (variable));
  g_autofree char *above = g_strconcat (arguments, " --heading-row 1", NULL);

  g_remove (atlas);
  expect ("new f.ris3atlas", 0, "", "");
  expect (arguments, 0, "The headings are in row 3; what is above them is not read.\n", "");
  expect (arguments, 0, "All 2 rows are in the atlas already", "");
  expect ("show DE1 --atlas f.ris3atlas", 0, "Tall", "");
  expect (above, 2, "", "do not tell which table it is");
}

/* What is new in one sheet is named in another; all is one edit, and one undo. */
static void
test_several (void)
{
  g_autofree char *plain
      = g_strdup_printf ("import '%s' --into g.ris3atlas --all-sheets", g_getenv ("RIS3_TEST_SEVERAL"));
  g_autofree char *all = g_strconcat (plain, " --skip-refused", NULL);
  g_autofree char *json = g_strconcat (plain, " --json", NULL);
  g_autofree char *both = g_strconcat (plain, " --sheet Words", NULL);

  expect ("new g.ris3atlas", 0, "", "");
  expect (plain, 1, "sheet “Priorities”, row 3, Strategy ID: there is no strategy “DE9-2028”.", "Nothing was changed");
  expect (json, 1, "\"unread_sheets\": [\n    \"Words\"\n  ]", "Nothing was changed");
  expect (all, 0, "These sheets are not read, as their headings are not known: Words\n", "");
  expect ("history g.ris3atlas", 0, "Import 4 rows from “several.xlsx”", "");
  expect ("show DE1 --atlas g.ris3atlas", 0, "Of a strategy that is new", "");
  expect (all, 0, "sheet “Organisations”, is read as", "");
  expect (all, 0, "2 rows: 0 new, 0 changed, 1 the same, 1 refused.", "");
  expect (both, 2, "", "--all-sheets and --sheet cannot be given together.");
  expect ("undo g.ris3atlas", 0, "Undo Import 4 rows", "");
}

/* A sheet for each period: both are one table, one edit, and one undo. */
static void
test_periods (void)
{
  g_autofree char *plain = g_strdup_printf ("import '%s' --into periods.ris3atlas", g_getenv ("RIS3_TEST_PERIODS"));
  g_autofree char *all = g_strconcat (plain, " --all-sheets --skip-refused", NULL);
  g_autofree char *two = g_strconcat (plain, " --skip-refused --sheet 'Priorities 2021, Strategies'", NULL);
  g_autofree char *json = g_strconcat (plain, " --json --dry-run --sheet 'Strategies,Priorities 2021'", NULL);
  g_autofree char *wrong = g_strconcat (plain, " --sheet 'Strategies,Cakes'", NULL);

  expect ("new periods.ris3atlas", 0, "", "");
  expect (wrong, 2, "", "has no sheet “Cakes”. It has: Priorities 2014, Priorities 2021, Strategies.");
  expect (json, 0, "\"sheet\": \"Priorities 2021\"", "");
  expect (all, 0,
          "sheet “Priorities 2021”, row 3, Strategie-ID: priorities of the strategy “FRL0-2014” are also on the sheet "
          "“Priorities 2014”, in row 2. Put all of",
          "");
  expect ("history periods.ris3atlas", 0, "Import 4 rows from “periods.xlsx”", "");
  expect ("undo periods.ris3atlas", 0, "Undo Import 4 rows", "");
  expect (two, 0, "sheet “Strategies”, is read as", "");
  expect ("history periods.ris3atlas", 0, "Import 3 rows from “periods.xlsx”", "");
  expect (two, 0, "All 2 rows are in the atlas already", "");
}

static void
test_spreadsheet (gconstpointer variable)
{
  g_autofree char *plain = g_strdup_printf ("import '%s' --into c.ris3atlas --skip-refused", g_getenv (variable));
  g_autofree char *arguments = g_strconcat (plain, " --table priorities", NULL);
  g_autofree char *trial = g_strconcat (arguments, " --dry-run", NULL);
  g_autofree char *atlas = g_build_filename (folder, "c.ris3atlas", NULL);
  g_autofree char *words = g_strconcat (plain, " --sheet Info", NULL);
  g_autofree char *numbers = g_strconcat (plain, " --sheet Aktivitäten", NULL);
  g_autofree char *wrong = g_strconcat (plain, " --sheet Cakes", NULL);

  g_remove (atlas);
  expect ("new c.ris3atlas", 0, "", "");
  expect (
      trial, 0,
      "row 5, Bezeichnung: the spreadsheet has the number “2.1” here, which may have been “2.10”: a code is a text.",
      "");
  expect (trial, 0, "Row 6, “Bezeichnung”: The spreadsheet has the number “7” here.", "");
  expect (arguments, 0, "sheet “Prioritäten”, row 4, Nennt personalisierte Medizin: “perhaps” is neither yes nor no",
          "");
  expect ("history c.ris3atlas", 0, "Import 3 priorities", "");
  expect ("show FRL0 --atlas c.ris3atlas", 0, "2.10", "");
  expect (arguments, 0, "5 rows: 0 new, 0 changed, 3 the same, 2 refused.", "");
  /* Two sheets are tables. */
  expect (plain, 2, "",
          "has several sheets: Info, Prioritäten, Aktivitäten, Titled. Choose one with --sheet, or take all");
  expect (words, 2, "", "do not tell which table it is");
  expect (wrong, 2, "", "has no sheet “Cakes”. It has: Info, Prioritäten, Aktivitäten, Titled.");
  expect (numbers, 0, "row 2, Themen: the spreadsheet has the number “2.1” here, which may have been “2.10”", "");
  expect (numbers, 0, "Row 3, “Themen”: The spreadsheet has the number “7” here.", "");
}

static void
remove_all (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_remove (path);
    }
  g_rmdir (parent);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  folder = g_dir_make_tmp ("ris3-test-XXXXXX", NULL);
  g_test_add_func ("/import-command/work", test_work);
  g_test_add_func ("/import-command/refused", test_refused);
  g_test_add_func ("/import-command/encoding", test_encoding);
  g_test_add_func ("/import-command/contacts", test_contacts);
  g_test_add_func ("/import-command/choices", test_choices);
  g_test_add_func ("/import-command/title", test_title);
  g_test_add_data_func ("/import-command/title/xlsx", "RIS3_TEST_SPREADSHEET", test_title_of_sheet);
  g_test_add_data_func ("/import-command/title/ods", "RIS3_TEST_ODS", test_title_of_sheet);
  g_test_add_func ("/import-command/several", test_several);
  g_test_add_func ("/import-command/periods", test_periods);
  g_test_add_data_func ("/import-command/xlsx", "RIS3_TEST_SPREADSHEET", test_spreadsheet);
  g_test_add_data_func ("/import-command/ods", "RIS3_TEST_ODS", test_spreadsheet);
  status = g_test_run ();
  remove_all (folder);
  g_free (folder);
  g_free (program);
  return status;
}
