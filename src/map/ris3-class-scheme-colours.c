/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours of classes, and whether readers can tell them apart. */

#include "config.h"

#include "map/ris3-class-scheme-private.h"

#include <glib/gi18n-lib.h>

/* So many classes are never all told apart by colour-blind readers. */
#define MANY_CLASSES 7

/* How far a colour is from what lies around the areas and from areas without a strategy, which pale ones resemble. */
static double
get_distance_to_ground (guint32 colour, const Ris3Palette *palette)
{
  const guint32 grounds[] = { palette->sea, palette->land, palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    least = MIN (least, ris3_vision_get_distance (RIS3_VISION_NORMAL, colour, grounds[i]));
  return least;
}

/* How many pairs some reader confuses, of the colours and those of absences. */
static guint
count_confused (const Ris3ColourSet *set, guint n, guint left_out, Ris3PaletteName name)
{
  const Ris3Palette *palette = ris3_palette_get (name);
  guint n_confused = 0;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n + RIS3_N_ABSENCES - 1; b++)
      {
        guint32 one = ris3_colour_set_get_colour (set, FALSE, left_out + a, n + left_out, name);
        guint32 other = b < n ? ris3_colour_set_get_colour (set, FALSE, left_out + b, n + left_out, name)
                              : palette->absences[b - n + 1].colour;
        gboolean is_confused = FALSE;

        for (Ris3Vision vision = 0; vision < RIS3_N_VISIONS; vision++)
          is_confused |= ris3_vision_get_distance (vision, one, other) < RIS3_CLASS_SCHEME_LEAST_DISTANCE;
        n_confused += is_confused;
      }
  return n_confused;
}

/* How many of the palest colours of a sequence are left out, so that the others are told from the ground: as few as
 * possible, and none that would bring the others too near to each other. */
static guint
count_left_out (const Ris3ColourSet *set, guint n, Ris3PaletteName name)
{
  guint left_out = 0;

  if (set->kind != RIS3_COLOUR_SET_SEQUENTIAL || n < 2)
    return 0;
  while (n + left_out < RIS3_COLOUR_SET_MAX_COLOURS
         && get_distance_to_ground (ris3_colour_set_get_colour (set, FALSE, left_out, n + left_out, name),
                                    ris3_palette_get (name))
                < RIS3_CLASS_SCHEME_LEAST_DISTANCE
         && count_confused (set, n, left_out + 1, name) <= count_confused (set, n, left_out, name))
    left_out++;
  return left_out;
}

/* The colour at a place between two of the longest sequence, 0 being the palest. */
static guint32
mix (const Ris3ColourSet *set, double place, Ris3PaletteName name)
{
  const guint last = RIS3_COLOUR_SET_MAX_COLOURS - 1;
  guint before = MIN ((guint) place, last - 1);
  double part = place - before;
  guint32 one = ris3_colour_set_get_colour (set, FALSE, before, last + 1, name);
  guint32 other = ris3_colour_set_get_colour (set, FALSE, before + 1, last + 1, name);
  Ris3Lab a = ris3_vision_get_lab (RIS3_VISION_NORMAL, one), b = ris3_vision_get_lab (RIS3_VISION_NORMAL, other);

  /* As it was published, where it is one of them. */
  if (part == 0 || part == 1)
    return part == 0 ? one : other;
  return ris3_lab_to_colour ((Ris3Lab){ a.l + (b.l - a.l) * part, a.a + (b.a - a.a) * part, a.b + (b.b - a.b) * part });
}

/* Of many classes there are no more colours to leave out: where their sequence would begin like the ground, it begins
 * later, and its steps are shorter. 0: as it was published. */
static double
find_begin (const Ris3ColourSet *set, guint n, guint left_out, Ris3PaletteName name)
{
  const double step = 0.25, last = RIS3_COLOUR_SET_MAX_COLOURS - 1;
  double begin = 0;

  if (set->kind != RIS3_COLOUR_SET_SEQUENTIAL || n < MANY_CLASSES
      || get_distance_to_ground (ris3_colour_set_get_colour (set, FALSE, left_out, n + left_out, name),
                                 ris3_palette_get (name))
             >= RIS3_CLASS_SCHEME_LEAST_DISTANCE)
    return 0;
  while (begin < last / 2
         && get_distance_to_ground (mix (set, begin, name), ris3_palette_get (name)) < RIS3_CLASS_SCHEME_LEAST_DISTANCE)
    begin += step;
  return begin;
}

static guint32
get_set_colour (const Ris3ColourSet *set, gboolean reversed, guint i, guint n, guint left_out, Ris3PaletteName name)
{
  double begin = find_begin (set, n, left_out, name);

  if (begin == 0)
    return ris3_colour_set_get_colour (set, reversed, reversed ? i : i + left_out, n + left_out, name);
  if (reversed)
    i = n - 1 - i;
  return mix (set, begin + (RIS3_COLOUR_SET_MAX_COLOURS - 1 - begin) * i / (n - 1), name);
}

