/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/records/ris3-record-data.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_RECORD_TEXT,
  RIS3_RECORD_LABEL, /* a text with numbers in it: "3.10" comes after "3.9" */
  RIS3_RECORD_NUMBER,
  RIS3_RECORD_CLASS, /* a text, in the order of what get_order () gives, then of the alphabet */
} Ris3RecordColumnKind;

/* A column that a table can have. */
typedef struct
{
  const char *id;    /* for settings */
  const char *title; /* to be translated */
  Ris3RecordColumnKind kind;
  gboolean is_shown; /* unless somebody chooses otherwise */
  int width;         /* the same, in pixels */
  char *(*get_text) (const Ris3RecordData *data, guint row);
  guint (*get_order) (const Ris3RecordData *data, guint row); /* of RIS3_RECORD_CLASS, else NULL */
} Ris3RecordColumn;

/* All columns of a kind of rows, in their first order. (transfer none) */
const Ris3RecordColumn *ris3_record_columns_get (Ris3Records records, guint *n_columns);
/* The index of the column with that id; -1: there is none. */
gint ris3_record_columns_find (Ris3Records records, const char *id);
/* Whether there is something in it only where two maps are compared. */
gboolean ris3_record_column_is_of_two (const Ris3RecordColumn *column);
/* "Year", in the language of the locale; of what one of two maps shows, what sets it apart: "2014–2020".
 *
 * second: NULL: nothing is compared
 * (transfer full) */
char *
ris3_record_column_dup_title (const Ris3RecordColumn *column, Ris3Classification *first, Ris3Classification *second);

G_END_DECLS
