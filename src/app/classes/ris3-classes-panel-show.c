/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the panel of classes shows. */

#include "config.h"

#include "app/classes/ris3-classes-panel-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/classes/ris3-colour-strip.h"
#include "app/ris3-class-swatch.h"
#include "app/ris3-drawing.h"
#include "map/ris3-class-breaks.h"

/* Colours that a palette is shown with. */
#define N_SAMPLES 5

static void
on_palette_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), ris3_colour_strip_new ());
  gtk_list_item_set_child (item, box);
}

static void
on_palette_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *strip = gtk_widget_get_next_sibling (label);
  guint position = gtk_list_item_get_position (item);
  guint32 colours[N_SAMPLES];

  gtk_label_set_label (GTK_LABEL (label),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
  gtk_widget_set_visible (strip, position > 0);
  for (guint i = 0; i < N_SAMPLES && position > 0; i++)
    colours[i] = ris3_colour_set_get_colour (ris3_colour_set_get (position - 1), FALSE, i, N_SAMPLES,
                                             ris3_drawing_get_palette ()->name);
  ris3_colour_strip_set (RIS3_COLOUR_STRIP (strip), colours, position > 0 ? N_SAMPLES : 0);
}

void
_ris3_classes_panel_make_palettes (Ris3ClassesPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_string_list_append (names, C_ ("palette", "The Classes’ Own"));
  for (guint i = 0; i < ris3_colour_set_get_n_sets (); i++)
    gtk_string_list_append (names, ris3_colour_set_get_title (ris3_colour_set_get (i)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_palette_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_palette_bound_cb), NULL);
  self->is_updating = TRUE;
  adw_combo_row_set_factory (self->palette, factory);
  adw_combo_row_set_model (self->palette, G_LIST_MODEL (names));
  self->is_updating = FALSE;
}

/* What is shown is the view's indicator, in classes of numbers that can be divided otherwise. */
static gboolean
can_divide (Ris3Classification *classification)
{
  guint n_breaks;

  return !ris3_classification_shows_shares (classification) && !ris3_classification_shows_symbols (classification)
         && ris3_class_scheme_get_breaks (ris3_classification_get_scheme (classification), &n_breaks) != NULL;
}

static char *
describe (Ris3Classification *classification)
{
  const Ris3Indicator *indicator = ris3_classification_get_indicator (classification);
  const char *title = ris3_indicator_get_title (indicator);

  if (ris3_classification_get_other (classification) != NULL)
    return g_strdup (_ ("Two indicators that are shown together are divided into thirds each, or by their categories, "
                        "in colours of their own. Classes and colours are chosen for one that is shown alone."));
  if (ris3_classification_shows_shares (classification))
    return g_strdup_printf (_ ("%s: regions of several areas are always in the same four classes, so that maps can be "
                               "compared. Their colours can be chosen."),
                            title);
  if (ris3_classification_shows_symbols (classification))
    return g_strdup_printf (_ ("%s: a circle for each area, and its area is the number. There are no classes."), title);
  if (can_divide (classification))
    return g_strdup_printf (_ ("%s: drag a break, or move it with the arrow keys."), title);
  return g_strdup_printf (_ ("%s: these are categories, not numbers. There is nothing to divide; their colours can be "
                             "chosen."),
                          title);
}

static void
show_methods (Ris3ClassesPanel *self, Ris3Classification *classification)
{
  const Ris3Indicator *indicator = ris3_classification_get_indicator (classification);
  const char *scheme = ris3_view_get_scheme (ris3_session_get_view (self->session));
  g_autofree char *id = scheme != NULL ? g_strndup (scheme, strcspn (scheme, ":")) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const Ris3ClassMethod *chosen = NULL;
  const char *colon = scheme != NULL ? strchr (scheme, ':') : NULL;
  guint n_breaks, selected = 0;

  g_array_set_size (self->methods, 0);
  for (guint i = 0; i < ris3_class_method_get_n_methods (); i++)
    {
      const Ris3ClassMethod *method = ris3_class_method_get (i);

      if (!method->suits (indicator))
        continue;
      if (g_strcmp0 (method->id, id) == 0 || (id == NULL && chosen == NULL))
        {
          chosen = method;
          selected = self->methods->len;
        }
      g_array_append_val (self->methods, method);
      gtk_string_list_append (names, _ (method->title));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (names))
      != (adw_combo_row_get_model (self->method) != NULL
              ? g_list_model_get_n_items (adw_combo_row_get_model (self->method))
              : 0))
    adw_combo_row_set_model (self->method, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->method, selected);
  ris3_class_scheme_get_breaks (ris3_classification_get_scheme (classification), &n_breaks);
  /* Of a method that divides, it is how many were asked for, not how many there are. */
  if (chosen != NULL && chosen->divide != NULL)
    gtk_spin_button_set_value (self->n_classes, colon != NULL ? g_ascii_strtod (colon + 1, NULL) : chosen->n_classes);
  else
    gtk_spin_button_set_value (self->n_classes, n_breaks + 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->n_classes),
                            chosen != NULL && (chosen->divide != NULL || g_str_equal (chosen->id, "manual")));
}

