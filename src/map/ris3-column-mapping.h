/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-table.h"
#include "model/ris3-exchange.h"

G_BEGIN_DECLS

/* Which column of a file is which column of an exchanged table. A value: copy and compare it freely. */
typedef struct _Ris3ColumnMapping Ris3ColumnMapping;

/* Guesses by the headings, in any of the languages that the program speaks and in the program's own names, and by what
 * is in the first rows. Without any that fits, nothing is mapped. (transfer full) */
Ris3ColumnMapping *ris3_column_mapping_guess (Ris3Exchange table, Ris3Table *from);
/* Which exchanged table the headings fit best; FALSE if none. sheet: NULL: the file has but one */
gboolean
ris3_column_mapping_guess_table (Ris3Table *from, const char *file_name, const char *sheet, Ris3Exchange *table);
/* One that maps nothing. (transfer full) */
Ris3ColumnMapping *ris3_column_mapping_new (Ris3Exchange table);
Ris3ColumnMapping *ris3_column_mapping_copy (const Ris3ColumnMapping *self);
void ris3_column_mapping_free (Ris3ColumnMapping *self);
Ris3Exchange ris3_column_mapping_get_table (const Ris3ColumnMapping *self);
/* The column of the file for a column of the exchanged table, -1 if there is none; each at most once. */
gint ris3_column_mapping_get (const Ris3ColumnMapping *self, guint column);
/* What a person says; a column of the file that was another's is that no more. from: -1: none */
void ris3_column_mapping_set (Ris3ColumnMapping *self, guint column, gint from);
/* How sure the guess is, for the dialog: TRUE if the heading is the column's own name or a translation of its title, or
 * a person has said so. */
gboolean ris3_column_mapping_is_sure (const Ris3ColumnMapping *self, guint column);
/* Text form, to be remembered per set of headings: "strategies nuts_code=Region;title=Title". (transfer full) */
char *ris3_column_mapping_to_text (const Ris3ColumnMapping *self, Ris3Table *from);
/* NULL if it does not fit the headings. (transfer full) */
Ris3ColumnMapping *ris3_column_mapping_from_text (const char *text, Ris3Table *from);
/* Changes some columns, "nuts_code=Region;title=Title;year=", where nothing after the sign means none. Errors:
 * G_IO_ERROR_INVALID_ARGUMENT, with a sentence. */
gboolean ris3_column_mapping_apply (Ris3ColumnMapping *self, const char *text, Ris3Table *from, GError **error);
/* What identifies a set of headings, whatever their order. (transfer full) */
char *ris3_column_mapping_dup_headings_key (Ris3Table *from);
/* A sentence if a needed column is missing, else NULL. (transfer full) */
char *ris3_column_mapping_dup_problem (const Ris3ColumnMapping *self);

/* What will be refused, although rows that are in the atlas can be changed; NULL: nothing. (transfer full) */
char *ris3_column_mapping_dup_warning (const Ris3ColumnMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3ColumnMapping, ris3_column_mapping_free)

G_END_DECLS
