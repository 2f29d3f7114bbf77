/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/table/ris3-export-job.h"

G_BEGIN_DECLS

#define RIS3_TYPE_EXPORT_WINDOW (ris3_export_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ExportWindow, ris3_export_window, RIS3, EXPORT_WINDOW, AdwWindow)

/* Asks what is exported, as what and whereto, and exports it. Personal data is asked for in words, each time.
 *
 * Signals:
 *   exported (guint n_rows, const char *path): it is done; the window closes
 */
GtkWindow *ris3_export_window_new (Ris3Session *session, GtkWindow *parent);

/* Offers what somebody sees in another place besides, as the first choice. All of it is borrowed. */
void ris3_export_window_offer (Ris3ExportWindow *self, const Ris3ExportShown *shown);

G_END_DECLS
