/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-comment-badges.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-region-words.h"

/* Names of regions in a tooltip. */
#define MAX_NAMES 6

/* Of one area. */
typedef struct
{
  guint region;
  guint count;
  gboolean matches;      /* the filter */
  Ris3CountBadge *badge; /* NULL: it never had one; a child, which is hidden while another one counts it */
  Ris3Box place;         /* in pixels of the plane */
} Area;

struct _Ris3CommentBadges
{
  ShumateLayer parent_instance;

  Ris3Session *session;
  Ris3Side side;
  Ris3RegionLayer *regions; /* not owned, as the pins */
  Ris3NotePins *pins;
  Ris3Boundaries *boundaries; /* that the areas are of; not owned, compared only */
  GArray *areas;              /* of Area, the most open comments first */
  Ris3CrowdSign *signs;       /* one an area */
  double scale;               /* that they are gathered for; 0: none yet */
  gboolean visible;
};

G_DEFINE_FINAL_TYPE (Ris3CommentBadges, ris3_comment_badges, SHUMATE_TYPE_LAYER)

static guint opened_signal;

static Area *
get_area (Ris3CommentBadges *self, guint i)
{
  return &g_array_index (self->areas, Area, i);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const Area *one = a, *other = b;

  return one->count != other->count ? (one->count < other->count) - (one->count > other->count)
                                    : (one->region > other->region) - (one->region < other->region);
}

/* What is asked with the indicator, whatever the map shows. */
static GArray *
list_areas (Ris3CommentBadges *self)
{
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  GArray *areas = g_array_new (FALSE, TRUE, sizeof (Area));
  Ris3RegionRecords *records = ris3_session_get_records (self->session);

  if (classification == NULL || records == NULL || !self->visible)
    return areas;
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      Area area = { .region = territory->region,
                    .count = ris3_region_records_get (records, territory->region).n_open,
                    .matches = territory->matches };

      if (area.count > 0)
        g_array_append_val (areas, area);
    }
  g_array_sort (areas, compare_areas);
  return areas;
}

/* Who was there goes on from the map. */
static void
hide_badge (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  if (gtk_widget_has_focus (GTK_WIDGET (badge)))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_widget_set_child_visible (GTK_WIDGET (badge), FALSE);
}

static guint
find_area (const GArray *areas, guint region)
{
  for (guint i = 0; i < areas->len; i++)
    if (g_array_index (areas, Area, i).region == region)
      return i;
  return G_MAXUINT;
}

/* A badge stays that of its area. */
static void
take_badges (Ris3CommentBadges *self, GArray *former)
{
  for (guint i = 0; i < former->len; i++)
    {
      Area *area = &g_array_index (former, Area, i);
      guint now = area->badge != NULL ? find_area (self->areas, area->region) : G_MAXUINT;

      if (now != G_MAXUINT)
        get_area (self, now)->badge = area->badge;
      else if (area->badge != NULL)
        {
          hide_badge (self, area->badge);
          gtk_widget_unparent (GTK_WIDGET (area->badge));
        }
    }
}

