/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

#define TAB 4
#define MAX_WRAP 200   /* letters: with longer lines, a paragraph is one line */
#define MIN_WRAP 40    /* with shorter ones, nothing is wrapped */
#define MAX_HEADING 12 /* words */

typedef struct
{
  const Ris3OutlineText *text;
  GArray *segments;
  Ris3OutlineLevels levels;
  GHashTable *seen;  /* labels of several parts, as text */
  gboolean is_blank; /* there was an empty line */
  guint line_start;  /* of the last line with text */
  guint line_end;    /* behind its last letter; 0 without any line before */
} Parser;

static Ris3OutlineSegment *
get_current (Parser *self)
{
  return self->segments->len > 0 ? &g_array_index (self->segments, Ris3OutlineSegment, self->segments->len - 1) : NULL;
}

static gboolean
is_upper_next (const Ris3OutlineText *text, guint at)
{
  while (ris3_outline_is_in (ris3_outline_text_get (text, at), " \t\n\"“„«‘'("))
    at++;
  return at < text->n && g_unichar_isalpha (text->letters[at]) && !g_unichar_islower (text->letters[at]);
}

static char *
get_key (const Ris3Marker *marker)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < marker->n_parts; i++)
    g_string_append_printf (key, "%u.", marker->parts[i]);
  return g_string_free (key, FALSE);
}

/* Within a sentence, "(a)" begins a list if "(b)" follows, and else refers to something. */
static gboolean
is_first_of_several (Parser *self, const Ris3Marker *marker)
{
  guint end = MIN (self->text->n, marker->end + MAX_WRAP);

  if (marker->open == 0 || ris3_outline_levels_get_last (&self->levels, marker) > 0)
    return FALSE;
  for (guint i = marker->end; i < end; i++)
    {
      Ris3Marker next;

      if (self->text->letters[i] == marker->open && ris3_marker_read (self->text, i, self->text->n, &next)
          && next.kind == marker->kind)
        return next.n_parts == 1 && next.parts[0] == 2;
    }
  return FALSE;
}

/* Whether what looks like a number is one: years, amounts, references and wrapped lines look like it too. */
static gboolean
accept_number (Parser *self, const Ris3Marker *marker, gboolean is_line, gunichar before, gboolean is_ended)
{
  gboolean goes_on = ris3_outline_levels_continue (&self->levels, marker);
  gboolean is_upper = is_upper_next (self->text, marker->end);
  gboolean breaks = ris3_outline_is_in (before, ";:.,!?”\"»)");
  guint last = ris3_outline_levels_get_last (&self->levels, marker);
  guint value = marker->parts[0];

  if (marker->n_parts > 1)
    {
      g_autofree char *key = get_key (marker);

      if (!is_line && g_hash_table_contains (self->seen, key))
        return FALSE;
      if (marker->close == ')' || marker->close == ']')
        return is_line || goes_on || breaks;
      if (is_line)
        return (goes_on && (is_ended || is_upper)) || (is_upper && is_ended) || (marker->close != 0 && is_upper);
      return goes_on && ris3_outline_is_in (before, ";:.");
    }
  if (is_line)
    {
      if (marker->close == 0)
        return is_upper && (goes_on || (last == 0 && is_ended && (value == 1 || before == 0)));
      if (marker->close == ')' || marker->close == ']')
        return is_ended || goes_on || value == 1;
      return last == 0 ? value == 1 || is_ended : value == 1 || (value > last && value <= last + 3);
    }
  if (marker->close == ')' || marker->close == ']')
    return goes_on || (value == 1 && (breaks || is_first_of_several (self, marker)));
  return marker->close == '.' && ((goes_on && ris3_outline_is_in (before, ";:.,")) || (value == 1 && before == ':'));
}

static gboolean
accept (Parser *self, Ris3Marker *marker, gboolean is_line, gunichar before, gboolean is_ended)
{
  gboolean goes_on, is_first;

  ris3_outline_levels_resolve (&self->levels, marker);
  switch (marker->kind)
    {
    case RIS3_MARKER_NUMBER:
      return accept_number (self, marker, is_line, before, is_ended);
    case RIS3_MARKER_WORD:
      return is_line;
    case RIS3_MARKER_BULLET:
      return is_line || !marker->is_weak || (before != 0 && ris3_outline_is_in (before, ";:") && marker->close != 'o');
    case RIS3_MARKER_LETTER:
    case RIS3_MARKER_ROMAN:
      goes_on = ris3_outline_levels_continue (&self->levels, marker);
      is_first = marker->parts[0] == 1;
      if (marker->close == ')' || marker->close == ']')
        return is_line
                   ? is_first || goes_on || is_ended
                   : goes_on
                         || (is_first && (ris3_outline_is_in (before, ";:.,") || is_first_of_several (self, marker)));
      if (!is_line || (!is_upper_next (self->text, marker->end) && (!is_ended || (!is_first && !goes_on))))
        return FALSE;
      return is_first || goes_on || (is_ended && marker->kind == RIS3_MARKER_ROMAN);
    case RIS3_MARKER_NONE:
    default:
      return FALSE;
    }
}

