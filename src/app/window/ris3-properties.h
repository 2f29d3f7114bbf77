/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/window/ris3-window.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PROPERTIES (ris3_properties_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Properties, ris3_properties, RIS3, PROPERTIES, AdwWindow)

/* A window on the atlas of another window as a file and as a whole: its title, where it is, what it contains, whether
 * it is in order, and its backup copies. It stays up to date. (transfer none): GTK owns it */
GtkWindow *ris3_properties_new (Ris3Window *window);

G_END_DECLS
