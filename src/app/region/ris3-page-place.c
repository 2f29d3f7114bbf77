/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-page-place.h"

#include "app/ris3-widget-key.h"

#include <math.h>
#include <string.h>

struct _Ris3PagePlace
{
  GtkWidget *content;
  GtkScrolledWindow *scroller;

  gboolean had_focus;
  GtkWidget *focus; /* weak; NULL: it is gone */
  char *focus_name; /* its own, or that of what it is in; NULL: it has none */
  gboolean focus_was_visible;
  GPtrArray *targets; /* the names of what can take the focus, in their order on the page */
  guint focus_index;  /* in targets */

  GtkWidget *anchor; /* weak: what is to stay at its height */
  char *anchor_name;
  double anchor_y;
};

/* Without a name, a widget is called like its class. */
static gboolean
has_name (GtkWidget *widget)
{
  return strchr (ris3_widget_get_key (widget), '-') != NULL;
}

/* Of some controls, a button within them takes the focus. */
static gboolean
is_target (GtkWidget *widget)
{
  return has_name (widget)
         && (gtk_widget_get_focusable (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget));
}

static gboolean
get_y (Ris3PagePlace *self, GtkWidget *widget, double *y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self->scroller), &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;
  *y = point.y;
  return TRUE;
}

static void
collect (Ris3PagePlace *self, GtkWidget *widget)
{
  double y;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_target (widget))
    g_ptr_array_add (self->targets, g_strdup (ris3_widget_get_key (widget)));
  if (self->anchor == NULL && has_name (widget) && gtk_widget_get_height (widget) > 0 && get_y (self, widget, &y)
      && y >= 0)
    g_set_weak_pointer (&self->anchor, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child);
}

/* A row that is moved in its list does not take the others with it: it is the list that stays. */
static GtkWidget *
find_anchor (GtkWidget *focused)
{
  for (GtkWidget *list = focused; list != NULL; list = gtk_widget_get_parent (list))
    if (g_str_has_prefix (ris3_widget_get_key (list), "tree-"))
      return list;
  return focused;
}

static void
remember_focus (Ris3PagePlace *self)
{
  GtkRoot *root = gtk_widget_get_root (self->content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double y;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->content))
    return;
  self->had_focus = TRUE;
  g_set_weak_pointer (&self->focus, focus);
  for (GtkWidget *named = focus; named != self->content && self->focus_name == NULL;
       named = gtk_widget_get_parent (named))
    if (is_target (named))
      {
        self->focus_name = g_strdup (ris3_widget_get_key (named));
        if (gtk_widget_get_height (named) > 0 && get_y (self, named, &y) && y >= 0
            && y < gtk_widget_get_height (GTK_WIDGET (self->scroller)))
          {
            self->focus_was_visible = TRUE;
            g_set_weak_pointer (&self->anchor, find_anchor (named));
          }
      }
  if (self->focus_name != NULL)
    g_ptr_array_find_with_equal_func (self->targets, self->focus_name, g_str_equal, &self->focus_index);
}

Ris3PagePlace *
ris3_page_place_new (GtkWidget *content, GtkScrolledWindow *scroller)
{
  Ris3PagePlace *self = g_new0 (Ris3PagePlace, 1);

  self->content = g_object_ref (content);
  self->scroller = g_object_ref (scroller);
  self->targets = g_ptr_array_new_with_free_func (g_free);
  collect (self, content);
  remember_focus (self);
  if (self->anchor != NULL && get_y (self, self->anchor, &self->anchor_y))
    self->anchor_name = g_strdup (ris3_widget_get_key (self->anchor));
  return self;
}

void
ris3_page_place_free (Ris3PagePlace *self)
{
  g_clear_weak_pointer (&self->focus);
  g_clear_weak_pointer (&self->anchor);
  g_free (self->focus_name);
  g_free (self->anchor_name);
  g_ptr_array_unref (self->targets);
  g_object_unref (self->scroller);
  g_object_unref (self->content);
  g_free (self);
}

GtkWidget *
ris3_page_place_find (GtkWidget *content, const char *name)
{
  if (!gtk_widget_get_visible (content))
    return NULL;
  if (has_name (content) && g_str_equal (ris3_widget_get_key (content), name))
    return content;
  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ris3_page_place_find (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether two are of one kind: "priority-346", "priority-347". */
static gboolean
is_alike (const char *name, const char *other)
{
  gsize kind = strcspn (name, "-");

  return kind == strcspn (other, "-") && strncmp (name, other, kind) == 0
         && g_str_has_suffix (name, "-menu") == g_str_has_suffix (other, "-menu");
}

/* The nearest one that still exists; at the same distance, the following one. */
static GtkWidget *
find_neighbour (Ris3PagePlace *self, gboolean only_alike)
{
  for (guint distance = 1; distance < self->targets->len; distance++)
    for (int side = 1; side >= -1; side -= 2)
      {
        gint64 index = (gint64) self->focus_index + side * (gint64) distance;
        const char *name = index >= 0 && index < self->targets->len ? self->targets->pdata[index] : NULL;
        GtkWidget *found;

        if (name == NULL || (only_alike && !is_alike (name, self->focus_name)))
          continue;
        if ((found = ris3_page_place_find (self->content, name)) != NULL && gtk_widget_get_sensitive (found))
          return found;
      }
  return NULL;
}

gboolean
ris3_page_place_restore_focus (Ris3PagePlace *self)
{
  GtkWidget *target;

  if (!self->had_focus
      || (self->focus != NULL && gtk_widget_get_mapped (self->focus)
          && gtk_widget_is_ancestor (self->focus, self->content)))
    return TRUE;
  if (self->focus_name == NULL)
    return FALSE;
  target = ris3_page_place_find (self->content, self->focus_name);
  if (target == NULL)
    target = find_neighbour (self, TRUE);
  if (target == NULL)
    target = find_neighbour (self, FALSE);
  return target != NULL && gtk_widget_grab_focus (target);
}

/* How far the page must be scrolled further so that what has the focus can still be seen. */
static double
get_distance_of_focus (Ris3PagePlace *self, double scrolled)
{
  GtkRoot *root = gtk_widget_get_root (self->content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  double y, bottom;

  if (!self->focus_was_visible || focus == NULL || !gtk_widget_is_ancestor (focus, self->content)
      || !get_y (self, focus, &y))
    return 0;
  y -= scrolled;
  bottom = y + gtk_widget_get_height (focus);
  if (bottom > height)
    return MIN (bottom - height, y);
  return MIN (y, 0);
}

gboolean
ris3_page_place_restore_scroll (Ris3PagePlace *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *anchor = self->anchor;
  double value = gtk_adjustment_get_value (adjustment);
  double y, distance;

  if (self->anchor_name == NULL)
    return FALSE;
  if (anchor == NULL || !gtk_widget_is_ancestor (anchor, self->content))
    anchor = ris3_page_place_find (self->content, self->anchor_name);
  if (anchor == NULL || !get_y (self, anchor, &y))
    return FALSE;
  distance = y - self->anchor_y;
  distance += get_distance_of_focus (self, distance);
  gtk_adjustment_set_value (adjustment, value + distance);
  return fabs (gtk_adjustment_get_value (adjustment) - value) > 0.5;
}
