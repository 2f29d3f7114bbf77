/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-choice-page.h"

#include <glib/gi18n.h>

#include "app/boundaries/ris3-boundary-crs.h"
#include "app/boundaries/ris3-boundary-layers-group.h"
#include "app/ris3-scroll-to.h"
#include "geo/ris3-nuts-version.h"
#include "model/ris3-text.h"

#define MAX_NAME 120
#define MAX_COLUMN 80

struct _Ris3BoundaryChoicePage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *problem_bar;
  GtkLabel *problem;
  AdwActionRow *file_row;
  AdwActionRow *remembered_row;
  Ris3BoundaryLayersGroup *layers;
  AdwComboRow *columns[RIS3_N_BOUNDARY_ROLES];
  Ris3BoundaryCrs *crs;
  AdwComboRow *frame_row;

  Ris3BoundaryDraft *draft;
  GPtrArray *names; /* of the columns that can be chosen */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryChoicePage, ris3_boundary_choice_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *id; /* of the row in the template */
  const char *none;
} roles[RIS3_N_BOUNDARY_ROLES] = {
  [RIS3_BOUNDARY_CODE] = { "code_row", N_ ("Not Chosen") },
  [RIS3_BOUNDARY_NAME] = { "name_row", N_ ("None: the Codes") },
  [RIS3_BOUNDARY_NAME_LATIN] = { "latin_row", N_ ("None") },
  [RIS3_BOUNDARY_LEVEL] = { "level_row", N_ ("As the Codes Say") },
  [RIS3_BOUNDARY_COUNTRY] = { "country_row", N_ ("As the Codes Say") },
  [RIS3_BOUNDARY_PARENT] = { "parent_row", N_ ("As the Codes Say") },
};

static void
update_problem (Ris3BoundaryChoicePage *self)
{
  const char *problem = ris3_boundary_draft_get_problem (self->draft);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_bar, problem != NULL);
}

static void
tell_change (Ris3BoundaryChoicePage *self)
{
  update_problem (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Columns */

static const Ris3BoundaryColumn *
find_column (Ris3BoundaryChoicePage *self, const char *name)
{
  g_autoptr (GPtrArray) columns = ris3_boundary_draft_list_columns (self->draft);

  for (guint i = 0; name != NULL && i < columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

/* Some of its values tell more of a column than its name. */
static char *
describe_column (Ris3BoundaryChoicePage *self, Ris3BoundaryRole role)
{
  const Ris3BoundaryMapping *mapping = ris3_boundary_draft_get_mapping (self->draft);
  const Ris3BoundaryColumn *column = find_column (self, mapping->columns[role]);
  g_autofree char *samples = NULL;
  g_autofree char *line = NULL;

  if (role == RIS3_BOUNDARY_CODE && column == NULL)
    return g_strdup (_ ("Needed: choose the column that has the codes"));
  if (column == NULL || column->samples[0] == NULL)
    return g_strdup (column != NULL ? _ ("Empty in the first rows") : "");
  samples = g_strjoinv (" · ", column->samples);
  line = ris3_text_to_line (samples, MAX_NAME);
  /* Translators: some values of a column. */
  return g_strdup_printf (_ ("Such as %s"), line);
}

static void
update_columns (Ris3BoundaryChoicePage *self)
{
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    {
      g_autofree char *words = describe_column (self, role);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->columns[role]), words);
    }
}

static guint
find_choice (Ris3BoundaryChoicePage *self, Ris3BoundaryRole role)
{
  const char *chosen = ris3_boundary_draft_get_mapping (self->draft)->columns[role];

  for (guint i = 0; chosen != NULL && i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), chosen))
      return 1 + i;
  if (chosen != NULL && role == RIS3_BOUNDARY_LEVEL && *chosen >= '0' && *chosen < '0' + RIS3_BOUNDARY_N_LEVELS)
    return 1 + self->names->len + (guint) (*chosen - '0');
  return 0;
}

