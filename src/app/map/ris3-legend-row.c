/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-legend-row.h"

#include <glib/gi18n.h>

#include "app/ris3-class-swatch.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-class-term.h"

/* What a click on a row does. */
typedef enum
{
  PRESS_FILTER, /* by this class alone, or if it is that already, by none */
  PRESS_ADD,    /* adds the class to the filter, or removes it */
  PRESS_SELECT, /* the areas */
} Press;

struct _Ris3LegendRow
{
  GtkToggleButton parent_instance;

  Ris3Session *session;
  Ris3Side side;
  guint klass;
  Ris3Marks marks;
  Ris3Facet facet;
  char **terms; /* the facet's values by which a filter asks for the class or mark; NULL: none can */
  Press press;
};

G_DEFINE_FINAL_TYPE (Ris3LegendRow, ris3_legend_row, GTK_TYPE_TOGGLE_BUTTON)

void
ris3_legend_row_select_areas (Ris3Session *session, Ris3Side side, guint klass, Ris3Marks marks)
{
  Ris3Classification *classification = ris3_session_get_side (session, side);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);

      if (marks != RIS3_MARK_NONE ? (territory->marks & marks) != 0 : territory->klass == klass)
        g_array_append_val (regions, territory->region);
    }
  ris3_session_select_many (session, (const guint *) (void *) regions->data, regions->len);
}

/* Whether a filter asks for the class. */
static gboolean
asks_for (Ris3Filter *filter, Ris3Facet facet, char **terms)
{
  for (char **term = terms; *term != NULL; term++)
    if (!ris3_filter_has (filter, facet, *term))
      return FALSE;
  return TRUE;
}

/* Takes the filter. */
static Ris3Filter *
with_terms (Ris3Filter *filter, Ris3Facet facet, char **terms, gboolean is_chosen)
{
  for (char **term = terms; *term != NULL; term++)
    {
      Ris3Filter *other = ris3_filter_with (filter, facet, *term, is_chosen);

      ris3_filter_unref (filter);
      filter = other;
    }
  return filter;
}

static gboolean
is_chosen (Ris3LegendRow *self)
{
  return self->terms != NULL && asks_for (ris3_session_get_filter (self->session), self->facet, self->terms);
}

static void
filter_by_row (Ris3LegendRow *self, gboolean adds)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  g_autoptr (Ris3Filter) alone = with_terms (ris3_filter_without (filter, self->facet), self->facet, self->terms, TRUE);
  g_autoptr (Ris3Filter) other = NULL;

  if (adds)
    other = with_terms (ris3_filter_ref (filter), self->facet, self->terms, !is_chosen (self));
  else if (ris3_filter_equal (alone, filter))
    other = ris3_filter_without (filter, self->facet);
  else
    other = ris3_filter_ref (alone);
  ris3_session_set_filter (self->session, other);
}

static void
on_clicked_cb (Ris3LegendRow *self)
{
  Press press = self->press;

  self->press = PRESS_FILTER;
  if (self->terms == NULL || press == PRESS_SELECT)
    ris3_legend_row_select_areas (self->session, self->side, self->klass, self->marks);
  else
    filter_by_row (self, press == PRESS_ADD);
  /* A toggle button has turned by itself. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), is_chosen (self));
}

static Press
get_press (GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    return PRESS_SELECT;
  return (state & GDK_CONTROL_MASK) != 0 ? PRESS_ADD : PRESS_FILTER;
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Ris3LegendRow *self)
{
  self->press = get_press (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

/* A button only knows its keys without others. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Ris3LegendRow *self)
{
  self->press = get_press (state);
  if (self->press == PRESS_FILTER || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (self, "clicked");
  return GDK_EVENT_STOP;
}

/* "14 of 32", where a filter leaves some out. */
static char *
describe_count (Ris3LegendRow *self, guint count)
{
  Ris3Classification *classification = ris3_session_get_side (self->session, self->side);

  if (ris3_classification_get_result (classification) == NULL || self->marks != RIS3_MARK_NONE)
    return g_strdup_printf ("%'u", count);
  /* Translators: numbers of areas: those that match the filter, of all */
  return g_strdup_printf (_ ("%u of %u"), ris3_classification_count_matching (classification, self->klass), count);
}

/* What a click does where no filter can ask for what the row is of, and why none can. (transfer none) */
static const char *
describe_selecting (Ris3Classification *classification, guint klass, Ris3Marks marks)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);

  if (marks == RIS3_MARK_INHERITED)
    return _ (
        "Select these areas. They show the strategies of wider regions: a filter asks for strategies, not for areas");
  if (marks == RIS3_MARK_NONE && ris3_class_scheme_get_absence (scheme, klass) == RIS3_ABSENCE_NO_STRATEGY)
    return _ ("Select these areas. They have no strategy that a filter could ask for");
  return _ ("Select These Areas");
}

static GtkWidget *
new_content (Ris3ClassScheme *scheme, guint klass, Ris3Marks marks, const char *text, const char *number)
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

static void
ris3_legend_row_dispose (GObject *object)
{
  Ris3LegendRow *self = RIS3_LEGEND_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->terms, g_strfreev);
  G_OBJECT_CLASS (ris3_legend_row_parent_class)->dispose (object);
}

static void
ris3_legend_row_class_init (Ris3LegendRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_legend_row_dispose;
}

static void
ris3_legend_row_init (Ris3LegendRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "legend-row");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "clicked", G_CALLBACK (on_clicked_cb), NULL);
}

GtkWidget *
ris3_legend_row_new (Ris3Session *session, Ris3Side side)
{
  Ris3LegendRow *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_LEGEND_ROW, NULL);
  self->session = g_object_ref (session);
  self->side = side;
  return GTK_WIDGET (self);
}

void
ris3_legend_row_show (Ris3LegendRow *self, guint klass, Ris3Marks marks, const char *text, guint count)
{
  Ris3Classification *classification;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  const char *description;
  gboolean is_active;

  g_return_if_fail (RIS3_IS_LEGEND_ROW (self));
  classification = ris3_session_get_side (self->session, self->side);
  self->klass = klass;
  self->marks = marks;
  g_clear_pointer (&self->terms, g_strfreev);
  self->facet = marks == RIS3_MARK_NONE ? RIS3_FACET_CLASS : RIS3_FACET_PM;
  self->terms = marks == RIS3_MARK_NONE ? ris3_class_terms_list (classification, klass)
                                        : ris3_class_terms_list_mark (classification, marks);
  is_active = is_chosen (self);
  number = describe_count (self, count);
  name = g_strdup_printf ("%s, %s", text, number);
  if (self->terms == NULL)
    description = describe_selecting (classification, klass, marks);
  else if (marks != RIS3_MARK_NONE)
    description = _ ("Filter by what is disputed; with Ctrl, add or remove it; with Shift, select its areas");
  else
    description = _ ("Filter by this class; with Ctrl, add or remove it; with Shift, select its areas");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), is_active);
  gtk_button_set_child (GTK_BUTTON (self),
                        new_content (ris3_classification_get_scheme (classification), klass, marks, text, number));
  gtk_widget_set_sensitive (GTK_WIDGET (self), count > 0 || is_active);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