/* The names of those that a badge counts, in their order. (transfer full) */
static char *
list_names (Ris3CommentBadges *self, guint leader, guint *n_areas)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n_areas = 0;
  for (guint i = leader; i != G_MAXUINT; i = self->signs[i].next)
    {
      if (++*n_areas > MAX_NAMES)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (
          names, ris3_region_display_name (ris3_boundaries_get_region (self->boundaries, get_area (self, i)->region)));
    }
  if (*n_areas > MAX_NAMES)
    g_string_append (names, ", …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe (Ris3CommentBadges *self, guint leader)
{
  guint n_areas, n_open = self->signs[leader].sum;
  g_autofree char *names = list_names (self, leader, &n_areas);
  g_autofree char *comments
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u open comment", "%'u open comments", n_open), n_open);

  if (n_areas == 1)
    /* Translators: a badge on the map: “3 open comments”, and the region that they are about. */
    return g_strdup_printf (_ ("%s: %s"), comments, names);
  /* Translators: a badge on the map: “7 open comments”, the number of regions that they are about, and their names. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s in %u region: %s", "%s in %u regions: %s", n_areas),
                          comments, n_areas, names);
}

/* The sign that a badge is; G_MAXUINT: none that is shown. */
static guint
find_sign (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (get_area (self, i)->badge == badge && self->signs[i].sum > 0)
      return i;
  return G_MAXUINT;
}

gint
ris3_comment_badges_get_region (Ris3CommentBadges *self, Ris3CountBadge *badge)
{
  guint i;

  g_return_val_if_fail (RIS3_IS_COMMENT_BADGES (self) && RIS3_IS_COUNT_BADGE (badge), -1);
  i = find_sign (self, badge);
  return i != G_MAXUINT && self->signs[i].next == G_MAXUINT ? (gint) get_area (self, i)->region : -1;
}

static void
on_opened_cb (Ris3CommentBadges *self, gboolean adds, Ris3CountBadge *badge)
{
  guint i = find_sign (self, badge);
  Ris3Box box;

  if (i == G_MAXUINT)
    return;
  box = ris3_crowd_get_box (self->signs, i);
  g_signal_emit (self, opened_signal, 0, ris3_comment_badges_get_region (self, badge), &box, adds);
}

static gboolean
matches_any (Ris3CommentBadges *self, guint leader)
{
  for (guint i = leader; i != G_MAXUINT; i = self->signs[i].next)
    if (get_area (self, i)->matches)
      return TRUE;
  return FALSE;
}

static void
show_badge (Ris3CommentBadges *self, guint i)
{
  Area *area = get_area (self, i);
  g_autofree char *words = describe (self, i);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint counted = i; counted != G_MAXUINT; counted = self->signs[counted].next)
    g_array_append_val (regions, get_area (self, counted)->region);

  if (area->badge == NULL)
    {
      area->badge = RIS3_COUNT_BADGE (ris3_count_badge_new ());
      g_signal_connect_object (area->badge, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (area->badge), GTK_WIDGET (self));
    }
  ris3_count_badge_set_regions (area->badge, (const guint *) (const void *) regions->data, regions->len);
  ris3_count_badge_set_count (area->badge, self->signs[i].sum, !matches_any (self, i), words);
}

static Ris3Box
get_natural_place (Ris3CommentBadges *self, guint i, const Ris3CrowdSize *size)
{
  double x = self->signs[i].place.x * self->scale, y = self->signs[i].place.y * self->scale;
  double width = ris3_crowd_size_get_width (size, self->signs[i].sum);

  return (Ris3Box){ x - width / 2, y - size->height / 2, x + width / 2, y + size->height / 2 };
}

/* Beside pins and signs, if they are there, and not on other badges. */
static void
find_places (Ris3CommentBadges *self, const Ris3CrowdSize *size)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Ris3Box));
  guint n_others;

  ris3_note_pins_add_boxes (self->pins, self->scale, boxes);
  ris3_region_layer_add_boxes (self->regions, self->scale, boxes);
  n_others = boxes->len;
  for (guint i = 0; i < self->areas->len; i++)
    if (self->signs[i].sum > 0)
      {
        Ris3Box place = get_natural_place (self, i, size);

        g_array_append_val (boxes, place);
      }
  for (guint i = 0, own = n_others; i < self->areas->len; i++)
    if (self->signs[i].sum > 0)
      {
        Ris3Box *place = &g_array_index (boxes, Ris3Box, own);

        ris3_crowd_avoid (place, (const Ris3Box *) boxes->data, boxes->len, own);
        get_area (self, i)->place = *place;
        own++;
      }
}

/* Only another scale, other counts or other signs make a difference: moving the map moves what is there. */
static void
gather (Ris3CommentBadges *self)
{
  double scale = ris3_region_layer_get_scale (self->regions);
  Ris3CrowdSize size;

  if (self->areas->len == 0 || scale == self->scale)
    return;
  self->scale = scale;
  size = ris3_count_badge_measure (GTK_WIDGET (self));
  ris3_crowd_gather (self->signs, self->areas->len, self->scale, &size);
  find_places (self, &size);
  for (guint i = 0; i < self->areas->len; i++)
    if (self->signs[i].sum > 0)
      show_badge (self, i);
    else if (get_area (self, i)->badge != NULL)
      hide_badge (self, get_area (self, i)->badge);
}

