/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* The rules of a table: what schema.sql says in CHECK (…), as queries, because SQLite does not know them in a file
 * that it may only read. */
typedef struct
{
  char *table;
  char *key;              /* its first column */
  GPtrArray *expressions; /* of char *: what must not be false */
  GPtrArray *texts;       /* of char *: the columns whose length is limited */
} Ris3TableRules;

/* The rules of each table of a database whose schema is known to be ours, element-type Ris3TableRules. NULL on an
 * error. (transfer full) */
GPtrArray *ris3_rules_read (Ris3Connection *connection, GError **error);
/* Leaves out a table. */
void ris3_rules_remove (GPtrArray *rules, const char *table);

/* Looks for rows that break rules, and adds a sentence for each to problems (element-type char *) until there are max
 * of them. FALSE on an error; RIS3_ATLAS_ERROR_DAMAGED, if a text is too long to be read. */
gboolean
ris3_rules_check (Ris3Connection *connection, GPtrArray *rules, GPtrArray *problems, guint max, GError **error);

/* What is wrong with a row for which an expression of a rule is false, in words: "year: it is not a number from 1990 to
 * 2100". (transfer full) */
char *ris3_rule_get_words (const char *expression);

/* The same without the field, which is NULL if it is not known. (transfer full), both */
char *ris3_rule_split (const char *expression, char **field);

/* What SQLite says of a row that a constraint refuses, in such words. (transfer full) */
char *ris3_rule_explain (const char *message);

/* SQL without comments and with single spaces, so that layout and comments make no difference. (transfer full) */
char *ris3_sql_normalise (const char *sql);

G_END_DECLS
