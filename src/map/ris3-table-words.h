/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-exchange.h"

G_BEGIN_DECLS

/* What people call tables, columns and values, in each language that the program speaks (data/headings/README.md).
 * Case, accents and punctuation do not matter. Any thread may ask. */

/* A column that a heading may mean, and how likely: the lower the rank, the likelier. */
typedef struct
{
  guint column; /* of the exchanged table */
  guint rank;
} Ris3HeadingMeaning;

#define RIS3_HEADING_NAME 0     /* it is the name of the column in files */
#define RIS3_HEADING_TITLE 1    /* it is its title in one of the languages */
#define RIS3_HEADING_SYNONYM 2  /* and above: it is what some call it */
#define RIS3_HEADING_SIMILAR 50 /* and above: it is one of these with slips of a finger */

/* (transfer full), of Ris3HeadingMeaning, each column once; empty if the heading says nothing */
GArray *ris3_table_words_find_columns (Ris3Exchange table, const char *heading);
/* Whether a sheet or file is called as the table is. */
gboolean ris3_table_words_is_table (Ris3Exchange table, const char *name);
/* Whether there is a heading for a column in all languages. */
gboolean ris3_table_words_has_column (Ris3Exchange table, guint column);

/* The value, as it is stored, that a word means.
 *
 * list: "answer" ("1", "0", ""), "reply" ("agree", "disagree"), "month" ("1" to "12"), "language" ("de"), "mail"
 * (headers of a message), "closing" (how one ends), "wrote" (how a quotation of one begins), or the name of a column of
 * words
 *
 * NULL if it is none of the list. (transfer none) */
const char *ris3_table_words_find (const char *list, const char *word);

G_END_DECLS
