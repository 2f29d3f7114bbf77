/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-table-private.h"

/* Rows, between two looks at the cancellable. */
#define STEP 256
#define MAX_COLUMNS 256
/* Of the list of sheets, in bytes. */
#define MAX_LIST (1024 * 1024)

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

static gboolean
is_error (const char *text)
{
  static const char *const errors[]
      = { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", NULL };

  return *text == '#' && g_strv_contains (errors, text);
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
          const char *text = is_set ? get_text (feature, (int) i, OGR_Fld_GetType (field), scratch) : NULL;

          if (text != NULL && kind == RIS3_CELL_TEXT && is_error (text))
            kind = RIS3_CELL_ERROR;
          g_byte_array_append (self->kinds, &kind, 1);
          g_ptr_array_add (self->cells, text != NULL ? g_string_chunk_insert (self->strings, text) : NULL);
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

/* OGR makes up names where the first row of a sheet is blank, or is the only one, which it takes for values. Then the
 * first row with text has the names. */
static void
find_names (Ris3Table *self)
{
  guint n_columns = self->columns->len, n_rows = self->lines->len, row = 0, filled;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *made_up = g_strdup_printf ("Field%u", i + 1);

      if (!g_str_equal (g_ptr_array_index (self->columns, i), made_up))
        return;
    }
  for (filled = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < n_columns; i++)
        filled += g_ptr_array_index (self->cells, row * n_columns + i) != NULL;
      if (filled > 0)
        break;
    }
  if (filled == 0 || (row == 0 && g_array_index (self->lines, guint, 0) != 1))
    return;
  for (guint i = 0; i < n_columns; i++)
    {
      char **column = (char **) &g_ptr_array_index (self->columns, i);
      const char *text = g_ptr_array_index (self->cells, row * n_columns + i);

      g_free (*column);
      *column = g_strdup (text != NULL ? text : "");
    }
  row++;
  g_ptr_array_remove_range (self->cells, 0, row * n_columns);
  g_byte_array_remove_range (self->kinds, 0, row * n_columns);
  g_array_remove_range (self->lines, 0, row);
}

static void
on_sheet_cb (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer user_data,
             GError **error)
{
  GArray *sheets = user_data;
  const char *name = NULL, *state = NULL;

  for (guint i = 0; g_str_equal (element, "sheet") && names[i] != NULL; i++)
    if (g_str_equal (names[i], "name"))
      name = values[i];
    else if (g_str_equal (names[i], "state"))
      state = values[i];
  if (name == NULL || state == NULL || g_str_equal (state, "visible"))
    return;
  for (guint i = 0; i < sheets->len; i++)
    if (g_strcmp0 (g_array_index (sheets, Ris3Sheet, i).name, name) == 0)
      g_array_index (sheets, Ris3Sheet, i).is_hidden = TRUE;
}

/* OGR does not tell which sheets of an XLSX are hidden; one whose list is too long for this has none. */
static void
find_hidden (GArray *sheets, const char *path)
{
  static const GMarkupParser parser = { .start_element = on_sheet_cb };
  g_autofree char *list = g_strdup_printf ("/vsizip/{%s}/xl/workbook.xml", path);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, sheets, NULL);
  VSILFILE *file = VSIFOpenL (list, "rb");
  g_autofree char *text = g_malloc (MAX_LIST);

  if (file == NULL)
    return;
  g_markup_parse_context_parse (context, text, (gssize) VSIFReadL (text, 1, MAX_LIST, file), NULL);
  VSIFCloseL (file);
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
  if (g_str_equal (driver, "XLSX"))
    find_hidden (sheets, GDALGetDescription (dataset));
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
  find_names (self);
  return g_steal_pointer (&self);
}