static guint
count_words (const Ris3OutlineText *text, guint start, guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += !ris3_outline_is_space (text->letters[i]) && (i == start || ris3_outline_is_space (text->letters[i - 1]));
  return n;
}

/* Whole sentences before the first number are no area. */
static gboolean
is_introduction (const Ris3OutlineText *text, const Ris3OutlineSegment *segment)
{
  for (guint i = segment->start; i + 1 < segment->end; i++)
    if (ris3_outline_is_in (text->letters[i], ".!?") && ris3_outline_is_space (text->letters[i + 1])
        && ris3_outline_text_skip (text, i + 1, segment->end) < segment->end)
      return TRUE;
  return count_words (text, segment->start, segment->end) > MAX_HEADING;
}

/* An item begins; the one before ends. indent: NEVER within a line. */
static void
begin (Parser *self, guint at, const Ris3Marker *marker, guint indent, gboolean is_child)
{
  Ris3OutlineSegment *current = get_current (self);
  Ris3OutlineSegment segment = { .start = at, .end = at, .marker = *marker, .indent = indent };
  gboolean is_pending = current != NULL && current->marker.kind == RIS3_MARKER_NONE
                        && current->page.end > current->page.start
                        && ris3_outline_text_skip (self->text, current->start, at) == current->page.start
                        && ris3_outline_text_skip (self->text, current->page.end, at) == at;

  /* A page mark alone belongs to what follows, and what is before the first item to that. */
  if (current == NULL)
    segment.start = 0;
  else if (is_pending)
    {
      segment.start = current->start;
      segment.page = current->page;
      self->levels.n -= self->levels.n > 0;
      g_array_set_size (self->segments, self->segments->len - 1);
    }
  else
    {
      current->end = at;
      if (self->segments->len == 1 && current->marker.kind == RIS3_MARKER_NONE && marker->kind != RIS3_MARKER_NONE
          && marker->kind != RIS3_MARKER_BULLET && is_introduction (self->text, current))
        {
          current->is_introduction = TRUE;
          self->levels.n = 0;
        }
    }
  segment.level = ris3_outline_levels_place (&self->levels, marker, indent, is_child);
  if (marker->kind == RIS3_MARKER_NUMBER && marker->n_parts > 1)
    g_hash_table_add (self->seen, get_key (marker));
  g_array_append_val (self->segments, segment);
}

/* Whether the first word of a line would have had room on the line before: then it was broken on purpose. */
static gboolean
would_fit (Parser *self, guint at, guint end)
{
  guint to = at;

  if (self->text->width > MAX_WRAP || self->text->width < MIN_WRAP)
    return TRUE;
  while (to < end && !ris3_outline_is_space (self->text->letters[to]))
    to++;
  return self->line_end - self->line_start + 1 + (to - at) <= self->text->width;
}

/* A short word with a small letter, such as "of", "der", "και", or a comma leads on. */
static gboolean
leads_on (const Ris3OutlineText *text, guint start, guint end)
{
  guint at = end;

  if (text->letters[end - 1] == ',')
    return TRUE;
  while (at > start && end - at < 4 && g_unichar_islower (text->letters[at - 1]))
    at--;
  return at > start && at < end && end - at < 4 && ris3_outline_is_space (text->letters[at - 1]);
}

/* Whether a line without a marker goes on with the item before it. */
static gboolean
is_continuation (Parser *self, guint at, guint end, guint indent, gboolean *is_child)
{
  const Ris3OutlineText *text = self->text;
  Ris3OutlineSegment *current = get_current (self);
  guint first = at, body;
  gunichar last;
  gboolean is_lower, is_list;

  *is_child = FALSE;
  if (current == NULL || self->line_end == 0)
    return FALSE;
  body = MAX (MAX (current->marker.end, current->page.end), current->start);
  if (ris3_outline_text_skip (text, body, at) == at)
    return current->marker.kind != RIS3_MARKER_NONE;
  last = text->letters[self->line_end - 1];
  while (first + 1 < end && ris3_outline_is_in (text->letters[first], "\"“„«‘'(["))
    first++;
  is_lower = g_unichar_islower (text->letters[first]);
  *is_child = last == ':' || (current->marker.kind != RIS3_MARKER_NONE && current->marker.kind != RIS3_MARKER_BULLET);
  if (self->is_blank)
    return is_lower && !ris3_outline_is_in (last, ".;:!?");
  if (last == 0xad || last == 0x2010
      || (last == '-' && self->line_end > 1 && g_unichar_isalnum (text->letters[self->line_end - 2])))
    return TRUE;
  if (leads_on (text, self->line_start, self->line_end))
    return TRUE;
  is_list = current->marker.kind == RIS3_MARKER_NONE && current->level > 0;
  if (last == ':')
    return !would_fit (self, at, end);
  if (last == ';')
    return is_lower && current->marker.kind != RIS3_MARKER_NONE;
  if (is_lower)
    return !is_list || !would_fit (self, at, end);
  if (!g_unichar_isalpha (text->letters[first]))
    return TRUE;
  if (indent > current->indent + 1 && current->indent != NEVER && current->marker.kind == RIS3_MARKER_NONE)
    *is_child = TRUE;
  return !would_fit (self, at, end);
}

