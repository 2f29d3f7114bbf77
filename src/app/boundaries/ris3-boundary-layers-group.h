/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/boundaries/ris3-boundary-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_LAYERS_GROUP (ris3_boundary_layers_group_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryLayersGroup,
                      ris3_boundary_layers_group,
                      RIS3,
                      BOUNDARY_LAYERS_GROUP,
                      AdwPreferencesGroup)

/* Levels that areas can be said to be of: from countries to municipalities. */
#define RIS3_BOUNDARY_N_LEVELS 5

/* The layers of a file, with a tick for those that have areas; where there are several of these, each with its level.
 *
 * Signals:
 *   changed (gboolean layers): others are chosen; FALSE: their levels alone
 */
void ris3_boundary_layers_group_show (Ris3BoundaryLayersGroup *self, Ris3BoundaryDraft *draft);

G_END_DECLS
