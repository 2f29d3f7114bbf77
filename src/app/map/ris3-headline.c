/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-headline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ris3-drawing.h"
#include "app/ris3-filter-chips.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-palette.h"
#include "map/ris3-reach.h"

struct _Ris3Headline
{
  Ris3MapCard parent_instance;

  Ris3Session *session;
  GtkWidget *number;
  GtkWidget *base;
  GtkWidget *sentence;
  GtkWidget *reach;
  GtkWidget *disputes;
  GtkWidget *bar;
  GtkWidget *rows;
  GtkWidget *filter;
  GtkLabel *filter_words;
  GtkWidget *filter_clear;
  GtkWidget *no_match;
  Ris3FilterChips *chips;
};

G_DEFINE_FINAL_TYPE (Ris3Headline, ris3_headline, RIS3_TYPE_MAP_CARD)

static void
add_row (Ris3Headline *self, int row, const char *text, guint count, gboolean is_sum)
{
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count_label), 1);
  gtk_widget_set_valign (count_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (count_label, "numeric");
  if (is_sum)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (count_label, "heading");
    }
  gtk_grid_attach (GTK_GRID (self->rows), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->rows), count_label, 1, row, 1, 1);
}

/* What the figure is based on. */
static void
update_rows (Ris3Headline *self, Ris3Classification *classification)
{
  g_autoptr (GArray) figures = ris3_indicator_get_figures (ris3_classification_get_indicator (classification),
                                                           ris3_classification_get_summary (classification));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_grid_remove (GTK_GRID (self->rows), child);
  for (guint i = 0; i < figures->len; i++)
    {
      const Ris3Figure *figure = &g_array_index (figures, Ris3Figure, i);

      add_row (self, i, figure->text, figure->count, figure->is_sum);
    }
}

/* How its strategies and the areas of the legend hang together. */
static void
update_reach (Ris3Headline *self, Ris3Classification *classification)
{
  Ris3Reach reach = ris3_reach_of_map (classification);
  g_autofree char *text = ris3_reach_to_text (&reach);
  g_autofree char *disputes = ris3_reach_describe_disputes (&reach);

  gtk_label_set_label (GTK_LABEL (self->reach), text != NULL ? text : "");
  gtk_label_set_label (GTK_LABEL (self->disputes), disputes != NULL ? disputes : "");
  /* What these speak of is not on a map of shares. */
  gtk_widget_set_visible (self->reach, text != NULL && !ris3_classification_shows_shares (classification)
                                           && !ris3_session_has_no_match (self->session));
  gtk_widget_set_visible (self->disputes, disputes != NULL && !ris3_classification_shows_shares (classification)
                                              && !ris3_session_has_no_match (self->session));
}

/* What the figure is filtered by. */
static void
update_filter (Ris3Headline *self)
{
  g_autofree char *text = ris3_session_describe_filter (self->session);

  gtk_widget_set_visible (self->filter, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->filter_words, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_words), text);
  gtk_widget_set_visible (self->no_match, ris3_session_has_no_match (self->session));
}

static void
on_clear_clicked_cb (Ris3Headline *self)
{
  ris3_session_clear_filter (self->session);
}

static void
update (Ris3Headline *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  const Ris3Indicator *indicator;
  const Ris3StrategySummary *summary;
  g_autofree char *number = NULL;
  g_autofree char *base = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *whole = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), classification != NULL);
  if (classification == NULL)
    return;
  indicator = ris3_classification_get_indicator (classification);
  summary = ris3_classification_get_summary (classification);
  number = ris3_indicator_get_number (indicator, summary);
  base = ris3_indicator_get_base (indicator, summary);
  claim = ris3_indicator_get_claim (indicator, summary, ris3_classification_get_period (classification));
  whole = ris3_indicator_get_headline (indicator, summary, ris3_classification_get_period (classification));
  gtk_label_set_label (GTK_LABEL (self->number), number);
  /* A share of nothing is none. */
  gtk_label_set_label (GTK_LABEL (self->base),
                       ris3_session_has_no_match (self->session) ? _ ("strategies match the filter") : base);
  gtk_label_set_label (GTK_LABEL (self->sentence), claim);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), !ris3_session_has_no_match (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !ris3_session_has_no_match (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  update_filter (self);
  update_reach (self, classification);
  update_rows (self, classification);
  gtk_widget_queue_draw (self->bar);
}

static void
draw_share (cairo_t *cr, double *x, double width, double height, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
  cairo_rectangle (cr, *x, 0, width, height);
  cairo_fill (cr);
  *x += width;
}

/* Of a class, what the headline counts. */
static guint
count (Ris3Classification *classification, guint klass)
{
  return ris3_classification_get_indicator (classification)->base == RIS3_BASE_AREAS
             ? ris3_classification_count_class (classification, klass)
             : ris3_classification_count_strategies (classification, klass);
}

/* The strategies of which something is known, or the areas, as one bar, in the colours of the map. */
static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  Ris3Headline *self = user_data;
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  const Ris3Palette *palette = ris3_drawing_get_palette ();
  Ris3ClassScheme *scheme;
  double unit, x = 0;
  guint n_in_all = 0;

  if (classification == NULL)
    return;
  /* Strategies have no share: they are in the colours of their own areas. */
  classification = ris3_classification_get_areas (classification);
  scheme = ris3_classification_get_scheme (classification);
  for (guint klass = 0; klass <= ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_PRIORITY); klass++)
    n_in_all += count (classification, klass);
  unit = n_in_all > 0 ? (double) width / n_in_all : 0;
  for (guint klass = 0; klass <= ris3_class_scheme_get_absence_class (scheme, RIS3_ABSENCE_NO_PRIORITY); klass++)
    draw_share (cr, &x, count (classification, klass) * unit, height,
                ris3_class_scheme_get_fill (scheme, klass, palette).colour);
}

static void
ris3_headline_dispose (GObject *object)
{
  Ris3Headline *self = RIS3_HEADLINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_HEADLINE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_headline_parent_class)->dispose (object);
}

static void
ris3_headline_class_init (Ris3HeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_headline_dispose;
  g_type_ensure (RIS3_TYPE_FILTER_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ris3atlas/Ris3Atlas/ui/map/ris3-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, number);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, base);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, sentence);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, reach);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, disputes);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, rows);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, filter);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, filter_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, filter_clear);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, no_match);
  gtk_widget_class_bind_template_child (widget_class, Ris3Headline, chips);
}

static void
ris3_headline_init (Ris3Headline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ris3_headline_set_session (Ris3Headline *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_HEADLINE (self) && RIS3_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self->bar, G_CONNECT_SWAPPED);
  ris3_filter_chips_set_session (self->chips, session);
  g_signal_connect_swapped (self->filter_clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
