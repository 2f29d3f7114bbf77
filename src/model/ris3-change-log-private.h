/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-array-table-private.h"
#include "model/ris3-changes.h"
#include "model/ris3-connection-private.h"
#include "model/ris3-references-private.h"

G_BEGIN_DECLS

/* What is recorded of an edit, within its transaction: change_log, change_part and change_row. */

/* A changeset of SQLite's session extension; bytes are SQLite's. */
typedef struct
{
  int size;
  void *bytes;
} Ris3Changeset;

void ris3_changeset_clear (Ris3Changeset *self);

/* Whether SQLite may be given these bytes, and counts the rows: only of tables and columns that there are. It is in
 * ris3-changeset.c. */
gboolean ris3_changeset_validate (const Ris3Changeset *self, const Ris3References *references, guint *n_rows);

/* New rows of a table whose key begins with a number, from a first to a last number: all that there are. Whoever wrote
 * them knows what they hold, so that no session has to notice them one by one. Nothing else of the edit has touched
 * them. */
typedef struct
{
  const char *table;
  gint64 first, last;
  guint n_rows;
  GByteArray *records; /* of the rows, as a changeset has them, in the order of their keys */
} Ris3InsertedRows;

/* An empty array of Ris3InsertedRows, which frees their records. (transfer full) */
GArray *ris3_inserted_rows_new (void);
/* Adds the rows of an array, whose columns are those of the table and whose rows are in the order of its key, to the
 * ranges of numbers that they are in. ranges: of Ris3InsertedRows, of that table, in the order of their numbers */
void ris3_inserted_rows_fill (GArray *ranges, const Ris3ArrayTable *array, guint n_columns);

/* Adds such rows to the beginning of a changeset, and frees their records. It is in ris3-changeset-inserted.c. */
void ris3_changeset_add_inserted (Ris3Changeset *self, const Ris3References *references, GArray *inserted);

/* The tables that neither sessions nor the log see: persons, contents of attachments, and the log. */
gboolean ris3_change_log_is_recorded (const char *table);

typedef struct
{
  const char *actor;
  const char *kind;
  const char *title;
  const char *now; /* ISO 8601, UTC */
  gint64 undoes;   /* the change that it reverts; 0: none */
} Ris3ChangeEntry;

/* Writes an entry with its changeset, and the rows that it touched: those that the changeset names, or those of another
 * change, rows_of, if that is not 0. inserted: of Ris3InsertedRows, which are added to the changeset; may be NULL. Sets
 * the id of the entry. */
gboolean ris3_change_log_add (Ris3Connection *connection,
                              const Ris3References *references,
                              const Ris3ChangeEntry *entry,
                              Ris3Changeset *changeset,
                              GArray *inserted,
                              gint64 rows_of,
                              gint64 *id,
                              GError **error);

/* Reads the changeset of a change; of one that has none, or that is of another version of the schema, its size is 0. It
 * comes from a file that may be from anywhere, and is looked at: RIS3_ATLAS_ERROR_DAMAGED. */
gboolean ris3_change_log_read (Ris3Connection *connection,
                               const Ris3References *references,
                               gint64 id,
                               Ris3Changeset *changeset,
                               guint *n_rows,
                               GError **error);

/* Adds the rows of all changes later than one to changes, and sets the id of the last. */
gboolean
ris3_change_log_collect (Ris3Connection *connection, gint64 after, Ris3Changes *changes, gint64 *last, GError **error);

/* Adds every row that an open atlas shows, but for the regions. */
gboolean ris3_change_log_collect_shown (Ris3Connection *connection, Ris3Changes *changes, GError **error);

/* A change as words: “Change strategy “X””, by A, and when. NULL on an error. (transfer full) */
char *ris3_change_log_describe (Ris3Connection *connection, gint64 id, GError **error);

/* Who changed a row last, after a change, as a sentence: “Change strategy “X””, by A, on 29 Nov 2026 at 12:30.
 * Sets id to 0 and gives other words if that is not recorded. NULL on an error. (transfer full) */
char *ris3_change_log_describe_last (Ris3Connection *connection,
                                     const char *table,
                                     const char *key,
                                     gint64 after,
                                     gint64 *id,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3Changeset, ris3_changeset_clear)

G_END_DECLS
