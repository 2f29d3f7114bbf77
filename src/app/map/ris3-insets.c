/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-insets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/map/ris3-inset-map.h"
#include "app/ris3-drawing.h"
#include "map/ris3-overseas.h"

/* Of all maps, and between two, in pixels. */
#define WIDTH 316
#define SPACING 6
#define LEAST_COLUMNS 4

struct _Ris3Insets
{
  Ris3MapCard parent_instance;

  Ris3Session *session;
  Ris3Side side;
  Ris3Boundaries *boundaries; /* that the maps are of */
  GtkLabel *title;
  GtkGrid *grid;
  guint paint_source;
  gboolean shows_badges;
};

G_DEFINE_FINAL_TYPE (Ris3Insets, ris3_insets, RIS3_TYPE_MAP_CARD)

static gboolean
paint_maps (gpointer data)
{
  Ris3Insets *self = data;
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  Ris3Placement *placement = ris3_classification_get_placement (classification);
  guint scale = CLAMP (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1, 4);
  g_autoptr (Ris3Paint) paint
      = ris3_paint_new (classification, ris3_geodata_get_land (ris3_placement_get_geodata (placement)),
                        ris3_drawing_get_palette (), scale);

  self->paint_source = 0;
  for (GtkWidget *map = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); map != NULL;
       map = gtk_widget_get_next_sibling (map))
    ris3_inset_map_set_paint (RIS3_INSET_MAP (map), paint);
  return G_SOURCE_REMOVE;
}

/* After what is drawn next: the map of Europe comes first. */
static void
paint_later (Ris3Insets *self)
{
  if (self->paint_source == 0 && self->session != NULL && ris3_session_get_side (self->session, self->side) != NULL)
    self->paint_source = g_idle_add_full (G_PRIORITY_LOW, paint_maps, self, NULL);
}

/* In two rows that are together about as wide as the legend. */
static void
make_maps (Ris3Insets *self)
{
  g_autoptr (GArray) overseas = ris3_overseas_find (self->boundaries);
  guint n_columns = MAX (LEAST_COLUMNS, (overseas->len + 1) / 2);
  int map_width = (WIDTH + SPACING) / (int) n_columns - SPACING;
  gboolean all_outermost = TRUE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < overseas->len; i++)
    {
      guint region = g_array_index (overseas, guint, i);
      GtkWidget *map = ris3_inset_map_new (self->session, self->side, region, map_width);

      ris3_inset_map_set_shows_badge (RIS3_INSET_MAP (map), self->shows_badges);
      gtk_grid_attach (self->grid, map, i % n_columns, i / n_columns, 1, 1);
      all_outermost &= ris3_overseas_is_outermost (ris3_boundaries_get_region (self->boundaries, region));
    }
  /* Translators: outermost regions are those that the Treaty on the Functioning of the European Union names; Svalbard
   * is none of them.
   */
  gtk_label_set_label (self->title, all_outermost ? _ ("Outermost regions") : _ ("Outermost and other remote regions"));
}

static void
on_classification_changed_cb (Ris3Insets *self)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);

  if (ris3_session_get_side (self->session, self->side) == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      g_clear_handle_id (&self->paint_source, g_source_remove);
      return;
    }
  if (boundaries != self->boundaries)
    {
      g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
      self->boundaries = ris3_boundaries_ref (boundaries);
      make_maps (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->grid)) != NULL);
  paint_later (self);
}

static void
on_atlas_changed_cb (Ris3Insets *self, Ris3Changes *changes)
{
  if (!ris3_changes_contain_table (changes, "comment"))
    return;
  for (GtkWidget *map = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); map != NULL;
       map = gtk_widget_get_next_sibling (map))
    ris3_inset_map_update_badge (RIS3_INSET_MAP (map));
}

static void
ris3_insets_dispose (GObject *object)
{
  Ris3Insets *self = RIS3_INSETS (object);

  g_clear_handle_id (&self->paint_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_INSETS);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_insets_parent_class)->dispose (object);
}

static void
ris3_insets_class_init (Ris3InsetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_insets_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/map/ris3-insets.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Insets, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3Insets, grid);
}

static void
ris3_insets_init (Ris3Insets *self)
{
  self->shows_badges = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (paint_later), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (paint_later), self,
                           G_CONNECT_SWAPPED);
}

void
ris3_insets_set_session (Ris3Insets *self, Ris3Session *session, Ris3Side side)
{
  g_return_if_fail (RIS3_IS_INSETS (self) && RIS3_IS_SESSION (session) && self->session == NULL);
  self->session = g_object_ref (session);
  self->side = side;
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  on_classification_changed_cb (self);
}

void
ris3_insets_set_shows_badges (Ris3Insets *self, gboolean shows)
{
  g_return_if_fail (RIS3_IS_INSETS (self));
  self->shows_badges = shows;
  for (GtkWidget *map = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); map != NULL;
       map = gtk_widget_get_next_sibling (map))
    ris3_inset_map_set_shows_badge (RIS3_INSET_MAP (map), shows);
}
