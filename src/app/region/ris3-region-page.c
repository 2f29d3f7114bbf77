/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-flow.h"
#include "app/region/ris3-drag-scroll.h"
#include "app/region/ris3-page-place.h"
#include "app/region/ris3-part-basis.h"
#include "app/region/ris3-region-page-private.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-region-words.h"
#include "app/ris3-scroll-to.h"
#include "map/ris3-period.h"

/* For so many frames what was added is looked for. */
#define MAX_FRAMES 60

struct _Ris3RegionPage
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Classification *shown; /* what the page was made of, and for which region */
  gint shown_region;
  gboolean is_outdated;
  char *added;          /* the name of what is to get the focus once it has its place; NULL: nothing */
  char *fold;           /* of what it may be folded into; NULL: nothing */
  guint n_frames;       /* for which it has been looked for */
  guint tick;           /* that looks for it, else 0 */
  Ris3PagePlace *place; /* where it was before it changed, until it has its size again */

  GtkWidget *scroller;
  Ris3Flow *breadcrumb;
  Ris3CopyText *name;
  Ris3CopyText *local_name;
  Ris3Flow *chips;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (Ris3RegionPage, ris3_region_page, GTK_TYPE_WIDGET)

static void
show_breadcrumb (Ris3RegionPage *self, Ris3Boundaries *boundaries, const Ris3Region *region)
{
  g_autoptr (GArray) ancestors = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *code = ris3_part_text (region->code, "breadcrumb-here");

  ris3_flow_clear (self->breadcrumb);
  for (gint i = region->parent; i >= 0; i = ris3_boundaries_get_region (boundaries, i)->parent)
    g_array_prepend_val (ancestors, i);
  for (guint i = 0; i < ancestors->len; i++)
    {
      guint index = g_array_index (ancestors, guint, i);
      g_autofree char *title = ris3_region_name_with_code (ris3_boundaries_get_region (boundaries, index));

      ris3_flow_append (self->breadcrumb, ris3_region_page_link_new (self->session, index, title));
      ris3_flow_append (self->breadcrumb, ris3_part_text ("›", "breadcrumb-separator"));
    }
  ris3_flow_append (self->breadcrumb, code);
}

static void
show_names (Ris3RegionPage *self, const Ris3Region *region)
{
  g_autofree char *beside = ris3_region_dup_names_beside (region);

  ris3_copy_text_set_text (self->name, ris3_region_display_name (region));
  ris3_copy_text_set_text (self->local_name, beside != NULL ? beside : "");
  gtk_widget_set_visible (GTK_WIDGET (self->local_name), beside != NULL);
}

static GtkWidget *
new_class_chip (Ris3Classification *classification, guint index)
{
  const Ris3Territory *territory = ris3_classification_get_territory (classification, index);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  g_autofree char *words = ris3_territory_words (classification, index);
  GtkWidget *chip;

  /* The finding that the map is about stands out; hatching cannot be read under words. */
  if (ris3_class_scheme_is_finding (scheme, territory->klass) && territory->marks == RIS3_MARK_NONE)
    return ris3_part_chip (words, "finding");

  chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "class");
  gtk_box_append (GTK_BOX (chip), ris3_class_swatch_new (scheme, territory->klass, territory->marks));
  gtk_box_append (GTK_BOX (chip), ris3_part_text (words, NULL));
  return chip;
}

static void
show_chips (Ris3RegionPage *self, Ris3Classification *classification, guint index)
{
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  const Ris3Region *region = ris3_boundaries_get_region (boundaries, index);
  g_autofree char *level = ris3_region_level_words (region);
  gint territory_index;

  ris3_flow_clear (self->chips);
  classification = ris3_classification_find_told (classification, index, &territory_index);
  if (territory_index >= 0)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, territory_index);
      Ris3Strategy *const *strategies = ris3_classification_get_strategies (classification, territory_index);

      ris3_flow_append (self->chips, new_class_chip (classification, territory_index));
      ris3_flow_append (self->chips, ris3_part_chip (level, NULL));
      if (territory->n_strategies == 1)
        {
          g_autofree char *period = ris3_period_to_text (ris3_strategy_get_period (strategies[0]));

          ris3_flow_append (self->chips, ris3_part_chip (period, NULL));
        }
    }
  else
    ris3_flow_append (self->chips, ris3_part_chip (level, NULL));
}

