/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-lineage-private.h"

struct _Ris3Lineage
{
  gatomicrefcount ref_count;
  guint from_version;
  guint to_version;
  GBytes *strings; /* memory of the codes */
  GArray *rows;    /* Ris3LineageRow, sorted by from_code, to_code */
};

static const char *const kind_names[] = {
  [RIS3_LINEAGE_SAME] = "same",   [RIS3_LINEAGE_RENAMED] = "renamed", [RIS3_LINEAGE_RECODED] = "recoded",
  [RIS3_LINEAGE_SPLIT] = "split", [RIS3_LINEAGE_MERGED] = "merged",
};

const char *
ris3_lineage_kind_to_string (Ris3LineageKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

gboolean
ris3_lineage_kind_from_string (const char *text, Ris3LineageKind *kind)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (text, kind_names[i]) == 0)
      {
        *kind = (Ris3LineageKind) i;
        return TRUE;
      }

  return FALSE;
}

int
ris3_lineage_compare_rows (gconstpointer a, gconstpointer b)
{
  const Ris3LineageRow *row_a = a, *row_b = b;
  int order = strcmp (row_a->from_code, row_b->from_code);

  return order != 0 ? order : strcmp (row_a->to_code, row_b->to_code);
}

Ris3Lineage *
ris3_lineage_new (guint from_version, guint to_version, GBytes *strings, GArray *rows)
{
  Ris3Lineage *self = g_new0 (Ris3Lineage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->from_version = from_version;
  self->to_version = to_version;
  self->strings = strings;
  self->rows = rows;

  return self;
}

const Ris3LineageRow *
ris3_lineage_get_rows (Ris3Lineage *self, guint *n_rows)
{
  *n_rows = self->rows->len;

  return (const Ris3LineageRow *) (gpointer) self->rows->data;
}

Ris3Lineage *
ris3_lineage_ref (Ris3Lineage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ris3_lineage_unref (Ris3Lineage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->rows);
  g_bytes_unref (self->strings);
  g_free (self);
}

guint
ris3_lineage_get_from_version (Ris3Lineage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->from_version;
}

guint
ris3_lineage_get_to_version (Ris3Lineage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->to_version;
}

/* The first row whose from_code does not come before code. */
static guint
find_first (const Ris3LineageRow *rows, guint n_rows, const char *code)
{
  guint low = 0, high = n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (rows[middle].from_code, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const Ris3LineageRow *
ris3_lineage_lookup (Ris3Lineage *self, const char *from_code, guint *n_rows)
{
  const Ris3LineageRow *rows;
  guint first, end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from_code != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  rows = (const Ris3LineageRow *) (gpointer) self->rows->data;
  first = find_first (rows, self->rows->len, from_code);
  for (end = first; end < self->rows->len && strcmp (rows[end].from_code, from_code) == 0;)
    end++;
  *n_rows = end - first;

  return *n_rows > 0 ? rows + first : NULL;
}
