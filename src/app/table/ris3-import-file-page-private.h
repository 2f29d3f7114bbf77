/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/table/ris3-import-file-page.h"

#include "app/table/ris3-import-sheets-group.h"
#include "app/table/ris3-table-preview.h"

G_BEGIN_DECLS

struct _Ris3ImportFilePage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  AdwActionRow *file_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  Ris3ImportSheetsGroup *sheets;
  GtkWidget *problem_box;
  GtkLabel *problem;
  AdwComboRow *sheet_row;
  AdwComboRow *heading_row;
  AdwComboRow *table_row;
  Ris3TablePreview *preview;

  GPtrArray *encodings; /* of the choices, as iconv calls them */
  GString *separators;  /* of the choices */
  GArray *shown_sheets; /* of guint: of the choices */
  GArray *heading_rows; /* of guint: of the choices */
  gboolean is_separator_chosen;
  char *path; /* that is shown */
  gboolean is_filling;
};

/* ris3-import-file-page-csv.c */
/* How a CSV was understood; NULL and '\0' hide them. */
void _ris3_import_file_page_show_encoding (Ris3ImportFilePage *self, const char *found);
void _ris3_import_file_page_show_separator (Ris3ImportFilePage *self, char found);

G_END_DECLS
