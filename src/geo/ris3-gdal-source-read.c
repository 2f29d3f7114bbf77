/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-gdal-source-private.h"

#define MAX_AREAS 1000000
#define MAX_CODE 64
#define MAX_NAME 500
/* What has no code of NUTS is finer, unless it says its level: LAU. */
#define FINER_LEVEL 4

typedef struct
{
  const Ris3BoundaryMapping *mapping;
  Ris3BoundaryReport *report;
  Ris3GeoProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  GPtrArray *areas; /* Ris3OwnArea */
  GPtrArray *layer_names;
  Ris3AreaReader reader;
  const char *preset_crs;            /* of what does not say it; NULL: it must be given */
  gboolean has_count;                /* a layer says how many features it must have */
  gint64 n_features;                 /* of all layers */
  int fields[RIS3_N_BOUNDARY_ROLES]; /* of the layer; -1: none */
  int level;                         /* of all areas, -1 where a column or the code says it */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->layer_names, g_ptr_array_unref);
  g_clear_pointer (&self->reader.builder, ris3_shapes_builder_free);
  g_clear_pointer (&self->reader.x, g_array_unref);
  g_clear_pointer (&self->reader.y, g_array_unref);
  g_clear_pointer (&self->reader.ring, g_array_unref);
  g_clear_pointer (&self->reader.transform, OCTDestroyCoordinateTransformation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* NULL for an empty one. (transfer full) */
static char *
get_text (OGRFeatureH feature, int field, guint most)
{
  g_autofree char *valid = NULL;
  const char *value;

  if (field < 0 || !OGR_F_IsFieldSetAndNotNull (feature, field))
    return NULL;
  value = OGR_F_GetFieldAsString (feature, field);
  valid = g_utf8_make_valid (value, (gssize) strnlen (value, 4 * (gsize) most));
  g_strstrip (valid);
  if (*valid == '\0')
    return NULL;
  return g_utf8_strlen (valid, -1) > most ? g_utf8_substring (valid, 0, most) : g_steal_pointer (&valid);
}

static gboolean
fail (const Ris3OwnArea *area, const char *words, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, area->row);

  /* Translators: a row, the layer, and a sentence. */
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Row %s of “%s”: %s"), row, area->layer, words);
  return FALSE;
}

static gboolean
read_level (Reading *self, OGRFeatureH feature, Ris3OwnArea *area, GError **error)
{
  g_autofree char *text = get_text (feature, self->fields[RIS3_BOUNDARY_LEVEL], 20);
  guint64 level;

  if (self->level >= 0)
    area->level = (guint) self->level;
  else if (text == NULL)
    area->level = ris3_own_code_is_nuts (area->code) ? (guint) strlen (area->code) - 2 : FINER_LEVEL;
  else if (g_ascii_string_to_unsigned (text, 10, 0, RIS3_BOUNDARIES_MAX_LEVEL, &level, NULL))
    area->level = (guint) level;
  else
    return fail (area, _ ("the level is not a number from 0 to 5. Choose another column, or none."), error);
  return TRUE;
}

