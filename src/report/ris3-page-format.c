/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *title;
} formats[RIS3_N_PAGE_FORMATS] = {
  [RIS3_PAGE_FORMAT_PNG] = { "png", N_ ("PNG image") },
  [RIS3_PAGE_FORMAT_SVG] = { "svg", N_ ("SVG drawing") },
  [RIS3_PAGE_FORMAT_PDF] = { "pdf", N_ ("PDF document") },
};

const char *
ris3_page_format_get_id (Ris3PageFormat self)
{
  g_return_val_if_fail (self < RIS3_N_PAGE_FORMATS, NULL);
  return formats[self].id;
}

const char *
ris3_page_format_get_title (Ris3PageFormat self)
{
  g_return_val_if_fail (self < RIS3_N_PAGE_FORMATS, NULL);
  return _ (formats[self].title);
}

gboolean
ris3_page_format_from_path (const char *path, Ris3PageFormat *self)
{
  const char *dot;

  g_return_val_if_fail (path != NULL && self != NULL, FALSE);
  dot = strrchr (path, '.');
  for (guint i = 0; dot != NULL && i < RIS3_N_PAGE_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].id) == 0)
      {
        *self = i;
        return TRUE;
      }
  return FALSE;
}
