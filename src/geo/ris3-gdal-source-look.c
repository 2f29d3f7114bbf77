/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "geo/ris3-gdal-source-private.h"

/* Features that a look reads. */
#define N_LOOKED_AT 500
#define N_SAMPLES 3
#define MAX_COLUMNS 500
/* Of a sample, in characters. */
#define MAX_SAMPLE 60

typedef struct
{
  GStrvBuilder *samples;
  guint n_samples;
  GHashTable *seen;
  guint n_values;
  guint n_empty;
  guint n_codes;
} Study;

static void
column_free (gpointer data)
{
  Ris3BoundaryColumn *self = data;

  g_free (self->name);
  g_strfreev (self->samples);
  g_free (self);
}

static void
layer_free (gpointer data)
{
  Ris3BoundaryLayer *self = data;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->crs);
  g_free (self);
}

static gboolean
looks_like_code (const char *text)
{
  gsize length = strlen (text);

  return length >= 2 && length <= 20 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && (length == 2 || strcspn (text, "0123456789_") < length)
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == length;
}

static void
study_value (Study *self, OGRFeatureH feature, int field)
{
  const char *value = OGR_F_IsFieldSetAndNotNull (feature, field) ? OGR_F_GetFieldAsString (feature, field) : "";
  g_autofree char *valid = NULL;

  if (*value == '\0')
    {
      self->n_empty++;
      return;
    }
  valid = g_utf8_make_valid (value, (gssize) strnlen (value, 4096));
  self->n_values++;
  self->n_codes += looks_like_code (valid);
  if (!g_hash_table_add (self->seen, g_strdup (valid)) || self->n_samples == N_SAMPLES)
    return;
  if (g_utf8_strlen (valid, -1) > MAX_SAMPLE)
    {
      g_autofree char *begin = g_utf8_substring (valid, 0, MAX_SAMPLE);
      g_autofree char *shown = g_strconcat (begin, "…", NULL);

      g_strv_builder_add (self->samples, shown);
    }
  else
    g_strv_builder_add (self->samples, valid);
  self->n_samples++;
}

static char *
describe_srs (OGRSpatialReferenceH srs)
{
  const char *authority = OSRGetAuthorityName (srs, NULL);
  const char *code = OSRGetAuthorityCode (srs, NULL);
  const char *name = OSRGetName (srs);

  if (authority != NULL && code != NULL)
    return g_strdup_printf ("%s:%s (%s)", authority, code, name != NULL ? name : "");
  return g_strdup (name != NULL ? name : "");
}

static void
study_layer (OGRLayerH layer, Study *studies, int n_fields, GCancellable *cancellable)
{
  OGR_L_ResetReading (layer);
  for (guint i = 0; i < N_LOOKED_AT && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);

      if (feature == NULL)
        break;
      for (int field = 0; field < n_fields; field++)
        study_value (&studies[field], feature, field);
    }
}

static Ris3BoundaryLayer *
look_at_layer (OGRLayerH layer, GCancellable *cancellable)
{
  Ris3BoundaryLayer *self = g_new0 (Ris3BoundaryLayer, 1);
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);
  OGRwkbGeometryType type = wkbFlatten (OGR_L_GetGeomType (layer));
  int n_fields = MIN (OGR_FD_GetFieldCount (definition), MAX_COLUMNS);
  g_autofree Study *studies = g_new0 (Study, (gsize) n_fields + 1);

  self->name = g_utf8_make_valid (OGR_L_GetName (layer), -1);
  self->n_features = OGR_L_GetFeatureCount (layer, TRUE);
  self->has_areas = type == wkbPolygon || type == wkbMultiPolygon || type == wkbCurvePolygon || type == wkbMultiSurface
                    || type == wkbUnknown || type == wkbGeometryCollection;
  if (ris3_gdal_source_get_srs (layer) != NULL)
    self->crs = describe_srs (ris3_gdal_source_get_srs (layer));
  self->columns = g_ptr_array_new_with_free_func (column_free);
  for (int i = 0; i < n_fields; i++)
    {
      studies[i].samples = g_strv_builder_new ();
      studies[i].seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  study_layer (layer, studies, n_fields, cancellable);
  for (int i = 0; i < n_fields; i++)
    {
      Ris3BoundaryColumn *column = g_new0 (Ris3BoundaryColumn, 1);

      column->name = g_utf8_make_valid (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i)), -1);
      column->samples = g_strv_builder_end (studies[i].samples);
      column->is_unique = studies[i].n_values > 0 && studies[i].n_empty == 0
                          && g_hash_table_size (studies[i].seen) == studies[i].n_values;
      column->looks_like_code = studies[i].n_values > 0 && studies[i].n_codes * 10 >= studies[i].n_values * 9;
      g_ptr_array_add (self->columns, column);
      g_strv_builder_unref (studies[i].samples);
      g_hash_table_unref (studies[i].seen);
    }
  return self;
}

Ris3BoundarySource *
ris3_gdal_source_look (const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3BoundarySource) self = g_new0 (Ris3BoundarySource, 1);
  g_auto (GDALDatasetH) dataset = NULL;
  const char *format = NULL;

  self->layers = g_ptr_array_new_with_free_func (layer_free);
  dataset = ris3_gdal_source_open (path, &format, error);
  if (dataset == NULL)
    return NULL;
  self->format = g_strdup (format);
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    g_ptr_array_add (self->layers, look_at_layer (GDALDatasetGetLayer (dataset, i), cancellable));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->layers->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("There is no layer in “%s”. Choose another file."),
               path);
  return NULL;
}
