/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-note-pins.h"

#include "map/ris3-gathering.h"

G_BEGIN_DECLS

struct _Ris3NotePins
{
  GObject parent_instance;

  Ris3Session *session;
  Ris3RegionLayer *regions;
  ShumateMap *map;
  ShumateMarkerLayer *layer;  /* of the map */
  GHashTable *pins;           /* Ris3NotePin by the note's id */
  GPtrArray *order;           /* of the same: those that stand for others first; not owned */
  Ris3Gathering *gathering;   /* with a sign for each of these */
  Ris3Boundaries *boundaries; /* which name the regions; not owned, compared only */
  gboolean visible;
};

/* ris3-note-pins-move.c: one was dragged there. */
void _ris3_note_pins_move (Ris3NotePins *self, double longitude, double latitude, Ris3NotePin *pin);

G_END_DECLS
