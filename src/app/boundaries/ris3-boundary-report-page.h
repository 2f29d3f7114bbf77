/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/boundaries/ris3-boundary-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_REPORT_PAGE (ris3_boundary_report_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryReportPage, ris3_boundary_report_page, RIS3, BOUNDARY_REPORT_PAGE, GtkWidget)

/* The second step: what came of the file, as a map, as numbers, and as lists of what has no counterpart and of what had
 * to be repaired or left out. Nothing is cut.
 *
 * Signals:
 *   copied (guint n_lines): lines of a list are on the clipboard
 */

/* Shows what the draft has read. land: drawn behind; may be NULL */
void ris3_boundary_report_page_show (Ris3BoundaryReportPage *self, Ris3BoundaryDraft *draft, Ris3Shapes *land);

G_END_DECLS
