/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-list-menu.h"

#include "app/ris3-context-menu.h"

/* What is kept with the widget of a row, and with a list. */
#define ITEM "ris3-list-menu-item"
#define MENU "ris3-list-menu"

/* From the beginning of a row, where the keys open it. */
#define INDENT 24

typedef struct
{
  GtkWidget *list;  /* it owns this */
  GtkWidget *place; /* weak */
  GtkWidget *menu;  /* weak; NULL: it was not opened yet */
  GMenuModel *model;
  GtkSelectionModel *selection;
} ListMenu;

/* The row that a widget of the list is in; NULL: none. */
static GtkListItem *
find_item (GtkWidget *list, GtkWidget *widget)
{
  for (; widget != NULL && widget != list; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), ITEM);

      /* A row has some room around its child. */
      if (item == NULL && child != NULL && gtk_widget_get_parent (widget) == list)
        item = g_object_get_data (G_OBJECT (child), ITEM);
      if (item != NULL)
        return item;
    }
  return NULL;
}

static void
on_destroy_cb (ListMenu *self)
{
  GtkWidget *menu = self->menu;

  g_clear_weak_pointer (&self->menu);
  if (menu != NULL)
    gtk_widget_unparent (menu);
}

/* With the list, which may go before the place does. */
static void
list_menu_free (gpointer data)
{
  ListMenu *self = data;

  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  on_destroy_cb (self);
  g_clear_weak_pointer (&self->place);
  g_object_unref (self->model);
  g_object_unref (self->selection);
  g_free (self);
}

static void
pop_up (ListMenu *self, GtkListItem *item, double x, double y)
{
  guint position = gtk_list_item_get_position (item);

  if (position == GTK_INVALID_LIST_POSITION || self->place == NULL)
    return;
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  if (self->menu == NULL)
    {
      g_set_weak_pointer (&self->menu, ris3_context_menu_new (self->place, self->model, TRUE));
      g_signal_connect_swapped (self->place, "destroy", G_CALLBACK (on_destroy_cb), self);
    }
  ris3_context_menu_pop_up (self->menu, self->list, x, y);
}

static void
on_pressed_cb (ListMenu *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = find_item (self->list, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT));

  if (item == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, item, x, y);
}

static gboolean
on_key_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListItem *item = focus != NULL && gtk_widget_is_ancestor (focus, list) ? find_item (list, focus) : NULL;
  graphene_rect_t bounds;

  if (item == NULL || !gtk_widget_compute_bounds (gtk_list_item_get_child (item), list, &bounds))
    return GDK_EVENT_PROPAGATE;
  pop_up (user_data, item, MAX (bounds.origin.x, 0) + INDENT, bounds.origin.y + bounds.size.height / 2);
  return GDK_EVENT_STOP;
}

void
ris3_list_menu_add (GtkWidget *list, GtkSelectionModel *selection, GtkWidget *place, GMenuModel *model)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  ListMenu *self;

  g_return_if_fail (GTK_IS_WIDGET (list) && GTK_IS_SELECTION_MODEL (selection));
  g_return_if_fail (GTK_IS_WIDGET (place) && G_IS_MENU_MODEL (model));
  self = g_new0 (ListMenu, 1);
  self->list = list;
  self->model = g_object_ref (model);
  self->selection = g_object_ref (selection);
  g_set_weak_pointer (&self->place, place);
  g_object_set_data_full (G_OBJECT (list), MENU, self, list_menu_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  /* On the list, before the window gives the keys to a search, which has a menu of its own. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_key_cb, self, NULL)));
  gtk_widget_add_controller (list, keys);
}

void
ris3_list_menu_set_item (GtkWidget *child, GtkListItem *item)
{
  g_return_if_fail (GTK_IS_WIDGET (child) && GTK_IS_LIST_ITEM (item));
  g_object_set_data (G_OBJECT (child), ITEM, item);
}
