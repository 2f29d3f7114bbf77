/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* Signs at places of a plane that have the same size however small the map is, such as pins: those that would lie on
 * each other are gathered, and one of them stands for all, at its own place. Which do depends on the scale alone, so
 * that nothing changes while a map is moved.
 */
typedef struct
{
  Ris3Point place; /* of its middle */
  guint count;     /* what it says */
  guint leader;    /* (out) the index of the sign that stands for it; its own where it is shown */
  guint sum;       /* (out) what it says for all that it stands for; 0: another one stands for it */
  guint next;      /* (out) the index of the next one that the same sign stands for, from itself on; G_MAXUINT: none */
} Ris3CrowdSign;

/* In pixels. */
typedef struct
{
  double width;
  double height;
  double digit; /* how much wider it is for each digit of its number after the first */
} Ris3CrowdSize;

/* The width of a sign with a number. */
double ris3_crowd_size_get_width (const Ris3CrowdSize *self, guint number);

/* signs: the most important one first: it stands for the others; scale: pixels of a unit of the plane */
void ris3_crowd_gather (Ris3CrowdSign *signs, guint n_signs, double scale, const Ris3CrowdSize *size);
/* A box of the places of those that a sign stands for. */
Ris3Box ris3_crowd_get_box (const Ris3CrowdSign *signs, guint leader);

/* Where a box is to be moved so that it meets none of others: not at all, or as little as is needed, up to twice its
 * size. Where everything is full, it stays. skipped: index of a box that it may meet, itself; G_MAXUINT: none */
void ris3_crowd_avoid (Ris3Box *box, const Ris3Box *others, guint n_others, guint skipped);

G_END_DECLS
