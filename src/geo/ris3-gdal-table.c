/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sheets of XLSX and ODS, through OGR. */

#include "config.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "geo/ris3-gdal-cells-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-gdal-private.h"
#include "geo/ris3-spreadsheet-text-private.h"

/* A heading that OGR makes for a cell without text. */
#define NO_HEADING "Field"
/* The longest real number that is the shortest one for it. */
#define MAX_PLAIN_DIGITS 15
/* Characters of a number that somebody typed. */
#define MAX_TYPED 10

typedef struct
{
  Ris3Table *table;
  GStringChunk *strings; /* of table */
  OGRLayerH layer;
  Ris3SheetKind kind;
  const char *name; /* of the file */
  GBytes *bytes;
  guint index; /* of the sheet */
  guint n_fields;
  guint8 *kinds; /* of the fields */
  gboolean has_kinds;
  gboolean has_doubts; /* whether any cell is a number is to be found out */
} Sheet;

static void
set_option (const char *name, const char *value)
{
  CPLSetThreadLocalConfigOption (name, value);
}

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), name, reason);
  return FALSE;
}

/* Before OGR unpacks it. */
static gboolean
check (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *name = ris3_gdal_make_name ("zip");
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean ok;

  VSIFCloseL (VSIFileFromMemBuffer (name, (GByte *) (gpointer) data, size, FALSE));
  ok = ris3_gdal_check_zip (name, data, size, shown, error);
  VSIUnlink (name);
  return ok;
}

/* The options for opening are not known to the oldest GDAL, so they are given by its configuration. */
static GDALDatasetH
open_sheets (const char *path, GBytes *bytes, Ris3SheetKind kind, GError **error)
{
  gboolean is_ods = kind == RIS3_SHEET_ODS;
  GDALDatasetH dataset;
  guint64 lost_row = 0;

  if (!check (path, bytes, error))
    return NULL;
  bytes = is_ods ? ris3_gdal_decode_ods (bytes, G_MAXSIZE, &lost_row, NULL) : g_bytes_ref (bytes);
  if (bytes == NULL && lost_row > 0)
    {
      g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, lost_row);
      g_autofree char *reason = g_strdup_printf (_ ("row %s is there more than %u times. Delete the copies in a "
                                                    "spreadsheet program, and save the file again."),
                                                 row, RIS3_ODS_MAX_REPEATED);

      refuse (path, reason, error);
      return NULL;
    }
  if (bytes == NULL)
    {
      refuse (path, _ ("it is damaged, or cut off. Save it again, or ask for another copy."), error);
      return NULL;
    }
  /* Decoding makes spaces of elements, and may make very many. */
  if (is_ods && !check (path, bytes, error))
    {
      g_bytes_unref (bytes);
      return NULL;
    }
  set_option (is_ods ? "OGR_ODS_HEADERS" : "OGR_XLSX_HEADERS", "FORCE");
  set_option (is_ods ? "OGR_ODS_FIELD_TYPES" : "OGR_XLSX_FIELD_TYPES", "AUTO");
  dataset = ris3_gdal_open_bytes (path, bytes, is_ods ? "ODS" : "XLSX", NULL, NULL);
  if (dataset == NULL)
    refuse (path, _ ("it is no spreadsheet (XLSX or ODS), or is damaged. Save it again as one of these, or as CSV."),
            error);
  return dataset;
}

