/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_WINDOW (ris3_boundary_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryWindow, ris3_boundary_window, RIS3, BOUNDARY_WINDOW, AdwWindow)

/* Shows an atlas with boundaries of one's own, in two steps: what the layers and columns of the file mean, and what
 * came of that. Nothing is changed before the second; then the atlas remembers the file, which is one edit. Actions:
 *
 *   boundaries.next (), boundaries.back (): from step to step
 *   boundaries.choose-file (): another file
 *   boundaries.try-again (): what has failed, again
 *   boundaries.cancel (): stops what is being done
 *   boundaries.forget (): back to the boundaries of the program
 */

/* Begins with a file; NULL: with that which the atlas remembers. */
GtkWindow *ris3_boundary_window_new (Ris3Session *session, GtkWindow *parent, const char *path);

G_END_DECLS
