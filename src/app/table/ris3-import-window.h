/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_IMPORT_WINDOW (ris3_import_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ImportWindow, ris3_import_window, RIS3, IMPORT_WINDOW, AdwWindow)

/* Brings a table into the atlas, in three steps: the file, its columns, its rows. Nothing is changed before the last
 * step has shown what would be, row by row; then it is one edit. Actions:
 *
 *   import.next (), import.back (): from step to step
 *   import.choose-file (): another file
 *   import.compare (): the dry run, again
 *   import.try-again (): what has failed, again
 *   import.cancel (): stops what is being done
 *   import.copy-report (), import.save-report (): of the dry run
 *
 * Signals:
 *   unrecorded (guint n_rows): rows were imported that the history does not keep; the window closes
 */

/* Begins with a file. */
GtkWindow *ris3_import_window_new (Ris3Session *session, GtkWindow *parent, const char *path);

G_END_DECLS
