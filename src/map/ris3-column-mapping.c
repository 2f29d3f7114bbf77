/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-column-mapping-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-fold.h"

/* What a heading may have as it is in the text form: all but its own signs. */
#define PLAIN " !\"#$&'()*+,/:<>?@[\\]^`{|}"

Ris3ColumnMapping *
ris3_column_mapping_new (Ris3Exchange table)
{
  Ris3ColumnMapping *self;

  g_return_val_if_fail (table < RIS3_N_EXCHANGES, NULL);
  self = g_new0 (Ris3ColumnMapping, 1);
  self->table = table;
  ris3_exchange_get_columns (table, &self->n_columns);
  self->from = g_new (gint, self->n_columns);
  self->is_sure = g_new0 (gboolean, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->from[i] = -1;
  return self;
}

Ris3ColumnMapping *
ris3_column_mapping_copy (const Ris3ColumnMapping *self)
{
  Ris3ColumnMapping *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = ris3_column_mapping_new (self->table);
  memcpy (copy->from, self->from, self->n_columns * sizeof *self->from);
  memcpy (copy->is_sure, self->is_sure, self->n_columns * sizeof *self->is_sure);
  return copy;
}

void
ris3_column_mapping_free (Ris3ColumnMapping *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->from);
  g_free (self->is_sure);
  g_free (self);
}

Ris3Exchange
ris3_column_mapping_get_table (const Ris3ColumnMapping *self)
{
  g_return_val_if_fail (self != NULL, RIS3_EXCHANGE_STRATEGIES);
  return self->table;
}

gint
ris3_column_mapping_get (const Ris3ColumnMapping *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, -1);
  return self->from[column];
}

void
ris3_column_mapping_set (Ris3ColumnMapping *self, guint column, gint from)
{
  g_return_if_fail (self != NULL && column < self->n_columns);
  for (guint i = 0; from >= 0 && i < self->n_columns; i++)
    if (self->from[i] == from)
      self->from[i] = -1;
  self->from[column] = MAX (from, -1);
  self->is_sure[column] = from >= 0;
}

gboolean
ris3_column_mapping_is_sure (const Ris3ColumnMapping *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);
  return self->from[column] >= 0 && self->is_sure[column];
}

/* Which of the columns with that heading it is, from 1. */
static guint
count_before (Ris3Table *from, guint column)
{
  const char *const *headings = ris3_table_get_columns (from);
  guint n = 1;

  for (guint i = 0; i < column; i++)
    n += g_str_equal (headings[i], headings[column]);
  return n;
}

char *
ris3_column_mapping_to_text (const Ris3ColumnMapping *self, Ris3Table *from)
{
  GString *text;
  const Ris3ExchangeColumn *columns;
  gboolean is_first = TRUE;

  g_return_val_if_fail (self != NULL && from != NULL, NULL);
  text = g_string_new (ris3_exchange_get_name (self->table));
  columns = ris3_exchange_get_columns (self->table, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n;

      if (self->from[i] < 0 || (guint) self->from[i] >= ris3_table_get_n_columns (from))
        continue;
      g_string_append_printf (text, "%s%s=", is_first ? " " : ";", columns[i].name);
      g_string_append_uri_escaped (text, ris3_table_get_columns (from)[self->from[i]], PLAIN, TRUE);
      n = count_before (from, (guint) self->from[i]);
      if (n > 1)
        g_string_append_printf (text, "=%u", n);
      is_first = FALSE;
    }
  return g_string_free (text, FALSE);
}

/* n: of several with that heading. Exact, else but for case, accents and punctuation. */
static gint
find_heading (Ris3Table *from, const char *heading, guint64 n)
{
  const char *const *headings = ris3_table_get_columns (from);
  g_autofree char *folded = ris3_fold (heading);
  guint64 left = n;

  for (guint i = 0; i < ris3_table_get_n_columns (from); i++)
    if (g_str_equal (headings[i], heading) && --left == 0)
      return (gint) i;
  for (guint i = 0; *folded != '\0' && i < ris3_table_get_n_columns (from); i++)
    {
      g_autofree char *other = ris3_fold (headings[i]);

      if (g_str_equal (other, folded) && --n == 0)
        return (gint) i;
    }
  return -1;
}

