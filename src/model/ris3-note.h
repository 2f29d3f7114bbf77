/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_NOTE (ris3_note_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Note, ris3_note, RIS3, NOTE, GObject)

/* The officer's own remark on one thing. Strings are never NULL. */
gint64 ris3_note_get_id (Ris3Note *self);
guint ris3_note_get_nuts_version (Ris3Note *self);      /* 0: not on a region */
const char *ris3_note_get_region_code (Ris3Note *self); /* "" when it is not on a region */
const char *ris3_note_get_strategy_id (Ris3Note *self); /* "" when it is not on a strategy */
gint64 ris3_note_get_priority_id (Ris3Note *self);      /* 0 when it is not on a priority */
/* Where it is pinned on the map, in degrees; FALSE: nowhere. Both are (out) (optional). A note on a strategy or
 * priority has no place; one on a region may have one, and one that is on nothing else has one. */
gboolean ris3_note_get_place (Ris3Note *self, double *longitude, double *latitude);
const char *ris3_note_get_colour (Ris3Note *self); /* of its pin, "#c01c28"; "": none was chosen */
gboolean ris3_note_get_hidden (Ris3Note *self);    /* from the map */
const char *ris3_note_get_text (Ris3Note *self);
const char *ris3_note_get_author (Ris3Note *self);
const char *ris3_note_get_created_at (Ris3Note *self); /* UTC, ISO 8601 */
const char *ris3_note_get_changed_at (Ris3Note *self); /* the same */

G_END_DECLS
