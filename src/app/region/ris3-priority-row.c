/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-row-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/region/ris3-priority-body.h"
#include "app/region/ris3-priority-draft.h"
#include "app/region/ris3-priority-drag.h"
#include "app/region/ris3-priority-menu.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-region-words.h"
#include "app/ris3-widget-key.h"

/* Deeper levels are indented no further: the panel is narrow. */
#define MAX_INDENT_DEPTH 3
#define INDENT 14

struct _Ris3PriorityRow
{
  GtkBox parent_instance;

  Ris3Session *session;
  Ris3PriorityPlace place; /* its texts are its own */
  gboolean editing;

  GtkWidget *number; /* each of these NULL if there is none */
  GtkWidget *column; /* the body, or what is being written and the body */
  GtkWidget *body;
  GtkWidget *page;
  GtkWidget *draft;
  GtkWidget *menu_button;
  GPtrArray *controllers; /* while editing */
};

G_DEFINE_FINAL_TYPE (Ris3PriorityRow, ris3_priority_row, GTK_TYPE_BOX)

enum
{
  DRAFT_CLOSED,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
_ris3_priority_row_leave (Ris3PriorityRow *self, GtkDirectionType direction)
{
  g_signal_emit (self, signals[LEAVE], 0, direction);
}

static void
clear_place (Ris3PriorityPlace *place)
{
  g_clear_object (&place->priority);
  g_free ((char *) place->strategy_id);
  g_free ((char *) place->page);
  g_free ((char *) place->label_above);
  *place = (Ris3PriorityPlace){ 0 };
}

static void
set_place (Ris3PriorityRow *self, const Ris3PriorityPlace *place)
{
  Ris3PriorityPlace copy = *place;

  g_object_ref (copy.priority);
  copy.strategy_id = g_strdup (place->strategy_id);
  copy.page = g_strdup (place->page);
  copy.label_above = g_strdup (place->label_above);
  clear_place (&self->place);
  self->place = copy;
}

/* While its text is written, the text itself is not shown; what else the body says is. */
static void
hide_written_text (Ris3PriorityRow *self)
{
  GtkWidget *text = self->body != NULL ? gtk_widget_get_first_child (self->body) : NULL;

  if (text != NULL)
    gtk_widget_set_visible (text, self->draft == NULL || *ris3_priority_get_text (self->place.priority) == '\0');
}

static void
on_draft_closed_cb (Ris3PriorityRow *self)
{
  gboolean had_focus;

  if (self->draft == NULL)
    return;
  had_focus = gtk_widget_get_focus_child (self->column) == self->draft;
  gtk_box_remove (GTK_BOX (self->column), g_steal_pointer (&self->draft));
  hide_written_text (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[DRAFT_CLOSED], 0);
}

void
ris3_priority_row_edit_text (Ris3PriorityRow *self)
{
  g_return_if_fail (RIS3_IS_PRIORITY_ROW (self));
  if (!self->editing)
    return;
  if (self->draft == NULL)
    {
      self->draft = ris3_priority_draft_new (self->session, self->place.priority);
      g_signal_connect_object (self->draft, "closed", G_CALLBACK (on_draft_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (self->column), self->draft);
      hide_written_text (self);
    }
  gtk_widget_grab_focus (self->draft);
}

gboolean
ris3_priority_row_has_draft (Ris3PriorityRow *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY_ROW (self), FALSE);
  return self->draft != NULL;
}

static void
edit_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_priority_row_edit_text (RIS3_PRIORITY_ROW (widget));
}

/* The keys go on with the row, unless the menu has led elsewhere. */
static gboolean
leave_menu (gpointer user_data)
{
  Ris3PriorityRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && self->menu_button != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, self->menu_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Newer versions of GTK give the focus back to the button only after this signal. */
static void
on_menu_closed_cb (Ris3PriorityRow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_menu, g_object_ref (self), g_object_unref);
}

