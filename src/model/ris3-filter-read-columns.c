/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The facets of an index, as they are read. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#include <string.h>

static void
facet_rows_clear (gpointer data)
{
  Ris3FacetRows *value = data;

  g_free (value->id);
  g_free (value->title);
  g_free (value->rows);
}

void
_ris3_column_init (Ris3FilterColumn *self)
{
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_array_new (FALSE, TRUE, sizeof (Ris3FacetRows));
  g_array_set_clear_func (self->values, facet_rows_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

guint
_ris3_column_need (Ris3FilterColumn *self, Ris3Facet facet, const char *id, const char *title)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id));
  Ris3FacetRows value = { .id = NULL };

  if (place > 0)
    return place - 1;
  value.id = g_strdup (id);
  value.title = g_strdup (title != NULL ? title : ris3_facet_get_value_title (facet, id));
  g_array_append_val (self->values, value);
  g_ptr_array_add (self->rows, g_array_new (FALSE, FALSE, sizeof (guint32)));
  g_hash_table_insert (self->places, value.id, GUINT_TO_POINTER (self->values->len));
  return self->values->len - 1;
}

void
_ris3_column_add (Ris3FilterColumn *self, guint value, guint32 row)
{
  GArray *rows = g_ptr_array_index (self->rows, value);

  g_array_append_val (rows, row);
}

void
_ris3_filter_reader_add (Ris3FilterReader *self, Ris3Facet facet, const char *id, guint32 row)
{
  Ris3FilterColumn *column = &self->columns[facet];

  _ris3_column_add (column, _ris3_column_need (column, facet, id, NULL), row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static int
compare_by_id (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ris3FacetRows *) a)->id, ((const Ris3FacetRows *) b)->id);
}

static int
compare_by_title (gconstpointer a, gconstpointer b)
{
  const Ris3FacetRows *left = a, *right = b;
  int order = g_str_equal (left->id, RIS3_FILTER_NO_LANGUAGE) - g_str_equal (right->id, RIS3_FILTER_NO_LANGUAGE);

  if (order == 0)
    order = g_utf8_collate (left->title, right->title);
  return order != 0 ? order : strcmp (left->id, right->id);
}

void
_ris3_filter_finish_facets (Ris3FilterReader *self)
{
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      GArray *values = self->columns[i].values;

      for (guint j = 0; j < values->len; j++)
        {
          Ris3FacetRows *value = &g_array_index (values, Ris3FacetRows, j);
          GArray *rows = g_ptr_array_index (self->columns[i].rows, j);

          g_array_sort (rows, compare_rows);
          for (guint k = 0; k < rows->len; k++)
            if (k == 0 || g_array_index (rows, guint32, k) != g_array_index (rows, guint32, value->n_rows - 1))
              g_array_index (rows, guint32, value->n_rows++) = g_array_index (rows, guint32, k);
          value->rows = (guint32 *) (void *) g_array_steal (rows, NULL);
        }
      if (i == RIS3_FACET_PERIOD)
        g_array_sort (values, compare_by_id);
      else if (ris3_facet_get_fixed_values (i) == NULL && i != RIS3_FACET_THEME)
        g_array_sort (values, compare_by_title);
      self->index->facets[i] = g_array_ref (values);
    }
}
