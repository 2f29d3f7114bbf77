/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_JOINED_COLUMN (ris3_joined_column_get_type ())
G_DECLARE_FINAL_TYPE (Ris3JoinedColumn, ris3_joined_column, RIS3, JOINED_COLUMN, GObject)

/* A column that was joined from a table, with a number or a text for each of some regions. Immutable; strings are never
 * NULL. */
gint64 ris3_joined_column_get_id (Ris3JoinedColumn *self);
const char *ris3_joined_column_get_name (Ris3JoinedColumn *self);   /* no other has it */
gboolean ris3_joined_column_get_is_text (Ris3JoinedColumn *self);   /* else its values are numbers */
const char *ris3_joined_column_get_unit (Ris3JoinedColumn *self);   /* "" for none */
guint ris3_joined_column_get_year (Ris3JoinedColumn *self);         /* that the values are of; 0: not said */
guint ris3_joined_column_get_nuts_version (Ris3JoinedColumn *self); /* that its codes were read as */
const char *ris3_joined_column_get_source (Ris3JoinedColumn *self); /* who is to be credited */
const char *ris3_joined_column_get_source_file (Ris3JoinedColumn *self);
const char *ris3_joined_column_get_source_date (Ris3JoinedColumn *self); /* of the file, ISO 8601; "": not known */

typedef struct
{
  guint nuts_version;
  char *code;
  double number; /* of a column of numbers */
  char *text;    /* of a column of texts; else NULL */
} Ris3JoinedValue;

/* Its values, by version and code: an array of Ris3JoinedValue, which frees them. (transfer full) */
GArray *ris3_joined_column_list_values (Ris3JoinedColumn *self);
/* Where its values are from, in a line: "Eurostat, 2021 (gdp.csv, 2026-11-02)"; "" if nothing is known. (transfer full)
 */
char *ris3_joined_column_describe_source (Ris3JoinedColumn *self);

G_END_DECLS
