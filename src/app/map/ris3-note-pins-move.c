/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A pin that was dragged: its note is there from then on, and on the region there. */

#include "config.h"

#include "app/map/ris3-note-pins-private.h"

#include <glib/gi18n.h>

#include "app/ris3-note-words.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"

/* The index of the leaf there; -1: none. */
static gint
find_leaf (Ris3NotePins *self, double longitude, double latitude)
{
  double x, y;

  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (self->map), GTK_WIDGET (self->layer), latitude,
                                              longitude, &x, &y);
  return ris3_region_layer_pick (self->regions, x, y);
}

static gboolean
has_leaf (const Ris3Region *region, gint leaf)
{
  return leaf >= 0 && (guint) leaf >= region->first_leaf && (guint) leaf < region->first_leaf + region->n_leaves;
}

/* Into another region than its own; where there is none, as at sea, the note keeps its own. */
static void
follow_region (Ris3NotePins *self, Ris3Note *note, double longitude, double latitude, Ris3Edit *edit)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  const char *code = ris3_note_get_region_code (note);
  gint own, leaf;
  guint territory;

  if (classification == NULL || *code == '\0')
    return;
  own = ris3_session_find_place (self->session, NULL, ris3_note_get_nuts_version (note), code);
  leaf = find_leaf (self, longitude, latitude);
  if (leaf < 0 || (own >= 0 && has_leaf (ris3_boundaries_get_region (boundaries, (guint) own), leaf)))
    return;
  territory = ris3_classification_get_leaf_territory (classification, (guint) leaf);
  ris3_edit_set_integer (edit, "nuts_version", ris3_boundaries_get_nuts_version (boundaries));
  ris3_edit_set_text (
      edit, "region_code",
      ris3_boundaries_get_region (boundaries, ris3_classification_get_territory (classification, territory)->region)
          ->code);
}

void
_ris3_note_pins_move (Ris3NotePins *self, double longitude, double latitude, Ris3NotePin *pin)
{
  Ris3Note *note = ris3_note_pin_get_note (pin);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));
  g_autoptr (Ris3Edit) edit = ris3_edit_new_set ("note", key);
  g_autofree char *title = ris3_note_dup_title (note);
  /* Translators: an edit, in the history; %s is the text of a note */
  g_autofree char *words = g_strdup_printf (_ ("Move note “%s”"), title);

  ris3_edit_set_real (edit, "longitude", longitude);
  ris3_edit_set_real (edit, "latitude", latitude);
  follow_region (self, note, longitude, latitude, edit);
  ris3_edit_set_title (edit, words);
  ris3_session_edit (self->session, edit);
}
