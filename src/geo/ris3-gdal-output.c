/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-gdal-output-private.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>

#define FOLDER "/vsimem/ris3-output"

gboolean
ris3_gdal_output_fail (GError **error)
{
  const char *message = CPLGetLastErrorMsg ();

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE, _ ("GDAL could not make the file: %s"),
               message != NULL && *message != '\0' ? message : _ ("it does not say why"));
  return FALSE;
}

Ris3GdalOutput *
ris3_gdal_output_new (const char *driver, const char *suffix, GError **error)
{
  static gint n_opened = 0;
  g_autoptr (Ris3GdalOutput) self = g_new0 (Ris3GdalOutput, 1);
  GDALDriverH found = GDALGetDriverByName (driver);

  if (found == NULL)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE,
                   _ ("The installed GDAL cannot write this kind of file (%s). Choose another one."), driver);
      return NULL;
    }
  /* The CSV driver wants it to be there. */
  VSIMkdir (FOLDER, 0700);
  self->name = g_strdup_printf (FOLDER "/%d.%s", g_atomic_int_add (&n_opened, 1), suffix);
  self->dataset = GDALCreate (found, self->name, 0, 0, 0, GDT_Unknown, NULL);
  if (self->dataset == NULL)
    {
      ris3_gdal_output_fail (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

GBytes *
ris3_gdal_take_bytes (const char *name)
{
  vsi_l_offset length = 0;
  guint8 *data = VSIGetMemFileBuffer (name, &length, TRUE);

  return data != NULL ? g_bytes_new_with_free_func (data, length, VSIFree, data) : g_bytes_new (NULL, 0);
}

GBytes *
ris3_gdal_output_end (Ris3GdalOutput *self, GError **error)
{
  CPLErrorReset ();
  GDALClose (g_steal_pointer (&self->dataset));
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      ris3_gdal_output_fail (error);
      return NULL;
    }
  return ris3_gdal_take_bytes (self->name);
}

void
ris3_gdal_output_free (Ris3GdalOutput *self)
{
  if (self->dataset != NULL)
    GDALClose (self->dataset);
  if (self->name != NULL)
    VSIUnlink (self->name);
  g_free (self->name);
  g_free (self);
}
