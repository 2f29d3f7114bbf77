/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-note-pin.h"
#include "app/map/ris3-region-layer.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_NOTE_PINS (ris3_note_pins_get_type ())
G_DECLARE_FINAL_TYPE (Ris3NotePins, ris3_note_pins, RIS3, NOTE_PINS, GObject)

/* The notes of a session's atlas that have a place and are not hidden, as pins on a map. They follow the atlas. While
 * it is edited, a pin that is dragged changes its note, in one edit; one that is dragged from its own region into
 * another one is on that from then on.
 *
 * Signals:
 *   opened (Ris3NotePin *): somebody wants to read it
 *   changed (): the pins are others, or those of other notes
 *
 * map, regions: not owned; they live longer
 */
Ris3NotePins *ris3_note_pins_new (ShumateMap *map, Ris3RegionLayer *regions, Ris3Session *session);

/* Shows or hides all of them. */
void ris3_note_pins_set_visible (Ris3NotePins *self, gboolean visible);
gboolean ris3_note_pins_get_visible (Ris3NotePins *self);
/* That of a note; NULL: it has none, or they are not shown. (transfer none) */
Ris3NotePin *ris3_note_pins_find (Ris3NotePins *self, gint64 id);

G_END_DECLS
