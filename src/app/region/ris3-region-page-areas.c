/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a region is made of: its areas by class, and the regions within it. */

#include "config.h"

#include "app/region/ris3-region-page-private.h"

#include <glib/gi18n.h>

#include "app/region/ris3-part-basis.h"
#include "app/ris3-region-parts.h"
#include "app/ris3-class-swatch.h"
#include "app/ris3-region-words.h"
#include "app/ris3-widget-key.h"
#include "map/ris3-region-strategies.h"

static gboolean
choose_arrow (GBinding *binding, const GValue *active, GValue *icon_name, gpointer user_data)
{
  g_value_set_static_string (icon_name, g_value_get_boolean (active) ? "pan-down-symbolic" : "pan-end-symbolic");
  return TRUE;
}

static void
on_folded_cb (GtkToggleButton *toggle)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_toggle_button_get_active (toggle), -1);
}

/* (GtkExpander of GTK 4.8 logs a critical when Tab reaches it while nothing in
 * the window has the focus.)
 */
GtkWidget *
ris3_region_page_fold_new (const char *title, const char *name, GtkWidget *content, gboolean expanded)
{
  GtkWidget *section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 4, "section");
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new ();

  gtk_box_append (GTK_BOX (line), arrow);
  gtk_box_append (GTK_BOX (line), ris3_part_heading (title, 2));
  gtk_button_set_child (GTK_BUTTON (toggle), line);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "fold");
  ris3_widget_set_key (toggle, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (section), toggle);
  gtk_box_append (GTK_BOX (section), content);

  g_signal_connect (toggle, "toggled", G_CALLBACK (on_folded_cb), NULL);
  g_object_bind_property (toggle, "active", content, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (toggle, "active", arrow, "icon-name", G_BINDING_SYNC_CREATE, choose_arrow, NULL, NULL,
                               NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), expanded);
  on_folded_cb (GTK_TOGGLE_BUTTON (toggle));
  return section;
}

gboolean
ris3_region_page_fold_is_expanded (GtkWidget *section)
{
  GtkWidget *toggle = section != NULL ? gtk_widget_get_first_child (section) : NULL;

  return GTK_IS_TOGGLE_BUTTON (toggle) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
}

/* What the map is asked for: titles and colours of classes come from it. */
static Ris3PartBasis *
new_basis (Ris3Session *session)
{
  Ris3PartBasis *basis = ris3_part_basis_new ();
  g_autofree char *view = ris3_view_to_text (ris3_session_get_view (session));

  ris3_part_basis_add_text (basis, view);
  return basis;
}

static void
add_counts (Ris3PartBasis *basis, Ris3Classification *classification, const guint *counts)
{
  guint n_classes = ris3_class_scheme_get_n_classes (ris3_classification_get_scheme (classification));

  for (guint klass = 0; klass < n_classes; klass++)
    {
      ris3_part_basis_add_text (basis,
                                ris3_class_scheme_get_title (ris3_classification_get_scheme (classification), klass));
      ris3_part_basis_add_number (basis, counts[klass]);
    }
}

/* A swatch for each class that the areas of a region have. Whatever the level of the map, a region within is told
 * of by its areas.
 */
static GtkWidget *
new_swatches (Ris3Classification *areas, guint region, char **words)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (areas);
  gint index = ris3_classification_find_territory (areas, region);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);
  g_autoptr (GString) list = NULL;
  g_autofree guint *counts = NULL;
  guint n_areas;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (index >= 0)
    {
      const Ris3Territory *area = ris3_classification_get_territory (areas, index);

      gtk_box_append (GTK_BOX (box), ris3_class_swatch_new (scheme, area->klass, area->marks));
      *words = ris3_territory_words (areas, index);
      return box;
    }
  counts = ris3_region_count_areas (areas, region, &n_areas);
  list = g_string_new (NULL);
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (counts[klass] > 0)
      {
        gtk_box_append (GTK_BOX (box), ris3_class_swatch_new (scheme, klass, RIS3_MARK_NONE));
        /* Translators: how many areas, and their class: "2 × Health priority" */
        g_string_append_printf (list, C_ ("areas", "%s%u × %s"), list->len > 0 ? ", " : "", counts[klass],
                                ris3_class_scheme_get_title (scheme, klass));
      }
  *words = g_string_free (g_steal_pointer (&list), FALSE);
  return box;
}

