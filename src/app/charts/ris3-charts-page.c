/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-charts-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/charts/ris3-chart-card.h"
#include "app/ris3-copy-text.h"
#include "app/ris3-filter-chips.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-period.h"

struct _Ris3ChartsPage
{
  GtkWidget parent_instance;

  GtkWidget *top;
  Ris3CopyText *headline;
  GtkLabel *base;
  GtkWidget *hint;
  Ris3FilterChips *chips;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *message;
  GtkWidget *clear;
  GtkWidget *scroller;
  GtkBox *cards;
  GtkWidget *columns;
  GtkBox *left;
  GtkBox *right;

  Ris3Session *session;
  GPtrArray *all; /* of Ris3ChartCard */
  gboolean is_outdated;
  gboolean compares;    /* two maps */
  gboolean wants_focus; /* as soon as there is something to have it */
};

G_DEFINE_FINAL_TYPE (Ris3ChartsPage, ris3_charts_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The headline's base is less than that of the charts, which also count what is not analysed: both are said, once. */
static char *
describe_base (Ris3Classification *classification)
{
  const Ris3StrategySummary *summary = ris3_classification_get_summary (classification);
  const char *period = ris3_classification_get_period (classification);
  g_autofree char *years = period != NULL ? ris3_period_to_text (period) : NULL;
  guint n = summary->n_strategies, n_others = n - summary->n_analysed;

  if (period == NULL)
    /* Translators: strategies, the latest of each region: all that match, those analysed, and the others. */
    return g_strdup_printf (
        ngettext ("The charts count %'u strategy, the latest of each region: %'u analysed, %'u not.",
                  "The charts count %'u strategies, the latest of each region: %'u analysed, %'u not.", n),
        n, summary->n_analysed, n_others);
  /* Translators: strategies of a period, such as “2014–2020”: all that match, those analysed, and the others. */
  return g_strdup_printf (ngettext ("The charts count %'u strategy of %s: %'u analysed, %'u not.",
                                    "The charts count all %'u strategies of %s: %'u analysed, %'u not.", n),
                          n, years, summary->n_analysed, n_others);
}

static void
show_headline (Ris3ChartsPage *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autofree char *base = classification != NULL ? describe_base (classification) : NULL;
  gboolean compares = ris3_session_get_comparison (self->session) != NULL;
  g_autofree char *headline = ris3_session_dup_figures (self->session);

  ris3_copy_text_set_text (self->headline, headline != NULL ? headline : "");
  gtk_label_set_label (self->base, base != NULL ? base : "");
  /* Each chart of two maps says it of both. */
  gtk_widget_set_visible (GTK_WIDGET (self->base), !compares);
}

static void
show_message (Ris3ChartsPage *self, const char *title, const char *words, gboolean is_filtered)
{
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, words);
  gtk_widget_set_visible (self->clear, is_filtered);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show (Ris3ChartsPage *self)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);

  self->is_outdated = FALSE;
  show_headline (self);
  gtk_widget_set_visible (self->hint, ris3_filter_is_empty (ris3_session_get_filter (self->session)));
  gtk_spinner_set_spinning (self->spinner, result == NULL);
  if (result == NULL)
    {
      /* It is read only when it is asked for. */
      ris3_session_get_filter_index (self->session);
      gtk_stack_set_visible_child_name (self->stack, "loading");
    }
  else if (ris3_filter_result_get_n_all_strategies (result) == 0)
    show_message (self, _ ("No Strategies to Count"),
                  _ ("Strategies of this period that are added or imported are counted here."), FALSE);
  else if (ris3_filter_result_get_n_strategies (result) == 0)
    show_message (self, _ ("No Strategy Matches the Filter"), NULL, TRUE);
  else
    {
      g_autoptr (Ris3FilterResult) selected = ris3_chart_data_find_selected (self->session);

      for (guint i = 0; i < self->all->len; i++)
        ris3_chart_card_update (self->all->pdata[i], selected);
      gtk_stack_set_visible_child_name (self->stack, "charts");
      if (self->wants_focus)
        gtk_widget_grab_focus (self->all->pdata[0]);
      self->wants_focus = FALSE;
    }
}

static void
on_result_changed_cb (Ris3ChartsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  else
    self->is_outdated = TRUE;
}

/* What is counted follows from the result and the selection alone, unless there is a second map. */
static void
on_classification_changed_cb (Ris3ChartsPage *self)
{
  gboolean compares = ris3_session_get_comparison (self->session) != NULL;
  gboolean counts_otherwise = compares || self->compares;

  self->compares = compares;
  if (counts_otherwise)
    on_result_changed_cb (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_headline (self);
  else
    self->is_outdated = TRUE;
}

static void
on_clear_clicked_cb (Ris3ChartsPage *self)
{
  ris3_session_clear_filter (self->session);
}

static void
ris3_charts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ris3_charts_page_parent_class)->map (widget);
  if (RIS3_CHARTS_PAGE (widget)->is_outdated)
    show (RIS3_CHARTS_PAGE (widget));
}

/* To the first chart, or what stands there instead. */
static gboolean
ris3_charts_page_grab_focus (GtkWidget *widget)
{
  Ris3ChartsPage *self = RIS3_CHARTS_PAGE (widget);
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  self->wants_focus = page == NULL || g_str_equal (page, "loading");
  if (self->wants_focus)
    return FALSE;
  if (g_str_equal (page, "charts"))
    return gtk_widget_grab_focus (self->all->pdata[0]);
  return g_str_equal (page, "message") && gtk_widget_get_visible (self->clear) && gtk_widget_grab_focus (self->clear);
}

static void
ris3_charts_page_dispose (GObject *object)
{
  Ris3ChartsPage *self = RIS3_CHARTS_PAGE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_CHARTS_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_charts_page_parent_class)->dispose (object);
}

static void
ris3_charts_page_class_init (Ris3ChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_charts_page_dispose;
  widget_class->map = ris3_charts_page_map;
  widget_class->grab_focus = ris3_charts_page_grab_focus;
  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "step", "(i)", -1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "step", "(i)", 1);
  g_type_ensure (RIS3_TYPE_COPY_TEXT);
  g_type_ensure (RIS3_TYPE_FILTER_CHIPS);
  gtk_widget_class_set_css_name (widget_class, "chartspage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/charts/ris3-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, top);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, headline);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, base);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, message);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, clear);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, left);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartsPage, right);
}

static void
ris3_charts_page_init (Ris3ChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->all = g_ptr_array_new ();
  self->is_outdated = TRUE;
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self);
}

/* Bars side by side, the first half at the left; what is wide below them. */
static void
add_cards (Ris3ChartsPage *self)
{
  guint n_kinds = ris3_chart_kind_get_n_kinds ();

  for (guint i = 0; i < n_kinds; i++)
    {
      const Ris3ChartKind *kind = ris3_chart_kind_get (i);
      GtkWidget *card = ris3_chart_card_new (self->session, kind);

      gtk_box_append (!ris3_chart_kind_is_bars (kind) ? self->cards : i < 2 ? self->left : self->right, card);
      g_ptr_array_add (self->all, card);
    }
}

GtkWidget *
ris3_charts_page_new (Ris3Session *session)
{
  Ris3ChartsPage *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_CHARTS_PAGE, NULL);
  self->session = g_object_ref (session);
  ris3_filter_chips_set_session (self->chips, session);
  add_cards (self);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (on_result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
