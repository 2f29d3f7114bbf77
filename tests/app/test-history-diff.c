/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which words of two texts differ, as the history marks them. */

#include "config.h"

#include <string.h>

#include "app/edit/ris3-history-diff.h"
#include "app/edit/ris3-history-words.h"

/* A text with what differs in brackets. */
static char *
show (const char *text, GArray *ranges)
{
  GString *shown = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const Ris3HistoryRange *range = &g_array_index (ranges, Ris3HistoryRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_assert_true (i == 0 || range->start > at);
      g_string_append_len (shown, text + at, range->start - at);
      g_string_append_c (shown, '[');
      g_string_append_len (shown, text + range->start, range->end - range->start);
      g_string_append_c (shown, ']');
      at = range->end;
    }
  g_string_append (shown, text + at);
  return g_string_free (shown, FALSE);
}

static void
assert_diff (const char *before, const char *after, const char *removed, const char *added)
{
  g_autoptr (GArray) removed_ranges = NULL;
  g_autoptr (GArray) added_ranges = NULL;
  g_autofree char *removed_shown = NULL;
  g_autofree char *added_shown = NULL;

  ris3_history_diff (before, after, &removed_ranges, &added_ranges);
  removed_shown = show (before, removed_ranges);
  added_shown = show (after, added_ranges);
  g_assert_cmpstr (removed_shown, ==, removed);
  g_assert_cmpstr (added_shown, ==, added);
}

static void
test_words (void)
{
  assert_diff ("", "", "", "");
  assert_diff ("same", "same", "same", "same");
  assert_diff ("", "new", "", "[new]");
  assert_diff ("old", "", "[old]", "");
  assert_diff ("Health and food", "Health and care", "Health and [food]", "Health and [care]");
  assert_diff ("Health, food", "Health", "Health[, food]", "Health");
  /* Within a word, the word differs. */
  assert_diff ("medicine", "medicines", "[medicine]", "[medicines]");
  /* In the middle, twice. */
  assert_diff ("the old map of the region", "the map of the whole region", "the [old ]map of the region",
               "the map of the[ whole] region");
  /* Nothing in common but spaces: one mark, not three. */
  assert_diff ("one two three", "four five six", "[one two three]", "[four five six]");
}

static void
test_longest (void)
{
  /* There are more spaces in common than words. */
  assert_diff ("to be checked against the document", "the document was then read",
               "[to be checked against ]the document", "the document[ was then read]");
  /* A greedy comparison would keep only "a". */
  assert_diff ("a b c d", "b c d a", "[a ]b c d", "b c d[ a]");
}

static void
test_scripts (void)
{
  assert_diff ("Santé numérique", "Santé mentale", "Santé [numérique]", "Santé [mentale]");
  assert_diff ("здраве и храни", "здраве и грижи", "здраве и [храни]", "здраве и [грижи]");
  /* A letter with its mark is one, in either form. */
  assert_diff ("e\xcc\x81tude", "etude", "[e\xcc\x81tude]", "[etude]");
  assert_diff ("個別化医療", "個別医療", "個別[化]医療", "個別医療");
}

/* A text as long as a file may have it is done at once: the middle counts as different. */
static void
test_bounds (void)
{
  g_autoptr (GString) before = g_string_new ("begin ");
  g_autoptr (GString) after = g_string_new ("begin ");
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  const Ris3HistoryRange *range;

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append_printf (before, "b%u ", i);
      g_string_append_printf (after, "a%u ", i);
    }
  g_string_append (before, "end");
  g_string_append (after, "end");
  ris3_history_diff (before->str, after->str, &removed, &added);
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpuint (added->len, ==, 1);
  range = &g_array_index (removed, Ris3HistoryRange, 0);
  g_assert_cmpuint (range->start, ==, strlen ("begin "));
  g_assert_cmpuint (range->end, ==, before->len - strlen (" end"));
}

/* What is not marked is the same in both, whatever the texts, but for spaces. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "b", "é", " ", ",", "  " };

  for (guint n = 0; n < 2000; n++)
    {
      GString *texts[2] = { g_string_new (NULL), g_string_new (NULL) };
      GArray *ranges[2];
      char *rests[2];

      for (guint i = 0; i < 2; i++)
        for (int length = g_test_rand_int_range (0, 12); length > 0; length--)
          g_string_append (texts[i], pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      ris3_history_diff (texts[0]->str, texts[1]->str, &ranges[0], &ranges[1]);
      for (guint i = 0; i < 2; i++)
        {
          GString *rest = g_string_new (texts[i]->str);

          for (guint j = ranges[i]->len; j-- > 0;)
            {
              const Ris3HistoryRange *range = &g_array_index (ranges[i], Ris3HistoryRange, j);

              g_string_erase (rest, range->start, range->end - range->start);
            }
          g_string_replace (rest, " ", "", 0);
          rests[i] = g_string_free (rest, FALSE);
        }
      g_assert_cmpstr (rests[0], ==, rests[1]);
      for (guint i = 0; i < 2; i++)
        {
          g_string_free (texts[i], TRUE);
          g_array_unref (ranges[i]);
          g_free (rests[i]);
        }
    }
}

/* Values of a fixed list are shown in words, as everywhere. */
static void
test_values (void)
{
  static const struct
  {
    const char *table;
    const char *field;
    const char *value;
    const char *words;
  } all[] = {
    { "activity", "kind", "best-practice", "Best practice" },
    { "organisation", "role", "regional authority", "Regional authority" },
    { "participation", "role", "member", "member" },
    { "strategy", "analysis_state", "desk", "To be checked against the document" },
    { "strategy", "pm_basis", "region", "The region’s own answer" },
    { "strategy", "source_kind", "official-page", "Official page" },
    { "priority", "explicit_pm", "1", "Yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *words = ris3_history_value_to_text (all[i].table, all[i].field, all[i].value, NULL);

      g_assert_cmpstr (words, ==, all[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-diff/words", test_words);
  g_test_add_func ("/history-diff/longest", test_longest);
  g_test_add_func ("/history-diff/scripts", test_scripts);
  g_test_add_func ("/history-diff/bounds", test_bounds);
  g_test_add_func ("/history-diff/random", test_random);
  g_test_add_func ("/history-diff/values", test_values);
  return g_test_run ();
}
