/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-rounds-window-private.h"

#include "app/consultation/ris3-answers-files.h"
#include "app/ris3-child-window.h"
#include "app/ris3-list-menu.h"
#include "app/ris3-menu-tooltips.h"
#include "app/ris3-session-edit.h"

/* Characters of a name in the list of rounds. */
#define MAX_NAME 36

G_DEFINE_FINAL_TYPE (Ris3RoundsWindow, ris3_rounds_window, ADW_TYPE_WINDOW)

/* Who has opened a round goes on with it. */
static void
on_added_cb (Ris3RoundsWindow *self, const char *table, gint64 id)
{
  GListModel *rounds = ris3_atlas_get_rounds (self->atlas);

  for (guint i = 0; g_str_equal (table, "consultation_round") && i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (Ris3ConsultationRound) round = g_list_model_get_item (rounds, i);

      if (ris3_consultation_round_get_id (round) == id)
        gtk_drop_down_set_selected (self->chooser, i);
    }
}

static void
on_rounds_changed_cb (Ris3RoundsWindow *self)
{
  gboolean has_rounds = g_list_model_get_n_items (ris3_atlas_get_rounds (self->atlas)) > 0;

  gtk_stack_set_visible_child_name (self->stack, has_rounds ? "rounds" : "none");
  _ris3_rounds_window_list_others (self);
}

static void
on_active_cb (Ris3RoundsWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    _ris3_rounds_window_read_persons (self);
}

static void
ris3_rounds_window_dispose (GObject *object)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_ROUNDS_WINDOW);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->atlas);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_rounds_window_parent_class)->dispose (object);
}

static void
ris3_rounds_window_finalize (GObject *object)
{
  Ris3RoundsWindow *self = RIS3_ROUNDS_WINDOW (object);

  g_hash_table_unref (self->chosen_ids);
  g_hash_table_unref (self->bound);
  g_hash_table_unref (self->asked_persons);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_array_unref);
  g_strfreev (self->words);
  g_free (self->today);
  G_OBJECT_CLASS (ris3_rounds_window_parent_class)->finalize (object);
}

static void
ris3_rounds_window_class_init (Ris3RoundsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_rounds_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_rounds_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/consultation/ris3-rounds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, dates);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, state);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, states);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, requests);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, chosen);
  gtk_widget_class_bind_template_child (widget_class, Ris3RoundsWindow, request_menu);
  g_signal_new ("unrecorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  _ris3_rounds_window_install_actions (widget_class);
  _ris3_rounds_window_install_round_actions (widget_class);
  _ris3_rounds_window_install_menu (widget_class);
}

static void
ris3_rounds_window_init (Ris3RoundsWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->today = g_date_time_format (now, "%Y-%m-%d");
  self->bound = g_hash_table_new (NULL, NULL);
  self->asked_persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->chosen_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ris3_menu_tooltips_tame (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  ris3_child_window_set_search (GTK_WINDOW (self), GTK_SEARCH_ENTRY (self->search));
}

/* A long name would widen the window beyond the screen. */
static void
on_name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "max-width-chars", MAX_NAME, NULL));
}

static void
on_name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *name = _ris3_rounds_window_name_round (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), g_utf8_strlen (name, -1) > MAX_NAME ? name : NULL);
}

static void
set_up_chooser (Ris3RoundsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind_cb), NULL);
  gtk_drop_down_set_factory (self->chooser, factory);
  gtk_drop_down_set_model (self->chooser, ris3_atlas_get_rounds (self->atlas));
}

gboolean
ris3_rounds_window_is_in_front (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) active = g_list_model_get_item (windows, i);

      for (GtkWindow *window = gtk_window_is_active (active) ? active : NULL; window != NULL;
           window = gtk_window_get_transient_for (window))
        if (RIS3_IS_ROUNDS_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
          return TRUE;
    }
  return FALSE;
}

GtkWindow *
ris3_rounds_window_new (GtkWindow *parent, Ris3Session *session)
{
  Ris3RoundsWindow *self;
  GListModel *rounds;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && RIS3_IS_SESSION (session), NULL);
  g_return_val_if_fail (ris3_session_get_atlas (session) != NULL, NULL);

  self = g_object_new (RIS3_TYPE_ROUNDS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  rounds = ris3_atlas_get_rounds (self->atlas);
  set_up_chooser (self);
  _ris3_rounds_window_set_up_list (self);
  ris3_answers_files_take_drops (GTK_WINDOW (self), session);
  g_signal_connect_object (self->chooser, "notify::selected-item", G_CALLBACK (_ris3_rounds_window_list_others), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rounds, "items-changed", G_CALLBACK (on_rounds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "added", G_CALLBACK (on_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edited", G_CALLBACK (_ris3_rounds_window_tell_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::editing", G_CALLBACK (_ris3_rounds_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  /* Persons are changed in another window, and nobody is told. */
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (on_active_cb), self, G_CONNECT_SWAPPED);
  on_rounds_changed_cb (self);
  /* No child of the stack, which would take the menu for one of its pages, and tell a screen reader so. */
  ris3_list_menu_add (GTK_WIDGET (self->list), self->selection, gtk_widget_get_parent (GTK_WIDGET (self->toasts)),
                      self->request_menu);
  _ris3_rounds_window_read_persons (self);
  return GTK_WINDOW (self);
}
