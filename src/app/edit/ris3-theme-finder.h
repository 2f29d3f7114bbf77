/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-theme.h"

G_BEGIN_DECLS

/* Finds themes in codebooks by what somebody types: by code, by name, or by the beginnings of words of the name in any
 * order, without regard to case and accents. For one thread. */
typedef struct _Ris3ThemeFinder Ris3ThemeFinder;

/* themes: of Ris3Theme, in the order of ris3_atlas_read_themes_async () */
Ris3ThemeFinder *ris3_theme_finder_new (GPtrArray *themes);
Ris3ThemeFinder *ris3_theme_finder_ref (Ris3ThemeFinder *self);
void ris3_theme_finder_unref (Ris3ThemeFinder *self);

/* What a text finds, codebook by codebook, the one with the best theme first, in each the best first; all for a text
 * without letters and digits. (transfer container): of Ris3Theme, which belong to the finder */
GPtrArray *ris3_theme_finder_find (Ris3ThemeFinder *self, const char *text);

/* "oecd-fields 2007 2.10"; NULL if no codebook has it. (transfer none) */
const Ris3Theme *ris3_theme_finder_lookup (Ris3ThemeFinder *self, const char *key);
/* A theme of the atlas's own by its code alone, as suggestions have it; that of the newest version. (transfer none) */
const Ris3Theme *ris3_theme_finder_lookup_own (Ris3ThemeFinder *self, const char *code);

/* What people call the codebook of a theme: "Health Themes". (transfer full) */
char *ris3_theme_get_codebook_name (const Ris3Theme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ThemeFinder, ris3_theme_finder_unref)

G_END_DECLS
