/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-forest-private.h"

G_BEGIN_DECLS

/* To which strategies priorities belong: what has been reloaded since the atlas was opened. */
typedef struct
{
  GPtrArray *tables; /* of GHashTable: priority id, gint64, to the id of its strategy; the newest last */
} Ris3Owners;

Ris3Owners *ris3_owners_new (void);
void ris3_owners_free (Ris3Owners *self);

/* NULL: not known. Several threads may ask at once, while none adds. */
const char *ris3_owners_find (Ris3Owners *self, gint64 priority_id);

/* The owners that a forest knows, in any thread. (transfer full) */
GHashTable *ris3_owners_read (Ris3Forest *forest);
/* Adds them, at once however many they are. (transfer full) */
void ris3_owners_add (Ris3Owners *self, GHashTable *table);

G_END_DECLS
