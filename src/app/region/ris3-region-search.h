/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-region-model.h"
#include "app/ris3-session-filter.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_SEARCH (ris3_region_search_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionSearch, ris3_region_search, RIS3, REGION_SEARCH, GtkWidget)

/* An entry that finds regions of all levels by name, code or country, without regard to case and
 * accents, and shows them below itself, the best first; below these, if it is to look for words, texts that contain
 * what was typed, and the offer to filter by it. Terms of a filter ("country:FR pm:yes") can be filtered by, or what is
 * wrong with them is said.
 *
 * Signals:
 *   activated (int region): a region was chosen; nothing is selected yet
 *   hit-activated (const Ris3FilterHit *): a text was chosen
 *   filter-wanted (char *text): words, or terms of a filter
 */
GtkWidget *ris3_region_search_new (Ris3RegionModel *regions);

/* Looks for words in the texts of the session's atlas, too. */
void ris3_region_search_add_words (Ris3RegionSearch *self, Ris3Session *session);

/* Moves the focus to the entry and selects its text, so that typing replaces it. */
void ris3_region_search_focus (Ris3RegionSearch *self);

/* Keeps room for so many characters, however little there is; -1: as little as can be. */
void ris3_region_search_set_least_chars (Ris3RegionSearch *self, int n_chars);

G_END_DECLS
