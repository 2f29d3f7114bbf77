/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"
#include "app/edit/ris3-form-field.h"
#include "app/ris3-session.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* The region that something new belongs to. */

/* key: "2016 FRL0"; NULL: the atlas has no such region, or atlas is NULL. (transfer none) */
const Ris3RegionName *ris3_form_region_find (Ris3Atlas *atlas, const char *key);
/* A choice among the regions with a strategy, and the one that is seen, by their keys; the form says what it means.
 * none: what is said where none is chosen, whose value is "" */
Ris3FormField *ris3_form_region_new (Ris3Session *session, const Ris3RegionName *preset, const char *none);
/* The same, as the region_code of a row, with its nuts_version; none: it may have no region. */
Ris3FormField *ris3_form_region_new_stored (Ris3Session *session, const Ris3RegionName *preset, const char *none);
/* Chooses, for a person who sees it, a region that is known by another way. It may be recorded by the code of another
 * version than the one that can be chosen; one that cannot is added. field: of ris3_form_region_new () */
void ris3_form_region_choose (Ris3FormField *field, Ris3Session *session, guint nuts_version, const char *code);
/* Sets nuts_version and region_code. */
void ris3_form_region_set (Ris3Edit *edit, const Ris3RegionName *region);
/* As it is stored with a row: in the Latin script; a country's in English. (transfer none) */
const char *ris3_form_region_name (const Ris3RegionName *region);
/* "Provence-Alpes-Côte d’Azur (FRL0, NUTS 2016)", as the map names it. (transfer full) */
char *ris3_form_region_words (Ris3Session *session, guint nuts_version, const char *code);

/* A form of a row that belongs to a region, which it names, if it has one; NULL: there is no such row. */
Ris3EditForm *ris3_form_region_open_row (Ris3EditDesk *desk, const char *title, const char *table, gint64 id);
/* A form of a new row of a region; key: as of ris3_form_region_find (); NULL: there is no such region. */
Ris3EditForm *ris3_form_region_open_addition (Ris3EditDesk *desk,
                                              const char *title,
                                              const char *table,
                                              const char *key,
                                              Ris3Edit *edit);

G_END_DECLS
