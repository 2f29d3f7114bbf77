/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-columns-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-joined-column.h"

struct _Ris3RegionColumns
{
  Ris3Geodata *geodata;
  Ris3Boundaries *boundaries;
  GHashTable *by_name; /* of Column */
};

typedef struct
{
  GHashTable *values; /* double by the index of the region */
  char *unit;
  char *source;
  guint n_elsewhere; /* values of regions that are not in the boundaries */
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_hash_table_unref (column->values);
  g_free (column->unit);
  g_free (column->source);
  g_free (column);
}

Ris3RegionColumns *
_ris3_region_columns_new (Ris3Geodata *geodata)
{
  Ris3RegionColumns *self = g_new0 (Ris3RegionColumns, 1);

  self->geodata = geodata;
  self->boundaries = ris3_geodata_get_boundaries (geodata);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, column_free);
  return self;
}

void
_ris3_region_columns_free (Ris3RegionColumns *self)
{
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/* The region of the boundaries that is the one with that code: what was split, merged or redrawn is another one, whose
 * value nobody has counted. -1: none. */
static gint
find_same (Ris3RegionColumns *self, guint nuts_version, const char *code)
{
  Ris3Lineage *lineage;
  const Ris3LineageRow *rows;
  guint n_rows;

  if (nuts_version == ris3_boundaries_get_nuts_version (self->boundaries))
    return ris3_boundaries_find (self->boundaries, code);
  lineage = ris3_geodata_get_lineage (self->geodata, nuts_version);
  if (lineage == NULL)
    return -1;
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].kind <= RIS3_LINEAGE_RECODED)
      return ris3_boundaries_find (self->boundaries, rows[i].to_code);
  return -1;
}

/* own: those of the version of the boundaries, which come before others, and newer ones before older ones */
static void
read_values (Ris3RegionColumns *self, Column *column, GArray *values, gboolean own)
{
  for (guint i = values->len; i-- > 0;)
    {
      const Ris3JoinedValue *value = &g_array_index (values, Ris3JoinedValue, i);
      double number = value->text != NULL ? (double) g_quark_from_string (value->text) : value->number;
      gint region;

      if ((value->nuts_version == ris3_boundaries_get_nuts_version (self->boundaries)) != own)
        continue;
      region = find_same (self, value->nuts_version, value->code);
      if (region < 0)
        column->n_elsewhere++;
      else if (!g_hash_table_contains (column->values, GINT_TO_POINTER (region)))
        g_hash_table_insert (column->values, GINT_TO_POINTER (region), g_memdup2 (&number, sizeof number));
    }
}

void
_ris3_region_columns_read (Ris3RegionColumns *self, GListModel *columns)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (Ris3JoinedColumn) joined = g_list_model_get_item (columns, i);
      g_autoptr (GArray) values = ris3_joined_column_list_values (joined);
      Column *column = g_new0 (Column, 1);

      column->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      column->unit = g_strdup (ris3_joined_column_get_unit (joined));
      column->source = ris3_joined_column_describe_source (joined);
      read_values (self, column, values, TRUE);
      read_values (self, column, values, FALSE);
      g_hash_table_insert (self->by_name, g_strdup (ris3_joined_column_get_name (joined)), column);
    }
}

gboolean
_ris3_region_columns_get (Ris3RegionColumns *self, guint region, const char *column, double *number)
{
  Column *found = g_hash_table_lookup (self->by_name, column);
  const double *value = found != NULL ? g_hash_table_lookup (found->values, GUINT_TO_POINTER (region)) : NULL;

  if (value != NULL)
    *number = *value;
  return value != NULL;
}

const char *
_ris3_region_columns_get_unit (Ris3RegionColumns *self, const char *column)
{
  Column *found = g_hash_table_lookup (self->by_name, column);

  return found != NULL ? found->unit : "";
}

#define MAX_LEVELS 6

/* "0: 30, 2: 240" */
static char *
list_levels (Ris3RegionColumns *self, Column *column)
{
  guint n_of[MAX_LEVELS] = { 0 };
  g_autoptr (GString) list = g_string_new (NULL);
  GHashTableIter iter;
  gpointer region;

  g_hash_table_iter_init (&iter, column->values);
  while (g_hash_table_iter_next (&iter, &region, NULL))
    n_of[MIN (ris3_boundaries_get_region (self->boundaries, GPOINTER_TO_UINT (region))->level, MAX_LEVELS - 1)]++;
  for (guint level = 0; level < MAX_LEVELS; level++)
    if (n_of[level] > 0)
      g_string_append_printf (list, "%s%u: %'u", list->len > 0 ? ", " : "", level, n_of[level]);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
_ris3_region_columns_describe (Ris3RegionColumns *self, const char *column)
{
  Column *found = g_hash_table_lookup (self->by_name, column);
  g_autoptr (GString) words = NULL;
  g_autofree char *levels = NULL;

  if (found == NULL)
    return NULL;
  words = g_string_new (NULL);
  levels = list_levels (self, found);
  if (*levels == '\0')
    g_string_append (words, _ ("The table has no value for these boundaries."));
  else
    /* Translators: how many values there are on each level: “0: 30, 2: 240” */
    g_string_append_printf (words, _ ("A value is that of exactly its own region. Values by level: %s."), levels);
  if (found->n_elsewhere > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%'u value is of a region that these boundaries lack.",
                                           "%'u values are of regions that these boundaries lack.", found->n_elsewhere),
                              found->n_elsewhere);
    }
  if (*found->source != '\0')
    {
      g_string_append_c (words, '\n');
      /* Translators: who is to be credited for numbers. */
      g_string_append_printf (words, C_ ("column", "Source: %s"), found->source);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
