/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes on the map of a page, or in its insets: numbers at their places, and their texts below. */

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
/* The place is on the map itself, and in none of its insets. */
#define NO_INSET G_MAXUINT
/* Around an inset's region, as a share of its longer side, its sea is shown, too. */
#define INSET_MARGIN 0.1
#define N_WAYS 16

typedef struct
{
  Ris3Note *note;
  Ris3Point point; /* in the plane of the map or of the inset */
  guint inset;     /* of the page's; NO_INSET */
} Place;

static void
clear_place (gpointer data)
{
  g_clear_object (&((Place *) data)->note);
}

/* As one reads; those of insets last, as a page may have no room for these. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->inset != other->inset)
    return one->inset == NO_INSET || (other->inset != NO_INSET && one->inset < other->inset) ? -1 : 1;
  return one->point.y != other->point.y   ? (one->point.y > other->point.y) - (one->point.y < other->point.y)
         : one->point.x != other->point.x ? (one->point.x > other->point.x) - (one->point.x < other->point.x)
                                          : (ris3_note_get_id (one->note) > ris3_note_get_id (other->note))
                                                - (ris3_note_get_id (one->note) < ris3_note_get_id (other->note));
}

static gboolean
is_within (Ris3Boundaries *boundaries, const Ris3Box *box, double margin, Ris3Note *note, Ris3Point *point)
{
  double longitude = 0, latitude = 0;

  return ris3_note_get_place (note, &longitude, &latitude)
         && ris3_plane_project (ris3_boundaries_get_plane (boundaries), longitude, latitude, point)
         && isfinite (point->x) && isfinite (point->y) && point->x >= box->x0 - margin && point->x <= box->x1 + margin
         && point->y >= box->y0 - margin && point->y <= box->y1 + margin;
}

/* Where a note is: on the map, or else in an inset. FALSE: it cannot be seen. */
static gboolean
find_place (const Ris3MapPage *page, Ris3Note *note, Place *place)
{
  place->inset = NO_INSET;
  if (is_within (ris3_classification_get_boundaries (page->classification), &page->extent, 0, note, &place->point))
    return TRUE;
  for (guint i = 0; page->insets != NULL && i < page->insets->len; i++)
    {
      const Ris3MapInset *inset = g_ptr_array_index (page->insets, i);
      const Ris3Box *box = &inset->extent;

      place->inset = i;
      if (is_within (inset->boundaries, box, INSET_MARGIN * MAX (box->x1 - box->x0, box->y1 - box->y0), note,
                     &place->point))
        return TRUE;
    }
  return FALSE;
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
      if (!find_place (page, note, &place) || places->len == MAX_PINS)
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

/* How many of them are on a page whose insets may have been left out. */
static guint
count_seen (const Ris3MapPage *page)
{
  guint n = 0;
  Place place;

  while (page->notes != NULL && n < page->notes->len && find_place (page, g_ptr_array_index (page->notes, n), &place))
    n++;
  return n;
}

char *
_ris3_map_page_get_notes (const Ris3MapPage *page, gboolean is_short)
{
  g_autoptr (GString) text = NULL;
  guint n_notes = count_seen (page);
  guint n_beyond = page->n_notes_beyond + (page->notes != NULL ? page->notes->len - n_notes : 0);

  if (n_notes + n_beyond == 0)
    return NULL;
  text = g_string_new (n_notes > 0 ? _ ("Notes on the map:") : NULL);
  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *words = ris3_text_to_line (ris3_note_get_text (g_ptr_array_index (page->notes, i)), MAX_TEXT);

      g_string_append_printf (text, "%s%u\302\240– %s", !is_short ? "\n" : i > 0 ? " · " : " ", i + 1, words);
    }
  if (n_beyond > 0)
    {
      g_string_append (text, text->len == 0 ? "" : is_short ? " · " : "\n");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u note is not within this map.",
                                           "%u notes are not within this map.", n_beyond),
                              n_beyond);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Above its place, or around it, ever farther away. */
static gboolean
find_disc (const Ris3MapPageLayout *self, guint n_texts, guint inset, Ris3MapPagePin *pin)
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
                self, &(Ris3MapPagePlace){ pin->disc_x - pin->radius, pin->disc_y - pin->radius, size, size }, n_texts,
                inset))
          return TRUE;
      }
  return FALSE;
}

void
_ris3_map_page_layout_add_pins (Ris3MapPageLayout *self, const Ris3MapPage *page, PangoContext *context)
{
  Ris3Frame map = ris3_frame_of_box (&page->extent, (guint) self->map_width, (guint) self->map_height);
  /* Only what is of others: a number lies on its own disc. */
  guint n_texts = self->map_texts->len;

  for (guint i = 0; page->notes != NULL && i < page->notes->len; i++)
    {
      Ris3Note *note = g_ptr_array_index (page->notes, i);
      Ris3MapPagePin pin
          = { .radius = RADIUS * self->font_size, .colour = ris3_note_colour_read (ris3_note_get_colour (note), NULL) };
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const Ris3MapPageText *text;
      const Ris3MapPageInset *inset = NULL;
      const Ris3Frame *frame = &map;
      Place place;

      if (!find_place (page, note, &place) || (place.inset != NO_INSET && place.inset >= self->insets->len))
        continue;
      if (place.inset != NO_INSET)
        {
          inset = &g_array_index (self->insets, Ris3MapPageInset, place.inset);
          frame = &inset->frame;
        }
      pin.x = (inset != NULL ? inset->x : self->map_x) + (place.point.x - frame->x) * frame->scale;
      pin.y = (inset != NULL ? inset->y : self->map_y) + (place.point.y - frame->y) * frame->scale;
      if (!find_disc (self, n_texts, place.inset, &pin))
        continue;
      g_array_append_val (self->pins, pin);
      text = _ris3_map_page_layout_add_map_text (self, context, number, TRUE, 0, 0, self->map_width);
      _ris3_map_page_layout_move_map_text (self, pin.disc_x - text->width / 2, pin.disc_y - text->height / 2);
    }
}
