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
 * Pins that would lie on each other at the scale of the map are one, with their number.
 *
 * Signals:
 *   opened (Ris3NotePin *): somebody wants to read it; it may be one of several notes
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
/* The pin that is seen of a note: its own, or the one that stands for several; NULL as before. (transfer none) */
Ris3NotePin *ris3_note_pins_find_shown (Ris3NotePins *self, gint64 id);
/* The notes that a pin stands for; box: (out) (optional) of their places on the map's plane. (transfer full): of
 * Ris3Note */
GPtrArray *ris3_note_pins_list_gathered (Ris3NotePins *self, Ris3NotePin *pin, Ris3Box *box);
/* Whether a larger scale, in logical pixels of a unit of the plane, shows more than one pin for them. */
gboolean ris3_note_pins_part_at (Ris3NotePins *self, Ris3NotePin *pin, double scale);
/* Appends where pins are at a scale, in pixels of the plane. boxes: of Ris3Box */
void ris3_note_pins_add_boxes (Ris3NotePins *self, double scale, GArray *boxes);

G_END_DECLS
