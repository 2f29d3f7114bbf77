/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of a changeset, as https://sqlite.org/session/changeset.html and sqlite3session.c have it. SQLite takes a
 * changeset at its word: on a malformed one, version 3.40 does not return. So each is looked at first. */

#include "config.h"

#include "model/ris3-change-log-private.h"

#include <string.h>

typedef struct
{
  const guint8 *next;
  const guint8 *end;
  const Ris3KnownTable *table;
} Reader;

static gboolean
skip (Reader *self, guint64 length)
{
  if (length > (guint64) (self->end - self->next))
    return FALSE;
  self->next += length;
  return TRUE;
}

/* SQLite's own numbers: seven bits a byte, the highest first; none here is longer than five. */
static gboolean
read_number (Reader *self, guint64 *number)
{
  *number = 0;
  for (guint i = 0; i < 5 && self->next < self->end; i++)
    {
      guint8 byte = *self->next++;

      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return *number <= G_MAXINT32;
    }
  return FALSE;
}

enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_REAL = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

static gboolean
read_value (Reader *self, guint8 *type)
{
  guint64 length;

  if (self->next == self->end)
    return FALSE;
  *type = *self->next++;
  switch (*type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_REAL:
      return skip (self, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_number (self, &length) && skip (self, length);
    default:
      return FALSE;
    }
}

static gboolean
is_key (const Ris3KnownTable *table, guint column)
{
  for (guint i = 0; i < table->keys->len; i++)
    if (g_array_index (table->keys, guint, i) == column)
      return TRUE;
  return FALSE;
}

/* needs_keys: whether the values that name the row are there; needs_all: and all others too. */
static gboolean
read_record (Reader *self, gboolean needs_keys, gboolean needs_all)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      guint8 type;

      if (!read_value (self, &type) || (needs_all && type == VALUE_UNDEFINED)
          || (needs_keys && is_key (self->table, i) && (type == VALUE_UNDEFINED || type == VALUE_NULL)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_table (Reader *self, const Ris3References *references)
{
  const guint8 *flags;
  const guint8 *name_end;
  guint64 n_columns;

  if (!read_number (self, &n_columns))
    return FALSE;
  flags = self->next;
  if (!skip (self, n_columns))
    return FALSE;
  name_end = memchr (self->next, '\0', (gsize) (self->end - self->next));
  if (name_end == NULL)
    return FALSE;
  self->table = ris3_references_find_table (references, (const char *) self->next);
  if (self->table == NULL || self->table->columns->len != n_columns
      || !ris3_change_log_is_recorded ((const char *) self->next))
    return FALSE;
  self->next = name_end + 1;
  for (guint i = 0; i < n_columns; i++)
    if ((flags[i] != 0) != is_key (self->table, i))
      return FALSE;
  return TRUE;
}

static gboolean
read_row (Reader *self, guint8 operation)
{
  if (self->table == NULL || !skip (self, 1))
    return FALSE;
  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return read_record (self, TRUE, TRUE);
    case SQLITE_UPDATE:
      return read_record (self, TRUE, FALSE) && read_record (self, FALSE, FALSE);
    default:
      return FALSE;
    }
}

gboolean
ris3_changeset_validate (const Ris3Changeset *self, const Ris3References *references, guint *n_rows)
{
  Reader reader = { self->bytes, (const guint8 *) self->bytes + self->size, NULL };

  *n_rows = 0;
  while (reader.next < reader.end)
    {
      guint8 first = *reader.next++;

      if (first == 'T' ? !read_table (&reader, references) : !read_row (&reader, first))
        return FALSE;
      *n_rows += first != 'T';
    }
  return *n_rows > 0;
}
