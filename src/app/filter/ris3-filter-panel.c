/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/filter/ris3-filter-panel.h"

#include <glib/gi18n.h>

#include "app/filter/ris3-facet-section.h"
#include "app/filter/ris3-filter-entry.h"
#include "app/filter/ris3-year-section.h"
#include "app/ris3-filter-chips.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-session-filter.h"
#include "model/ris3-text.h"

/* Characters of the words on a button. */
#define MAX_WORDS 24

struct _Ris3FilterPanel
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3FilterSteps *steps;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkLabel *number;
  GtkLabel *base;
  GtkWidget *no_match;
  GtkWidget *beginning_button;
  Ris3FilterEntry *entry;
  Ris3FilterChips *chips;
  GtkWidget *clear_button;
  GtkBox *facets;
};

G_DEFINE_FINAL_TYPE (Ris3FilterPanel, ris3_filter_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* "14", "of 170 strategies (8 %)" */
static void
show_number (Ris3FilterPanel *self, Ris3FilterResult *result)
{
  guint n_all = ris3_filter_result_get_n_all_strategies (result);
  guint n_strategies = ris3_filter_result_get_n_strategies (result);
  g_autofree char *number = g_strdup_printf ("%'u", n_strategies);
  g_autofree char *base = NULL;
  g_autofree char *words = NULL;

  if (n_strategies == n_all)
    base = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "strategy, all that there is", "strategies, all that there are", n_all));
  else
    /* Translators: follows a number: "14 of 170 strategies (8 %)" */
    base = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %u strategy (%u %%)", "of %u strategies (%u %%)", n_all),
                            n_all, (100 * n_strategies + n_all / 2) / n_all);
  words = g_strdup_printf ("%s %s", number, base);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->base, base);
  /* It is a status, which is read out when it changes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self->number))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Words are whole words: where none is found, the last may only be the beginning of one. */
static void
show_beginning (Ris3FilterPanel *self)
{
  const char *words = ris3_filter_get_words (ris3_session_get_filter (self->session));
  g_autofree char *beginning = ris3_filter_complete_words (words);
  g_autofree char *shown = ris3_text_to_line (beginning, MAX_WORDS);
  /* Translators: %s is what is searched for, with the last word as the beginning of one: “genom*” */
  g_autofree char *label = g_strdup_printf (_ ("Try “%s”, Also Longer Words"), shown);

  gtk_button_set_label (GTK_BUTTON (self->beginning_button), label);
  gtk_widget_set_visible (self->beginning_button,
                          gtk_widget_get_visible (self->no_match) && !g_str_equal (beginning, words));
}

static void
on_beginning_clicked_cb (Ris3FilterPanel *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self->session);
  g_autofree char *beginning = ris3_filter_complete_words (ris3_filter_get_words (filter));
  g_autoptr (Ris3Filter) longer = ris3_filter_with_words (filter, beginning, NULL);

  if (longer != NULL)
    ris3_session_set_filter (self->session, longer);
}

static void
update (Ris3FilterPanel *self)
{
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  gboolean is_empty = ris3_filter_is_empty (ris3_session_get_filter (self->session));

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->number)), result != NULL);
  if (result != NULL)
    show_number (self, result);
  gtk_widget_set_visible (self->no_match, ris3_session_has_no_match (self->session));
  show_beginning (self);
  gtk_widget_set_visible (self->clear_button, !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.clear", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.copy", !is_empty);
}

static void
on_steps_changed_cb (Ris3FilterPanel *self)
{
  g_autofree char *undo = ris3_filter_steps_describe (self->steps, -1);
  g_autofree char *redo = ris3_filter_steps_describe (self->steps, 1);
  g_autofree char *undo_tooltip = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tooltip = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo_tooltip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tooltip);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.redo", redo != NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_filter_steps_go (RIS3_FILTER_PANEL (widget)->steps, -1);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ris3_filter_steps_go (RIS3_FILTER_PANEL (widget)->steps, 1);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = ris3_session_dup_filter_text (RIS3_FILTER_PANEL (widget)->session,
                                                        ris3_session_get_filter (RIS3_FILTER_PANEL (widget)->session));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3FilterPanel *self = RIS3_FILTER_PANEL (widget);

  /* The button is gone then. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  ris3_session_clear_filter (self->session);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static gboolean
ris3_filter_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RIS3_FILTER_PANEL (widget)->entry));
}

static void
ris3_filter_panel_dispose (GObject *object)
{
  Ris3FilterPanel *self = RIS3_FILTER_PANEL (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_FILTER_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->steps);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_filter_panel_parent_class)->dispose (object);
}

static void
ris3_filter_panel_class_init (Ris3FilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_filter_panel_dispose;
  widget_class->grab_focus = ris3_filter_panel_grab_focus;
  signals[SIGNAL_CLOSED]
      = g_signal_new ("closed", RIS3_TYPE_FILTER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RIS3_TYPE_FILTER_CHIPS);
  g_type_ensure (RIS3_TYPE_FILTER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/filter/ris3-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, undo_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, redo_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, number);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, base);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, no_match);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, beginning_button);
  gtk_widget_class_bind_template_callback (widget_class, on_beginning_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, chips);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, clear_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3FilterPanel, facets);
  gtk_widget_class_install_action (widget_class, "filter.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "filter.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "filter.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "filter.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "filter.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "filter.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "filter.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
ris3_filter_panel_init (Ris3FilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
  ris3_menu_tooltips_tame (GTK_WIDGET (self));
}

/* The year belongs to the period. */
static void
add_facets (Ris3FilterPanel *self)
{
  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    {
      gtk_box_append (self->facets, ris3_facet_section_new (self->session, facet));
      if (facet == RIS3_FACET_PERIOD)
        gtk_box_append (self->facets, ris3_year_section_new (self->session));
    }
}

GtkWidget *
ris3_filter_panel_new (Ris3Session *session, Ris3FilterSteps *steps)
{
  Ris3FilterPanel *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && RIS3_IS_FILTER_STEPS (steps), NULL);
  self = g_object_new (RIS3_TYPE_FILTER_PANEL, NULL);
  self->session = g_object_ref (session);
  self->steps = g_object_ref (steps);
  ris3_filter_entry_set_session (self->entry, session);
  ris3_filter_chips_set_session (self->chips, session);
  add_facets (self);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter-result", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "changed", G_CALLBACK (on_steps_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  on_steps_changed_cb (self);
  return GTK_WIDGET (self);
}
