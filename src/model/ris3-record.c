/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-record-private.h"

#include <math.h>
#include <string.h>

#include "model/ris3-strategy.h"

#define FIELD(type, object, field) (*(type *) G_STRUCT_MEMBER_P (object, (field)->offset))

char *
ris3_record_get_select (const Ris3Record *self)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < self->n_fields; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", self->fields[i].column);
  g_string_append_printf (sql, " FROM %s", self->table);
  return g_string_free (sql, FALSE);
}

static gboolean
read_word (const Ris3Field *field, sqlite3_stmt *row, int column, gpointer object)
{
  g_autofree char *word = ris3_statement_get_text (row, column);

  for (gint i = 0; field->words[i] != NULL; i++)
    if (g_str_equal (field->words[i], word != NULL ? word : ""))
      {
        FIELD (gint, object, field) = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_field (const Ris3Field *field, sqlite3_stmt *row, int column, gpointer object)
{
  gboolean is_null = sqlite3_column_type (row, column) == SQLITE_NULL;
  char *text;

  switch (field->kind)
    {
    case RIS3_FIELD_TEXT:
      text = ris3_statement_get_text (row, column);
      FIELD (char *, object, field) = text != NULL ? text : g_strdup ("");
      return TRUE;
    case RIS3_FIELD_UINT:
      FIELD (guint, object, field) = (guint) sqlite3_column_int (row, column);
      return TRUE;
    case RIS3_FIELD_INT64:
      FIELD (gint64, object, field) = sqlite3_column_int64 (row, column);
      return TRUE;
    case RIS3_FIELD_INDEX:
      FIELD (gint, object, field) = is_null ? -1 : sqlite3_column_int (row, column);
      return TRUE;
    case RIS3_FIELD_REAL:
      FIELD (double, object, field) = is_null ? NAN : sqlite3_column_double (row, column);
      return TRUE;
    case RIS3_FIELD_BOOLEAN:
      FIELD (gboolean, object, field) = sqlite3_column_int (row, column) != 0;
      return TRUE;
    case RIS3_FIELD_ANSWER:
      FIELD (Ris3Answer, object, field) = is_null                                 ? RIS3_ANSWER_UNKNOWN
                                          : sqlite3_column_int (row, column) != 0 ? RIS3_ANSWER_YES
                                                                                  : RIS3_ANSWER_NO;
      return TRUE;
    case RIS3_FIELD_WORD:
      return read_word (field, row, column, object);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gpointer
ris3_record_read (const Ris3Record *self, sqlite3_stmt *row)
{
  g_autoptr (GObject) object = g_object_new (self->get_type (), NULL);
  gboolean ok = TRUE;

  for (guint i = 0; i < self->n_fields; i++)
    ok &= read_field (&self->fields[i], row, (int) i, object);
  return ok ? g_steal_pointer (&object) : NULL;
}

void
ris3_record_pack_text (const char *text, gssize length, GByteArray *bytes)
{
  if (text == NULL)
    g_byte_array_append (bytes, (const guint8 *) "", 1);
  /* A text of SQLite's ends with a zero byte, and this finds any before. */
  else if (g_utf8_validate (text, length, NULL))
    g_byte_array_append (bytes, (const guint8 *) text, (guint) length + 1);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, length);

      g_byte_array_append (bytes, (const guint8 *) valid, (guint) strlen (valid) + 1);
    }
}

const char *
ris3_record_unpack_text (const guint8 **bytes)
{
  const char *text = (const char *) *bytes;

  *bytes += strlen (text) + 1;
  return text;
}

void
ris3_record_pack (const Ris3Record *self, sqlite3_stmt *row, GByteArray *bytes)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      int column = (int) i;
      gint64 number;

      if (self->fields[i].kind == RIS3_FIELD_TEXT)
        {
          const char *text = (const char *) sqlite3_column_text (row, column);

          ris3_record_pack_text (text, sqlite3_column_bytes (row, column), bytes);
          continue;
        }
      number = sqlite3_column_int64 (row, column);
      if (self->fields[i].kind == RIS3_FIELD_INDEX && sqlite3_column_type (row, column) == SQLITE_NULL)
        number = -1;
      g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
    }
}

