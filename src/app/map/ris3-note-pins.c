/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-note-pins-private.h"

#include <glib/gi18n.h>

#include "app/ris3-note-words.h"
#include "app/ris3-session-edit.h"

G_DEFINE_FINAL_TYPE (Ris3NotePins, ris3_note_pins, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of one tooltip. */
#define MAX_TITLES 6

static const Ris3CrowdSize pin_size = { .width = RIS3_NOTE_PIN_WIDTH, .height = RIS3_NOTE_PIN_HEIGHT };

static void
on_opened_cb (Ris3NotePins *self, Ris3NotePin *pin)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, pin);
}

/* (transfer full) */
static char *
describe_note (Ris3NotePins *self, Ris3Note *note)
{
  g_autofree char *title = ris3_note_dup_title (note);
  g_autofree char *region = ris3_note_dup_region (note, self->session);

  /* Translators: a pin on the map: the text of a note, and the region that it is on */
  return region != NULL ? g_strdup_printf (_ ("Note: %s – %s"), title, region)
                        : g_strdup_printf (_ ("Note: %s"), title);
}

static void
show_note (Ris3NotePins *self, Ris3Note *note)
{
  gint64 id = ris3_note_get_id (note);
  Ris3NotePin *pin = g_hash_table_lookup (self->pins, &id);
  g_autofree char *words = describe_note (self, note);

  if (pin == NULL)
    {
      pin = RIS3_NOTE_PIN (ris3_note_pin_new ());
      g_signal_connect_object (pin, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pin, "moved", G_CALLBACK (_ris3_note_pins_move), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->pins, g_memdup2 (&id, sizeof id), pin);
      ris3_note_pin_set_note (pin, note, words);
      shumate_marker_layer_add_marker (self->layer, SHUMATE_MARKER (pin));
    }
  else
    ris3_note_pin_set_note (pin, note, words);
  ris3_note_pin_set_movable (pin, ris3_session_get_editing (self->session));
  g_ptr_array_add (self->order, pin);
}

static void
remove_pin (Ris3NotePins *self, Ris3NotePin *pin)
{
  /* Who was there goes on from the map. */
  if (gtk_widget_has_focus (GTK_WIDGET (pin)))
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
  shumate_marker_layer_remove_marker (self->layer, SHUMATE_MARKER (pin));
}

