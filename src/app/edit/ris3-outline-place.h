/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* Where priorities can be added to a strategy: at its end, or below one of its priorities, named for people, in the
 * order of the tree.
 *
 * ids: (out): of each place, gint64; 0 for the end of the strategy; (transfer full)
 *
 * (transfer full): NULL-terminated
 */
char **ris3_outline_places (Ris3Strategy *strategy, GArray **ids);

/* Whether an extract looks as if it were in English, for a first choice that a person can change. */
gboolean ris3_outline_looks_english (const char *extract);

G_END_DECLS
