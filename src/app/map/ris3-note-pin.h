/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "model/ris3-note.h"

G_BEGIN_DECLS

#define RIS3_TYPE_NOTE_PIN (ris3_note_pin_get_type ())
G_DECLARE_FINAL_TYPE (Ris3NotePin, ris3_note_pin, RIS3, NOTE_PIN, ShumateMarker)

/* A note on the map: a pin in its colour, with the sign of that, whose tip is at the note's place. It has the focus of
 * the keyboard in turn after the map.
 *
 * Signals:
 *   opened (): it was clicked, or Enter was pressed on it
 *   moved (double longitude, double latitude): it was dragged there; it stays there until it is given its note anew
 */
ShumateMarker *ris3_note_pin_new (void);

/* words: what it is to who cannot see it, and its tooltip */
void ris3_note_pin_set_note (Ris3NotePin *self, Ris3Note *note, const char *words);
Ris3Note *ris3_note_pin_get_note (Ris3NotePin *self); /* (transfer none) */
/* It stands for so many notes at once, whose number it shows, and cannot be dragged; 1: only for its own. words: as for
 * its note */
void ris3_note_pin_set_number (Ris3NotePin *self, guint number, const char *words);
guint ris3_note_pin_get_number (Ris3NotePin *self);
/* Whether it can be dragged. */
void ris3_note_pin_set_movable (Ris3NotePin *self, gboolean movable);

/* The height of what is drawn, above the place. */
#define RIS3_NOTE_PIN_HEIGHT 36
/* … and its width. */
#define RIS3_NOTE_PIN_WIDTH 26

/* Draws a pin with its tip at a point. scale: 1 for one of that height */
void ris3_note_pin_draw (cairo_t *cr, double x, double y, double scale, const char *colour);

G_END_DECLS