/* Items that begin within a line, from at on. */
static void
read_rest (Parser *self, guint at, guint end)
{
  const Ris3OutlineText *text = self->text;

  for (guint i = at; i < end; i++)
    {
      gunichar before;
      guint back = i;
      Ris3Marker marker;

      if (text->inside[i] || i == 0 || ris3_outline_is_space (text->letters[i])
          || !(ris3_outline_is_space (text->letters[i - 1])
               || (text->letters[i] == '(' && ris3_outline_is_in (text->letters[i - 1], ";:.,"))))
        continue;
      if (!ris3_marker_read (text, i, end, &marker))
        continue;
      while (back > at && ris3_outline_is_space (text->letters[back - 1]))
        back--;
      before = back > at ? text->letters[back - 1] : 0;
      if (before == 0 || !accept (self, &marker, FALSE, before, FALSE))
        continue;
      begin (self, i, &marker, NEVER, FALSE);
      i = marker.end - 1;
      at = marker.end;
    }
}

static gboolean
is_page_number (const Ris3OutlineText *text, guint at, guint end, Ris3PageMark *page)
{
  *page = (Ris3PageMark){ at, end, at, end };
  while (page->number_start < end && ris3_outline_is_in (text->letters[page->number_start], "-–— "))
    page->number_start++;
  page->number_end = page->number_start;
  while (page->number_end < end && g_unichar_isdigit (text->letters[page->number_end]))
    page->number_end++;
  for (guint i = page->number_end; i < end; i++)
    if (!ris3_outline_is_in (text->letters[i], "-–— "))
      return FALSE;
  return page->number_end > page->number_start && page->number_end - page->number_start < 4;
}

static void
read_line (Parser *self, guint start, guint end)
{
  const Ris3OutlineText *text = self->text;
  Ris3OutlineSegment *current = get_current (self);
  guint at = start, indent = 0;
  Ris3Marker marker, none = { RIS3_MARKER_NONE };
  Ris3PageMark page;
  gboolean is_child = FALSE;
  gunichar before = self->line_end > 0 ? text->letters[self->line_end - 1] : 0;
  gboolean is_ended = self->is_blank || before == 0 || ris3_outline_is_in (before, ".;:!?)”\"»");

  for (; at < end && ris3_outline_is_space (text->letters[at]); at++)
    indent = text->letters[at] == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
  while (end > at && ris3_outline_is_space (text->letters[end - 1]))
    end--;
  if (at == end)
    {
      self->is_blank = TRUE;
      return;
    }
  /* In a list of short lines, the one before has ended where the word would have had room. */
  is_ended = is_ended || (would_fit (self, at, end) && !leads_on (text, self->line_start, self->line_end));
  if (ris3_marker_read (text, at, end, &marker) && accept (self, &marker, TRUE, before, is_ended))
    {
      begin (self, at, &marker, indent, FALSE);
      at = marker.end;
      /* "1. a) …": an item right within another */
      for (guint next = ris3_outline_text_skip (text, at, end);
           next < end && ris3_marker_read (text, next, end, &marker) && marker.kind == RIS3_MARKER_LETTER
           && marker.close == ')' && marker.parts[0] == 1;
           next = ris3_outline_text_skip (text, at, end))
        {
          begin (self, next, &marker, NEVER, FALSE);
          at = marker.end;
        }
    }
  else if (current != NULL && is_page_number (text, at, end, &page) && current->page.end == current->page.start)
    {
      current->page = page;
      return;
    }
  else if (!is_continuation (self, at, end, indent, &is_child))
    {
      begin (self, at, &none, indent, is_child);
      current = get_current (self);
      if (ris3_page_mark_read (text, at, end, &page) && page.end == end)
        current->page = page;
    }
  self->is_blank = FALSE;
  self->line_start = start;
  self->line_end = end;
  read_rest (self, at, end);
}

GArray *
ris3_outline_parse (const Ris3OutlineText *text)
{
  Parser self = { .text = text, .segments = g_array_new (FALSE, TRUE, sizeof (Ris3OutlineSegment)) };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self.seen = seen;
  for (guint start = 0; start < text->n;)
    {
      guint end = start;

      while (end < text->n && text->letters[end] != '\n')
        end++;
      read_line (&self, start, end);
      start = end + 1;
    }
  if (self.segments->len > 0)
    get_current (&self)->end = text->n;
  return self.segments;
}
