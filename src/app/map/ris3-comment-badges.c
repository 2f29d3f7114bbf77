/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-comment-badges-private.h"

G_DEFINE_FINAL_TYPE (Ris3CommentBadges, ris3_comment_badges, SHUMATE_TYPE_LAYER)

static guint opened_signal;

Ris3BadgeArea *
_ris3_comment_badges_get_area (Ris3CommentBadges *self, guint i)
{
  return &g_array_index (self->areas, Ris3BadgeArea, i);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const Ris3BadgeArea *one = a, *other = b;

  return one->count != other->count ? (one->count < other->count) - (one->count > other->count)
                                    : (one->region > other->region) - (one->region < other->region);
}

/* What is asked with the indicator, whatever the map shows. */
static GArray *
list_areas (Ris3CommentBadges *self)
{
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  GArray *areas = g_array_new (FALSE, TRUE, sizeof (Ris3BadgeArea));
  Ris3RegionRecords *records = ris3_session_get_records (self->session);

  if (classification == NULL || records == NULL || !self->visible)
    return areas;
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      Ris3BadgeArea area = { .region = territory->region,
                             .count = ris3_region_records_get (records, territory->region).n_open,
                             .matches = territory->matches };

      if (area.count > 0)
        g_array_append_val (areas, area);
    }
  g_array_sort (areas, compare_areas);
  return areas;
}

static guint
find_area (const GArray *areas, guint region)
{
  for (guint i = 0; i < areas->len; i++)
    if (g_array_index (areas, Ris3BadgeArea, i).region == region)
      return i;
  return G_MAXUINT;
}

/* A badge stays that of its area. */
static void
take_badges (Ris3CommentBadges *self, GArray *former)
{
  for (guint i = 0; i < former->len; i++)
    {
      Ris3BadgeArea *area = &g_array_index (former, Ris3BadgeArea, i);
      guint now = area->badge != NULL ? find_area (self->areas, area->region) : G_MAXUINT;

      if (now != G_MAXUINT)
        _ris3_comment_badges_get_area (self, now)->badge = area->badge;
      else if (area->badge != NULL)
        {
          _ris3_comment_badges_hide (self, area->badge);
          gtk_widget_unparent (GTK_WIDGET (area->badge));
        }
    }
}

/* The sign that a badge is; G_MAXUINT: none that is shown. */
static guint
find_sign (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (_ris3_comment_badges_get_area (self, i)->badge == badge && ris3_gathering_get_sum (self->gathering, i) > 0)
      return i;
  return G_MAXUINT;
}

gint
ris3_comment_badges_get_region (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  guint i;

  g_return_val_if_fail (RIS3_IS_COMMENT_BADGES (self) && RIS3_IS_COUNT_BADGE (badge), -1);
  i = find_sign (self, badge);
  return i != G_MAXUINT && ris3_gathering_get_next (self->gathering, i) == G_MAXUINT
             ? (gint) _ris3_comment_badges_get_area (self, i)->region
             : -1;
}

void
_ris3_comment_badges_open (Ris3CommentBadges *self, gboolean adds, Ris3CountBadge *badge)
{
  guint i = find_sign (self, badge);
  Ris3Box box;

  if (i == G_MAXUINT)
    return;
  box = ris3_gathering_get_box (self->gathering, i);
  g_signal_emit (self, opened_signal, 0, ris3_comment_badges_get_region (self, badge), &box, adds);
}

static void
update (Ris3CommentBadges *self)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  g_autoptr (GArray) former = g_steal_pointer (&self->areas);

  self->areas = list_areas (self);
  if (boundaries != self->boundaries)
    /* An index is that of another region then. */
    for (guint i = 0; i < former->len; i++)
      g_array_index (former, Ris3BadgeArea, i).region = G_MAXUINT;
  self->boundaries = boundaries;
  take_badges (self, former);
  ris3_gathering_clear (self->gathering);
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Ris3BadgeArea *area = _ris3_comment_badges_get_area (self, i);

      ris3_gathering_add (self->gathering, ris3_boundaries_get_region (boundaries, area->region)->inside, area->count);
    }
  _ris3_comment_badges_gather_again (self);
}

static void
on_atlas_changed_cb (Ris3CommentBadges *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "comment"))
    update (self);
}

static void
ris3_comment_badges_dispose (GObject *object)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (object);
  GtkWidget *child;

  g_array_set_size (self->areas, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_comment_badges_parent_class)->dispose (object);
}

static void
ris3_comment_badges_finalize (GObject *object)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (object);

  g_array_unref (self->areas);
  ris3_gathering_free (self->gathering);
  G_OBJECT_CLASS (ris3_comment_badges_parent_class)->finalize (object);
}

static void
ris3_comment_badges_class_init (Ris3CommentBadgesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_comment_badges_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_comment_badges_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = _ris3_comment_badges_size_allocate;
  _ris3_comment_badges_install_keys (GTK_WIDGET_CLASS (klass));
  opened_signal = g_signal_new ("opened", RIS3_TYPE_COMMENT_BADGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_INT, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
ris3_comment_badges_init (Ris3CommentBadges *self)
{
  self->areas = g_array_new (FALSE, TRUE, sizeof (Ris3BadgeArea));
  self->gathering = ris3_gathering_new ();
  self->visible = TRUE;
}

ShumateLayer *
ris3_comment_badges_new (ShumateViewport *viewport,
                         Ris3Session *session,
                         Ris3Side side,
                         Ris3RegionLayer *regions,
                         Ris3NotePins *pins)
{
  Ris3CommentBadges *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport) && RIS3_IS_SESSION (session) && side < RIS3_N_SIDES, NULL);
  g_return_val_if_fail (RIS3_IS_REGION_LAYER (regions) && RIS3_IS_NOTE_PINS (pins), NULL);
  self = g_object_new (RIS3_TYPE_COMMENT_BADGES, "viewport", viewport, NULL);
  self->session = g_object_ref (session);
  self->side = side;
  self->regions = regions;
  self->pins = pins;
  g_signal_connect_object (viewport, "notify", G_CALLBACK (_ris3_comment_badges_follow_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pins, "changed", G_CALLBACK (_ris3_comment_badges_gather_again), self, G_CONNECT_SWAPPED);
  /* Only then its font is known. */
  g_signal_connect (self, "map", G_CALLBACK (_ris3_comment_badges_gather_again), NULL);
  update (self);
  return SHUMATE_LAYER (self);
}

void
ris3_comment_badges_set_visible (Ris3CommentBadges *self, gboolean visible)
{
  g_return_if_fail (RIS3_IS_COMMENT_BADGES (self));
  if (self->visible == visible)
    return;
  self->visible = visible;
  update (self);
}

gboolean
ris3_comment_badges_get_visible (Ris3CommentBadges *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT_BADGES (self), FALSE);
  return self->visible;
}

Ris3CountBadge *
ris3_comment_badges_find (Ris3CommentBadges *self, guint region)
{
  guint i;

  g_return_val_if_fail (RIS3_IS_COMMENT_BADGES (self), NULL);
  i = find_area (self->areas, region);
  return i != G_MAXUINT && ris3_gathering_get_scale (self->gathering) > 0
             ? _ris3_comment_badges_get_area (self, ris3_gathering_get_leader (self->gathering, i))->badge
             : NULL;
}
