/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-placement.h"
#include "map/ris3-view.h"
#include "model/ris3-atlas.h"
#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

/* What a view gives in an atlas that nobody watches: for command lines, and for work in a thread of its own. */

/* Whether boundaries have the level that the view asks for. Errors: RIS3_VIEW_ERROR. */
gboolean ris3_view_result_check_level (Ris3View *view, Ris3Boundaries *boundaries, GError **error);

/* What a filter gives in an atlas, whose index this is. The atlas must be read with its priorities where
 * ris3_class_terms_read_priorities () says so, and whole where ris3_class_terms_read_regions () does.
 *
 * placement: by which regions that the filter asks for are found; NULL: those of the program's default NUTS version
 * (transfer full) */
Ris3FilterResult *ris3_view_result_apply (Ris3Atlas *atlas,
                                          Ris3FilterIndex *index,
                                          Ris3Filter *filter,
                                          const char *period,
                                          Ris3Placement *placement,
                                          GError **error);

/* What the view's filter gives.
 *
 * period: as ris3_filter_index_apply () has it
 * placement: as ris3_view_result_apply () has it
 * result: (out) (transfer full): NULL if nothing is filtered
 */
gboolean ris3_view_result_filter (Ris3Atlas *atlas,
                                  Ris3View *view,
                                  const char *period,
                                  Ris3Placement *placement,
                                  Ris3FilterResult **result,
                                  GError **error);

G_END_DECLS
