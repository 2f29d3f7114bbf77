/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A name of a region in a language. Strings belong to the names. */
typedef struct
{
  const char *code;      /* NUTS code; "150" (UN M49) for Europe */
  const char *name;      /* "Bavaria" */
  guint language;        /* index in the languages that were asked for */
  gboolean is_alternate; /* not the usual one in that language */
} Ris3NameRow;

/* Another code of a region: "DE-BY" (ISO 3166-2) or "GR", "GRC" (ISO 3166-1) */
typedef struct
{
  const char *code; /* NUTS code */
  const char *other;
} Ris3CodeRow;

/* What the regions of one NUTS version are called in the languages of the EU, as far as people have names for them, and
 * their ISO codes: from Unicode CLDR (data/names/README.md). Local names are in the boundaries. Immutable: any thread
 * may read it.
 */
typedef struct _Ris3RegionNames Ris3RegionNames;

/* The languages that there are names in, by their codes; NULL-terminated. */
extern const char *const ris3_name_languages[];

/* The first of the locale's languages that there are names in; English where that is none. */
const char *ris3_name_language_of_locale (void);

/* Reads the names of one NUTS version.
 *
 * folder: that holds regions.csv and a table a language
 * languages: of ris3_name_languages, NULL-terminated: no other is read
 *
 * Errors: G_FILE_ERROR; RIS3_GEO_ERROR_INVALID for a table that is not as it should be. (transfer full)
 */
Ris3RegionNames *
ris3_region_names_load (const char *folder, guint nuts_version, const char *const *languages, GError **error);
Ris3RegionNames *ris3_region_names_ref (Ris3RegionNames *self);
void ris3_region_names_unref (Ris3RegionNames *self);

/* All names, by code, then in the order of the languages, the usual one of each first. */
const Ris3NameRow *ris3_region_names_get_rows (Ris3RegionNames *self, guint *n_rows);
/* The rows of one region: a pointer into the above and their number, 0 without any. */
const Ris3NameRow *ris3_region_names_lookup (Ris3RegionNames *self, const char *code, guint *n_rows);
/* All ISO codes, in no order. */
const Ris3CodeRow *ris3_region_names_get_codes (Ris3RegionNames *self, guint *n_codes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3RegionNames, ris3_region_names_unref)

G_END_DECLS
