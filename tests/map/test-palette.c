/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether the classes can be told apart, also by colour-blind readers. */

#include <string.h>

#include "map/ris3-class-method.h"
#include "map/ris3-class-scheme.h"
#include "map/ris3-note-colour.h"
#include "map/ris3-paint.h"

/* Any two classes, in any vision; the three classes of analysed strategies; what is hatched with what. */
#define LEAST_DISTANCE 10.0
#define LEAST_ANALYSED_DISTANCE 12.0
#define LEAST_HATCH_DISTANCE 5.0
#define LEAST_BORDER_DISTANCE 8.0
/* Regions without a strategy are still regions: they are set apart from land that is none (WCAG's ratio). */
#define LEAST_LAND_CONTRAST 1.35

static const char *const palette_names[RIS3_N_PALETTES] = { "light", "dark" };

/* Pairs from the formula's authors. */
static void
test_formula (void)
{
  static const struct
  {
    Ris3Lab a, b;
    double distance;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0011, -2.4900 }, 4.7461 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (ris3_lab_get_distance (pairs[i].a, pairs[i].b), pairs[i].distance, 0.0001);
}

/* The classes of an indicator in a palette: first those of analysed strategies, last where none is known. */
typedef struct
{
  guint n_classes;
  guint n_analysed;
  Ris3Fill fills[RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES + RIS3_N_ABSENCES];
} Classes;

static Classes
get_classes (const Ris3Indicator *indicator, const Ris3Palette *palette)
{
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_categories (indicator);
  Classes classes = { .n_classes = ris3_class_scheme_get_n_classes (scheme) };

  classes.n_analysed = ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_PRIORITY) + 1;
  for (guint i = 0; i < classes.n_classes; i++)
    classes.fills[i] = ris3_class_scheme_get_fill (scheme, i, palette);
  return classes;
}

/* Kinds of sources and the like are only different. */
static gboolean
has_order (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_CATEGORY && indicator->group <= RIS3_INDICATOR_GROUP_THEMES;
}

/* The more a strategy says, the more its class stands out from land and from sea; where none is
 * known, least of all.
 */
static void
check_order (const Ris3Indicator *indicator, const Ris3Palette *palette)
{
  Classes classes = get_classes (indicator, palette);
  const guint32 grounds[] = { palette->land, palette->sea };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    for (guint klass = 0; klass + 1 < classes.n_classes; klass++)
      {
        double here = ris3_colour_get_contrast (classes.fills[klass].colour, grounds[i]);

        if (klass + 1 < classes.n_analysed)
          g_assert_cmpfloat (here, >, ris3_colour_get_contrast (classes.fills[klass + 1].colour, grounds[i]));
        g_assert_cmpfloat (here, >, ris3_colour_get_contrast (classes.fills[classes.n_classes - 1].colour, grounds[i]));
      }
}

static void
test_order (void)
{
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);

      for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
        if (has_order (ris3_indicator_get (i)))
          check_order (ris3_indicator_get (i), palette);
      g_assert_cmpfloat (ris3_colour_get_contrast (palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour, palette->land),
                         >=, LEAST_LAND_CONTRAST);
      /* What the map is about must not be missed. */
      g_assert_cmpfloat (
          ris3_colour_get_contrast (
              get_classes (ris3_indicator_find ("personalised-medicine"), palette).fills[0].colour, palette->land),
          >, 4.5);
    }
}

static void
check_distance (const Ris3Indicator *indicator, Ris3PaletteName name, guint vision)
{
  Classes classes = get_classes (indicator, ris3_palette_get (name));
  double least = G_MAXDOUBLE;

  for (guint a = 0; a < classes.n_classes; a++)
    for (guint b = a + 1; b < classes.n_classes; b++)
      {
        double distance = ris3_lab_get_distance (ris3_vision_get_lab (vision, classes.fills[a].colour),
                                                 ris3_vision_get_lab (vision, classes.fills[b].colour));

        least = MIN (least, distance);
        if (b < classes.n_analysed && has_order (indicator))
          g_assert_cmpfloat (distance, >=, LEAST_ANALYSED_DISTANCE);
      }
  g_test_message ("%s, %s, %s: classes at least %.1f apart", indicator->id, palette_names[name],
                  ris3_vision_get_id (vision), least);
  g_assert_cmpfloat (least, >=, LEAST_DISTANCE);
}

