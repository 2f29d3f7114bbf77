/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_JOINED_COLUMNS (ris3_joined_columns_get_type ())
G_DECLARE_FINAL_TYPE (Ris3JoinedColumns, ris3_joined_columns, RIS3, JOINED_COLUMNS, AdwWindow)

/* A window that renames and removes the joined columns of the session's atlas, and says where each is from. It stays up
 * to date. A renaming takes the saved views that show the column along; each is one edit, and is undone as one.
 * (transfer none): GTK owns it */
GtkWindow *ris3_joined_columns_new (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