static gboolean
apply_one (Ris3ColumnMapping *self, const char *text, Ris3Table *from, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 3);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  gint column, found = -1;

  if (parts[0] == NULL || parts[1] == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” does not say which column is which. Write it like “%s”."), text, "title=Titel");
      return FALSE;
    }
  name = g_strstrip (g_strdup (parts[0]));
  column = ris3_exchange_find_column (self->table, name);
  if (column < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The table “%s” has no column “%s”. Correct the name."), ris3_exchange_get_title (self->table),
                   name);
      return FALSE;
    }
  if (*parts[1] != '\0')
    {
      guint64 n = parts[2] != NULL ? g_ascii_strtoull (parts[2], NULL, 10) : 1;

      heading = g_uri_unescape_string (parts[1], NULL);
      if (heading != NULL)
        found = find_heading (from, heading, n);
      if (found < 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The file has no column “%s”. Correct the heading."), parts[1]);
          return FALSE;
        }
    }
  ris3_column_mapping_set (self, (guint) column, found);
  return TRUE;
}

gboolean
ris3_column_mapping_apply (Ris3ColumnMapping *self, const char *text, Ris3Table *from, GError **error)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && from != NULL, FALSE);
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !apply_one (self, parts[i], from, error))
      return FALSE;
  return TRUE;
}

Ris3ColumnMapping *
ris3_column_mapping_from_text (const char *text, Ris3Table *from)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (Ris3ColumnMapping) self = NULL;
  Ris3Exchange table;

  g_return_val_if_fail (text != NULL && from != NULL, NULL);
  parts = g_strsplit (text, " ", 2);
  if (parts[0] == NULL || !ris3_exchange_from_name (parts[0], &table))
    return NULL;
  self = ris3_column_mapping_new (table);
  if (parts[1] != NULL && !ris3_column_mapping_apply (self, parts[1], from, NULL))
    return NULL;
  return g_steal_pointer (&self);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
ris3_column_mapping_dup_headings_key (Ris3Table *from)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (from != NULL, NULL);
  for (guint i = 0; i < ris3_table_get_n_columns (from); i++)
    g_ptr_array_add (headings, (gpointer) ris3_table_get_columns (from)[i]);
  g_ptr_array_sort (headings, compare_texts);
  for (guint i = 0; i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);

      g_checksum_update (checksum, (const guchar *) heading, (gssize) strlen (heading) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

char *
ris3_column_mapping_dup_warning (const Ris3ColumnMapping *self)
{
  const Ris3ExchangeColumn *columns;
  g_autoptr (GString) missing = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  columns = ris3_exchange_get_columns (self->table, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    if (columns[i].is_needed && self->from[i] < 0)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", _ (columns[i].title));
  if (missing->len == 0 || self->from[0] < 0)
    return NULL;
  /* Translators: names of columns */
  return g_strdup_printf (
      _ ("The file has no column for: %s. Rows that are in the atlas can be changed without, but new "
         "rows will be refused."),
      missing->str);
}

char *
ris3_column_mapping_dup_problem (const Ris3ColumnMapping *self)
{
  const Ris3ExchangeColumn *columns;
  gboolean is_empty = TRUE;

  g_return_val_if_fail (self != NULL, NULL);
  columns = ris3_exchange_get_columns (self->table, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    is_empty = is_empty && self->from[i] < 0;
  if (is_empty)
    return g_strdup_printf (_ ("No column of the file is one of the table “%s”. Say which is which."),
                            ris3_exchange_get_title (self->table));
  /* With its key, a row that is in the atlas can be changed by a few columns. */
  if (self->from[0] >= 0)
    return NULL;
  for (guint i = 0; i < self->n_columns; i++)
    if (columns[i].is_needed && self->from[i] < 0)
      /* Translators: a column that is needed, and the table: “Title”, “Strategies” */
      return g_strdup_printf (
          _ ("No column of the file is “%s”, without which a row of “%s” cannot be new. Choose one."),
          _ (columns[i].title), ris3_exchange_get_title (self->table));
  return NULL;
}
