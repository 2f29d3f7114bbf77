/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* Applies one edit. (transfer full) */
Ris3EditResult *test_edit_apply (Ris3Editor *editor, Ris3Edit *edit, GError **error);

/* Adds a row with one field; all but organisations are of the region FRL0. Gives its id. */
gint64 test_edit_add (Ris3Editor *editor, const char *table, const char *field, const char *value);

/* A strategy without priorities, for the period from 2040 on. (transfer full) */
Ris3Edit *test_edit_new_strategy (const char *id, const char *region_code);

/* All rows that are edited, in the order of their keys; the log is left out. (transfer full) */
char *test_edit_dump (const char *path);

/* The labels of a strategy's priorities, with a dot for each level: "3 .3.1 ..3.1.1". (transfer full) */
char *test_edit_outline (Ris3Atlas *atlas, const char *strategy_id);

G_END_DECLS