static void
fill_menu (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = ris3_priority_menu_new (&RIS3_PRIORITY_ROW (user_data)->place);

  gtk_menu_button_set_menu_model (button, menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (on_menu_closed_cb), user_data,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
ris3_priority_row_open_menu (Ris3PriorityRow *self, const GdkRectangle *at)
{
  GtkPopover *popover;
  GdkRectangle rectangle;
  double x, y;

  g_return_if_fail (RIS3_IS_PRIORITY_ROW (self));
  if (self->menu_button == NULL)
    return;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button));
  if (at != NULL && popover != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (self), self->menu_button, at->x, at->y, &x, &y))
    {
      rectangle = (GdkRectangle){ (int) x, (int) y, 1, 1 };
      gtk_popover_set_pointing_to (popover, &rectangle);
    }
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Ris3PriorityRow *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  /* Within the text that is being written, clicks are the text's own. */
  if (self->draft != NULL)
    return;
  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      ris3_priority_row_open_menu (self, &at);
    }
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    ris3_priority_row_edit_text (self);
  else if (button == GDK_BUTTON_PRIMARY)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_controller (Ris3PriorityRow *self, GtkEventController *controller)
{
  g_ptr_array_add (self->controllers, controller);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
begin_editing (Ris3PriorityRow *self)
{
  GtkGesture *clicks = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (clicks), 0);
  g_signal_connect (clicks, "pressed", G_CALLBACK (on_pressed_cb), self);
  add_controller (self, GTK_EVENT_CONTROLLER (clicks));
  add_controller (self, ris3_priority_drag_source_new (self));

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), fill_menu, self, NULL);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Edit This Priority"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "row-menu");
  ris3_menu_tooltips_tame (self->menu_button);
  gtk_box_append (GTK_BOX (self), self->menu_button);
}

static void
end_editing (Ris3PriorityRow *self)
{
  if (self->draft != NULL)
    {
      gtk_box_remove (GTK_BOX (self->column), g_steal_pointer (&self->draft));
      hide_written_text (self);
    }
  for (guint i = 0; i < self->controllers->len; i++)
    gtk_widget_remove_controller (GTK_WIDGET (self), self->controllers->pdata[i]);
  g_ptr_array_set_size (self->controllers, 0);
  if (self->menu_button != NULL)
    gtk_box_remove (GTK_BOX (self), g_steal_pointer (&self->menu_button));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL);
}

static void
set_editing (Ris3PriorityRow *self, gboolean editing)
{
  if (self->editing == editing)
    return;
  self->editing = editing;
  gtk_widget_set_focusable (GTK_WIDGET (self), editing);
  if (editing)
    begin_editing (self);
  else
    end_editing (self);
}

static void
replace (Ris3PriorityRow *self, GtkWidget **part, GtkWidget *with, GtkWidget *after)
{
  if (*part != NULL)
    gtk_box_remove (GTK_BOX (self), *part);
  *part = with;
  if (with != NULL)
    gtk_box_insert_child_after (GTK_BOX (self), with, after);
}

static void
show_contents (Ris3PriorityRow *self, GtkSizeGroup *numbers)
{
  Ris3Priority *priority = self->place.priority;
  const char *label = ris3_priority_get_label (priority);
  GtkWidget *number = NULL, *page = NULL;

  if (ris3_priority_label_is_number (label))
    {
      number = ris3_priority_side_label_new (label, "priority-number");
      gtk_size_group_add_widget (numbers, number);
    }
  if (*self->place.page != '\0')
    {
      g_autofree char *words = g_strdup_printf (C_ ("page of a document", "p. %s"), self->place.page);

      page = ris3_priority_side_label_new (words, "priority-page");
    }
  replace (self, &self->number, number, NULL);
  replace (self, &self->page, page, self->column);
  if (self->body != NULL)
    gtk_box_remove (GTK_BOX (self->column), self->body);
  /* Dragging with the pointer moves the row, so it does not select text. */
  self->body = ris3_priority_body_new (priority, self->place.label_above, &self->place.comments, !self->editing);
  gtk_box_append (GTK_BOX (self->column), self->body);
  hide_written_text (self);
}

