/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a row, by the pointer and by keys: all that can be done with what is selected. */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#include "app/ris3-context-menu.h"

/* From the beginning of a row, where the keys open it. */
#define INDENT 24

/* A row fills its place in the list but for some room around it. */
static Ris3InboxRow *
pick_row (Ris3InboxPage *self, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  for (GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT); widget != NULL && widget != view;
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (RIS3_IS_INBOX_ROW (widget))
        return RIS3_INBOX_ROW (widget);
      if (child != NULL && RIS3_IS_INBOX_ROW (child))
        return RIS3_INBOX_ROW (child);
    }
  return NULL;
}

static void
pop_up (Ris3InboxPage *self, double x, double y)
{
  if (self->menu == NULL)
    self->menu = ris3_context_menu_new (GTK_WIDGET (self), self->row_menu, TRUE);
  ris3_context_menu_pop_up (self->menu, GTK_WIDGET (self->view), x, y);
}

/* Of what is selected, if the row is; else the row is selected first. */
static void
on_pressed_cb (Ris3InboxPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  Ris3InboxRow *row = pick_row (self, x, y);
  Ris3Comment *comment = row != NULL ? ris3_inbox_row_get_comment (row) : NULL;
  guint position;

  if (comment == NULL || !ris3_inbox_list_find (self->list, ris3_comment_get_id (comment), &position))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (self->selection, position))
    _ris3_inbox_page_choose (self, position);
  pop_up (self, x, y);
}

static gboolean
on_menu_key_cb (GtkWidget *view, GVariant *arguments, gpointer user_data)
{
  Ris3InboxPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || self->ids->len == 0 || !gtk_widget_compute_bounds (focus, view, &bounds))
    return GDK_EVENT_PROPAGATE;
  pop_up (self, MAX (bounds.origin.x, 0) + INDENT, bounds.origin.y + bounds.size.height / 2);
  return GDK_EVENT_STOP;
}

void
_ris3_inbox_page_add_menu (Ris3InboxPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
