/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Brings a list that is in order up to date with as few items-changed as there are places where it changes.
 *
 * gone: the objects that leave it, as a set
 * additions: the objects that come, in order, element-type GObject
 * compare: the order of the list; of two objects, never 0 for two that are in it together
 */
void ris3_list_update (GListStore *store,
                       GHashTable *gone,
                       GPtrArray *additions,
                       gint (*compare) (gconstpointer a, gconstpointer b));

G_END_DECLS
