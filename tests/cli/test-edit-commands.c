/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Editing from the command line: new, edit, history, undo, backup, as a person calls them. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* ris3, the first argument of the test. */
static char *program;
static char *folder;

typedef struct
{
  char *out;
  char *err;
  int status;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Runs it in the folder; input: what it reads, or NULL. */
static Result
run (const char *arguments, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = g_strdup_printf ("%s %s", program, arguments);
  g_auto (GStrv) argv = NULL;
  Result result = { 0 };

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, &error));
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &result.out, &result.err, NULL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL) && g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static void
expect (const char *arguments, const char *input, int status, const char *out, const char *err)
{
  g_auto (Result) result = run (arguments, input);

  if (result.status != status || strstr (result.out, out) == NULL || strstr (result.err, err) == NULL)
    g_error ("ris3 %s: %d\n%s%s", arguments, result.status, result.out, result.err);
}

#define YEAR "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": 2013}\n"
#define TREE                                                                                                           \
  "{\"edit\": \"priority-add\", \"strategy_id\": \"FRL0-2014\", \"after\": \"first\", \"label\": \"9\","               \
  " \"themes\": [\"active-ageing\"], \"children\": [{\"label\": \"9.1\", \"explicit_pm\": true}]}\n"
#define STEP "{\"edit\": \"meta-set\", \"key\": \"title\", \"value\": \"Theirs\"}"
#define NOTE "{\"edit\": \"note-add\", \"nuts_version\": 2016, \"region_code\": \"FRL0\", \"text\": \"Ask\"}\n"
#define MANY                                                                                                           \
  "{\"edit\": \"group\", \"title\": \"Two at once\", \"edits\": [{\"edit\": \"note-set\", \"id\": 1, \"text\": "       \
  "\"Do\"},"                                                                                                           \
  " {\"edit\": \"meta-set\", \"key\": \"title\", \"value\": \"Ours\"}]}\n"

