/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/boundaries/ris3-boundary-draft.h"

G_BEGIN_DECLS

struct _Ris3BoundaryDraft
{
  GObject parent_instance;

  char *path;
  Ris3BoundarySource *source;
  Ris3BoundaryMapping *mapping;
  guint frame;
  gboolean is_chosen[RIS3_N_BOUNDARY_ROLES];

  Ris3Boundaries *frame_boundaries;
  Ris3Boundaries *boundaries;
  Ris3BoundaryReport *report;
  Ris3BoundaryMatch *match;
  Ris3OwnBoundaries *own;
  gint progress; /* atomic */
};

/* What was read, as something else is chosen. */
void _ris3_boundary_draft_forget_result (Ris3BoundaryDraft *self);
/* Of the layers with areas, those that have the codes: there may be others about other things. */
void _ris3_boundary_draft_guess_layers (Ris3BoundaryDraft *self);
/* No layer that is read lacks a column. */
void _ris3_boundary_draft_fit_columns (Ris3BoundaryDraft *self);

G_END_DECLS
