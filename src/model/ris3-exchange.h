/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tables in which an atlas is exchanged with other programs: what is exported can be imported again, and what
 * colleagues send is understood as rows of these. */
typedef enum
{
  RIS3_EXCHANGE_STRATEGIES,
  RIS3_EXCHANGE_PRIORITIES,
  RIS3_EXCHANGE_PARTICIPATIONS,
  RIS3_EXCHANGE_ACTIVITIES,
  RIS3_EXCHANGE_ORGANISATIONS,
  RIS3_EXCHANGE_CONTACTS, /* personal data */
  RIS3_EXCHANGE_ASSESSMENTS,
  RIS3_EXCHANGE_NOTES,
  RIS3_N_EXCHANGES,
} Ris3Exchange;

typedef enum
{
  RIS3_EXCHANGE_TEXT,
  RIS3_EXCHANGE_CODE,    /* a text that may look like a number: a label "2.10", a printed page */
  RIS3_EXCHANGE_INTEGER, /* a year, a physical page; may be empty */
  RIS3_EXCHANGE_REAL,    /* a longitude; may be empty */
  RIS3_EXCHANGE_ANSWER,  /* yes, no, or not answered */
  RIS3_EXCHANGE_WORD,    /* one of words */
  RIS3_EXCHANGE_DATE,    /* a day, or empty */
  RIS3_EXCHANGE_REGION,  /* the code of a region; its NUTS version is in the column "nuts_version", if there is one */
  RIS3_EXCHANGE_THEMES,  /* codes of the codebooks */
  RIS3_EXCHANGE_KEY,     /* names a row of this table, or of another */
} Ris3ExchangeKind;

typedef struct
{
  const char *name;  /* in files: "has_health_priority" */
  const char *title; /* for people, to be translated: "Health priority" */
  const char *field; /* of schema.sql: "health_priority"; NULL: it only says what others say too, and is checked */
  Ris3ExchangeKind kind;
  gboolean is_needed;       /* that a new row has it */
  const char *const *words; /* of a word: NULL-terminated, as they are stored */
  gint64 least;             /* of an integer */
  gint64 most;
} Ris3ExchangeColumn;

/* For files and programs: "strategies". (transfer none) */
const char *ris3_exchange_get_name (Ris3Exchange table);
/* For people: “Strategies”. (transfer none) */
const char *ris3_exchange_get_title (Ris3Exchange table);
/* When it is imported, of several tables: those that others name come first. */
guint ris3_exchange_get_turn (Ris3Exchange table);
/* In schema.sql: "strategy". (transfer none) */
const char *ris3_exchange_get_table (Ris3Exchange table);
/* The reverse of ris3_exchange_get_name (). */
gboolean ris3_exchange_from_name (const char *name, Ris3Exchange *table);
/* All columns, in the order in which they are written. The key comes first. (transfer none) */
const Ris3ExchangeColumn *ris3_exchange_get_columns (Ris3Exchange table, guint *n_columns);
/* The index of the column with that name, -1 if there is none. */
gint ris3_exchange_find_column (Ris3Exchange table, const char *name);

G_END_DECLS
