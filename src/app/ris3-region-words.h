/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "app/ris3-session.h"
#include "geo/ris3-boundaries.h"
#include "map/ris3-classification.h"
#include "map/ris3-record-titles.h"
#include "model/ris3-atlas.h"
#include "model/ris3-language.h"

G_BEGIN_DECLS

/* How the region panel, list and search put things into words, in the language of the locale.
 * (transfer none) unless a char * is returned.
 */

/* ris3_region_get_shown_name(): in the reader's language, where it has one */
const char *ris3_region_display_name (const Ris3Region *region);
/* The same for a region of the atlas, which the map may lack: then as the atlas has it, or else its code. */
const char *ris3_region_name_of_code (Ris3Session *session, guint nuts_version, const char *code);
/* "Provence-Alpes-Côte d'Azur (FRL)"; a country: "France" */
char *ris3_region_name_with_code (const Ris3Region *region);
/* The region's country; the region itself where the boundaries lack it. */
const Ris3Region *ris3_region_country (Ris3Boundaries *boundaries, const Ris3Region *region);
/* "Country", "NUTS 2" */
char *ris3_region_level_words (const Ris3Region *region);

/* A territory's class with "inherited" and "disputed". */
char *ris3_territory_words (Ris3Classification *classification, guint territory);

/* "3.1.2 In vivo imaging": label and text, where there are both. */
char *ris3_priority_words (Ris3Priority *priority);
/* What the mark of an analysed strategy of the atlas rests on; with a dispute, who contradicts it. */
char *ris3_mark_words (Ris3Strategy *strategy, Ris3Atlas *atlas);

G_END_DECLS
