/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* Reads edits from JSON lines: each line is an object, and one edit; empty lines are passed over.
 *
 *   {"edit": "strategy-set", "id": "FRL0-2014", "pm_mark": 1, "pm_basis": "text", "expect": {"pm_mark": null}}
 *   {"edit": "priority-add", "strategy_id": "FRL0-2014", "parent": 12, "after": "first", "label": "3.1",
 *    "themes": ["genomics"], "children": [{"label": "3.1.1"}]}                              (on one line)
 *   {"edit": "priority-move", "id": 12, "parent": null, "after": 7}
 *   {"edit": "priority-shift", "id": 12, "way": "up"}                  up, down, in or out
 *   {"edit": "priority-themes", "id": 12, "themes": ["genomics"]}
 *   {"edit": "note-delete", "id": 3}                                   each table has -add, -set and -delete
 *   {"edit": "meta-set", "key": "title", "value": "Ours"}
 *   {"edit": "restore", "change": 5, "table": "strategy", "key": "FRL0-2014", "field": "year"}
 *   {"edit": "group", "title": "Read Provence", "edits": [{"edit": …}, …]}
 *
 * "title" of a group is the name in the history. Other members are the fields of the table.
 *
 * lines: the number of the line of each edit, of guint, from 1; (out) (transfer full)
 * error_line: the line that an error is about
 *
 * Returns the edits (element-type Ris3Edit), NULL on an error: RIS3_EDIT_ERROR_INVALID. (transfer full) */
GPtrArray *ris3_edits_read_json (const char *text, gsize length, GArray **lines, guint *error_line, GError **error);

G_END_DECLS
