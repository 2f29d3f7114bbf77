/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Brings a sorted list up to date, with one items-changed for each place where it changes.
 *
 * gone: the objects to remove, as a set
 * additions: the objects to add, sorted, element-type GObject
 * compare: the order of the list; never 0 for two objects that are in it together
 */
void ris3_list_update (GListStore *store,
                       GHashTable *gone,
                       GPtrArray *additions,
                       gint (*compare) (gconstpointer a, gconstpointer b));

G_END_DECLS
