/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether the classes can be told apart, also by colour-blind readers. Simulation: Machado, Oliveira and
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity
 * 1.0, in linear RGB. Distance: CIEDE2000; about 2 is just seen side by side.
 */

#include <math.h>

#include "map/ris3-class-scheme.h"
#include "map/ris3-paint.h"

/* Any two classes, in any vision; the three classes of analysed strategies; what is hatched with what. */
#define LEAST_DISTANCE 10.0
#define LEAST_ANALYSED_DISTANCE 12.0
#define LEAST_HATCH_DISTANCE 5.0
#define LEAST_BORDER_DISTANCE 8.0
/* Regions without a strategy are still regions: they are set apart from land that is none (WCAG's ratio). */
#define LEAST_LAND_CONTRAST 1.35

typedef struct
{
  double v[3];
} Triple;

static const struct
{
  const char *name;
  double matrix[3][3];
} visions[] = {
  { "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

static const char *const palette_names[RIS3_N_PALETTES] = { "light", "dark" };

static Triple
multiply (const double matrix[3][3], Triple in)
{
  Triple out;

  for (guint i = 0; i < 3; i++)
    out.v[i] = matrix[i][0] * in.v[0] + matrix[i][1] * in.v[1] + matrix[i][2] * in.v[2];
  return out;
}

static Triple
linear_rgb (guint32 colour)
{
  Triple result;

  for (guint i = 0; i < 3; i++)
    {
      double value = (colour >> (16 - 8 * i) & 0xff) / 255.0;

      result.v[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return result;
}

static double
lab_function (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Triple
lab (guint32 colour, guint vision)
{
  static const double to_xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                       { 0.2126729, 0.7151522, 0.0721750 },
                                       { 0.0193339, 0.1191920, 0.9503041 } };
  Triple rgb = multiply (visions[vision].matrix, linear_rgb (colour));
  Triple xyz;
  double x, y, z;

  for (guint i = 0; i < 3; i++)
    rgb.v[i] = CLAMP (rgb.v[i], 0, 1);
  xyz = multiply (to_xyz, rgb);
  x = lab_function (xyz.v[0] / 0.95047);
  y = lab_function (xyz.v[1]);
  z = lab_function (xyz.v[2] / 1.08883);
  return (Triple){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
degrees (double y, double x)
{
  double angle = atan2 (y, x) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

static double
cosine (double angle)
{
  return cos (angle * G_PI / 180);
}

/* Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005). */
static double
ciede2000 (Triple a, Triple b)
{
  double chroma = (hypot (a.v[1], a.v[2]) + hypot (b.v[1], b.v[2])) / 2;
  double g = 1.5 - 0.5 * sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
  double c1 = hypot (g * a.v[1], a.v[2]), c2 = hypot (g * b.v[1], b.v[2]);
  double h1 = degrees (a.v[2], g * a.v[1]), h2 = degrees (b.v[2], g * b.v[1]);
  double turn = h2 - h1, h = (h1 + h2) / 2;
  double l, c, t, sl, sc, sh, rc, dh, dl, dc;

  if (fabs (turn) > 180)
    {
      turn += turn > 0 ? -360 : 360;
      h += h < 180 ? 180 : -180;
    }
  if (c1 * c2 == 0)
    {
      turn = 0;
      h = h1 + h2;
    }
  l = (a.v[0] + b.v[0]) / 2 - 50;
  c = (c1 + c2) / 2;
  t = 1 - 0.17 * cosine (h - 30) + 0.24 * cosine (2 * h) + 0.32 * cosine (3 * h + 6) - 0.2 * cosine (4 * h - 63);
  sl = 1 + 0.015 * l * l / sqrt (20 + l * l);
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  rc = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7))) * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);
  dl = (b.v[0] - a.v[0]) / sl;
  dc = (c2 - c1) / sc;
  dh = 2 * sqrt (c1 * c2) * sin (turn / 2 * G_PI / 180) / sh;
  return sqrt (dl * dl + dc * dc + dh * dh + rc * dc * dh);
}

static double
luminance (guint32 colour)
{
  Triple rgb = linear_rgb (colour);

  return 0.2126 * rgb.v[0] + 0.7152 * rgb.v[1] + 0.0722 * rgb.v[2];
}

/* WCAG 2: 1 to 21. */
static double
contrast (guint32 a, guint32 b)
{
  double high = MAX (luminance (a), luminance (b)), low = MIN (luminance (a), luminance (b));

  return (high + 0.05) / (low + 0.05);
}

/* Pairs from the formula's authors. */
static void
test_formula (void)
{
  static const struct
  {
    Triple a, b;
    double distance;
  } pairs[] = {
    { { { 50, 2.6772, -79.7751 } }, { { 50, 0, -82.7485 } }, 2.0425 },
    { { { 50, 2.4900, -0.0010 } }, { { 50, -2.4900, 0.0009 } }, 7.1792 },
    { { { 50, -0.0010, 2.4900 } }, { { 50, 0.0011, -2.4900 } }, 4.7461 },
    { { { 50, 2.5, 0 } }, { { 56, -27, -3 } }, 31.9030 },
    { { { 22.7233, 20.0904, -46.6940 } }, { { 23.0331, 14.9730, -42.5619 } }, 2.0373 },
    { { { 90.8027, -2.0831, 1.4410 } }, { { 91.1528, -1.6435, 0.0447 } }, 1.4441 },
    { { { 2.0776, 0.0795, -1.1350 } }, { { 0.9033, -0.0636, -0.5514 } }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (ciede2000 (pairs[i].a, pairs[i].b), pairs[i].distance, 0.0001);
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
        double here = contrast (classes.fills[klass].colour, grounds[i]);

        if (klass + 1 < classes.n_analysed)
          g_assert_cmpfloat (here, >, contrast (classes.fills[klass + 1].colour, grounds[i]));
        g_assert_cmpfloat (here, >, contrast (classes.fills[classes.n_classes - 1].colour, grounds[i]));
      }
}

static void
test_order (void)
{
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    {
      const Ris3Palette *palette = ris3_palette_get (name);

      for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
        check_order (ris3_indicator_get (i), palette);
      g_assert_cmpfloat (contrast (palette->absences[RIS3_ABSENCE_NO_STRATEGY].colour, palette->land), >=,
                         LEAST_LAND_CONTRAST);
      /* What the map is about must not be missed. */
      g_assert_cmpfloat (contrast (get_classes (ris3_indicator_find ("personalised-medicine"), palette).fills[0].colour,
                                   palette->land),
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
        double distance = ciede2000 (lab (classes.fills[a].colour, vision), lab (classes.fills[b].colour, vision));

        least = MIN (least, distance);
        if (b < classes.n_analysed)
          g_assert_cmpfloat (distance, >=, LEAST_ANALYSED_DISTANCE);
      }
  g_test_message ("%s, %s, %s: classes at least %.1f apart", indicator->id, palette_names[name], visions[vision].name,
                  least);
  g_assert_cmpfloat (least, >=, LEAST_DISTANCE);
}

static void
test_distance (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    for (guint name = 0; name < RIS3_N_PALETTES; name++)
      for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
        check_distance (ris3_indicator_get (i), name, vision);
}

/* Stripes are seen on what they lie on. Where nothing is known nothing is inherited. */
static void
check_hatching (const Ris3Indicator *indicator, const Ris3Palette *palette, guint vision)
{
  Classes classes = get_classes (indicator, palette);

  for (guint klass = 0; klass < classes.n_classes - 1; klass++)
    {
      Triple ground = lab (classes.fills[klass].colour, vision);

      g_assert_cmpfloat (ciede2000 (ground, lab (classes.fills[klass].inherited, vision)), >=, LEAST_HATCH_DISTANCE);
      g_assert_cmpfloat (ciede2000 (ground, lab (palette->disputed, vision)), >=, LEAST_ANALYSED_DISTANCE);
      /* … and so are borders between what is hatched. */
      g_assert_cmpfloat (ciede2000 (lab (ris3_paint_get_inner_border (classes.fills[klass]) & 0xffffff, vision),
                                    lab (classes.fills[klass].inherited, vision)),
                         >=, LEAST_BORDER_DISTANCE);
    }
}

static void
test_hatching (void)
{
  for (guint i = 0; i < ris3_indicator_get_n_indicators (); i++)
    for (guint name = 0; name < RIS3_N_PALETTES; name++)
      for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
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
      Triple ground = lab (fill.colour, vision);

      for (guint b = a + 1; b < n_classes; b++)
        g_assert_cmpfloat (ciede2000 (ground, lab (ris3_class_scheme_get_fill (scheme, b, palette).colour, vision)), >=,
                           LEAST_DISTANCE);
      for (guint i = 0; a < ris3_class_scheme_get_n_value_classes (scheme) && i < G_N_ELEMENTS (grounds); i++)
        {
          /* What less than the least share stands for: health is no priority. */
          guint less = a > 0 ? a - 1 : ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_PRIORITY);

          g_assert_cmpfloat (contrast (fill.colour, grounds[i]), >,
                             contrast (ris3_class_scheme_get_fill (scheme, less, palette).colour, grounds[i]));
        }
      if (a < n_classes - 1)
        {
          g_assert_cmpfloat (ciede2000 (ground, lab (fill.inherited, vision)), >=, LEAST_HATCH_DISTANCE);
          g_assert_cmpfloat (ciede2000 (ground, lab (palette->disputed, vision)), >=, LEAST_DISTANCE);
        }
    }
}

static void
test_shares (void)
{
  for (guint name = 0; name < RIS3_N_PALETTES; name++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      check_shares (ris3_palette_get (name), vision);
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
  return g_test_run ();
}
