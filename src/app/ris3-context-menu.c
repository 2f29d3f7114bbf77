/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-context-menu.h"

/* What is kept with a menu. */
#define OPENING "ris3-context-menu-opening"

typedef struct
{
  GtkWidget *target; /* weak: the widget that it is open for; NULL: it is not open */
  gboolean returns_focus;
} Opening;

static Opening *
get_opening (GtkWidget *menu)
{
  return g_object_get_data (G_OBJECT (menu), OPENING);
}

static void
release_target (Opening *self)
{
  if (self->target != NULL)
    gtk_widget_set_can_target (self->target, TRUE);
  g_clear_weak_pointer (&self->target);
}

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_weak_pointer (&self->target);
  g_free (self);
}

static void
on_closed_cb (GtkWidget *menu)
{
  Opening *self = get_opening (menu);
  GtkWidget *target = self->target;

  release_target (self);
  if (target != NULL && self->returns_focus)
    gtk_widget_grab_focus (target);
}

GtkWidget *
ris3_context_menu_new (GtkWidget *parent, GMenuModel *model, gboolean returns_focus)
{
  Opening *opening;
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && G_IS_MENU_MODEL (model), NULL);
  menu = gtk_popover_menu_new_from_model (model);
  opening = g_new0 (Opening, 1);
  opening->returns_focus = returns_focus;
  g_object_set_data_full (G_OBJECT (menu), OPENING, opening, opening_free);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, parent);
  g_signal_connect (menu, "closed", G_CALLBACK (on_closed_cb), NULL);
  return menu;
}

void
ris3_context_menu_pop_up (GtkWidget *menu, GtkWidget *widget, double x, double y)
{
  Opening *opening;
  graphene_point_t point;

  g_return_if_fail (GTK_IS_POPOVER_MENU (menu) && GTK_IS_WIDGET (widget));
  if (!gtk_widget_compute_point (widget, gtk_widget_get_parent (menu), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  /* Its tooltips would lie over the menu. */
  opening = get_opening (menu);
  release_target (opening);
  gtk_widget_set_can_target (widget, FALSE);
  g_set_weak_pointer (&opening->target, widget);
  gtk_popover_popup (GTK_POPOVER (menu));
}
