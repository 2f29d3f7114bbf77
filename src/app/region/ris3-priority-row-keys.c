/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the keys do while a row itself has the focus. Tab changes the level as in an outline, so F6, Escape, and the
 * arrows at both ends lead out of the tree.
 */

#include "config.h"

#include "app/region/ris3-priority-menu.h"
#include "app/region/ris3-priority-row-private.h"

static gboolean
has_keys (Ris3PriorityRow *self)
{
  return gtk_widget_get_focusable (GTK_WIDGET (self)) && gtk_widget_is_focus (GTK_WIDGET (self));
}

static gboolean
on_shift_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Ris3PriorityRow *self = RIS3_PRIORITY_ROW (widget);
  const char *way;

  if (!has_keys (self))
    return FALSE;
  g_variant_get (arguments, "(&s)", &way);
  if (!ris3_priority_menu_can_shift (ris3_priority_row_get_place (self), way)
      || !gtk_widget_activate_action (widget, "edit.priority-shift", "(xs)", ris3_priority_row_get_id (self), way))
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
on_row_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Ris3PriorityRow *self = RIS3_PRIORITY_ROW (widget);
  int direction;
  GtkWidget *other;

  if (!has_keys (self))
    return FALSE;
  g_variant_get (arguments, "(i)", &direction);
  other = direction > 0 ? gtk_widget_get_next_sibling (widget) : gtk_widget_get_prev_sibling (widget);
  if (other != NULL)
    gtk_widget_grab_focus (other);
  else
    _ris3_priority_row_leave (self, direction > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return TRUE;
}

/* To the first or last row. */
static gboolean
on_end_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *tree = gtk_widget_get_parent (widget);
  int direction;

  if (!has_keys (RIS3_PRIORITY_ROW (widget)))
    return FALSE;
  g_variant_get (arguments, "(i)", &direction);
  gtk_widget_grab_focus (direction > 0 ? gtk_widget_get_last_child (tree) : gtk_widget_get_first_child (tree));
  return TRUE;
}

static gboolean
on_leave_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int direction;

  if (!has_keys (RIS3_PRIORITY_ROW (widget)))
    return FALSE;
  g_variant_get (arguments, "(i)", &direction);
  _ris3_priority_row_leave (RIS3_PRIORITY_ROW (widget), direction > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return TRUE;
}

static gboolean
on_edit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!has_keys (RIS3_PRIORITY_ROW (widget)))
    return FALSE;
  ris3_priority_row_edit_text (RIS3_PRIORITY_ROW (widget));
  return TRUE;
}

static gboolean
on_delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Ris3PriorityRow *self = RIS3_PRIORITY_ROW (widget);

  if (!has_keys (self))
    return FALSE;
  gtk_widget_activate_action (widget, "edit.priority-delete", "x", ris3_priority_row_get_id (self));
  return TRUE;
}

static gboolean
on_add_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Ris3PriorityRow *self = RIS3_PRIORITY_ROW (widget);
  const Ris3PriorityPlace *place = ris3_priority_row_get_place (self);

  if (!has_keys (self))
    return FALSE;
  gtk_widget_activate_action (widget, "edit.priority-add", "(sxx)", place->strategy_id, place->parent_id,
                              ris3_priority_row_get_id (self));
  return TRUE;
}

static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!has_keys (RIS3_PRIORITY_ROW (widget)))
    return FALSE;
  ris3_priority_row_open_menu (RIS3_PRIORITY_ROW (widget), NULL);
  return TRUE;
}

void
_ris3_priority_row_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *way;
  } shifts[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "up" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "down" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "down" },
    { GDK_KEY_Right, GDK_ALT_MASK, "in" },
    { GDK_KEY_KP_Right, GDK_ALT_MASK, "in" },
    { GDK_KEY_Left, GDK_ALT_MASK, "out" },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, "out" },
    { GDK_KEY_Tab, 0, "in" },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, "out" },
    { GDK_KEY_ISO_Left_Tab, 0, "out" },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "out" },
  };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc act;
    int direction;
  } others[] = {
    { GDK_KEY_Up, 0, on_row_key_cb, -1 },
    { GDK_KEY_Down, 0, on_row_key_cb, 1 },
    { GDK_KEY_KP_Up, 0, on_row_key_cb, -1 },
    { GDK_KEY_KP_Down, 0, on_row_key_cb, 1 },
    { GDK_KEY_Home, 0, on_end_key_cb, -1 },
    { GDK_KEY_End, 0, on_end_key_cb, 1 },
    { GDK_KEY_Escape, 0, on_leave_key_cb, 1 },
    { GDK_KEY_F6, 0, on_leave_key_cb, 1 },
    { GDK_KEY_F6, GDK_SHIFT_MASK, on_leave_key_cb, -1 },
    { GDK_KEY_Return, 0, on_edit_key_cb, 0 },
    { GDK_KEY_KP_Enter, 0, on_edit_key_cb, 0 },
    { GDK_KEY_F2, 0, on_edit_key_cb, 0 },
    { GDK_KEY_Delete, 0, on_delete_key_cb, 0 },
    { GDK_KEY_KP_Delete, 0, on_delete_key_cb, 0 },
    { GDK_KEY_Insert, 0, on_add_key_cb, 0 },
    { GDK_KEY_Return, GDK_CONTROL_MASK, on_add_key_cb, 0 },
    { GDK_KEY_Menu, 0, on_menu_key_cb, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    gtk_widget_class_add_binding (klass, shifts[i].key, shifts[i].modifiers, on_shift_key_cb, "(s)", shifts[i].way);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_class_add_binding (klass, others[i].key, others[i].modifiers, others[i].act, "(i)", others[i].direction);
}
