/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-lineage.h"
#include "geo/ris3-nuts-version.h"

G_BEGIN_DECLS

/* What a map of one NUTS version is made of. */
typedef struct
{
  Ris3Boundaries *boundaries;
  Ris3Lineage *lineage; /* from RIS3_DEFAULT_NUTS_VERSION; NULL for that version itself */
  Ris3Shapes *land;
} Ris3Geodata;

void ris3_geodata_free (Ris3Geodata *self);

/* Reads the boundaries that come along with the program off the main thread. Errors: RIS3_GEO_ERROR,
 * G_FILE_ERROR, G_IO_ERROR_CANCELLED. Finishing: (transfer full)
 */
void ris3_geodata_load_async (guint nuts_version,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
Ris3Geodata *ris3_geodata_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Geodata, ris3_geodata_free)

G_END_DECLS
