/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_SAVED_VIEWS (ris3_saved_views_get_type ())
G_DECLARE_FINAL_TYPE (Ris3SavedViews, ris3_saved_views, RIS3, SAVED_VIEWS, AdwWindow)

/* A window that renames, replaces and deletes the saved views of the session's atlas. It stays up to date. Each is an
 * edit, and is undone as one. (transfer none): GTK owns it
 *
 * Signals:
 *   show-view (guint position): one was chosen; the first is 1
 */
GtkWindow *ris3_saved_views_new (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
