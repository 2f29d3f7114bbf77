/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-joined-column-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (Ris3JoinedColumn, ris3_joined_column, G_TYPE_OBJECT)

enum
{
  KIND_NUMBER,
  KIND_TEXT,
};

static const char *const kinds[] = { [KIND_NUMBER] = "number", [KIND_TEXT] = "text", NULL };

/* There are at most a few thousand values, and a column is read as a whole. */
#define VALUES                                                                                                         \
  "(SELECT group_concat (line, char (10)) FROM (SELECT v.nuts_version || ' ' || v.region_code || ' '"                  \
  " || ifnull (v.text, printf ('%!.17g', v.number)) AS line FROM joined_value AS v"                                    \
  " WHERE v.column_id = joined_column.id ORDER BY v.nuts_version, v.region_code))"

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3JoinedColumn, id), NULL },
  { "name", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, name), NULL },
  { "kind", RIS3_FIELD_WORD, G_STRUCT_OFFSET (Ris3JoinedColumn, kind), kinds },
  { "unit", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, unit), NULL },
  { "year", RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3JoinedColumn, year), NULL },
  { "nuts_version", RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3JoinedColumn, nuts_version), NULL },
  { "source", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, source), NULL },
  { "source_file", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, source_file), NULL },
  { "source_date", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, source_date), NULL },
  { VALUES, RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3JoinedColumn, values), NULL },
};

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3JoinedColumn *one = a;
  const Ris3JoinedColumn *other = b;
  gint order = strcmp (one->name, other->name);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

const Ris3Record ris3_joined_column_record
    = { "joined_column", fields, G_N_ELEMENTS (fields), ris3_joined_column_get_type, compare };

static void
ris3_joined_column_finalize (GObject *object)
{
  ris3_record_clear (&ris3_joined_column_record, object);
  G_OBJECT_CLASS (ris3_joined_column_parent_class)->finalize (object);
}

static void
ris3_joined_column_class_init (Ris3JoinedColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_joined_column_finalize;
}

static void
ris3_joined_column_init (Ris3JoinedColumn *self)
{
}

gint64
ris3_joined_column_get_id (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), 0);
  return self->id;
}

gboolean
ris3_joined_column_get_is_text (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), FALSE);
  return self->kind == KIND_TEXT;
}

const char *
ris3_joined_column_get_name (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  return self->name;
}

const char *
ris3_joined_column_get_unit (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  return self->unit;
}

guint
ris3_joined_column_get_year (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), 0);
  return self->year;
}

guint
ris3_joined_column_get_nuts_version (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), 0);
  return self->nuts_version;
}

const char *
ris3_joined_column_get_source (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  return self->source;
}

const char *
ris3_joined_column_get_source_file (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  return self->source_file;
}

const char *
ris3_joined_column_get_source_date (Ris3JoinedColumn *self)
{
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  return self->source_date;
}

static void
clear_value (gpointer data)
{
  Ris3JoinedValue *value = data;

  g_free (value->code);
  g_free (value->text);
}

GArray *
ris3_joined_column_list_values (Ris3JoinedColumn *self)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (Ris3JoinedValue));
  g_auto (GStrv) lines = NULL;

  g_array_set_clear_func (values, clear_value);
  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), values);
  lines = g_strsplit (self->values, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      Ris3JoinedValue value = { 0 };

      if (g_strv_length (words) < 3)
        continue;
      value.nuts_version = (guint) g_ascii_strtoull (words[0], NULL, 10);
      value.code = g_strdup (words[1]);
      if (self->kind == KIND_TEXT)
        value.text = g_strdup (words[2]);
      else
        value.number = g_ascii_strtod (words[2], NULL);
      g_array_append_val (values, value);
    }
  return values;
}

char *
ris3_joined_column_describe_source (Ris3JoinedColumn *self)
{
  g_autoptr (GString) words = NULL;
  g_autoptr (GString) file = NULL;

  g_return_val_if_fail (RIS3_IS_JOINED_COLUMN (self), NULL);
  words = g_string_new (self->source);
  file = g_string_new (self->source_file);
  if (self->year > 0)
    g_string_append_printf (words, "%s%u", words->len > 0 ? ", " : "", self->year);
  if (*self->source_date != '\0')
    g_string_append_printf (file, "%s%s", file->len > 0 ? ", " : "", self->source_date);
  if (file->len > 0)
    g_string_append_printf (words, words->len > 0 ? " (%s)" : "%s", file->str);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
