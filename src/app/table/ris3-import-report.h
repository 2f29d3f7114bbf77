/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* The report of a dry run, of one plan or of those of several sheets, as a text for people, or as a table (CSV): of
 * each row its sheet, line and state, and of each of its problems, remarks and changes the column, what stood there,
 * and what the file has. In any thread, while no other uses the plans. (transfer full)
 */
char *ris3_import_report_text (GPtrArray *plans, const char *file_name);
char *ris3_import_report_csv (GPtrArray *plans);

G_END_DECLS
