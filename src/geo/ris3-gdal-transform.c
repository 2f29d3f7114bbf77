/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-transform-private.h"

#include <glib/gi18n-lib.h>
#include <ogr_srs_api.h>

#include "geo/ris3-gdal-private.h"

/* Degrees around the centre of a projection that does not say which area it is meant for. */
#define UNKNOWN_AREA 20.0

struct _Ris3Transform
{
  OGRCoordinateTransformationH forward;
  OGRCoordinateTransformationH inverse;
  double metres; /* of the projection's unit */
};

typedef OGRSpatialReferenceH Srs;

static void
srs_release (Srs srs)
{
  OSRRelease (srs);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (Srs, srs_release, NULL)

void
ris3_transform_free (Ris3Transform *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->forward, OCTDestroyCoordinateTransformation);
  g_clear_pointer (&self->inverse, OCTDestroyCoordinateTransformation);
  g_free (self);
}

/* "EPSG:3035" or "+proj=…"; GDAL by itself would take files and addresses too. */
static gboolean
read_crs (Srs srs, const char *crs)
{
  if (g_str_has_prefix (crs, "+proj="))
    return OSRImportFromProj4 (srs, crs) == OGRERR_NONE;
  return g_regex_match_simple ("^[A-Za-z]+:[0-9]+$", crs, 0, 0) && OSRSetFromUserInput (srs, crs) == OGRERR_NONE;
}

static Ris3Box
find_area (Ris3Transform *self, Srs srs)
{
  double west, south, east, north;
  double x, y;

  if (OSRGetAreaOfUse (srs, &west, &south, &east, &north, NULL) && west > -1000)
    /* The area of a projection around 180° may have its west end east of its east end. */
    return (Ris3Box){ west, south, east < west ? east + 360 : east, north };
  x = OSRGetProjParm (srs, SRS_PP_FALSE_EASTING, 0, NULL) * self->metres;
  y = OSRGetProjParm (srs, SRS_PP_FALSE_NORTHING, 0, NULL) * self->metres;
  ris3_transform_run (self, TRUE, &x, &y, 1);
  return (Ris3Box){ x - UNKNOWN_AREA, y - UNKNOWN_AREA, x + UNKNOWN_AREA, y + UNKNOWN_AREA };
}

Ris3Transform *
ris3_transform_new (const char *crs, Ris3Box *area, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3Transform) self = g_new0 (Ris3Transform, 1);
  g_auto (Srs) degrees = OSRNewSpatialReference (NULL);
  g_auto (Srs) srs = OSRNewSpatialReference (NULL);

  if (!read_crs (srs, crs))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s” is not a known map projection. Use a code such as EPSG:3035."), crs);
      return NULL;
    }
  if (!OSRIsProjected (srs))
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s” is a coordinate system but not a map projection. Use a code such as EPSG:3035."), crs);
      return NULL;
    }
  OSRImportFromEPSG (degrees, 4326);
  OSRSetAxisMappingStrategy (degrees, OAMS_TRADITIONAL_GIS_ORDER);
  OSRSetAxisMappingStrategy (srs, OAMS_TRADITIONAL_GIS_ORDER);
  self->metres = OSRGetLinearUnits (srs, NULL);
  self->forward = OCTNewCoordinateTransformation (degrees, srs);
  self->inverse = OCTNewCoordinateTransformation (srs, degrees);
  if (self->forward == NULL || self->inverse == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("A map cannot be drawn in the projection “%s”: %s"), crs, ris3_gdal_message ());
      return NULL;
    }
  *area = find_area (self, srs);
  return g_steal_pointer (&self);
}

void
ris3_transform_run (Ris3Transform *self, gboolean inverse, double *x, double *y, guint n)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();

  if (inverse)
    for (guint i = 0; i < n; i++)
      {
        x[i] /= self->metres;
        y[i] /= self->metres;
      }
  OCTTransform (inverse ? self->inverse : self->forward, (int) n, x, y, NULL);
  if (!inverse)
    for (guint i = 0; i < n; i++)
      {
        x[i] *= self->metres;
        y[i] *= self->metres;
      }
}
