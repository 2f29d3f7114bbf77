/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-year-section.h"

#include <glib/gi18n.h>

#include "app/filter/ris3-facet-row.h"
#include "app/ris3-expander.h"
#include "map/ris3-filter-description.h"
#include "app/ris3-session-filter.h"
#include "geo/ris3-fold.h"

struct _Ris3YearSection
{
  GtkWidget parent_instance;

  Ris3Session *session;
  GtkExpander *expander;
  GtkLabel *chosen;
  GtkSpinButton *since;
  GtkSpinButton *until;
  GtkBox *rows; /* of each year with a strategy, a Ris3FacetRow */
  guint first;  /* year of a strategy of the atlas, and the last; 0: it has none */
  guint last;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (Ris3YearSection, ris3_year_section, GTK_TYPE_WIDGET)

/* One step outside of the years, “since” is any, and so is “until”. */
static double
get_any (Ris3YearSection *self, GtkSpinButton *button)
{
  return button == self->since ? self->first - 1.0 : self->last + 1.0;
}

static guint
get_year (Ris3YearSection *self, GtkSpinButton *button)
{
  double value = gtk_spin_button_get_value (button);

  return value == get_any (self, button) ? 0 : (guint) value;
}

static void
set_year (Ris3YearSection *self, GtkSpinButton *button, guint year)
{
  gtk_spin_button_set_value (button, year != 0 ? year : get_any (self, button));
}

static gboolean
on_output_cb (GtkSpinButton *button, Ris3YearSection *self)
{
  guint year = get_year (self, button);
  g_autofree char *text = year != 0 ? g_strdup_printf ("%u", year) : g_strdup (C_ ("year", "any"));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (button))))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static int
on_input_cb (GtkSpinButton *button, double *value, Ris3YearSection *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (button));
  g_autofree char *folded = ris3_fold (text);
  g_autofree char *any = ris3_fold (C_ ("year", "any"));
  guint64 year;

  if (*folded == '\0' || g_str_equal (folded, any))
    {
      *value = get_any (self, button);
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (folded, 10, 0, G_MAXUINT, &year, NULL))
    return GTK_INPUT_ERROR;
  *value = year;
  return TRUE;
}

static void
on_value_changed_cb (GtkSpinButton *button, Ris3YearSection *self)
{
  guint since = get_year (self, self->since);
  guint until = get_year (self, self->until);
  g_autoptr (Ris3Filter) filter = NULL;

  if (self->is_updating)
    return;
  /* An end before the beginning is not meant. */
  if (since != 0 && until != 0 && since > until)
    {
      if (button == self->since)
        until = since;
      else
        since = until;
    }
  filter = ris3_filter_with_years (ris3_session_get_filter (self->session), since, until);
  ris3_session_set_filter (self->session, filter);
}

/* The year of a row alone; not again, if it was. */
static void
on_row_toggled_cb (Ris3FacetRow *row, Ris3YearSection *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  guint year = (guint) g_ascii_strtoull (ris3_facet_row_get_id (row), NULL, 10);
  gboolean was_alone = ris3_filter_get_since (filter) == year && ris3_filter_get_until (filter) == year;
  g_autoptr (Ris3Filter) chosen = ris3_filter_with_years (filter, was_alone ? 0 : year, was_alone ? 0 : year);

  ris3_session_set_filter (self->session, chosen);
}

static gboolean
shows_years (Ris3YearSection *self, const Ris3YearCount *years, guint n_years)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < n_years; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL || g_ascii_strtoull (ris3_facet_row_get_id (RIS3_FACET_ROW (row)), NULL, 10) != years[i].year)
      return FALSE;
  return row == NULL;
}

static void
make_rows (Ris3YearSection *self, const Ris3YearCount *years, guint n_years)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", years[i].year);

      row = ris3_facet_row_new (year, year);
      g_signal_connect (row, "toggled", G_CALLBACK (on_row_toggled_cb), self);
      gtk_box_append (self->rows, row);
    }
}

