/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any text at all becomes an outline that has each letter of it once. */

#include "config.h"

#include <string.h>

#include "model/ris3-outline-private.h"
#include "model/ris3-outline.h"

#define N_RANDOM 1000
#define SEPARATORS ";:,.–—-‐\"“”„«»‘’'‚\u00ad"
#define ENCLOSING "()[].:–—- \t\n"

static gboolean
is_visible (gunichar letter)
{
  return !ris3_outline_is_space (letter) && letter != 0xad && letter != 0x2060
         && !(letter >= 0x200b && letter <= 0x200f);
}

/* Each letter of a segment is in its marker, its page mark or its text, in this order, but for what separates. */
static void
assert_segment (const Ris3OutlineText *text, const Ris3OutlineSegment *segment, Ris3OutlineLine *line)
{
  const Ris3Marker *marker = &segment->marker;
  const Ris3PageMark *page = &segment->page;
  const char *next = ris3_outline_line_get_text (line);

  g_assert_cmpuint (marker->label_start, <=, marker->label_end);
  if (marker->kind != RIS3_MARKER_NONE)
    {
      g_assert_cmpuint (marker->start, >=, segment->start);
      g_assert_cmpuint (marker->end, <=, segment->end);
    }
  for (guint i = segment->start; i < segment->end; i++)
    {
      gunichar letter = text->letters[i];

      if (!is_visible (letter) || (i >= page->start && i < page->end))
        continue;
      if (i >= marker->start && i < marker->end)
        {
          g_assert_true ((i >= marker->label_start && i < marker->label_end) || ris3_outline_is_in (letter, ENCLOSING)
                         || marker->kind == RIS3_MARKER_BULLET);
          continue;
        }
      while (*next == ' ')
        next++;
      if (*next != '\0' && g_utf8_get_char (next) == letter)
        next = g_utf8_next_char (next);
      else if (!ris3_outline_is_in (letter, SEPARATORS))
        g_error ("U+%04X at %u of “%s” is lost: “%s”", letter, i, ris3_outline_line_get_source (line),
                 ris3_outline_line_get_text (line));
    }
  /* And nothing else is. */
  g_assert_cmpstr (next, ==, "");
}

static void
assert_nothing_lost (const char *bytes, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (bytes, (gssize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Outline) outline = ris3_outline_new (bytes, (gssize) length, &error);
  g_autoptr (GArray) segments = NULL;
  g_autoptr (GArray) divided = NULL;
  GString *sources = g_string_new (NULL);
  Ris3OutlineText text;
  guint at = 0, highest = 0;

  g_assert_no_error (error);
  ris3_outline_text_init (&text, valid);
  segments = ris3_outline_parse (&text);
  divided = ris3_outline_divide (&text, segments);
  g_assert_cmpuint (divided->len, ==, g_list_model_get_n_items (G_LIST_MODEL (outline)));
  for (guint i = 0; i < divided->len; i++)
    {
      const Ris3OutlineSegment *segment = &g_array_index (divided, Ris3OutlineSegment, i);
      Ris3OutlineLine *line = ris3_outline_get_line (outline, i);

      g_assert_cmpuint (segment->start, ==, at);
      g_assert_cmpuint (segment->end, >, at);
      g_assert_cmpuint (ris3_outline_line_get_level (line), <=, highest);
      assert_segment (&text, segment, line);
      g_string_append (sources, ris3_outline_line_get_source (line));
      at = segment->end;
      highest = ris3_outline_line_get_level (line) + 1;
    }
  if (divided->len > 0)
    g_assert_cmpstr (sources->str, ==, valid);
  else
    g_assert_cmpuint (ris3_outline_text_skip (&text, 0, text.n), ==, text.n);
  g_string_free (sources, TRUE);
  ris3_outline_text_clear (&text);
}

static void
test_bytes (void)
{
  for (guint n = 0; n < N_RANDOM; n++)
    {
      guint length = (guint) g_test_rand_int_range (0, 400);
      g_autofree char *bytes = g_malloc (length + 1);

      for (guint i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);
      bytes[length] = '\0';
      assert_nothing_lost (bytes, length);
    }
}

/* Letters of all kinds, and far more of those that mean something to an outline. */
static void
test_letters (void)
{
  for (guint n = 0; n < N_RANDOM; n++)
    {
      guint length = (guint) g_test_rand_int_range (0, 300);
      GString *text = g_string_new (NULL);

      for (guint i = 0; i < length; i++)
        {
          gunichar letter = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x700 : 0x30000);

          if (g_unichar_validate (letter))
            g_string_append_unichar (text, letter);
        }
      assert_nothing_lost (text->str, text->len);
      g_string_free (text, TRUE);
    }
}

static const char *const pieces[]
    = { "1",       "2",    "3.1",         "3.1.1",       "(3)",      "(3.2)",
        "a)",      "b)",   "(c)",         "i)",          "IV.",      "A.",
        "α)",      "а)",   "•",           "–",           "-",        "*",
        "o\t",     ";",    ":",           ".",           ",",        "\n",
        "\n",      "\r\n", "\n\n",        "\f",          " ",        " ",
        "  ",      "\t",   "\u00a0",      "\u00ad",      "(",        ")",
        "[",       "]",    "“",           "”",           "\"",       "«",
        "»",       "28",   "(p. 28)",     "p. 28",       "S. 28-30", "28. oldal",
        "(",       "page", "2014",        "2.5 million", "e-",       "Health",
        "imaging", "und",  "Priority 2:", "health",      "σ. 28",    "Präzisions-\nmedizin",
        "(page",   "3.",   "·",           "\u200b",      "\ufeff",   "ﬁ" };

static void
test_pieces (void)
{
  for (guint n = 0; n < 4 * N_RANDOM; n++)
    {
      guint length = (guint) g_test_rand_int_range (0, 60);
      GString *text = g_string_new (NULL);

      for (guint i = 0; i < length; i++)
        {
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (text, ' ');
        }
      assert_nothing_lost (text->str, text->len);
      g_string_free (text, TRUE);
    }
}

/* The longest extract, of what would take longest if any of the reading went back and forth. */
static void
test_longest (gconstpointer data)
{
  const char *piece = data;
  GString *text = g_string_sized_new (RIS3_OUTLINE_MAX_LENGTH);

  while (text->len + strlen (piece) <= RIS3_OUTLINE_MAX_LENGTH)
    g_string_append (text, piece);
  assert_nothing_lost (text->str, text->len);
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  static const char *const longest[] = { "a ",     "; ",   "(",  "((a))",  "(page ",  "- ",       "1.1 A\n",
                                         "a) b; ", "a-\n", "\"", "a: b; ", "p. 28, ", "Aa 1: B\n" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/fuzz/bytes", test_bytes);
  g_test_add_func ("/outline/fuzz/letters", test_letters);
  g_test_add_func ("/outline/fuzz/pieces", test_pieces);
  for (gsize i = 0; i < G_N_ELEMENTS (longest); i++)
    {
      g_autofree char *escaped = g_strescape (longest[i], NULL);
      g_autofree char *name = g_strconcat ("/outline/fuzz/longest/", escaped, NULL);

      g_test_add_data_func (name, longest[i], test_longest);
    }
  return g_test_run ();
}
