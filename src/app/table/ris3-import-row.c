/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-row.h"

#include <glib/gi18n.h>

#include "app/ris3-flow.h"
#include "app/table/ris3-import-words.h"
#include "model/ris3-text.h"

#define MAX_TITLE 200
#define MAX_SHEET 60
#define MAX_NOTE 500

struct _Ris3ImportRow
{
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *body;
  GtkLabel *title;
  GtkWidget *icon;
  GtkLabel *state;
  GtkWidget *facts; /* a box */

  Ris3ImportRows *rows; /* NULL: nothing is shown */
  Ris3ImportPlan *plan; /* of the rows */
  guint row;
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (Ris3ImportRow, ris3_import_row, GTK_TYPE_WIDGET)

static void
follow_choice (Ris3ImportRow *self)
{
  self->is_following = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), ris3_import_plan_is_chosen (self->plan, self->row));
  self->is_following = FALSE;
}

static void
on_toggled_cb (Ris3ImportRow *self)
{
  if (!self->is_following && self->rows != NULL)
    ris3_import_rows_choose (self->rows, self->plan, self->row,
                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* An icon and a sentence about a column. */
static void
add_note (Ris3ImportRow *self, const char *column, const char *note, gboolean is_problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_problem ? "dialog-error-symbolic" : "dialog-information-symbolic");
  g_autofree char *shown = ris3_text_shorten (note, MAX_NOTE);
  /* Translators: the name of a column, and what is to be said of it. */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), column, shown);
  GtkWidget *label = new_label (text, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  if (is_problem)
    gtk_widget_add_css_class (box, "import-problem");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->facts), box);
}

/* A button for each region that may be meant: it is then, in all rows that have this text. */
static void
add_suggestions (Ris3ImportRow *self, guint column, GPtrArray *suggestions)
{
  const char *value = ris3_import_plan_get_value (self->plan, self->row, column);
  g_autofree char *text = ris3_text_to_line (value, MAX_TITLE);
  GtkWidget *flow = ris3_flow_new ();

  for (guint i = 0; i < suggestions->len; i++)
    {
      const Ris3ImportSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      /* Translators: the name of a region and its code */
      g_autofree char *label = g_strdup_printf (C_ ("region", "%s (%s)"), suggestion->name, suggestion->value);
      /* Translators: a text of a table, and the name of a region and its code */
      g_autofree char *said = g_strdup_printf (_ ("Understand “%s” as %s in all rows"), text, label);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_tooltip_text (button, said);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", value, suggestion->value);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.understand");
      ris3_flow_append (RIS3_FLOW (flow), button);
    }
  gtk_box_append (GTK_BOX (self->facts), flow);
}

/* The old value beside the new one. */
static void
add_change (Ris3ImportRow *self, guint column)
{
  Ris3ImportPlan *plan = self->plan;
  Ris3Exchange table = ris3_import_plan_get_table (plan);
  g_autofree char *old_value
      = ris3_import_value_words (table, column, ris3_import_plan_get_old_value (plan, self->row, column));
  g_autofree char *new_value
      = ris3_import_value_words (table, column, ris3_import_plan_get_value (plan, self->row, column));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *before = new_label (old_value, "import-value");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *after = new_label (new_value, "import-value");
  /* Translators: what stands in the atlas, and what the file has instead. */
  g_autofree char *said = g_strdup_printf (_ ("Was “%s”, becomes “%s”"), old_value, new_value);

  gtk_widget_add_css_class (before, "import-old");
  gtk_widget_add_css_class (after, "import-new");
  gtk_widget_set_hexpand (after, TRUE);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sides), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_box_append (GTK_BOX (sides), before);
  gtk_box_append (GTK_BOX (right), arrow);
  gtk_box_append (GTK_BOX (right), after);
  gtk_box_append (GTK_BOX (sides), right);
  gtk_box_append (GTK_BOX (box), new_label (ris3_import_column_words (table, column), "import-column"));
  gtk_box_append (GTK_BOX (box), sides);
  gtk_box_append (GTK_BOX (self->facts), box);
}

