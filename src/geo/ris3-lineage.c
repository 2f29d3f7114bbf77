/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-private.h"
#include "geo/ris3-lineage.h"

#define LINEAGE_LAYER "lineage"

struct _Ris3Lineage
{
  gatomicrefcount ref_count;
  guint from_version;
  guint to_version;
  GStringChunk *strings;
  GArray *rows; /* Ris3LineageRow, sorted by from_code, to_code */
};

static const char *const kind_names[] = {
  [RIS3_LINEAGE_SAME] = "same",   [RIS3_LINEAGE_RENAMED] = "renamed", [RIS3_LINEAGE_RECODED] = "recoded",
  [RIS3_LINEAGE_SPLIT] = "split", [RIS3_LINEAGE_MERGED] = "merged",
};

enum
{
  FIELD_FROM_CODE,
  FIELD_TO_CODE,
  FIELD_KIND,
  FIELD_SHARE_OF_FROM,
  FIELD_SHARE_OF_TO,
  N_FIELDS
};

static const char *const field_names[N_FIELDS] = { "from_code", "to_code", "kind", "share_of_from", "share_of_to" };

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

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Ris3LineageRow *row_a = a, *row_b = b;
  int order = strcmp (row_a->from_code, row_b->from_code);

  return order != 0 ? order : strcmp (row_a->to_code, row_b->to_code);
}

static gboolean
read_row (Ris3Lineage *self, OGRFeatureH feature, const int fields[N_FIELDS], GError **error)
{
  const char *kind = OGR_F_GetFieldAsString (feature, fields[FIELD_KIND]);
  Ris3LineageRow row = {
    .from_code = g_string_chunk_insert_const (self->strings, OGR_F_GetFieldAsString (feature, fields[FIELD_FROM_CODE])),
    .to_code = g_string_chunk_insert_const (self->strings, OGR_F_GetFieldAsString (feature, fields[FIELD_TO_CODE])),
    .share_of_from = OGR_F_GetFieldAsDouble (feature, fields[FIELD_SHARE_OF_FROM]),
    .share_of_to = OGR_F_GetFieldAsDouble (feature, fields[FIELD_SHARE_OF_TO]),
  };

  if (!ris3_lineage_kind_from_string (kind, &row.kind) || *row.from_code == '\0' || *row.to_code == '\0'
      || !(row.share_of_from >= 0 && row.share_of_from <= 1) || !(row.share_of_to >= 0 && row.share_of_to <= 1))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("Row %" G_GINT64_FORMAT " of the lineage table makes no sense (%s, “%s”)"),
                   (gint64) OGR_F_GetFID (feature), row.from_code, kind);
      return FALSE;
    }
  g_array_append_val (self->rows, row);

  return TRUE;
}

static gboolean
read_rows (Ris3Lineage *self, OGRLayerH layer, GCancellable *cancellable, GError **error)
{
  g_autofree char *filter
      = g_strdup_printf ("from_version = %u AND to_version = %u", self->from_version, self->to_version);
  int fields[N_FIELDS];

  for (gsize i = 0; i < N_FIELDS; i++)
    if ((fields[i] = ris3_gdal_find_field (layer, field_names[i], error)) < 0)
      return FALSE;
  OGR_L_SetAttributeFilter (layer, filter);

  for (;;)
    {
      g_auto (OGRFeatureH) feature = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        break;
      if (!read_row (self, feature, fields, error))
        return FALSE;
    }

  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read the layer “%s”: %s"), LINEAGE_LAYER,
                   ris3_gdal_message ());
      return FALSE;
    }
  g_array_sort (self->rows, compare_rows);

  return TRUE;
}

Ris3Lineage *
ris3_lineage_load (const char *path, guint from_version, guint to_version, GCancellable *cancellable, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = FALSE;
  g_auto (GDALDatasetH) dataset = NULL;
  g_autoptr (Ris3Lineage) self = NULL;
  OGRLayerH layer;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (Ris3Lineage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->from_version = from_version;
  self->to_version = to_version;
  self->strings = g_string_chunk_new (16384);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Ris3LineageRow));
  if (from_version == to_version)
    return g_steal_pointer (&self);

  quiet = ris3_gdal_quiet ();
  dataset = ris3_gdal_open (path, error);
  if (dataset == NULL)
    return NULL;
  layer = GDALDatasetGetLayerByName (dataset, LINEAGE_LAYER);
  if (layer != NULL && !read_rows (self, layer, cancellable, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” does not tell what became of the regions of NUTS %u in NUTS %u"), path, from_version,
                   to_version);
      return NULL;
    }

  return g_steal_pointer (&self);
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
  g_string_chunk_free (self->strings);
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
