/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-edit-desk.h"

#include "app/edit/ris3-edit-forms.h"
#include "app/edit/ris3-edit-rows.h"
#include "app/edit/ris3-outline-dialog.h"
#include "app/edit/ris3-history-window.h"

struct _Ris3EditDesk
{
  GObject parent_instance;

  Ris3Session *session;
  GtkWindow *window; /* weak */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (Ris3EditDesk, ris3_edit_desk, G_TYPE_OBJECT)

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ris3_session_undo (RIS3_EDIT_DESK (user_data)->session, g_variant_get_int64 (parameter));
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ris3_session_redo (RIS3_EDIT_DESK (user_data)->session);
}

static void
ris3_edit_desk_dispose (GObject *object)
{
  Ris3EditDesk *self = RIS3_EDIT_DESK (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (ris3_edit_desk_parent_class)->dispose (object);
}

static void
ris3_edit_desk_class_init (Ris3EditDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_edit_desk_dispose;
}

static void
ris3_edit_desk_init (Ris3EditDesk *self)
{
  self->actions = g_simple_action_group_new ();
}

Ris3EditDesk *
ris3_edit_desk_new (Ris3Session *session, GtkWindow *window)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .parameter_type = "x", .activate = undo_action },
    { .name = "redo", .activate = redo_action },
  };
  Ris3EditDesk *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && GTK_IS_WINDOW (window), NULL);
  self = g_object_new (RIS3_TYPE_EDIT_DESK, NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->window, window);
  ris3_edit_desk_add_actions (self, entries, G_N_ELEMENTS (entries), FALSE);
  ris3_edit_rows_add_actions (self);
  ris3_edit_forms_add_actions (self);
  ris3_outline_dialog_add_actions (self);
  ris3_history_window_add_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "edit", G_ACTION_GROUP (self->actions));
  return self;
}

GActionGroup *
ris3_edit_desk_get_actions (Ris3EditDesk *self)
{
  g_return_val_if_fail (RIS3_IS_EDIT_DESK (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

Ris3Session *
ris3_edit_desk_get_session (Ris3EditDesk *self)
{
  g_return_val_if_fail (RIS3_IS_EDIT_DESK (self), NULL);
  return self->session;
}

GtkWindow *
ris3_edit_desk_get_window (Ris3EditDesk *self)
{
  g_return_val_if_fail (RIS3_IS_EDIT_DESK (self), NULL);
  return self->window;
}

void
ris3_edit_desk_add_actions (Ris3EditDesk *self,
                            const GActionEntry *entries,
                            guint n_entries,
                            gboolean only_while_editing)
{
  g_return_if_fail (RIS3_IS_EDIT_DESK (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, (int) n_entries, self);
  for (guint i = 0; i < n_entries && only_while_editing; i++)
    g_object_bind_property (self->session, "editing",
                            g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
}
