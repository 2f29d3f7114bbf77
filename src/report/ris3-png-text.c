/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-png-text-private.h"

#include <string.h>
#include <zlib.h>

/* The signature, and the header: length, name, 13 bytes and checksum. */
#define HEADER_END (8 + 4 + 4 + 13 + 4)

static void
append_number (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

void
_ris3_png_add_text (GByteArray *png, const char *key, const char *text)
{
  /* Not compressed; no language, and no translated key. */
  static const guint8 between[5] = { 0 };
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_autofree guint8 *rest = NULL;
  gsize n_rest;

  g_return_if_fail (png != NULL && png->len >= HEADER_END && memcmp (png->data + 12, "IHDR", 4) == 0);
  g_return_if_fail (key != NULL && strlen (key) >= 1 && strlen (key) <= 79 && text != NULL);

  append_number (chunk, strlen (key) + sizeof between + strlen (text));
  g_byte_array_append (chunk, (const guint8 *) "iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *) key, strlen (key));
  g_byte_array_append (chunk, between, sizeof between);
  g_byte_array_append (chunk, (const guint8 *) text, strlen (text));
  append_number (chunk, crc32 (0, chunk->data + 4, chunk->len - 4));

  n_rest = png->len - HEADER_END;
  rest = g_memdup2 (png->data + HEADER_END, n_rest);
  g_byte_array_set_size (png, HEADER_END);
  g_byte_array_append (png, chunk->data, chunk->len);
  g_byte_array_append (png, rest, n_rest);
}
