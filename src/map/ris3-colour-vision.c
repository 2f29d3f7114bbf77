/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-colour-vision.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  double v[3];
} Triple;

static const struct
{
  const char *id;
  const char *title;
  double matrix[3][3];
} visions[RIS3_N_VISIONS + 1] = {
  [RIS3_VISION_NORMAL] = { "normal", N_ ("As Most See It"), { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  [RIS3_VISION_PROTANOPIA]
  = { "protanopia",
      N_ ("Without Red Cones (Protanopia)"),
      { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  [RIS3_VISION_DEUTERANOPIA]
  = { "deuteranopia",
      N_ ("Without Green Cones (Deuteranopia)"),
      { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  [RIS3_VISION_TRITANOPIA]
  = { "tritanopia",
      N_ ("Without Blue Cones (Tritanopia)"),
      { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
  [RIS3_VISION_GREY] = { "grey",
                         N_ ("Printed in Grey"),
                         { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

static const double to_xyz[3][3]
    = { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 }, { 0.0193339, 0.1191920, 0.9503041 } };
static const double from_xyz[3][3] = { { 3.2404542, -1.5371385, -0.4985314 },
                                       { -0.9692660, 1.8760108, 0.0415560 },
                                       { 0.0556434, -0.2040259, 1.0572252 } };

const char *
ris3_vision_get_title (Ris3Vision vision)
{
  g_return_val_if_fail (vision <= RIS3_VISION_GREY, NULL);
  return _ (visions[vision].title);
}

const char *
ris3_vision_get_id (Ris3Vision vision)
{
  g_return_val_if_fail (vision <= RIS3_VISION_GREY, NULL);
  return visions[vision].id;
}

static Triple
multiply (const double matrix[3][3], Triple in)
{
  Triple out;

  for (guint i = 0; i < 3; i++)
    out.v[i] = matrix[i][0] * in.v[0] + matrix[i][1] * in.v[1] + matrix[i][2] * in.v[2];
  return out;
}

static Triple
get_linear (guint32 colour)
{
  Triple result;

  for (guint i = 0; i < 3; i++)
    {
      double value = (colour >> (16 - 8 * i) & 0xff) / 255.0;

      result.v[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return result;
}

static guint32
from_linear (Triple rgb)
{
  guint32 colour = 0;

  for (guint i = 0; i < 3; i++)
    {
      double value = CLAMP (rgb.v[i], 0, 1);

      value = value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
      colour = colour << 8 | (guint32) lround (value * 255);
    }
  return colour;
}

/* Linear RGB as a reader sees it. */
static Triple
see (Ris3Vision vision, guint32 colour)
{
  Triple rgb = multiply (visions[vision].matrix, get_linear (colour));

  for (guint i = 0; i < 3; i++)
    rgb.v[i] = CLAMP (rgb.v[i], 0, 1);
  return rgb;
}

guint32
ris3_vision_simulate (Ris3Vision vision, guint32 colour)
{
  g_return_val_if_fail (vision <= RIS3_VISION_GREY, colour);
  return from_linear (see (vision, colour));
}

static double
lab_function (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
lab_inverse (double t)
{
  return t > 6.0 / 29 ? t * t * t : (116 * t - 16) * 27 / 24389.0;
}

Ris3Lab
ris3_vision_get_lab (Ris3Vision vision, guint32 colour)
{
  Triple xyz;
  double x, y, z;

  g_return_val_if_fail (vision <= RIS3_VISION_GREY, (Ris3Lab){ 0 });
  xyz = multiply (to_xyz, see (vision, colour));
  x = lab_function (xyz.v[0] / 0.95047);
  y = lab_function (xyz.v[1]);
  z = lab_function (xyz.v[2] / 1.08883);
  return (Ris3Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

guint32
ris3_lab_to_colour (Ris3Lab lab)
{
  Triple rgb = { { 0 } };

  for (double chroma = 1; chroma >= 0; chroma -= 0.02)
    {
      double y = (lab.l + 16) / 116, x = y + chroma * lab.a / 500, z = y - chroma * lab.b / 200;
      gboolean is_shown = TRUE;

      rgb = multiply (from_xyz, (Triple){ { 0.95047 * lab_inverse (x), lab_inverse (y), 1.08883 * lab_inverse (z) } });
      for (guint i = 0; i < 3; i++)
        is_shown &= rgb.v[i] >= -0.001 && rgb.v[i] <= 1.001;
      if (is_shown)
        break;
    }
  return from_linear (rgb);
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

double
ris3_lab_get_distance (Ris3Lab one, Ris3Lab other)
{
  double chroma = (hypot (one.a, one.b) + hypot (other.a, other.b)) / 2;
  double g = 1.5 - 0.5 * sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
  double c1 = hypot (g * one.a, one.b), c2 = hypot (g * other.a, other.b);
  double h1 = degrees (one.b, g * one.a), h2 = degrees (other.b, g * other.a);
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
  l = (one.l + other.l) / 2 - 50;
  c = (c1 + c2) / 2;
  t = 1 - 0.17 * cosine (h - 30) + 0.24 * cosine (2 * h) + 0.32 * cosine (3 * h + 6) - 0.2 * cosine (4 * h - 63);
  sl = 1 + 0.015 * l * l / sqrt (20 + l * l);
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * t;
  rc = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7))) * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);
  dl = (other.l - one.l) / sl;
  dc = (c2 - c1) / sc;
  dh = 2 * sqrt (c1 * c2) * sin (turn / 2 * G_PI / 180) / sh;
  return sqrt (dl * dl + dc * dc + dh * dh + rc * dc * dh);
}

double
ris3_vision_get_distance (Ris3Vision vision, guint32 a, guint32 b)
{
  return ris3_lab_get_distance (ris3_vision_get_lab (vision, a), ris3_vision_get_lab (vision, b));
}

static double
get_luminance (guint32 colour)
{
  Triple rgb = get_linear (colour);

  return 0.2126 * rgb.v[0] + 0.7152 * rgb.v[1] + 0.0722 * rgb.v[2];
}

double
ris3_colour_get_contrast (guint32 a, guint32 b)
{
  double one = get_luminance (a), other = get_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