static GtkWidget *
new_child_row (Ris3Session *session, guint index, GtkSizeGroup *column)
{
  Ris3Classification *areas = ris3_classification_get_areas (ris3_session_get_classification (session));
  const Ris3Region *region = ris3_boundaries_get_region (ris3_classification_get_boundaries (areas), index);
  GtkWidget *button = ris3_region_page_link_new (session, index, ris3_region_display_name (region));
  GtkWidget *label = g_object_ref (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *code = gtk_label_new (region->code);
  g_autofree char *words = NULL;
  g_autofree char *accessible = NULL;
  GtkWidget *swatches = new_swatches (areas, index, &words);

  /* Translators: read out for a region in a list: its name, code and class */
  accessible = g_strdup_printf (C_ ("region", "%s, %s, %s"), ris3_region_display_name (region), region->code, words);

  gtk_size_group_add_widget (column, swatches);
  gtk_button_set_child (GTK_BUTTON (button), NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (code, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (code, "region-code");
  gtk_box_append (GTK_BOX (line), swatches);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), code);
  g_object_unref (label);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_halign (button, GTK_ALIGN_FILL);
  gtk_widget_remove_css_class (button, "text-link");
  gtk_widget_add_css_class (button, "region-button");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  return button;
}

/* How many areas of a divided region are of each class. */
GtkWidget *
ris3_region_page_areas_new (Ris3Session *session, guint region, GtkWidget *present)
{
  g_autoptr (Ris3PartBasis) basis = new_basis (session);
  Ris3Classification *classification = ris3_session_get_classification (session);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (ris3_classification_get_areas (classification));
  guint n_areas;
  g_autofree guint *counts = ris3_region_count_areas (classification, region, &n_areas);
  g_autofree char *title = NULL;
  GtkWidget *section, *rows;

  if (n_areas == 1)
    return NULL;
  add_counts (basis, ris3_classification_get_areas (classification), counts);
  if (ris3_part_basis_made (basis, present))
    return present;
  title = g_strdup_printf (ngettext ("%u Area by Class", "%u Areas by Class", n_areas), n_areas);
  section = ris3_part_box (GTK_ACCESSIBLE_ROLE_GROUP, 6, "section");
  ris3_widget_set_key (section, "section-areas");
  ris3_part_basis_keep_in (g_steal_pointer (&basis), section);
  rows = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 5, "area-classes");
  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (counts[klass] > 0)
      {
        GtkWidget *row
            = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 10, NULL);
        GtkWidget *name = ris3_part_text (ris3_class_scheme_get_title (scheme, klass), NULL);
        g_autofree char *number = g_strdup_printf ("%u", counts[klass]);
        GtkWidget *swatch = ris3_class_swatch_new (scheme, klass, RIS3_MARK_NONE);

        gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
        gtk_widget_set_hexpand (name, TRUE);
        gtk_box_append (GTK_BOX (row), swatch);
        gtk_box_append (GTK_BOX (row), name);
        gtk_box_append (GTK_BOX (row), ris3_part_text (number, "area-count"));
        gtk_box_append (GTK_BOX (rows), row);
      }
  gtk_box_append (GTK_BOX (section), ris3_part_heading (title, 2));
  gtk_box_append (GTK_BOX (section), rows);
  return section;
}

/* What the row of a region within shows. */
static void
add_child (Ris3PartBasis *basis, Ris3Classification *areas, guint index)
{
  gint territory_index = ris3_classification_find_territory (areas, index);

  ris3_part_basis_add_number (basis, index);
  if (territory_index >= 0)
    {
      const Ris3Territory *area = ris3_classification_get_territory (areas, territory_index);
      g_autofree char *words = ris3_territory_words (areas, territory_index);

      ris3_part_basis_add_text (basis, words);
      ris3_part_basis_add_number (basis, area->klass);
      ris3_part_basis_add_number (basis, area->marks);
    }
  else
    {
      guint n_areas;
      g_autofree guint *counts = ris3_region_count_areas (areas, index, &n_areas);

      add_counts (basis, areas, counts);
    }
}

GtkWidget *
ris3_region_page_within_new (Ris3Session *session, guint region, GtkWidget *present)
{
  Ris3Classification *classification = ris3_session_get_classification (session);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (classification);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  guint level = ris3_boundaries_get_region (boundaries, region)->level;
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3PartBasis) basis = new_basis (session);
  g_autofree char *title = NULL;
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  guint n_areas;
  g_autofree guint *counts = ris3_region_count_areas (classification, region, &n_areas);
  GtkWidget *list, *section;

  /* Regions are in tree order, so those within follow at once. */
  for (guint i = region + 1; i < n_regions && ris3_boundaries_get_region (boundaries, i)->level > level; i++)
    if (ris3_boundaries_get_region (boundaries, i)->parent == (gint) region)
      {
        g_array_append_val (children, i);
        add_child (basis, ris3_classification_get_areas (classification), i);
      }
  if (children->len == 0)
    return NULL;
  if (ris3_part_basis_made (basis, present))
    return present;

  list = ris3_part_box (GTK_ACCESSIBLE_ROLE_LIST, 0, "region-buttons");
  for (guint i = 0; i < children->len; i++)
    gtk_box_append (GTK_BOX (list), new_child_row (session, g_array_index (children, guint, i), column));
  title = g_strdup_printf (ngettext ("%u Region Within", "%u Regions Within", children->len), children->len);
  section = ris3_region_page_fold_new (title, "fold-within", list,
                                       present != NULL ? ris3_region_page_fold_is_expanded (present) : n_areas > 1);
  ris3_widget_set_key (section, "section-within");
  ris3_part_basis_keep_in (g_steal_pointer (&basis), section);
  return section;
}
