/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Correcting an outline, as its preview does. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas.h"
#include "model/ris3-outline.h"

#define EXTRACT "1. Health (p. 28)\n1.1 Imaging\n1.1.1 Ultrasound\n1.2 Implants and stents\n2. Food"

static Ris3Outline *
make_outline (const char *extract)
{
  g_autoptr (GError) error = NULL;
  Ris3Outline *outline = ris3_outline_new (extract, -1, &error);

  g_assert_no_error (error);
  return outline;
}

static void
assert_levels (Ris3Outline *outline, const char *levels)
{
  GString *found = g_string_new (NULL);
  Ris3OutlineLine *line;

  for (guint i = 0; (line = ris3_outline_get_line (outline, i)) != NULL; i++)
    g_string_append_printf (found, "%u", ris3_outline_line_get_level (line));
  g_assert_cmpstr (found->str, ==, levels);
  g_string_free (found, TRUE);
}

static void
assert_line (Ris3Outline *outline, guint position, const char *label, const char *page, const char *text)
{
  Ris3OutlineLine *line = ris3_outline_get_line (outline, position);

  g_assert_cmpstr (ris3_outline_line_get_label (line), ==, label);
  g_assert_cmpstr (ris3_outline_line_get_page_label (line), ==, page);
  g_assert_cmpstr (ris3_outline_line_get_text (line), ==, text);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_line (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);
  Ris3OutlineLine *line = ris3_outline_get_line (outline, 1);
  guint n = 0;

  g_signal_connect_swapped (line, "notify", G_CALLBACK (count), &n);
  ris3_outline_line_set_label (line, "1.A");
  ris3_outline_line_set_text (line, "Medical\nimaging");
  ris3_outline_line_set_page_label (line, "29");
  ris3_outline_line_set_page_index (line, 30);
  ris3_outline_line_set_is_included (line, FALSE);
  g_assert_cmpuint (n, ==, 5);
  assert_line (outline, 1, "1.A", "29", "Medical imaging");
  g_assert_cmpint (ris3_outline_line_get_page_index (line), ==, 30);
  g_assert_false (ris3_outline_line_get_is_included (line));
  /* The same once more is no change. */
  g_object_set (line, "label", "1.A", "text", "Medical imaging", "page-label", "29", "page-index", 30, "is-included",
                FALSE, NULL);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpstr (ris3_outline_line_get_source (line), ==, "1.1 Imaging\n");
}

static void
test_parents (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);

  assert_levels (outline, "01210");
  g_assert_cmpuint (ris3_outline_get_parent (outline, 0), ==, G_MAXUINT);
  g_assert_cmpuint (ris3_outline_get_parent (outline, 2), ==, 1);
  g_assert_cmpuint (ris3_outline_get_parent (outline, 3), ==, 0);
  g_assert_cmpuint (ris3_outline_get_parent (outline, 4), ==, G_MAXUINT);
  g_assert_cmpstr (ris3_outline_find_page_label (outline, 2), ==, "28");
  g_assert_cmpstr (ris3_outline_find_page_label (outline, 4), ==, "");
  /* What is left out is no parent. */
  ris3_outline_line_set_is_included (ris3_outline_get_line (outline, 1), FALSE);
  g_assert_cmpuint (ris3_outline_get_parent (outline, 2), ==, 0);
}

static void
test_levels (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);

  g_assert_false (ris3_outline_can_set_level (outline, 0, 1));
  g_assert_false (ris3_outline_can_set_level (outline, 1, 2));
  g_assert_false (ris3_outline_can_set_level (outline, 1, 1));
  g_assert_true (ris3_outline_can_set_level (outline, 3, 2));
  /* What is below comes along. */
  ris3_outline_set_level (outline, 1, 0);
  assert_levels (outline, "00110");
  ris3_outline_set_level (outline, 1, 1);
  assert_levels (outline, "01220");
  ris3_outline_set_level (outline, 4, 9);
  assert_levels (outline, "01220");
  ris3_outline_set_level (outline, 4, 2);
  assert_levels (outline, "01222");
}

