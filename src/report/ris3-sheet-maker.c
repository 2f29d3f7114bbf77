/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-sheet-maker-private.h"

Ris3SheetMaker *
ris3_sheet_maker_new (Ris3Atlas *atlas, Ris3Classification *classification)
{
  Ris3SheetMaker *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && classification != NULL, NULL);
  self = g_new0 (Ris3SheetMaker, 1);
  self->atlas = g_object_ref (atlas);
  self->classification = ris3_classification_ref (classification);
  self->map = _ris3_locator_map_new (classification);
  return self;
}

void
ris3_sheet_maker_free (Ris3SheetMaker *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->atlas);
  ris3_classification_unref (self->classification);
  _ris3_locator_map_free (self->map);
  g_free (self);
}

guint
_ris3_sheet_maker_draw (Ris3SheetMaker *self,
                        Ris3SheetFlow *flow,
                        guint region,
                        GArray *samples,
                        Ris3SheetFoot draw_foot,
                        gconstpointer data,
                        cairo_t *cr)
{
  guint n_pages = _ris3_sheet_flow_get_n_pages (flow);

  for (guint page = 0; page < n_pages; page++)
    {
      if (page == 0 && samples != NULL)
        _ris3_locator_map_draw (self->map, region, samples, cr);
      _ris3_sheet_flow_draw (flow, page, cr);
      draw_foot (self, data, page, n_pages, cr);
      cairo_show_page (cr);
    }
  return n_pages;
}
