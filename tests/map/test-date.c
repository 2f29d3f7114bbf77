/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "map/ris3-date.h"

static void
assert_date (const char *iso_date, const char *text)
{
  g_autofree char *result = ris3_date_to_text (iso_date);

  g_assert_cmpstr (result, ==, text);
}

static void
test_dates (void)
{
  assert_date ("2026-11-23", "23 November 2026");
  assert_date ("2019-05-01", "1 May 2019");
  assert_date ("2024-02-29", "29 February 2024");
}

/* What is no date is not made one. */
static void
test_others (void)
{
  const char *const others[] = { "", "2019", "2019-13-01", "2023-02-29", "spring 2019", "2019-05", "a-b-c", "-1-2-3" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_date (others[i], others[i]);
}

/* Makes a locale from the sources of the system, if it has them. It must be there before it is asked for: that
 * one is not, the C library remembers.
 */
static gboolean
set_locale (const char *source, const char *folder)
{
  g_autofree char *name = g_strconcat (source, ".utf8", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const arguments[] = { "localedef", "-i", source, "-f", "UTF-8", path, NULL };

  g_setenv ("LOCPATH", folder, TRUE);
  return g_spawn_sync (NULL, (char **) arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, NULL, NULL)
         && setlocale (LC_ALL, name) != NULL;
}

static void
remove_folder (const char *folder)
{
  const char *const arguments[] = { "rm", "-r", folder, NULL };

  g_assert_true (
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

/* The month is in the language of the texts, of which there is no translation here, whatever locale dates are in. */
static void
test_language (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-locale-XXXXXX", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 23, 0, 0, 0);

  g_assert_nonnull (folder);
  if (set_locale ("tr_TR", folder))
    {
      g_autofree char *month = g_date_time_format (date, "%B");

      g_assert_cmpstr (month, ==, "Kasım");
      assert_date ("2026-11-23", "23 November 2026");
    }
  else
    g_test_skip ("The system cannot make a Turkish locale (Debian: locales).");
  setlocale (LC_ALL, "C");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/date/dates", test_dates);
  g_test_add_func ("/map/date/others", test_others);
  g_test_add_func ("/map/date/language", test_language);
  return g_test_run ();
}