static gboolean
has_controls (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
read_area (Reading *self, OGRFeatureH feature, const char *layer, gint64 row, GError **error)
{
  Ris3OwnArea *area = g_new0 (Ris3OwnArea, 1);

  area->layer = layer;
  area->row = row;
  area->code = get_text (feature, self->fields[RIS3_BOUNDARY_CODE], MAX_CODE + 1);
  self->report->n_read++;
  if (area->code == NULL)
    {
      ris3_boundary_report_add (self->report, RIS3_BOUNDARY_NO_CODE, area);
      ris3_own_area_free (area);
      return TRUE;
    }
  g_ptr_array_add (self->areas, area);
  if (g_utf8_strlen (area->code, -1) > MAX_CODE || has_controls (area->code))
    return fail (area, _ ("what is in the column of the codes is too long for a code. Choose another column."), error);
  area->name = get_text (feature, self->fields[RIS3_BOUNDARY_NAME], MAX_NAME);
  if (area->name == NULL)
    area->name = g_strdup (area->code);
  area->name_latin = get_text (feature, self->fields[RIS3_BOUNDARY_NAME_LATIN], MAX_NAME);
  area->country = get_text (feature, self->fields[RIS3_BOUNDARY_COUNTRY], MAX_CODE);
  area->parent = get_text (feature, self->fields[RIS3_BOUNDARY_PARENT], MAX_CODE);
  return read_level (self, feature, area, error)
         && ris3_area_reader_add (&self->reader, OGR_F_GetGeometryRef (feature), area, self->report, error);
}

static gboolean
find_fields (Reading *self, OGRLayerH layer, const char *layer_name, GError **error)
{
  guint64 level;

  self->level = -1;
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    {
      const char *name = role == RIS3_BOUNDARY_LEVEL ? ris3_boundary_mapping_get_level (self->mapping, layer_name)
                                                     : self->mapping->columns[role];

      self->fields[role] = -1;
      if (name == NULL)
        continue;
      self->fields[role] = OGR_FD_GetFieldIndex (OGR_L_GetLayerDefn (layer), name);
      if (self->fields[role] >= 0)
        continue;
      if (role == RIS3_BOUNDARY_LEVEL
          && g_ascii_string_to_unsigned (name, 10, 0, RIS3_BOUNDARIES_MAX_LEVEL, &level, NULL))
        {
          self->level = (int) level;
          continue;
        }
      if (role == RIS3_BOUNDARY_LEVEL && g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT, NULL, NULL))
        {
          g_set_error (
              error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
              _ ("There is no level %s. Give one from 0 (countries) to 3 (NUTS 3), or 4 or 5 for finer areas."), name);
          return FALSE;
        }
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("The layer “%s” has no column “%s”. Choose one that it has, or other layers."),
                   OGR_L_GetName (layer), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
make_transform (Reading *self, OGRLayerH layer, GError **error)
{
  g_auto (Ris3Srs) degrees = OSRNewSpatialReference (NULL);
  g_auto (Ris3Srs) srs = NULL;
  OGRSpatialReferenceH own = ris3_gdal_source_get_srs (layer);

  g_clear_pointer (&self->reader.transform, OCTDestroyCoordinateTransformation);
  if (self->mapping->crs != NULL || (own == NULL && self->preset_crs != NULL))
    {
      srs = ris3_gdal_read_srs (self->mapping->crs != NULL ? self->mapping->crs : self->preset_crs, error);
      if (srs == NULL)
        return FALSE;
      OSRSetAxisMappingStrategy (srs, OAMS_TRADITIONAL_GIS_ORDER);
    }
  else if (own != NULL)
    srs = OSRClone (own);
  if (srs == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("The layer “%s” does not say which coordinate system it is in. Give one, such as EPSG:4326 for "
                      "degrees or EPSG:3035 for metres."),
                   OGR_L_GetName (layer));
      return FALSE;
    }
  self->reader.is_in_degrees = OSRIsGeographic (srs);
  OSRImportFromEPSG (degrees, 4326);
  OSRSetAxisMappingStrategy (degrees, OAMS_TRADITIONAL_GIS_ORDER);
  self->reader.transform = OCTNewCoordinateTransformation (srs, degrees);
  if (self->reader.transform != NULL)
    return TRUE;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("The coordinate system of the layer “%s” cannot be used: %s. Give another one, such as EPSG:3035."),
               OGR_L_GetName (layer), ris3_gdal_message ());
  return FALSE;
}

