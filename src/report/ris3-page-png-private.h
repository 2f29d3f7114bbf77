/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* A text of a PNG file: iTXt. */
typedef struct
{
  const char *key;  /* at most 79 letters of Latin-1 */
  const char *text; /* UTF-8; NULL: none */
} Ris3PagePngText;

/* Gives rows of a picture, one after the other. first: the first of them; CAIRO_FORMAT_RGB24, stride bytes a row. They
 * are valid until the next call. NULL with an error: it failed, or was stopped */
typedef const guint8 *(*Ris3PagePngRows) (guint first, guint *n_rows, gsize *stride, gpointer data, GError **error);

/* Writes a picture with libpng, of which only the rows at hand are in memory.
 *
 * dpi: dots an inch, said in pHYs
 * Errors: of the file, of rows, and G_IO_ERROR_FAILED, with libpng's reason */
gboolean _ris3_page_png_write (Ris3OutputFile *file,
                               guint width,
                               guint height,
                               double dpi,
                               const Ris3PagePngText *texts,
                               guint n_texts,
                               Ris3PagePngRows rows,
                               gpointer data,
                               GError **error);

G_END_DECLS
