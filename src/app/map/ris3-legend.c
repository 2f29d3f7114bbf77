/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-legend.h"

#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"
#include "map/ris3-period.h"

struct _Ris3Legend
{
  Ris3MapCard parent_instance;

  Ris3Session *session;
  GtkWidget *title;
  GtkToggleButton *fold;
  GtkWidget *rows;
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

/* Which areas a row stands for: those of a class, or those with a mark. */
typedef struct
{
  Ris3Legend *legend;
  guint klass;
  Ris3Marks marks;
} Choice;

static void
on_row_clicked_cb (GtkButton *button, gpointer data)
{
  const Choice *choice = data;
  Ris3Session *session = choice->legend->session;
  Ris3Classification *classification = ris3_session_get_classification (session);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      if (choice->marks != RIS3_MARK_NONE ? (territory->marks & choice->marks) != 0 : territory->klass == choice->klass)
        g_array_append_val (regions, territory->region);
    }
  ris3_session_select_many (session, (const guint *) (void *) regions->data, regions->len);
}

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* "14 of 32", where a filter leaves some out. */
static char *
describe_count (Ris3Legend *self, guint klass, Ris3Marks marks, guint count)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);

  if (ris3_classification_get_result (classification) == NULL || marks != RIS3_MARK_NONE)
    return g_strdup_printf ("%'u", count);
  /* Translators: numbers of areas: those that match the filter, of all */
  return g_strdup_printf (_ ("%u of %u"), ris3_classification_count_matching (classification, klass), count);
}

/* A row selects what it counts. */
static void
add_row (Ris3Legend *self, int row, guint klass, Ris3Marks marks, const char *text, guint count)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (ris3_session_get_classification (self->session));
  GtkWidget *swatch = ris3_class_swatch_new (scheme, klass, marks);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *number = describe_count (self, klass, marks, count);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (count_label), 1);
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_widget_add_css_class (count_label, "count");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-row");
  gtk_widget_set_sensitive (button, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Select These Areas"), -1);
  *choice = (Choice){ self, klass, marks };
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_row_clicked_cb), choice, free_choice, 0);
  gtk_grid_attach (GTK_GRID (self->rows), button, 0, row, 1, 1);
}

/* What the numbers count. */
static void
add_heading (Ris3Legend *self, int row, gboolean shows_shares)
{
  GtkWidget *label = gtk_label_new (shows_shares ? C_ ("legend", "regions") : C_ ("legend", "areas"));

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "quiet");
  gtk_grid_attach (GTK_GRID (self->rows), label, 0, row, 1, 1);
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

static void
update_rows (Ris3Legend *self, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n_classes = ris3_class_scheme_get_n_classes (scheme);
  guint sample = ris3_class_scheme_get_sample_class (scheme);
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_grid_remove (GTK_GRID (self->rows), child);
  add_heading (self, row++, ris3_classification_shows_shares (classification));
  for (guint klass = 0; klass < n_classes; klass++)
    if (ris3_classification_lists_class (classification, klass))
      add_row (self, row++, klass, RIS3_MARK_NONE, ris3_class_scheme_get_title (scheme, klass),
               ris3_classification_count_class (classification, klass));
  if (ris3_classification_get_indicator (classification)->is_disputed != NULL)
    add_row (self, row++, sample, RIS3_MARK_DISPUTED, _ ("of these, disputed"),
             ris3_classification_count_disputed (classification));
  add_row (self, row++, sample, RIS3_MARK_INHERITED, _ ("of these, inherited from a wider region"),
           ris3_classification_count_inherited (classification));
}

static void
update (Ris3Legend *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autofree char *period = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *boundaries = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), classification != NULL);
  if (classification == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->title),
                       ris3_indicator_get_title (ris3_classification_get_indicator (classification)));
  update_rows (self, classification);
  period = describe_period (ris3_classification_get_period (classification));
  boundaries = ris3_boundaries_dup_title (ris3_classification_get_boundaries (classification));
  rule = g_strdup_printf ("%s · %s\n%s\n%s",
                          ris3_level_rule_get_title (ris3_classification_get_level_rule (classification)), boundaries,
                          period,
                          ris3_level_rule_get_description (ris3_classification_get_level_rule (classification),
                                                           ris3_classification_shows_shares (classification)));
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
ris3_legend_set_session (Ris3Legend *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_LEGEND (self) && RIS3_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
