/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-view.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Whether an atlas has what the indicators of a view are asked of: themes, programmes and joined columns, on both maps
 * where two are compared. One that has a name instead of a code, or is of a column of texts but named as one of
 * numbers, is replaced by what it is called.
 *
 * view: (inout) (transfer full)
 * Errors: RIS3_VIEW_ERROR, or RIS3_FILTER_ERROR_VALUE with the nearest that there is; RIS3_ATLAS_ERROR.
 */
gboolean ris3_view_arguments_check (Ris3View **view, Ris3Atlas *atlas, GError **error);

G_END_DECLS
