/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-facet-section.h"

#include <glib/gi18n.h>

#include "app/filter/ris3-facet-row.h"
#include "app/ris3-expander.h"
#include "map/ris3-filter-description.h"
#include "geo/ris3-fold.h"
#include "map/ris3-class-term.h"

/* Of more values, one can look for them by name. */
#define LONG_FACET 12

struct _Ris3FacetSection
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Facet facet;
  GtkExpander *expander;
  GtkLabel *n_chosen;
  GtkWidget *content;
  GtkWidget *search; /* NULL until the facet is opened, or as long as it is short */
  GtkWidget *how;    /* of themes: any or all of them; else NULL */
  GtkCheckButton *any;
  GtkCheckButton *all;
  GtkBox *rows;
  GtkWidget *nothing; /* says that the search finds none */
  GtkWidget *hint;    /* of periods: says that the map has one; else NULL */
};

G_DEFINE_FINAL_TYPE (Ris3FacetSection, ris3_facet_section, GTK_TYPE_WIDGET)

/* Whether it is about what the map shows one of at a time: the others are counted, and chosen in its place. */
static gboolean
is_of_map (Ris3FacetSection *self)
{
  return self->facet == RIS3_FACET_PERIOD && ris3_session_has_map_period (self->session);
}

static void
on_row_toggled_cb (Ris3FacetRow *row, Ris3FacetSection *self)
{
  gboolean is_chosen = ris3_facet_row_get_chosen (row);
  g_autoptr (Ris3Filter) filter = NULL;

  if (is_of_map (self))
    {
      ris3_session_set_period (self->session, is_chosen ? ris3_facet_row_get_id (row) : NULL);
      return;
    }
  filter
      = ris3_filter_with (ris3_session_get_filter (self->session), self->facet, ris3_facet_row_get_id (row), is_chosen);
  ris3_session_set_filter (self->session, filter);
}

static void
on_how_toggled_cb (Ris3FacetSection *self)
{
  g_autoptr (Ris3Filter) filter
      = ris3_filter_with_all_themes (ris3_session_get_filter (self->session), gtk_check_button_get_active (self->all));

  ris3_session_set_filter (self->session, filter);
}

static void
show_found (Ris3FacetSection *self)
{
  g_autofree char *folded = ris3_fold (self->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->search)) : "");
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean found = ris3_facet_row_matches (RIS3_FACET_ROW (row), folded);

      gtk_widget_set_visible (row, found);
      any |= found;
    }
  gtk_widget_set_visible (self->nothing, !any && *folded != '\0');
}

/* Escape empties the search first. */
static void
on_stop_search_cb (Ris3FacetSection *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "filter.close", NULL);
}

static void
add_search (Ris3FacetSection *self)
{
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ris3_facet_get_title (self->facet), -1);
  g_object_set (self->search, "placeholder-text", _ ("Find in this list"), NULL);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (show_found), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop_search_cb), self);
  gtk_box_prepend (GTK_BOX (self->content), self->search);
}

static char *
dup_title (Ris3FacetSection *self, const Ris3FacetValue *value)
{
  return self->facet == RIS3_FACET_CLASS ? ris3_class_term_describe (value->id) : g_strdup (value->title);
}

/* Whether the rows are those of the values. */
static gboolean
shows_values (Ris3FacetSection *self, const Ris3FacetValue *values, guint n_values)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < n_values; i++, row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *title = dup_title (self, &values[i]);

      if (row == NULL || !g_str_equal (ris3_facet_row_get_id (RIS3_FACET_ROW (row)), values[i].id)
          || !g_str_equal (ris3_facet_row_get_title (RIS3_FACET_ROW (row)), title))
        return FALSE;
    }
  return row == NULL;
}

/* As it is typed: the words of the text are the same in every language, those of the panel are not. */
static void
add_text_form (Ris3FacetSection *self, GtkWidget *row, const char *id)
{
  g_autoptr (Ris3Filter) everything = ris3_filter_new ();
  g_autoptr (Ris3Filter) filter = ris3_filter_with (everything, self->facet, id, TRUE);
  g_autofree char *text = ris3_session_dup_filter_text (self->session, filter);
  /* Translators: %s is a filter in the form that is typed: “pm:yes”. */
  g_autofree char *words = g_strdup_printf (_ ("As text: %s"), text);

  gtk_widget_set_tooltip_text (row, words);
}

static void
make_rows (Ris3FacetSection *self, const Ris3FacetValue *values, guint n_values)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *title = dup_title (self, &values[i]);

      row = ris3_facet_row_new (values[i].id, title);
      /* The period of the map is no part of the filter. */
      if (!is_of_map (self))
        add_text_form (self, row, values[i].id);
      g_signal_connect (row, "toggled", G_CALLBACK (on_row_toggled_cb), self);
      gtk_box_append (self->rows, row);
    }
  if (n_values > LONG_FACET && self->search == NULL)
    add_search (self);
  show_found (self);
}