static void
reset_options (void)
{
  static const char *const names[]
      = { "OGR_ODS_HEADERS", "OGR_XLSX_HEADERS", "OGR_ODS_FIELD_TYPES", "OGR_XLSX_FIELD_TYPES" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    set_option (names[i], NULL);
}

gboolean
ris3_gdal_look_at_sheets (const char *path, GBytes *bytes, Ris3SheetKind kind, GPtrArray *sheets, GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_auto (GDALDatasetH) dataset = open_sheets (path, bytes, kind, error);
  g_autoptr (GHashTable) hidden = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  reset_options ();
  if (dataset == NULL)
    return FALSE;
  hidden = ris3_gdal_find_hidden_sheets (bytes, kind);
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      Ris3Sheet *sheet = g_new0 (Ris3Sheet, 1);

      sheet->name = g_utf8_make_valid (OGR_L_GetName (GDALDatasetGetLayer (dataset, i)), -1);
      sheet->is_hidden = g_hash_table_contains (hidden, sheet->name);
      g_ptr_array_add (sheets, sheet);
    }
  if (sheets->len > 0)
    return TRUE;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING, _ ("“%s” has no sheets"), name);
  return FALSE;
}

static guint8
get_kind (OGRFieldDefnH field)
{
  switch (OGR_Fld_GetType (field))
    {
    case OFTInteger:
    case OFTInteger64:
      return OGR_Fld_GetSubType (field) == OFSTBoolean ? RIS3_CELL_BOOLEAN : RIS3_CELL_NUMBER;
    case OFTReal:
      return RIS3_CELL_NUMBER;
    case OFTDate:
    case OFTDateTime:
      return RIS3_CELL_DATE;
    default:
      return RIS3_CELL_TEXT;
    }
}