static gboolean
read_layer (Reading *self, OGRLayerH layer, GError **error)
{
  char *name = g_utf8_make_valid (OGR_L_GetName (layer), -1);

  g_ptr_array_add (self->layer_names, name);
  if (!find_fields (self, layer, name, error) || !make_transform (self, layer, error))
    return FALSE;
  OGR_L_ResetReading (layer);
  for (gint64 row = 1;; row++)
    {
      g_auto (OGRFeatureH) feature = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      CPLErrorReset ();
      feature = OGR_L_GetNextFeature (layer);
      /* Only this tells a broken file from the end of the rows. */
      if (CPLGetLastErrorType () >= CE_Failure)
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read the layer “%s”: %s"), name,
                       ris3_gdal_message ());
          return FALSE;
        }
      /* A FlatGeobuf that is cut short just ends; its header says how many there should be. */
      if (feature == NULL && self->has_count && row <= OGR_L_GetFeatureCount (layer, FALSE))
        {
          g_set_error (
              error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
              _ ("The layer “%s” ends too early: the file is cut short. Get it again, or choose another file."), name);
          return FALSE;
        }
      if (feature == NULL)
        break;
      if (!read_area (self, feature, name, row, error))
        return FALSE;
      if (self->areas->len > MAX_AREAS)
        {
          g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                       _ ("“%s” has more than a million areas. Choose fewer layers, or wider areas."), name);
          return FALSE;
        }
      if (self->progress != NULL && row % 256 == 0)
        self->progress (MIN (0.9 * self->report->n_read / MAX (self->n_features, 1), 0.9), self->user_data);
    }
  return TRUE;
}

static gboolean
is_area_layer (OGRLayerH layer)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_L_GetGeomType (layer));

  return type == wkbPolygon || type == wkbMultiPolygon || type == wkbCurvePolygon || type == wkbMultiSurface
         || type == wkbUnknown || type == wkbGeometryCollection;
}

/* exactly: levels are looked up by the names of layers, where GDAL would find “NUTS” for “nuts” */
static OGRLayerH
find_layer (GDALDatasetH dataset, const char *name, gboolean exactly, GError **error)
{
  OGRLayerH layer = GDALDatasetGetLayerByName (dataset, name);

  if (layer != NULL && (!exactly || g_str_equal (OGR_L_GetName (layer), name)))
    return layer;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
               _ ("There is no layer “%s” in the file. Choose one that it has."), name);
  return NULL;
}

static gboolean
check_levels (Reading *self, GDALDatasetH dataset, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  if (self->mapping->levels == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->mapping->levels);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (find_layer (dataset, name, TRUE, error) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
collect_layers (Reading *self, GDALDatasetH dataset, GPtrArray *layers, GError **error)
{
  char **names = self->mapping->layers;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      OGRLayerH layer = find_layer (dataset, names[i], FALSE, error);

      if (layer == NULL)
        return FALSE;
      g_ptr_array_add (layers, layer);
    }
  for (int i = 0; names == NULL && i < GDALDatasetGetLayerCount (dataset); i++)
    if (is_area_layer (GDALDatasetGetLayer (dataset, i)))
      g_ptr_array_add (layers, GDALDatasetGetLayer (dataset, i));
  for (guint i = 0; i < layers->len; i++)
    self->n_features += MAX (OGR_L_GetFeatureCount (g_ptr_array_index (layers, i), TRUE), 0);
  if (layers->len > 0)
    return TRUE;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
               _ ("There is no layer with areas in the file. Choose another file."));
  return FALSE;
}

static gboolean
has_column (OGRLayerH layer, const char *name)
{
  return OGR_FD_GetFieldIndex (OGR_L_GetLayerDefn (layer), name) >= 0;
}

/* ris3-boundary-source.h says what is recognised, and why. */
static gboolean
is_gisco (OGRLayerH layer)
{
  return has_column (layer, "GISCO_ID")
         || (has_column (layer, "NUTS_ID") && has_column (layer, "LEVL_CODE") && has_column (layer, "CNTR_CODE"))
         || g_regex_match_simple ("^(NUTS|LAU|COMM|CNTR|URAU)_(RG|BN)_", OGR_L_GetName (layer), 0, 0);
}

static const char *const source_names[] = { "attribution", "copyright" };

