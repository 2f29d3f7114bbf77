/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Extracts of strategies as people paste them, and the trees that they are (data/outlines.txt). */

#include "config.h"

#include <string.h>

#include "model/ris3-outline.h"

#define MIN_SAMPLES 26 /* the one of the source, and 25 more */

typedef struct
{
  char *extract;
  char *tree;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->extract);
  g_free (sample->tree);
  g_free (sample);
}

/* A line is "label|page|text" behind a full stop a level, and "#" if it is left out. */
static char *
describe (Ris3Outline *outline)
{
  GString *all = g_string_new (NULL);
  Ris3OutlineLine *line;

  for (guint i = 0; (line = ris3_outline_get_line (outline, i)) != NULL; i++)
    {
      if (!ris3_outline_line_get_is_included (line))
        g_string_append_c (all, '#');
      for (guint level = 0; level < ris3_outline_line_get_level (line); level++)
        g_string_append_c (all, '.');
      g_string_append_printf (all, "%s|%s|%s\n", ris3_outline_line_get_label (line),
                              ris3_outline_line_get_page_label (line), ris3_outline_line_get_text (line));
    }
  return g_string_free (all, FALSE);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Outline) outline = ris3_outline_new (sample->extract, -1, &error);
  g_autofree char *tree = NULL;

  g_assert_no_error (error);
  tree = describe (outline);
  g_assert_cmpstr (tree, ==, sample->tree);
}

/* "=== name", the extract, "---", its tree. Signs that nobody sees are in angle brackets. */
static void
add_samples (void)
{
  static const char *const signs[][2]
      = { { "<TAB>", "\t" }, { "<CR>", "\r" }, { "<NBSP>", "\u00a0" }, { "<SHY>", "\u00ad" } };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "data", "outlines.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  parts = g_strsplit (text + strlen ("=== "), "\n=== ", -1);
  for (; parts[n] != NULL; n++)
    {
      g_auto (GStrv) halves = g_strsplit (parts[n], "\n---", 2);
      const char *end = strchr (halves[0], '\n');
      g_autofree char *name = g_strndup (halves[0], end != NULL ? (gsize) (end - halves[0]) : strlen (halves[0]));
      g_autofree char *test = g_strconcat ("/outline/samples/", name, NULL);
      GString *extract = g_string_new (end != NULL ? end + 1 : "");
      Sample *sample = g_new0 (Sample, 1);

      for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
        g_string_replace (extract, signs[i][0], signs[i][1], 0);
      sample->extract = g_string_free (extract, FALSE);
      g_assert_nonnull (halves[1]);
      sample->tree = g_str_has_suffix (halves[1], "\n") || *halves[1] == '\0' || parts[n + 1] == NULL
                         ? g_strdup (halves[1] + (*halves[1] == '\n'))
                         : g_strconcat (halves[1] + 1, "\n", NULL);
      g_test_add_data_func_full (test, sample, test_sample, sample_free);
    }
  g_assert_cmpuint (n, >=, MIN_SAMPLES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_samples ();
  return g_test_run ();
}
