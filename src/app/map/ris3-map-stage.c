/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <string.h>

#include "app/map/ris3-comparison-bar.h"
#include "app/map/ris3-map-card.h"
#include "app/ris3-session-filter.h"

/* Left free by a panel, it is enough for the cards and Europe. */
#define LEAST_WIDTH 320
#define MARGIN 12
/* What open cards may leave of Europe's size on two maps. */
#define LEAST_SCALE 0.75

static void ris3_map_stage_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Ris3MapStage,
                               ris3_map_stage,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, ris3_map_stage_buildable_init))

static const char *const card_types[RIS3_N_CARDS] = {
  [RIS3_CARD_HEADLINE] = "headline", [RIS3_CARD_LEGEND] = "legend",   [RIS3_CARD_INSETS] = "insets",
  [RIS3_CARD_CREDIT] = "credit",     [RIS3_CARD_BUTTONS] = "buttons",
};

static void
ris3_map_stage_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (buildable);
  GtkWidget *widget = GTK_WIDGET (child);

  if (g_strcmp0 (type, "map") == 0)
    self->map_view = RIS3_MAP_VIEW (child);
  else if (type == NULL)
    self->middle = widget;
  else
    for (guint i = 0; i < RIS3_N_CARDS; i++)
      if (g_str_equal (type, card_types[i]))
        self->cards[i] = widget;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

static void
ris3_map_stage_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ris3_map_stage_add_child;
}

static void
ris3_map_stage_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (RIS3_MAP_STAGE (widget)->map_view), orientation, -1, minimum, natural, NULL, NULL);
}

/* Two maps have their figures, and what filters both, above them. */
static gboolean
is_shown (Ris3MapStage *self, guint card)
{
  if (self->cards[card] == NULL || !gtk_widget_get_visible (self->cards[card]))
    return FALSE;
  return card != RIS3_CARD_HEADLINE || !self->compares;
}

static gboolean
has_second (Ris3MapStage *self, guint card)
{
  return self->compares && self->second_cards[card] != NULL
         && gtk_widget_get_visible (GTK_WIDGET (self->second_cards[card]));
}

/* The natural size of a card in a form, or the larger one of two maps; nothing if it is not shown. */
static void
measure_card (Ris3MapStage *self, guint card, guint folded, int max_width, Ris3CardSizes *sizes)
{
  GtkWidget *widget = self->cards[card];
  int width = 0, height = 0;

  if (is_shown (self, card))
    {
      if (RIS3_IS_MAP_CARD (widget))
        ris3_map_card_measure_form (RIS3_MAP_CARD (widget), folded, max_width, &width, &height);
      else
        {
          gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
          gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
        }
    }
  if (has_second (self, card))
    {
      int second_width, second_height;

      ris3_map_card_measure_form (self->second_cards[card], folded, max_width, &second_width, &second_height);
      width = MAX (width, second_width);
      height = MAX (height, second_height);
    }
  sizes->sizes[card][folded].width = width;
  sizes->sizes[card][folded].height = height;
}

static int
get_free_width (Ris3MapStage *self, int width)
{
  return width - self->end_inset >= LEAST_WIDTH ? width - self->end_inset : width;
}

static void
measure_cards (Ris3MapStage *self, int width, int height, Ris3CardSizes *sizes)
{
  /* It is compared as bytes. */
  memset (sizes, 0, sizeof *sizes);
  sizes->is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  sizes->width = get_free_width (self, width);
  sizes->height = height;
  if (self->compares)
    {
      int x = sizes->is_mirrored ? width - sizes->width : 0;

      _ris3_map_stage_find_places (self, x, sizes->width, height, sizes->is_mirrored);
      sizes->width = self->map_places[RIS3_SIDE_FIRST].width;
      sizes->height = self->map_places[RIS3_SIDE_FIRST].height;
    }
  else
    self->map_places[RIS3_SIDE_FIRST] = (GdkRectangle){ 0, 0, width, height };
  for (guint folded = 0; folded < 2; folded++)
    {
      measure_card (self, RIS3_CARD_BUTTONS, folded, sizes->width, sizes);
      measure_card (self, RIS3_CARD_CREDIT, folded, sizes->width, sizes);
      measure_card (self, RIS3_CARD_LEGEND, folded, sizes->width - 2 * MARGIN, sizes);
      measure_card (self, RIS3_CARD_INSETS, folded, sizes->width - 2 * MARGIN, sizes);
      measure_card (self, RIS3_CARD_HEADLINE, folded,
                    sizes->width - sizes->sizes[RIS3_CARD_BUTTONS][0].width - 3 * MARGIN, sizes);
    }
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    sizes->folds[i]
        = RIS3_IS_MAP_CARD (self->cards[i]) ? ris3_map_card_get_fold (RIS3_MAP_CARD (self->cards[i])) : RIS3_FOLD_OPEN;
}

