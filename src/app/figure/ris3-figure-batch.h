/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-files-window.h"
#include "report/ris3-page-format.h"
#include "report/ris3-page-options.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_BATCH (ris3_figure_batch_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigureBatch, ris3_figure_batch, RIS3, FIGURE_BATCH, Ris3FilesWindow)

/* A window in which many files are made, one for each country, theme, period, saved view or region: what they are
 * called and where they go is chosen, and all names are seen before. It ends with a report of what was written.
 *
 * options: the page of each map; copied
 * extent: of each map that is not of one country, as a view keeps it; NULL: all of Europe
 * format: what kind of file is offered at first
 * table: the ending of the table that is offered beside each (ris3_figure_table_row_get ()); NULL: none
 *
 * (transfer none): GTK owns it
 */
GtkWindow *ris3_figure_batch_new (Ris3Session *session,
                                  GtkWindow *parent,
                                  const Ris3PageOptions *options,
                                  const char *extent,
                                  Ris3PageFormat format,
                                  const char *table);

G_END_DECLS
