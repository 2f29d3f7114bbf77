/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-list.h"

#include <glib/gi18n.h>

#include "app/ris3-list-scroll.h"
#include "app/region/ris3-region-row.h"

#define ROWS_A_TIME 16

struct _Ris3RegionList
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3RegionModel *regions;
  GtkFilter *is_territory;
  GtkFilterListModel *territories;
  GtkSliceListModel *shown; /* the first of territories, growing to all of them */
  guint growing;            /* source id */
  Ris3RowRefresh *refresh;

  GtkLabel *count;
  GtkCheckButton *only_matches;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (Ris3RegionList, ris3_region_list, GTK_TYPE_WIDGET)

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, Ris3RegionList *self)
{
  gtk_list_item_set_child (list_item, ris3_region_row_new (self->refresh));
}

/* Whether no row above it is of the same country. */
static gboolean
starts_country (Ris3RegionList *self, Ris3RegionItem *item, guint position)
{
  g_autoptr (Ris3RegionItem) above = NULL;

  if (position == 0)
    return TRUE;
  above = g_list_model_get_item (G_LIST_MODEL (self->shown), position - 1);
  return !g_str_equal (ris3_region_item_get_country_name (above), ris3_region_item_get_country_name (item));
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Ris3RegionList *self)
{
  Ris3RegionItem *item = gtk_list_item_get_item (list_item);
  const char *heading = starts_country (self, item, gtk_list_item_get_position (list_item))
                            ? ris3_region_item_get_country_name (item)
                            : NULL;

  ris3_region_row_bind (RIS3_REGION_ROW (gtk_list_item_get_child (list_item)), item, heading,
                        /* Its name is above it already. */
                        ris3_region_item_get_level (item) == 0 ? _ ("Whole country") : ris3_region_item_get_name (item),
                        NULL);
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Ris3RegionList *self)
{
  ris3_region_row_unbind (RIS3_REGION_ROW (gtk_list_item_get_child (list_item)));
}

static void
on_row_activated_cb (GtkListView *list, guint position, Ris3RegionList *self)
{
  g_autoptr (Ris3RegionItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  ris3_session_select (self->session, ris3_region_item_get_region (item));
}

static guint
count_matching (Ris3Classification *classification)
{
  guint n = 0;

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    n += ris3_classification_get_territory (classification, i)->matches;
  return n;
}

/* All areas are listed, as the map shows them all: the list is the way to each of them for the keyboard. Unless
 * somebody wants those alone that match. */
static void
show_count (Ris3RegionList *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  gboolean is_filtered = classification != NULL && ris3_classification_get_result (classification) != NULL;
  guint n_items = classification != NULL ? ris3_classification_get_n_territories (classification) : 0;
  guint n_matching = is_filtered ? count_matching (classification) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u area on the map", "%u areas on the map", n_items), n_items);
  /* Translators: %s is “253 areas on the map”, all of which are listed; then how many of them match. */
  g_autofree char *filtered = g_strdup_printf (
      ngettext ("%s; %u of them matches the filter", "%s; %u of them match the filter", n_matching), text, n_matching);

  gtk_label_set_text (self->count, is_filtered ? filtered : text);
  gtk_widget_set_visible (GTK_WIDGET (self->only_matches), is_filtered);
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
}

static void
scroll_to_current (Ris3RegionList *self)
{
  Ris3RegionItem *current = ris3_region_model_get_current (self->regions);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (current == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (Ris3RegionItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (item == current)
        {
          ris3_list_scroll_to (self->list, i);
          return;
        }
    }
}

/* A list view makes up to 200 rows at once, which takes longer than a frame may, and more so while
 * the map is still loading: so rows are added a few at a time, when there is nothing else to do.
 */
static gboolean
grow (gpointer data)
{
  Ris3RegionList *self = data;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->territories));
  guint n_shown = MIN (gtk_slice_list_model_get_size (self->shown) + ROWS_A_TIME, n_items);

  gtk_slice_list_model_set_size (self->shown, n_shown);
  if (n_shown < n_items)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  scroll_to_current (self);
  return G_SOURCE_REMOVE;
}

