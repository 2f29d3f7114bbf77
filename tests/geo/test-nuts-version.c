/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-nuts-version.h"

static void
test_parse (void)
{
  static const char *const bad[] = { "", "2010", "2016x", " 2016", "+2016", "4294969312", "NUTS 2016" };
  guint version = 0;

  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", ris3_nuts_versions[i]);

      g_assert_true (ris3_nuts_version_from_string (text, &version));
      g_assert_cmpuint (version, ==, ris3_nuts_versions[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      version = 7;
      g_assert_false (ris3_nuts_version_from_string (bad[i], &version));
      g_assert_cmpuint (version, ==, 7);
    }
}

static void
test_list (void)
{
  g_autofree char *list = ris3_nuts_version_list ();

  g_assert_cmpstr (list, ==, "2013, 2016 or 2021");
  for (guint i = 1; i < RIS3_N_NUTS_VERSIONS; i++)
    g_assert_cmpuint (ris3_nuts_versions[i - 1], <, ris3_nuts_versions[i]);
  g_assert_true (ris3_nuts_version_is_known (RIS3_DEFAULT_NUTS_VERSION));
  g_assert_false (ris3_nuts_version_is_known (0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/nuts-version/parse", test_parse);
  g_test_add_func ("/geo/nuts-version/list", test_list);

  return g_test_run ();
}
