/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* Takes an atlas from version `from` to version `from + 1`, whose schema it must match exactly. */
typedef struct
{
  guint from;
  gboolean (*func) (Ris3Connection *connection, GError **error);
} Ris3MigrationStep;

typedef struct
{
  const Ris3MigrationStep *steps; /* one for each version below the target, oldest first */
  guint n_steps;
  guint target;
  gboolean (*check) (Ris3Connection *connection, guint version, GError **error);
} Ris3Migration;

/* The steps to RIS3_ATLAS_SCHEMA_VERSION. */
extern const Ris3Migration ris3_migration_to_present;

/* Migrates the file of a connection from a version to the target. First a backup copy is made
 * beside it, named "NAME (version N).ris3atlas". All steps and the check of the result are one
 * transaction: the file is at the target version, or unchanged (RIS3_ATLAS_ERROR_MIGRATE).
 */
gboolean ris3_migration_run (const Ris3Migration *self,
                             Ris3Connection *connection,
                             const char *path,
                             guint from_version,
                             GError **error);

G_END_DECLS
