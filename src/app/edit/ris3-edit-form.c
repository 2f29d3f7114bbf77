/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-edit-form-private.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-discard.h"

G_DEFINE_FINAL_TYPE (Ris3EditForm, ris3_edit_form, ADW_TYPE_WINDOW)

static gboolean
is_dirty (Ris3EditForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (ris3_form_field_is_changed (g_ptr_array_index (self->fields, i)))
      return TRUE;
  return self->n_awaited > 0 || (self->followers->len > 0 && self->follower_column != NULL);
}

static gboolean
ris3_edit_form_close_request (GtkWindow *window)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (window);

  /* It may be too late to stop it: then the form closes, and otherwise stays as it is. */
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  else if (is_dirty (self))
    ris3_ask_to_discard (window, _ ("Discard Changes?"), _ ("What you have typed in this form has not been saved."),
                         _ ("_Keep Editing"), _ ("_Discard"));
  else
    return GTK_WINDOW_CLASS (ris3_edit_form_parent_class)->close_request (window);
  return TRUE;
}

static void
ris3_edit_form_dispose (GObject *object)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (object);

  _ris3_edit_form_stop_trying (self);
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_ptr_array_set_size (self->fields, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_EDIT_FORM);
  g_clear_object (&self->session);
  g_clear_object (&self->atlas);
  G_OBJECT_CLASS (ris3_edit_form_parent_class)->dispose (object);
}

static void
ris3_edit_form_finalize (GObject *object)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (object);

  g_free (self->table);
  g_free (self->key);
  g_clear_pointer (&self->addition, ris3_edit_unref);
  g_ptr_array_unref (self->followers);
  g_free (self->follower_column);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_ptr_array_unref (self->fields);
  g_free (self->conflict_field);
  G_OBJECT_CLASS (ris3_edit_form_parent_class)->finalize (object);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* The button has no action, which would decide whether it is sensitive: the keys also work while it is not. */
static void
on_save_clicked_cb (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "form.save", NULL);
}

static void
ris3_edit_form_class_init (Ris3EditFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ris3_edit_form_dispose;
  object_class->finalize = ris3_edit_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_edit_form_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/edit/ris3-edit-form.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, banner);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, banner_label);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, banner_buttons);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3EditForm, box);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
  _ris3_edit_form_install_actions (widget_class);
}

/* Ctrl+Enter comes before the text view that has the focus, which would take it for Enter. */
static void
add_shortcut (Ris3EditForm *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                     gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
                        gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ris3_edit_form_init (Ris3EditForm *self)
{
  self->fields = g_ptr_array_new ();
  self->followers = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_edit_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
  _ris3_edit_form_show_banner (self, NULL, NULL);
  add_shortcut (self);
}

Ris3EditForm *
ris3_edit_form_new (Ris3EditDesk *desk, const char *title)
{
  Ris3EditForm *self = g_object_new (RIS3_TYPE_EDIT_FORM, NULL);
  GtkWindow *window = ris3_edit_desk_get_window (desk);

  self->session = g_object_ref (ris3_edit_desk_get_session (desk));
  self->atlas = ris3_session_get_atlas (self->session);
  if (self->atlas != NULL)
    g_object_ref (self->atlas);
  gtk_window_set_transient_for (GTK_WINDOW (self), window != NULL ? ris3_child_window_find_active (window) : NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  return self;
}

void
ris3_edit_form_set_row (Ris3EditForm *self, const char *table, const char *key)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->table == NULL);
  self->table = g_strdup (table);
  self->key = g_strdup (key);
}

void
ris3_edit_form_set_maker (Ris3EditForm *self, Ris3EditFormMaker maker)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->key != NULL && maker != NULL);
  self->maker = maker;
}

void
ris3_edit_form_set_addition (Ris3EditForm *self, const char *table, Ris3Edit *edit)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->table == NULL && edit != NULL);
  self->table = g_strdup (table);
  self->addition = edit;
}

void
ris3_edit_form_replace_addition (Ris3EditForm *self, Ris3Edit *edit)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->addition != NULL && edit != NULL);
  ris3_edit_unref (self->addition);
  self->addition = edit;
}

void
ris3_edit_form_await (Ris3EditForm *self, gboolean begins)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && (begins || self->n_awaited > 0));
  self->n_awaited += begins ? 1 : -1;
  if (self->n_awaited > 0 || !self->tells_awaited)
    return;
  self->tells_awaited = FALSE;
  _ris3_edit_form_show_banner (self, NULL, NULL);
}

void
ris3_edit_form_set_followers (Ris3EditForm *self, GPtrArray *edits, const char *column)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->addition != NULL && edits != NULL);
  g_ptr_array_set_size (self->followers, 0);
  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_add (self->followers, ris3_edit_ref (edits->pdata[i]));
  g_free (self->follower_column);
  self->follower_column = g_strdup (column);
}

void
ris3_edit_form_set_saver (Ris3EditForm *self, Ris3EditFormSaver saver, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->table == NULL && saver != NULL);
  self->saver = saver;
  self->user_data = user_data;
  self->destroy = destroy;
}

void
ris3_edit_form_set_builder (Ris3EditForm *self,
                            const char *table,
                            Ris3EditFormBuilder builder,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self) && self->table == NULL && table != NULL && builder != NULL);
  self->table = g_strdup (table);
  self->builder = builder;
  self->user_data = user_data;
  self->destroy = destroy;
}

void
ris3_edit_form_add_heading (Ris3EditForm *self, const char *heading)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", heading,
                                   "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "form-heading");
  gtk_box_append (self->box, label);
}

void
ris3_edit_form_add_fact (Ris3EditForm *self, const char *label, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0f, "wrap", TRUE, NULL);
  GtkWidget *fact = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (name, "form-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), fact);
  gtk_box_append (self->box, box);
}

Ris3FormField *
ris3_edit_form_add_field (Ris3EditForm *self, Ris3FormField *field, const char *preset)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (RIS3_IS_EDIT_FORM (self) && RIS3_IS_FORM_FIELD (field), NULL);
  if (self->key != NULL && self->atlas != NULL)
    value = ris3_form_field_read (field, self->atlas, self->table, self->key);
  self->gone = self->gone || (self->key != NULL && value == NULL);
  if (value == NULL)
    value = g_strdup (preset != NULL ? preset : "");
  ris3_form_field_set_original (field, value);
  g_ptr_array_add (self->fields, field);
  gtk_box_append (self->box, GTK_WIDGET (field));
  g_signal_connect_object (field, "changed", G_CALLBACK (_ris3_edit_form_schedule_try), self, G_CONNECT_SWAPPED);
  return field;
}

Ris3FormField *
ris3_edit_form_get_field (Ris3EditForm *self, const char *column)
{
  for (guint i = 0; column != NULL && i < self->fields->len; i++)
    {
      Ris3FormField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (ris3_form_field_get_column (field), column))
        return field;
    }
  return NULL;
}

void
ris3_edit_form_save_on_enter (Ris3EditForm *self)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

void
ris3_edit_form_present (Ris3EditForm *self)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self));
  if (self->gone || self->atlas == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (self->fields->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
  gtk_window_present (GTK_WINDOW (self));
}
