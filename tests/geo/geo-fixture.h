/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-boundaries-private.h"

G_BEGIN_DECLS

/* Boundaries made by hand: one line per region, in tree order. A leaf is a rectangle of longitudes and
 * latitudes.
 */
typedef struct
{
  const char *code;
  const char *name;
  double x0, y0, x1, y1; /* of a leaf */
} FixtureRegion;

Ris3Boundaries *fixture_boundaries (guint nuts_version, const FixtureRegion *regions, guint n_regions, GError **error);

/* The shipped boundaries, given as the test's first argument. */
const char *fixture_path (void);
void fixture_init (int *argc, char ***argv);

G_END_DECLS
