/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-own-boundaries.h"
#include "report/ris3-map-page.h"
#include "report/ris3-page-inputs.h"

G_BEGIN_DECLS

/* Makes pages of one atlas: boundaries are loaded, projected and strategies placed once for all views of one NUTS
 * version. It belongs to one thread at a time. */
typedef struct _Ris3MapMaker Ris3MapMaker;

/* Loads the boundaries of a NUTS version, or others that take their place.
 *
 * own: (out): those of one's own, which the maker frees; NULL for the program's
 *
 * Errors: as of ris3_geodata_load () and ris3_geodata_load_own (). (transfer full) */
typedef Ris3Geodata *(
    *Ris3MapMakerLoad) (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error);

/* options, data: borrowed (transfer full) */
Ris3MapMaker *
ris3_map_maker_new (Ris3Atlas *atlas, const Ris3PageOptions *options, Ris3MapMakerLoad load, gpointer data);
void ris3_map_maker_free (Ris3MapMaker *self);
Ris3Atlas *ris3_map_maker_get_atlas (Ris3MapMaker *self); /* (transfer none) */

/* The strategies on the boundaries of a view's NUTS version, in the plane of the pages. (transfer none); NULL on error
 */
Ris3Placement *ris3_map_maker_get_placement (Ris3MapMaker *self, Ris3View *view, GError **error);

/* Makes the page of a view, with a second map where it is compared with something, unless the options leave that out.
 *
 * extent: as ris3_extent_from_text () takes it; NULL: what the window shows at first
 * page: (out): of the maker, until the next one is made
 */
gboolean
ris3_map_maker_make (Ris3MapMaker *self, Ris3View *view, const char *extent, Ris3MapPage *page, GError **error);

/* As ris3_page_inputs_list (). */
guint ris3_map_maker_list_inputs (Ris3MapMaker *self, Ris3FileId *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MapMaker, ris3_map_maker_free)

G_END_DECLS
