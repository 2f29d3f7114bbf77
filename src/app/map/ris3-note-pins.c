/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-note-pins.h"

#include <glib/gi18n.h>

#include "app/ris3-note-words.h"
#include "app/ris3-session-edit.h"

struct _Ris3NotePins
{
  GObject parent_instance;

  Ris3Session *session;
  Ris3RegionLayer *regions;
  ShumateMap *map;
  ShumateMarkerLayer *layer;  /* of the map */
  GHashTable *pins;           /* Ris3NotePin by the note's id */
  Ris3Boundaries *boundaries; /* which name the regions; not owned, compared only */
  gboolean visible;
};

G_DEFINE_FINAL_TYPE (Ris3NotePins, ris3_note_pins, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

/* From within its own region into another one. */
static void
follow_region (Ris3NotePins *self, Ris3Note *note, double longitude, double latitude, Ris3Edit *edit)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  double former_longitude, former_latitude;
  const Ris3Region *region;
  gint index, leaf;

  if (classification == NULL || *ris3_note_get_region_code (note) == '\0'
      || ris3_note_get_nuts_version (note) != ris3_boundaries_get_nuts_version (boundaries)
      || !ris3_note_get_place (note, &former_longitude, &former_latitude))
    return;
  index = ris3_boundaries_find (boundaries, ris3_note_get_region_code (note));
  leaf = find_leaf (self, longitude, latitude);
  if (index < 0 || leaf < 0)
    return;
  region = ris3_boundaries_get_region (boundaries, (guint) index);
  if (has_leaf (region, leaf) || !has_leaf (region, find_leaf (self, former_longitude, former_latitude)))
    return;
  region = ris3_boundaries_get_region (
      boundaries, ris3_classification_get_territory (
                      classification, ris3_classification_get_leaf_territory (classification, (guint) leaf))
                      ->region);
  ris3_edit_set_text (edit, "region_code", region->code);
}

static void
on_moved_cb (Ris3NotePins *self, double longitude, double latitude, Ris3NotePin *pin)
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

static void
on_opened_cb (Ris3NotePins *self, Ris3NotePin *pin)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, pin);
}

static void
show_note (Ris3NotePins *self, Ris3Note *note)
{
  gint64 id = ris3_note_get_id (note);
  Ris3NotePin *pin = g_hash_table_lookup (self->pins, &id);
  g_autofree char *title = ris3_note_dup_title (note);
  g_autofree char *region = ris3_note_dup_region (note, self->session);
  /* Translators: a pin on the map: the text of a note, and the region that it is on */
  g_autofree char *words
      = region != NULL ? g_strdup_printf (_ ("Note: %s – %s"), title, region) : g_strdup_printf (_ ("Note: %s"), title);

  if (pin == NULL)
    {
      pin = RIS3_NOTE_PIN (ris3_note_pin_new ());
      g_signal_connect_object (pin, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pin, "moved", G_CALLBACK (on_moved_cb), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->pins, g_memdup2 (&id, sizeof id), pin);
      ris3_note_pin_set_note (pin, note, words);
      shumate_marker_layer_add_marker (self->layer, SHUMATE_MARKER (pin));
    }
  else
    ris3_note_pin_set_note (pin, note, words);
  ris3_note_pin_set_movable (pin, ris3_session_get_editing (self->session));
}

static void
remove_pin (Ris3NotePins *self, Ris3NotePin *pin)
{
  /* Who was there goes on from the map. */
  if (gtk_widget_has_focus (GTK_WIDGET (pin)))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  shumate_marker_layer_remove_marker (self->layer, SHUMATE_MARKER (pin));
}

static void
update (Ris3NotePins *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *notes = self->visible && atlas != NULL ? ris3_atlas_get_notes (atlas) : NULL;
  g_autoptr (GHashTable) shown = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer id, pin;

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (Ris3Note) note = g_list_model_get_item (notes, i);
      gint64 note_id = ris3_note_get_id (note);
      gpointer key;

      if (ris3_note_get_hidden (note) || !ris3_note_get_place (note, NULL, NULL))
        continue;
      show_note (self, note);
      g_hash_table_lookup_extended (self->pins, &note_id, &key, NULL);
      g_hash_table_add (shown, key);
    }
  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, &id, &pin))
    if (!g_hash_table_contains (shown, id))
      {
        g_hash_table_iter_steal (&iter);
        remove_pin (self, pin);
        g_free (id);
      }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_classification_changed_cb (Ris3NotePins *self)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);

  if (boundaries == self->boundaries)
    return;
  self->boundaries = boundaries;
  update (self);
}

static void
on_atlas_changed_cb (Ris3NotePins *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "note"))
    update (self);
}

/* What was dragged to where it could not stay goes back. */
static void
on_edit_failed_cb (Ris3NotePins *self)
{
  update (self);
}

static void
ris3_note_pins_dispose (GObject *object)
{
  Ris3NotePins *self = RIS3_NOTE_PINS (object);

  g_hash_table_remove_all (self->pins);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_note_pins_parent_class)->dispose (object);
}

static void
ris3_note_pins_finalize (GObject *object)
{
  g_hash_table_unref (RIS3_NOTE_PINS (object)->pins);
  G_OBJECT_CLASS (ris3_note_pins_parent_class)->finalize (object);
}

static void
ris3_note_pins_class_init (Ris3NotePinsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_note_pins_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_note_pins_finalize;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", RIS3_TYPE_NOTE_PINS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, RIS3_TYPE_NOTE_PIN);
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", RIS3_TYPE_NOTE_PINS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_note_pins_init (Ris3NotePins *self)
{
  self->pins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->visible = TRUE;
}

Ris3NotePins *
ris3_note_pins_new (ShumateMap *map, Ris3RegionLayer *regions, Ris3Session *session)
{
  Ris3NotePins *self;

  g_return_val_if_fail (SHUMATE_IS_MAP (map) && RIS3_IS_REGION_LAYER (regions) && RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_NOTE_PINS, NULL);
  self->session = g_object_ref (session);
  self->regions = regions;
  self->map = map;
  self->layer = shumate_marker_layer_new_full (shumate_map_get_viewport (map), GTK_SELECTION_NONE);
  shumate_map_insert_layer_above (map, SHUMATE_LAYER (self->layer), SHUMATE_LAYER (regions));
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edit-failed", G_CALLBACK (on_edit_failed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
ris3_note_pins_set_visible (Ris3NotePins *self, gboolean visible)
{
  g_return_if_fail (RIS3_IS_NOTE_PINS (self));
  if (self->visible == visible)
    return;
  self->visible = visible;
  update (self);
}

gboolean
ris3_note_pins_get_visible (Ris3NotePins *self)
{
  g_return_val_if_fail (RIS3_IS_NOTE_PINS (self), FALSE);
  return self->visible;
}

Ris3NotePin *
ris3_note_pins_find (Ris3NotePins *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_NOTE_PINS (self), NULL);
  return g_hash_table_lookup (self->pins, &id);
}