static void
on_viewport_changed_cb (Ris3CommentBadges *self)
{
  gather (self);
  if (self->areas->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
gather_again (Ris3CommentBadges *self)
{
  self->scale = 0;
  on_viewport_changed_cb (self);
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
      g_array_index (former, Area, i).region = G_MAXUINT;
  self->boundaries = boundaries;
  take_badges (self, former);
  g_free (self->signs);
  self->signs = g_new0 (Ris3CrowdSign, self->areas->len);
  for (guint i = 0; i < self->areas->len; i++)
    {
      self->signs[i].count = get_area (self, i)->count;
      self->signs[i].place = ris3_boundaries_get_region (boundaries, get_area (self, i)->region)->inside;
    }
  gather_again (self);
}

static void
on_atlas_changed_cb (Ris3CommentBadges *self, Ris3Changes *changes)
{
  if (ris3_changes_contain_table (changes, "comment"))
    update (self);
}

static void
ris3_comment_badges_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  Ris3Frame frame;

  if (!ris3_region_layer_get_frame (self->regions, &frame) || self->scale == 0)
    return;
  for (guint i = 0; i < self->areas->len; i++)
    {
      const Area *area = get_area (self, i);
      GtkWidget *badge = GTK_WIDGET (area->badge);
      double x, y;
      int badge_width, badge_height;

      if (badge == NULL || self->signs[i].sum == 0)
        continue;
      x = (area->place.x0 + area->place.x1) / 2 - frame.x * self->scale;
      y = (area->place.y0 + area->place.y1) / 2 - frame.y * self->scale;
      gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, &badge_width, NULL, NULL, NULL);
      gtk_widget_measure (badge, GTK_ORIENTATION_VERTICAL, -1, &badge_height, NULL, NULL, NULL);
      x = floor (x - badge_width / 2.0);
      y = floor (y - badge_height / 2.0);
      /* What is not seen is nowhere for the keys, too. */
      gtk_widget_set_child_visible (badge, x > -badge_width && y > -badge_height && x < width && y < height);
      gtk_widget_size_allocate (badge, &(GdkRectangle){ (int) x, (int) y, badge_width, badge_height }, -1);
    }
}

static gboolean
is_seen (const Area *area)
{
  return area->badge != NULL && gtk_widget_get_mapped (GTK_WIDGET (area->badge));
}

static Area *
find_focus (Ris3CommentBadges *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus != NULL && i < self->areas->len; i++)
    if (GTK_WIDGET (get_area (self, i)->badge) == focus)
      return get_area (self, i);
  return NULL;
}

/* Whoever comes by Tab begins at the one that had the keys last, or that counts most. */
static gboolean
ris3_comment_badges_focus (GtkWidget *widget, GtkDirectionType direction)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  Ris3CountBadge *first = NULL;

  if (find_focus (self) != NULL && gtk_widget_has_focus (gtk_widget_get_focus_child (widget)))
    return FALSE;
  for (guint i = 0; i < self->areas->len; i++)
    if (is_seen (get_area (self, i))
        && (first == NULL || GTK_WIDGET (get_area (self, i)->badge) == gtk_widget_get_focus_child (widget)))
      first = get_area (self, i)->badge;
  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* The nearest one within 60° of a direction; distance to the side of it counts double. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  const Area *from = find_focus (self), *best = NULL;
  double across, down, best_cost = G_MAXDOUBLE;

  g_variant_get (parameter, "(dd)", &across, &down);
  for (guint i = 0; from != NULL && i < self->areas->len; i++)
    {
      const Area *to = get_area (self, i);
      double x = to->place.x0 - from->place.x0, y = to->place.y0 - from->place.y0;
      double along = x * across + y * down, aside = fabs (x * down - y * across);

      if (!is_seen (to) || along <= 0 || aside > 1.73 * along || along + 2 * aside >= best_cost)
        continue;
      best = to;
      best_cost = along + 2 * aside;
    }
  if (best != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (best->badge));
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
  g_free (self->signs);
  G_OBJECT_CLASS (ris3_comment_badges_parent_class)->finalize (object);
}

static void
ris3_comment_badges_class_init (Ris3CommentBadgesClass *klass)
{
  static const struct
  {
    guint key;
    double across, down;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
  };

  G_OBJECT_CLASS (klass)->dispose = ris3_comment_badges_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_comment_badges_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = ris3_comment_badges_size_allocate;
  GTK_WIDGET_CLASS (klass)->focus = ris3_comment_badges_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "badges.step", "(dd)", step_action);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), arrows[i].key, 0, "badges.step", "(dd)",
                                         arrows[i].across, arrows[i].down);
  opened_signal = g_signal_new ("opened", RIS3_TYPE_COMMENT_BADGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, G_TYPE_INT, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
ris3_comment_badges_init (Ris3CommentBadges *self)
{
  self->areas = g_array_new (FALSE, TRUE, sizeof (Area));
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
  g_signal_connect_object (viewport, "notify", G_CALLBACK (on_viewport_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pins, "changed", G_CALLBACK (gather_again), self, G_CONNECT_SWAPPED);
  /* Only then its font is known. */
  g_signal_connect (self, "map", G_CALLBACK (gather_again), NULL);
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
  return i != G_MAXUINT && self->scale > 0 ? get_area (self, self->signs[i].leader)->badge : NULL;
}
