/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-crs.h"

#include <glib/gi18n.h>

#include "app/ris3-epsg-code.h"
#include "model/ris3-text.h"

#define MAX_NAME 60

struct _Ris3BoundaryCrs
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *row;
  AdwEntryRow *code;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryCrs, ris3_boundary_crs, ADW_TYPE_PREFERENCES_GROUP)

/* The choices begin with that of the file, and end with another one. */
static const struct
{
  const char *crs;
  const char *words;
} usual[] = {
  { "EPSG:4326", "EPSG:4326 (WGS 84)" },   { "EPSG:4258", "EPSG:4258 (ETRS89)" },
  { "EPSG:3035", "EPSG:3035 (LAEA)" },     { "EPSG:3857", "EPSG:3857 (Mercator)" },
  { "EPSG:25832", "EPSG:25832 (UTM 32)" }, { "EPSG:25833", "EPSG:25833 (UTM 33)" },
};

#define OF_FILE 0
#define FIRST_USUAL 1
#define OTHER (FIRST_USUAL + G_N_ELEMENTS (usual))

/* (transfer full) */
static char *
dup_code (Ris3BoundaryCrs *self)
{
  return ris3_epsg_code_from_text (gtk_editable_get_text (GTK_EDITABLE (self->code)));
}

/* A code that is none is marked as soon as something is written. */
static void
update_code (Ris3BoundaryCrs *self)
{
  g_autofree char *code = dup_code (self);
  gboolean is_wrong = *gtk_editable_get_text (GTK_EDITABLE (self->code)) != '\0' && code == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->code), adw_combo_row_get_selected (self->row) == OTHER);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->code), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->code), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_changed_cb (Ris3BoundaryCrs *self)
{
  update_code (self);
  if (!self->is_filling)
    g_signal_emit_by_name (self, "changed");
}

static void
ris3_boundary_crs_class_init (Ris3BoundaryCrsClass *klass)
{
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_boundary_crs_init (Ris3BoundaryCrs *self)
{
  self->row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Coordinate S_ystem"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->row), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->row), 3);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
  self->code = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code), _ ("Code of EPSG, such as 31370"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->code));
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->code, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  update_code (self);
}

void
ris3_boundary_crs_show (Ris3BoundaryCrs *self, const char *of_file, const char *chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *name = of_file != NULL ? ris3_text_to_line (of_file, MAX_NAME) : NULL;
  guint selected = chosen == NULL ? OF_FILE : OTHER;

  g_return_if_fail (RIS3_IS_BOUNDARY_CRS (self));
  gtk_string_list_append (list, name != NULL ? name : _ ("Not Chosen"));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      gtk_string_list_append (list, usual[i].words);
      if (g_strcmp0 (usual[i].crs, chosen) == 0)
        selected = FIRST_USUAL + i;
    }
  gtk_string_list_append (list, _ ("Another One"));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->row, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->code), selected == OTHER ? chosen : "");
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->row),
      of_file != NULL ? _ ("As the file says; another one, if the map looks wrong")
                      : _ ("Needed, as the file does not say it: EPSG:4326 for degrees, often EPSG:3035 for metres"));
  update_code (self);
  self->is_filling = FALSE;
}

char *
ris3_boundary_crs_dup_chosen (Ris3BoundaryCrs *self)
{
  guint selected;

  g_return_val_if_fail (RIS3_IS_BOUNDARY_CRS (self), NULL);
  selected = adw_combo_row_get_selected (self->row);
  if (selected >= FIRST_USUAL && selected < OTHER)
    return g_strdup (usual[selected - FIRST_USUAL].crs);
  return selected == OTHER ? dup_code (self) : NULL;
}
