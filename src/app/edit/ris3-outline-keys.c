/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys of the preview of an outline; see ris3-outline-preview.h. */

#include "config.h"

#include "app/edit/ris3-outline-preview-private.h"

/* Takes the focus from a line to the text before or after the list. */
static gboolean
leave_list (Ris3OutlinePreview *self, gboolean back)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  for (GtkWidget *at = gtk_widget_get_parent (GTK_WIDGET (self->list)); at != NULL; at = gtk_widget_get_parent (at))
    {
      GtkWidget *parent = gtk_widget_get_parent (at);
      GtkWidget *next = at;

      while (parent != NULL && (next = back ? gtk_widget_get_prev_sibling (next) : gtk_widget_get_next_sibling (next)))
        if (gtk_widget_child_focus (next, back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD))
          return GDK_EVENT_STOP;
      if (at == root)
        break;
    }
  return GDK_EVENT_STOP;
}

static gboolean
act (Ris3OutlineRow *row, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (row), action, NULL);
  return GDK_EVENT_STOP;
}

/* Keys in the text of a line. */
static gboolean
on_text_key (Ris3OutlinePreview *self, Ris3OutlineRow *row, guint key, gboolean control)
{
  guint position = ris3_outline_row_get_position (row);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean has_selection;
  guint offset;

  if (!ris3_line_text_get_cursor (ris3_outline_row_get_text (row), &offset, &has_selection))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return && control)
    {
      act (row, "line.split");
      if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > n_lines)
        _ris3_outline_preview_focus (self, position + 1, TRUE);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && offset == 0 && !has_selection && position > 0)
    {
      act (row, "line.join");
      _ris3_outline_preview_focus (self, position - 1, FALSE);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  return GDK_EVENT_STOP;
}

/* Keys on a line as a whole. */
static gboolean
on_line_key (Ris3OutlinePreview *self, Ris3OutlineRow *row, guint key, gboolean shift)
{
  guint position = ris3_outline_row_get_position (row);
  Ris3OutlineLine *line = ris3_outline_row_get_line (row);

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return act (row, key == GDK_KEY_ISO_Left_Tab || shift ? "line.out" : "line.in");
    case GDK_KEY_Return:
    case GDK_KEY_F2:
      return gtk_widget_grab_focus (GTK_WIDGET (ris3_outline_row_get_text (row)));
    case GDK_KEY_space:
      ris3_outline_line_set_is_included (line, !ris3_outline_line_get_is_included (line));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
      act (row, "line.remove");
      _ris3_outline_preview_focus (self, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1),
                                   FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      act (row, "line.join");
      _ris3_outline_preview_focus (self, position > 0 ? position - 1 : 0, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

gboolean
_ris3_outline_preview_key_pressed (GtkEventControllerKey *controller,
                                   guint key,
                                   guint keycode,
                                   GdkModifierType state,
                                   Ris3OutlinePreview *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  Ris3OutlineRow *row = _ris3_outline_preview_get_row (item);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_KP_Enter)
    key = GDK_KEY_Return;
  if (control && (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab))
    return leave_list (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) != 0 && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    return act (row, (key == GDK_KEY_Right) != is_rtl ? "line.in" : "line.out");
  if (focus != item && gtk_widget_get_native (focus) != gtk_widget_get_native (item))
    return GDK_EVENT_PROPAGATE; /* in a menu */
  if (focus != item && (key == GDK_KEY_Escape || (key == GDK_KEY_Return && GTK_IS_TEXT (focus))))
    return gtk_widget_grab_focus (item);
  if (focus != item)
    return on_text_key (self, row, key, control);
  return control ? GDK_EVENT_PROPAGATE : on_line_key (self, row, key, (state & GDK_SHIFT_MASK) != 0);
}
