/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-row.h"

#include <glib/gi18n.h>

#include "app/edit/ris3-outline-marks.h"
#include "app/edit/ris3-theme-suggestion.h"
#include "app/ris3-flow.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"

#define INDENT 20
#define NARROW_INDENT 6
#define MAX_TOOLTIP 1000

struct _Ris3OutlineRow
{
  GtkWidget parent_instance;

  Ris3Outline *outline;
  Ris3OutlineLine *line;
  Ris3OutlineMarks *marks;
  guint position; /* where it was last */
  GBinding *bindings[3];
  gboolean narrow;

  GtkWidget *grid;
  GtkWidget *included;
  GtkWidget *label;
  Ris3LineText *text;
  GtkWidget *end; /* page and buttons */
  GtkWidget *page;
  Ris3Flow *suggestions;
};

G_DEFINE_FINAL_TYPE (Ris3OutlineRow, ris3_outline_row, GTK_TYPE_WIDGET)

guint
ris3_outline_row_get_position (Ris3OutlineRow *self)
{
  guint n_lines;

  g_return_val_if_fail (RIS3_IS_OUTLINE_ROW (self), G_MAXUINT);
  if (self->line == NULL || ris3_outline_get_line (self->outline, self->position) == self->line)
    return self->line != NULL ? self->position : G_MAXUINT;
  n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->outline));
  for (guint i = 0; i < n_lines; i++)
    if (ris3_outline_get_line (self->outline, i) == self->line)
      return self->position = i;
  return G_MAXUINT;
}

static void
shift (Ris3OutlineRow *self, int by)
{
  guint position = ris3_outline_row_get_position (self);
  int level;

  if (position == G_MAXUINT)
    return;
  level = (int) ris3_outline_line_get_level (self->line) + by;
  if (level >= 0 && ris3_outline_can_set_level (self->outline, position, (guint) level))
    ris3_outline_set_level (self->outline, position, (guint) level);
}

static void
in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (RIS3_OUTLINE_ROW (widget), 1);
}

static void
out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (RIS3_OUTLINE_ROW (widget), -1);
}

static void
join_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineRow *self = RIS3_OUTLINE_ROW (widget);
  guint position = ris3_outline_row_get_position (self);

  if (position != G_MAXUINT)
    ris3_outline_join (self->outline, position);
}

static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineRow *self = RIS3_OUTLINE_ROW (widget);
  guint position = ris3_outline_row_get_position (self);
  guint offset;
  gboolean has_selection;

  if (position != G_MAXUINT && ris3_line_text_get_cursor (self->text, &offset, &has_selection))
    ris3_outline_split (self->outline, position, offset);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3OutlineRow *self = RIS3_OUTLINE_ROW (widget);
  guint position = ris3_outline_row_get_position (self);

  if (position != G_MAXUINT)
    ris3_outline_remove (self->outline, position);
}

void
ris3_outline_row_update (Ris3OutlineRow *self)
{
  guint position = ris3_outline_row_get_position (self);
  const char *page;
  guint level;

  if (position == G_MAXUINT)
    return;
  level = ris3_outline_line_get_level (self->line);
  page = ris3_outline_find_page_label (self->outline, position);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->page), *page != '\0' ? page : _ ("Page"));
  gtk_widget_set_tooltip_text (self->page, *page != '\0' && *ris3_outline_line_get_page_label (self->line) == '\0'
                                               ? _ ("Page (As in the Line Above, Unless One Is Given)")
                                               : _ ("Page"));
  gtk_widget_set_margin_start (self->grid, (int) level * (self->narrow ? NARROW_INDENT : INDENT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level + 1, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.in",
                                 ris3_outline_can_set_level (self->outline, position, level + 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.out", level > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.join", position > 0);
  if (ris3_outline_line_get_is_included (self->line))
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "left-out");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "left-out");
}

static void
on_toggled_cb (GtkToggleButton *button, Ris3OutlineRow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  ris3_outline_marks_set_accepted (self->marks, index, gtk_toggle_button_get_active (button));
}

static GtkWidget *
new_suggestion (Ris3OutlineRow *self, guint index)
{
  const Ris3OutlineMark *mark = ris3_outline_marks_get (self->marks, index);
  g_autofree char *reason = ris3_theme_suggestion_get_reason (mark->words);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name_markup = ris3_printable_markup (mark->name);
  g_autofree char *reason_markup = ris3_printable_markup (reason);
  g_autofree char *markup
      = g_strdup_printf ("%s <span size=\"95%%\" alpha=\"75%%\">%s</span>", name_markup, reason_markup);

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (mark->is_accepted ? "object-select-symbolic" : "list-add-symbolic"));
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (button, "theme-suggestion");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), mark->is_accepted);
  gtk_widget_set_tooltip_text (button, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled_cb), self);
  return button;
}

/* The button that has the focus keeps it, in its new shape. */
static void
show_suggestions (Ris3OutlineRow *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->suggestions));
  guint n = self->marks != NULL ? ris3_outline_marks_get_length (self->marks) : 0;
  guint focused = focus != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (focus), "index")) : G_MAXUINT;
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->suggestions));
  gboolean is_old = last != NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = new_suggestion (self, i);

      ris3_flow_append (self->suggestions, button);
      if (i == focused)
        gtk_widget_grab_focus (button);
    }
  while (is_old)
    {
      GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions));

      is_old = old != last;
      gtk_widget_unparent (old);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), n > 0);
}

