/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-preview-private.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* Below this width, the text of a line is below the rest. */
#define NARROW 620
#define MAX_SOURCE 1000
/* The list makes rows for the first 200 lines at once, which takes a third of a second. So many of them a frame are
 * hardly noticed. */
#define ROWS_A_FRAME 20
#define MAX_ROWS 200

G_DEFINE_FINAL_TYPE (Ris3OutlinePreview, ris3_outline_preview, GTK_TYPE_WIDGET)

Ris3OutlineRow *
_ris3_outline_preview_get_row (GtkWidget *item)
{
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return RIS3_IS_OUTLINE_ROW (row) && ris3_outline_row_get_line (RIS3_OUTLINE_ROW (row)) != NULL
             ? RIS3_OUTLINE_ROW (row)
             : NULL;
}

static GtkWidget *
find_item (Ris3OutlinePreview *self, guint position)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (_ris3_outline_preview_get_row (item) != NULL
        && ris3_outline_row_get_position (_ris3_outline_preview_get_row (item)) == position)
      return item;
  return NULL;
}

/* Rows come and go in the frames after a change. */
static gboolean
on_focus_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Ris3OutlinePreview *self = RIS3_OUTLINE_PREVIEW (widget);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  GtkWidget *item = find_item (self, self->focus_position);

  if (item == NULL && self->focus_position < n_lines)
    return G_SOURCE_CONTINUE;
  if (item != NULL && self->focus_text)
    ris3_line_text_edit (ris3_outline_row_get_text (_ris3_outline_preview_get_row (item)), 0);
  else if (item != NULL)
    gtk_widget_grab_focus (item);
  self->focus_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
on_show_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Ris3OutlinePreview *self = RIS3_OUTLINE_PREVIEW (widget);
  guint size = gtk_slice_list_model_get_size (self->shown);

  if (size < MAX_ROWS)
    {
      gtk_slice_list_model_set_size (self->shown, size + ROWS_A_FRAME);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  self->show_tick = 0;
  return G_SOURCE_REMOVE;
}

void
_ris3_outline_preview_focus (Ris3OutlinePreview *self, guint position, gboolean text)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  self->focus_position = position;
  self->focus_text = text;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_focus_tick_cb, NULL, NULL);
}

void
ris3_outline_preview_focus_line (Ris3OutlinePreview *self, guint position)
{
  g_return_if_fail (RIS3_IS_OUTLINE_PREVIEW (self));
  _ris3_outline_preview_focus (self, position, FALSE);
}

static void
update_rows (Ris3OutlinePreview *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (_ris3_outline_preview_get_row (item) != NULL)
      {
        ris3_outline_row_set_narrow (_ris3_outline_preview_get_row (item), self->narrow);
        ris3_outline_row_update (_ris3_outline_preview_get_row (item));
      }
}

static void
show_source (Ris3OutlinePreview *self)
{
  Ris3OutlineLine *line = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *shortened = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (line == NULL)
    {
      gtk_label_set_text (self->source, "");
      return;
    }
  shortened = ris3_text_shorten (ris3_outline_line_get_source (line), MAX_SOURCE);
  words = g_strsplit_set (shortened, "\r\n\t", -1);
  joined = g_strstrip (g_strjoinv (" ", words));
  /* Translators: %s is the part of a pasted text that a line of the preview was read from */
  text = g_strdup_printf (_ ("In the extract: %s"), joined);
  gtk_label_set_text (self->source, text);
}

/* The line that has the focus is the selected one. */
static void
on_row_focused_cb (GtkEventController *controller, Ris3OutlinePreview *self)
{
  Ris3OutlineRow *row = RIS3_OUTLINE_ROW (gtk_event_controller_get_widget (controller));

  if (ris3_outline_row_get_line (row) == NULL)
    return;
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, ris3_outline_row_get_position (row));
  self->is_selecting = FALSE;
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, Ris3OutlinePreview *self)
{
  GtkWidget *row = ris3_outline_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_row_focused_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  gtk_list_item_set_child (item, row);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, Ris3OutlinePreview *self)
{
  Ris3OutlineRow *row = RIS3_OUTLINE_ROW (gtk_list_item_get_child (item));

  if (self->is_selecting && ris3_outline_row_get_line (row) == gtk_list_item_get_item (item))
    return;
  ris3_outline_row_set_narrow (row, self->narrow);
  ris3_outline_draft_watch (self->draft, gtk_list_item_get_item (item));
  ris3_outline_row_set_line (row, ris3_outline_draft_get_outline (self->draft), gtk_list_item_get_position (item));
}

