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

static void
test_spreadsheet (void)
{
  g_autofree char *arguments
      = g_strdup_printf ("import '%s' --into c.ris3atlas --skip-refused", g_getenv ("RIS3_TEST_SPREADSHEET"));

  expect ("new c.ris3atlas", 0, "", "");
  expect (arguments, 0, "is neither yes nor no", "");
  expect ("history c.ris3atlas", 0, "Import 2 priorities", "");
  expect ("show FRL0 --atlas c.ris3atlas", 0, "2.10", "");
  expect (arguments, 0, "3 rows: 0 new, 0 changed, 2 the same, 1 refused.", "");
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
  g_test_add_func ("/import-command/spreadsheet", test_spreadsheet);
  status = g_test_run ();
  remove_all (folder);
  g_free (folder);
  g_free (program);
  return status;
}
