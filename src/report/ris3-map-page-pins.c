/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes on the map of a page: numbers at their places, and their texts below. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map/ris3-note-colour.h"
#include "model/ris3-note.h"
#include "model/ris3-text.h"
#include "report/ris3-map-page-private.h"

/* More of them could not be told apart on a map. */
#define MAX_PINS 40
/* Characters of a text: the page is about its map. */
#define MAX_TEXT 200
/* Times the font size. */
#define RADIUS 0.72
/* A number has room for two digits. */
#define N_RINGS 12
#define N_WAYS 16

typedef struct
{
  Ris3Note *note;
  Ris3Point point;
} Place;

static void
clear_place (gpointer data)
{
  g_clear_object (&((Place *) data)->note);
}

/* As one reads. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->point.y != other->point.y   ? (one->point.y > other->point.y) - (one->point.y < other->point.y)
         : one->point.x != other->point.x ? (one->point.x > other->point.x) - (one->point.x < other->point.x)
                                          : (ris3_note_get_id (one->note) > ris3_note_get_id (other->note))
                                                - (ris3_note_get_id (one->note) < ris3_note_get_id (other->note));
}

/* Where a note is in the plane of the map. */
static gboolean
find_point (const Ris3MapPage *page, Ris3Note *note, Ris3Point *point)
{
  Ris3Plane *plane = ris3_boundaries_get_plane (ris3_classification_get_boundaries (page->classification));
  double longitude = 0, latitude = 0;

  return ris3_note_get_place (note, &longitude, &latitude) && ris3_plane_project (plane, longitude, latitude, point)
         && isfinite (point->x) && isfinite (point->y);
}

void
ris3_map_page_add_notes (Ris3MapPage *page, GListModel *notes)
{
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (page != NULL && page->classification != NULL && G_IS_LIST_MODEL (notes));
  page->notes = NULL;
  page->n_notes_beyond = 0;
  if (page->options == NULL || !page->options->has_pins
      || !ris3_page_template_get_size (page->options->page)->has_words)
    return;
  places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (Ris3Note) note = g_list_model_get_item (notes, i);
      Place place = { .note = note };

      if (ris3_note_get_hidden (note) || !ris3_note_get_place (note, NULL, NULL))
        continue;
      if (!find_point (page, note, &place.point) || place.point.x < page->extent.x0 || place.point.x > page->extent.x1
          || place.point.y < page->extent.y0 || place.point.y > page->extent.y1 || places->len == MAX_PINS)
        {
          page->n_notes_beyond++;
          continue;
        }
      g_object_ref (note);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare);
  page->notes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (page->notes, g_object_ref (g_array_index (places, Place, i).note));
}

char *
_ris3_map_page_get_notes (const Ris3MapPage *page, gboolean is_short)
{
  g_autoptr (GString) text = NULL;
  guint n_notes = page->notes != NULL ? page->notes->len : 0;

  if (n_notes + page->n_notes_beyond == 0)
    return NULL;
  text = g_string_new (n_notes > 0 ? _ ("Notes on the map:") : NULL);
  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *words = ris3_text_to_line (ris3_note_get_text (g_ptr_array_index (page->notes, i)), MAX_TEXT);

      g_string_append_printf (text, "%s%u\302\240– %s", !is_short ? "\n" : i > 0 ? " · " : " ", i + 1, words);
    }
  if (page->n_notes_beyond > 0)
    {
      g_string_append (text, text->len == 0 ? "" : is_short ? " · " : "\n");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u note is not within this map.",
                                           "%u notes are not within this map.", page->n_notes_beyond),
                              page->n_notes_beyond);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Above its place, or around it, ever farther away. */
static gboolean
find_disc (const Ris3MapPageLayout *self, guint n_texts, Ris3MapPagePin *pin)
{
  double size = 2 * pin->radius;

  for (guint ring = 0; ring < N_RINGS; ring++)
    for (guint way = 0; way < N_WAYS; way++)
      {
        /* Up, right, left and so on. */
        double turn = (way % 2 == 0 ? 1 : -1) * (double) ((way + 1) / 2) * 2 * G_PI / N_WAYS;
        double distance = (1.6 + 1.2 * ring) * pin->radius;

        pin->disc_x = pin->x + distance * sin (turn);
        pin->disc_y = pin->y - distance * cos (turn);
        if (_ris3_map_page_layout_is_free (
                self, &(Ris3MapPagePlace){ pin->disc_x - pin->radius, pin->disc_y - pin->radius, size, size }, n_texts))
          return TRUE;
      }
  return FALSE;
}

void
_ris3_map_page_layout_add_pins (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  Ris3Frame frame = ris3_frame_of_box (&page->extent, (guint) self->map_width, (guint) self->map_height);
  /* Only what is of others: a number lies on its own disc. */
  guint n_texts = self->map_texts->len;

  for (guint i = 0; page->notes != NULL && i < page->notes->len; i++)
    {
      Ris3Note *note = g_ptr_array_index (page->notes, i);
      Ris3MapPagePin pin
          = { .radius = RADIUS * self->font_size, .colour = ris3_note_colour_read (ris3_note_get_colour (note), NULL) };
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const Ris3MapPageText *text;
      Ris3Point point;

      if (!find_point (page, note, &point))
        continue;
      pin.x = self->map_x + (point.x - frame.x) * frame.scale;
      pin.y = self->map_y + (point.y - frame.y) * frame.scale;
      if (!find_disc (self, n_texts, &pin))
        continue;
      g_array_append_val (self->pins, pin);
      text = _ris3_map_page_layout_add_map_text (self, context, number, TRUE, 0, 0, self->map_width);
      _ris3_map_page_layout_move_map_text (self, pin.disc_x - text->width / 2, pin.disc_y - text->height / 2);
    }
}
