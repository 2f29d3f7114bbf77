/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a page is made for. */
typedef enum
{
  RIS3_PAGE_TEMPLATE_A4_LANDSCAPE,
  RIS3_PAGE_TEMPLATE_A4_PORTRAIT,
  RIS3_PAGE_TEMPLATE_COLUMN, /* one of two columns of a page of text */
  RIS3_PAGE_TEMPLATE_SLIDE,
  RIS3_PAGE_TEMPLATE_SQUARE,
  RIS3_PAGE_TEMPLATE_MAP_ONLY, /* with nothing but the credit, for a text that says the rest */
  RIS3_N_PAGE_TEMPLATES,
} Ris3PageTemplate;

/* A4 is that of ISO 216; the others are as wide as publications and slides (16:9, 13.33 inches) usually have them. */
typedef struct
{
  const char *id; /* as files and command lines have it: "a4-landscape" */
  double width;   /* millimetres */
  double height;  /* millimetres */
  double dpi;     /* dots an inch, of a picture of pixels */
  gboolean has_words;
} Ris3PageTemplateSize;

const Ris3PageTemplateSize *ris3_page_template_get_size (Ris3PageTemplate self);
/* Its name for people, in the language of the locale. (transfer none) */
const char *ris3_page_template_get_title (Ris3PageTemplate self);
/* FALSE: there is none of that id. */
gboolean ris3_page_template_from_id (const char *id, Ris3PageTemplate *self);

G_END_DECLS
