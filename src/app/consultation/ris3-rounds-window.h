/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_ROUNDS_WINDOW (ris3_rounds_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RoundsWindow, ris3_rounds_window, RIS3, ROUNDS_WINDOW, AdwWindow)

/* The rounds of consultation of the atlas that a session shows, and who is asked in each. parent: a window with the
 * actions "edit" (Ris3EditDesk), win.undo, win.people, win.show-selected and win.show-comments-of
 *
 * Signal "unrecorded" (): something was changed that cannot be undone. */
GtkWindow *ris3_rounds_window_new (GtkWindow *parent, Ris3Session *session);
/* Whether the window that the person is in is one of rounds of a parent, or belongs to one: it tells of edits. */
gboolean ris3_rounds_window_is_in_front (GtkWindow *parent);

G_END_DECLS
