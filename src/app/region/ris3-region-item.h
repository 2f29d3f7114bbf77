/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-classification.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_ITEM (ris3_region_item_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionItem, ris3_region_item, RIS3, REGION_ITEM, GObject)

/* One region in the list of regions or among search results. It stands for its code: when
 * boundaries or classes change, the same item shows the new ones.
 *
 * Properties, read-only: class-words (string): what the map shows of it, notified whenever
 * anything that its class is drawn with changes; current (boolean): whether it is the one selected in the session.
 */
Ris3RegionItem *ris3_region_item_new (Ris3Classification *classification, guint region);
/* Takes over what the map shows now. region: the index of the item's code in the classification's boundaries */
void ris3_region_item_update (Ris3RegionItem *self, Ris3Classification *classification, guint region);

guint ris3_region_item_get_region (Ris3RegionItem *self);
guint ris3_region_item_get_level (Ris3RegionItem *self);
const char *ris3_region_item_get_code (Ris3RegionItem *self);
const char *ris3_region_item_get_name (Ris3RegionItem *self);       /* ris3_region_display_name() */
const char *ris3_region_item_get_local_name (Ris3RegionItem *self); /* in its own script; NULL if that is the name */
const char *ris3_region_item_get_country_name (Ris3RegionItem *self);
const char *ris3_region_item_get_class_words (Ris3RegionItem *self);
/* The territory that it is, or lies in; -1 for a region that the map divides into several. */
gint ris3_region_item_get_territory (Ris3RegionItem *self);
/* Whether the filter leaves it in, or it is several areas. */
gboolean ris3_region_item_get_matches (Ris3RegionItem *self);
/* Whether the map draws exactly this region as an area. */
gboolean ris3_region_item_is_territory (Ris3RegionItem *self);
/* What its territory is drawn with; FALSE without one. scheme: (transfer none) */
gboolean ris3_region_item_get_class (Ris3RegionItem *self, Ris3ClassScheme **scheme, guint *klass, Ris3Marks *marks);

gboolean ris3_region_item_get_current (Ris3RegionItem *self);
void ris3_region_item_set_current (Ris3RegionItem *self, gboolean current);

/* "Provence-Alpes-Côte d'Azur, FRL0, Explicit PM priority": for screen readers. (transfer full) */
char *ris3_region_item_describe (Ris3RegionItem *self);

G_END_DECLS
