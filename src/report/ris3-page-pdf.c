/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _Ris3PagePdf
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  char *language;
};

static cairo_status_t
append_bytes (gpointer data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

Ris3PagePdf *
_ris3_page_pdf_new (double width, double height, const char *title, const char *subject, const char *keywords)
{
  Ris3PagePdf *self = g_new0 (Ris3PagePdf, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_bytes, self->bytes, width, height);
  /* Later versions hide the catalog in a compressed stream. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  if (keywords != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "RIS3 Atlas " RIS3_VERSION);
  self->cr = cairo_create (self->surface);
  self->language = _ris3_page_dup_language ();
  return self;
}

void
_ris3_page_pdf_free (Ris3PagePdf *self)
{
  g_return_if_fail (self != NULL);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_free (self->language);
  g_free (self);
}

void
_ris3_page_pdf_set_language (Ris3PagePdf *self, const char *language)
{
  g_return_if_fail (self != NULL && language != NULL);
  g_free (self->language);
  self->language = g_strdup (language);
}

cairo_t *
_ris3_page_pdf_get_cairo (Ris3PagePdf *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->cr;
}

char *
_ris3_page_dup_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, "_.@"));

  /* Not a language, as XML and PDF know them. */
  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX") || language[0] == '\0')
    return g_strdup ("en");
  return g_steal_pointer (&language);
}

/* The last of them. NULL: there is none. */
static const char *
find_last (const GByteArray *bytes, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = bytes->len; i >= length; i--)
    if (memcmp (bytes->data + i - length, text, length) == 0)
      return (const char *) bytes->data + i - length;
  return NULL;
}

static gboolean
find_number (const char *text, const char *name, guint *number)
{
  const char *found = strstr (text, name);

  if (found != NULL)
    *number = (guint) strtoul (found + strlen (name), NULL, 10);
  return found != NULL;
}

/* Cairo sets no language: the catalog, which comes last, is followed by a newer one that has it (PDF 1.4, 3.4.5,
 * incremental updates). FALSE: the document is made otherwise than Cairo makes it, and stays as it is. */
static gboolean
add_language (GByteArray *bytes, const char *language)
{
  g_autofree char *tail = NULL;
  g_autofree char *object = NULL;
  g_autofree char *catalog = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  const char *trailer, *begin, *end;
  guint root, size, table, info = 0;

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (bytes, bytes->len - 1);
  trailer = find_last (bytes, "\ntrailer\n");
  tail = trailer != NULL ? g_strndup (trailer, (gsize) ((const char *) bytes->data + bytes->len - trailer)) : NULL;
  if (tail == NULL || !find_number (tail, "/Root ", &root) || !find_number (tail, "/Size ", &size)
      || !find_number (tail, "startxref\n", &table))
    return FALSE;
  object = g_strdup_printf ("\n%u 0 obj\n<< /Type /Catalog", root);
  begin = find_last (bytes, object);
  end = begin != NULL ? strstr (begin + strlen (object), "\n>>\nendobj") : NULL;
  if (end == NULL)
    return FALSE;
  begin += strlen (object);
  catalog = g_strndup (begin, (gsize) (end - begin));
  g_string_append_printf (update,
                          "%u 0 obj\n<< /Type /Catalog\n   /Lang (%s)\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>%s\n>>\nendobj\n",
                          root, language, catalog);
  g_string_append_printf (update, "xref\n%u 1\n%010u 00000 n \n", root, bytes->len);
  g_string_append_printf (update, "trailer\n<< /Size %u\n   /Root %u 0 R\n", size, root);
  if (find_number (tail, "/Info ", &info))
    g_string_append_printf (update, "   /Info %u 0 R\n", info);
  g_string_append_printf (update, "   /Prev %u\n>>\nstartxref\n%u\n%%%%EOF\n", table,
                          bytes->len + (guint) (strstr (update->str, "xref\n") - update->str));
  g_byte_array_append (bytes, (const guint8 *) update->str, (guint) update->len);
  return TRUE;
}

gboolean
_ris3_page_pdf_write (Ris3PagePdf *self, Ris3OutputFile *file, GError **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && file != NULL, FALSE);
  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("It was not drawn: %s."), cairo_status_to_string (status));
      return FALSE;
    }
  add_language (self->bytes, self->language);
  return ris3_output_file_write (file, self->bytes->data, self->bytes->len, error);
}
