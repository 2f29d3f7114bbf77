/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "map/ris3-view.h"
#include "model/ris3-atlas.h"
#include "report/ris3-batch.h"

G_BEGIN_DECLS

/* A country or a region, a theme, a period, or a saved view that there is a file of. */
typedef struct
{
  char *code;
  char *name;
  guint region; /* index in the boundaries */
} Ris3BatchChoice;

/* Those that there are. (element-type Ris3BatchChoice) (transfer full) */

/* Those that have a strategy of the period which matches the filter. NULL on error */
GPtrArray *_ris3_batch_list_countries (Ris3Atlas *atlas, Ris3Placement *placement, Ris3View *view, GError **error);
/* Those that the map has, and that match the filter. */
GPtrArray *_ris3_batch_list_regions (Ris3Classification *classification);
/* Those of the atlas's priorities, by name. */
GPtrArray *_ris3_batch_list_themes (Ris3Atlas *atlas);
GPtrArray *_ris3_batch_list_periods (Ris3Atlas *atlas);
/* The code of each is its text form. */
GPtrArray *_ris3_batch_list_views (Ris3Atlas *atlas);

G_END_DECLS
