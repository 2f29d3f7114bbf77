/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-strategy.h"

G_BEGIN_DECLS

#define RIS3_TYPE_STRATEGY_ARRAY (ris3_strategy_array_get_type ())
G_DECLARE_FINAL_TYPE (Ris3StrategyArray, ris3_strategy_array, RIS3, STRATEGY_ARRAY, GObject)

/* The strategies that a model has now, as a model that never changes. former: an earlier one, of which it shares what
 * has stayed the same; may be NULL. On the thread of the model. (transfer full) */
Ris3StrategyArray *ris3_strategy_array_new (GListModel *strategies, Ris3StrategyArray *former);
Ris3Strategy *const *ris3_strategy_array_get (Ris3StrategyArray *self, guint *n_strategies); /* (transfer none) */

G_END_DECLS
