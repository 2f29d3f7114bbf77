/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected, in words, above the page of the region that was selected last. */

#include "config.h"

#include "app/window/ris3-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-session-filter.h"
#include "map/ris3-region-term.h"

/* Of one region, its page says it all. */
static void
update (Ris3Window *self)
{
  g_autofree char *words = NULL;
  guint n_selected;

  ris3_session_get_selection (self->session, &n_selected);
  gtk_widget_set_visible (self->selection_bar, n_selected > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter-selection", n_selected > 0);
  if (n_selected < 2)
    return;
  words = g_strdup_printf (ngettext ("%u region selected", "%u regions selected", n_selected), n_selected);
  gtk_label_set_text (self->selection_words, words);
  /* It is a status, which is read out when it changes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->selection_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_clear_clicked_cb (Ris3Window *self)
{
  /* The button is gone then. */
  _ris3_window_focus_page (self);
  ris3_session_select (self->session, -1);
}

static void
filter_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3Window *self = RIS3_WINDOW (widget);
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self->session);
  guint n_selected;
  const guint *selected = ris3_session_get_selection (self->session, &n_selected);
  g_autoptr (Ris3Filter) filter = NULL;

  if (boundaries == NULL || n_selected == 0)
    return;
  filter = ris3_region_terms_with (ris3_session_get_filter (self->session), boundaries, selected, n_selected);
  ris3_session_set_filter (self->session, filter);
}

void
_ris3_window_install_selection_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.filter-selection", NULL, filter_selection_action);
}

void
_ris3_window_add_selection (Ris3Window *self)
{
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (on_clear_clicked_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