static const Ris3RegionMask *
get_mask (Ris3MapStage *self)
{
  Ris3Classification *classification = self->session != NULL ? ris3_session_get_classification (self->session) : NULL;

  return classification != NULL
             ? ris3_geodata_get_mask (ris3_placement_get_geodata (ris3_classification_get_placement (classification)))
             : NULL;
}

/* Two maps are small: a card that the person opens lies on one of them rather than making Europe a dot on both. */
static void
keep_europe (Ris3MapStage *self, const Ris3RegionMask *mask)
{
  Ris3CardSizes sizes = self->sizes;
  Ris3CardPlan other;

  for (guint i = 0; i < RIS3_N_FOLDING_CARDS; i++)
    if (sizes.folds[i] == RIS3_FOLD_OPEN)
      sizes.folds[i] = RIS3_FOLD_BY_SIZE;
  ris3_card_plan_make (&other, &sizes, mask);
  if (self->plan.europe.scale >= other.europe.scale * LEAST_SCALE)
    return;
  for (guint i = 0; i < RIS3_N_FOLDING_CARDS; i++)
    sizes.folds[i] = self->sizes.folds[i] == RIS3_FOLD_OPEN || !other.folded[i] ? RIS3_FOLD_OPEN : RIS3_FOLD_FOLDED;
  ris3_card_plan_make (&self->plan, &sizes, mask);
  self->plan.europe = other.europe;
  self->plan.room = other.room;
}

static void
update_plan (Ris3MapStage *self, int width, int height)
{
  const Ris3RegionMask *mask = get_mask (self);
  Ris3CardSizes sizes;

  measure_cards (self, width, height, &sizes);
  if (self->has_plan && self->mask == mask && memcmp (&sizes, &self->sizes, sizeof sizes) == 0)
    return;
  self->has_plan = TRUE;
  self->mask = mask;
  self->sizes = sizes;
  ris3_card_plan_make (&self->plan, &sizes, mask);
  if (self->compares)
    keep_europe (self, mask);
}

/* The plan is of one map, or of what panels leave free of it. Of two maps, both show the same place, so that a card
 * that hides nothing of the one can be at the same place of the other: those at the end are on the second. */
static GdkRectangle
to_widget (Ris3MapStage *self, guint card, Ris3Side side, int width)
{
  GdkRectangle rectangle = self->plan.cards[card];

  if (self->compares)
    {
      rectangle.x += self->map_places[side].x;
      rectangle.y += self->map_places[side].y;
    }
  else if (self->sizes.is_mirrored)
    rectangle.x += width - self->sizes.width;
  return rectangle;
}

static void
allocate_card (Ris3MapStage *self, GtkWidget *card, const GdkRectangle *planned, gboolean folded, int max_width)
{
  GdkRectangle allocation = *planned;

  if (RIS3_IS_MAP_CARD (card))
    ris3_map_card_set_folded (RIS3_MAP_CARD (card), folded);
  gtk_widget_set_child_visible (card, allocation.width > 0);
  if (allocation.width == 0)
    return;
  /* One place is planned for those of both maps, which stand on its ground. */
  if (self->compares && RIS3_IS_MAP_CARD (card))
    {
      ris3_map_card_measure_form (RIS3_MAP_CARD (card), folded, max_width, &allocation.width, &allocation.height);
      if (self->sizes.is_mirrored)
        allocation.x += planned->width - allocation.width;
      allocation.y += planned->height - allocation.height;
    }
  gtk_widget_size_allocate (card, &allocation, -1);
}

/* The legend of the second map folds by itself: a small map has no room for both. */
static gboolean
is_second_folded (Ris3MapStage *self, guint card)
{
  Ris3Fold fold = ris3_map_card_get_fold (self->second_cards[card]);

  if (card != RIS3_CARD_LEGEND || (fold == RIS3_FOLD_BY_SIZE && self->sizes.folds[card] == RIS3_FOLD_BY_SIZE))
    return self->plan.folded[card];
  return fold != RIS3_FOLD_OPEN;
}

static void
tell_map (Ris3MapStage *self, int width)
{
  GdkRectangle room = self->plan.room;
  Ris3Frame europe = self->plan.europe;

  if (self->sizes.is_mirrored && !self->compares)
    {
      room.x += width - self->sizes.width;
      europe.x -= (width - self->sizes.width) / europe.scale;
    }
  europe.width = (guint) self->map_places[RIS3_SIDE_FIRST].width;
  ris3_map_view_set_places (self->map_view, &europe, &room);
}

static void
ris3_map_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);

  update_plan (self, width, height);
  tell_map (self, width);
  gtk_widget_size_allocate (GTK_WIDGET (self->map_view), &self->map_places[RIS3_SIDE_FIRST], baseline);
  if (self->compares)
    _ris3_map_stage_allocate_pair (self);
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    {
      Ris3Side side = i == RIS3_CARD_BUTTONS || i == RIS3_CARD_CREDIT ? RIS3_SIDE_SECOND : RIS3_SIDE_FIRST;
      GdkRectangle planned = to_widget (self, i, side, width);

      if (self->cards[i] != NULL && gtk_widget_get_visible (self->cards[i]))
        allocate_card (self, self->cards[i], &planned, self->plan.folded[i], planned.width);
      if (!has_second (self, i))
        continue;
      planned = to_widget (self, i, RIS3_SIDE_SECOND, width);
      allocate_card (self, GTK_WIDGET (self->second_cards[i]), &planned, is_second_folded (self, i),
                     self->map_places[RIS3_SIDE_SECOND].width - 2 * MARGIN);
    }
  if (self->middle != NULL && gtk_widget_should_layout (self->middle))
    gtk_widget_allocate (self->middle, width, height, -1, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  _ris3_map_stage_place_card (self);
}

