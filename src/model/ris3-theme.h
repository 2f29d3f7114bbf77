/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* The scheme of the atlas's own themes. */
#define RIS3_THEME_SCHEME "health-theme"

/* An entry of a codebook. Strings are never NULL. */
typedef struct
{
  char *scheme;  /* "oecd-fields" */
  char *version; /* "2007" */
  char *code;    /* "2.10", which is not "2.1" */
  char *parent;  /* the code that it is a part of; "" at the top */
  char *name;
} Ris3Theme;

Ris3Theme *ris3_theme_copy (const Ris3Theme *self);
void ris3_theme_free (Ris3Theme *self);
/* "oecd-fields 2007 2.10", as edits name it. (transfer full) */
char *ris3_theme_get_key (const Ris3Theme *self);

/* All codebooks, the atlas's own first, each in its order; in any thread. Errors: RIS3_ATLAS_ERROR,
 * G_IO_ERROR_CANCELLED. (transfer full): of Ris3Theme */
GPtrArray *ris3_codebooks_read (const char *path, GCancellable *cancellable, GError **error);

/* Reads themes from the file of an atlas, off the thread of the caller.
 *
 * table: NULL for all codebooks, the atlas's own first, each in its order; "priority" or "activity" for the themes of
 *   one row, the most important first
 * key: the id of the row; else NULL
 *
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED.
 */
void ris3_atlas_read_themes_async (Ris3Atlas *atlas,
                                   const char *table,
                                   const char *key,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full): of Ris3Theme */
GPtrArray *ris3_atlas_read_themes_finish (Ris3Atlas *atlas, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Theme, ris3_theme_free)

G_END_DECLS
