/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-tree.h"

#include "app/region/ris3-part-basis.h"
#include "app/region/ris3-priority-comments.h"
#include "app/region/ris3-priority-drag.h"

/* Label columns; deeper levels share the last. */
#define N_COLUMNS 4
#define LINE_HEIGHT 2

struct _Ris3PriorityTree
{
  GtkBox parent_instance;

  Ris3Session *session;
  GtkSizeGroup *numbers[N_COLUMNS];
  GtkEventController *drops; /* while editing */
  gint64 current_id;         /* of the row that Tab comes to */
  gboolean is_deleted;

  GtkWidget *drop_row; /* weak */
  Ris3DropPlace drop_place;
};

G_DEFINE_FINAL_TYPE (Ris3PriorityTree, ris3_priority_tree, GTK_TYPE_BOX)

static guint drafts_closed_signal;

typedef struct
{
  Ris3PriorityTree *tree;
  Ris3PartFiller filler;
  const char *strategy_id;
  GHashTable *comments; /* as ris3_priority_comments_read () has them */
  gboolean editing;
} TreeBuilder;

static gboolean
has_drafts (Ris3PriorityTree *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ris3_priority_row_has_draft (RIS3_PRIORITY_ROW (row)))
      return TRUE;
  return FALSE;
}

static void
on_draft_closed_cb (Ris3PriorityTree *self, GtkWidget *row)
{
  GtkWidget *near;

  if (self->is_deleted && !has_drafts (self))
    g_signal_emit (self, drafts_closed_signal, 0);
  else if (gtk_widget_has_css_class (row, "deleted"))
    {
      near = gtk_widget_get_next_sibling (row);
      gtk_box_remove (GTK_BOX (self), g_object_ref (row));
      if (near != NULL)
        gtk_widget_grab_focus (near);
      g_object_unref (row);
    }
}

/* Once there is nothing below or above, on to the next thing on the page. */
static void
on_leave_cb (Ris3PriorityTree *self, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), direction);
}

static void
on_row_focus_cb (GtkEventControllerFocus *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *tree = gtk_widget_get_parent (row);

  if (tree != NULL)
    RIS3_PRIORITY_TREE (tree)->current_id = ris3_priority_row_get_id (RIS3_PRIORITY_ROW (row));
}

static GtkWidget *
new_row (Ris3PriorityTree *self)
{
  GtkWidget *row = ris3_priority_row_new (self->session);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_row_focus_cb), NULL);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "draft-closed", G_CALLBACK (on_draft_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static gint64
get_id (GListModel *priorities, guint index)
{
  g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, index);

  return priority != NULL ? ris3_priority_get_id (priority) : 0;
}

/* above: the row above these, whose page and label are not repeated on each row below it */
static void
show_priorities (TreeBuilder *builder, GListModel *priorities, const Ris3PriorityPlace *above, guint depth)
{
  const char *label_above = above != NULL ? ris3_priority_get_label (above->priority) : "";
  const char *page_above = above != NULL ? above->page : "";

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *page = ris3_priority_get_page_label (priority);
      g_autofree char *name = g_strdup_printf ("priority-%" G_GINT64_FORMAT, ris3_priority_get_id (priority));
      GtkWidget *row = ris3_part_filler_find (&builder->filler, name);
      Ris3PriorityPlace place = { .priority = priority,
                                  .strategy_id = builder->strategy_id,
                                  .parent_id = above != NULL ? ris3_priority_get_id (above->priority) : 0,
                                  .previous_id = i > 0 ? get_id (priorities, i - 1) : 0,
                                  .next_id = get_id (priorities, i + 1),
                                  .depth = depth,
                                  .page = g_str_equal (page, page_above) ? "" : page,
                                  .label_above = label_above };
      gint64 id = ris3_priority_get_id (priority);
      const Ris3PriorityComments *comments = g_hash_table_lookup (builder->comments, &id);

      if (comments != NULL)
        place.comments = *comments;

      if (row == NULL)
        row = new_row (builder->tree);
      gtk_widget_remove_css_class (row, "deleted");
      ris3_priority_row_show (RIS3_PRIORITY_ROW (row), &place, builder->tree->numbers[MIN (depth, N_COLUMNS - 1)],
                              builder->editing);
      ris3_part_filler_add (&builder->filler, row);
      /* What is said above, for those below. */
      place.page = *page != '\0' ? page : page_above;
      show_priorities (builder, ris3_priority_get_children (priority), &place, depth + 1);
      /* It belongs to the priority, which belongs to its list. */
      label_above = ris3_priority_get_label (priority);
    }
}

/* Rows that are gone stay while something is being written in them. */
static void
keep_drafts (TreeBuilder *builder)
{
  GtkWidget *next = builder->filler.last != NULL ? gtk_widget_get_next_sibling (builder->filler.last)
                                                 : gtk_widget_get_first_child (GTK_WIDGET (builder->tree));

  while (next != NULL)
    {
      GtkWidget *row = next;

      next = gtk_widget_get_next_sibling (row);
      if (!ris3_priority_row_has_draft (RIS3_PRIORITY_ROW (row)))
        continue;
      gtk_widget_add_css_class (row, "deleted");
      ris3_priority_row_set_deleted (RIS3_PRIORITY_ROW (row));
      ris3_part_filler_add (&builder->filler, row);
    }
}

static void
set_editing (Ris3PriorityTree *self, gboolean editing)
{
  if (editing == (self->drops != NULL))
    return;
  if (editing)
    {
      self->drops = ris3_priority_drag_target_new (self);
      gtk_widget_add_controller (GTK_WIDGET (self), self->drops);
    }
  else
    gtk_widget_remove_controller (GTK_WIDGET (self), g_steal_pointer (&self->drops));
}

