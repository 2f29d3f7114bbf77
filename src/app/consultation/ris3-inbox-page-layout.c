/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How list and comment share the room: beside each other or, where the page is narrow, one below the other. */

#include "config.h"

#include "app/consultation/ris3-inbox-page-private.h"

#include "app/consultation/ris3-inbox-divider.h"

/* With less, the comment lies below the list. */
#define BESIDE 960
/* Of the comment beside the list, in pixels: as long as nobody has chosen it, no more than can be read well, and the
 * least where there is none. */
#define MIN_WIDTH 320
#define OWN_MIN_WIDTH 400
#define OWN_MAX_WIDTH 560
/* The list keeps its buttons, its titles and some rows; the comment its buttons and some lines. */
#define MIN_LIST_WIDTH 360
#define MIN_LIST_HEIGHT 200
#define MIN_HEIGHT 140
/* Of the page, which the comment has below the list: at 700 pixels of the window, five rows are above it. */
#define OWN_HEIGHT(height) ((height) *42 / 100)

static gboolean
shows_detail (Ris3InboxPage *self)
{
  return gtk_widget_get_visible (self->detail);
}

/* Of the comment. */
static int
get_part (Ris3InboxPage *self, int width, int height)
{
  int chosen = self->is_beside ? self->detail_width : self->detail_height;
  int own = self->ids->len == 0 ? MIN_WIDTH : CLAMP (width / 3, OWN_MIN_WIDTH, OWN_MAX_WIDTH);

  if (self->is_beside)
    return CLAMP (chosen > 0 ? chosen : own, MIN_WIDTH, width - MIN_LIST_WIDTH);
  return CLAMP (chosen > 0 ? chosen : OWN_HEIGHT (height), MIN_HEIGHT, MAX (height - MIN_LIST_HEIGHT, MIN_HEIGHT));
}

void
_ris3_inbox_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);
  int side, detail = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = 2 * MIN_HEIGHT;
      return;
    }
  gtk_widget_measure (self->side, orientation, -1, &side, NULL, NULL, NULL);
  if (shows_detail (self))
    gtk_widget_measure (self->detail, orientation, -1, &detail, NULL, NULL, NULL);
  *minimum = *natural = MAX (side, detail);
}

/* Never less than what a child needs. */
static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, MAX (height, least_height) }, -1);
}

void
_ris3_inbox_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Ris3InboxPage *self = RIS3_INBOX_PAGE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int half = RIS3_INBOX_DIVIDER_WIDTH / 2;
  int part;

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  self->is_beside = width >= BESIDE;
  gtk_widget_set_child_visible (self->divider, shows_detail (self));
  if (!shows_detail (self))
    {
      allocate (self->side, 0, 0, width, height);
      return;
    }
  part = get_part (self, width, height);
  ris3_inbox_divider_set_orientation (RIS3_INBOX_DIVIDER (self->divider),
                                      self->is_beside ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->is_beside)
    {
      allocate (self->side, rtl ? part : 0, 0, width - part, height);
      allocate (self->detail, rtl ? 0 : width - part, 0, part, height);
      allocate (self->divider, (rtl ? part : width - part) - half, 0, RIS3_INBOX_DIVIDER_WIDTH, height);
    }
  else
    {
      allocate (self->side, 0, 0, width, height - part);
      allocate (self->detail, 0, height - part, width, part);
      allocate (self->divider, 0, height - part - half, width, RIS3_INBOX_DIVIDER_WIDTH);
    }
}

static int
get_present_part (Ris3InboxPage *self)
{
  return get_part (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
on_grabbed_cb (Ris3InboxPage *self)
{
  self->grabbed_part = get_present_part (self);
}

static void
on_moved_cb (Ris3InboxPage *self, int by)
{
  int *chosen = self->is_beside ? &self->detail_width : &self->detail_height;

  *chosen = MAX (self->grabbed_part - by, 1);
  *chosen = get_present_part (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_released_cb (Ris3InboxPage *self)
{
  g_settings_set_int (self->settings, "inbox-detail-width", self->detail_width);
  g_settings_set_int (self->settings, "inbox-detail-height", self->detail_height);
}

void
_ris3_inbox_page_add_divider (Ris3InboxPage *self)
{
  self->detail_width = g_settings_get_int (self->settings, "inbox-detail-width");
  self->detail_height = g_settings_get_int (self->settings, "inbox-detail-height");
  self->divider = ris3_inbox_divider_new ();
  g_signal_connect_object (self->divider, "grabbed", G_CALLBACK (on_grabbed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->divider, "moved", G_CALLBACK (on_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->divider, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->divider, GTK_WIDGET (self));
}