static void
ris3_map_stage_dispose (GObject *object)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->menu_badge);
  self->map_view = NULL;
  self->second = NULL;
  self->bar = NULL;
  memset (self->captions, 0, sizeof self->captions);
  memset (self->second_cards, 0, sizeof self->second_cards);
  self->middle = NULL;
  self->menu = NULL;
  self->card = NULL;
  self->card_map = NULL;
  memset (self->cards, 0, sizeof self->cards);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_map_stage_parent_class)->dispose (object);
}

static void
ris3_map_stage_class_init (Ris3MapStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_map_stage_dispose;
  widget_class->measure = ris3_map_stage_measure;
  widget_class->size_allocate = ris3_map_stage_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "mapstage");
  _ris3_map_stage_install_copying (widget_class);
  _ris3_map_stage_install_pins (widget_class);
  _ris3_map_stage_install_badges (widget_class);
}

static void
ris3_map_stage_init (Ris3MapStage *self)
{
  _ris3_map_stage_add_menu (self);
}

static void
on_map_ready_cb (Ris3MapStage *self)
{
  _ris3_map_stage_watch_pins (self, self->map_view);
}

void
ris3_map_stage_set_session (Ris3MapStage *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_MAP_STAGE (self) && RIS3_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (_ris3_map_stage_update_pair), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::session", G_CALLBACK (on_map_ready_cb), self, G_CONNECT_SWAPPED);
}

void
ris3_map_stage_set_end_inset (Ris3MapStage *self, int inset)
{
  g_return_if_fail (RIS3_IS_MAP_STAGE (self) && inset >= 0);
  if (self->end_inset == inset)
    return;
  self->end_inset = inset;
  /* Where the map is about to go, before the next frame. */
  if (self->map_view != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      update_plan (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
      tell_map (self, gtk_widget_get_width (GTK_WIDGET (self)));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ris3_map_stage_uncover_region (Ris3MapStage *self, guint region)
{
  int width;

  g_return_if_fail (RIS3_IS_MAP_STAGE (self));
  width = gtk_widget_get_width (GTK_WIDGET (self));
  /* All of it goes where there is room for it, as do two maps. */
  if ((self->compares || ris3_map_view_get_shows_home (self->map_view)) && get_free_width (self, width) < width)
    return;
  ris3_map_view_uncover_region (self->map_view, region, self->end_inset);
}

const Ris3CardPlan *
ris3_map_stage_get_plan (Ris3MapStage *self)
{
  g_return_val_if_fail (RIS3_IS_MAP_STAGE (self), NULL);
  return &self->plan;
}

GtkWidget *
ris3_map_stage_get_card (Ris3MapStage *self, Ris3Card card)
{
  g_return_val_if_fail (RIS3_IS_MAP_STAGE (self) && card < RIS3_N_CARDS, NULL);
  return self->cards[card];
}

static void
snapshot_pair (Ris3MapStage *self, GtkSnapshot *snapshot)
{
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->second), snapshot);
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    if (self->second_cards[i] != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->second_cards[i])))
      gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->second_cards[i]), snapshot);
  for (Ris3Side side = 0; side < RIS3_N_SIDES; side++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->captions[side], snapshot);
  ris3_comparison_bar_set_pictured (RIS3_COMPARISON_BAR (self->bar), TRUE);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->bar, snapshot);
  ris3_comparison_bar_set_pictured (RIS3_COMPARISON_BAR (self->bar), FALSE);
}

GdkTexture *
ris3_map_stage_make_picture (Ris3MapStage *self)
{
  GtkNative *native;
  GtkSnapshot *snapshot;
  GskRenderNode *node;
  GdkTexture *texture;

  g_return_val_if_fail (RIS3_IS_MAP_STAGE (self), NULL);
  native = gtk_widget_get_native (GTK_WIDGET (self));
  if (native == NULL || gtk_native_get_renderer (native) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return NULL;
  snapshot = gtk_snapshot_new ();
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->map_view), snapshot);
  if (self->compares)
    snapshot_pair (self, snapshot);
  for (guint i = 0; i < RIS3_N_CARDS; i++)
    if (i != RIS3_CARD_BUTTONS && self->cards[i] != NULL && gtk_widget_get_mapped (self->cards[i]))
      gtk_widget_snapshot_child (GTK_WIDGET (self), self->cards[i], snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (native), node,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self))));
  gsk_render_node_unref (node);
  return texture;
}
