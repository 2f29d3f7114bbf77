/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-drag.h"

#include "app/region/ris3-priority-body.h"
#include "app/ris3-region-parts.h"
#include "model/ris3-text.h"

#define DRAGGED_KEY "ris3-dragged-row"
#define POINTER_KEY "ris3-pointer"
/* A row's end, from this share of its width on, takes others as its parts. */
#define END_SHARE 0.7
/* … and so does its middle: what is left of its height between the parts for before and after. */
#define EDGE_SHARE 0.35
/* Characters of its text that a dragged row shows. */
#define MAX_SHOWN 60

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, Ris3PriorityRow *row)
{
  /* The text that is being written is selected by dragging. */
  if (ris3_priority_row_has_draft (row))
    return NULL;
  return gdk_content_provider_new_typed (RIS3_TYPE_PRIORITY_ROW, row);
}

static void
on_begin_cb (GtkDragSource *source, GdkDrag *drag, Ris3PriorityRow *row)
{
  const Ris3PriorityPlace *place = ris3_priority_row_get_place (row);
  g_autofree char *text = ris3_text_shorten (ris3_priority_get_shown_text (place->priority), MAX_SHOWN);
  GtkWidget *label = ris3_part_text (text, "drag-icon");

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_SHOWN / 2);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -12, -12);
  g_object_set_data_full (G_OBJECT (drag), DRAGGED_KEY, g_object_ref (row), g_object_unref);
  gtk_widget_add_css_class (GTK_WIDGET (row), "dragged");
}

static void
on_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, Ris3PriorityRow *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "dragged");
}

GtkEventController *
ris3_priority_drag_source_new (Ris3PriorityRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_end_cb), row);
  return GTK_EVENT_CONTROLLER (source);
}

/* Whether a row is a part of another, or the same: they follow it, at greater depth. */
static gboolean
is_within (Ris3PriorityRow *row, Ris3PriorityRow *other)
{
  guint depth = ris3_priority_row_get_place (other)->depth;
  GtkWidget *next = GTK_WIDGET (other);

  do
    {
      if (next == GTK_WIDGET (row))
        return TRUE;
      next = gtk_widget_get_next_sibling (next);
    }
  while (next != NULL && ris3_priority_row_get_place (RIS3_PRIORITY_ROW (next))->depth > depth);
  return FALSE;
}

gboolean
ris3_priority_drag_find_place (Ris3PriorityRow *dragged,
                               Ris3PriorityRow *on,
                               Ris3DropPlace place,
                               gint64 *parent_id,
                               gint64 *after_id)
{
  const Ris3PriorityPlace *from = ris3_priority_row_get_place (dragged);
  const Ris3PriorityPlace *to = ris3_priority_row_get_place (on);
  gint64 id = ris3_priority_row_get_id (dragged);

  if (gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (on))
      || is_within (on, dragged))
    return FALSE;
  switch (place)
    {
    case RIS3_DROP_BEFORE:
      *parent_id = to->parent_id;
      *after_id = to->previous_id != 0 ? to->previous_id : RIS3_EDIT_FIRST;
      return to->previous_id != id;
    case RIS3_DROP_AFTER:
      *parent_id = to->parent_id;
      *after_id = ris3_priority_row_get_id (on);
      return to->next_id != id;
    case RIS3_DROP_BELOW:
      *parent_id = ris3_priority_row_get_id (on);
      *after_id = RIS3_EDIT_LAST;
      return from->parent_id != *parent_id || from->next_id != 0;
    }
  g_return_val_if_reached (FALSE);
}

static Ris3DropPlace
choose_place (const graphene_rect_t *row, double x, double y, gboolean rtl)
{
  double across = (x - row->origin.x) / row->size.width;
  double down = (y - row->origin.y) / row->size.height;

  if ((rtl ? 1 - across : across) > END_SHARE)
    return RIS3_DROP_BELOW;
  if (down < EDGE_SHARE)
    return RIS3_DROP_BEFORE;
  return down > 1 - EDGE_SHARE ? RIS3_DROP_AFTER : RIS3_DROP_BELOW;
}

static Ris3PriorityRow *
get_dragged (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  return drag != NULL ? g_object_get_data (G_OBJECT (drag), DRAGGED_KEY) : NULL;
}