/* “None”, the columns, and of the level one for all areas. */
static GtkStringList *
list_choices (Ris3BoundaryChoicePage *self, Ris3BoundaryRole role)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ (roles[role].none));
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *line = ris3_text_to_line (g_ptr_array_index (self->names, i), MAX_COLUMN);

      gtk_string_list_append (list, line);
    }
  for (guint level = 0; role == RIS3_BOUNDARY_LEVEL && level < RIS3_BOUNDARY_N_LEVELS; level++)
    {
      /* Translators: of boundaries: 0 is a country, 3 NUTS 3, 4 a municipality. */
      g_autofree char *words = g_strdup_printf (_ ("All of Level %u"), level);

      gtk_string_list_append (list, words);
    }
  return list;
}

static void
fill_columns (Ris3BoundaryChoicePage *self)
{
  g_autoptr (GPtrArray) columns = ris3_boundary_draft_list_columns (self->draft);
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (self->names, g_strdup (((const Ris3BoundaryColumn *) g_ptr_array_index (columns, i))->name));
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    {
      g_autoptr (GtkStringList) list = list_choices (self, role);

      adw_combo_row_set_model (self->columns[role], G_LIST_MODEL (list));
      adw_combo_row_set_selected (self->columns[role], find_choice (self, role));
    }
  self->is_filling = was_filling;
  update_columns (self);
}

static void
on_column_cb (AdwComboRow *row, GParamSpec *pspec, Ris3BoundaryChoicePage *self)
{
  guint selected = adw_combo_row_get_selected (row);
  guint role = 0;

  if (self->is_filling || self->draft == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  while (self->columns[role] != row)
    role++;
  if (selected == 0)
    ris3_boundary_draft_choose_column (self->draft, role, NULL);
  else if (selected <= self->names->len)
    ris3_boundary_draft_choose_column (self->draft, role, g_ptr_array_index (self->names, selected - 1));
  else
    {
      const char level[] = { (char) ('0' + selected - self->names->len - 1), '\0' };

      ris3_boundary_draft_choose_column (self->draft, role, level);
    }
  update_columns (self);
  tell_change (self);
}

/* Layers */

static void
show_crs (Ris3BoundaryChoicePage *self)
{
  const Ris3BoundaryMapping *mapping = ris3_boundary_draft_get_mapping (self->draft);
  const char *of_file = ris3_boundary_draft_get_file_crs (self->draft);

  /* TopoJSON knows no other. */
  if (of_file == NULL && g_str_equal (ris3_boundary_draft_get_source (self->draft)->format, "TopoJSON"))
    of_file = "EPSG:4326";
  ris3_boundary_crs_show (self->crs, of_file, mapping->crs);
}

static void
on_layers_cb (Ris3BoundaryChoicePage *self, gboolean layers)
{
  if (layers)
    {
      fill_columns (self);
      show_crs (self);
    }
  tell_change (self);
}

static void
on_crs_cb (Ris3BoundaryChoicePage *self)
{
  g_autofree char *crs = ris3_boundary_crs_dup_chosen (self->crs);

  ris3_boundary_draft_choose_crs (self->draft, crs);
  tell_change (self);
}

static void
on_frame_cb (Ris3BoundaryChoicePage *self)
{
  guint selected = adw_combo_row_get_selected (self->frame_row);

  if (self->is_filling || self->draft == NULL || selected >= RIS3_N_NUTS_VERSIONS)
    return;
  ris3_boundary_draft_choose_frame (self->draft, ris3_nuts_versions[selected]);
  tell_change (self);
}

static void
show_file (Ris3BoundaryChoicePage *self, const char *remembered)
{
  const char *path = ris3_boundary_draft_get_path (self->draft);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *name = ris3_text_to_line (base, MAX_NAME);
  g_autofree char *place = ris3_text_to_line (shown_folder, MAX_NAME);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  /* Translators: the format of a file, and its folder. */
  g_autofree char *words
      = g_strdup_printf (_ ("%s in %s"), ris3_boundary_draft_get_source (self->draft)->format, place);
  adw_action_row_set_subtitle (self->file_row, words);
  gtk_widget_set_visible (GTK_WIDGET (self->remembered_row), remembered != NULL);
  if (remembered != NULL)
    {
      g_autofree char *own = ris3_text_to_line (remembered, MAX_NAME);

      adw_action_row_set_subtitle (self->remembered_row, own);
    }
}

void
ris3_boundary_choice_page_show (Ris3BoundaryChoicePage *self, Ris3BoundaryDraft *draft, const char *remembered)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_CHOICE_PAGE (self) && ris3_boundary_draft_get_source (draft) != NULL);
  g_set_object (&self->draft, draft);
  self->is_filling = TRUE;
  show_file (self, remembered);
  ris3_boundary_layers_group_show (self->layers, draft);
  fill_columns (self);
  show_crs (self);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (ris3_nuts_versions[i] == ris3_boundary_draft_get_frame (draft))
      adw_combo_row_set_selected (self->frame_row, i);
  self->is_filling = FALSE;
  update_problem (self);
}