void
ris3_record_unpack (const Ris3Record *self, const guint8 **bytes, gpointer object)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const Ris3Field *field = &self->fields[i];
      gint64 number;

      if (field->kind == RIS3_FIELD_TEXT)
        {
          FIELD (char *, object, field) = g_strdup (ris3_record_unpack_text (bytes));
          continue;
        }
      memcpy (&number, *bytes, sizeof number);
      *bytes += sizeof number;
      if (field->kind == RIS3_FIELD_INT64)
        FIELD (gint64, object, field) = number;
      else if (field->kind == RIS3_FIELD_BOOLEAN)
        FIELD (gboolean, object, field) = number != 0;
      else
        FIELD (gint, object, field) = (gint) number;
    }
}

const char *
ris3_record_get_key (const Ris3Record *self, gconstpointer object, char buffer[RIS3_RECORD_KEY_SIZE])
{
  const Ris3Field *key = &self->fields[0];

  if (key->kind == RIS3_FIELD_TEXT)
    return FIELD (char *, object, key);
  g_snprintf (buffer, RIS3_RECORD_KEY_SIZE, "%" G_GINT64_FORMAT, FIELD (gint64, object, key));
  return buffer;
}

static gboolean
equal_field (const Ris3Field *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case RIS3_FIELD_TEXT:
      return g_str_equal (FIELD (char *, a, field), FIELD (char *, b, field));
    case RIS3_FIELD_INT64:
      return FIELD (gint64, a, field) == FIELD (gint64, b, field);
    case RIS3_FIELD_REAL:
      return FIELD (double, a, field) == FIELD (double, b, field)
             || (isnan (FIELD (double, a, field)) && isnan (FIELD (double, b, field)));
    default: /* all as wide as an int */
      return FIELD (gint, a, field) == FIELD (gint, b, field);
    }
}

gboolean
ris3_record_equal (const Ris3Record *self, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (!equal_field (&self->fields[i], a, b))
      return FALSE;
  return TRUE;
}

void
ris3_record_clear (const Ris3Record *self, gpointer object)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].kind == RIS3_FIELD_TEXT)
      g_clear_pointer (&FIELD (char *, object, &self->fields[i]), g_free);
}

/* As SQLite casts it to a text, with which it is compared. */
static char *
dup_real (double number)
{
  char *text = sqlite3_mprintf ("%!.15g", number);
  char *copy = g_strdup (text);

  sqlite3_free (text);
  return copy;
}

char *
ris3_record_dup_value (const Ris3Record *self, gconstpointer object, const char *column)
{
  const Ris3Field *field = NULL;

  for (guint i = 0; i < self->n_fields && field == NULL; i++)
    if (g_str_equal (self->fields[i].column, column))
      field = &self->fields[i];
  if (field == NULL)
    return NULL;
  switch (field->kind)
    {
    case RIS3_FIELD_TEXT:
      return g_strdup (FIELD (char *, object, field));
    case RIS3_FIELD_UINT:
      return FIELD (guint, object, field) == 0 ? g_strdup ("") : g_strdup_printf ("%u", FIELD (guint, object, field));
    case RIS3_FIELD_INT64:
      return FIELD (gint64, object, field) == 0 ? g_strdup ("")
                                                : g_strdup_printf ("%" G_GINT64_FORMAT, FIELD (gint64, object, field));
    case RIS3_FIELD_INDEX:
      return FIELD (gint, object, field) < 0 ? g_strdup ("") : g_strdup_printf ("%d", FIELD (gint, object, field));
    case RIS3_FIELD_REAL:
      return isnan (FIELD (double, object, field)) ? g_strdup ("") : dup_real (FIELD (double, object, field));
    case RIS3_FIELD_BOOLEAN:
      return g_strdup (FIELD (gboolean, object, field) ? "1" : "0");
    case RIS3_FIELD_ANSWER:
      return g_strdup (FIELD (Ris3Answer, object, field) == RIS3_ANSWER_UNKNOWN ? ""
                       : FIELD (Ris3Answer, object, field) == RIS3_ANSWER_YES   ? "1"
                                                                                : "0");
    case RIS3_FIELD_WORD:
      return g_strdup (field->words[FIELD (gint, object, field)]);
    default:
      g_return_val_if_reached (NULL);
    }
}

void
ris3_theme_keys_free (GRefString **keys)
{
  for (GRefString **key = keys; key != NULL && *key != NULL; key++)
    g_ref_string_release (*key);
  g_free (keys);
}
