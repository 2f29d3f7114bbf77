/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-legend.h"

#include <glib/gi18n.h>

#include "app/map/ris3-comparison-rows.h"
#include "app/map/ris3-pair-square.h"
#include "app/map/ris3-symbol-key.h"
#include "app/ris3-class-swatch.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-class-term.h"
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

/* What a click on a row does. */
typedef enum
{
  PRESS_FILTER, /* by this class alone, or if it is that already, by none */
  PRESS_ADD,    /* adds the class to the filter, or removes it */
  PRESS_SELECT, /* the areas */
} Press;

/* Which areas a row stands for: those of a class, or those with a mark. */
typedef struct
{
  Ris3Legend *legend;
  guint klass;
  Ris3Marks marks;
  char **terms; /* by which a filter asks for them; NULL: none can */
  Press press;
} Choice;

static void
select_areas (Ris3Legend *self, guint klass, Ris3Marks marks)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      if (marks != RIS3_MARK_NONE ? (territory->marks & marks) != 0 : territory->klass == klass)
        g_array_append_val (regions, territory->region);
    }
  ris3_session_select_many (self->session, (const guint *) (void *) regions->data, regions->len);
}

static void
on_pair_chosen_cb (Ris3Legend *self, guint klass)
{
  select_areas (self, klass, RIS3_MARK_NONE);
}

/* Whether a filter asks for the class. */
static gboolean
asks_for (Ris3Filter *filter, char **terms)
{
  for (char **term = terms; *term != NULL; term++)
    if (!ris3_filter_has (filter, RIS3_FACET_CLASS, *term))
      return FALSE;
  return TRUE;
}

/* Takes the filter. */
static Ris3Filter *
with_terms (Ris3Filter *filter, char **terms, gboolean is_chosen)
{
  for (char **term = terms; *term != NULL; term++)
    {
      Ris3Filter *other = ris3_filter_with (filter, RIS3_FACET_CLASS, *term, is_chosen);

      ris3_filter_unref (filter);
      filter = other;
    }
  return filter;
}

static void
on_row_clicked_cb (GtkButton *button, gpointer data)
{
  Choice *choice = data;
  Ris3Filter *filter = ris3_session_get_filter (choice->legend->session);
  Press press = choice->press;
  g_autoptr (Ris3Filter) alone = NULL;
  g_autoptr (Ris3Filter) other = NULL;

  choice->press = PRESS_FILTER;
  if (choice->terms == NULL || press == PRESS_SELECT)
    {
      select_areas (choice->legend, choice->klass, choice->marks);
      return;
    }
  alone = with_terms (ris3_filter_without (filter, RIS3_FACET_CLASS), choice->terms, TRUE);
  if (press == PRESS_ADD)
    other = with_terms (ris3_filter_ref (filter), choice->terms, !asks_for (filter, choice->terms));
  else if (ris3_filter_equal (alone, filter))
    other = ris3_filter_without (filter, RIS3_FACET_CLASS);
  else
    other = ris3_filter_ref (alone);
  /* This ends the row, and the choice with it. */
  ris3_session_set_filter (choice->legend->session, other);
}

