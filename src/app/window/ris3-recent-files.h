/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The atlases that were open, in the settings (recent-files), the latest first. It is a list of our own: what is in the
 * desktop's list of recent files is seen by every program. */

void ris3_recent_files_add (GSettings *settings, const char *uri);
void ris3_recent_files_remove (GSettings *settings, const char *uri);

/* A menu of all but one of them, whose items do an action with the URI; each is called by the name of its file, with
 * the folder where several are called so. NULL: there are none. (transfer full) */
GMenuModel *ris3_recent_files_make_menu (GSettings *settings, const char *except_uri, const char *action);

G_END_DECLS