static void
test_work (void)
{
  expect ("new a.ris3atlas", NULL, 0, "", "");
  expect ("new a.ris3atlas", NULL, 2, "", "already exists");
  expect ("edit a.ris3atlas --dry-run", YEAR "\n" TREE NOTE MANY, 0, "Would do: Two at once", "");
  expect ("history a.ris3atlas", NULL, 0, "no such change", "");
  expect ("edit a.ris3atlas --by Ada", YEAR "\n" TREE NOTE MANY, 0, "2: Add priority “9”, and 1 more\n", "");
  expect ("edit a.ris3atlas --json", YEAR, 0, "\"change\": null", "");
  expect ("history a.ris3atlas", NULL, 0, "Ada  Two at once", "");
  expect ("history a.ris3atlas --change 1", NULL, 0, "Year: “2014” became “2013”", "");
  expect ("history a.ris3atlas --change 99", NULL, 0, "no such change", "");
  expect ("history a.ris3atlas --change 99 --json", NULL, 0, "\"changes\": []", "");
  expect ("history a.ris3atlas --kind priority --json", NULL, 0, "\"rows\": 3", "");
  expect ("history a.ris3atlas --region FRL0 --limit 1", NULL, 0, "Two at once", "");
  expect ("history a.ris3atlas --by Ben", NULL, 0, "no such change", "");
  expect ("history a.ris3atlas --from 2100-01-01", NULL, 0, "no such change", "");
  expect ("undo a.ris3atlas", NULL, 0, "5: Undo Two at once", "");
  expect ("undo a.ris3atlas --change 2 --json", NULL, 0, "\"title\": \"Undo Add priority “9”, and 1 more\"", "");
  expect ("undo a.ris3atlas --redo", NULL, 0, "7: Redo Add priority", "");
  expect ("undo a.ris3atlas --change 2", NULL, 2, "", "has been reverted already");
  expect ("undo a.ris3atlas --by Ben", NULL, 2, "", "nothing to undo");
  expect ("backup a.ris3atlas --output b.ris3atlas", NULL, 0, "b.ris3atlas\n", "");
  expect ("backup a.ris3atlas --json", NULL, 0, "\"backup\": \"a-2", "");
  expect ("backup a.ris3atlas --list", NULL, 0, "  by-hand  ", "");
  expect ("backup a.ris3atlas --list", NULL, 0, "  daily  ", "");
  expect ("backup a.ris3atlas --list --json", NULL, 0, "\"kind\": \"daily\"", "");
  expect ("backup b.ris3atlas --list", NULL, 0, "no backup copy yet", "");
  expect ("backup a.ris3atlas --list --output c.ris3atlas", NULL, 2, "", "do not go together");
  expect ("backup a.ris3atlas --restore none.ris3atlas", NULL, 2, "", "none.ris3atlas");
  expect ("undo a.ris3atlas", NULL, 0, "8: Undo ", "");
  expect ("backup a.ris3atlas --restore b.ris3atlas", NULL, 0, "Restore the backup copy “b.ris3atlas”", "");
  expect ("backup a.ris3atlas --list", NULL, 0, "  before-restore  ", "");
  expect ("history a.ris3atlas --limit 1", NULL, 0, "Restore the backup copy", "");
  expect ("check b.ris3atlas", NULL, 0, "", "");
  expect ("history b.ris3atlas --change 7", NULL, 0, "Redo Add priority", "");
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *line;
    const char *complaint;
  } lines[] = {
    { "{\"edit\": \"strategy-set\",", "line 2: This is not an edit as a JSON object." },
    { "[]", "line 2: This is not an edit" },
    { "{}", "line 2: This is not an edit" },
    { "{\"id\": 1}", "“edit” is missing" },
    { "{\"edit\": 1.5}", "“edit” is missing" },
    { "{\"edit\": \"strategy-burn\", \"id\": \"x\"}", "no edit “strategy-burn”" },
    { "{\"edit\": \"contact-add\", \"name\": \"x\"}", "no edit “contact-add”" },
    { "{\"edit\": \"comment-add\", \"text\": \"x\"}", "line 2: NUTS version: it is missing" },
    { "{\"edit\": \"strategy-set\", \"year\": 2000}", "“id” is missing" },
    { "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": 2000, \"year\": 2001}", "“year” is there twice" },
    { "{\"edit\": \"priority-set\", \"id\": \"012\", \"text\": \"x\"}", "There is no “012”" },
    { "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": [2000]}", "“year” is missing" },
    { "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": 1066}", "line 2: Year: it is not a number" },
    { "{\"edit\": \"strategy-set\", \"id\": \"none\", \"year\": 2000}", "line 2: There is no “none”" },
    { "{\"edit\": \"strategy-set\", \"id\": \"FRL0-2014\", \"year\": 2000, \"expect\": {\"year\": 1999}}",
      "changed while you were writing" },
    { "{\"edit\": \"attachment-add\", \"comment_id\": 1, \"name\": \"x\", \"size\": 1, \"digest\": \"0aF\"}",
      "line 2: Digest: it is not a digest (SHA-256) of 64 hexadecimal digits" },
    { "{\"edit\": \"priority-shift\", \"id\": 1, \"way\": \"back\"}", "“way”" },
    { "{\"edit\": \"priority-themes\", \"id\": 1, \"themes\": \"genomics\"}", "“themes”" },
    { "{\"edit\": \"priority-add\", \"strategy_id\": \"FRL0-2014\", \"label\": \"1\", \"children\": [1]}",
      "“children”" },
    { "{\"edit\": \"group\", \"title\": \"\", \"edits\": []}", "“title”" },
    { "{\"edit\": \"group\", \"title\": \"x\", \"edits\": [{\"edit\": \"group\", \"title\": \"y\", \"edits\": []}]}",
      "no edit “group”" },
  };

  expect ("new c.ris3atlas", NULL, 0, "", "");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *input = g_strconcat (YEAR, lines[i].line, "\n", NULL);

      expect ("edit c.ris3atlas", input, 2, "", lines[i].complaint);
      expect ("history c.ris3atlas", NULL, 0, "no such change", "");
    }
  expect ("edit", YEAR, 2, "", "The atlas is missing");
  expect ("edit none.ris3atlas", YEAR, 2, "", "none.ris3atlas");
  expect ("edit c.ris3atlas --input none.jsonl", NULL, 2, "", "none.jsonl");
  expect ("undo c.ris3atlas", NULL, 2, "", "nothing to undo");
  expect ("undo c.ris3atlas --change soon", NULL, 2, "", "not a whole number");
  expect ("undo c.ris3atlas --redo --change 1", NULL, 2, "", "do not go together");
  expect ("history c.ris3atlas --from yesterday", NULL, 2, "", "not a day");
}