static void
test_distance (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    for (guint name = 0; name < RIS3_N_PALETTES; name++)
      for (guint vision = 0; vision < RIS3_N_VISIONS; vision++)
        if (ris3_indicator_get (i)->kind == RIS3_VALUE_CATEGORY)
          check_distance (ris3_indicator_get (i), name, vision);
}

/* Stripes are seen on what they lie on. Where nothing is known nothing is inherited. */
static void
check_hatching (const Ris3Indicator *indicator, const Ris3Palette *palette, guint vision)
{
  Classes classes = get_classes (indicator, palette);

  for (guint klass = 0; klass < classes.n_classes - 1; klass++)
    {
      Ris3Lab ground = ris3_vision_get_lab (vision, classes.fills[klass].colour);

      g_assert_cmpfloat (ris3_lab_get_distance (ground, ris3_vision_get_lab (vision, classes.fills[klass].inherited)),
                         >=, LEAST_HATCH_DISTANCE);
      g_assert_cmpfloat (ris3_lab_get_distance (ground, ris3_vision_get_lab (vision, palette->disputed)), >=,
                         LEAST_ANALYSED_DISTANCE);
      /* … and so are borders between what is hatched. */
      g_assert_cmpfloat (
          ris3_lab_get_distance (
              ris3_vision_get_lab (vision, ris3_paint_get_inner_border (classes.fills[klass]) & 0xffffff),
              ris3_vision_get_lab (vision, classes.fills[klass].inherited)),
          >=, LEAST_BORDER_DISTANCE);
    }
}

static void
test_hatching (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    for (guint name = 0; name < RIS3_N_PALETTES; name++)
      for (guint vision = 0; vision < RIS3_N_VISIONS; vision++)
        if (ris3_indicator_get (i)->kind == RIS3_VALUE_CATEGORY)
          check_hatching (ris3_indicator_get (i), ris3_palette_get (name), vision);
}

/* Shares go from little to much: each class stands out more than the one before, and apart from it. */
static void
check_shares (const Ris3Palette *palette, guint vision)
{
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_shares ();
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  const guint32 grounds[] = { palette->land, palette->sea };

  for (guint a = 0; a < n_classes; a++)
    {
      Ris3Fill fill = ris3_class_scheme_get_fill (scheme, a, palette);
      Ris3Lab ground = ris3_vision_get_lab (vision, fill.colour);

      for (guint b = a + 1; b < n_classes; b++)
        g_assert_cmpfloat (
            ris3_lab_get_distance (
                ground, ris3_vision_get_lab (vision, ris3_class_scheme_get_fill (scheme, b, palette).colour)),
            >=, LEAST_DISTANCE);
      for (guint i = 0; a < ris3_class_scheme_get_n_value_classes (scheme) && i < G_N_ELEMENTS (grounds); i++)
        {
          /* What less than the least share stands for: health is no priority. */
          guint less = a > 0 ? a - 1 : ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_PRIORITY);

          g_assert_cmpfloat (
              ris3_colour_get_contrast (fill.colour, grounds[i]), >,
              ris3_colour_get_contrast (ris3_class_scheme_get_fill (scheme, less, palette).colour, grounds[i]));
        }
      if (a < n_classes - 1)
        {
          g_assert_cmpfloat (ris3_lab_get_distance (ground, ris3_vision_get_lab (vision, fill.inherited)), >=,
                             LEAST_HATCH_DISTANCE);
          g_assert_cmpfloat (ris3_lab_get_distance (ground, ris3_vision_get_lab (vision, palette->disputed)), >=,
                             LEAST_DISTANCE);
        }
    }
}

static void
test_shares (void)
{
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    for (guint vision = 0; vision < RIS3_N_VISIONS; vision++)
      check_shares (ris3_palette_get (name), vision);
}