static void
show_counts (Ris3YearSection *self)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  guint since = ris3_filter_get_since (filter), until = ris3_filter_get_until (filter), n_years = 0;
  const Ris3YearCount *years = result != NULL ? ris3_filter_result_get_years (result, &n_years) : NULL;
  GtkWidget *row;

  if (!gtk_expander_get_expanded (self->expander))
    return;
  if (!shows_years (self, years, n_years))
    make_rows (self, years, n_years);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < n_years; i++, row = gtk_widget_get_next_sibling (row))
    ris3_facet_row_show (RIS3_FACET_ROW (row), years[i].n_strategies,
                         (since != 0 || until != 0) && years[i].year >= since
                             && (until == 0 || years[i].year <= until));
}

static void
update (Ris3YearSection *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  guint since = ris3_filter_get_since (filter);
  guint until = ris3_filter_get_until (filter);
  g_autofree char *words = ris3_filter_years_words (filter);
  guint first = self->first, last = self->last;

  gtk_widget_set_visible (GTK_WIDGET (self), first != 0);
  gtk_label_set_text (self->chosen, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), words != NULL);
  if (first == 0)
    return;
  self->is_updating = TRUE;
  /* What was typed as text may lie outside. */
  self->first = MIN (first, MIN (since != 0 ? since : first, until != 0 ? until : first));
  self->last = MAX (last, MAX (since, until));
  gtk_spin_button_set_range (self->since, self->first - 1, self->last);
  gtk_spin_button_set_range (self->until, self->first, self->last + 1);
  set_year (self, self->since, since);
  set_year (self, self->until, until);
  on_output_cb (self->since, self);
  on_output_cb (self->until, self);
  self->is_updating = FALSE;
}

static void
on_atlas_changed_cb (Ris3YearSection *self)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);
  GListModel *strategies = atlas != NULL ? ris3_atlas_get_strategies (atlas) : NULL;
  guint n_strategies = strategies != NULL ? g_list_model_get_n_items (strategies) : 0;

  self->first = self->last = 0;
  for (guint i = 0; i < n_strategies; i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      guint year = ris3_strategy_get_year (strategy);

      if (year != 0 && (self->first == 0 || year < self->first))
        self->first = year;
      self->last = MAX (self->last, year);
    }
  update (self);
}

static void
ris3_year_section_dispose (GObject *object)
{
  Ris3YearSection *self = RIS3_YEAR_SECTION (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_year_section_parent_class)->dispose (object);
}

static void
ris3_year_section_class_init (Ris3YearSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_year_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkSpinButton *
add_year (Ris3YearSection *self, GtkGrid *grid, int row, const char *title)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);
  GtkWidget *button = gtk_spin_button_new_with_range (0, 1, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (button), 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect (button, "output", G_CALLBACK (on_output_cb), self);
  g_signal_connect (button, "input", G_CALLBACK (on_input_cb), self);
  g_signal_connect (button, "value-changed", G_CALLBACK (on_value_changed_cb), self);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, button, 1, row, 1, 1);
  return GTK_SPIN_BUTTON (button);
}

static void
ris3_year_section_init (Ris3YearSection *self)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Year"));
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *content;

  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  gtk_widget_add_css_class (label, "heading");
  self->chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "facet-badge");
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "numeric");
  gtk_box_append (GTK_BOX (title), label);
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->chosen));
  gtk_expander_set_label_widget (self->expander, title);
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (content, "facet-content");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  self->since = add_year (self, GTK_GRID (grid), 0, C_ ("year", "_Since"));
  self->until = add_year (self, GTK_GRID (grid), 1, C_ ("year", "_Until"));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (content), grid);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->rows));
  ris3_expander_set_content (self->expander, content);
}

GtkWidget *
ris3_year_section_new (Ris3Session *session)
{
  Ris3YearSection *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_YEAR_SECTION, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  on_atlas_changed_cb (self);
  return GTK_WIDGET (self);
}
