/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

/* A semicolon, or the Greek one: a raised point behind a word. */
static gboolean
is_separator (const Ris3OutlineText *text, guint at)
{
  gunichar letter = text->letters[at];

  return !text->inside[at]
         && (letter == ';' || letter == 0x37e
             || ((letter == 0xb7 || letter == 0x387) && at > 0 && g_unichar_isalpha (text->letters[at - 1])
                 && ris3_outline_is_space (ris3_outline_text_get (text, at + 1))));
}

/* Where something comes after the last separator, so that it separates two. */
static guint
find_separator (const Ris3OutlineText *text, guint at, guint end)
{
  while (at < end && !is_separator (text, at))
    at++;
  return at < end && ris3_outline_text_skip (text, at + 1, end) < end ? at : end;
}

static guint
find_colon (const Ris3OutlineText *text, guint at, guint end)
{
  while (at < end
         && !(text->letters[at] == ':' && !text->inside[at]
              && ris3_outline_is_space (ris3_outline_text_get (text, at + 1))))
    at++;
  return at;
}

/* "E-health: telemedicine; imaging" is a parent with two children; "telemedicine; imaging" are two lines. What has a
 * number of its own and no colon stays one line. */
static void
divide (const Ris3OutlineText *text, const Ris3OutlineSegment *segment, GArray *divided)
{
  Ris3OutlineSegment part = *segment;
  guint body = MAX (segment->marker.end, segment->start);
  guint separator = find_separator (text, body, segment->end);
  guint colon = find_colon (text, body, separator);
  gboolean has_parent = colon < separator && ris3_outline_text_skip (text, body, colon) < colon
                        && ris3_outline_text_skip (text, colon + 1, separator) < separator;

  if (segment->is_introduction || separator == segment->end
      || (!has_parent && segment->marker.kind != RIS3_MARKER_NONE && segment->marker.kind != RIS3_MARKER_BULLET))
    {
      g_array_append_val (divided, part);
      return;
    }
  if (has_parent)
    {
      part.end = colon + 1;
      g_array_append_val (divided, part);
      part.start = part.end;
      part.marker = (Ris3Marker){ RIS3_MARKER_NONE };
      part.level = MIN (part.level + 1, RIS3_OUTLINE_MAX_LEVEL);
    }
  while (separator < segment->end)
    {
      part.end = separator + 1;
      g_array_append_val (divided, part);
      part.start = part.end;
      part.marker = (Ris3Marker){ RIS3_MARKER_NONE };
      separator = find_separator (text, part.start, segment->end);
    }
  part.end = segment->end;
  g_array_append_val (divided, part);
}

/* Each has the page mark that is in it. */
static void
place_page (const Ris3OutlineText *text, Ris3OutlineSegment *segment)
{
  guint body = MAX (segment->marker.end, segment->start);

  if (segment->page.end > segment->page.start && segment->page.start >= segment->start
      && segment->page.end <= segment->end)
    return;
  ris3_page_mark_find (text, body, segment->end, &segment->page);
}

GArray *
ris3_outline_divide (const Ris3OutlineText *text, GArray *segments)
{
  GArray *divided = g_array_new (FALSE, TRUE, sizeof (Ris3OutlineSegment));

  for (guint i = 0; i < segments->len; i++)
    divide (text, &g_array_index (segments, Ris3OutlineSegment, i), divided);
  for (guint i = 0; i < divided->len; i++)
    {
      Ris3OutlineSegment *segment = &g_array_index (divided, Ris3OutlineSegment, i);
      guint highest = i > 0 ? g_array_index (divided, Ris3OutlineSegment, i - 1).level + 1 : 0;

      /* What comes before the first area of an extract that begins further down is no parent. */
      if (i > 0 && g_array_index (divided, Ris3OutlineSegment, i - 1).is_introduction)
        highest = 0;
      segment->level = MIN (segment->level, highest);
      place_page (text, segment);
    }
  return divided;
}