/* Where the sections are put; what has not changed stays as it is. */
static void
fill_sections (Ris3RegionPage *self, guint index)
{
  Ris3PartFiller filler = { .box = self->sections };
  GtkWidget *areas, *within, *strategies;

  ris3_part_filler_add (
      &filler, ris3_region_page_tools_new (self->session, index, ris3_part_filler_find (&filler, "section-tools")));
  ris3_part_filler_add (
      &filler, ris3_region_page_why_new (self->session, index, ris3_part_filler_find (&filler, "section-why")));
  areas = ris3_region_page_areas_new (self->session, index, ris3_part_filler_find (&filler, "section-areas"));
  within = ris3_region_page_within_new (self->session, index, ris3_part_filler_find (&filler, "section-within"));
  strategies
      = ris3_region_page_strategies_new (self->session, index, ris3_part_filler_find (&filler, "section-strategies"));
  ris3_part_filler_add (&filler, areas);
  /* What a divided region says is first what its parts say. */
  if (areas != NULL)
    ris3_part_filler_add (&filler, within);
  ris3_part_filler_add (&filler, strategies);
  if (areas == NULL)
    ris3_part_filler_add (&filler, within);
  ris3_part_filler_add (&filler, ris3_region_page_participations_new (
                                     self->session, index, ris3_part_filler_find (&filler, "section-programmes")));
  ris3_part_filler_add (&filler, ris3_region_page_activities_new (
                                     self->session, index, ris3_part_filler_find (&filler, "section-activities")));
  ris3_part_filler_add (&filler, ris3_region_page_comments_new (self->session, index,
                                                                ris3_part_filler_find (&filler, "section-comments")));
  ris3_part_filler_add (&filler, ris3_region_page_timeline_new (self->session, index,
                                                                ris3_part_filler_find (&filler, "section-timeline")));
  ris3_part_filler_add (
      &filler, ris3_region_page_notes_new (self->session, index, ris3_part_filler_find (&filler, "section-notes")));
  ris3_part_filler_end (&filler);
}

/* Another region: from its beginning. */
static void
begin_region (Ris3RegionPage *self, Ris3Classification *classification, gint index)
{
  Ris3PartFiller none = { .box = self->sections };

  g_clear_pointer (&self->place, ris3_page_place_free);
  ris3_part_filler_end (&none);
  gtk_widget_set_visible (self->scroller, classification != NULL && index >= 0);
  if (classification != NULL && index >= 0)
    {
      Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);

      show_breadcrumb (self, boundaries, ris3_boundaries_get_region (boundaries, index));
      show_names (self, ris3_boundaries_get_region (boundaries, index));
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
focus_beginning (Ris3RegionPage *self)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (self->breadcrumb), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
has_focus_within (Ris3RegionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
shows_region (Ris3RegionPage *self, Ris3Classification *classification, gint index)
{
  return self->shown != NULL && classification != NULL && self->shown_region == index
         && ris3_classification_get_boundaries (self->shown) == ris3_classification_get_boundaries (classification);
}

static void
update (Ris3RegionPage *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gint index = ris3_session_get_selected_region (self->session);
  gboolean had_focus = has_focus_within (self);
  gboolean stays = shows_region (self, classification, index);
  g_autoptr (Ris3PagePlace) place = NULL;

  /* The classification and the selection may change together, and each is notified. */
  if (self->shown == classification && self->shown_region == index && !self->is_outdated)
    return;
  if (!stays)
    begin_region (self, classification, index);
  else if (index >= 0)
    place = ris3_page_place_new (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller)),
                                 GTK_SCROLLED_WINDOW (self->scroller));
  if (classification != NULL)
    ris3_classification_ref (classification);
  g_clear_pointer (&self->shown, ris3_classification_unref);
  self->shown = classification;
  self->shown_region = index;
  self->is_outdated = FALSE;
  if (classification == NULL || index < 0)
    return;

  show_chips (self, classification, index);
  fill_sections (self, index);
  if (!stays)
    {
      /* The link that was followed is gone; with the keyboard, one goes on from the top of the page. */
      if (had_focus)
        focus_beginning (self);
      return;
    }
  if (!ris3_page_place_restore_focus (place))
    focus_beginning (self);
  /* Of several changes before the next frame, the first one knows where everything was. */
  if (self->place == NULL)
    self->place = g_steal_pointer (&place);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What the page shows besides strategies, which come with a classification, or how it shows it. */
static void
on_changed_cb (Ris3RegionPage *self)
{
  self->is_outdated = TRUE;
  update (self);
}

/* Priorities of one strategy of many are made when they are asked for. */
static void
unfold (Ris3RegionPage *self, GtkWidget *content)
{
  GtkWidget *fold = ris3_page_place_find (content, self->fold);

  if (GTK_IS_TOGGLE_BUTTON (fold))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fold), TRUE);
}