static void
show_how (Ris3FacetSection *self)
{
  gboolean all = ris3_filter_get_all_themes (ris3_session_get_filter (self->session));

  if (self->how == NULL)
    return;
  g_signal_handlers_block_by_func (self->all, on_how_toggled_cb, self);
  gtk_check_button_set_active (all ? self->all : self->any, TRUE);
  g_signal_handlers_unblock_by_func (self->all, on_how_toggled_cb, self);
  /* With one, both are the same. */
  gtk_widget_set_visible (
      self->how,
      g_strv_length ((char **) ris3_filter_get_values (ris3_session_get_filter (self->session), self->facet)) > 1);
}

static void
show_n_chosen (Ris3FacetSection *self, const Ris3FacetValue *values, guint n_values)
{
  guint n_chosen = 0;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_values; i++)
    n_chosen += values[i].is_chosen;
  number = g_strdup_printf ("%u", n_chosen);
  gtk_label_set_text (self->n_chosen, number);
  gtk_widget_set_visible (GTK_WIDGET (self->n_chosen), n_chosen > 0);
  /* Translators: read out for what opens a list: "Country, 2 chosen" */
  words = n_chosen > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u chosen", "%s, %u chosen", n_chosen),
                                          ris3_facet_get_title (self->facet), n_chosen)
                       : g_strdup (ris3_facet_get_title (self->facet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_counts (Ris3FacetSection *self, const Ris3FacetValue *values, guint n_values)
{
  const char *of_map = is_of_map (self) ? ris3_view_get_period (ris3_session_get_view (self->session)) : NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < n_values; i++, row = gtk_widget_get_next_sibling (row))
    ris3_facet_row_show (RIS3_FACET_ROW (row), values[i].n_strategies,
                         of_map != NULL ? g_str_equal (values[i].id, of_map) : values[i].is_chosen);
  if (self->hint != NULL)
    gtk_widget_set_visible (self->hint, of_map != NULL);
}

static void
update (Ris3FacetSection *self)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  g_autoptr (Ris3FilterResult) of_all = NULL;
  const Ris3FacetValue *values = NULL;
  guint n_values = 0;

  if (is_of_map (self) && gtk_expander_get_expanded (self->expander))
    of_all = ris3_session_apply_to_all_periods (self->session);
  if (result != NULL)
    values = ris3_filter_result_get_values (of_all != NULL ? of_all : result, self->facet, &n_values);
  /* A list without values, such as of programmes that nobody takes part in, is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self), n_values > 0);
  show_n_chosen (self, values, n_values);
  if (!gtk_expander_get_expanded (self->expander))
    return;
  if (!shows_values (self, values, n_values))
    make_rows (self, values, n_values);
  show_counts (self, values, n_values);
  show_how (self);
}

static void
ris3_facet_section_dispose (GObject *object)
{
  Ris3FacetSection *self = RIS3_FACET_SECTION (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_facet_section_parent_class)->dispose (object);
}

static void
ris3_facet_section_class_init (Ris3FacetSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_facet_section_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_title (Ris3FacetSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (ris3_facet_get_title (self->facet));

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  self->n_chosen = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->n_chosen), "facet-badge");
  gtk_widget_add_css_class (GTK_WIDGET (self->n_chosen), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->n_chosen));
  return box;
}

/* Themes are what a strategy has several of. */
static GtkWidget *
new_how (Ris3FacetSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->any = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Any of these")));
  self->all = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("All of these")));
  gtk_check_button_set_group (self->all, self->any);
  gtk_check_button_set_active (self->any, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->any));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->all));
  gtk_widget_set_visible (box, FALSE);
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_how_toggled_cb), self);
  return box;
}

static GtkWidget *
new_hint (void)
{
  GtkWidget *hint
      = g_object_new (GTK_TYPE_LABEL, "label",
                      _ ("The map shows one period at a time. Without one, it shows the latest of each region."),
                      "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (hint, "quiet");
  return hint;
}

static void
ris3_facet_section_init (Ris3FacetSection *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->content, "facet-content");
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->nothing = g_object_new (GTK_TYPE_LABEL, "label", _ ("Nothing of that name."), "xalign", 0.0f, "wrap", TRUE,
                                "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->nothing, "quiet");
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (self->content), self->nothing);
  ris3_expander_set_content (self->expander, self->content);
}

GtkWidget *
ris3_facet_section_new (Ris3Session *session, Ris3Facet facet)
{
  Ris3FacetSection *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && facet < RIS3_N_FACETS, NULL);
  self = g_object_new (RIS3_TYPE_FACET_SECTION, NULL);
  self->session = g_object_ref (session);
  self->facet = facet;
  gtk_expander_set_label_widget (self->expander, new_title (self));
  if (facet == RIS3_FACET_THEME)
    {
      self->how = new_how (self);
      gtk_box_prepend (GTK_BOX (self->content), self->how);
    }
  if (facet == RIS3_FACET_PERIOD)
    {
      self->hint = new_hint ();
      gtk_box_append (GTK_BOX (self->content), self->hint);
    }
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

Ris3Facet
ris3_facet_section_get_facet (Ris3FacetSection *self)
{
  g_return_val_if_fail (RIS3_IS_FACET_SECTION (self), RIS3_N_FACETS);
  return self->facet;
}
