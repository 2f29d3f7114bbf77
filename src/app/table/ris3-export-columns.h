/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_EXPORT_COLUMNS (ris3_export_columns_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ExportColumns, ris3_export_columns, RIS3, EXPORT_COLUMNS, AdwExpanderRow)

/* The choice of columns: all of them, unless some are taken off.
 *
 * Signals:
 *   changed (): others are chosen
 */

/* Shows the columns of a table, or with RIS3_EXPORT_JOB_REGIONS of the regions; all are chosen. with_personal: those
 * that name persons, too */
void ris3_export_columns_show (Ris3ExportColumns *self, guint table, gboolean with_personal);
guint ris3_export_columns_get_n_chosen (Ris3ExportColumns *self);
/* The names of those that are chosen, NULL-terminated; NULL: all. (transfer full) */
char **ris3_export_columns_dup_chosen (Ris3ExportColumns *self);

G_END_DECLS
