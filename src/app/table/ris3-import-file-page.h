/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-import-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_FILE_PAGE (ris3_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportFilePage, ris3_import_file_page, RIS3, IMPORT_FILE_PAGE, GtkWidget)

/* The first step of an import: which file and sheets, how it is written, and which tables they are; all as it was
 * found, and all can be corrected. Its button has the action import.choose-file.
 *
 * Signals:
 *   reopen (): the file, or the sheet that is shown, is to be read in another way
 *   table-chosen (): the person says which table the sheet is
 *   sheet-ticked (guint sheet, gboolean ticked): the person wants that sheet, or does not
 *   sheet-shown (guint sheet): the person looks at another of the ticked sheets
 */

/* Shows what the draft has opened. */
void ris3_import_file_page_show (Ris3ImportFilePage *self, Ris3ImportDraft *draft);
/* What is chosen. encoding: NULL for other files than CSV; separator: '\0' where the person has chosen none */
const char *ris3_import_file_page_get_encoding (Ris3ImportFilePage *self); /* (transfer none) */
char ris3_import_file_page_get_separator (Ris3ImportFilePage *self);
/* 0: it is to be found */
guint ris3_import_file_page_get_heading_row (Ris3ImportFilePage *self);
Ris3Exchange ris3_import_file_page_get_table (Ris3ImportFilePage *self);
/* Gives the keys to the choice that is wrong most often. */
void ris3_import_file_page_focus (Ris3ImportFilePage *self);

G_END_DECLS
