/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ris3-drawing.h"

#define SCREEN_DPI 96.0
/* Around a page of which all is seen. */
#define MARGIN 12
#define MIN_ZOOM 0.1
#define MAX_ZOOM 8.0
#define STEP 1.25
/* Around what is seen of a large page, times its size: scrolling a little finds it drawn. */
#define REACH 0.3

/* A picture of a part of a page. */
typedef struct
{
  Ris3FigurePage *figure;
  double scale; /* pixels of the picture for one of the page */
  int x;        /* of the picture, where the page is as large as that */
  int y;
  int width;
  int height;
} Picture;

struct _Ris3FigurePreview
{
  GtkWidget parent_instance;

  Ris3FigurePage *figure;
  double zoom;
  Picture drawn; /* of the texture */
  GdkTexture *texture;
  Picture begun;               /* what is being drawn; figure: NULL: nothing is */
  GtkScrolledWindow *scrolled; /* while it is in one */
};

G_DEFINE_FINAL_TYPE (Ris3FigurePreview, ris3_figure_preview, GTK_TYPE_WIDGET)

enum
{
  PROP_ZOOM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What a thread has made. */
typedef struct
{
  GdkTexture *texture;
  char *words;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_object (&made->texture);
  g_free (made->words);
  g_free (made);
}

static void
picture_free (gpointer data)
{
  ris3_figure_page_unref (((Picture *) data)->figure);
  g_free (data);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Picture *picture = data;
  Made *made = g_new0 (Made, 1);

  made->texture = ris3_figure_page_draw (picture->figure, picture->scale, picture->x, picture->y, picture->width,
                                         picture->height);
  made->words = ris3_map_page_describe (ris3_figure_page_get_map_page (picture->figure));
  g_task_return_pointer (task, made, made_free);
}

static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigurePreview *self = RIS3_FIGURE_PREVIEW (source);
  Made *made = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_pointer (&self->drawn.figure, ris3_figure_page_unref);
  self->drawn = self->begun;
  self->begun.figure = NULL;
  g_set_object (&self->texture, made->texture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, made->words, -1);
  made_free (made);
  /* No memory for it: it would fail again at once. */
  if (self->texture != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The size of the page on the screen, where it is shown as large as on paper. */
static void
get_paper (Ris3FigurePage *figure, double *width, double *height)
{
  const Ris3MapPage *page = ris3_figure_page_get_map_page (figure);

  *width = page->width / page->dpi * SCREEN_DPI;
  *height = page->height / page->dpi * SCREEN_DPI;
}

double
ris3_figure_preview_get_scale (Ris3FigurePreview *self)
{
  double width, height;

  g_return_val_if_fail (RIS3_IS_FIGURE_PREVIEW (self), 1);
  if (self->zoom > 0 || self->figure == NULL)
    return self->zoom > 0 ? self->zoom : 1;
  get_paper (self->figure, &width, &height);
  return MAX (0.01, MIN ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / width,
                         (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN) / height));
}

/* Where the page is, in the widget. */
static graphene_rect_t
find_page (Ris3FigurePreview *self)
{
  double scale = ris3_figure_preview_get_scale (self);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width, height, x, y;

  get_paper (self->figure, &width, &height);
  width *= scale;
  height *= scale;
  x = (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2;
  y = (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2;
  /* On a pixel of the screen, so that the picture is sharp. */
  return GRAPHENE_RECT_INIT ((float) (round (x * factor) / factor), (float) (round (y * factor) / factor),
                             (float) width, (float) height);
}

/* The part of the widget that is scrolled to. */
static graphene_rect_t
find_seen (Ris3FigurePreview *self)
{
  graphene_rect_t seen
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_t window;

  if (self->scrolled != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->scrolled), GTK_WIDGET (self), &window)
      && !graphene_rect_intersection (&seen, &window, &seen))
    seen = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  return seen;
}

/* What has to be drawn: the page, or what is seen of it. FALSE: nothing */
static gboolean
find_picture (Ris3FigurePreview *self, gboolean is_wide, Picture *picture)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t page = find_page (self), seen = find_seen (self);
  double reach_x = is_wide ? REACH * seen.size.width : 0, reach_y = is_wide ? REACH * seen.size.height : 0;
  double x0 = MAX (0, seen.origin.x - page.origin.x - reach_x), y0 = MAX (0, seen.origin.y - page.origin.y - reach_y);
  double x1 = MIN (page.size.width, seen.origin.x + seen.size.width - page.origin.x + reach_x);
  double y1 = MIN (page.size.height, seen.origin.y + seen.size.height - page.origin.y + reach_y);

  *picture = (Picture){ .figure = self->figure,
                        .scale = page.size.width * factor / ris3_figure_page_get_map_page (self->figure)->width,
                        .x = (int) floor (x0 * factor),
                        .y = (int) floor (y0 * factor) };
  picture->width = (int) ceil (x1 * factor) - picture->x;
  picture->height = (int) ceil (y1 * factor) - picture->y;
  return picture->width > 0 && picture->height > 0;
}

static gboolean
is_part (const Picture *part, const Picture *whole)
{
  return whole->figure == part->figure && fabs (whole->scale - part->scale) < 1e-6 && whole->x <= part->x
         && whole->y <= part->y && whole->x + whole->width >= part->x + part->width
         && whole->y + whole->height >= part->y + part->height;
}

