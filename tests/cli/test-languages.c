/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* ris3 in each language of po/LINGUAS. RIS3_LOCALE_DIR: the translations; RIS3_TEST_LANGUAGES: their codes. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

static const char *program;

/* What it says in a language, whatever locales the system has. */
static char *
say (const char *language, const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  g_ptr_array_add (argv, (gpointer) program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, words[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("ris3 %s fails in “%s”", arguments, language);
  return out;
}

/* Lines that are the same in both are names, numbers and what is typed. */
static guint
count_same_lines (const char *text, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  guint n_same = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* A sentence: several words, beginning at the margin; the title of a strategy ends with its id. */
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      n_same += g_strv_length (words) > 3 && lines[i][0] != ' ' && !g_str_has_suffix (lines[i], "]")
                && g_strv_contains ((const char *const *) others, lines[i]);
    }
  return n_same;
}

static void
test_languages (void)
{
  static const char *const calls[] = { "--help",    "help stats",         "help show", "help map",     "help check",
                                       "help view", "help build-default", "stats",     "show DE -l 0", "show AT21" };
  g_auto (GStrv) languages = g_strsplit (g_getenv ("RIS3_TEST_LANGUAGES"), " ", -1);

  g_assert_cmpuint (g_strv_length (languages), >=, 5);
  for (guint call = 0; call < G_N_ELEMENTS (calls); call++)
    {
      g_autofree char *english = say ("en", calls[call]);

      for (guint i = 0; languages[i] != NULL; i++)
        {
          g_autofree char *text = say (languages[i], calls[call]);

          if (count_same_lines (text, english) > 0)
            g_error ("ris3 %s speaks English in “%s”:\n%s", calls[call], languages[i], text);
        }
    }
}

/* Plural forms: Polish has three. */
static void
test_plurals (void)
{
  g_autofree char *one = say ("pl", "show LU -l 0");
  g_autofree char *few = say ("pl", "show BE");
  g_autofree char *many = say ("pl", "show DE");

  g_test_message ("%s\n%s\n%s", one, few, many);
  g_assert_nonnull (strstr (few, "3 obszary"));
  g_assert_nonnull (strstr (many, "16 obszarów"));
}

/* The region's name in the reader's language, with its own beside. */
static void
test_names (void)
{
  g_autofree char *french = say ("fr", "show DE2");
  g_autofree char *polish = say ("pl", "show DE2");

  g_assert_true (g_str_has_prefix (french, "DE2  Bavière · Bayern\n"));
  g_assert_true (g_str_has_prefix (polish, "DE2  Bawaria · Bayern\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = argv[1];
  g_test_add_func ("/languages/all", test_languages);
  g_test_add_func ("/languages/plurals", test_plurals);
  g_test_add_func ("/languages/names", test_names);
  return g_test_run ();
}
