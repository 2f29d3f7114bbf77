/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a reader sees colours. */
typedef enum
{
  RIS3_VISION_NORMAL,
  RIS3_VISION_PROTANOPIA,   /* no red cones */
  RIS3_VISION_DEUTERANOPIA, /* no green cones */
  RIS3_VISION_TRITANOPIA,   /* no blue cones */
  RIS3_N_VISIONS,
  RIS3_VISION_GREY = RIS3_N_VISIONS, /* no reader, but a copy without colours */
} Ris3Vision;

/* "Without red cones (protanopia)", in the language of the locale; "protanopia", for files. (transfer none) */
const char *ris3_vision_get_title (Ris3Vision vision);
const char *ris3_vision_get_id (Ris3Vision vision);

/* CIELAB, of the white point D65. */
typedef struct
{
  double l, a, b;
} Ris3Lab;

/* A colour, 0xRRGGBB, as it looks: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency" (2009), severity 1.0, in linear RGB. */
guint32 ris3_vision_simulate (Ris3Vision vision, guint32 colour);
Ris3Lab ris3_vision_get_lab (Ris3Vision vision, guint32 colour);
/* The colour that has those values; where no screen shows it, one of the same lightness and hue with less chroma. */
guint32 ris3_lab_to_colour (Ris3Lab lab);

/* CIEDE2000 (Sharma, Wu and Dalal 2005); about 2 is just seen side by side. */
double ris3_lab_get_distance (Ris3Lab a, Ris3Lab b);
double ris3_vision_get_distance (Ris3Vision vision, guint32 a, guint32 b);

/* WCAG 2: 1 to 21. */
double ris3_colour_get_contrast (guint32 a, guint32 b);

G_END_DECLS
