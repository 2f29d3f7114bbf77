/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-formula-guard.h"
#include "geo/ris3-gdal-cells-private.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-gdal-writer-private.h"
#include "geo/ris3-spreadsheet-text-private.h"

typedef Ris3GdalWriter Writer;

/* In a CSV a number is written as it stands; OGR does that with what it takes for a real number. */
static OGRFieldType
get_type (const Writer *self, guint column)
{
  switch (self->kinds[column])
    {
    case RIS3_COLUMN_INTEGER:
      return self->format == RIS3_TABLE_CSV ? OFTReal : OFTInteger64;
    case RIS3_COLUMN_REAL:
      return OFTReal;
    case RIS3_COLUMN_DATE:
      return self->format == RIS3_TABLE_CSV ? OFTString : OFTDate;
    case RIS3_COLUMN_TEXT:
    default:
      return OFTString;
    }
}

static gboolean
make_layer (Writer *self, GDALDatasetH dataset, GError **error)
{
  /* What looks like a number is quoted where it is a text. */
  static const char *const csv_options[] = { "WRITE_BOM=YES", "LINEFORMAT=LF", "STRING_QUOTING=IF_AMBIGUOUS", NULL };

  self->layer = GDALDatasetCreateLayer (dataset, self->sheet->name, NULL, wkbNone,
                                        self->format == RIS3_TABLE_CSV ? (char **) csv_options : NULL);
  if (self->layer == NULL)
    return ris3_gdal_output_fail (error);
  for (guint i = 0; i < self->sheet->n_columns; i++)
    {
      OGRFieldDefnH field = OGR_Fld_Create (self->sheet->columns[i], get_type (self, i));
      OGRErr result = OGR_L_CreateField (self->layer, field, TRUE);

      OGR_Fld_Destroy (field);
      if (result != OGRERR_NONE)
        return ris3_gdal_output_fail (error);
    }
  return TRUE;
}

static gboolean
refuse (const Writer *self, guint row, guint column, const char *reason, GError **error)
{
  /* Translators: a sheet, a row and a column of it, and what is wrong there. */
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE, _ ("%s, row %u, column “%s”: %s"), self->sheet->name,
               row + 2, self->sheet->columns[column], reason);
  return FALSE;
}

/* Of a column of numbers, one that begins with a minus is no formula, even if another has more digits than OGR writes.
 */
static gboolean
may_be_formula (const Writer *self, guint column, const char *text)
{
  Ris3ColumnKind kind = self->sheet->kinds[column];

  return !((kind == RIS3_COLUMN_REAL || kind == RIS3_COLUMN_INTEGER) && ris3_gdal_is_number (text));
}

static gboolean
set_text (Writer *self, OGRFeatureH feature, guint row, guint column, const char *text, GError **error)
{
  g_autofree char *other = NULL;

  if (self->format == RIS3_TABLE_CSV)
    other = may_be_formula (self, column, text) ? ris3_formula_guard (text) : NULL;
  else
    {
      const char *problem = ris3_gdal_check_text (text, self->format == RIS3_TABLE_ODS);

      if (problem != NULL)
        return refuse (self, row, column, problem, error);
      if (self->format == RIS3_TABLE_XLSX)
        other = ris3_xlsx_text_escape (text);
      else if (g_str_has_prefix (text, "of:=") || g_str_has_prefix (text, RIS3_ODS_TEXT_MARK))
        other = g_strconcat (RIS3_ODS_TEXT_MARK, text, NULL);
      if (!self->needs_encoding)
        self->needs_encoding = ris3_spreadsheet_text_needs_encoding (other != NULL ? other : text);
    }
  OGR_F_SetFieldString (feature, (int) column, other != NULL ? other : text);
  return TRUE;
}

static gboolean
set_cell (Writer *self, OGRFeatureH feature, guint row, guint column, const char *text, GError **error)
{
  GDate date;

  switch (self->kinds[column])
    {
    case RIS3_COLUMN_INTEGER:
      OGR_F_SetFieldInteger64 (feature, (int) column, g_ascii_strtoll (text, NULL, 10));
      return TRUE;
    case RIS3_COLUMN_REAL:
      OGR_F_SetFieldDouble (feature, (int) column, g_ascii_strtod (text, NULL));
      return TRUE;
    case RIS3_COLUMN_DATE:
      if (self->format == RIS3_TABLE_CSV)
        return set_text (self, feature, row, column, text, error);
      ris3_gdal_parse_day (text, &date);
      OGR_F_SetFieldDateTime (feature, (int) column, g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0, 0);
      return TRUE;
    case RIS3_COLUMN_TEXT:
    default:
      return set_text (self, feature, row, column, text, error);
    }
}

static gboolean
write_row (Writer *self, OGRFeatureH feature, guint row, GError **error)
{
  for (guint i = 0; i < self->sheet->n_columns; i++)
    {
      const char *text = self->sheet->get_cell (row, i, self->sheet->user_data);

      if (text == NULL || *text == '\0')
        OGR_F_UnsetField (feature, (int) i);
      else if (!set_cell (self, feature, row, i, text, error))
        return FALSE;
    }
  OGR_F_SetFID (feature, OGRNullFID);
  return OGR_L_CreateFeature (self->layer, feature) == OGRERR_NONE || ris3_gdal_output_fail (error);
}

/* OGR writes the headings of a spreadsheet with its first row, so that there must be one, if without a cell. */
static gboolean
write_headings (Writer *self, OGRFeatureH feature, GError **error)
{
  return self->format == RIS3_TABLE_CSV || self->sheet->n_rows > 0
         || OGR_L_CreateFeature (self->layer, feature) == OGRERR_NONE || ris3_gdal_output_fail (error);
}

gboolean
ris3_gdal_writer_write (Ris3GdalWriter *self,
                        GDALDatasetH dataset,
                        guint first,
                        guint end,
                        gint *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (OGRFeatureH) feature = NULL;

  if (!make_layer (self, dataset, error))
    return FALSE;
  feature = OGR_F_Create (OGR_L_GetLayerDefn (self->layer));
  if (!write_headings (self, feature, error))
    return FALSE;
  for (guint row = first; row < end; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_row (self, feature, row, error))
        return FALSE;
      if (progress != NULL)
        g_atomic_int_inc (progress);
    }
  return TRUE;
}
