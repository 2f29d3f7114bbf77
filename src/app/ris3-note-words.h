/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* How a note of a session’s atlas is told of in words: on the map, in its list and on the region page. */

/* The region that it is on, “Provence-Alpes-Côte d’Azur (FRL0)”; NULL: it is on none. (transfer full) */
char *ris3_note_dup_region (Ris3Note *note, Ris3Session *session);
/* What it is on: a region, a strategy, a priority, or only a place of the map. (transfer full) */
char *ris3_note_dup_target (Ris3Note *note, Ris3Session *session);
/* … with its place: "43.30000° N, 5.37000° E"; NULL without one. (transfer full) */
char *ris3_note_dup_place (Ris3Note *note);
/* Who wrote it, when, and when it was changed: “Ada · 1 November 2026”. (transfer full) */
char *ris3_note_dup_origin (Ris3Note *note);
/* The beginning of its text, in one line. (transfer full) */
char *ris3_note_dup_title (Ris3Note *note);

/* What the action edit.set takes to hide a note from the map, or to show it there again. (transfer full): floating */
GVariant *ris3_note_new_hiding (Ris3Note *note, gboolean hidden);

G_END_DECLS
