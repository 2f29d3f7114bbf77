/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a badge of the map, by the pointer and by keys. */

#include "config.h"

#include "app/map/ris3-map-stage-private.h"

#include <glib/gi18n.h>

#include "app/map/ris3-badge-words.h"
#include "app/ris3-menu-item.h"

GMenuModel *
_ris3_map_stage_make_badge_menu (Ris3MapStage *self, Ris3CountBadge *badge)
{
  GMenu *menu = g_menu_new ();
  guint n_regions;
  const guint *regions = ris3_count_badge_get_regions (badge, &n_regions);

  g_set_weak_pointer (&self->menu_badge, badge);
  ris3_menu_append (menu, _ ("Show in Inbox"), "map.show-comments",
                    g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, regions, n_regions, sizeof *regions));
  ris3_menu_append (menu, n_regions == 1 ? _ ("Open Region") : _ ("Show the Regions from Nearer By"), "map.open-badge",
                    NULL);
  return G_MENU_MODEL (menu);
}

static void
show_comments_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  Ris3RegionRecords *records = ris3_session_get_records (self->session);
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  gsize n_regions;
  const guint32 *regions = g_variant_get_fixed_array (parameter, &n_regions, sizeof *regions);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *names = NULL;

  if (boundaries == NULL || records == NULL || atlas == NULL)
    return;
  /* The menu may be older than the boundaries. */
  for (gsize i = 0; i < n_regions; i++)
    if (regions[i] >= ris3_boundaries_get_n_regions (boundaries))
      return;
  ids = ris3_region_records_find_open (records, atlas, regions, n_regions);
  names = ris3_badge_words_list_regions (boundaries, regions, (guint) n_regions);
  gtk_widget_activate_action (widget, "win.show-comments-on", "(@axs)",
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)),
                              names);
}

/* As if it was clicked. */
static void
open_badge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3MapStage *self = RIS3_MAP_STAGE (widget);

  if (self->menu_badge != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->menu_badge), "badge.open", NULL);
}

void
_ris3_map_stage_install_badges (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.show-comments", "au", show_comments_action);
  gtk_widget_class_install_action (klass, "map.open-badge", NULL, open_badge_action);
}
