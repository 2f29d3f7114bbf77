/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

static gboolean
has_same_parts (const Ris3Marker *a, const Ris3Marker *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a->parts[i] != b->parts[i])
      return FALSE;
  return TRUE;
}

static guint
get_last_part (const Ris3Marker *marker)
{
  return marker->n_parts > 0 ? marker->parts[marker->n_parts - 1] : 0;
}

/* The innermost open item of the style, or at least of the kind; NEVER if there is none. */
static guint
find_style (const Ris3OutlineLevels *self, const Ris3Marker *marker)
{
  for (guint i = self->n; i-- > 0;)
    if (ris3_marker_has_same_style (&self->open[i].marker, marker) && self->open[i].marker.n_parts == marker->n_parts)
      return i;
  return NEVER;
}

void
ris3_outline_levels_resolve (const Ris3OutlineLevels *self, Ris3Marker *marker)
{
  Ris3Marker roman = *marker;
  guint as_roman, as_letter;

  if (marker->kind != RIS3_MARKER_LETTER || marker->roman == 0)
    return;
  roman.kind = RIS3_MARKER_ROMAN;
  roman.parts[0] = marker->roman;
  as_roman = find_style (self, &roman);
  as_letter = find_style (self, marker);
  if (as_letter != NEVER && self->open[as_letter].marker.parts[0] + 1 == marker->parts[0])
    return;
  if (as_roman != NEVER || marker->roman == 1 || (as_letter == NEVER && marker->roman > 1 && marker->parts[0] > 20))
    *marker = roman;
}

guint
ris3_outline_levels_get_last (const Ris3OutlineLevels *self, const Ris3Marker *marker)
{
  guint at = find_style (self, marker);

  return at != NEVER ? get_last_part (&self->open[at].marker) : 0;
}

gboolean
ris3_outline_levels_continue (const Ris3OutlineLevels *self, const Ris3Marker *marker)
{
  guint n = marker->n_parts;
  guint last = get_last_part (marker);

  if (marker->kind != RIS3_MARKER_NUMBER || n < 2)
    {
      guint open = ris3_outline_levels_get_last (self, marker);

      return open > 0
             && (last == open + 1 || (marker->kind == RIS3_MARKER_LETTER && (last == open || last == open + 2)));
    }
  for (guint i = self->n; i-- > 0;)
    {
      const Ris3Marker *open = &self->open[i].marker;

      if (open->kind != RIS3_MARKER_NUMBER && open->kind != RIS3_MARKER_WORD)
        continue;
      if (open->n_parts == n - 1 && has_same_parts (open, marker, n - 1))
        return last <= 3 || last == 1001; /* A */
      if (open->kind == RIS3_MARKER_NUMBER && open->n_parts == n && has_same_parts (open, marker, n - 1))
        return last > get_last_part (open) && last <= get_last_part (open) + 3;
    }
  return FALSE;
}

/* Of a number with several parts: the open item that decides about its level, and by how much it is above that. */
static guint
find_relative (const Ris3OutlineLevels *self, const Ris3Marker *marker, gint *above)
{
  guint n = marker->n_parts;

  for (guint i = self->n; i-- > 0;)
    {
      const Ris3Marker *open = &self->open[i].marker;

      /* "Priority 3" is what 3.1 is in, too. */
      if ((open->kind == RIS3_MARKER_NUMBER || open->kind == RIS3_MARKER_WORD) && open->n_parts < n
          && has_same_parts (open, marker, open->n_parts))
        {
          *above = 1;
          return i;
        }
      if (open->kind == RIS3_MARKER_NUMBER && open->n_parts == n && has_same_parts (open, marker, n - 1))
        {
          *above = 0;
          return i;
        }
    }
  for (guint i = self->n; i-- > 0;)
    if (self->open[i].marker.kind == RIS3_MARKER_NUMBER && self->open[i].marker.n_parts <= n)
      {
        *above = self->open[i].marker.n_parts < n && self->open[i].marker.n_parts > 1;
        return i;
      }
  for (guint i = 0; i < self->n; i++)
    if (self->open[i].marker.kind == RIS3_MARKER_NUMBER)
      {
        *above = 0;
        return i;
      }
  return NEVER;
}

/* The innermost heading without a number. */
static guint
find_heading (const Ris3OutlineLevels *self)
{
  for (guint i = self->n; i-- > 0;)
    if (self->open[i].marker.kind == RIS3_MARKER_NONE)
      return i;
  return NEVER;
}

/* Of a list: the open item of its style, at its indentation. */
static guint
find_sibling (const Ris3OutlineLevels *self, const Ris3Marker *marker, guint indent)
{
  guint found = NEVER;

  for (guint i = self->n; i-- > 0;)
    {
      if (!ris3_marker_has_same_style (&self->open[i].marker, marker)
          || self->open[i].marker.n_parts != marker->n_parts)
        continue;
      if (indent == NEVER || self->open[i].indent == NEVER || ABS ((gint) indent - (gint) self->open[i].indent) <= 1)
        return i;
      /* Further to the right: a list below it. Further to the left: look on. */
      if (indent > self->open[i].indent)
        return found;
      found = i;
    }
  return found;
}

guint
ris3_outline_levels_place (Ris3OutlineLevels *self, const Ris3Marker *marker, guint indent, gboolean is_child)
{
  guint level = self->n > 0 ? self->open[self->n - 1].level + 1 : 0;
  guint at = NEVER;
  gint above = 0;

  if (marker->kind == RIS3_MARKER_NUMBER && marker->n_parts > 1)
    at = find_relative (self, marker, &above);
  else if (!is_child)
    at = find_sibling (self, marker, indent);
  if (marker->kind == RIS3_MARKER_NUMBER && at == NEVER)
    {
      guint heading = find_heading (self);
      guint outer = NEVER;

      /* "4." after "3.1": up again */
      for (guint i = 0; i < self->n && outer == NEVER && marker->n_parts == 1; i++)
        if (self->open[i].marker.kind == RIS3_MARKER_NUMBER && self->open[i].marker.n_parts > 1
            && self->open[i].marker.parts[0] + 1 == marker->parts[0])
          outer = i;
      if (outer != NEVER)
        at = outer;
      else if (heading != NEVER)
        {
          at = heading;
          above = 1;
        }
      else if (self->n > 0 && self->open[0].marker.kind == RIS3_MARKER_BULLET)
        at = 0;
    }
  /* Text after a list is on the level of what the list is in. */
  for (guint i = self->n; marker->kind == RIS3_MARKER_NONE && at == NEVER && !is_child && i-- > 0;)
    if (self->open[i].marker.kind == RIS3_MARKER_BULLET || self->open[i].marker.kind == RIS3_MARKER_LETTER)
      level = self->open[i].level;
    else
      break;
  if (at != NEVER)
    level = (guint) ((gint) self->open[at].level + above);
  level = MIN (level, RIS3_OUTLINE_MAX_LEVEL);
  while (self->n > 0 && self->open[self->n - 1].level >= level)
    self->n--;
  self->open[self->n].marker = *marker;
  self->open[self->n].level = level;
  self->open[self->n].indent = indent;
  self->n++;
  return level;
}
