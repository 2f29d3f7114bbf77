/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done with a strategy while the atlas is edited. */

#include "config.h"

#include "app/region/ris3-strategy-card.h"

#include <glib/gi18n.h>

#include "app/ris3-menu-item.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-widget-key.h"

static GMenuModel *
new_menu (const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  ris3_menu_append (menu, _ ("_Edit Strategy…"), "edit.strategy-form", g_variant_new_string (id));
  ris3_menu_append (add, _ ("_Add Priority…"), "edit.priority-add",
                    g_variant_new ("(sxx)", id, (gint64) 0, (gint64) RIS3_EDIT_LAST));
  ris3_menu_append (add, _ ("_Paste an Outline…"), "edit.outline-paste", g_variant_new_string (id));
  ris3_menu_append (add, _ ("Add _Note…"), "edit.note-add", g_variant_new ("(ss)", "strategy", id));
  ris3_menu_append (rest, _ ("_History…"), "edit.history", g_variant_new ("(ss)", "strategy", id));
  ris3_menu_append (rest, _ ("_Delete Strategy"), "edit.strategy-delete", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

GtkWidget *
ris3_strategy_menu_button_new (Ris3Strategy *strategy)
{
  GtkWidget *button;
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (RIS3_IS_STRATEGY (strategy), NULL);
  button = gtk_menu_button_new ();
  menu = new_menu (ris3_strategy_get_id (strategy));
  name = g_strdup_printf ("strategy-%s-menu", ris3_strategy_get_id (strategy));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Edit This Strategy"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  ris3_widget_set_key (button, name);
  ris3_menu_tooltips_tame (button);
  return button;
}
