/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export-private.h"

#include <glib/gi18n-lib.h>

static void
add_rows (Ris3Export *self, const Ris3ExportCells *cells)
{
  for (guint row = 0; row < cells->n_rows; row++)
    for (guint i = 0; i < cells->n_columns; i++)
      {
        g_autofree char *text = cells->get_cell (row, i, cells->user_data);

        _ris3_export_add_cell (self, text);
      }
}

static void
add_about (Ris3Export *self, const Ris3ExportCells *cells, const Ris3ExportBase *base)
{
  if (cells->classification != NULL)
    _ris3_export_add_map (self, cells->classification, base, cells->contents);
  else
    {
      _ris3_export_begin_about (self, base, cells->contents);
      _ris3_export_end_about (self, base);
      _ris3_export_add_about (self, _ ("Credit"), _ ("codes and names of regions: Eurostat (NUTS)"));
    }
  _ris3_export_add_about (self, _ ("Sorted by"), cells->order);
}

Ris3Export *
ris3_export_new_cells (const Ris3ExportCells *cells, const Ris3ExportBase *base)
{
  g_autoptr (Ris3Export) self = NULL;

  g_return_val_if_fail (cells != NULL && cells->n_columns > 0 && base != NULL, NULL);
  self = _ris3_export_new (cells->name);
  for (guint i = 0; i < cells->n_columns; i++)
    _ris3_export_add_column (self, cells->columns[i], cells->are_numbers[i] ? RIS3_COLUMN_INTEGER : RIS3_COLUMN_TEXT);
  add_rows (self, cells);
  add_about (self, cells, base);
  return g_steal_pointer (&self);
}
