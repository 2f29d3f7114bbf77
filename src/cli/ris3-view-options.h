/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "map/ris3-placement.h"
#include "map/ris3-view.h"
#include "model/ris3-atlas.h"
#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

/* The view that the options of a command ask for: --view whole, then --indicator and the like.
 *
 * base: what they leave out is taken from; NULL: the defaults
 * Errors: RIS3_VIEW_ERROR. (transfer full)
 */
Ris3View *ris3_view_options_get_view (const Ris3Arguments *arguments, Ris3View *base, GError **error);

/* Whether the options name a period, or ask for the latest, by themselves or by a saved view: then it does not follow
 * what they are read upon. */
gboolean ris3_view_options_name_period (const Ris3Arguments *arguments);

/* That view, upon the saved view that the options name, as it can be shown of an atlas: a period that was asked for
 * must be there; the base's need not.
 *
 * Errors: RIS3_VIEW_ERROR. (transfer full)
 */
Ris3View *ris3_view_options_fit (const Ris3Arguments *arguments, Ris3View *base, Ris3Atlas *atlas, GError **error);

/* The atlas that the arguments name: whole where the view that they ask for reads priorities or what is recorded of
 * regions, else its overview (ris3_atlas_open_overview()). What is wrong is told on standard error; NULL then.
 *
 * asked: by ris3_view_options_get_view (): a saved view is not known yet (transfer full) */
Ris3Atlas *ris3_view_options_open_atlas (const Ris3Arguments *arguments, Ris3View *asked);

/* That atlas, and the view that the options ask of it. What is wrong with the options is told before the atlas is read;
 * what is wrong at all is told on standard error, and nothing is opened.
 *
 * atlas, view: (out) (transfer full)
 */
gboolean ris3_view_options_open (const Ris3Arguments *arguments, Ris3Atlas **atlas, Ris3View **view);

/* Whether boundaries have the level that the view asks for. Errors: RIS3_VIEW_ERROR. */
gboolean ris3_view_options_check_level (Ris3View *view, Ris3Boundaries *boundaries, GError **error);

/* What a filter gives in an atlas, whose index this is. The atlas must be read with its priorities where
 * ris3_class_terms_read_priorities () says so, and whole where ris3_class_terms_read_regions () does.
 *
 * placement: by which regions that the filter asks for are found; NULL: those of the program's default NUTS version
 * (transfer full) */
Ris3FilterResult *ris3_view_options_apply (Ris3Atlas *atlas,
                                           Ris3FilterIndex *index,
                                           Ris3Filter *filter,
                                           const char *period,
                                           Ris3Placement *placement,
                                           GError **error);

/* What the view's filter gives.
 *
 * period: as ris3_filter_index_apply () has it
 * placement: as ris3_view_options_apply () has it
 * result: (out) (transfer full): NULL if nothing is filtered
 */
gboolean ris3_view_options_filter (Ris3Atlas *atlas,
                                   Ris3View *view,
                                   const char *period,
                                   Ris3Placement *placement,
                                   Ris3FilterResult **result,
                                   GError **error);

G_END_DECLS
