/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* What the schema says of tables as a whole: their keys, and which rows name which. */
typedef struct
{
  char *name;
  GPtrArray *columns; /* of char * */
  GArray *keys;       /* of guint: which of them are the primary key, in its order */
} Ris3KnownTable;

/* That rows of one table name rows of another. */
typedef struct
{
  const Ris3KnownTable *child;
  const Ris3KnownTable *parent;
  GPtrArray *from; /* of char *: columns of child */
  GPtrArray *to;   /* of char *: columns of parent */
} Ris3Reference;

typedef struct
{
  GPtrArray *tables;     /* of Ris3KnownTable */
  GPtrArray *references; /* of Ris3Reference */
} Ris3References;

/* Reads that. NULL on an error. (transfer full) */
Ris3References *ris3_references_read (Ris3Connection *connection, GError **error);
void ris3_references_free (Ris3References *self);
const Ris3KnownTable *ris3_references_find_table (const Ris3References *self, const char *name);
/* The place of a table among all tables. */
guint ris3_references_get_place (const Ris3References *self, const Ris3KnownTable *table);

/* Looks at one row: whether what it names exists, and, if the row is gone, whether nothing names it any more. Sets
 * broken, NULL if all is well, and the key of the row that names something which is not there.
 *
 * row: a value for each column of the table's key, or all of its columns where they are known; others may be NULL
 */
gboolean ris3_references_check_row (Ris3Connection *connection,
                                    const Ris3References *self,
                                    const Ris3KnownTable *table,
                                    sqlite3_value *const *row,
                                    gboolean is_gone,
                                    const Ris3Reference **broken,
                                    char **key,
                                    GError **error);

/* What has happened to rows of a table, as an array for all tables in the order of Ris3References. */
typedef enum
{
  RIS3_ROWS_UNTOUCHED = 0,
  RIS3_ROWS_WRITTEN = 1 << 0, /* inserted or changed */
  RIS3_ROWS_GONE = 1 << 1,    /* or called otherwise now */
} Ris3RowsTouched;

/* Looks at all rows. touched: leaves out what cannot have been broken by that; NULL: nothing is left out */
gboolean ris3_references_check_all (Ris3Connection *connection,
                                    const Ris3References *self,
                                    const guint8 *touched,
                                    const Ris3Reference **broken,
                                    char **key,
                                    GError **error);

/* The primary key of a row as text, as change_row has it. row: the values of all columns. (transfer full) */
char *ris3_known_table_get_key (const Ris3KnownTable *self, sqlite3_value *const *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3References, ris3_references_free)

G_END_DECLS