void
ris3_boundary_choice_page_focus (Ris3BoundaryChoicePage *self)
{
  const Ris3BoundaryMapping *mapping;
  GtkWidget *focus;

  g_return_if_fail (RIS3_IS_BOUNDARY_CHOICE_PAGE (self) && self->draft != NULL);
  mapping = ris3_boundary_draft_get_mapping (self->draft);
  focus = GTK_WIDGET (self->columns[RIS3_BOUNDARY_CODE]);
  if (mapping->columns[RIS3_BOUNDARY_CODE] != NULL && ris3_boundary_draft_get_problem (self->draft) != NULL)
    focus = GTK_WIDGET (self->crs);
  if (!gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD);
  /* Otherwise what is first is read first. */
  if (ris3_boundary_draft_get_problem (self->draft) != NULL)
    ris3_scroll_to (focus);
}

static void
ris3_boundary_choice_page_dispose (GObject *object)
{
  Ris3BoundaryChoicePage *self = RIS3_BOUNDARY_CHOICE_PAGE (object);

  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_BOUNDARY_CHOICE_PAGE);
  G_OBJECT_CLASS (ris3_boundary_choice_page_parent_class)->dispose (object);
}

static void
ris3_boundary_choice_page_finalize (GObject *object)
{
  Ris3BoundaryChoicePage *self = RIS3_BOUNDARY_CHOICE_PAGE (object);

  g_ptr_array_unref (self->names);
  G_OBJECT_CLASS (ris3_boundary_choice_page_parent_class)->finalize (object);
}

static void
ris3_boundary_choice_page_class_init (Ris3BoundaryChoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_boundary_choice_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_boundary_choice_page_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_BOUNDARY_CRS);
  g_type_ensure (RIS3_TYPE_BOUNDARY_LAYERS_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/boundaries/ris3-boundary-choice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, content);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, remembered_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, layers);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, crs);
  gtk_widget_class_bind_template_child (widget_class, Ris3BoundaryChoicePage, frame_row);
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    gtk_widget_class_bind_template_child_full (widget_class, roles[role].id, FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_column_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_layers_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_crs_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_frame_cb);
}

static void
ris3_boundary_choice_page_init (Ris3BoundaryChoicePage *self)
{
  g_autoptr (GtkStringList) versions = gtk_string_list_new (NULL);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    self->columns[role] = ADW_COMBO_ROW (
        gtk_widget_get_template_child (GTK_WIDGET (self), RIS3_TYPE_BOUNDARY_CHOICE_PAGE, roles[role].id));
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      g_autofree char *label = g_strdup_printf ("NUTS %u", ris3_nuts_versions[i]);

      gtk_string_list_append (versions, label);
    }
  adw_combo_row_set_model (self->frame_row, G_LIST_MODEL (versions));
  self->is_filling = FALSE;
}
