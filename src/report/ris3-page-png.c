/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-png-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>

#define INCHES_PER_METRE (1000 / 25.4)
/* Of 9: what is left of the file's size above is a tenth, at twice the time. */
#define COMPRESSION 4
#define MAX_TEXTS 8

typedef struct
{
  Ris3OutputFile *file;
  GError *error;
} Output;

/* libpng comes back to the setjmp () below, in the frame that has nothing to free. */
static void
on_error (png_structp png, png_const_charp message)
{
  Output *output = png_get_error_ptr (png);

  if (output->error == NULL)
    g_set_error (&output->error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture was not compressed: %s."), message);
  png_longjmp (png, 1);
}

static void
on_warning (png_structp png, png_const_charp message)
{
}

static void
on_write (png_structp png, png_bytep bytes, size_t length)
{
  Output *output = png_get_io_ptr (png);

  if (!ris3_output_file_write (output->file, bytes, length, &output->error))
    png_error (png, "write");
}

static void
on_flush (png_structp png)
{
}

static void
write_head (png_structp png, png_infop info, guint width, guint height, double dpi, png_textp texts, guint n_texts)
{
  png_uint_32 per_metre = (png_uint_32) lround (dpi * INCHES_PER_METRE);

  png_set_compression_level (png, COMPRESSION);
  /* Areas of one colour, and hatching that repeats: a filter would hide both. */
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_text (png, info, texts, (int) n_texts);
  png_write_info (png, info);
  /* A pixel is a number of 32 bits, in the order of the machine. */
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    png_set_bgr (png);
  png_set_filler (png, 0, G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
}

static gboolean
write_rows (png_structp png, guint height, Ris3PagePngRows rows, gpointer data, GError **error)
{
  guint n_rows = 0;

  for (guint first = 0; first < height; first += n_rows)
    {
      gsize stride = 0;
      const guint8 *bytes = rows (first, &n_rows, &stride, data, error);

      if (bytes == NULL)
        return FALSE;
      for (guint i = 0; i < n_rows; i++)
        png_write_row (png, bytes + i * stride);
    }
  return TRUE;
}

gboolean
_ris3_page_png_write (Ris3OutputFile *file,
                      guint width,
                      guint height,
                      double dpi,
                      const Ris3PagePngText *texts,
                      guint n_texts,
                      Ris3PagePngRows rows,
                      gpointer data,
                      GError **error)
{
  Output output = { .file = file };
  png_text entries[MAX_TEXTS] = { 0 };
  png_structp png;
  png_infop info;
  guint n_entries = 0;
  volatile gboolean is_written = FALSE;

  g_return_val_if_fail (file != NULL && rows != NULL && n_texts <= MAX_TEXTS, FALSE);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i].text != NULL && texts[i].text[0] != '\0')
      entries[n_entries++] = (png_text){ .compression = PNG_ITXT_COMPRESSION_NONE,
                                         .key = (char *) texts[i].key,
                                         .text = (char *) texts[i].text };
  png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &output, on_error, on_warning);
  info = png_create_info_struct (png);
  if (setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, &output, on_write, on_flush);
      write_head (png, info, width, height, dpi, entries, n_entries);
      if (write_rows (png, height, rows, data, &output.error))
        {
          png_write_end (png, info);
          is_written = TRUE;
        }
    }
  png_destroy_write_struct (&png, &info);
  if (!is_written)
    g_propagate_error (error, output.error);
  return is_written;
}