static char *
format_real (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%.0f", number);
  for (int n_digits = MAX_PLAIN_DIGITS; n_digits <= 17; n_digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", n_digits);

      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return g_strdup (buffer);
}

/* ISO 8601; the time of day where there is one. */
static char *
format_date (OGRFeatureH feature, int field)
{
  int year, month, day, hour, minute, second, zone;

  if (!OGR_F_GetFieldAsDateTime (feature, field, &year, &month, &day, &hour, &minute, &second, &zone))
    return NULL;
  if (hour == 0 && minute == 0 && second == 0)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
}

/* In a column of several kinds, all is text to OGR: dates with slashes, and numbers as programs write them, 1.1 with 17
 * digits as 1.1000000000000001, which nobody has typed. (transfer full): NULL: it stays as it is */
static char *
tidy_mixed (const char *text)
{
  gsize length = strlen (text);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number;

  if (length == 10 && text[4] == '/' && text[7] == '/' && strspn (text, "0123456789/") == length)
    return g_strdelimit (g_strdup (text), "/", '-');
  if (length <= MAX_PLAIN_DIGITS || strspn (text, "0123456789.-Ee") != length || strchr (text, '.') == NULL)
    return NULL;
  number = g_ascii_strtod (text, &end);
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  return *end == '\0' && g_ascii_strtod (buffer, NULL) == number && strlen (buffer) <= MAX_TYPED ? g_strdup (buffer)
                                                                                                 : NULL;
}

static gboolean
is_error (const char *text)
{
  static const char *const errors[]
      = { "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "Err:502", "Err:504", "Err:508", NULL };

  return g_strv_contains (errors, text);
}

/* (transfer full) */
static char *
get_text (const Sheet *self, OGRFeatureH feature, int field, guint8 *kind)
{
  const char *text;
  char *other = NULL;

  *kind = self->kinds[field];
  if (*kind == RIS3_CELL_DATE)
    return format_date (feature, field);
  if (*kind == RIS3_CELL_NUMBER && OGR_Fld_GetType (OGR_F_GetFieldDefnRef (feature, field)) == OFTReal)
    return format_real (OGR_F_GetFieldAsDouble (feature, field));
  text = OGR_F_GetFieldAsString (feature, field);
  if (*kind != RIS3_CELL_TEXT)
    return g_strdup (text);
  if (is_error (text))
    *kind = RIS3_CELL_ERROR;
  /* Of an ODS, a text that reads like a number is marked. */
  if (self->kind == RIS3_SHEET_ODS && ris3_gdal_is_number (text))
    *kind = RIS3_CELL_NUMBER;
  if (self->kind == RIS3_SHEET_ODS)
    text = ris3_ods_text_unmark (text);
  else
    other = ris3_xlsx_text_unescape (text);
  return other != NULL ? other : ((other = tidy_mixed (text)) != NULL ? other : g_strdup (text));
}

static gboolean
is_made_heading (const char *name, guint field)
{
  g_autofree char *made = g_strdup_printf (NO_HEADING "%u", field + 1);

  return g_str_equal (name, made);
}

static gboolean
is_blank (const Sheet *self, OGRFeatureH feature)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (OGR_F_IsFieldSetAndNotNull (feature, (int) i) && *OGR_F_GetFieldAsString (feature, (int) i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
refuse_text (const Sheet *self, guint row, guint column, GError **error)
{
  const char *heading = g_ptr_array_index (self->table->columns, column);

  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("%s:%u: %s: this is not valid text. Write the cell again, and save the file."), self->name, row,
               heading);
  return FALSE;
}

static gboolean
add_row (Sheet *self, OGRFeatureH feature, GError **error)
{
  Ris3Table *table = self->table;
  guint row = (guint) OGR_F_GetFID (feature);

  for (guint i = 0; i < self->n_fields; i++)
    {
      guint8 kind = RIS3_CELL_TEXT;
      g_autofree char *text
          = OGR_F_IsFieldSetAndNotNull (feature, (int) i) ? get_text (self, feature, (int) i, &kind) : NULL;

      if (text != NULL && !g_utf8_validate (text, -1, NULL))
        return refuse_text (self, row, i, error);
      g_ptr_array_add (table->cells, text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL);
      self->has_kinds |= kind != RIS3_CELL_TEXT;
      self->has_doubts
          |= kind == RIS3_CELL_TEXT && text != NULL && self->kind == RIS3_SHEET_XLSX && ris3_gdal_is_number (text);
      g_byte_array_append (table->kinds, &kind, 1);
    }
  g_array_append_val (table->lines, row);
  return TRUE;
}

/* The names of the columns are in the first row, or, where that is blank, in the first that is not, unless a row is
 * named. FALSE: there are none. */
static gboolean
find_headings (Sheet *self, guint heading_row)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (self->layer);
  gboolean has_any = FALSE;

  self->table->heading_row = 1;
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *heading = OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, (int) i));
      g_autofree char *name = g_utf8_make_valid (ris3_ods_text_unmark (heading), -1);
      gboolean is_made = is_made_heading (name, i);

      has_any |= !is_made && heading_row <= 1;
      g_ptr_array_add (self->table->columns, is_made ? g_strdup ("") : g_steal_pointer (&name));
    }
  while (!has_any)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (self->layer);

      if (feature == NULL)
        return FALSE;
      if (is_blank (self, feature) || OGR_F_GetFID (feature) < heading_row)
        continue;
      has_any = TRUE;
      self->table->heading_row = (guint) OGR_F_GetFID (feature);
      for (guint i = 0; i < self->n_fields; i++)
        {
          guint8 kind;
          char *heading
              = OGR_F_IsFieldSetAndNotNull (feature, (int) i) ? get_text (self, feature, (int) i, &kind) : NULL;

          g_free (self->table->columns->pdata[i]);
          self->table->columns->pdata[i] = heading != NULL ? heading : g_strdup ("");
        }
    }
  return TRUE;
}

