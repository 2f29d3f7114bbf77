/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-recipe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/ris3-map-page.h"

/* Of a file: more is no figure of ours. */
#define MAX_FILE (256 * 1024 * 1024)
/* Of what is packed in it. */
#define MAX_INFLATED (4 * 1024 * 1024)

#define PNG_HEAD "\x89PNG\r\n\x1a\n"
#define PDF_HEAD "%PDF-"

/* Bytes of a file, from a place in it. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Span;

static const guint8 *
find (Span span, const char *text)
{
  return memmem (span.bytes, span.length, text, strlen (text));
}

/* What follows a place in it. */
static Span
span_from (Span span, const guint8 *place)
{
  return (Span){ place, span.length - (gsize) (place - span.bytes) };
}

static gboolean
starts_with (Span span, const char *text)
{
  return span.length >= strlen (text) && memcmp (span.bytes, text, strlen (text)) == 0;
}

/* Unpacks what zlib packed, up to its end. NULL: it is not that, or too much (transfer full) */
static GByteArray *
inflate_span (Span span)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 buffer[16384];

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (decompressor), span.bytes, span.length, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || out->len + n_written > MAX_INFLATED)
        return NULL;
      g_byte_array_append (out, buffer, (guint) n_written);
      span.bytes += n_read;
      span.length -= n_read;
    }
  return g_steal_pointer (&out);
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The text of an iTXt chunk with a key: key, whether and how it is packed, language, key in that, text; each but the
 * second ends with 0. NULL: it has another one (transfer full) */
static char *
read_text_chunk (Span chunk, const char *key)
{
  gsize n_key = strlen (key) + 1;
  const guint8 *end;
  gboolean is_packed;

  if (chunk.length < n_key + 2 || memcmp (chunk.bytes, key, n_key) != 0)
    return NULL;
  is_packed = chunk.bytes[n_key] != 0;
  chunk = span_from (chunk, chunk.bytes + n_key + 2);
  for (guint i = 0; i < 2; i++)
    {
      end = memchr (chunk.bytes, 0, chunk.length);
      if (end == NULL)
        return NULL;
      chunk = span_from (chunk, end + 1);
    }
  if (is_packed)
    {
      g_autoptr (GByteArray) text = inflate_span (chunk);

      return text != NULL ? g_strndup ((const char *) text->data, text->len) : NULL;
    }
  return g_strndup ((const char *) chunk.bytes, chunk.length);
}

/* (transfer full) */
static char *
read_png_text (Span file, const char *key)
{
  Span rest = { file.bytes + strlen (PNG_HEAD), file.length - strlen (PNG_HEAD) };
  char *text = NULL;

  while (text == NULL && rest.length >= 12)
    {
      guint32 length = read_number (rest.bytes);

      if (length > rest.length - 12)
        return NULL;
      if (memcmp (rest.bytes + 4, "iTXt", 4) == 0)
        text = read_text_chunk ((Span){ rest.bytes + 8, length }, key);
      rest = span_from (rest, rest.bytes + 12 + length);
    }
  return text;
}

/* Of each, a line. */
static char *
read_png (Span file)
{
  g_autofree char *view = read_png_text (file, RIS3_MAP_PAGE_VIEW_KEY);
  g_autofree char *options = read_png_text (file, RIS3_MAP_PAGE_OPTIONS_KEY);
  g_autofree char *state = read_png_text (file, RIS3_MAP_PAGE_ATLAS_KEY);

  return view != NULL ? g_strjoin ("\n", view, options != NULL ? options : "", state, NULL) : NULL;
}

/* What is in the element <recipe>, whatever the prefix of its name. */
typedef struct
{
  gboolean is_within;
  GString *text;
} SvgReading;

static void
on_element (GMarkupParseContext *context,
            const char *name,
            const char **attributes,
            const char **values,
            gpointer data,
            GError **error)
{
  ((SvgReading *) data)->is_within = g_str_equal (name, "recipe") || g_str_has_suffix (name, ":recipe");
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  SvgReading *reading = data;

  if (!reading->is_within)
    return;
  g_string_append_len (reading->text, text, (gssize) length);
  /* The drawing itself is not read. */
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "enough");
}

