/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_JOIN_WINDOW (ris3_join_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3JoinWindow, ris3_join_window, RIS3, JOIN_WINDOW, AdwWindow)

/* Joins a column of a table to the atlas of a session: which sheet and columns, what it is called and where it is from,
 * all guessed and to be changed, with what becomes of the rows, and which regions have no value, as it is chosen. One
 * edit. (transfer none): GTK owns it
 *
 * Signals: joined (char *indicator, guint level): it is in the atlas; most of its values are of the level */
GtkWindow *ris3_join_window_new (Ris3Session *session, GtkWindow *parent, const char *path);

G_END_DECLS