/* What a pin says for itself and for those below it. (transfer full) */
static char *
describe_sign (Ris3NotePins *self, guint i)
{
  guint number = ris3_gathering_get_sum (self->gathering, i);
  g_autoptr (GString) titles = NULL;

  if (number == 1)
    return describe_note (self, ris3_note_pin_get_note (g_ptr_array_index (self->order, i)));
  titles = g_string_new (NULL);
  for (guint n = 0; i != G_MAXUINT && n < MAX_TITLES; n++, i = ris3_gathering_get_next (self->gathering, i))
    {
      g_autofree char *title = ris3_note_dup_title (ris3_note_pin_get_note (g_ptr_array_index (self->order, i)));

      g_string_append_printf (titles, "\n%s", title);
    }
  if (number > MAX_TITLES)
    g_string_append (titles, "\n…");
  /* Translators: a pin on the map for several notes; %s is the beginning of each, on lines of their own. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note here:%s", "%u notes here:%s", number), number,
                          titles->str);
}

/* Which of them are seen at the scale of the map. */
static void
gather (Ris3NotePins *self)
{
  double scale = ris3_region_layer_get_scale (self->regions);
  Ris3NotePin *focus = NULL;

  if (!ris3_gathering_set_scale (self->gathering, scale, &pin_size))
    return;
  for (guint i = 0; i < self->order->len; i++)
    {
      Ris3NotePin *pin = g_ptr_array_index (self->order, i);

      if (ris3_gathering_get_sum (self->gathering, i) > 0)
        {
          g_autofree char *words = describe_sign (self, i);

          ris3_note_pin_set_number (pin, ris3_gathering_get_sum (self->gathering, i), words);
        }
      /* The keys go on with what stands for it. */
      else if (gtk_widget_has_focus (GTK_WIDGET (pin)))
        focus = g_ptr_array_index (self->order, ris3_gathering_get_leader (self->gathering, i));
      gtk_widget_set_visible (GTK_WIDGET (pin), ris3_gathering_get_sum (self->gathering, i) > 0);
    }
  if (focus != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (focus));
}

static void
on_viewport_changed_cb (Ris3NotePins *self)
{
  if (self->order->len > 0 && ris3_region_layer_get_scale (self->regions) != ris3_gathering_get_scale (self->gathering))
    {
      gather (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
}

static void
update_signs (Ris3NotePins *self)
{
  ris3_gathering_clear (self->gathering);
  for (guint i = 0; i < self->order->len; i++)
    {
      double longitude = 0, latitude = 0;

      ris3_note_get_place (ris3_note_pin_get_note (g_ptr_array_index (self->order, i)), &longitude, &latitude);
      ris3_gathering_add (self->gathering, (Ris3Point){ ris3_mercator_x (longitude), ris3_mercator_y (latitude) }, 1);
    }
  gather (self);
}

static void
update (Ris3NotePins *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *notes = self->visible && atlas != NULL ? ris3_atlas_get_notes (atlas) : NULL;
  g_autoptr (GHashTable) shown = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer id, pin;

  g_ptr_array_set_size (self->order, 0);
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
  update_signs (self);
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
  g_ptr_array_set_size (self->order, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_note_pins_parent_class)->dispose (object);
}

static void
ris3_note_pins_finalize (GObject *object)
{
  Ris3NotePins *self = RIS3_NOTE_PINS (object);

  g_hash_table_unref (self->pins);
  g_ptr_array_unref (self->order);
  ris3_gathering_free (self->gathering);
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
  self->order = g_ptr_array_new ();
  self->gathering = ris3_gathering_new ();
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
  g_signal_connect_object (shumate_map_get_viewport (map), "notify::zoom-level", G_CALLBACK (on_viewport_changed_cb),
                           self, G_CONNECT_SWAPPED);
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

/* G_MAXUINT: it has none. */
static guint
find_sign (Ris3NotePins *self, gint64 id)
{
  Ris3NotePin *pin = g_hash_table_lookup (self->pins, &id);
  guint i;

  return pin != NULL && g_ptr_array_find (self->order, pin, &i) ? i : G_MAXUINT;
}

Ris3NotePin *
ris3_note_pins_find_shown (Ris3NotePins *self, gint64 id)
{
  guint i;

  g_return_val_if_fail (RIS3_IS_NOTE_PINS (self), NULL);
  i = find_sign (self, id);
  return i != G_MAXUINT ? g_ptr_array_index (self->order, ris3_gathering_get_leader (self->gathering, i)) : NULL;
}

GPtrArray *
ris3_note_pins_list_gathered (Ris3NotePins *self, Ris3NotePin *pin, Ris3Box *box)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);
  guint first;

  g_return_val_if_fail (RIS3_IS_NOTE_PINS (self) && RIS3_IS_NOTE_PIN (pin), notes);
  first = find_sign (self, ris3_note_get_id (ris3_note_pin_get_note (pin)));
  for (guint i = first; i != G_MAXUINT; i = ris3_gathering_get_next (self->gathering, i))
    g_ptr_array_add (notes, g_object_ref (ris3_note_pin_get_note (g_ptr_array_index (self->order, i))));
  if (box != NULL && first != G_MAXUINT)
    *box = ris3_gathering_get_box (self->gathering, first);
  return notes;
}

gboolean
ris3_note_pins_part_at (Ris3NotePins *self, Ris3NotePin *pin, double scale)
{
  g_return_val_if_fail (RIS3_IS_NOTE_PINS (self) && RIS3_IS_NOTE_PIN (pin), FALSE);
  return ris3_gathering_part_at (self->gathering, find_sign (self, ris3_note_get_id (ris3_note_pin_get_note (pin))),
                                 scale, &pin_size);
}

void
ris3_note_pins_add_boxes (Ris3NotePins *self, double scale, GArray *boxes)
{
  g_return_if_fail (RIS3_IS_NOTE_PINS (self) && boxes != NULL);
  for (guint i = 0; i < self->order->len; i++)
    {
      Ris3Point tip = ris3_gathering_get_place (self->gathering, i, scale);
      Ris3Box box = { tip.x - RIS3_NOTE_PIN_WIDTH / 2.0, tip.y - RIS3_NOTE_PIN_HEIGHT,
                      tip.x + RIS3_NOTE_PIN_WIDTH / 2.0, tip.y };

      if (ris3_gathering_get_sum (self->gathering, i) > 0)
        g_array_append_val (boxes, box);
    }
}