/* (transfer full) */
static char *
read_svg (Span file)
{
  static const GMarkupParser parser = { .start_element = on_element, .text = on_text };
  SvgReading reading = { .text = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean is_found;

  g_markup_parse_context_parse (context, (const char *) file.bytes, (gssize) file.length, NULL);
  is_found = reading.text->len > 0;
  return g_string_free (reading.text, !is_found);
}

/* Appends what a backslash and what follows it stand for. Returns the place after it. */
static gsize
append_escape (Span rest, GByteArray *bytes)
{
  static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
  const char *letter = rest.length > 1 ? strchr (from, rest.bytes[1]) : NULL;
  guint8 byte = 0;
  gsize n = 1;

  if (rest.length < 2)
    return 1;
  if (rest.bytes[1] < '0' || rest.bytes[1] > '7')
    {
      byte = letter != NULL && *letter != '\0' ? (guint8) to[letter - from] : rest.bytes[1];
      g_byte_array_append (bytes, &byte, 1);
      return 2;
    }
  for (; n < 4 && n < rest.length && rest.bytes[n] >= '0' && rest.bytes[n] <= '7'; n++)
    byte = (guint8) (byte * 8 + (rest.bytes[n] - '0'));
  g_byte_array_append (bytes, &byte, 1);
  return n;
}

/* "(text)", with brackets in it in pairs or escaped. */
static void
read_literal (Span rest, GByteArray *bytes)
{
  guint depth = 0;

  for (gsize i = 0; i < rest.length; i++)
    {
      guint8 byte = rest.bytes[i];

      if (byte == '\\')
        {
          i += append_escape (span_from (rest, rest.bytes + i), bytes) - 1;
          continue;
        }
      depth += byte == '(';
      if (byte == ')' && --depth == 0)
        return;
      if (byte != '(' || depth > 1)
        g_byte_array_append (bytes, &byte, 1);
    }
}

/* "<FEFF0041>" */
static void
read_hexadecimal (Span rest, GByteArray *bytes)
{
  int high = -1;

  for (gsize i = 1; i < rest.length && rest.bytes[i] != '>'; i++)
    {
      int digit = g_ascii_xdigit_value ((char) rest.bytes[i]);

      if (digit < 0)
        continue;
      if (high >= 0)
        {
          guint8 byte = (guint8) (high * 16 + digit);

          g_byte_array_append (bytes, &byte, 1);
        }
      high = high >= 0 ? -1 : digit;
    }
}

/* The string after a key of a dictionary: in UTF-16, or else in the letters of PDFDocEncoding, of which ours are those
 * of Latin-1. NULL: there is none (transfer full) */
static char *
read_pdf_string (Span span, const char *key)
{
  const guint8 *place = find (span, key);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Span rest;

  if (place == NULL)
    return NULL;
  rest = span_from (span, place + strlen (key));
  while (rest.length > 0 && g_ascii_isspace ((char) rest.bytes[0]))
    rest = span_from (rest, rest.bytes + 1);
  if (starts_with (rest, "("))
    read_literal (rest, bytes);
  else if (starts_with (rest, "<"))
    read_hexadecimal (rest, bytes);
  if (bytes->len >= 2 && bytes->data[0] == 0xfe && bytes->data[1] == 0xff)
    return g_convert ((const char *) bytes->data + 2, bytes->len - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  return g_convert ((const char *) bytes->data, bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

/* Cairo writes them as they are, or from 1.18 on into a packed stream of objects. (transfer full) */
static char *
read_pdf (Span file)
{
  static const char key[] = "/Keywords";
  char *text = read_pdf_string (file, key);
  const guint8 *place;

  for (Span rest = file; text == NULL && (place = find (rest, "/ObjStm")) != NULL;)
    {
      g_autoptr (GByteArray) objects = NULL;

      rest = span_from (rest, place + strlen ("/ObjStm"));
      place = find (rest, "stream");
      if (place == NULL)
        return NULL;
      rest = span_from (rest, place + strlen ("stream"));
      while (rest.length > 0 && (rest.bytes[0] == '\r' || rest.bytes[0] == '\n'))
        rest = span_from (rest, rest.bytes + 1);
      objects = inflate_span (rest);
      if (objects != NULL)
        text = read_pdf_string ((Span){ objects->data, objects->len }, key);
    }
  return text;
}

gboolean
ris3_page_recipe_may_have (const char *path)
{
  Ris3PageFormat format;

  return ris3_page_format_from_path (path, &format);
}

/* text: that of the view, of the options, and of the atlas, a line each (transfer full) */
static Ris3PageRecipe *
parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_autoptr (Ris3PageRecipe) self = g_new0 (Ris3PageRecipe, 1);

  self->view = ris3_view_from_text (lines[0], NULL, error);
  if (self->view == NULL)
    return NULL;
  self->options = ris3_page_options_from_text (lines[1] != NULL ? lines[1] : "", NULL, error);
  if (lines[1] != NULL && lines[2] != NULL)
    self->state = g_strdup (lines[2]);
  return self->options != NULL ? g_steal_pointer (&self) : NULL;
}

Ris3PageRecipe *
ris3_page_recipe_read (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  Ris3PageRecipe *self = NULL;
  Span span = { 0 };

  g_return_val_if_fail (path != NULL, NULL);
  file = g_file_new_for_path (path);
  name = g_filename_display_basename (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) <= MAX_FILE)
    {
      if (!g_file_get_contents (path, &contents, &span.length, error))
        return NULL;
      span.bytes = (const guint8 *) contents;
    }
  if (starts_with (span, PNG_HEAD))
    text = read_png (span);
  else if (starts_with (span, PDF_HEAD))
    text = read_pdf (span);
  else if (span.length > 0)
    text = read_svg (span);
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strstr (text, "indicator=") == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” does not say what it shows: it is no map that this program has saved, or another program "
                      "has written it since."),
                   name);
      return NULL;
    }
  self = parse (text, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", name);
  return self;
}

void
ris3_page_recipe_free (Ris3PageRecipe *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->view, ris3_view_unref);
  g_clear_pointer (&self->options, ris3_page_options_free);
  g_free (self->state);
  g_free (self);
}