/* As other systems write text. */
static void
test_foreign (void)
{
  expect ("new f.ris3atlas", NULL, 0, "", "");
  expect ("edit f.ris3atlas",
          "\xef\xbb\xbf{\"edit\": \"meta-set\", \"key\": \"title\", \"value\": \"Ours\"}\r\n\r\n" NOTE, 0,
          "2: Add note", "");
  /* A name is one line. */
  expect ("edit f.ris3atlas --by 'Ada\n\tB'", YEAR, 0, "3: Change strategy", "");
  expect ("history f.ris3atlas --limit 1", NULL, 0, "  Ada  B  Change strategy", "");
  expect ("undo f.ris3atlas --by 'Ada\n\tB'", NULL, 0, "4: Undo", "");
  expect ("edit f.ris3atlas", "{\"edit\": \"group\", \"title\": \"a\\nb\", \"edits\": [" STEP "]}", 0, "5: a b\n", "");
}

/* An empty atlas has what strategies can be recorded with. */
static void
test_empty (void)
{
  g_autofree char *path = g_build_filename (folder, "e.ris3atlas", NULL);
  GStatBuf info;

  expect ("new --empty e.ris3atlas", NULL, 0, "", "");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 900 * 1024);
  expect (
      "edit e.ris3atlas",
      "{\"edit\": \"strategy-add\", \"nuts_version\": 2016, \"region_code\": \"FRL0\", \"region_name\": \"Provence\","
      " \"title\": \"Ours\", \"period\": \"2021-2027\"}\n"
      "{\"edit\": \"priority-add\", \"strategy_id\": \"FRL0-2021\", \"label\": \"1\", \"themes\": [\"active-ageing\"]}",
      0, "2: Add priority “1”\n", "");
  expect ("show FRL0 e.ris3atlas", NULL, 0, "Ours", "");
}

/* What the window keeps in the atlas, the commands show by its name. */
static void
test_saved_view (void)
{
  expect ("new v.ris3atlas", NULL, 0, "", "");
  expect ("view --saved-view Mine v.ris3atlas", NULL, 2, "", "The atlas has no saved view “Mine”, nor any other.");
  expect ("edit v.ris3atlas",
          "{\"edit\": \"saved_view-add\", \"name\": \"Mine\", \"view\": \"indicator=health period=latest"
          " extent=5.9,45.8,10.5,47.8\"}",
          0, "Add view “Mine”", "");
  expect ("view --saved-view Mine v.ris3atlas", NULL, 0,
          "indicator=health period=latest level=strategy-territory nuts=2016 extent=5.9,45.8,10.5,47.8\n", "");
  expect ("view --saved-view Mine --level 2 v.ris3atlas", NULL, 0, "indicator=health period=latest level=2 nuts=2016",
          "");
  expect ("view --saved-view Yours v.ris3atlas", NULL, 2, "", "The atlas has no saved view “Yours”. It has: “Mine”.");
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
  g_test_add_func ("/edit-commands/work", test_work);
  g_test_add_func ("/edit-commands/wrong", test_wrong);
  g_test_add_func ("/edit-commands/foreign", test_foreign);
  g_test_add_func ("/edit-commands/empty", test_empty);
  g_test_add_func ("/edit-commands/saved-view", test_saved_view);
  status = g_test_run ();
  remove_all (folder);
  g_free (folder);
  g_free (program);
  return status;
}