static void
show_palette (Ris3ClassesPanel *self)
{
  const char *palette = ris3_view_get_palette (ris3_session_get_view (self->session));
  const Ris3ColourSet *set = NULL;
  gboolean reversed = FALSE;
  guint selected = 0;

  if (palette != NULL && ris3_colour_set_from_text (palette, &set, &reversed))
    while (selected < ris3_colour_set_get_n_sets () && ris3_colour_set_get (selected) != set)
      selected++;
  adw_combo_row_set_selected (self->palette, set != NULL ? selected + 1 : 0);
  gtk_switch_set_active (self->reversed, reversed);
  gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (self->reversed), ADW_TYPE_ACTION_ROW), set != NULL);
}

static void
clear_rows (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* The table of the histogram's numbers. */
static void
show_classes (Ris3ClassesPanel *self, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);

  clear_rows (self->classes);
  for (guint klass = 0; klass < ris3_class_scheme_get_n_value_classes (scheme); klass++)
    {
      guint count = ris3_classification_count_class (classification, klass);
      g_autofree char *number = g_strdup_printf ("%'u", count);
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %'u area", "%s: %'u areas", count),
                                                ris3_class_scheme_get_title (scheme, klass), count);
      GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (number);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ris3_class_scheme_get_title (scheme, klass));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), ris3_class_swatch_new (scheme, klass, RIS3_MARK_NONE));
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_list_box_append (self->classes, row);
    }
}

static void
show_visions (Ris3ClassesPanel *self, Ris3Classification *classification)
{
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  guint n_classes = ris3_class_scheme_get_n_value_classes (scheme);
  g_autofree guint *counts = g_new (guint, ris3_class_scheme_get_n_classes (scheme));

  for (guint i = 0; i < ris3_class_scheme_get_n_classes (scheme); i++)
    counts[i] = ris3_classification_count_class (classification, i);
  clear_rows (self->visions);
  for (guint vision = 0; vision <= RIS3_VISION_GREY; vision++)
    {
      g_autofree guint32 *colours = g_new (guint32, n_classes);
      guint n_alike = ris3_class_scheme_count_alike (scheme, ris3_drawing_get_palette (), vision, counts);
      g_autofree char *words = n_alike > 0
                                   ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pair of classes looks alike",
                                                                   "%u pairs of classes look alike", n_alike),
                                                      n_alike)
                                   : g_strdup (_ ("All classes can be told apart"));
      GtkWidget *row = adw_action_row_new (), *strip = ris3_colour_strip_new ();

      for (guint i = 0; i < n_classes; i++)
        colours[i]
            = ris3_vision_simulate (vision, ris3_class_scheme_get_fill (scheme, i, ris3_drawing_get_palette ()).colour);
      ris3_colour_strip_set (RIS3_COLOUR_STRIP (strip), colours, n_classes);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ris3_vision_get_title (vision));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      if (n_alike > 0)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), strip);
      gtk_list_box_append (self->visions, row);
    }
}

void
_ris3_classes_panel_show (Ris3ClassesPanel *self)
{
  Ris3Classification *classification = ris3_session_get_classification (self->session);
  g_autofree char *about = NULL;
  g_autofree char *warning = NULL;
  gboolean divides;

  if (classification == NULL)
    return;
  divides = can_divide (classification);
  about = describe (classification);
  warning = ris3_classification_get_warning (classification);
  self->is_updating = TRUE;
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->histogram), divides);
  gtk_widget_set_visible (self->division, divides);
  gtk_widget_set_visible (self->kind_group,
                          !ris3_classification_shows_shares (classification)
                              && ris3_classification_get_other (classification) == NULL
                              && ris3_classification_get_indicator (classification)->kind == RIS3_VALUE_COUNT);
  adw_combo_row_set_selected (self->kind, ris3_classification_shows_symbols (classification) ? 1 : 0);
  gtk_widget_set_visible (self->colours, !ris3_classification_shows_symbols (classification)
                                             && ris3_classification_get_other (classification) == NULL);
  gtk_widget_set_visible (self->visions_group, !ris3_classification_shows_symbols (classification));
  if (divides)
    {
      ris3_class_histogram_show (self->histogram, classification);
      show_methods (self, classification);
    }
  show_palette (self);
  show_classes (self, classification);
  show_visions (self, classification);
  self->is_updating = FALSE;
}
