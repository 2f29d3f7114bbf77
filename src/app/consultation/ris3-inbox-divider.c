/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-inbox-divider.h"

#include <glib/gi18n.h>

/* Of a key, in pixels. */
#define STEP 24

struct _Ris3InboxDivider
{
  GtkWidget parent_instance;

  GtkOrientation orientation;
  double grip; /* where it was grabbed, along the way that it moves */
};

G_DEFINE_FINAL_TYPE (Ris3InboxDivider, ris3_inbox_divider, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_GRABBED,
  SIGNAL_MOVED,
  SIGNAL_RELEASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In a language that is written from the right, the end is on the left. */
static int
mirror (Ris3InboxDivider *self, int by)
{
  return self->orientation == GTK_ORIENTATION_VERTICAL
                 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
             ? -by
             : by;
}

/* In the window: the divider itself moves. FALSE: there is no such place. */
static gboolean
find_pointer (Ris3InboxDivider *self, GtkGesture *drag, double *place)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag));
  double x, y;

  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  *place = self->orientation == GTK_ORIENTATION_VERTICAL ? x : y;
  return TRUE;
}

static void
on_begin_cb (Ris3InboxDivider *self, double x, double y, GtkGesture *drag)
{
  if (find_pointer (self, drag, &self->grip))
    g_signal_emit (self, signals[SIGNAL_GRABBED], 0);
}

static void
on_update_cb (Ris3InboxDivider *self, double x, double y, GtkGesture *drag)
{
  double place;

  if (find_pointer (self, drag, &place))
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, mirror (self, (int) (place - self->grip)));
}

static void
on_end_cb (Ris3InboxDivider *self)
{
  g_signal_emit (self, signals[SIGNAL_RELEASED], 0);
}

static gboolean
on_key_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  Ris3InboxDivider *self = RIS3_INBOX_DIVIDER (widget);
  gint32 orientation, by;

  g_variant_get (arguments, "(ii)", &orientation, &by);
  if (orientation != (gint32) self->orientation)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_GRABBED], 0);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, mirror (self, by));
  g_signal_emit (self, signals[SIGNAL_RELEASED], 0);
  return GDK_EVENT_STOP;
}

static void
ris3_inbox_divider_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = RIS3_INBOX_DIVIDER_WIDTH;
}

static void
ris3_inbox_divider_class_init (Ris3InboxDividerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    GtkOrientation line;
    int by;
  } keys[] = {
    { GDK_KEY_Left, GTK_ORIENTATION_VERTICAL, -STEP },  { GDK_KEY_KP_Left, GTK_ORIENTATION_VERTICAL, -STEP },
    { GDK_KEY_Right, GTK_ORIENTATION_VERTICAL, STEP },  { GDK_KEY_KP_Right, GTK_ORIENTATION_VERTICAL, STEP },
    { GDK_KEY_Up, GTK_ORIENTATION_HORIZONTAL, -STEP },  { GDK_KEY_KP_Up, GTK_ORIENTATION_HORIZONTAL, -STEP },
    { GDK_KEY_Down, GTK_ORIENTATION_HORIZONTAL, STEP }, { GDK_KEY_KP_Down, GTK_ORIENTATION_HORIZONTAL, STEP },
  };

  widget_class->measure = ris3_inbox_divider_measure;
  signals[SIGNAL_GRABBED]
      = g_signal_new ("grabbed", RIS3_TYPE_INBOX_DIVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", RIS3_TYPE_INBOX_DIVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_RELEASED]
      = g_signal_new ("released", RIS3_TYPE_INBOX_DIVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, on_key_cb, "(ii)", (gint32) keys[i].line, keys[i].by);
  gtk_widget_class_set_css_name (widget_class, "inboxdivider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
ris3_inbox_divider_init (Ris3InboxDivider *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Between the List and the Comment"), -1);
  ris3_inbox_divider_set_orientation (self, GTK_ORIENTATION_VERTICAL);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
ris3_inbox_divider_new (void)
{
  return g_object_new (RIS3_TYPE_INBOX_DIVIDER, NULL);
}

void
ris3_inbox_divider_set_orientation (Ris3InboxDivider *self, GtkOrientation orientation)
{
  g_return_if_fail (RIS3_IS_INBOX_DIVIDER (self));
  if (self->orientation == orientation && gtk_widget_get_cursor (GTK_WIDGET (self)) != NULL)
    return;
  self->orientation = orientation;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   orientation == GTK_ORIENTATION_VERTICAL ? "col-resize" : "row-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION, orientation, -1);
}
