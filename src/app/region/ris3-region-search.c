/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-search.h"

#include <glib/gi18n.h>

#include "app/ris3-list-scroll.h"
#include "app/region/ris3-region-row.h"
#include "app/region/ris3-word-row.h"
#include "app/region/ris3-word-search.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-filter.h"
#include "geo/ris3-fold.h"

struct _Ris3RegionSearch
{
  GtkWidget parent_instance;

  Ris3RegionModel *regions;
  Ris3Session *session;  /* whose texts are searched; NULL: regions only */
  Ris3WordSearch *words; /* NULL: the same */
  GListStore *results;   /* of Ris3RegionItem, best first; then of Ris3WordItem */
  GArray *found;         /* of Ris3Found: how each region was found */
  gboolean is_near;      /* nothing was found, and the regions are what may be meant */
  gboolean is_filter;    /* what is typed are terms of a filter */
  char *trouble;         /* what is wrong with it, though it looks so; NULL: nothing */
  GtkSingleSelection *selection;

  GtkEditable *entry;
  GtkPopover *popover;
  GtkWidget *scroll;
  GtkListView *list;
  GtkLabel *no_match;
};

G_DEFINE_FINAL_TYPE (Ris3RegionSearch, ris3_region_search, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_HIT_ACTIVATED,
  SIGNAL_FILTER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How many regions with names like one that was not found are shown. */
#define MAX_NEAR 5

static void
find_near (Ris3RegionSearch *self, const char *text)
{
  g_autoptr (GArray) near = ris3_region_finder_suggest (ris3_region_model_get_finder (self->regions), text, MAX_NEAR);

  for (guint i = 0; i < near->len; i++)
    {
      Ris3Found found = { .region = g_array_index (near, guint, i), .match = RIS3_MATCH_NONE };

      g_array_append_val (self->found, found);
    }
}

static void
find_terms (Ris3RegionSearch *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) terms = self->session != NULL ? ris3_session_read_terms (self->session, text, &error) : NULL;

  self->is_filter = terms != NULL;
  g_clear_pointer (&self->trouble, g_free);
  if (error != NULL)
    self->trouble = g_strdup (error->message);
}

/* "Provence" is the region that has the strategy, not a wider one that is nothing else. */
static void
prefer_own (Ris3RegionSearch *self, Ris3RegionFinder *finder)
{
  Ris3Classification *classification = self->session != NULL ? ris3_session_get_classification (self->session) : NULL;
  Ris3Placement *placement = classification != NULL ? ris3_classification_get_placement (classification) : NULL;

  if (placement != NULL && ris3_placement_get_geodata (placement) == ris3_region_finder_get_geodata (finder))
    ris3_region_finder_prefer_own (finder, self->found, placement);
}

static void
find_regions (Ris3RegionSearch *self, const char *text)
{
  g_clear_pointer (&self->found, g_array_unref);
  self->found = ris3_region_finder_find (ris3_region_model_get_finder (self->regions), text);
  prefer_own (self, ris3_region_model_get_finder (self->regions));
  find_terms (self, text);
  self->is_near = !self->is_filter && self->found->len == 0
                  && (self->words == NULL || ris3_word_search_get_n_hits (self->words) == 0);
  if (self->is_near)
    find_near (self, text);
}

/* In the language of the map, or as the atlas has it where the map has no such region. (transfer none) */
static const char *
name_place (Ris3RegionSearch *self, const Ris3FilterHit *hit)
{
  gint region = ris3_session_find_place (self->session, hit->strategy_id, hit->nuts_version, hit->region_code);

  if (region >= 0)
    return ris3_region_display_name (ris3_boundaries_get_region (ris3_session_get_boundaries (self->session), region));
  return ris3_region_name_of_code (self->session, hit->nuts_version, hit->region_code);
}

static void
add_words (Ris3RegionSearch *self, GPtrArray *items)
{
  guint n_hits = self->words != NULL ? ris3_word_search_get_n_hits (self->words) : 0;
  const char *words = self->words != NULL ? ris3_word_search_get_words (self->words) : NULL;

  if (n_hits > 0)
    g_ptr_array_add (items, ris3_word_item_new_heading (_ ("In the Texts")));
  for (guint i = 0; i < n_hits; i++)
    {
      const Ris3FilterHit *hit = ris3_word_search_get_hit (self->words, i);

      g_ptr_array_add (items, ris3_word_item_new_hit (hit, name_place (self, hit)));
    }
  if (self->is_filter)
    g_ptr_array_add (items, ris3_word_item_new_filter (gtk_editable_get_text (self->entry)));
  else if (words != NULL && n_hits > 0)
    g_ptr_array_add (items, ris3_word_item_new_filter (words));
}

static void
list_results (Ris3RegionSearch *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (items, g_object_ref (ris3_region_model_get_by_region (
                                self->regions, g_array_index (self->found, Ris3Found, i).region)));
  add_words (self, items);
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), items->pdata,
                       items->len);
}

