/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/map/ris3-comparison-bar.h"

#include <glib/gi18n.h>

#include "app/map/ris3-difference-mark.h"
#include "app/ris3-flow.h"
#include "app/ris3-session-filter.h"

#define N_BUTTONS (RIS3_DIFFERENCE_NEITHER + 1)

struct _Ris3ComparisonBar
{
  GtkWidget parent_instance;

  Ris3Session *session;
  GtkWidget *box; /* of all */
  GtkWidget *buttons[N_BUTTONS];
  GtkWidget *counts[N_BUTTONS];
  GtkWidget *base;
  GtkWidget *filter; /* what filters both maps, and a button that clears it */
  GtkWidget *filter_words;
  GtkWidget *filter_clear;
  GtkWidget *close;
  GtkWidget *close_icon; /* of which the button has one */
  GtkWidget *close_label;
};

G_DEFINE_FINAL_TYPE (Ris3ComparisonBar, ris3_comparison_bar, GTK_TYPE_WIDGET)

static void
on_clicked_cb (Ris3ComparisonBar *self, GtkWidget *button)
{
  Ris3Comparison *comparison = ris3_session_get_comparison (self->session);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *all;

  if (comparison == NULL)
    return;
  all = ris3_comparison_get_regions (comparison);
  for (guint i = 0; i < all->len; i++)
    {
      const Ris3ComparedRegion *compared = &g_array_index (all, Ris3ComparedRegion, i);

      if (compared->difference < N_BUTTONS && self->buttons[compared->difference] == button)
        g_array_append_val (regions, compared->region);
    }
  ris3_session_select_many (self->session, (const guint *) (void *) regions->data, regions->len);
}

static GtkWidget *
make_button (Ris3ComparisonBar *self, Ris3Difference difference)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (difference != RIS3_DIFFERENCE_NEITHER)
    gtk_box_append (GTK_BOX (row), ris3_difference_mark_new (difference));
  gtk_box_append (GTK_BOX (row), gtk_label_new (ris3_difference_get_title (difference)));
  self->counts[difference] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->counts[difference], "numeric");
  gtk_box_append (GTK_BOX (row), self->counts[difference]);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Select These Areas"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  self->buttons[difference] = button;
  return button;
}

static void
on_clear_clicked_cb (Ris3ComparisonBar *self)
{
  ris3_session_clear_filter (self->session);
}

static void
update_filter (Ris3ComparisonBar *self)
{
  g_autofree char *text = ris3_session_describe_filter (self->session);

  gtk_widget_set_visible (self->filter, text != NULL);
  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->filter_words), text);
}

static void
update (Ris3ComparisonBar *self)
{
  Ris3Comparison *comparison = ris3_session_get_comparison (self->session);
  g_autofree char *base = NULL;

  if (comparison == NULL)
    return;
  update_filter (self);
  for (Ris3Difference i = 0; i < N_BUTTONS; i++)
    {
      guint n = ris3_comparison_count (comparison, i);
      g_autofree char *count = g_strdup_printf ("%'u", n);

      gtk_label_set_label (GTK_LABEL (self->counts[i]), count);
      gtk_widget_set_sensitive (self->buttons[i], n > 0);
    }
  base = ris3_comparison_describe_base (comparison);
  gtk_label_set_label (GTK_LABEL (self->base), base);
}

static void
ris3_comparison_bar_dispose (GObject *object)
{
  Ris3ComparisonBar *self = RIS3_COMPARISON_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_comparison_bar_parent_class)->dispose (object);
}

static void
ris3_comparison_bar_class_init (Ris3ComparisonBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_comparison_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparisonbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_filter (Ris3ComparisonBar *self)
{
  self->filter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->filter_words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->filter_words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->filter_words), TRUE);
  self->filter_clear = gtk_button_new_with_mnemonic (C_ ("filter", "Clear"));
  gtk_widget_set_tooltip_text (self->filter_clear, _ ("Clear the Filter"));
  gtk_widget_set_valign (self->filter_clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->filter_clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->filter), self->filter_words);
  gtk_box_append (GTK_BOX (self->filter), self->filter_clear);
  return self->filter;
}

static void
ris3_comparison_bar_init (Ris3ComparisonBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *flow = ris3_flow_new ();
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (Ris3Difference i = 0; i < N_BUTTONS; i++)
    ris3_flow_append (RIS3_FLOW (flow), make_button (self, i));
  self->base = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->base), 0);
  gtk_label_set_wrap (GTK_LABEL (self->base), TRUE);
  gtk_widget_add_css_class (self->base, "caption");
  gtk_box_append (GTK_BOX (words), flow);
  gtk_box_append (GTK_BOX (words), self->base);
  gtk_box_append (GTK_BOX (words), make_filter (self));
  gtk_widget_set_hexpand (words, TRUE);

  self->close = gtk_button_new ();
  self->close_icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  self->close_label = gtk_label_new (_ ("Close Comparison"));
  /* While a panel slides over a narrow map, the words beside it need the room. */
  gtk_label_set_ellipsize (GTK_LABEL (self->close_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (ways), self->close_icon);
  gtk_box_append (GTK_BOX (ways), self->close_label);
  gtk_button_set_child (GTK_BUTTON (self->close), ways);
  gtk_widget_set_tooltip_text (self->close, _ ("Back to One Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->close_label)), -1);
  ris3_comparison_bar_set_narrow (self, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "win.close-comparison");
  gtk_widget_set_valign (self->close, GTK_ALIGN_START);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_box_append (GTK_BOX (self->box), self->close);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Comparison"), -1);
}

GtkWidget *
ris3_comparison_bar_new (Ris3Session *session)
{
  Ris3ComparisonBar *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session), NULL);
  self = g_object_new (RIS3_TYPE_COMPARISON_BAR, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
ris3_comparison_bar_set_narrow (Ris3ComparisonBar *self, gboolean narrow)
{
  g_return_if_fail (RIS3_IS_COMPARISON_BAR (self));
  gtk_widget_set_visible (self->close_icon, narrow);
  gtk_widget_set_visible (self->close_label, !narrow);
}

void
ris3_comparison_bar_set_pictured (Ris3ComparisonBar *self, gboolean pictured)
{
  g_return_if_fail (RIS3_IS_COMPARISON_BAR (self));
  /* Hidden, it would lose the focus. */
  gtk_widget_set_opacity (self->close, pictured ? 0 : 1);
  gtk_widget_set_opacity (self->filter_clear, pictured ? 0 : 1);
}