/* The row at a place of the tree, and what dropping there means; NULL if it cannot be dropped there. */
static Ris3PriorityRow *
find_target (GtkDropTarget *target, double x, double y, Ris3DropPlace *place, gint64 *parent_id, gint64 *after_id)
{
  GtkWidget *tree = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  Ris3PriorityRow *dragged = get_dragged (target);
  gboolean rtl = gtk_widget_get_direction (tree) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds;

  for (GtkWidget *row = gtk_widget_get_first_child (tree); row != NULL && dragged != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_compute_bounds (row, tree, &bounds) && y >= bounds.origin.y
        && y < bounds.origin.y + bounds.size.height)
      {
        *place = choose_place (&bounds, x, y, rtl);
        return ris3_priority_drag_find_place (dragged, RIS3_PRIORITY_ROW (row), *place, parent_id, after_id)
                   ? RIS3_PRIORITY_ROW (row)
                   : NULL;
      }
  return NULL;
}

/* Where the pointer is in the window, while the page may be scrolled below it. */
typedef struct
{
  graphene_point_t at;
  gulong scrolled;
} Pointer;

static GtkAdjustment *
get_scroll (GtkWidget *tree)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (tree, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
}

static gboolean
mark (GtkDropTarget *target, double x, double y)
{
  GtkWidget *tree = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  Ris3DropPlace place = RIS3_DROP_BEFORE;
  gint64 parent_id, after_id;
  Ris3PriorityRow *row = find_target (target, x, y, &place, &parent_id, &after_id);
  Ris3PriorityRow *dragged = get_dragged (target);

  ris3_priority_tree_mark_drop (RIS3_PRIORITY_TREE (tree), row, place);
  /* That another strategy does not take it is seen before one tries each of its rows. */
  if (dragged != NULL && gtk_widget_get_parent (GTK_WIDGET (dragged)) != tree)
    gtk_widget_add_css_class (tree, "refuses");
  return row != NULL;
}

static void
on_scrolled_cb (GtkDropTarget *target)
{
  GtkWidget *tree = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  Pointer *pointer = g_object_get_data (G_OBJECT (target), POINTER_KEY);
  graphene_point_t point;

  if (gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_root (tree)), tree, &pointer->at, &point))
    mark (target, point.x, point.y);
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *tree)
{
  Pointer *pointer = g_object_get_data (G_OBJECT (target), POINTER_KEY);
  GtkAdjustment *scroll = get_scroll (tree);

  if (pointer->scrolled == 0 && scroll != NULL)
    pointer->scrolled = g_signal_connect_swapped (scroll, "value-changed", G_CALLBACK (on_scrolled_cb), target);
  if (!gtk_widget_compute_point (tree, GTK_WIDGET (gtk_widget_get_root (tree)),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &pointer->at))
    return 0;
  return mark (target, x, y) ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (GtkDropTarget *target, GtkWidget *tree)
{
  Pointer *pointer = g_object_get_data (G_OBJECT (target), POINTER_KEY);

  if (pointer->scrolled != 0)
    g_signal_handlers_disconnect_by_func (get_scroll (tree), on_scrolled_cb, target);
  pointer->scrolled = 0;
  ris3_priority_tree_mark_drop (RIS3_PRIORITY_TREE (tree), NULL, RIS3_DROP_BEFORE);
  gtk_widget_remove_css_class (tree, "refuses");
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *tree)
{
  Ris3DropPlace place;
  gint64 parent_id, after_id;
  Ris3PriorityRow *row = find_target (target, x, y, &place, &parent_id, &after_id);
  Ris3PriorityRow *dragged = g_value_get_object (value);

  on_leave_cb (target, tree);
  return row != NULL
         && gtk_widget_activate_action (tree, "edit.priority-move", "(xxx)", ris3_priority_row_get_id (dragged),
                                        parent_id, after_id);
}

GtkEventController *
ris3_priority_drag_target_new (Ris3PriorityTree *tree)
{
  GtkDropTarget *target = gtk_drop_target_new (RIS3_TYPE_PRIORITY_ROW, GDK_ACTION_MOVE);

  g_object_set_data_full (G_OBJECT (target), POINTER_KEY, g_new0 (Pointer, 1), g_free);
  g_signal_connect (target, "enter", G_CALLBACK (on_motion_cb), tree);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion_cb), tree);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave_cb), tree);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), tree);
  return GTK_EVENT_CONTROLLER (target);
}
