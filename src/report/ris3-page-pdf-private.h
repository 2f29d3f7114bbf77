/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo-pdf.h>

#include "model/ris3-output-file.h"

G_BEGIN_DECLS

/* A PDF document by Cairo, which says what it is and in which language, for readers that read it out. */
typedef struct _Ris3PagePdf Ris3PagePdf;

/* width, height: points. subject: what it shows, in words; keywords: NULL for none */
Ris3PagePdf *
_ris3_page_pdf_new (double width, double height, const char *title, const char *subject, const char *keywords);
void _ris3_page_pdf_free (Ris3PagePdf *self);

/* Says that its words are not of the locale. language: "de" */
void _ris3_page_pdf_set_language (Ris3PagePdf *self, const char *language);

/* What it is drawn on; a page ends with cairo_show_page (). (transfer none) */
cairo_t *_ris3_page_pdf_get_cairo (Ris3PagePdf *self);

/* Ends the document and writes it. Errors: of the file; G_IO_ERROR_FAILED, with Cairo's reason */
gboolean _ris3_page_pdf_write (Ris3PagePdf *self, Ris3OutputFile *file, GError **error);

/* The language of the words, "de", of the locale. (transfer full) */
char *_ris3_page_dup_language (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PagePdf, _ris3_page_pdf_free)

G_END_DECLS
