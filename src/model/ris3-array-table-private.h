/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* An array as a table that one statement reads: “INSERT … SELECT c0, c1 FROM ris3_array (?1)” writes many rows in a
 * third of the time that a statement for each row takes. */

#define RIS3_ARRAY_TABLE_N_COLUMNS 20

/* Says what a row has in a column with one of sqlite3_result_…; nothing: NULL. */
typedef void (*Ris3ArrayColumnFunc) (sqlite3_context *context, gpointer user_data, guint row, guint column);

typedef struct
{
  guint n_rows;
  Ris3ArrayColumnFunc get_column;
  gpointer user_data;
  guint row; /* that is being read: the one that a failed statement has stumbled over */
} Ris3ArrayTable;

/* Runs a statement that reads the array as its only parameter. Sets code to what SQLite says, SQLITE_DONE if all is
 * well; FALSE: the statement could not be begun. */
gboolean
ris3_array_table_run (Ris3ArrayTable *self, Ris3Connection *connection, const char *sql, int *code, GError **error);

G_END_DECLS
