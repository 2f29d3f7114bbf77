/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "map/ris3-view.h"
#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

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

/* What the filter of that view gives, of all periods.
 *
 * result: (out) (transfer full): NULL if nothing is filtered
 *
 * Errors: RIS3_VIEW_ERROR, RIS3_FILTER_ERROR, RIS3_ATLAS_ERROR. */
gboolean
ris3_view_options_filter (const Ris3Arguments *arguments, Ris3Atlas *atlas, Ris3FilterResult **result, GError **error);

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

G_END_DECLS
