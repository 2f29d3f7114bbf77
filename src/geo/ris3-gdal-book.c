/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-private.h"

/* Rows, between two looks at the cancellable. */
#define STEP 256
#define MAX_COLUMNS 256

/* The first row is the names of the columns, also where OGR would not think so. Its versions before 3.8 have no such
 * options for opening, and later ones obey these too. */
static void
set_options (const char *headers)
{
  CPLSetThreadLocalConfigOption ("OGR_XLSX_HEADERS", headers);
  CPLSetThreadLocalConfigOption ("OGR_ODS_HEADERS", headers);
}

static Ris3CellKind
get_kind (OGRFieldDefnH field)
{
  switch (OGR_Fld_GetType (field))
    {
    case OFTInteger:
      return OGR_Fld_GetSubType (field) == OFSTBoolean ? RIS3_CELL_BOOLEAN : RIS3_CELL_NUMBER;
    case OFTInteger64:
    case OFTReal:
      return RIS3_CELL_NUMBER;
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
      return RIS3_CELL_DATE;
    default:
      return RIS3_CELL_TEXT;
    }
}

/* The text of a cell. (transfer none): in scratch, or in the feature */
static const char *
get_text (OGRFeatureH feature, int i, OGRFieldType type, GString *scratch)
{
  int year, month, day, hour, minute, zone;
  float second;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (type == OFTReal)
    {
      double value = OGR_F_GetFieldAsDouble (feature, i);

      for (int precision = 15; precision <= 17; precision++)
        {
          char format[8];

          g_snprintf (format, sizeof format, "%%.%dg", precision);
          g_ascii_formatd (number, sizeof number, format, value);
          if (g_ascii_strtod (number, NULL) == value)
            break;
        }
      g_string_assign (scratch, number);
      return scratch->str;
    }
  if ((type == OFTDate || type == OFTDateTime)
      && OGR_F_GetFieldAsDateTimeEx (feature, i, &year, &month, &day, &hour, &minute, &second, &zone))
    {
      g_string_printf (scratch, "%04d-%02d-%02d", year, month, day);
      if (type == OFTDateTime)
        g_string_append_printf (scratch, "T%02d:%02d:%02d", hour, minute, (int) second);
      return scratch->str;
    }
  return OGR_F_GetFieldAsString (feature, i);
}

static gboolean
read_rows (Ris3Table *self, OGRLayerH layer, guint max_rows, gint *progress, GCancellable *cancellable, GError **error)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);
  guint n_columns = self->columns->len;
  g_autoptr (GString) scratch = g_string_new (NULL);

  OGR_L_ResetReading (layer);
  while (max_rows == 0 || self->lines->len < max_rows)
    {
      g_auto (OGRFeatureH) feature = NULL;
      gint64 row;
      guint line;

      if (self->lines->len % STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if ((feature = OGR_L_GetNextFeature (layer)) == NULL)
        break;
      for (guint i = 0; i < n_columns; i++)
        {
          OGRFieldDefnH field = OGR_FD_GetFieldDefn (definition, (int) i);
          gboolean is_set = OGR_F_IsFieldSetAndNotNull (feature, (int) i);
          guint8 kind = is_set ? get_kind (field) : RIS3_CELL_TEXT;

          g_byte_array_append (self->kinds, &kind, 1);
          g_ptr_array_add (self->cells,
                           is_set ? g_string_chunk_insert (
                               self->strings, get_text (feature, (int) i, OGR_Fld_GetType (field), scratch))
                                  : NULL);
        }
      row = OGR_F_GetFID (feature);
      line = row > 0 && row <= G_MAXINT ? (guint) row : self->lines->len + 2;
      g_array_append_val (self->lines, line);
      if (progress != NULL && self->lines->len % STEP == 0)
        g_atomic_int_set (progress, (gint) self->lines->len);
    }
  if (progress != NULL)
    g_atomic_int_set (progress, (gint) self->lines->len);
  return TRUE;
}

/* OGR takes a row that is the only one for values, and makes up names. */
static void
take_only_row (Ris3Table *self)
{
  if (self->lines->len != 1 || g_array_index (self->lines, guint, 0) != 1)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *made_up = g_strdup_printf ("Field%u", i + 1);

      if (!g_str_equal (g_ptr_array_index (self->columns, i), made_up))
        return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      char **column = (char **) &g_ptr_array_index (self->columns, i);
      const char *text = g_ptr_array_index (self->cells, i);

      g_free (*column);
      *column = g_strdup (text != NULL ? text : "");
    }
  g_ptr_array_set_size (self->cells, 0);
  g_byte_array_set_size (self->kinds, 0);
  g_array_set_size (self->lines, 0);
}

gpointer
ris3_gdal_book_open (const char *path, const char *driver, GArray *sheets, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  GDALDatasetH dataset;

  set_options ("FORCE");
  dataset = ris3_gdal_open (path, driver, NULL, error);
  if (dataset == NULL)
    {
      set_options (NULL);
      return NULL;
    }
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      Ris3Sheet sheet = { g_strdup (OGR_L_GetName (GDALDatasetGetLayer (dataset, i))), FALSE };

      g_array_append_val (sheets, sheet);
    }
  set_options (NULL);
  /* An ODS is read now; what follows a mistake in it would be lost. */
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name,
                   ris3_gdal_message ());
      ris3_gdal_close (dataset);
      return NULL;
    }
  return dataset;
}

void
ris3_gdal_book_close (gpointer book)
{
  ris3_gdal_close (book);
}

Ris3Table *
ris3_gdal_book_read (gpointer book,
                     const char *name,
                     guint sheet,
                     guint max_rows,
                     gint *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (Ris3Table) self = ris3_table_new ();
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  OGRLayerH layer;
  OGRFeatureDefnH definition;

  /* A sheet may be read only now. */
  set_options ("FORCE");
  layer = GDALDatasetGetLayer (book, (int) sheet);
  definition = layer != NULL ? OGR_L_GetLayerDefn (layer) : NULL;
  set_options (NULL);
  self->kinds = g_byte_array_new ();
  for (int i = 0; definition != NULL && i < OGR_FD_GetFieldCount (definition); i++)
    g_ptr_array_add (self->columns, g_strdup (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i))));
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name,
                   ris3_gdal_message ());
      return NULL;
    }
  if (self->columns->len == 0)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("“%s” has no columns"), name);
      return NULL;
    }
  if (self->columns->len > MAX_COLUMNS)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s”: there are more than %u columns. Remove those that are not needed."), name,
                   (guint) MAX_COLUMNS);
      return NULL;
    }
  if (!read_rows (self, layer, max_rows, progress, cancellable, error))
    return NULL;
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name,
                   ris3_gdal_message ());
      return NULL;
    }
  take_only_row (self);
  return g_steal_pointer (&self);
}