/* Whoever has added something sees it, and goes on from there with the keyboard. */
static gboolean
on_added_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Ris3RegionPage *self = RIS3_REGION_PAGE (widget);
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *target = ris3_page_place_find (content, self->added);
  GtkWidget *row;

  if (target == NULL && self->fold != NULL)
    unfold (self, content);
  /* It may not be of this region. */
  if ((target == NULL || gtk_widget_get_height (target) == 0 || self->place != NULL) && self->n_frames++ < MAX_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (target == NULL)
    return G_SOURCE_REMOVE;
  /* What cannot have the focus is read all the same. */
  if (!gtk_widget_grab_focus (target))
    {
      gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
      ris3_scroll_to (target);
      return G_SOURCE_REMOVE;
    }
  row = gtk_widget_get_parent (gtk_widget_get_parent (gtk_widget_get_parent (target)));
  ris3_scroll_to (gtk_widget_has_css_class (row, "card-row") ? row : target);
  return G_SOURCE_REMOVE;
}

/* name: (transfer full); fold: (transfer full), may be NULL */
static void
go_to (Ris3RegionPage *self, char *name, char *fold)
{
  g_free (self->added);
  g_free (self->fold);
  self->added = name;
  self->fold = fold;
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_added_tick_cb, NULL, NULL);
}

static void
on_added_cb (Ris3RegionPage *self, const char *table, gint64 id)
{
  /* Of a record in a card, its first button. */
  go_to (self,
         g_strdup_printf (g_str_equal (table, "priority") ? "%s-%" G_GINT64_FORMAT : "%s-form-%" G_GINT64_FORMAT, table,
                          id),
         NULL);
}

static void
on_row_wanted_cb (Ris3RegionPage *self, const char *table, const char *key, const char *strategy_id)
{
  go_to (self, g_strconcat (g_str_equal (table, "strategy") ? "record" : table, "-", key, NULL),
         *strategy_id != '\0' ? g_strconcat ("fold-", strategy_id, NULL) : NULL);
}

/* The colours of the map's classes differ in the dark style, and CSS of GTK 4.8 cannot ask for it. */
static void
show_style (Ris3RegionPage *self)
{
  g_assert (RIS3_IS_REGION_PAGE (self));

  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

static GtkSizeRequestMode
ris3_region_page_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (RIS3_REGION_PAGE (widget)->scroller);
}

static void
ris3_region_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (RIS3_REGION_PAGE (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
ris3_region_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3RegionPage *self = RIS3_REGION_PAGE (widget);

  if (!gtk_widget_should_layout (self->scroller))
    return;
  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  /* What is above may have become higher. */
  if (self->place != NULL && ris3_page_place_restore_scroll (self->place))
    gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  g_clear_pointer (&self->place, ris3_page_place_free);
}

/* What gets the focus is scrolled to. A list that pops up is in a place of its own. */
static void
on_focus_changed_cb (Ris3RegionPage *self, GParamSpec *pspec, GtkRoot *root)
{
  GtkWidget *content
      = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))));
  GtkWidget *focus = gtk_root_get_focus (root);
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, content)
      && gtk_widget_get_native (focus) == gtk_widget_get_native (content) && gtk_widget_get_height (focus) > 0
      && gtk_widget_compute_bounds (focus, content, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
ris3_region_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_region_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (on_focus_changed_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
ris3_region_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_changed_cb, widget);
  GTK_WIDGET_CLASS (ris3_region_page_parent_class)->unroot (widget);
}

static void
ris3_region_page_dispose (GObject *object)
{
  Ris3RegionPage *self = RIS3_REGION_PAGE (object);

  g_clear_pointer (&self->place, ris3_page_place_free);
  g_clear_pointer (&self->added, g_free);
  g_clear_pointer (&self->fold, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_REGION_PAGE);
  g_clear_pointer (&self->shown, ris3_classification_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ris3_region_page_parent_class)->dispose (object);
}

static void
ris3_region_page_class_init (Ris3RegionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_region_page_dispose;
  widget_class->root = ris3_region_page_root;
  widget_class->unroot = ris3_region_page_unroot;
  widget_class->get_request_mode = ris3_region_page_get_request_mode;
  widget_class->measure = ris3_region_page_measure;
  widget_class->size_allocate = ris3_region_page_size_allocate;

  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (RIS3_TYPE_COPY_TEXT);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/region/ris3-region-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, breadcrumb);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, name);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, local_name);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, chips);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionPage, sections);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
ris3_region_page_init (Ris3RegionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_region = -1;
}

GtkWidget *
ris3_region_page_new (Ris3Session *session)
{
  Ris3RegionPage *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);

  self = g_object_new (RIS3_TYPE_REGION_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-region", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "row-wanted", G_CALLBACK (on_row_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show_style), self,
                           G_CONNECT_SWAPPED);
  show_style (self);
  ris3_drag_scroll_add (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_widget_set_visible (self->scroller, FALSE);
  update (self);
  return GTK_WIDGET (self);
}