Ris3ClassScheme *
ris3_class_scheme_recolour (Ris3ClassScheme *self, const Ris3ColourSet *set, gboolean reversed)
{
  Ris3ClassScheme *other;
  guint n_coloured, left_out[RIS3_N_PALETTES];

  g_return_val_if_fail (self != NULL && set != NULL, NULL);
  n_coloured = self->classes->len - self->has_unknown;
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    left_out[name] = count_left_out (set, n_coloured, name);
  other = g_new0 (Ris3ClassScheme, 1);
  g_atomic_ref_count_init (&other->ref_count);
  other->classes = g_array_copy (self->classes);
  g_array_set_clear_func (other->classes, _ris3_value_class_clear);
  if (self->breaks != NULL)
    _ris3_class_scheme_set_breaks (other, self->breaks, self->n_breaks);
  other->remark = g_strdup (self->remark);
  other->has_unknown = self->has_unknown;
  if (self->numbers != NULL)
    other->numbers = g_memdup2 (self->numbers, self->classes->len * sizeof *self->numbers);
  for (guint i = 0; i < other->classes->len; i++)
    {
      Ris3ValueClass *klass = &g_array_index (other->classes, Ris3ValueClass, i);

      klass->id = g_strdup (klass->id);
      klass->title = g_strdup (klass->title);
      for (guint name = 0; i < n_coloured && name < RIS3_N_PALETTES; name++)
        klass->fills[name]
            = _ris3_class_scheme_make_fill (get_set_colour (set, reversed, i, n_coloured, left_out[name], name), name);
    }
  return other;
}

GArray *
ris3_class_scheme_find_alike (Ris3ClassScheme *self, const Ris3Palette *palette)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (Ris3AlikeClasses));
  guint n_classes = ris3_class_scheme_get_n_classes (self);

  g_return_val_if_fail (palette != NULL, alike);
  for (guint a = 0; a < ris3_class_scheme_get_n_value_classes (self); a++)
    for (guint b = a + 1; b < n_classes; b++)
      for (Ris3Vision vision = RIS3_VISION_NORMAL; vision < RIS3_N_VISIONS; vision++)
        {
          double distance = ris3_vision_get_distance (vision, ris3_class_scheme_get_fill (self, a, palette).colour,
                                                      ris3_class_scheme_get_fill (self, b, palette).colour);
          Ris3AlikeClasses pair = { a, b, vision, distance };

          if (distance >= RIS3_CLASS_SCHEME_LEAST_DISTANCE)
            continue;
          g_array_append_val (alike, pair);
          break;
        }
  return alike;
}

gboolean
ris3_class_scheme_shares_class (Ris3ClassScheme *self, Ris3ClassScheme *other, guint klass)
{
  if (self == other)
    return TRUE;
  for (Ris3PaletteName name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);

      if (ris3_class_scheme_get_fill (self, klass, palette).colour
          != ris3_class_scheme_get_fill (other, klass, palette).colour)
        return FALSE;
    }
  return g_strcmp0 (ris3_class_scheme_get_title (self, klass), ris3_class_scheme_get_title (other, klass)) == 0;
}

guint
ris3_class_scheme_count_alike (Ris3ClassScheme *self,
                               const Ris3Palette *palette,
                               Ris3Vision vision,
                               const guint *counts)
{
  guint n = 0, n_classes = ris3_class_scheme_get_n_value_classes (self);

  g_return_val_if_fail (palette != NULL, 0);
  for (guint a = 0; a < n_classes; a++)
    for (guint b = a + 1; b < n_classes; b++)
      n += (counts == NULL || (counts[a] > 0 && counts[b] > 0))
           && ris3_vision_get_distance (vision, ris3_class_scheme_get_fill (self, a, palette).colour,
                                        ris3_class_scheme_get_fill (self, b, palette).colour)
                  < RIS3_CLASS_SCHEME_LEAST_DISTANCE;
  return n;
}

char *
ris3_class_scheme_warn_of_alike (Ris3ClassScheme *self, const Ris3Palette *palette, const guint *counts)
{
  g_autoptr (GArray) alike = ris3_class_scheme_find_alike (self, palette);
  g_autoptr (GString) to_all = g_string_new (NULL), to_some = g_string_new (NULL), words = g_string_new (NULL);

  for (guint i = 0; i < alike->len; i++)
    {
      const Ris3AlikeClasses *pair = &g_array_index (alike, Ris3AlikeClasses, i);
      GString *list = pair->vision == RIS3_VISION_NORMAL ? to_all : to_some;

      if (counts != NULL && (counts[pair->a] == 0 || counts[pair->b] == 0))
        continue;
      if (list->len > 0)
        g_string_append (list, "; ");
      /* Translators: two classes of the legend that look alike. */
      g_string_append_printf (list, _ ("“%s” and “%s”"), ris3_class_scheme_get_title (self, pair->a),
                              ris3_class_scheme_get_title (self, pair->b));
    }
  if (to_all->len > 0)
    g_string_append_printf (words, _ ("These classes are hard to tell apart: %s."), to_all->str);
  if (to_some->len > 0)
    {
      if (words->len > 0)
        g_string_append_c (words, '\n');
      g_string_append_printf (words, _ ("Colour-blind readers cannot tell these classes apart: %s."), to_some->str);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