/* GTK 4.8 binds a row anew when it is selected: what was clicked in it, such as its text field, has to stay. */
static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Ris3OutlinePreview *self)
{
  if (self->is_selecting)
    return;
  ris3_outline_row_set_line (RIS3_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

static void
follow_width (Ris3OutlinePreview *self)
{
  GtkWidget *self_widget = GTK_WIDGET (self);
  GtkWidget *shown = gtk_widget_get_mapped (self_widget) ? self_widget : GTK_WIDGET (gtk_widget_get_root (self_widget));

  self->narrow = shown != NULL && gtk_widget_get_width (shown) < NARROW;
  /* There is no room for it; the tooltips of the buttons have the keys too. */
  gtk_widget_set_visible (self->hint, !self->narrow);
  update_rows (self);
}

void
ris3_outline_preview_set_draft (Ris3OutlinePreview *self, Ris3OutlineDraft *draft)
{
  g_return_if_fail (RIS3_IS_OUTLINE_PREVIEW (self));
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (draft == NULL)
    gtk_slice_list_model_set_model (self->shown, NULL);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  /* Rows for a wide window would make a narrow one wider. */
  follow_width (self);
  gtk_slice_list_model_set_size (self->shown, ROWS_A_FRAME);
  gtk_slice_list_model_set_model (self->shown, G_LIST_MODEL (ris3_outline_draft_get_outline (draft)));
  if (self->show_tick == 0)
    self->show_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_show_tick_cb, NULL, NULL);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (update_rows), self);
}

static gboolean
ris3_outline_preview_grab_focus (GtkWidget *widget)
{
  Ris3OutlinePreview *self = RIS3_OUTLINE_PREVIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  _ris3_outline_preview_focus (self, 0, FALSE);
  return TRUE;
}

static gboolean
on_narrow_cb (gpointer data)
{
  Ris3OutlinePreview *self = data;

  self->narrow_source = 0;
  follow_width (self);
  return G_SOURCE_REMOVE;
}

static void
ris3_outline_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3OutlinePreview *self = RIS3_OUTLINE_PREVIEW (widget);

  /* Before the next frame: nothing may change its size now. */
  if (self->narrow != (width < NARROW) && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_narrow_cb, self, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
ris3_outline_preview_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (RIS3_OUTLINE_PREVIEW (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
ris3_outline_preview_dispose (GObject *object)
{
  Ris3OutlinePreview *self = RIS3_OUTLINE_PREVIEW (object);

  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  g_clear_handle_id (&self->narrow_source, g_source_remove);
  if (self->show_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->show_tick);
  self->show_tick = 0;
  if (self->selection != NULL)
    ris3_outline_preview_set_draft (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_OUTLINE_PREVIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (ris3_outline_preview_parent_class)->dispose (object);
}

static void
ris3_outline_preview_class_init (Ris3OutlinePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_outline_preview_dispose;
  widget_class->grab_focus = ris3_outline_preview_grab_focus;
  widget_class->size_allocate = ris3_outline_preview_size_allocate;
  widget_class->measure = ris3_outline_preview_measure;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-outline-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlinePreview, box);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlinePreview, hint);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlinePreview, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlinePreview, source);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_key_pressed_cb",
                                                G_CALLBACK (_ris3_outline_preview_key_pressed));
}

static void
ris3_outline_preview_init (Ris3OutlinePreview *self)
{
  self->focus_position = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = gtk_slice_list_model_new (NULL, 0, ROWS_A_FRAME);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
}
