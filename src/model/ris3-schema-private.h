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

/* The version of an open atlas, which may differ from what the probe saw: now there is a lock, and what a crash has
 * left half done is rolled back. One that there cannot be is given as the present one, from which the schema then
 * differs. FALSE on an error, or if it has become another program's file. */
gboolean ris3_schema_read_version (Ris3Connection *connection, guint *version, GError **error);

/* A tree deeper than this was not written by a person. */
#define RIS3_SCHEMA_MAX_DEPTH 32

/* Compares, and then looks for damage: in the pages, in the rules that each row must keep, in references and in trees.
 * A sentence for each is added to problems (element-type char *), until there are max of them. FALSE: the schema
 * differs, or the search could not be finished. */
gboolean
ris3_schema_find_damage (Ris3Connection *connection, guint version, GPtrArray *problems, guint max, GError **error);

/* The same, in which the first problem is an error: RIS3_ATLAS_ERROR_DAMAGED. */
gboolean ris3_schema_check (Ris3Connection *connection, guint version, GError **error);
/* Of that, what can be checked at once in a file of any size: the schema, and the rules of all rows but those that
 * there can be very many of. */
gboolean ris3_schema_check_quickly (Ris3Connection *connection, guint version, GError **error);

/* Runs an SQL file that is compiled in: "migration/1-to-2.sql". */
gboolean ris3_schema_run_resource (Ris3Connection *connection, const char *name, GError **error);

G_END_DECLS
