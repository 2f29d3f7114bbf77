/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/charts/ris3-chart-card.h"

#include <glib/gi18n.h>

#include "app/charts/ris3-chart.h"
#include "app/charts/ris3-chart-table.h"
#include "app/ris3-context-menu.h"
#include "app/ris3-scroll-sideways.h"
#include "app/ris3-session-filter.h"

/* Rows of a long chart that are shown at first; if only one or two more would be hidden, they are not. */
#define FEW_ROWS 12
#define MIN_HIDDEN 3

struct _Ris3ChartCard
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkLabel *title;
  GtkLabel *base;
  GtkMenuButton *menu_button;
  GtkScrolledWindow *scroller;
  GtkButton *more;
  GMenuModel *card_menu;
  GMenuModel *short_menu;
  GMenuModel *cell_menu;
  GtkWidget *popover; /* of the cell menu; NULL until it is wanted */
  guint menu_row;     /* what it is of */
  guint menu_column;
  GtkWidget *chart; /* NULL while the table is shown */

  Ris3Session *session;
  const Ris3ChartKind *kind;
  Ris3FilterResult *selected; /* NULL: no region is selected */
  Ris3ChartData *data;        /* NULL: not counted yet */
  gboolean as_table;
  gboolean by_name;
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (Ris3ChartCard, ris3_chart_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_AS_TABLE,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_long (Ris3ChartCard *self)
{
  return ris3_chart_data_get_n_rows (self->data) >= FEW_ROWS + MIN_HIDDEN;
}

static void
show_more (Ris3ChartCard *self)
{
  guint n = is_long (self) ? ris3_chart_data_get_n_rows (self->data) - FEW_ROWS : 0;
  g_autofree char *text = self->shows_all ? g_strdup (C_ ("rows of a chart", "Show Fewer"))
                                          : g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", n), n);

  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !self->as_table && n > 0);
}

static void
on_chosen_cb (Ris3ChartCard *self, guint row, guint column, gboolean adds)
{
  g_autoptr (Ris3Filter) filter = NULL;

  if (ris3_chart_data_is_of_map (self->data))
    {
      ris3_session_set_period (self->session, ris3_chart_data_get_row (self->data, row)->id);
      return;
    }
  filter = ris3_chart_data_choose (self->data, ris3_session_get_filter (self->session), row, column, adds);
  ris3_session_set_filter (self->session, filter);
}

/* x, y: in the chart */
static void
on_menu_wanted_cb (Ris3ChartCard *self, guint row, guint column, double x, double y)
{
  if (!ris3_chart_data_can_choose (self->data, row, column))
    return;
  if (self->popover == NULL)
    self->popover = ris3_context_menu_new (GTK_WIDGET (self), self->cell_menu, TRUE);
  self->menu_row = row;
  self->menu_column = column;
  ris3_context_menu_pop_up (self->popover, self->chart, x, y);
}

static Ris3Filter *
dup_menu_filter (Ris3ChartCard *self)
{
  /* What is counted may have changed since. */
  return self->data != NULL && ris3_chart_data_can_choose (self->data, self->menu_row, self->menu_column)
             ? ris3_chart_data_choose_only (self->data, ris3_session_get_filter (self->session), self->menu_row,
                                            self->menu_column)
             : NULL;
}

/* Of periods of which the map shows one, it is to show that of the menu. */
static gboolean
show_menu_period (Ris3ChartCard *self)
{
  if (self->data == NULL || !ris3_chart_data_is_of_map (self->data)
      || !ris3_chart_data_can_choose (self->data, self->menu_row, self->menu_column))
    return FALSE;
  ris3_session_set_period (self->session, ris3_chart_data_get_row (self->data, self->menu_row)->id);
  return TRUE;
}

static void
select_regions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (widget);
  g_autoptr (Ris3Filter) filter = NULL;

  if (show_menu_period (self))
    filter = ris3_filter_ref (ris3_session_get_filter (self->session));
  else
    filter = dup_menu_filter (self);
  if (filter != NULL)
    ris3_session_select_matching (self->session, filter);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (widget);
  g_autoptr (Ris3Filter) filter = show_menu_period (self) ? NULL : dup_menu_filter (self);

  if (filter != NULL)
    ris3_session_set_filter (self->session, filter);
}

