/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-geodata.h"

G_BEGIN_DECLS

/* One of the outermost regions of the European Union, or a small state, as a map of Europe shows it apart: in an
 * equal-area projection of its own (LAEA around its middle), with the land around it. */
typedef struct
{
  guint region;               /* its index in the boundaries, those of the map and these */
  Ris3Boundaries *boundaries; /* with it alone (ris3-region-apart.h) */
  Ris3Shapes *land;           /* under the indices of the land of the map */
  Ris3Box extent;             /* in metres */
} Ris3MapInset;

void ris3_map_inset_free (Ris3MapInset *self);

/* Those that there are: of the outermost regions, Canarias, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte, Açores
 * and Madeira with boundaries that come along with the program; then of the small states Cyprus, Liechtenstein,
 * Luxembourg and Malta. There may be none.
 *
 * geodata: as loaded, in normalised Web Mercator
 *
 * Errors: as ris3_plane_new (). (transfer full) (element-type Ris3MapInset)
 */
GPtrArray *
ris3_map_insets_new (Ris3Geodata *geodata, gboolean has_outermost, gboolean has_small_states, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapInset, ris3_map_inset_free)

G_END_DECLS
