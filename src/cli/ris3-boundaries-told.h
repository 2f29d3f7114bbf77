/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-boundary-match.h"
#include "map/ris3-own-boundaries.h"

G_BEGIN_DECLS

/* What `ris3 boundaries` tells of a file. */
typedef struct
{
  const char *path;
  const Ris3BoundarySource *source;
  const Ris3BoundaryMapping *mapping;
  const Ris3BoundaryReport *report;
  Ris3Boundaries *boundaries;
  const Ris3BoundaryMatch *match;
  gboolean is_remembered;
} Ris3BoundariesTold;

/* Prints it, as text or as JSON. */
void ris3_boundaries_text (const Ris3BoundariesTold *told);
void ris3_boundaries_json (const Ris3BoundariesTold *told);

/* What a column is read as; RIS3_N_BOUNDARY_ROLES: nothing. */
Ris3BoundaryRole ris3_boundaries_told_find_role (const Ris3BoundariesTold *told, const char *column);

G_END_DECLS
