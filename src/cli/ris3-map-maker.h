/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "report/ris3-map-page.h"

G_BEGIN_DECLS

/* Makes pages of one atlas as the arguments say: boundaries are loaded, projected and strategies placed once for all
 * views of one NUTS version. */
typedef struct _Ris3MapMaker Ris3MapMaker;

/* options: borrowed (transfer full) */
Ris3MapMaker *ris3_map_maker_new (const Ris3Arguments *arguments, Ris3Atlas *atlas, const Ris3PageOptions *options);
void ris3_map_maker_free (Ris3MapMaker *self);

/* What the page is like: --page, and the options that say a part of it.
 * Errors: RIS3_PAGE_OPTIONS_ERROR. (transfer full) */
Ris3PageOptions *ris3_map_maker_read_options (const Ris3Arguments *arguments, GError **error);

/* The strategies on the boundaries of a view's NUTS version, in the plane of the pages. (transfer none); NULL on error
 */
Ris3Placement *ris3_map_maker_get_placement (Ris3MapMaker *self, Ris3View *view, GError **error);

/* Makes the page of a view.
 *
 * extent: as ris3_extent_from_text () takes it; NULL: what the window shows at first
 * page: (out): of the maker, until the next one is made
 */
gboolean
ris3_map_maker_make (Ris3MapMaker *self, Ris3View *view, const char *extent, Ris3MapPage *page, GError **error);

/* The files that were read, which must not be written. files: at least 3 of them; returns how many there are */
guint ris3_map_maker_list_inputs (Ris3MapMaker *self, Ris3FileId *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapMaker, ris3_map_maker_free)

G_END_DECLS
