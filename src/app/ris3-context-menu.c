/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-context-menu.h"

/* The widget that it is open for. */
#define TARGET "ris3-context-menu-target"

static void
on_closed_cb (GtkWidget *menu)
{
  GtkWidget *target = g_object_get_data (G_OBJECT (menu), TARGET);

  if (target != NULL)
    gtk_widget_set_can_target (target, TRUE);
  g_object_set_data (G_OBJECT (menu), TARGET, NULL);
}

GtkWidget *
ris3_context_menu_new (GtkWidget *parent, GMenuModel *model)
{
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && G_IS_MENU_MODEL (model), NULL);
  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, parent);
  g_signal_connect (menu, "closed", G_CALLBACK (on_closed_cb), NULL);
  return menu;
}

void
ris3_context_menu_pop_up (GtkWidget *menu, GtkWidget *widget, double x, double y)
{
  graphene_point_t point;

  g_return_if_fail (GTK_IS_POPOVER_MENU (menu) && GTK_IS_WIDGET (widget));
  if (!gtk_widget_compute_point (widget, gtk_widget_get_parent (menu), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  /* Its tooltips would lie over the menu. */
  on_closed_cb (menu);
  gtk_widget_set_can_target (widget, FALSE);
  g_object_set_data_full (G_OBJECT (menu), TARGET, g_object_ref (widget), g_object_unref);
  gtk_popover_popup (GTK_POPOVER (menu));
}
