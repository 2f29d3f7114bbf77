/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-comparison-rows.h"

#include <glib/gi18n.h>

#include "app/ris3-session-filter.h"
#include "map/ris3-comparison.h"
#include "map/ris3-period.h"

/* Regions of one difference. */
typedef struct
{
  Ris3Session *session; /* which outlives the legend */
  GArray *regions;      /* of guint */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_array_unref (choice->regions);
  g_free (choice);
}

static void
on_clicked_cb (GtkButton *button, gpointer user_data)
{
  const Choice *choice = user_data;

  ris3_session_select_many (choice->session, (const guint *) (void *) choice->regions->data, choice->regions->len);
}

static GArray *
list_regions (Ris3Comparison *comparison, Ris3Difference difference)
{
  GArray *all = ris3_comparison_get_regions (comparison);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Ris3ComparedRegion, i).difference == difference)
      g_array_append_val (regions, g_array_index (all, Ris3ComparedRegion, i).region);
  return regions;
}

static void
add_row (GtkWidget *box, Ris3Session *session, Ris3Comparison *comparison, Ris3Difference difference)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (ris3_difference_get_title (difference));
  g_autofree char *number = g_strdup_printf ("%'u", ris3_comparison_count (comparison, difference));
  GtkWidget *count = gtk_label_new (number);

  choice->session = session;
  choice->regions = list_regions (comparison, difference);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-row");
  gtk_widget_set_sensitive (button, choice->regions->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Select These Areas"), -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked_cb), choice, choice_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_words (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
ris3_comparison_rows_new (Ris3Session *session)
{
  g_autoptr (Ris3Classification) second = ris3_session_classify_compared (session);
  g_autoptr (Ris3Comparison) comparison = NULL;
  g_autofree char *title = NULL;
  g_autofree char *period = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *words = NULL;
  GtkWidget *box;

  if (second == NULL)
    return NULL;
  comparison = ris3_comparison_new (ris3_session_get_classification (session), second);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  title = ris3_classification_dup_title (second);
  period = ris3_period_describe (ris3_classification_get_period (second));
  /* Translators: what the map is compared with: an indicator, and which strategies. */
  heading = g_strdup_printf (_ ("Compared with: %s · %s"), title, period);
  add_words (box, heading, "heading");
  for (Ris3Difference i = RIS3_DIFFERENCE_NEW; i <= RIS3_DIFFERENCE_NEITHER; i++)
    add_row (box, session, comparison, i);
  words = ris3_comparison_describe (comparison);
  add_words (box, words, "caption");
  return box;
}
