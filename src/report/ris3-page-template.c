/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-template.h"

#include <glib/gi18n-lib.h>

static const Ris3PageTemplateSize sizes[RIS3_N_PAGE_TEMPLATES] = {
  [RIS3_PAGE_TEMPLATE_A4_LANDSCAPE] = { "a4-landscape", 297, 210, 300, TRUE },
  [RIS3_PAGE_TEMPLATE_A4_PORTRAIT] = { "a4-portrait", 210, 297, 300, TRUE },
  [RIS3_PAGE_TEMPLATE_COLUMN] = { "column", 85, 170, 300, TRUE },
  [RIS3_PAGE_TEMPLATE_SLIDE] = { "slide", 338.667, 190.5, 144, TRUE },
  [RIS3_PAGE_TEMPLATE_SQUARE] = { "square", 180, 180, 300, TRUE },
  [RIS3_PAGE_TEMPLATE_MAP_ONLY] = { "map-only", 160, 130, 300, FALSE },
};

const Ris3PageTemplateSize *
ris3_page_template_get_size (Ris3PageTemplate self)
{
  g_return_val_if_fail (self < RIS3_N_PAGE_TEMPLATES, &sizes[0]);
  return &sizes[self];
}

const char *
ris3_page_template_get_title (Ris3PageTemplate self)
{
  switch (self)
    {
    case RIS3_PAGE_TEMPLATE_A4_LANDSCAPE:
      return C_ ("page", "A4, landscape");
    case RIS3_PAGE_TEMPLATE_A4_PORTRAIT:
      return C_ ("page", "A4, portrait");
    case RIS3_PAGE_TEMPLATE_COLUMN:
      return C_ ("page", "Column of text");
    case RIS3_PAGE_TEMPLATE_SLIDE:
      return C_ ("page", "Slide, 16:9");
    case RIS3_PAGE_TEMPLATE_SQUARE:
      return C_ ("page", "Square");
    case RIS3_PAGE_TEMPLATE_MAP_ONLY:
      return C_ ("page", "Map only");
    case RIS3_N_PAGE_TEMPLATES:
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
ris3_page_template_from_id (const char *id, Ris3PageTemplate *self)
{
  g_return_val_if_fail (id != NULL && self != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_PAGE_TEMPLATES; i++)
    if (g_str_equal (sizes[i].id, id))
      {
        *self = i;
        return TRUE;
      }
  return FALSE;
}
