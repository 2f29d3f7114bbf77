/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-layers-group.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

#define MAX_NAME 120
/* Of a column, in the list of a level. */
#define MAX_COLUMN 24

struct _Ris3BoundaryLayersGroup
{
  AdwPreferencesGroup parent_instance;

  Ris3BoundaryDraft *draft;
  GPtrArray *rows;    /* weak */
  GPtrArray *buttons; /* GtkCheckButton, one a layer; NULL: it has no areas; weak */
  GPtrArray *levels;  /* GtkDropDown, one a layer; NULL: none; weak */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryLayersGroup, ris3_boundary_layers_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const Ris3BoundaryLayer *
get_layer (Ris3BoundaryLayersGroup *self, guint layer)
{
  return g_ptr_array_index (ris3_boundary_draft_get_source (self->draft)->layers, layer);
}

static void
on_layer_cb (GtkCheckButton *button, Ris3BoundaryLayersGroup *self)
{
  guint layer;

  if (self->is_filling || !g_ptr_array_find (self->buttons, button, &layer))
    return;
  ris3_boundary_draft_choose_layer (self->draft, layer, gtk_check_button_get_active (button));
  if (g_ptr_array_index (self->levels, layer) != NULL)
    gtk_widget_set_sensitive (g_ptr_array_index (self->levels, layer), gtk_check_button_get_active (button));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, TRUE);
}

/* “As Chosen Below”, the numbers, and the columns of the layer. */
static void
on_level_cb (GtkDropDown *drop_down, GParamSpec *pspec, Ris3BoundaryLayersGroup *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  const char number[] = { (char) ('0' + selected - 1), '\0' };
  const char *level = NULL;
  guint layer;

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION || !g_ptr_array_find (self->levels, drop_down, &layer))
    return;
  if (selected > RIS3_BOUNDARY_N_LEVELS)
    level = ((const Ris3BoundaryColumn *) g_ptr_array_index (get_layer (self, layer)->columns,
                                                             selected - 1 - RIS3_BOUNDARY_N_LEVELS))
                ->name;
  else if (selected > 0)
    level = number;
  ris3_boundary_draft_choose_layer_level (self->draft, layer, level);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, FALSE);
}

static guint
find_level (const Ris3BoundaryLayer *layer, const char *level)
{
  if (level == NULL)
    return 0;
  for (guint i = 0; i < layer->columns->len; i++)
    if (g_str_equal (((const Ris3BoundaryColumn *) g_ptr_array_index (layer->columns, i))->name, level))
      return 1 + RIS3_BOUNDARY_N_LEVELS + i;
  return *level >= '0' && *level < '0' + RIS3_BOUNDARY_N_LEVELS ? 1 + (guint) (*level - '0') : 0;
}

static GtkWidget *
new_level (Ris3BoundaryLayersGroup *self, guint index, const char *name)
{
  const Ris3BoundaryLayer *layer = get_layer (self, index);
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  /* Translators: what a list chooses: of a layer of a file of boundaries. */
  g_autofree char *said = g_strdup_printf (_ ("Level of the areas of %s"), name);

  /* Translators: of the level of the areas of a layer. */
  gtk_string_list_append (list, _ ("Level as Below"));
  for (guint i = 0; i < RIS3_BOUNDARY_N_LEVELS; i++)
    {
      /* Translators: of boundaries: 0 is a country, 3 NUTS 3, 4 a municipality. */
      g_autofree char *words = g_strdup_printf (_ ("Level %u"), i);

      gtk_string_list_append (list, words);
    }
  for (guint i = 0; i < layer->columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (layer->columns, i);
      g_autofree char *line = ris3_text_to_line (column->name, MAX_COLUMN);
      /* Translators: a column that has the levels of areas. */
      g_autofree char *words = g_strdup_printf (_ ("Column %s"), line);

      gtk_string_list_append (list, words);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              find_level (layer, ris3_boundary_draft_get_layer_level (self->draft, index)));
  gtk_widget_set_sensitive (drop_down, ris3_boundary_draft_has_layer (self->draft, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_level_cb), self, 0);
  return drop_down;
}

static char *
describe_layer (const Ris3BoundaryLayer *layer)
{
  g_autofree char *rows = NULL;

  if (!layer->has_areas)
    return g_strdup (_ ("No areas"));
  rows = g_strdup_printf (ngettext ("%u row", "%u rows", (gulong) layer->n_features),
                          (guint) CLAMP (layer->n_features, 0, G_MAXUINT));
  /* Translators: how many rows a layer has, and its coordinate system. */
  return g_strdup_printf (_ ("%s, %s"), rows, layer->crs != NULL ? layer->crs : _ ("no coordinate system"));
}

static void
add_layer (Ris3BoundaryLayersGroup *self, guint index, gboolean has_levels)
{
  const Ris3BoundaryLayer *layer = get_layer (self, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = layer->has_areas ? gtk_check_button_new () : NULL;
  GtkWidget *level = NULL;
  g_autofree char *name = ris3_text_to_line (layer->name, MAX_NAME);
  g_autofree char *words = describe_layer (layer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (button != NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), ris3_boundary_draft_has_layer (self->draft, index));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_layer_cb), self, 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }
  if (button != NULL && has_levels)
    {
      level = new_level (self, index, name);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), level);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->levels, level);
}

void
ris3_boundary_layers_group_show (Ris3BoundaryLayersGroup *self, Ris3BoundaryDraft *draft)
{
  const GPtrArray *layers;
  guint n_with_areas = 0;

  g_return_if_fail (RIS3_IS_BOUNDARY_LAYERS_GROUP (self));
  g_set_object (&self->draft, draft);
  layers = ris3_boundary_draft_get_source (draft)->layers;
  self->is_filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->levels, 0);
  for (guint i = 0; i < layers->len; i++)
    n_with_areas += get_layer (self, i)->has_areas;
  for (guint i = 0; i < layers->len; i++)
    add_layer (self, i, n_with_areas > 1);
  self->is_filling = FALSE;
}

static void
ris3_boundary_layers_group_dispose (GObject *object)
{
  g_clear_object (&RIS3_BOUNDARY_LAYERS_GROUP (object)->draft);
  G_OBJECT_CLASS (ris3_boundary_layers_group_parent_class)->dispose (object);
}

static void
ris3_boundary_layers_group_finalize (GObject *object)
{
  Ris3BoundaryLayersGroup *self = RIS3_BOUNDARY_LAYERS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->levels);
  G_OBJECT_CLASS (ris3_boundary_layers_group_parent_class)->finalize (object);
}

static void
ris3_boundary_layers_group_class_init (Ris3BoundaryLayersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_layers_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_boundary_layers_group_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ris3_boundary_layers_group_init (Ris3BoundaryLayersGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->levels = g_ptr_array_new ();
}
