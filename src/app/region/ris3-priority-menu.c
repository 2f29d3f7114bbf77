/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-menu.h"
#include "app/ris3-menu-item.h"

#include <glib/gi18n.h>

gboolean
ris3_priority_menu_can_shift (const Ris3PriorityPlace *place, const char *way)
{
  if (g_str_equal (way, "down"))
    return place->next_id != 0;
  if (g_str_equal (way, "out"))
    return place->parent_id != 0;
  return place->previous_id != 0; /* up; in, below the one before it */
}

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_shift (GMenu *menu, const Ris3PriorityPlace *place, const char *label, const char *way)
{
  if (ris3_priority_menu_can_shift (place, way))
    ris3_menu_append (menu, label, "edit.priority-shift",
                      g_variant_new ("(xs)", ris3_priority_get_id (place->priority), way));
}

GMenuModel *
ris3_priority_menu_new (const Ris3PriorityPlace *place)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  gint64 id = ris3_priority_get_id (place->priority);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  ris3_menu_append (section, _ ("_Edit…"), "edit.priority-form", g_variant_new_int64 (id));
  ris3_menu_append (section, _ ("Edit _Text"), "priority-row.edit-text", NULL);
  append_section (menu, section);

  section = g_menu_new ();
  ris3_menu_append (section, _ ("Add _Below…"), "edit.priority-add",
                    g_variant_new ("(sxx)", place->strategy_id, id, (gint64) RIS3_EDIT_LAST));
  ris3_menu_append (section, _ ("Add _After…"), "edit.priority-add",
                    g_variant_new ("(sxx)", place->strategy_id, place->parent_id, id));
  ris3_menu_append (section, _ ("Add _Note…"), "edit.note-add", g_variant_new ("(ss)", "priority", key));
  append_section (menu, section);

  section = g_menu_new ();
  append_shift (section, place, _ ("Move _Up"), "up");
  append_shift (section, place, _ ("Move Do_wn"), "down");
  append_shift (section, place, _ ("Move _In"), "in");
  append_shift (section, place, _ ("Move _Out"), "out");
  append_section (menu, section);

  section = g_menu_new ();
  ris3_menu_append (section, _ ("_History…"), "edit.history", g_variant_new ("(ss)", "priority", key));
  ris3_menu_append (section, _ ("_Delete"), "edit.priority-delete", g_variant_new_int64 (id));
  append_section (menu, section);
  return G_MENU_MODEL (menu);
}
