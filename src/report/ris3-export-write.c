/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-region-writer.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const Ris3OutputFlags kinds[RIS3_N_EXPORT_FORMATS] = {
  [RIS3_EXPORT_CSV] = RIS3_OUTPUT_CSV,         [RIS3_EXPORT_XLSX] = RIS3_OUTPUT_XLSX,
  [RIS3_EXPORT_ODS] = RIS3_OUTPUT_ODS,         [RIS3_EXPORT_GPKG] = RIS3_OUTPUT_GPKG,
  [RIS3_EXPORT_GEOJSON] = RIS3_OUTPUT_GEOJSON, [RIS3_EXPORT_FLATGEOBUF] = RIS3_OUTPUT_FLATGEOBUF,
};

static const char *
get_cell (guint row, guint column, gpointer user_data)
{
  Ris3Export *self = user_data;

  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}

static const char *
get_about (guint row, guint column, gpointer user_data)
{
  return ris3_export_get_about (user_data, row, column);
}

static GBytes *
make_file (Ris3Export *self, Ris3ExportFormat format, gint *progress, GCancellable *cancellable, GError **error)
{
  static const Ris3ColumnKind about_kinds[] = { RIS3_COLUMN_TEXT, RIS3_COLUMN_TEXT };
  const char *const about_columns[] = { _ ("What"), _ ("Value") };
  /* Programs look for a table of that name. */
  const char *const plain_columns[] = { "item", "value" };
  static const Ris3ColumnLook about_looks[] = { { RIS3_COLUMN_TITLE, 24, NULL }, { RIS3_COLUMN_RECORDED, 90, NULL } };
  gboolean has_shapes = ris3_export_format_has_shapes (format);
  const Ris3SheetSource sheets[] = {
    { self->name, (const char *const *) self->columns->pdata, (const Ris3ColumnKind *) (gpointer) self->kinds->data,
      self->columns->len, self->n_rows, get_cell, self, self->looks, self->n_frozen, 1 },
    { has_shapes ? "about" : _ ("About"), has_shapes ? plain_columns : about_columns, about_kinds, 2,
      self->about->len / 2, get_about, self, self->looks != NULL ? about_looks : NULL, 0, 1 },
  };
  const Ris3RegionsSource regions
      = { &sheets[0], (const guint *) (gpointer) self->regions->data, self->boundaries, &sheets[1], self->title,
          self->style };

  switch (format)
    {
    case RIS3_EXPORT_CSV:
      return ris3_table_write (RIS3_TABLE_CSV, sheets, 1, progress, cancellable, error);
    case RIS3_EXPORT_XLSX:
      return ris3_table_write (RIS3_TABLE_XLSX, sheets, 2, progress, cancellable, error);
    case RIS3_EXPORT_ODS:
      return ris3_table_write (RIS3_TABLE_ODS, sheets, 2, progress, cancellable, error);
    case RIS3_EXPORT_GPKG:
      return ris3_regions_write (RIS3_REGIONS_GPKG, &regions, progress, cancellable, error);
    case RIS3_EXPORT_GEOJSON:
      return ris3_regions_write (RIS3_REGIONS_GEOJSON, &regions, progress, cancellable, error);
    case RIS3_EXPORT_FLATGEOBUF:
      return ris3_regions_write (RIS3_REGIONS_FLATGEOBUF, &regions, progress, cancellable, error);
    case RIS3_N_EXPORT_FORMATS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
make_text (Ris3Export *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->about->len / 2; i++)
    g_string_append_printf (text, "%s: %s\n", ris3_export_get_about (self, i, 0), ris3_export_get_about (self, i, 1));
  return g_string_free (text, FALSE);
}

static gboolean
write_bytes (Ris3OutputFile *file, Ris3ExportFormat format, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* What reads from a pipe is no spreadsheet, and would take the mark for a part of the first heading. */
  if (format == RIS3_EXPORT_CSV && ris3_output_file_get_target_path (file) == NULL
      && length >= strlen (BYTE_ORDER_MARK))
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  return ris3_output_file_write (file, data, length, error);
}

static gboolean
write_all (Ris3Export *self,
           Ris3ExportFormat format,
           const char *path,
           gboolean with_base,
           const Ris3FileId *inputs,
           guint n_inputs,
           gint *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (Ris3OutputFile) base = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base_path = g_strconcat (path, ".txt", NULL);
  g_autofree char *text = with_base ? make_text (self) : NULL;

  file = ris3_output_file_begin (path, RIS3_OUTPUT_STREAM | kinds[format], inputs, n_inputs, error);
  if (file == NULL)
    return FALSE;
  if (with_base)
    {
      base = ris3_output_file_begin (base_path, RIS3_OUTPUT_TXT, inputs, n_inputs, error);
      if (base == NULL || !ris3_output_file_write (base, text, strlen (text), error))
        return FALSE;
    }
  bytes = make_file (self, format, progress, cancellable, error);
  return bytes != NULL && write_bytes (file, format, bytes, error)
         && (base == NULL || ris3_output_file_commit (base, error)) && ris3_output_file_commit (file, error);
}

gboolean
ris3_export_write (Ris3Export *self,
                   Ris3ExportFormat format,
                   const char *path,
                   gboolean with_base,
                   const Ris3FileId *inputs,
                   guint n_inputs,
                   gint *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (self != NULL && format < RIS3_N_EXPORT_FORMATS && path != NULL, FALSE);

  if (ris3_export_format_has_shapes (format) && self->boundaries == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Only regions can be exported as %s. Choose CSV, XLSX or ODS."),
                   ris3_export_format_get_title (format));
      return FALSE;
    }
  if (with_base && g_str_equal (path, "-"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("The base can be written only beside a file, not beside standard output. Name a file."));
      return FALSE;
    }
  if (write_all (self, format, path, with_base, inputs, n_inputs, progress, cancellable, error))
    return TRUE;
  if (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error_literal (error, _ ("Nothing was exported: "));
  return FALSE;
}