static void
add_facts (Ris3ImportRow *self)
{
  Ris3ImportPlan *plan = self->plan;
  Ris3Exchange table = ris3_import_plan_get_table (plan);
  gboolean is_changed = ris3_import_plan_get_state (plan, self->row) == RIS3_IMPORT_CHANGED;
  guint n_columns;

  ris3_exchange_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *problem = ris3_import_plan_get_problem (plan, self->row, i);
      const char *remark = ris3_import_plan_get_remark (plan, self->row, i);

      if (is_changed && ris3_import_plan_is_changed (plan, self->row, i))
        add_change (self, i);
      if (problem != NULL || remark != NULL)
        add_note (self, ris3_import_column_words (table, i), problem != NULL ? problem : remark, problem != NULL);
      if (problem != NULL && ris3_import_plan_get_suggestions (plan, self->row, i) != NULL)
        add_suggestions (self, i, ris3_import_plan_get_suggestions (plan, self->row, i));
    }
  gtk_widget_set_visible (self->facts, gtk_widget_get_first_child (self->facts) != NULL);
}

static void
clear_facts (Ris3ImportRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_box_remove (GTK_BOX (self->facts), child);
}

void
ris3_import_row_clear (Ris3ImportRow *self)
{
  g_return_if_fail (RIS3_IS_IMPORT_ROW (self));
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, follow_choice, self);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->plan, ris3_import_plan_unref);
}

/* Where rows of several sheets are listed, each says of which it is. (transfer full) */
static char *
describe_row (Ris3ImportRows *rows, Ris3ImportPlan *plan, guint row)
{
  guint line = ris3_import_plan_get_line (plan, row);
  const char *state = ris3_import_state_words (ris3_import_plan_get_state (plan, row));
  g_autofree char *sheet = NULL;

  if (ris3_import_rows_get_n_plans (rows) < 2)
    /* Translators: the number of a row of a table, and whether it is new, changed, the same or refused. */
    return g_strdup_printf (C_ ("row of a table", "Row %u: %s"), line, state);
  sheet = ris3_text_to_line (ris3_import_plan_get_sheet (plan), MAX_SHEET);
  /* Translators: the name of a sheet, the number of its row, and whether that is new, changed, the same or refused. */
  return g_strdup_printf (C_ ("row of a table", "%s, row %u: %s"), sheet, line, state);
}

void
ris3_import_row_show (Ris3ImportRow *self, Ris3ImportRows *rows, Ris3ImportItem *item)
{
  Ris3ImportPlan *plan = ris3_import_item_get_plan (item);
  guint row = ris3_import_item_get_row (item);
  Ris3ImportState state = ris3_import_plan_get_state (plan, row);
  g_autofree char *full = ris3_import_plan_dup_title (plan, row);
  g_autofree char *title = ris3_text_to_line (full != NULL ? full : "", MAX_TITLE);
  g_autofree char *words = describe_row (rows, plan, row);
  /* Translators: what a check button chooses: a row and its title. */
  g_autofree char *said = g_strdup_printf (_ ("Import row %u, %s"), ris3_import_plan_get_line (plan, row), title);

  g_return_if_fail (RIS3_IS_IMPORT_ROW (self));
  ris3_import_row_clear (self);
  self->rows = g_object_ref (rows);
  self->plan = ris3_import_plan_ref (plan);
  self->row = row;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *title != '\0');
  gtk_label_set_text (self->state, words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), ris3_import_state_icon (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  /* Where there is nothing to choose, the rows stay in line. */
  gtk_widget_set_sensitive (self->check, ris3_import_rows_can_choose (plan, row));
  gtk_widget_set_opacity (self->check, ris3_import_rows_can_choose (plan, row) ? 1 : 0);
  clear_facts (self);
  add_facts (self);
  follow_choice (self);
  g_signal_connect_object (rows, "chosen-changed", G_CALLBACK (follow_choice), self, G_CONNECT_SWAPPED);
}

static void
ris3_import_row_dispose (GObject *object)
{
  Ris3ImportRow *self = RIS3_IMPORT_ROW (object);

  ris3_import_row_clear (self);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (ris3_import_row_parent_class)->dispose (object);
}

static void
ris3_import_row_class_init (Ris3ImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_import_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importrow");
}

static void
ris3_import_row_init (Ris3ImportRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_hexpand (self->body, TRUE);
  gtk_widget_set_margin_top (self->body, 3);
  self->title = GTK_LABEL (new_label (NULL, "heading"));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->title));
  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "import-quiet");
  self->state = GTK_LABEL (new_label (NULL, "import-quiet"));
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (self->body), line);
  self->facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->body), self->facts);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

GtkWidget *
ris3_import_row_new (void)
{
  return g_object_new (RIS3_TYPE_IMPORT_ROW, NULL);
}
