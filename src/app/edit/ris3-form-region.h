/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"
#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* The region that something new belongs to. */

/* key: "2016 FRL0"; NULL: the atlas has no such region, or atlas is NULL. (transfer none) */
const Ris3RegionName *ris3_form_region_find (Ris3Atlas *atlas, const char *key);
/* A choice among the regions with a strategy, and the one that is seen, by their keys; the form says what it means.
 * none: what is said where none is chosen, whose value is "" */
Ris3FormField *ris3_form_region_new (Ris3Atlas *atlas, const Ris3RegionName *preset, const char *none);
/* Sets nuts_version and region_code. */
void ris3_form_region_set (Ris3Edit *edit, const Ris3RegionName *region);
/* In the Latin script; a country's in English. (transfer none) */
const char *ris3_form_region_name (const Ris3RegionName *region);
/* "Provence-Alpes-Côte d’Azur (FRL0, NUTS 2016)". (transfer full) */
char *ris3_form_region_words (Ris3Atlas *atlas, guint nuts_version, const char *code);
/* The same for the region of a row; FALSE: there is no such row, or atlas is NULL. words: NULL for one outside NUTS;
 * (out) (transfer full) */
gboolean ris3_form_region_read (Ris3Atlas *atlas, const char *table, const char *key, char **words);

G_END_DECLS