void
ris3_outline_row_set_line (Ris3OutlineRow *self, Ris3Outline *outline, guint position)
{
  static const char *const properties[] = { "is-included", "label", "page-label" };
  GtkWidget *const widgets[] = { self->included, self->label, self->page };
  Ris3OutlineLine *line = outline != NULL ? ris3_outline_get_line (outline, position) : NULL;
  Ris3OutlineMarks *marks = line != NULL ? ris3_outline_marks_of (line) : NULL;
  g_autofree char *source = NULL;

  g_return_if_fail (RIS3_IS_OUTLINE_ROW (self));
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_clear_pointer (&self->bindings[i], g_binding_unbind);
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self);
  g_set_object (&self->outline, outline);
  self->position = position;
  g_set_object (&self->line, line);
  g_set_object (&self->marks, marks);
  ris3_line_text_set_line (self->text, line);
  if (line == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    self->bindings[i] = g_object_bind_property (line, properties[i], widgets[i], i == 0 ? "active" : "text",
                                                G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (line, "notify", G_CALLBACK (ris3_outline_row_update), self);
  g_signal_connect_swapped (self->marks, "changed", G_CALLBACK (show_suggestions), self);
  source = ris3_text_shorten (ris3_outline_line_get_source (line), MAX_TOOLTIP);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), source);
  show_suggestions (self);
  ris3_outline_row_update (self);
}

Ris3OutlineLine *
ris3_outline_row_get_line (Ris3OutlineRow *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_ROW (self), NULL);
  return self->line;
}

Ris3LineText *
ris3_outline_row_get_text (Ris3OutlineRow *self)
{
  g_return_val_if_fail (RIS3_IS_OUTLINE_ROW (self), NULL);
  return self->text;
}

static void
place (Ris3OutlineRow *self, GtkWidget *child, int column, int row, int column_span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (self->grid);
  GtkGridLayoutChild *child_layout = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));

  gtk_grid_layout_child_set_column (child_layout, column);
  gtk_grid_layout_child_set_row (child_layout, row);
  gtk_grid_layout_child_set_column_span (child_layout, column_span);
}

void
ris3_outline_row_set_narrow (Ris3OutlineRow *self, gboolean narrow)
{
  g_return_if_fail (RIS3_IS_OUTLINE_ROW (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (narrow)
    place (self, GTK_WIDGET (self->text), 0, 1, 4);
  else
    place (self, GTK_WIDGET (self->text), 2, 0, 1);
  place (self, GTK_WIDGET (self->suggestions), narrow ? 0 : 2, 2, narrow ? 4 : 2);
  gtk_widget_set_hexpand (self->label, narrow);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->label), narrow ? 3 : 6);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->page), narrow ? 3 : 5);
  ris3_outline_row_update (self);
}

/* Tab goes from field to field as they are read. GTK would go by the heights of their middles. */
static gboolean
ris3_outline_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  Ris3OutlineRow *self = RIS3_OUTLINE_ROW (widget);
  GtkWidget *const order[]
      = { self->included, self->label, GTK_WIDGET (self->text), self->end, GTK_WIDGET (self->suggestions) };
  GtkWidget *present = gtk_widget_get_focus_child (self->grid);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;

  if (!is_back && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (ris3_outline_row_parent_class)->focus (widget, direction);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *next = order[is_back ? G_N_ELEMENTS (order) - 1 - i : i];

      if (present != NULL && next != present)
        continue;
      present = NULL;
      if (gtk_widget_child_focus (next, direction))
        return TRUE;
    }
  return FALSE;
}

static void
ris3_outline_row_dispose (GObject *object)
{
  Ris3OutlineRow *self = RIS3_OUTLINE_ROW (object);

  if (self->grid != NULL)
    ris3_outline_row_set_line (self, NULL, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_OUTLINE_ROW);
  G_OBJECT_CLASS (ris3_outline_row_parent_class)->dispose (object);
}

static void
ris3_outline_row_class_init (Ris3OutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_outline_row_dispose;
  widget_class->focus = ris3_outline_row_focus;
  g_type_ensure (RIS3_TYPE_LINE_TEXT);
  g_type_ensure (RIS3_TYPE_FLOW);
  gtk_widget_class_install_action (widget_class, "line.in", NULL, in_action);
  gtk_widget_class_install_action (widget_class, "line.out", NULL, out_action);
  gtk_widget_class_install_action (widget_class, "line.join", NULL, join_action);
  gtk_widget_class_install_action (widget_class, "line.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "line.remove", NULL, remove_action);
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, grid);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, included);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, label);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, text);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, end);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, page);
  gtk_widget_class_bind_template_child (widget_class, Ris3OutlineRow, suggestions);
}

static void
ris3_outline_row_init (Ris3OutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ris3_outline_row_new (void)
{
  return g_object_new (RIS3_TYPE_OUTLINE_ROW, NULL);
}