void
ris3_priority_tree_show (Ris3PriorityTree *self, Ris3Strategy *strategy, gboolean editing)
{
  TreeBuilder builder = { .tree = self, .filler = { .box = GTK_BOX (self) }, .editing = editing };
  g_autoptr (GHashTable) comments = NULL;

  g_return_if_fail (RIS3_IS_PRIORITY_TREE (self) && RIS3_IS_STRATEGY (strategy));
  builder.strategy_id = ris3_strategy_get_id (strategy);
  builder.comments = comments
      = ris3_priority_comments_read (ris3_session_get_atlas (self->session), ris3_strategy_get_id (strategy));
  self->is_deleted = FALSE;
  set_editing (self, editing);
  show_priorities (&builder, ris3_strategy_get_priorities (strategy), NULL, 0);
  keep_drafts (&builder);
  ris3_part_filler_end (&builder.filler);
}

gboolean
ris3_priority_tree_set_deleted (Ris3PriorityTree *self)
{
  g_return_val_if_fail (RIS3_IS_PRIORITY_TREE (self), FALSE);
  if (!has_drafts (self))
    return FALSE;
  self->is_deleted = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ris3_priority_row_set_deleted (RIS3_PRIORITY_ROW (row));
  return TRUE;
}

static GtkWidget *
get_current_row (Ris3PriorityTree *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ris3_priority_row_get_id (RIS3_PRIORITY_ROW (row)) == self->current_id)
      return row;
  return first;
}

static gboolean
ris3_priority_tree_focus (GtkWidget *widget, GtkDirectionType direction)
{
  Ris3PriorityTree *self = RIS3_PRIORITY_TREE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (self->drops == NULL)
    return GTK_WIDGET_CLASS (ris3_priority_tree_parent_class)->focus (widget, direction);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    {
      row = get_current_row (self);
      return row != NULL && gtk_widget_grab_focus (row);
    }
  row = gtk_widget_get_ancestor (focus, RIS3_TYPE_PRIORITY_ROW);
  /* Within a row that is being written in, to its buttons; else out of the tree. */
  return focus != row && ris3_priority_row_has_draft (RIS3_PRIORITY_ROW (row))
         && gtk_widget_child_focus (row, direction);
}

void
ris3_priority_tree_mark_drop (Ris3PriorityTree *self, Ris3PriorityRow *row, Ris3DropPlace place)
{
  g_return_if_fail (RIS3_IS_PRIORITY_TREE (self));
  if (self->drop_row != NULL)
    gtk_widget_remove_css_class (self->drop_row, "drop-below");
  g_set_weak_pointer (&self->drop_row, GTK_WIDGET (row));
  self->drop_place = place;
  if (row != NULL && place == RIS3_DROP_BELOW)
    gtk_widget_add_css_class (self->drop_row, "drop-below");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The last row that belongs to one. */
static GtkWidget *
find_last_below (GtkWidget *row)
{
  guint depth = ris3_priority_row_get_place (RIS3_PRIORITY_ROW (row))->depth;
  GtkWidget *last = row;

  for (GtkWidget *next = gtk_widget_get_next_sibling (row);
       next != NULL && ris3_priority_row_get_place (RIS3_PRIORITY_ROW (next))->depth > depth;
       next = gtk_widget_get_next_sibling (next))
    last = next;
  return last;
}

/* The line where a dragged row would come, at the indentation of its level. */
static void
ris3_priority_tree_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3PriorityTree *self = RIS3_PRIORITY_TREE (widget);
  graphene_rect_t row, edge;
  float x, y;
  GdkRGBA color;

  GTK_WIDGET_CLASS (ris3_priority_tree_parent_class)->snapshot (widget, snapshot);
  if (self->drop_row == NULL || self->drop_place == RIS3_DROP_BELOW || gtk_widget_get_parent (self->drop_row) != widget
      || !gtk_widget_compute_bounds (self->drop_row, widget, &row))
    return;
  if (self->drop_place == RIS3_DROP_BEFORE)
    y = row.origin.y;
  else if (gtk_widget_compute_bounds (find_last_below (self->drop_row), widget, &edge))
    y = edge.origin.y + edge.size.height;
  else
    return;
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : row.origin.x;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (x, y - LINE_HEIGHT / 2.0f, row.size.width, LINE_HEIGHT));
}

static void
ris3_priority_tree_dispose (GObject *object)
{
  Ris3PriorityTree *self = RIS3_PRIORITY_TREE (object);

  g_clear_weak_pointer (&self->drop_row);
  G_OBJECT_CLASS (ris3_priority_tree_parent_class)->dispose (object);
}

static void
ris3_priority_tree_finalize (GObject *object)
{
  Ris3PriorityTree *self = RIS3_PRIORITY_TREE (object);

  g_clear_object (&self->session);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_object_unref (self->numbers[i]);
  G_OBJECT_CLASS (ris3_priority_tree_parent_class)->finalize (object);
}

static void
ris3_priority_tree_class_init (Ris3PriorityTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_priority_tree_dispose;
  object_class->finalize = ris3_priority_tree_finalize;
  widget_class->focus = ris3_priority_tree_focus;
  widget_class->snapshot = ris3_priority_tree_snapshot;
  drafts_closed_signal = g_signal_new ("drafts-closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
ris3_priority_tree_init (Ris3PriorityTree *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    self->numbers[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "priority-tree");
}

GtkWidget *
ris3_priority_tree_new (Ris3Session *session)
{
  Ris3PriorityTree *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_PRIORITY_TREE, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                       GTK_ORIENTATION_VERTICAL, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

guint
ris3_priority_tree_count (GListModel *priorities)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      count += !ris3_priority_get_is_area (priority);
      count += ris3_priority_tree_count (ris3_priority_get_children (priority));
    }
  return count;
}
