/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_NOTES_WINDOW (ris3_notes_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3NotesWindow, ris3_notes_window, RIS3, NOTES_WINDOW, AdwWindow)

/* All notes of the atlas, the latest first, also those that are hidden from the map or have no place on it. While
 * the atlas is edited, a hidden one is put on the map again from here, one is added, and those that are selected are
 * deleted, for which it needs the group of actions "edit".
 *
 * Signal "note-wanted" (int64 id): a note is to be shown where it is; the window closes.
 *
 * parent: that it stands before; session: with an open atlas. (transfer none)
 */
GtkWindow *ris3_notes_window_new (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
