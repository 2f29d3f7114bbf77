/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be added to a region while the atlas is edited. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/ris3-menu-item.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-flow.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-widget-key.h"

static GtkWidget *
new_add_button (const char *key)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  ris3_menu_append (menu, _ ("Add _Strategy…"), "edit.strategy-add", g_variant_new_string (key));
  ris3_menu_append (menu, _ ("Add _Activity…"), "edit.activity-add", g_variant_new_string (key));
  ris3_menu_append (menu, _ ("Add _Participation…"), "edit.participation-add", g_variant_new_string (key));
  ris3_menu_append (menu, _ ("Add _Note…"), "edit.note-add", g_variant_new ("(ss)", "region", key));
  ris3_menu_append (menu, _ ("Record Comment…"), "edit.comment-add", g_variant_new ("(ss)", "region", key));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Add"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Add to This Region"));
  ris3_widget_set_key (button, "region-add-menu");
  ris3_menu_tooltips_tame (button);
  return button;
}

static GtkWidget *
new_history_button (const char *key)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_History…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "edit.history");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "region", key);
  gtk_widget_set_tooltip_text (button, _ ("What Was Changed in This Region"));
  ris3_widget_set_key (button, "region-history");
  return button;
}

GtkWidget *
ris3_region_page_tools_new (Ris3Session *session, guint region, GtkWidget *present)
{
  g_autofree char *key = NULL;
  g_autoptr (Ris3PartBasis) basis = NULL;
  GtkWidget *tools;

  if (!ris3_session_get_editing (session))
    return NULL;
  key = ris3_session_dup_region_key (session, region);
  basis = ris3_part_basis_new ();
  ris3_part_basis_add_text (basis, key);
  if (ris3_part_basis_made (basis, present))
    return present;
  tools = ris3_flow_new ();
  ris3_widget_set_key (tools, "section-tools");
  gtk_widget_add_css_class (tools, "region-tools");
  ris3_flow_append (RIS3_FLOW (tools), new_add_button (key));
  ris3_flow_append (RIS3_FLOW (tools), new_history_button (key));
  ris3_part_basis_keep_in (g_steal_pointer (&basis), tools);
  return tools;
}

GtkWidget *
ris3_region_page_add_strategy_button_new (Ris3Session *session, guint region)
{
  g_autofree char *key = ris3_session_dup_region_key (session, region);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add _Strategy…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "edit.strategy-add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  ris3_widget_set_key (button, "region-add-strategy");
  return button;
}