/* A scheme of n classes of numbers in the colours of a set. */
static Ris3ClassScheme *
make_coloured (const Ris3ColourSet *set, gboolean reversed, guint n)
{
  static const double breaks[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_breaks (breaks, n - 1, RIS3_VALUE_COUNT, "");

  return ris3_class_scheme_recolour (scheme, set, reversed);
}

/* Classes of values in a vision that look alike. */
static guint
count_alike (Ris3ClassScheme *scheme, const Ris3Palette *palette)
{
  g_autoptr (GArray) alike = ris3_class_scheme_find_alike (scheme, palette);
  guint n = 0;

  for (guint i = 0; i < alike->len; i++)
    n += g_array_index (alike, Ris3AlikeClasses, i).b < ris3_class_scheme_get_n_value_classes (scheme);
  return n;
}

/* Up to how many classes every reader can tell apart, in both styles: what the design asks for is more than some
 * published sets give, and that is what the warning is for. */
static guint
get_most_apart (const Ris3ColourSet *set)
{
  static const struct
  {
    const char *id;
    guint n;
  } most[] = { { "blues", 2 }, { "oranges", 3 }, { "purples", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    if (g_str_equal (most[i].id, set->id))
      return most[i].n;
  return 5;
}

/* Every set has as many different colours as classes, its text form is read again, and reversing it reverses it. */
static void
test_sets (void)
{
  for (guint i = 0; i < ris3_colour_set_get_n_sets (); i++)
    for (guint reversed = 0; reversed < 2; reversed++)
      {
        const Ris3ColourSet *set = ris3_colour_set_get (i), *read = NULL;
        g_autofree char *text = ris3_colour_set_to_text (set, reversed);
        gboolean is_reversed;

        g_assert_true (ris3_colour_set_from_text (text, &read, &is_reversed));
        g_assert_true (read == set);
        g_assert_cmpint (is_reversed, ==, reversed);
        for (guint n = 1; n <= RIS3_COLOUR_SET_MAX_COLOURS; n++)
          for (guint name = 0; name < RIS3_N_PALETTES; name++)
            {
              g_autoptr (Ris3ClassScheme) scheme = make_coloured (set, reversed, n);
              const Ris3Palette *palette = ris3_palette_get (name);

              for (guint a = 0; a < n; a++)
                {
                  /* Of a sequence, the palest may be left out. */
                  if (set->kind != RIS3_COLOUR_SET_SEQUENTIAL)
                    g_assert_cmphex (ris3_class_scheme_get_fill (scheme, a, palette).colour, ==,
                                     ris3_colour_set_get_colour (set, reversed, a, n, name));
                  for (guint b = a + 1; b < n; b++)
                    g_assert_cmphex (ris3_class_scheme_get_fill (scheme, a, palette).colour, !=,
                                     ris3_class_scheme_get_fill (scheme, b, palette).colour);
                  if (n > 1)
                    g_assert_cmphex (ris3_colour_set_get_colour (set, TRUE, a, n, name), ==,
                                     ris3_colour_set_get_colour (set, FALSE, n - 1 - a, n, name));
                }
              g_test_message ("%s, %u classes, %s: %u pairs alike", text, n, palette_names[name],
                              count_alike (scheme, palette));
              if (n <= get_most_apart (set))
                g_assert_cmpuint (count_alike (scheme, palette), ==, 0);
            }
      }
}

/* How far the classes of numbers are from what lies around areas, and from areas without a strategy: for every reader.
 */
static double
get_distance_to_ground (Ris3ClassScheme *scheme, const Ris3Palette *palette)
{
  const guint32 grounds[] = { palette->sea, palette->land, palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour };
  double least = G_MAXDOUBLE;

  for (guint a = 0; a < ris3_class_scheme_get_n_value_classes (scheme); a++)
    for (guint b = 0; b < G_N_ELEMENTS (grounds); b++)
      for (guint vision = 0; vision < RIS3_N_VISIONS; vision++)
        least = MIN (least, ris3_vision_get_distance (vision, ris3_class_scheme_get_fill (scheme, a, palette).colour,
                                                      grounds[b]));
  return least;
}

/* The palest class of the program's own colours is no ground; of a published set, which may begin with nearly white,
 * some of the palest are left out, and of only two classes as many as it takes. */
static void
test_pale_end (void)
{
  static const char *const sets[] = { "viridis", "cividis", "blues", "purples" };

  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);

      for (guint n = 2; n <= RIS3_COLOUR_SET_MAX_COLOURS; n++)
        {
          static const double breaks[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
          g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_new_breaks (breaks, n - 1, RIS3_VALUE_COUNT, "");

          g_test_message ("%u classes, %s: at least %.1f from the ground", n, palette_names[name],
                          get_distance_to_ground (scheme, palette));
          g_assert_cmpfloat (get_distance_to_ground (scheme, palette), >=, LEAST_DISTANCE);
          if (n <= 5)
            g_assert_cmpuint (count_alike (scheme, palette), ==, 0);
          /* In dark style, also from what is absent for any reason. */
          if (n <= 5 && name == RIS3_PALETTE_DARK)
            {
              g_autoptr (GArray) alike = ris3_class_scheme_find_alike (scheme, palette);

              g_assert_cmpuint (alike->len, ==, 0);
            }
        }
      for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
        {
          const Ris3ColourSet *set = NULL;
          gboolean reversed;
          g_autoptr (Ris3ClassScheme) scheme = NULL;

          g_assert_true (ris3_colour_set_from_text (sets[i], &set, &reversed));
          scheme = make_coloured (set, FALSE, 2);
          g_assert_cmpfloat (get_distance_to_ground (scheme, palette), >=, 9.5);
        }
      for (guint i = 0; i < ris3_colour_set_get_n_sets (); i++)
        for (guint n = 7; n <= RIS3_COLOUR_SET_MAX_COLOURS; n++)
          for (guint reversed = 0; reversed < 2; reversed++)
            {
              const Ris3ColourSet *set = ris3_colour_set_get (i);
              const guint32 grounds[]
                  = { palette->sea, palette->land, palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour };
              g_autoptr (Ris3ClassScheme) scheme = make_coloured (set, reversed, n);
              guint32 palest;

              if (set->kind != RIS3_COLOUR_SET_SEQUENTIAL)
                continue;
              palest = ris3_class_scheme_get_fill (scheme, reversed ? n - 1 : 0, palette).colour;
              g_test_message ("%s, %u classes, %s: the palest #%06x", set->id, n, palette_names[name], palest);
              for (guint ground = 0; ground < G_N_ELEMENTS (grounds); ground++)
                g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, palest, grounds[ground]), >=,
                                   LEAST_DISTANCE);
            }
    }
}