static void
tell_no_match (Ris3RegionSearch *self, const char *text)
{
  gboolean any = self->found->len > 0;
  /* Translators: regions with names like it are listed below. */
  g_autofree char *words
      = g_strdup_printf (any ? _ ("No region matches “%s”. Did you mean:") : _ ("No region matches “%s”"), text);

  gtk_label_set_text (self->no_match, self->trouble != NULL && !any ? self->trouble : words);
}

static gboolean
is_heading (Ris3RegionSearch *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  return RIS3_IS_WORD_ITEM (item) && ris3_word_item_get_kind (RIS3_WORD_ITEM (item)) == RIS3_WORD_ITEM_HEADING;
}

/* The first thing that was asked for: what was not is not opened by Enter, but chosen first. */
static guint
find_first (Ris3RegionSearch *self)
{
  guint n_results = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint first = self->is_near ? self->found->len : 0;

  if (first < n_results && is_heading (self, first))
    first++;
  return first < n_results ? first : GTK_INVALID_LIST_POSITION;
}

static void
move_to (Ris3RegionSearch *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* The first one is seen with its heading. */
  ris3_list_scroll_to (self->list, position == 1 && is_heading (self, 0) ? 0 : position);
}

/* Where somebody is in the results, unless they are others. */
static void
keep_selected (Ris3RegionSearch *self, guint selected, guint n_regions)
{
  if (selected != GTK_INVALID_LIST_POSITION && selected < n_regions && n_regions == self->found->len)
    gtk_single_selection_set_selected (self->selection, selected);
  else if (find_first (self) != GTK_INVALID_LIST_POSITION)
    move_to (self, find_first (self));
  else
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
show_list (Ris3RegionSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0;

  if (self->is_near)
    tell_no_match (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self->no_match), self->is_near);
  gtk_widget_set_visible (self->scroll, any);
  gtk_popover_popup (self->popover);
}

static void
show_results (Ris3RegionSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *query = ris3_fold (text);
  gboolean is_looking = self->words != NULL && ris3_word_search_begin (self->words, text);

  if (*query == '\0' || g_list_model_get_n_items (G_LIST_MODEL (self->regions)) == 0)
    {
      g_list_store_remove_all (self->results);
      gtk_popover_popdown (self->popover);
      return;
    }
  find_regions (self, text);
  /* Whether another region is meant is known when no text has the words either. */
  if (is_looking && (self->is_near || self->found->len == 0))
    return;
  list_results (self);
  keep_selected (self, GTK_INVALID_LIST_POSITION, 0);
  show_list (self);
}