static Press
get_press (GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    return PRESS_SELECT;
  return (state & GDK_CONTROL_MASK) != 0 ? PRESS_ADD : PRESS_FILTER;
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Choice *choice)
{
  choice->press = get_press (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

/* A button only knows its keys without others. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Choice *choice)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  choice->press = get_press (state);
  if (choice->press == PRESS_FILTER || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (button, "clicked");
  return GDK_EVENT_STOP;
}

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_strfreev (choice->terms);
  g_free (choice);
}

static void
follow_presses (GtkWidget *button, Choice *choice)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), choice);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), choice);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (button, keys);
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

static GtkWidget *
new_row_content (Ris3ClassScheme *scheme, guint klass, Ris3Marks marks, const char *text, const char *number)
{
  GtkWidget *swatch = ris3_class_swatch_new (scheme, klass, marks);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (text);
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
  return box;
}

/* A row filters by what it counts, or, where a filter cannot, selects it. */
static void
add_row (Ris3Legend *self, int row, guint klass, Ris3Marks marks, const char *text, guint count)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *number = describe_count (self, klass, marks, count);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, number);
  gboolean is_chosen;
  const char *description;
  GtkWidget *button;

  *choice = (Choice){ .legend = self, .klass = klass, .marks = marks };
  if (marks == RIS3_MARK_NONE)
    choice->terms = ris3_class_terms_list (classification, klass);
  is_chosen = choice->terms != NULL && asks_for (ris3_session_get_filter (self->session), choice->terms);
  button = choice->terms != NULL ? gtk_toggle_button_new () : gtk_button_new ();
  description = choice->terms != NULL
                    ? _ ("Filter by this class; with Ctrl, add or remove it; with Shift, select its areas")
                    : _ ("Select These Areas");
  if (is_chosen)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_button_set_child (GTK_BUTTON (button),
                        new_row_content (ris3_classification_get_scheme (classification), klass, marks, text, number));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-row");
  gtk_widget_set_sensitive (button, count > 0 || is_chosen);
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  follow_presses (button, choice);
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
  GtkWidget *child = gtk_widget_get_focus_child (self->rows);
  guint n_pairs = 0;
  GtkWidget *comparison;
  int row = 0, focused = -1;

  if (child != NULL)
    gtk_grid_query_child (GTK_GRID (self->rows), child, NULL, &focused, NULL, NULL);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_grid_remove (GTK_GRID (self->rows), child);
  if (ris3_classification_shows_symbols (classification))
    {
      GtkWidget *key = ris3_symbol_key_new (classification);

      if (key != NULL)
        gtk_grid_attach (GTK_GRID (self->rows), key, 0, row++, 1, 1);
    }
  add_heading (self, row++, ris3_classification_shows_shares (classification));
  if (ris3_classification_get_other (classification) != NULL)
    {
      GtkWidget *square = ris3_pair_square_new (classification);

      g_signal_connect_object (square, "chosen", G_CALLBACK (on_pair_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->rows), square, 0, row++, 1, 1);
      n_pairs = ris3_class_scheme_get_n_steps (scheme, 0) * ris3_class_scheme_get_n_steps (scheme, 1);
    }
  for (guint klass = n_pairs; klass < n_classes; klass++)
    if (ris3_classification_lists_class (classification, klass))
      add_row (self, row++, klass, RIS3_MARK_NONE, ris3_class_scheme_get_title (scheme, klass),
               ris3_classification_count_class (classification, klass));
  if (ris3_classification_get_indicator (classification)->is_disputed != NULL)
    add_row (self, row++, sample, RIS3_MARK_DISPUTED, _ ("of these, disputed"),
             ris3_classification_count_disputed (classification));
  add_row (self, row++, sample, RIS3_MARK_INHERITED, _ ("of these, inherited from a wider region"),
           ris3_classification_count_inherited (classification));
  /* Whoever goes through the rows with the keyboard goes on. */
  if (focused >= 0)
    gtk_widget_grab_focus (gtk_grid_get_child_at (GTK_GRID (self->rows), 0, MIN (focused, row - 1)));
  comparison = ris3_comparison_rows_new (self->session);
  if (comparison != NULL)
    gtk_grid_attach (GTK_GRID (self->rows), comparison, 0, row, 1, 1);
}

static void
update (Ris3Legend *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autofree char *period = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *boundaries = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), classification != NULL);
  if (classification == NULL)
    return;
  title = ris3_classification_dup_title (classification);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  update_rows (self, classification);
  period = describe_period (ris3_classification_get_period (classification));
  boundaries = ris3_boundaries_dup_title (ris3_classification_get_boundaries (classification));
  note = ris3_classification_get_note (classification);
  rule = g_strdup_printf ("%s · %s\n%s\n%s%s%s",
                          ris3_level_rule_get_title (ris3_classification_get_level_rule (classification)), boundaries,
                          period,
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
ris3_legend_set_session (Ris3Legend *self, Ris3Session *session)
{
  g_return_if_fail (RIS3_IS_LEGEND (self) && RIS3_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