/* The areas have changed: rows are made again, so that each country's name is above its first area. */
static void
on_territories_changed_cb (Ris3RegionList *self)
{
  gtk_slice_list_model_set_size (self->shown, 0);
  gtk_filter_changed (self->is_territory, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
  if (self->growing == 0)
    self->growing = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

static gboolean
is_territory (gpointer item, gpointer user_data)
{
  Ris3RegionList *self = user_data;

  return ris3_region_item_is_territory (item)
         && (!gtk_check_button_get_active (self->only_matches) || ris3_region_item_get_matches (item));
}

/* Which of them match. */
static void
on_classification_changed_cb (Ris3RegionList *self)
{
  if (gtk_check_button_get_active (self->only_matches))
    on_territories_changed_cb (self);
  else
    show_count (self);
}

static void
ris3_region_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_region_list_parent_class)->map (widget);

  scroll_to_current (RIS3_REGION_LIST (widget));
}

static gboolean
ris3_region_list_grab_focus (GtkWidget *widget)
{
  Ris3RegionList *self = RIS3_REGION_LIST (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list)) || gtk_widget_grab_focus (GTK_WIDGET (self->only_matches));
}

/* The rows are one stop of the Tab key; the arrow keys go from row to row. GTK stops at each row, and only since
 * 4.12 can it be told otherwise.
 */
static gboolean
ris3_region_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *only = GTK_WIDGET (RIS3_REGION_LIST (widget)->only_matches);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  gboolean is_within = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  /* Before the rows there is what chooses among them. */
  if (is_tab && is_within && focus == only)
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_grab_focus (GTK_WIDGET (RIS3_REGION_LIST (widget)->list));
  if (is_tab && is_within)
    return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_is_visible (only) && gtk_widget_grab_focus (only);
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_is_visible (only))
    return gtk_widget_grab_focus (only);
  /* Newer GTK would begin at the last row, backwards. */
  if (is_tab)
    return gtk_widget_grab_focus (widget);
  return GTK_WIDGET_CLASS (ris3_region_list_parent_class)->focus (widget, direction);
}

static void
ris3_region_list_dispose (GObject *object)
{
  Ris3RegionList *self = RIS3_REGION_LIST (object);
  GtkWidget *child;

  if (self->refresh != NULL)
    ris3_row_refresh_stop (self->refresh);
  g_clear_pointer (&self->refresh, ris3_row_refresh_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_REGION_LIST);
  /* The types in the template that no field is bound to. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->territories);
  g_clear_object (&self->is_territory);
  g_clear_object (&self->regions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ris3_region_list_parent_class)->dispose (object);
}

static void
ris3_region_list_class_init (Ris3RegionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_region_list_dispose;

  widget_class->map = ris3_region_list_map;
  widget_class->focus = ris3_region_list_focus;
  widget_class->grab_focus = ris3_region_list_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/region/ris3-region-list.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionList, count);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionList, only_matches);
  gtk_widget_class_bind_template_callback (widget_class, on_territories_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionList, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3RegionList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
ris3_region_list_init (Ris3RegionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->refresh = ris3_row_refresh_new (GTK_WIDGET (self->list), ris3_region_row_refresh);
}

GtkWidget *
ris3_region_list_new (Ris3Session *session, Ris3RegionModel *regions)
{
  Ris3RegionList *self;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_REGION_MODEL (regions), NULL);

  self = g_object_new (RIS3_TYPE_REGION_LIST, NULL);
  self->session = g_object_ref (session);
  self->regions = g_object_ref (regions);
  self->is_territory = GTK_FILTER (gtk_custom_filter_new (is_territory, self, NULL));
  self->territories
      = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (regions)), g_object_ref (self->is_territory));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->territories)), 0, 0);
  /* Selection is the session's: moving through the list with arrow keys must not select each region
   * passed. */
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (regions, "territories-changed", G_CALLBACK (on_territories_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (regions, "notify::current", G_CALLBACK (scroll_to_current), self, G_CONNECT_SWAPPED);
  on_territories_changed_cb (self);
  return GTK_WIDGET (self);
}
