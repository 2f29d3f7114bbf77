/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-atlas.h"
#include "model/ris3-change.h"

G_BEGIN_DECLS

/* What a change changed, for people: a section for each row that it touched, with its old and new values beside each
 * other. Buttons beside them have the action "history.restore" ((sssb)): table, key, field; whether the old value is
 * meant; or, beside themes, "history.restore-themes" ((ssasas)): table, key, and for ris3_history_exchange_themes ()
 * those that are to go and to come.
 *
 * values: of Ris3ChangedValue, as from ris3_history_read_named_values ()
 * atlas: which the buttons change; NULL: there are none
 * (transfer floating) */
GtkWidget *ris3_history_sections_new (GPtrArray *values, Ris3Atlas *atlas);

/* All that the sections of values and atlas depend on: where it is the same as before, they would be, too. (transfer
 * full) */
char *ris3_history_sections_dup_state (GPtrArray *values, Ris3Atlas *atlas);

/* Some themes without those to remove, and with those to add. present: as from ris3_atlas_dup_value () (transfer full)
 */
char **ris3_history_exchange_themes (const char *present, const char *const *remove, const char *const *add);

G_END_DECLS
