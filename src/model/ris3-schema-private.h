/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* Makes the tables of schema.sql in an empty database. */
gboolean ris3_schema_create (Ris3Connection *connection, GError **error);

/* The header of a file, of which not yet is known that it is an atlas: refuses what is none, and what is
 * newer. Nothing is written. Gives the schema version.
 */
gboolean ris3_schema_probe (const char *path, guint *version, GError **error);

/* Compares the schema of an atlas of the present version with schema.sql, object by object, and
 * checks its pages, constraints and references. RIS3_ATLAS_ERROR_DAMAGED says what differs.
 */
gboolean ris3_schema_check (Ris3Connection *connection, GError **error);

G_END_DECLS