static void
show_place (Ris3PriorityRow *self)
{
  Ris3Priority *priority = self->place.priority;
  g_autofree char *name = g_strdup_printf ("priority-%" G_GINT64_FORMAT, ris3_priority_get_id (priority));

  ris3_widget_set_key (GTK_WIDGET (self), name);
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) MIN (self->place.depth, MAX_INDENT_DEPTH) * INDENT);
  if (self->place.depth == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "root");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "root");
  if (self->editing)
    {
      g_autofree char *words = ris3_priority_words (priority);
      g_autofree char *menu_name = g_strconcat (name, "-menu", NULL);

      ris3_widget_set_key (self->menu_button, menu_name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->place.depth + 1, -1);
    }
}

void
ris3_priority_row_show (Ris3PriorityRow *self, const Ris3PriorityPlace *place, GtkSizeGroup *numbers, gboolean editing)
{
  g_autoptr (Ris3PartBasis) basis = ris3_part_basis_new ();

  g_return_if_fail (RIS3_IS_PRIORITY_ROW (self) && place != NULL);
  ris3_part_basis_add_object (basis, place->priority);
  ris3_part_basis_add_object (basis, numbers);
  ris3_part_basis_add_text (basis, place->page);
  ris3_part_basis_add_text (basis, place->label_above);
  ris3_part_basis_add_number (basis, place->comments.n_open);
  ris3_part_basis_add_number (basis, place->comments.is_applied);
  ris3_part_basis_add_number (basis, place->comments.is_english_old);
  ris3_part_basis_add_number (basis, editing);

  set_place (self, place);
  set_editing (self, editing);
  show_place (self);
  if (self->draft != NULL)
    ris3_priority_draft_set_stored (RIS3_PRIORITY_DRAFT (self->draft), place->priority);
  if (ris3_part_basis_made (basis, GTK_WIDGET (self)))
    return;
  show_contents (self, numbers);
  ris3_part_basis_keep_in (g_steal_pointer (&basis), GTK_WIDGET (self));
}

void
ris3_priority_row_set_deleted (Ris3PriorityRow *self)
{
  g_return_if_fail (RIS3_IS_PRIORITY_ROW (self));
  if (self->draft != NULL)
    ris3_priority_draft_set_stored (RIS3_PRIORITY_DRAFT (self->draft), NULL);
}

gint64
ris3_priority_row_get_id (Ris3PriorityRow *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY_ROW (self), 0);
  return ris3_priority_get_id (self->place.priority);
}

const Ris3PriorityPlace *
ris3_priority_row_get_place (Ris3PriorityRow *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY_ROW (self), NULL);
  return &self->place;
}

static void
ris3_priority_row_finalize (GObject *object)
{
  Ris3PriorityRow *self = RIS3_PRIORITY_ROW (object);

  clear_place (&self->place);
  g_clear_object (&self->session);
  g_ptr_array_unref (self->controllers);
  G_OBJECT_CLASS (ris3_priority_row_parent_class)->finalize (object);
}

static void
ris3_priority_row_class_init (Ris3PriorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ris3_priority_row_finalize;
  signals[DRAFT_CLOSED] = g_signal_new ("draft-closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GTK_TYPE_DIRECTION_TYPE);
  gtk_widget_class_install_action (widget_class, "priority-row.edit-text", NULL, edit_text_action);
  _ris3_priority_row_add_keys (widget_class);
}

static void
ris3_priority_row_init (Ris3PriorityRow *self)
{
  self->controllers = g_ptr_array_new ();
  self->column = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 4, NULL);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_box_append (GTK_BOX (self), self->column);
  gtk_widget_add_css_class (GTK_WIDGET (self), "priority-row");
}

GtkWidget *
ris3_priority_row_new (Ris3Session *session)
{
  Ris3PriorityRow *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_PRIORITY_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 8, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
