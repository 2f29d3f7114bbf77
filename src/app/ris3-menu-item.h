/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Appends an item to a menu.
 *
 * action: with its prefix
 * target: what the action is activated with, which is taken if it is floating; NULL: nothing
 */
void ris3_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

G_END_DECLS
