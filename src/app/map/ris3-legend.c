/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-legend.h"

#include <glib/gi18n.h>

#include "app/map/ris3-legend-row.h"
#include "app/map/ris3-pair-square.h"
#include "app/map/ris3-symbol-key.h"
#include "map/ris3-period.h"

struct _Ris3Legend
{
  Ris3MapCard parent_instance;

  Ris3Session *session;
  Ris3Side side;
  GtkWidget *title;
  GtkToggleButton *fold;
  GtkBox *rows;
  GtkWidget *warning;
  GtkWidget *rule;
  GtkWidget *unplaced;
  GtkWidget *unplaced_list;
};

G_DEFINE_FINAL_TYPE (Ris3Legend, ris3_legend, RIS3_TYPE_MAP_CARD)

static char *
describe_period (const char *period)
{
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;

  /* Translators: %s is a period, as "2014–2020". */
  return years != NULL ? g_strdup_printf (_ ("Strategies of %s"), years)
                       : g_strdup (_ ("Latest strategy of each region"));
}

static void
on_pair_chosen_cb (Ris3Legend *self, guint klass)
{
  ris3_legend_row_select_areas (self->session, self->side, klass, RIS3_MARK_NONE);
}

/* What the numbers count. */
static GtkWidget *
new_heading (gboolean shows_shares)
{
  GtkWidget *label = gtk_label_new (shows_shares ? C_ ("legend", "regions") : C_ ("legend", "areas"));

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "quiet");
  return label;
}

/* One's own boundaries are the cause where they lack the place. */
static char *
describe_unplaced (Ris3Boundaries *boundaries, guint n)
{
  if (ris3_boundaries_is_own (boundaries))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u strategy not on these boundaries",
                                         "%u strategies not on these boundaries", n),
                            n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u strategy not on this map", "%u strategies not on this map", n), n);
}

static void
update_unplaced (Ris3Legend *self, Ris3Classification *classification)
{
  guint n_unplaced;
  Ris3Strategy *const *unplaced = ris3_classification_get_unplaced (classification, &n_unplaced);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->unplaced, n_unplaced > 0);
  if (n_unplaced == 0)
    return;
  text = describe_unplaced (ris3_classification_get_boundaries (classification), n_unplaced);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->unplaced), text);
  for (guint i = 0; i < n_unplaced; i++)
    g_string_append_printf (list, "%s%s %s: %s", i > 0 ? "\n" : "", ris3_strategy_get_region_code (unplaced[i]),
                            ris3_strategy_get_region_name (unplaced[i]), ris3_strategy_get_title (unplaced[i]));
  gtk_label_set_label (GTK_LABEL (self->unplaced_list), list->str);
}

/* The rows that are filled one after the other: those that there are, and then new ones. */
typedef struct
{
  Ris3Legend *self;
  GtkWidget *last; /* behind which the next one comes; NULL: none yet */
  GQueue old;      /* rows that are not filled yet */
} Filling;

static void
append (Filling *filling, GtkWidget *child)
{
  if (child == NULL)
    return;
  gtk_box_insert_child_after (filling->self->rows, child, filling->last);
  filling->last = child;
}

static void
append_row (Filling *filling, guint klass, Ris3Marks marks, const char *text, guint count)
{
  GtkWidget *row = g_queue_pop_head (&filling->old);

  if (row != NULL)
    gtk_box_reorder_child_after (filling->self->rows, row, filling->last);
  else
    gtk_box_insert_child_after (filling->self->rows,
                                row = ris3_legend_row_new (filling->self->session, filling->self->side), filling->last);
  ris3_legend_row_show (RIS3_LEGEND_ROW (row), klass, marks, text, count);
  filling->last = row;
}

/* Takes away all but the rows, which are kept: somebody may be pressing one, or go through them with the keyboard. */
static void
begin_filling (Ris3Legend *self, Filling *filling)
{
  GtkWidget *next;

  *filling = (Filling){ .self = self, .old = G_QUEUE_INIT };
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (RIS3_IS_LEGEND_ROW (child))
        g_queue_push_tail (&filling->old, child);
      else
        gtk_box_remove (self->rows, child);
    }
}

