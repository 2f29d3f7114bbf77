/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_WINDOW (ris3_history_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryWindow, ris3_history_window, RIS3, HISTORY_WINDOW, AdwWindow)

/* The history of the open atlas, beside its window: one for each window. It follows the atlas, and ends with it.
 *
 * Adds the actions that open it, also while nothing is edited:
 *
 *   edit.history (ss): what it is about: a table and a key: "" for the whole atlas, "region" "2016 FRL0",
 *     "strategy" and its id, "priority" and its id
 *   edit.history-show (x): a change of the atlas, by its id
 */
void ris3_history_window_add_actions (Ris3EditDesk *desk);

G_END_DECLS
