/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which badges there are at the scale of the map, and where. */

#include "config.h"

#include "app/map/ris3-comment-badges-private.h"

#include <math.h>

#include "app/map/ris3-badge-words.h"

/* Who was there goes on from the map. */
void
_ris3_comment_badges_hide (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  if (gtk_widget_has_focus (GTK_WIDGET (badge)))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_widget_set_child_visible (GTK_WIDGET (badge), FALSE);
}

static gboolean
matches_any (Ris3CommentBadges *self, guint leader)
{
  for (guint i = leader; i != G_MAXUINT; i = ris3_gathering_get_next (self->gathering, i))
    if (_ris3_comment_badges_get_area (self, i)->matches)
      return TRUE;
  return FALSE;
}

static void
show_badge (Ris3CommentBadges *self, guint i)
{
  Ris3BadgeArea *area = _ris3_comment_badges_get_area (self, i);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *first;
  g_autofree char *words = NULL;

  for (guint counted = i; counted != G_MAXUINT; counted = ris3_gathering_get_next (self->gathering, counted))
    g_array_append_val (regions, _ris3_comment_badges_get_area (self, counted)->region);
  first = (const guint *) (const void *) regions->data;
  words = ris3_badge_words_new (self->boundaries, first, regions->len, ris3_gathering_get_sum (self->gathering, i));
  if (area->badge == NULL)
    {
      area->badge = RIS3_COUNT_BADGE (ris3_count_badge_new ());
      g_signal_connect_object (area->badge, "opened", G_CALLBACK (_ris3_comment_badges_open), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (area->badge), GTK_WIDGET (self));
    }
  ris3_count_badge_set_regions (area->badge, first, regions->len);
  ris3_count_badge_set_count (area->badge, ris3_gathering_get_sum (self->gathering, i), !matches_any (self, i), words);
}

static Ris3Box
get_natural_place (Ris3CommentBadges *self, guint i, const Ris3CrowdSize *size)
{
  Ris3Point place = ris3_gathering_get_place (self->gathering, i, ris3_gathering_get_scale (self->gathering));
  double width = ris3_crowd_size_get_width (size, ris3_gathering_get_sum (self->gathering, i));

  return (Ris3Box){ place.x - width / 2, place.y - size->height / 2, place.x + width / 2, place.y + size->height / 2 };
}

/* Beside pins and signs, if they are there, and not on other badges. */
static void
find_places (Ris3CommentBadges *self, const Ris3CrowdSize *size)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Ris3Box));
  double scale = ris3_gathering_get_scale (self->gathering);
  guint n_others;

  ris3_note_pins_add_boxes (self->pins, scale, boxes);
  ris3_region_layer_add_boxes (self->regions, scale, boxes);
  n_others = boxes->len;
  for (guint i = 0; i < self->areas->len; i++)
    if (ris3_gathering_get_sum (self->gathering, i) > 0)
      {
        Ris3Box place = get_natural_place (self, i, size);

        g_array_append_val (boxes, place);
      }
  for (guint i = 0, own = n_others; i < self->areas->len; i++)
    if (ris3_gathering_get_sum (self->gathering, i) > 0)
      {
        Ris3Box *place = &g_array_index (boxes, Ris3Box, own);

        ris3_crowd_avoid (place, (const Ris3Box *) boxes->data, boxes->len, own);
        _ris3_comment_badges_get_area (self, i)->place = *place;
        own++;
      }
}

/* Only another scale, other counts or other signs make a difference: moving the map moves what is there. */
static void
gather (Ris3CommentBadges *self)
{
  double scale = ris3_region_layer_get_scale (self->regions);
  Ris3CrowdSize size;

  if (self->areas->len == 0 || scale == ris3_gathering_get_scale (self->gathering))
    return;
  size = ris3_count_badge_measure (GTK_WIDGET (self));
  ris3_gathering_set_scale (self->gathering, scale, &size);
  find_places (self, &size);
  for (guint i = 0; i < self->areas->len; i++)
    if (ris3_gathering_get_sum (self->gathering, i) > 0)
      show_badge (self, i);
    else if (_ris3_comment_badges_get_area (self, i)->badge != NULL)
      _ris3_comment_badges_hide (self, _ris3_comment_badges_get_area (self, i)->badge);
}

void
_ris3_comment_badges_follow_map (Ris3CommentBadges *self)
{
  gather (self);
  if (self->areas->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_ris3_comment_badges_gather_again (Ris3CommentBadges *self)
{
  ris3_gathering_forget_scale (self->gathering);
  _ris3_comment_badges_follow_map (self);
}

void
_ris3_comment_badges_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  double scale = ris3_gathering_get_scale (self->gathering);
  Ris3Frame frame;

  if (!ris3_region_layer_get_frame (self->regions, &frame) || scale == 0)
    return;
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Ris3BadgeArea *area = _ris3_comment_badges_get_area (self, i);
      GtkWidget *badge = GTK_WIDGET (area->badge);
      double x, y;
      int badge_width, badge_height;

      if (badge == NULL || ris3_gathering_get_sum (self->gathering, i) == 0)
        continue;
      x = (area->place.x0 + area->place.x1) / 2 - frame.x * scale;
      y = (area->place.y0 + area->place.y1) / 2 - frame.y * scale;
      gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, &badge_width, NULL, NULL, NULL);
      gtk_widget_measure (badge, GTK_ORIENTATION_VERTICAL, -1, &badge_height, NULL, NULL, NULL);
      x = floor (x - badge_width / 2.0);
      y = floor (y - badge_height / 2.0);
      /* What is not seen is nowhere for the keys, too. */
      gtk_widget_set_child_visible (badge, x > -badge_width && y > -badge_height && x < width && y < height);
      gtk_widget_size_allocate (badge, &(GdkRectangle){ (int) x, (int) y, badge_width, badge_height }, -1);
    }
}