/* Begins to draw what is wanted, unless that is drawn; one at a time. */
static void
want (Ris3FigurePreview *self)
{
  g_autoptr (GTask) task = NULL;
  Picture seen, wanted;

  if (self->begun.figure != NULL || !find_picture (self, FALSE, &seen)
      || (self->texture != NULL && is_part (&seen, &self->drawn)) || !find_picture (self, TRUE, &wanted))
    return;
  ris3_figure_page_ref (wanted.figure);
  self->begun = wanted;
  ris3_figure_page_ref (wanted.figure);
  task = g_task_new (self, NULL, on_drawn_cb, NULL);
  g_task_set_task_data (task, g_memdup2 (&wanted, sizeof wanted), picture_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/* The last picture, where it is on the page; one of another page, or of another size, as large as this one. */
static void
append_picture (Ris3FigurePreview *self, GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  const Ris3MapPage *drawn = ris3_figure_page_get_map_page (self->drawn.figure);
  double width = drawn->width * self->drawn.scale, height = drawn->height * self->drawn.scale;
  double scale = MIN (page->size.width / width, page->size.height / height);
  double x = page->origin.x + (page->size.width - scale * width) / 2;
  double y = page->origin.y + (page->size.height - scale * height) / 2;

  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT ((float) (x + scale * self->drawn.x), (float) (y + scale * self->drawn.y),
                           (float) (scale * self->drawn.width), (float) (scale * self->drawn.height)));
}

static void
ris3_figure_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Ris3FigurePreview *self = RIS3_FIGURE_PREVIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 }, line = { 0.5, 0.5, 0.5, 1 };
  graphene_rect_t page, frame;

  if (self->figure == NULL || gtk_widget_get_width (widget) <= 2 * MARGIN
      || gtk_widget_get_height (widget) <= 2 * MARGIN)
    return;
  want (self);
  page = find_page (self);
  graphene_rect_inset_r (&page, -1, -1, &frame);
  gtk_snapshot_append_color (snapshot, &white, &page);
  if (self->texture != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &page);
      append_picture (self, snapshot, &page);
      gtk_snapshot_pop (snapshot);
    }
  ris3_drawing_append_frame (snapshot, &frame, 0, 1, &line);
}

static void
ris3_figure_preview_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  Ris3FigurePreview *self = RIS3_FIGURE_PREVIEW (widget);
  double width = 0, height = 0;

  if (self->zoom > 0 && self->figure != NULL)
    get_paper (self->figure, &width, &height);
  *minimum = (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom);
  *minimum += self->zoom > 0 ? 2 * MARGIN : 0;
  *natural = *minimum;
}

static void
set_scrolled (Ris3FigurePreview *self, GtkScrolledWindow *scrolled)
{
  GtkScrolledWindow *former = self->scrolled;

  if (former != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_hadjustment (former), self);
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (former), self);
    }
  self->scrolled = scrolled;
  if (scrolled == NULL)
    return;
  /* A viewport moves what was drawn. */
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (scrolled), "value-changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (scrolled), "value-changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
ris3_figure_preview_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_figure_preview_parent_class)->root (widget);
  set_scrolled (RIS3_FIGURE_PREVIEW (widget),
                GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW)));
}

static void
ris3_figure_preview_unroot (GtkWidget *widget)
{
  set_scrolled (RIS3_FIGURE_PREVIEW (widget), NULL);
  GTK_WIDGET_CLASS (ris3_figure_preview_parent_class)->unroot (widget);
}

static gboolean
on_scroll_cb (Ris3FigurePreview *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  ris3_figure_preview_zoom_by (self, -dy);
  return GDK_EVENT_STOP;
}

static void
ris3_figure_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    g_value_set_double (value, RIS3_FIGURE_PREVIEW (object)->zoom);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ris3_figure_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ZOOM)
    ris3_figure_preview_set_zoom (RIS3_FIGURE_PREVIEW (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ris3_figure_preview_finalize (GObject *object)
{
  Ris3FigurePreview *self = RIS3_FIGURE_PREVIEW (object);

  g_clear_pointer (&self->figure, ris3_figure_page_unref);
  g_clear_pointer (&self->drawn.figure, ris3_figure_page_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (ris3_figure_preview_parent_class)->finalize (object);
}

static void
ris3_figure_preview_class_init (Ris3FigurePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ris3_figure_preview_get_property;
  object_class->set_property = ris3_figure_preview_set_property;
  object_class->finalize = ris3_figure_preview_finalize;
  widget_class->snapshot = ris3_figure_preview_snapshot;
  widget_class->measure = ris3_figure_preview_measure;
  widget_class->root = ris3_figure_preview_root;
  widget_class->unroot = ris3_figure_preview_unroot;
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MAX_ZOOM, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ris3_figure_preview_init (Ris3FigurePreview *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview of the page"), -1);
}

void
ris3_figure_preview_show (Ris3FigurePreview *self, Ris3FigurePage *figure)
{
  g_return_if_fail (RIS3_IS_FIGURE_PREVIEW (self));
  if (figure == self->figure)
    return;
  g_clear_pointer (&self->figure, ris3_figure_page_unref);
  self->figure = figure != NULL ? ris3_figure_page_ref (figure) : NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
ris3_figure_preview_is_drawn (Ris3FigurePreview *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_PREVIEW (self), FALSE);
  return self->texture != NULL && self->begun.figure == NULL && self->drawn.figure == self->figure;
}

double
ris3_figure_preview_get_zoom (Ris3FigurePreview *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_PREVIEW (self), 0);
  return self->zoom;
}

void
ris3_figure_preview_set_zoom (Ris3FigurePreview *self, double zoom)
{
  g_return_if_fail (RIS3_IS_FIGURE_PREVIEW (self));
  if (zoom > 0)
    zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
ris3_figure_preview_zoom_by (Ris3FigurePreview *self, double steps)
{
  g_return_if_fail (RIS3_IS_FIGURE_PREVIEW (self));
  ris3_figure_preview_set_zoom (self, ris3_figure_preview_get_scale (self) * pow (STEP, steps));
}
