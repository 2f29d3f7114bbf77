/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* An array as a table that one statement reads: “INSERT … SELECT c0, c1 FROM ris3_array (?1)” writes many rows in a
 * third of the time that a statement for each row takes. */

#define RIS3_ARRAY_TABLE_N_COLUMNS 20

/* What a row has in a column, with SQLite's types; texts are not copied. */
typedef struct
{
  int type;
  gint64 integer;
  double real;
  const char *text;
  int length; /* of text */
} Ris3ArrayValue;

static inline Ris3ArrayValue
ris3_array_value_integer (gint64 integer)
{
  return (Ris3ArrayValue){ .type = SQLITE_INTEGER, .integer = integer };
}

static inline Ris3ArrayValue
ris3_array_value_real (double real)
{
  return (Ris3ArrayValue){ .type = SQLITE_FLOAT, .real = real };
}

/* length: -1: to its end */
static inline Ris3ArrayValue
ris3_array_value_text (const char *text, int length)
{
  return (Ris3ArrayValue){ .type = SQLITE_TEXT, .text = text, .length = length >= 0 ? length : (int) strlen (text) };
}

static inline Ris3ArrayValue
ris3_array_value_null (void)
{
  return (Ris3ArrayValue){ .type = SQLITE_NULL };
}

/* Several threads may ask. */
typedef Ris3ArrayValue (*Ris3ArrayColumnFunc) (gpointer user_data, guint row, guint column);

typedef struct
{
  guint n_rows;
  Ris3ArrayColumnFunc get_column;
  gpointer user_data;
  void (*passed) (gpointer user_data, guint row); /* is called when a row has been read; may be NULL */
  guint row; /* that is being read: the one that a failed statement has stumbled over */
} Ris3ArrayTable;

/* Runs a statement that reads the array as its only parameter. Sets code to what SQLite says, SQLITE_DONE if all is
 * well; FALSE: the statement could not be begun. */
gboolean
ris3_array_table_run (Ris3ArrayTable *self, Ris3Connection *connection, const char *sql, int *code, GError **error);

G_END_DECLS
