/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "report/ris3-batch-pattern.h"

static char *
make (Ris3BatchPattern *pattern, const char *country, const char *theme, const char *view)
{
  const char *values[RIS3_N_BATCH_WORDS]
      = { [RIS3_BATCH_COUNTRY] = country, [RIS3_BATCH_THEME_NAME] = theme, [RIS3_BATCH_VIEW] = view };

  return ris3_batch_pattern_make_name (pattern, values);
}

static void
test_names (void)
{
  g_autoptr (Ris3BatchPattern) pattern = ris3_batch_pattern_new ("a/{country}-{theme-name}{view}.png", NULL);
  static const struct
  {
    const char *country, *theme, *view, *name;
  } cases[] = {
    { "FR", "Oncology", NULL, "a/FR-Oncology.png" },
    /* One that there is already, for a system that takes capitals for small letters, too. */
    { "FR", "oncology", "", "a/FR-oncology-2.png" },
    { "FR", "Oncology", NULL, "a/FR-Oncology-3.png" },
    { "DE", "Rare / \"chronic\": 1\n", "x", "a/DE-Rare - -chronic-- 1-x.png" },
    { "..", "/../", "é", "a/_.--..-é.png" },
    { "AT", "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijXYZ", NULL,
      "a/AT-abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = make (pattern, cases[i].country, cases[i].theme, cases[i].view);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_true (ris3_batch_pattern_has (pattern, RIS3_BATCH_COUNTRY));
  g_assert_false (ris3_batch_pattern_has (pattern, RIS3_BATCH_THEME));
  g_assert_true (ris3_batch_pattern_is_of (pattern, RIS3_BATCH_COUNTRY));
  g_assert_true (ris3_batch_pattern_is_of (pattern, RIS3_BATCH_THEME));
  g_assert_true (ris3_batch_pattern_is_of (pattern, RIS3_BATCH_VIEW));
  g_assert_false (ris3_batch_pattern_is_of (pattern, RIS3_BATCH_REGION));
}

/* A dot of a folder is not the one of a name. */
static void
test_without_ending (void)
{
  g_autoptr (Ris3BatchPattern) pattern = ris3_batch_pattern_new ("a.b/{country}", NULL);
  g_autofree char *first = make (pattern, "FR", NULL, NULL);
  g_autofree char *second = make (pattern, "FR", NULL, NULL);

  g_assert_cmpstr (first, ==, "a.b/FR");
  g_assert_cmpstr (second, ==, "a.b/FR-2");
}

static void
test_refused (void)
{
  static const char *const patterns[] = { "{foo}.png", "{country", "a{}b", "{Country}.png" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ris3_batch_pattern_new (patterns[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      g_assert_nonnull (strstr (error->message, "{country}"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/batch-pattern/names", test_names);
  g_test_add_func ("/report/batch-pattern/without-ending", test_without_ending);
  g_test_add_func ("/report/batch-pattern/refused", test_refused);
  return g_test_run ();
}