static void
test_split (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);
  guint n = 0;

  g_signal_connect_swapped (outline, "items-changed", G_CALLBACK (count), &n);
  g_assert_true (ris3_outline_split (outline, 3, strlen ("Implants")));
  assert_levels (outline, "012110");
  assert_line (outline, 3, "1.2", "", "Implants");
  assert_line (outline, 4, "", "", "and stents");
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (ris3_outline_split (outline, 3, 0));
  g_assert_false (ris3_outline_split (outline, 3, strlen ("Implants")));
  g_assert_false (ris3_outline_split (outline, 3, G_MAXUINT));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_join (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);

  g_assert_false (ris3_outline_join (outline, 0));
  g_assert_true (ris3_outline_split (outline, 3, strlen ("Implants ")));
  g_assert_true (ris3_outline_join (outline, 4));
  assert_line (outline, 3, "1.2", "", "Implants and stents");
  /* A label is not lost, and what is below stays below. */
  g_assert_true (ris3_outline_join (outline, 1));
  assert_line (outline, 0, "1", "28", "Health 1.1 Imaging");
  assert_levels (outline, "0110");
  /* A page is taken over where there is none. */
  ris3_outline_line_set_page_label (ris3_outline_get_line (outline, 2), "29");
  g_assert_true (ris3_outline_join (outline, 2));
  assert_line (outline, 1, "1.1.1", "29", "Ultrasound 1.2 Implants and stents");
}

static void
test_join_children (void)
{
  g_autoptr (Ris3Outline) outline = make_outline ("1 A\n1.1 B\n2 C\n2.1 D\n2.1.1 E\n3 F");

  assert_levels (outline, "010120");
  g_assert_true (ris3_outline_join (outline, 2));
  assert_levels (outline, "01230");
  assert_line (outline, 1, "1.1", "", "B 2 C");
}

static void
test_remove (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT);

  ris3_outline_remove (outline, 0);
  assert_levels (outline, "0100");
  assert_line (outline, 0, "1.1", "", "Imaging");
  while (ris3_outline_get_line (outline, 0) != NULL)
    ris3_outline_remove (outline, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outline)), ==, 0);
}

static void
test_orphans (void)
{
  g_autoptr (Ris3Outline) outline = make_outline ("1 A\n1.1 B\n1.1.1 C\n1.1.2 D\n1.1.2.1 E\n1.1.3 F\n1.2 G\n2 H");

  assert_levels (outline, "01223210");
  ris3_outline_set_level (outline, 2, 0);
  assert_levels (outline, "01012110");
}

/* Any corrections leave a tree, and splitting and joining leave each word. */
static void
test_random (void)
{
  g_autoptr (Ris3Outline) outline = make_outline (EXTRACT "; a; b; c\n- d\n- e\n  - f g h i");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (outline));
  gboolean is_removing = FALSE;

  for (guint i = 0; i < 5000; i++)
    {
      guint position = (guint) g_test_rand_int_range (0, (gint) n);
      guint highest = 0;

      switch (g_test_rand_int_range (0, is_removing ? 4 : 3))
        {
        case 0:
          ris3_outline_set_level (outline, position, (guint) g_test_rand_int_range (0, 15));
          break;
        case 1:
          ris3_outline_split (outline, position, (guint) g_test_rand_int_range (0, 10));
          break;
        case 2:
          ris3_outline_join (outline, position);
          break;
        default:
          if (n > 1)
            ris3_outline_remove (outline, position);
        }
      n = g_list_model_get_n_items (G_LIST_MODEL (outline));
      g_assert_cmpuint (n, >, 0);
      for (guint j = 0, h = 0, g = 0; j < n; j++)
        {
          Ris3OutlineLine *line = ris3_outline_get_line (outline, j);

          g_assert_cmpuint (ris3_outline_line_get_level (line), <=, highest);
          highest = MIN (ris3_outline_line_get_level (line) + 1, RIS3_OUTLINE_MAX_LEVEL);
          h += strchr (ris3_outline_line_get_text (line), 'h') != NULL;
          g += strstr (ris3_outline_line_get_text (line), "Ultra") != NULL;
          if (!is_removing && j == n - 1)
            {
              g_assert_cmpuint (h, >, 0);
              g_assert_cmpuint (g, <=, 1);
            }
        }
      is_removing = i > 4000;
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (RIS3_OUTLINE_MAX_LENGTH + 1, 'a');
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Outline) most = NULL;

  g_assert_null (ris3_outline_new (text, -1, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "part by part"));
  most = ris3_outline_new (text, RIS3_OUTLINE_MAX_LENGTH, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (most)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/edit/line", test_line);
  g_test_add_func ("/outline/edit/parents", test_parents);
  g_test_add_func ("/outline/edit/levels", test_levels);
  g_test_add_func ("/outline/edit/split", test_split);
  g_test_add_func ("/outline/edit/join", test_join);
  g_test_add_func ("/outline/edit/join-children", test_join_children);
  g_test_add_func ("/outline/edit/remove", test_remove);
  g_test_add_func ("/outline/edit/orphans", test_orphans);
  g_test_add_func ("/outline/edit/random", test_random);
  g_test_add_func ("/outline/edit/too-long", test_too_long);
  return g_test_run ();
}