static gboolean
read_rows (Sheet *self, const Ris3ReadingLimits *limits, GError **error)
{
  for (guint n_seen = 1;; n_seen++)
    {
      g_auto (OGRFeatureH) feature = NULL;
      g_autoptr (GError) local_error = NULL;

      if (!ris3_reading_limits_count (limits, self->table->lines->len, &local_error))
        {
          if (local_error == NULL)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      /* A sheet may have a million blank rows. */
      if (n_seen % 256 == 0 && g_cancellable_set_error_if_cancelled (limits->cancellable, error))
        return FALSE;
      if ((feature = OGR_L_GetNextFeature (self->layer)) == NULL)
        return TRUE;
      if (!is_blank (self, feature) && !add_row (self, feature, error))
        return FALSE;
    }
}

/* Columns after the last heading are only there for blank cells with a colour, or for the row that says so. */
static void
drop_blank_columns (Sheet *self)
{
  Ris3Table *table = self->table;
  guint n_rows = table->lines->len;
  guint n_kept = self->n_fields;

  for (; n_kept > 1 && *(const char *) g_ptr_array_index (table->columns, n_kept - 1) == '\0'; n_kept--)
    for (guint row = 0; row < n_rows; row++)
      {
        const char *text = table->cells->pdata[row * self->n_fields + n_kept - 1];

        if (text != NULL && *text != '\0')
          goto found;
      }
found:
  if (n_kept == self->n_fields)
    return;
  for (guint row = 0; row < n_rows; row++)
    {
      memmove (table->cells->pdata + row * n_kept, table->cells->pdata + row * self->n_fields,
               n_kept * sizeof (gpointer));
      memmove (table->kinds->data + row * n_kept, table->kinds->data + row * self->n_fields, n_kept);
    }
  g_ptr_array_set_size (table->cells, (gint) (n_rows * n_kept));
  g_byte_array_set_size (table->kinds, n_rows * n_kept);
  g_ptr_array_set_size (table->columns, (gint) n_kept);
}

static gboolean
read_sheet (Sheet *self, const Ris3ReadingLimits *limits, GError **error)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (self->layer);
  g_autofree guint8 *kinds = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean ok;

  self->n_fields = (guint) OGR_FD_GetFieldCount (definition);
  if (self->n_fields > RIS3_TABLE_MAX_COLUMNS)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
                   _ ("“%s”: there are more than %u columns. Remove those that are not needed."), self->name,
                   (guint) RIS3_TABLE_MAX_COLUMNS);
      return FALSE;
    }
  self->kinds = kinds = g_new0 (guint8, self->n_fields + 1);
  for (guint i = 0; i < self->n_fields; i++)
    kinds[i] = get_kind (OGR_FD_GetFieldDefn (definition, (int) i));
  /* What OGR complains of is the reason, whatever else is missing. */
  ok = self->n_fields > 0 && find_headings (self, limits->heading_row) && read_rows (self, limits, &local_error);
  if (CPLGetLastErrorType () >= CE_Failure)
    {
      g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID, _ ("Cannot read “%s”: %s"), self->name,
                   ris3_gdal_message ());
      return FALSE;
    }
  if (!ok)
    {
      if (local_error == NULL)
        g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING,
                     _ ("“%s” has no columns. Choose a file whose first row holds their names."), self->name);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  drop_blank_columns (self);
  if (self->has_doubts)
    ris3_gdal_find_numbers (self->table, self->bytes, self->index);
  if (!self->has_kinds && !self->has_doubts)
    g_clear_pointer (&self->table->kinds, g_byte_array_unref);
  return TRUE;
}

Ris3Table *
ris3_gdal_read_sheet (const char *path,
                      GBytes *bytes,
                      Ris3SheetKind kind,
                      guint sheet,
                      const Ris3ReadingLimits *limits,
                      GError **error)
{
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_auto (GDALDatasetH) dataset = open_sheets (path, bytes, kind, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (Ris3Table) table = NULL;
  Sheet self = { .kind = kind, .name = name, .bytes = bytes, .index = sheet };
  gboolean ok;

  if (dataset == NULL)
    {
      reset_options ();
      return NULL;
    }
  self.table = table = ris3_table_new ();
  self.strings = ris3_table_add_strings (table);
  table->kinds = g_byte_array_new ();
  self.layer = GDALDatasetGetLayer (dataset, (int) sheet);
  /* Sheets are read when they are first asked. */
  ok = self.layer != NULL && read_sheet (&self, limits, error);
  reset_options ();
  return ok ? g_steal_pointer (&table) : NULL;
}
