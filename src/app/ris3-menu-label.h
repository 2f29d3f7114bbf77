/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text from data as the label of a menu's item, which takes an underscore for the mark of a key. (transfer full) */
char *ris3_menu_label (const char *text);

G_END_DECLS
