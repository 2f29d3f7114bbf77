/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What kind of file a page is. */
typedef enum
{
  RIS3_PAGE_FORMAT_PNG, /* pixels */
  RIS3_PAGE_FORMAT_SVG, /* text stays text, and each area is an element with its code */
  RIS3_PAGE_FORMAT_PDF, /* with its fonts */
  RIS3_N_PAGE_FORMATS,
} Ris3PageFormat;

/* "png". (transfer none) */
const char *ris3_page_format_get_id (Ris3PageFormat self);
/* Its name for people, in the language of the locale. (transfer none) */
const char *ris3_page_format_get_title (Ris3PageFormat self);
/* By the end of a file's name. FALSE: that of none of them */
gboolean ris3_page_format_from_path (const char *path, Ris3PageFormat *self);

G_END_DECLS