/* Of the metadata that a GeoPackage may have. (transfer full) */
static char *
find_in_metadata (GDALMajorObjectH object)
{
  char **items = GDALGetMetadata (object, NULL);

  for (gsize i = 0; items != NULL && items[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (source_names); k++)
      {
        gsize length = strlen (source_names[k]);

        if (g_ascii_strncasecmp (items[i], source_names[k], length) == 0 && items[i][length] == '='
            && items[i][length + 1] != '\0')
          return g_utf8_make_valid (items[i] + length + 1, -1);
      }
  return NULL;
}

/* Whom the file names as its source. NULL: nobody. (transfer full) */
static char *
find_attribution (GDALDatasetH dataset, GPtrArray *layers)
{
  g_autofree char *found = find_in_metadata (dataset);

  for (guint i = 0; i < layers->len && found == NULL; i++)
    {
      OGRLayerH layer = g_ptr_array_index (layers, i);
      g_auto (OGRFeatureH) feature = NULL;

      found = find_in_metadata (layer);
      OGR_L_ResetReading (layer);
      feature = OGR_L_GetNextFeature (layer);
      for (gsize k = 0; k < G_N_ELEMENTS (source_names) && found == NULL && feature != NULL; k++)
        found = get_text (feature, OGR_F_GetFieldIndex (feature, source_names[k]), MAX_NAME);
    }
  if (found == NULL)
    return NULL;
  for (char *p = found; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_utf8_strlen (found, -1) > MAX_NAME ? g_utf8_substring (found, 0, MAX_NAME) : g_steal_pointer (&found);
}

Ris3Boundaries *
ris3_gdal_source_read (const char *path,
                       const Ris3BoundaryMapping *mapping,
                       Ris3Boundaries *frame,
                       Ris3BoundaryReport *report,
                       Ris3GeoProgress progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_auto (GDALDatasetH) dataset = NULL;
  g_auto (Reading) self = {
    .mapping = mapping, .report = report, .progress = progress, .user_data = user_data, .cancellable = cancellable
  };
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();
  g_autoptr (Ris3Shapes) shapes = NULL;
  g_autofree char *attribution = NULL;
  Ris3Boundaries *boundaries;
  gboolean gisco = FALSE;
  const char *format = NULL;
  g_autofree char *title = g_filename_display_basename (path);

  dataset = ris3_gdal_source_open (path, &format, error);
  if (dataset == NULL || !check_levels (&self, dataset, error) || !collect_layers (&self, dataset, layers, error))
    return NULL;
  if (self.n_features == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("“%s” has no areas: it is empty. Save it again with its areas, or choose another file."), title);
      return NULL;
    }
  if (mapping->columns[RIS3_BOUNDARY_CODE] == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                   _ ("No column of “%s” looks like codes of areas. Choose the column that has them."), title);
      return NULL;
    }
  /* It knows no other. */
  if (g_str_equal (format, "TopoJSON"))
    self.preset_crs = "EPSG:4326";
  self.has_count = g_str_equal (format, "FlatGeobuf");
  self.areas = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_own_area_free);
  self.layer_names = g_ptr_array_new_with_free_func (g_free);
  self.reader.builder = ris3_shapes_builder_new ();
  self.reader.x = g_array_new (FALSE, FALSE, sizeof (double));
  self.reader.y = g_array_new (FALSE, FALSE, sizeof (double));
  self.reader.ring = g_array_new (FALSE, FALSE, sizeof (Ris3Point));
  for (guint i = 0; i < layers->len; i++)
    if (!read_layer (&self, g_ptr_array_index (layers, i), error))
      return NULL;
  report->is_swapped
      = self.reader.n_in_europe * 2 < self.reader.n_seen && self.reader.n_swapped * 10 >= self.reader.n_seen * 9;
  shapes = ris3_shapes_builder_end (g_steal_pointer (&self.reader.builder));
  boundaries = ris3_own_tree_make (title, self.areas, shapes, frame, report, error);
  if (boundaries == NULL)
    return NULL;
  for (guint i = 0; i < layers->len && !gisco; i++)
    gisco = is_gisco (g_ptr_array_index (layers, i));
  attribution = find_attribution (dataset, layers);
  ris3_boundaries_set_source (boundaries, attribution, gisco);
  return boundaries;
}