static void
show (Ris3ChartCard *self)
{
  gtk_label_set_label (self->base, ris3_chart_data_get_base_words (self->data));
  show_more (self);
  if (self->as_table)
    {
      self->chart = NULL;
      gtk_scrolled_window_set_child (self->scroller, ris3_chart_table_new (self->data));
      return;
    }
  if (self->chart == NULL)
    {
      self->chart = ris3_chart_new ();
      g_signal_connect_swapped (self->chart, "chosen", G_CALLBACK (on_chosen_cb), self);
      g_signal_connect_swapped (self->chart, "menu-wanted", G_CALLBACK (on_menu_wanted_cb), self);
      gtk_scrolled_window_set_child (self->scroller, self->chart);
    }
  ris3_chart_set_data (RIS3_CHART (self->chart), self->data, is_long (self) && !self->shows_all ? FEW_ROWS : G_MAXUINT);
}

static void
count (Ris3ChartCard *self)
{
  Ris3ChartData *data = ris3_chart_data_new (self->session, self->selected, self->kind, self->by_name);

  if (data == NULL)
    return;
  g_clear_pointer (&self->data, ris3_chart_data_unref);
  self->data = data;
  show (self);
}

void
ris3_chart_card_update (Ris3ChartCard *self, Ris3FilterResult *selected)
{
  g_return_if_fail (RIS3_IS_CHART_CARD (self));
  g_clear_pointer (&self->selected, ris3_filter_result_unref);
  self->selected = selected != NULL ? ris3_filter_result_ref (selected) : NULL;
  count (self);
}

static void
on_more_clicked_cb (Ris3ChartCard *self)
{
  self->shows_all = !self->shows_all;
  show (self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (widget);
  g_autofree char *tsv = self->data != NULL ? ris3_chart_data_to_tsv (self->data) : NULL;

  if (tsv != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
}

static gboolean
ris3_chart_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (RIS3_CHART_CARD (widget)->scroller), GTK_DIR_TAB_FORWARD);
}

static void
ris3_chart_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (object);

  if (prop_id == PROP_AS_TABLE)
    g_value_set_boolean (value, self->as_table);
  else if (prop_id == PROP_ORDER)
    g_value_set_string (value, self->by_name ? "name" : "number");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ris3_chart_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (object);

  if (prop_id == PROP_AS_TABLE)
    self->as_table = g_value_get_boolean (value);
  else if (prop_id == PROP_ORDER)
    self->by_name = g_strcmp0 (g_value_get_string (value), "name") == 0;
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->data != NULL)
    count (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
ris3_chart_card_dispose (GObject *object)
{
  Ris3ChartCard *self = RIS3_CHART_CARD (object);
  GtkWidget *child;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_CHART_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->data, ris3_chart_data_unref);
  g_clear_pointer (&self->selected, ris3_filter_result_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_chart_card_parent_class)->dispose (object);
}

static void
ris3_chart_card_class_init (Ris3ChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_chart_card_dispose;
  widget_class->grab_focus = ris3_chart_card_grab_focus;
  object_class->get_property = ris3_chart_card_get_property;
  object_class->set_property = ris3_chart_card_set_property;
  properties[PROP_AS_TABLE] = g_param_spec_boolean (
      "as-table", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "number",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/charts/ris3-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, head);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, base);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, more);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, card_menu);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, short_menu);
  gtk_widget_class_bind_template_child (widget_class, Ris3ChartCard, cell_menu);
  gtk_widget_class_install_property_action (widget_class, "chart.as-table", "as-table");
  gtk_widget_class_install_property_action (widget_class, "chart.order", "order");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.select-regions", NULL, select_regions_action);
  gtk_widget_class_install_action (widget_class, "chart.filter", NULL, filter_action);
}

static void
ris3_chart_card_init (Ris3ChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_scroll_sideways (self->scroller);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
}

GtkWidget *
ris3_chart_card_new (Ris3Session *session, const Ris3ChartKind *kind)
{
  Ris3ChartCard *self;
  const char *title;
  g_autofree char *tooltip = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && kind != NULL, NULL);
  self = g_object_new (RIS3_TYPE_CHART_CARD, NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  title = ris3_chart_kind_get_title (kind);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* Translators: %s is the title of a chart: “Countries” */
  tooltip = g_strdup_printf (_ ("Menu of the Chart: %s"), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), tooltip);
  gtk_menu_button_set_menu_model (self->menu_button, kind->keeps_order ? self->short_menu : self->card_menu);
  return GTK_WIDGET (self);
}
