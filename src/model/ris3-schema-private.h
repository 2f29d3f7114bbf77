/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* Makes the tables of a version, from 1 to RIS3_ATLAS_SCHEMA_VERSION, in an empty database. */
gboolean ris3_schema_create (Ris3Connection *connection, guint version, GError **error);

/* Reads the header of a file that may not be an atlas: refuses anything that is not one, and newer
 * versions. Nothing is written. Sets version to the schema version.
 */
gboolean ris3_schema_probe (const char *path, guint *version, GError **error);

/* Compares the schema of an atlas with that of a version, object by object. RIS3_ATLAS_ERROR_DAMAGED says what
 * differs. */
gboolean ris3_schema_compare (Ris3Connection *connection, guint version, GError **error);

/* Compares, and checks pages, constraints and references. */
gboolean ris3_schema_check (Ris3Connection *connection, guint version, GError **error);

/* Runs an SQL file that is compiled in: "migration/1-to-2.sql". */
gboolean ris3_schema_run_resource (Ris3Connection *connection, const char *name, GError **error);

G_END_DECLS