/* “No value” is told from what is absent for another reason, by every reader. */
static void
test_no_value (void)
{
  const double values[] = { 1, 2, 3, 4, 5, RIS3_NUMBER_UNKNOWN };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3ClassScheme) scheme
      = ris3_class_scheme_make ("equal:3", ris3_indicator_find ("column:X"), values, G_N_ELEMENTS (values), &error);
  guint klass;

  g_assert_no_error (error);
  klass = ris3_class_scheme_get_n_value_classes (scheme) - 1;
  g_assert_cmpstr (ris3_class_scheme_get_id (scheme, klass), ==, "unknown");
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    for (guint vision = 0; vision < RIS3_N_VISIONS; vision++)
      for (guint absence = RIS3_ABSENCE_NONE + 1; absence < RIS3_N_ABSENCES; absence++)
        {
          const Ris3Palette *palette = ris3_palette_get (name);

          g_assert_cmpfloat (ris3_vision_get_distance (vision,
                                                       ris3_class_scheme_get_fill (scheme, klass, palette).colour,
                                                       palette->absences[absence].colour),
                             >=, LEAST_DISTANCE);
        }
}

/* What says most stands out most from the ground: the last class of a set in order, not reversed. */
static void
test_strong_end (void)
{
  for (guint i = 0; i < ris3_colour_set_get_n_sets (); i++)
    for (guint name = 0; name < RIS3_N_PALETTES; name++)
      for (guint n = 2; n <= RIS3_COLOUR_SET_MAX_COLOURS; n++)
        {
          const Ris3ColourSet *set = ris3_colour_set_get (i);
          guint32 ground = ris3_palette_get (name)->region_border;
          guint weak = set->kind == RIS3_COLOUR_SET_DIVERGING ? n / 2 : 0;

          if (set->kind == RIS3_COLOUR_SET_QUALITATIVE || (weak == n - 1))
            continue;
          g_assert_cmpfloat (ris3_colour_get_contrast (ris3_colour_set_get_colour (set, FALSE, n - 1, n, name), ground),
                             >,
                             ris3_colour_get_contrast (ris3_colour_set_get_colour (set, FALSE, weak, n, name), ground));
        }
}

