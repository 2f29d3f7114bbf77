/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keyboard has the badges as one stop; arrows go from one to another. */

#include "config.h"

#include "app/map/ris3-comment-badges-private.h"

#include <math.h>

static gboolean
is_seen (const Ris3BadgeArea *area)
{
  return area->badge != NULL && gtk_widget_get_mapped (GTK_WIDGET (area->badge));
}

static Ris3BadgeArea *
find_focus (Ris3CommentBadges *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus != NULL && i < self->areas->len; i++)
    if (GTK_WIDGET (_ris3_comment_badges_get_area (self, i)->badge) == focus)
      return _ris3_comment_badges_get_area (self, i);
  return NULL;
}

/* Whoever comes by Tab begins at the one that had the keys last, or that counts most. */
static gboolean
ris3_comment_badges_focus (GtkWidget *widget, GtkDirectionType direction)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  Ris3CountBadge *first = NULL;

  if (find_focus (self) != NULL && gtk_widget_has_focus (gtk_widget_get_focus_child (widget)))
    return FALSE;
  for (guint i = 0; i < self->areas->len; i++)
    if (is_seen (_ris3_comment_badges_get_area (self, i))
        && (first == NULL
            || GTK_WIDGET (_ris3_comment_badges_get_area (self, i)->badge) == gtk_widget_get_focus_child (widget)))
      first = _ris3_comment_badges_get_area (self, i)->badge;
  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* The nearest one within 60° of a direction; distance to the side of it counts double. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3CommentBadges *self = RIS3_COMMENT_BADGES (widget);
  const Ris3BadgeArea *from = find_focus (self), *best = NULL;
  double across, down, best_cost = G_MAXDOUBLE;

  g_variant_get (parameter, "(dd)", &across, &down);
  for (guint i = 0; from != NULL && i < self->areas->len; i++)
    {
      const Ris3BadgeArea *to = _ris3_comment_badges_get_area (self, i);
      double x = to->place.x0 - from->place.x0, y = to->place.y0 - from->place.y0;
      double along = x * across + y * down, aside = fabs (x * down - y * across);

      if (!is_seen (to) || along <= 0 || aside > 1.73 * along || along + 2 * aside >= best_cost)
        continue;
      best = to;
      best_cost = along + 2 * aside;
    }
  if (best != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (best->badge));
}

void
_ris3_comment_badges_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    double across, down;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
  };

  klass->focus = ris3_comment_badges_focus;
  gtk_widget_class_install_action (klass, "badges.step", "(dd)", step_action);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding_action (klass, arrows[i].key, 0, "badges.step", "(dd)", arrows[i].across,
                                         arrows[i].down);
}
