/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-table-row.h"

#include <glib/gi18n.h>

static const struct
{
  const char *suffix;
  const char *words;
} tables[] = { { NULL, NC_ ("table beside a figure", "Not Saved") },
               { "csv", NC_ ("table beside a figure", "CSV") },
               { "xlsx", NC_ ("table beside a figure", "Excel (XLSX)") } };

void
ris3_figure_table_row_fill (AdwComboRow *row)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    gtk_string_list_append (list, g_dpgettext2 (NULL, "table beside a figure", tables[i].words));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

const char *
ris3_figure_table_row_get (AdwComboRow *row)
{
  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);
  return tables[MIN (adw_combo_row_get_selected (row), G_N_ELEMENTS (tables) - 1)].suffix;
}

void
ris3_figure_table_row_set (AdwComboRow *row, const char *suffix)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i].suffix, suffix) == 0)
      adw_combo_row_set_selected (row, i);
}