static void
end_filling (Filling *filling)
{
  GtkWidget *row;

  while ((row = g_queue_pop_head (&filling->old)) != NULL)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (filling->self->rows)) == row)
        gtk_widget_grab_focus (filling->last);
      gtk_box_remove (filling->self->rows, row);
    }
}

static void
update_rows (Ris3Legend *self, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  guint sample = ris3_class_scheme_get_sample_class (scheme);
  guint n_pairs = 0;
  Filling filling;

  begin_filling (self, &filling);
  if (ris3_classification_shows_symbols (classification))
    append (&filling, ris3_symbol_key_new (classification));
  append (&filling, new_heading (ris3_classification_shows_shares (classification)));
  if (ris3_classification_get_other (classification) != NULL)
    {
      GtkWidget *square = ris3_pair_square_new (classification);

      g_signal_connect_object (square, "chosen", G_CALLBACK (on_pair_chosen_cb), self, G_CONNECT_SWAPPED);
      append (&filling, square);
      n_pairs = ris3_class_scheme_get_n_steps (scheme, 0) * ris3_class_scheme_get_n_steps (scheme, 1);
    }
  for (guint klass = n_pairs; klass < n_classes; klass++)
    if (ris3_classification_lists_class (classification, klass))
      append_row (&filling, klass, RIS3_MARK_NONE, ris3_class_scheme_get_title (scheme, klass),
                  ris3_classification_count_class (classification, klass));
  if (ris3_classification_get_indicator (classification)->is_disputed != NULL)
    append_row (&filling, sample, RIS3_MARK_DISPUTED, _ ("of these, disputed"),
                ris3_classification_count_disputed (classification));
  append_row (&filling, sample, RIS3_MARK_INHERITED, _ ("of these, inherited from a wider region"),
              ris3_classification_count_inherited (classification));
  end_filling (&filling);
}

/* Whether the legend of the first map explains the second, too. */
static gboolean
is_of_both (Ris3Legend *self)
{
  Ris3Classification *second = ris3_session_get_side (self->session, RIS3_SIDE_SECOND);

  return second != NULL
         && ris3_comparison_shares_classes (ris3_session_get_side (self->session, RIS3_SIDE_FIRST), second);
}

static void
update (Ris3Legend *self)
{
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);
  g_autofree char *period = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *boundaries = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autofree char *warning = NULL;
  gboolean is_needed = classification != NULL && (self->side == RIS3_SIDE_FIRST || !is_of_both (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_needed);
  if (!is_needed)
    return;
  title = ris3_classification_dup_title (classification);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  update_rows (self, classification);
  period = describe_period (ris3_classification_get_period (classification));
  boundaries = ris3_boundaries_dup_title (ris3_classification_get_boundaries (classification));
  note = ris3_classification_get_note (classification);
  rule = g_strdup_printf (
      "%s · %s\n%s%s%s\n%s%s%s", ris3_level_rule_get_title (ris3_classification_get_level_rule (classification)),
      boundaries, period, is_of_both (self) ? "\n" : "",
      is_of_both (self) ? _ ("The other map has the same classes; the numbers are of this one") : "",
      ris3_level_rule_get_description (ris3_classification_get_level_rule (classification),
                                       ris3_classification_shows_shares (classification)),
      note != NULL ? "\n" : "", note != NULL ? note : "");
  gtk_label_set_label (GTK_LABEL (self->rule), rule);
  warning = ris3_classification_get_warning (classification);
  gtk_label_set_label (GTK_LABEL (self->warning), warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  update_unplaced (self, classification);
}

static void
ris3_legend_dispose (GObject *object)
{
  Ris3Legend *self = RIS3_LEGEND (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_LEGEND);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_legend_parent_class)->dispose (object);
}

static void
ris3_legend_class_init (Ris3LegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_legend_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/map/ris3-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, fold);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, rows);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, warning);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, rule);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, unplaced);
  gtk_widget_class_bind_template_child (widget_class, Ris3Legend, unplaced_list);
}

static void
ris3_legend_init (Ris3Legend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_map_card_bind_toggle (RIS3_MAP_CARD (self), self->fold);
}

void
ris3_legend_set_session (Ris3Legend *self, Ris3Session *session, Ris3Side side)
{
  g_return_if_fail (RIS3_IS_LEGEND (self) && RIS3_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  self->side = side;
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
