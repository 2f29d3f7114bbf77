/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many comments are open on what a small map shows, in a corner of it. */

#include "config.h"

#include "app/map/ris3-inset-map-private.h"

#include "app/map/ris3-badge-words.h"
#include "app/map/ris3-count-badge.h"

static void
on_badge_opened_cb (Ris3InsetMap *self, gboolean adds, Ris3CountBadge *badge)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_regions;
  const guint *counted = ris3_count_badge_get_regions (badge, &n_regions);

  if (!_ris3_inset_map_is_shown_now (self))
    return;
  g_array_append_vals (regions, counted, n_regions);
  _ris3_inset_map_choose (self, regions, adds);
}

/* Of the territories in the picture those that have open comments: not a country, which is counted where it lies. */
static GArray *
find_counted (Ris3InsetMap *self, guint *n_open, gboolean *matches)
{
  const Ris3Region *record = ris3_boundaries_get_region (self->boundaries, self->region);
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  Ris3RegionRecords *records = ris3_session_get_records (self->session);
  GArray *counted = g_array_new (FALSE, FALSE, sizeof (guint));
  gint last = -1;

  for (guint leaf = record->first_leaf; leaf < record->first_leaf + record->n_leaves && records != NULL; leaf++)
    {
      guint index = ris3_classification_get_leaf_territory (classification, leaf);
      const Ris3Territory *territory = ris3_classification_get_territory (classification, index);
      guint n = ris3_region_records_get (records, territory->region).n_open;

      /* The leaves of a territory follow one another. */
      if ((gint) index == last || n == 0
          || ris3_boundaries_get_region (self->boundaries, territory->region)->level < record->level)
        continue;
      last = (gint) index;
      *n_open += n;
      *matches = *matches || territory->matches;
      g_array_append_val (counted, territory->region);
    }
  return counted;
}

static void
hide_badge (Ris3InsetMap *self)
{
  if (self->badge == NULL)
    return;
  /* Who was there goes on from the map. */
  if (gtk_widget_has_focus (self->badge))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->badge, FALSE);
}

void
ris3_inset_map_update_badge (Ris3InsetMap *self)
{
  g_autoptr (GArray) counted = NULL;
  g_autofree char *words = NULL;
  const guint *regions;
  guint n_open = 0;
  gboolean matches = FALSE;

  g_return_if_fail (RIS3_IS_INSET_MAP (self));
  if (!_ris3_inset_map_is_shown_now (self))
    return;
  counted = find_counted (self, &n_open, &matches);
  if (!self->shows_badge || n_open == 0)
    {
      hide_badge (self);
      return;
    }
  if (self->badge == NULL)
    {
      self->badge = ris3_count_badge_new ();
      g_signal_connect_object (self->badge, "opened", G_CALLBACK (on_badge_opened_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
    }
  regions = (const guint *) (const void *) counted->data;
  words = ris3_badge_words_new (self->boundaries, regions, counted->len, n_open);
  ris3_count_badge_set_regions (RIS3_COUNT_BADGE (self->badge), regions, counted->len);
  ris3_count_badge_set_count (RIS3_COUNT_BADGE (self->badge), n_open, !matches, words);
  gtk_widget_set_visible (self->badge, TRUE);
}

void
ris3_inset_map_set_shows_badge (Ris3InsetMap *self, gboolean shows)
{
  g_return_if_fail (RIS3_IS_INSET_MAP (self));
  self->shows_badge = shows;
  ris3_inset_map_update_badge (self);
}

void
_ris3_inset_map_allocate_badge (Ris3InsetMap *self, int width)
{
  int badge_width, badge_height;

  if (self->badge == NULL || !gtk_widget_should_layout (self->badge))
    return;
  gtk_widget_measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1, &badge_width, NULL, NULL, NULL);
  gtk_widget_measure (self->badge, GTK_ORIENTATION_VERTICAL, -1, &badge_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->badge, &(GtkAllocation){ width - badge_width, 0, badge_width, badge_height }, -1);
}
