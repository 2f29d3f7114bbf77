/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-change.h"

G_BEGIN_DECLS

/* What a change changed, for people: a section for each row that it touched, with its old and new values beside each
 * other. Buttons beside them have the action "history.restore" ((sssb)): table, key, field; whether the old value is
 * meant.
 *
 * values: of Ris3ChangedValue, as from ris3_history_read_named_values ()
 * can_restore: whether there are buttons
 * (transfer floating) */
GtkWidget *ris3_history_sections_new (GPtrArray *values, gboolean can_restore);

G_END_DECLS