/* Words come below the regions that are listed already. */
static void
on_words_found_cb (Ris3RegionSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n_regions = self->found != NULL && !self->is_near ? self->found->len : 0;

  /* The focus may have gone elsewhere. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return;
  find_regions (self, text);
  list_results (self);
  keep_selected (self, selected, n_regions);
  show_list (self);
}

static void
choose (Ris3RegionSearch *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (item == NULL || is_heading (self, position))
    return;
  gtk_popover_popdown (self->popover);
  if (RIS3_IS_REGION_ITEM (item))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, (gint) ris3_region_item_get_region (RIS3_REGION_ITEM (item)));
  else if (ris3_word_item_get_kind (RIS3_WORD_ITEM (item)) == RIS3_WORD_ITEM_HIT)
    g_signal_emit (self, signals[SIGNAL_HIT_ACTIVATED], 0, ris3_word_item_get_hit (RIS3_WORD_ITEM (item)));
  else
    g_signal_emit (self, signals[SIGNAL_FILTER_WANTED], 0, ris3_word_item_get_title (RIS3_WORD_ITEM (item)));
}

static void
on_changed_cb (GtkEditable *entry, Ris3RegionSearch *self)
{
  show_results (self);
}

static void
on_entry_activated_cb (GtkSearchEntry *entry, Ris3RegionSearch *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    choose (self, gtk_single_selection_get_selected (self->selection));
  else
    show_results (self);
}

/* Escape closes the results first, then clears the text. */
static void
on_stop_search_cb (GtkSearchEntry *entry, Ris3RegionSearch *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_popover_popdown (self->popover);
  else
    gtk_editable_set_text (self->entry, "");
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint keycode,
                   GdkModifierType state,
                   Ris3RegionSearch *self)
{
  guint n_results = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;

  if (!down && !up)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    show_results (self);
  else if (n_results > 0)
    {
      /* From none, too. */
      if (selected == GTK_INVALID_LIST_POSITION)
        selected = down ? n_results - 1 : 0;
      do
        selected = down ? (selected + 1) % n_results : (selected + n_results - 1) % n_results;
      while (is_heading (self, selected));
      move_to (self, selected);
    }
  return GDK_EVENT_STOP;
}

static void
on_focus_left_cb (GtkEventControllerFocus *controller, Ris3RegionSearch *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_row_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  choose (RIS3_REGION_SEARCH (gtk_widget_get_ancestor (row, RIS3_TYPE_REGION_SEARCH)),
          gtk_list_item_get_position (list_item));
}

/* Not single-click-activate of the list: there the row under a resting pointer would be selected
 * instead of the best match as soon as the results appear.
 */
static void
set_row (GtkListItem *list_item, GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_row_released_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

/* A region that was found by its code of another NUTS version says so. */
static void
say_origin (Ris3RegionSearch *self, guint position, char **subtitle)
{
  const Ris3Found *found = position < self->found->len ? &g_array_index (self->found, Ris3Found, position) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *code = NULL;

  if (found == NULL || found->from_version == 0)
    return;
  before = g_steal_pointer (subtitle);
  code = g_utf8_strup (gtk_editable_get_text (self->entry), -1);
  /* Translators: the code that was looked for, and the NUTS version that it is of: "FR82 of NUTS 2013" */
  *subtitle = g_strdup_printf (_ ("%s · %s of NUTS %u"), before, g_strstrip (code), found->from_version);
}

static void
bind_region (Ris3RegionSearch *self, GtkListItem *list_item, Ris3RegionItem *item)
{
  const char *local = ris3_region_item_get_local_name (item);
  const char *country = ris3_region_item_get_country_name (item);
  gboolean is_country = ris3_region_item_get_level (item) == 0;
  g_autofree char *subtitle = NULL;

  if (is_country)
    subtitle = local != NULL ? g_strdup_printf ("%s · %s", local, _ ("Country")) : g_strdup (_ ("Country"));
  else
    subtitle = local != NULL ? g_strdup_printf ("%s · %s", local, country) : g_strdup (country);
  say_origin (self, gtk_list_item_get_position (list_item), &subtitle);
  if (!RIS3_IS_REGION_ROW (gtk_list_item_get_child (list_item)))
    set_row (list_item, ris3_region_row_new (NULL));
  ris3_region_row_bind (RIS3_REGION_ROW (gtk_list_item_get_child (list_item)), item, NULL,
                        ris3_region_item_get_name (item), subtitle);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Ris3RegionSearch *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  g_autofree char *description = NULL;
  GtkWidget *row;

  gtk_list_item_set_selectable (list_item, !is_heading (self, gtk_list_item_get_position (list_item)));
  if (RIS3_IS_REGION_ITEM (item))
    {
      bind_region (self, list_item, item);
      return;
    }
  row = ris3_word_row_new (item);
  set_row (list_item, row);
  description = ris3_word_row_describe (item);
  /* GTK 4.8 has no other way to name what is read out. */
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    description, -1);
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Ris3RegionSearch *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (RIS3_IS_REGION_ROW (row))
    ris3_region_row_unbind (RIS3_REGION_ROW (row));
}

/* Results for regions that are gone lead nowhere. */
static void
on_regions_changed_cb (Ris3RegionSearch *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    show_results (self);
  else
    g_list_store_remove_all (self->results);
}

static gboolean
ris3_region_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RIS3_REGION_SEARCH (widget)->entry));
}

static void
ris3_region_search_dispose (GObject *object)
{
  Ris3RegionSearch *self = RIS3_REGION_SEARCH (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_REGION_SEARCH);
  g_clear_object (&self->selection);
  g_clear_object (&self->results);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->trouble, g_free);
  if (self->words != NULL)
    g_signal_handlers_disconnect_by_data (self->words, self);
  g_clear_object (&self->words);
  g_clear_object (&self->session);
  g_clear_object (&self->regions);

  G_OBJECT_CLASS (ris3_region_search_parent_class)->dispose (object);
}

static void
ris3_region_search_class_init (Ris3RegionSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_region_search_dispose;

  widget_class->grab_focus = ris3_region_search_grab_focus;

  signals[SIGNAL_HIT_ACTIVATED] = g_signal_new ("hit-activated", RIS3_TYPE_REGION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FILTER_WANTED] = g_signal_new ("filter-wanted", RIS3_TYPE_REGION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", RIS3_TYPE_REGION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/region/ris3-region-search.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionSearch, popover);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionSearch, scroll);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionSearch, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionSearch, no_match);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
}

static void
ris3_region_search_init (Ris3RegionSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->results = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
ris3_region_search_new (Ris3RegionModel *regions)
{
  Ris3RegionSearch *self;

  g_return_val_if_fail (RIS3_IS_REGION_MODEL (regions), NULL);

  self = g_object_new (RIS3_TYPE_REGION_SEARCH, NULL);
  self->regions = g_object_ref (regions);
  g_signal_connect_object (regions, "territories-changed", G_CALLBACK (on_regions_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ris3_region_search_add_words (Ris3RegionSearch *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_REGION_SEARCH (self) && RIS3_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  self->words = ris3_word_search_new (session);
  g_signal_connect_swapped (self->words, "found", G_CALLBACK (on_words_found_cb), self);
  g_object_set (self->entry, "placeholder-text", _ ("Region, country or word"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a region or a word"), -1);
}

void
ris3_region_search_focus (Ris3RegionSearch *self)
{
  g_return_if_fail (RIS3_IS_REGION_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
ris3_region_search_set_least_chars (Ris3RegionSearch *self, int n_chars)
{
  g_return_if_fail (RIS3_IS_REGION_SEARCH (self));
  gtk_editable_set_width_chars (self->entry, n_chars);
}
