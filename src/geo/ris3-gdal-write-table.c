/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-gdal-cells-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-gdal-output-private.h"
#include "geo/ris3-gdal-writer-private.h"

/* A CSV is written in parts, one a core: OGR takes most of the time of an export. */
#define MIN_PART 10000
#define MAX_PARTS 8

/* The kinds of all columns. (transfer full) */
static Ris3ColumnKind *
find_kinds (const Ris3SheetSource *sheet, Ris3TableFormat format)
{
  Ris3ColumnKind *kinds = g_new (Ris3ColumnKind, sheet->n_columns);

  for (guint i = 0; i < sheet->n_columns; i++)
    kinds[i] = ris3_gdal_find_kind (sheet, i, format);
  return kinds;
}

/* OGR's writer puts a comma behind the heading of a table of one column, and none into its rows. */
static GBytes *
mend_one_column (GBytes *csv)
{
  gsize size;
  const char *data = g_bytes_get_data (csv, &size);
  const char *line_end = memchr (data, '\n', size);
  const char *comma = line_end != NULL ? line_end - 1 : data;
  GByteArray *mended;

  if (*comma != ',')
    return g_bytes_ref (csv);
  mended = g_byte_array_sized_new ((guint) size);
  g_byte_array_append (mended, (const guint8 *) data, (guint) (comma - data));
  g_byte_array_append (mended, (const guint8 *) comma + 1, (guint) (size - (gsize) (comma + 1 - data)));
  return g_byte_array_free_to_bytes (mended);
}

typedef struct
{
  const Ris3SheetSource *sheet;
  const Ris3ColumnKind *kinds;
  guint first;
  guint end;
  gint *progress;
  GCancellable *cancellable;
  GBytes *bytes;
  GError *error;
} Part;

static gpointer
write_part (gpointer data)
{
  Part *self = data;
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3GdalOutput) output = ris3_gdal_output_new ("CSV", "csv", &self->error);
  Ris3GdalWriter writer = { .format = RIS3_TABLE_CSV, .sheet = self->sheet, .kinds = self->kinds };

  if (output != NULL
      && ris3_gdal_writer_write (&writer, output->dataset, self->first, self->end, self->progress, self->cancellable,
                                 &self->error))
    self->bytes = ris3_gdal_output_end (output, &self->error);
  return NULL;
}

/* The parts, one after another; each has the headings, of which only the first are kept. */
static GBytes *
join_parts (const Part *parts, guint n_parts, gsize headings)
{
  GByteArray *all = NULL;
  gsize size = 0;

  if (n_parts == 1)
    return g_bytes_ref (parts[0].bytes);
  for (guint i = 0; i < n_parts; i++)
    size += g_bytes_get_size (parts[i].bytes);
  all = g_byte_array_sized_new ((guint) MIN (size, G_MAXUINT));
  for (guint i = 0; i < n_parts; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (parts[i].bytes, &length);
      gsize skipped = i > 0 ? headings : 0;

      g_byte_array_append (all, data + skipped, (guint) (length - skipped));
    }
  return g_byte_array_free_to_bytes (all);
}

static GBytes *
write_csv (const Ris3SheetSource *sheet, gint *progress, GCancellable *cancellable, GError **error)
{
  g_autofree Ris3ColumnKind *kinds = find_kinds (sheet, RIS3_TABLE_CSV);
  guint n_parts = CLAMP (sheet->n_rows / MIN_PART, 1, MIN (g_get_num_processors (), MAX_PARTS));
  Part parts[MAX_PARTS];
  Part headings = { .sheet = sheet, .kinds = kinds };
  GThread *threads[MAX_PARTS] = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n_parts; i++)
    {
      guint first = (guint) ((guint64) sheet->n_rows * i / n_parts);
      guint end = (guint) ((guint64) sheet->n_rows * (i + 1) / n_parts);

      parts[i] = (Part){ sheet, kinds, first, end, progress, cancellable, NULL, NULL };
      threads[i] = i + 1 < n_parts ? g_thread_new ("ris3-csv", write_part, &parts[i]) : NULL;
    }
  write_part (&parts[n_parts - 1]);
  write_part (&headings);
  for (guint i = 0; i + 1 < n_parts; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < n_parts && headings.error == NULL; i++)
    headings.error = g_steal_pointer (&parts[i].error);
  if (headings.error == NULL)
    bytes = join_parts (parts, n_parts, g_bytes_get_size (headings.bytes));
  else
    g_propagate_error (error, headings.error);
  for (guint i = 0; i < n_parts; i++)
    {
      g_clear_pointer (&parts[i].bytes, g_bytes_unref);
      g_clear_error (&parts[i].error);
    }
  g_clear_pointer (&headings.bytes, g_bytes_unref);
  return bytes != NULL && sheet->n_columns == 1 ? mend_one_column (bytes) : g_steal_pointer (&bytes);
}

static gboolean
check_size (const Ris3SheetSource *sheet, GError **error)
{
  if (sheet->n_rows < RIS3_SPREADSHEET_MAX_ROWS)
    return TRUE;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_WRITE,
               _ ("“%s” has %u rows, and a sheet of a spreadsheet cannot hold more than %u. Export fewer rows, or a "
                  "CSV file."),
               sheet->name, sheet->n_rows, RIS3_SPREADSHEET_MAX_ROWS - 1);
  return FALSE;
}

static GBytes *
write_spreadsheet (gboolean is_ods,
                   const Ris3SheetSource *sheets,
                   guint n_sheets,
                   gint *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  Ris3TableFormat format = is_ods ? RIS3_TABLE_ODS : RIS3_TABLE_XLSX;
  g_auto (Ris3GdalQuiet) quiet = ris3_gdal_quiet ();
  g_autoptr (Ris3GdalOutput) output
      = is_ods ? ris3_gdal_output_new ("ODS", "ods", error) : ris3_gdal_output_new ("XLSX", "xlsx", error);
  g_autoptr (GBytes) bytes = NULL;
  Ris3GdalWriter writer = { .format = format };
  /* The columns of an XLSX are always mended. */
  gboolean is_fine = is_ods && sheets[0].looks == NULL;

  for (guint i = 0; output != NULL && i < n_sheets; i++)
    {
      g_autofree Ris3ColumnKind *kinds = find_kinds (&sheets[i], format);

      writer.sheet = &sheets[i];
      writer.kinds = kinds;
      if (!check_size (&sheets[i], error)
          || !ris3_gdal_writer_write (&writer, output->dataset, 0, sheets[i].n_rows, progress, cancellable, error))
        return NULL;
    }
  bytes = output != NULL ? ris3_gdal_output_end (output, error) : NULL;
  if (bytes == NULL || (is_fine && !writer.needs_encoding))
    return g_steal_pointer (&bytes);
  return ris3_gdal_encode_spreadsheet (bytes, is_ods, sheets, n_sheets, error);
}

GBytes *
ris3_gdal_write_table (Ris3TableFormat format,
                       const Ris3SheetSource *sheets,
                       guint n_sheets,
                       gint *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  return format == RIS3_TABLE_CSV
             ? write_csv (sheets, progress, cancellable, error)
             : write_spreadsheet (format == RIS3_TABLE_ODS, sheets, n_sheets, progress, cancellable, error);
}