/* The warning names what looks alike, to whom, and only where something is. */
static void
test_warning (void)
{
  const Ris3Palette *palette = ris3_palette_get (RIS3_PALETTE_LIGHT);
  g_autoptr (Ris3ClassScheme) nine = make_coloured (ris3_colour_set_get (2), FALSE, 9);
  g_autoptr (Ris3ClassScheme) three = make_coloured (ris3_colour_set_get (0), FALSE, 3);
  g_autofree guint *counts = g_new0 (guint, ris3_class_scheme_get_n_classes (nine));
  g_autofree char *warning = ris3_class_scheme_warn_of_alike (nine, palette, NULL);
  g_autofree char *none = ris3_class_scheme_warn_of_alike (nine, palette, counts);
  g_autofree char *safe = ris3_class_scheme_warn_of_alike (three, palette, NULL);

  g_assert_nonnull (warning);
  g_assert_nonnull (strstr (warning, "“1” and “2”"));
  g_assert_true (g_str_has_prefix (warning, "These classes are hard to tell apart: "));
  g_assert_null (none);
  g_assert_null (safe);
}

/* Red and green look the same to who has no red or green cones, and black and white stay what they are. */
static void
test_simulation (void)
{
  for (Ris3Vision vision = 0; vision < RIS3_N_VISIONS; vision++)
    {
      g_assert_cmphex (ris3_vision_simulate (vision, 0), ==, 0);
      g_assert_cmphex (ris3_vision_simulate (vision, 0xffffff), ==, 0xffffff);
    }
  g_assert_cmphex (ris3_vision_simulate (RIS3_VISION_NORMAL, 0x123456), ==, 0x123456);
  g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, 0x9c5a3c, 0x6b7335), >, 20);
  g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_DEUTERANOPIA, 0x9c5a3c, 0x6b7335), <, 8);
  for (guint32 colour = 0; colour < 0x1000000; colour += 0x10307)
    g_assert_cmphex (ris3_lab_to_colour (ris3_vision_get_lab (RIS3_VISION_NORMAL, colour)), ==, colour);
}

/* The colours of notes are told apart by everybody, or else by their signs; and the sign can be read on each. */
static void
test_notes (void)
{
  const Ris3NoteColour *colours;
  const char *sign;
  guint n;

  colours = ris3_note_colour_list (&n);
  g_assert_cmpuint (n, >=, 5);
  g_assert_cmpstr (colours[0].value, ==, "");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = ris3_note_colour_dup_title (&colours[i]);
      guint32 ink = ris3_note_colour_get_ink (colours[i].rgb);

      g_assert_nonnull (strstr (title, colours[i].sign));
      g_assert_cmphex (ris3_note_colour_read (colours[i].value, &sign), ==, colours[i].rgb);
      g_assert_cmpstr (sign, ==, colours[i].sign);
      g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, ink, colours[i].rgb), >, 25);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (colours[i].sign, !=, colours[j].sign);
          g_assert_cmpfloat (ris3_vision_get_distance (RIS3_VISION_NORMAL, colours[i].rgb, colours[j].rgb), >, 15);
        }
    }
  /* Any colour of a file is that colour; what is none is grey. */
  g_assert_cmphex (ris3_note_colour_read ("#123456", &sign), ==, 0x123456);
  g_assert_cmpstr (sign, ==, "•");
  g_assert_cmphex (ris3_note_colour_read ("#12345", NULL), ==, colours[0].rgb);
  g_assert_cmphex (ris3_note_colour_get_ink (0xffff00), ==, 0x000000);
  g_assert_cmphex (ris3_note_colour_get_ink (0x000080), ==, 0xffffff);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/palette/formula", test_formula);
  g_test_add_func ("/map/palette/order", test_order);
  g_test_add_func ("/map/palette/distance", test_distance);
  g_test_add_func ("/map/palette/hatching", test_hatching);
  g_test_add_func ("/map/palette/shares", test_shares);
  g_test_add_func ("/map/palette/sets", test_sets);
  g_test_add_func ("/map/palette/pale-end", test_pale_end);
  g_test_add_func ("/map/palette/no-value", test_no_value);
  g_test_add_func ("/map/palette/strong-end", test_strong_end);
  g_test_add_func ("/map/palette/warning", test_warning);
  g_test_add_func ("/map/palette/simulation", test_simulation);
  g_test_add_func ("/map/palette/notes", test_notes);
  return g_test_run ();
}
