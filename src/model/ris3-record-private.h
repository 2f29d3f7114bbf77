/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* How a column becomes a field of an object. */
typedef enum
{
  RIS3_FIELD_TEXT,    /* char *, never NULL */
  RIS3_FIELD_UINT,    /* guint; 0 for NULL */
  RIS3_FIELD_INT64,   /* gint64; 0 for NULL */
  RIS3_FIELD_INDEX,   /* gint; -1 for NULL */
  RIS3_FIELD_REAL,    /* double; NAN for NULL */
  RIS3_FIELD_BOOLEAN, /* gboolean */
  RIS3_FIELD_ANSWER,  /* Ris3Answer */
  RIS3_FIELD_WORD,    /* an enumeration, through words */
} Ris3FieldKind;

typedef struct
{
  const char *column; /* its name, or an expression over names */
  Ris3FieldKind kind;
  gsize offset;             /* of the field in the object */
  const char *const *words; /* for RIS3_FIELD_WORD: what the file has for 0, 1 …, NULL-terminated */
} Ris3Field;

/* A table whose rows are objects. What is read, compared and freed follows from the fields, so a new field needs
 * one line there, a column in schema.sql and a getter.
 */
typedef struct
{
  const char *table;
  const Ris3Field *fields; /* the first is the primary key */
  guint n_fields;
  GType (*get_type) (void);
  gint (*compare) (gconstpointer a, gconstpointer b); /* of two objects: the order of lists; never 0 for two rows */
} Ris3Record;

/* "SELECT … FROM table", its columns in the order of the fields. (transfer full) */
char *ris3_record_get_select (const Ris3Record *self);
/* Makes an object from a row of that query; NULL if a word is not known. (transfer full) */
gpointer ris3_record_read (const Ris3Record *self, sqlite3_stmt *row);
/* The primary key as text, as change_row has it: of the object, or in the buffer. (transfer none) */
#define RIS3_RECORD_KEY_SIZE 24
const char *ris3_record_get_key (const Ris3Record *self, gconstpointer object, char buffer[RIS3_RECORD_KEY_SIZE]);
/* The same in two steps: a row as bytes, for a record without words and reals, and an object of such bytes, at *bytes,
 * which is moved behind them. */
void ris3_record_pack (const Ris3Record *self, sqlite3_stmt *row, GByteArray *bytes);
void ris3_record_unpack (const Ris3Record *self, const guint8 **bytes, gpointer object);
/* A text within such bytes. */
void ris3_record_pack_text (const char *text, gssize length, GByteArray *bytes);
const char *ris3_record_unpack_text (const guint8 **bytes);
/* Whether two objects are equal in all fields. */
gboolean ris3_record_equal (const Ris3Record *self, gconstpointer a, gconstpointer b);
/* The value of a column as the file has it, a number as its text; "" for NULL. NULL if it is not a field. (transfer
 * full) */
char *ris3_record_dup_value (const Ris3Record *self, gconstpointer object, const char *column);
/* Frees the texts of an object that is being finalized. */
void ris3_record_clear (const Ris3Record *self, gpointer object);

/* Keys of themes, "scheme version code", NULL-terminated. There are few, so they are shared. */
void ris3_theme_keys_free (GRefString **keys);

G_END_DECLS
