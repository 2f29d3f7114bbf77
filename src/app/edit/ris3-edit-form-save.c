/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Trying while somebody types, saving, and what is in the way of it. */

#include "config.h"

#include "app/edit/ris3-edit-form-private.h"

#include <glib/gi18n.h>

#include "model/ris3-edit-error.h"

/* As long as typing pauses between words. */
#define TRY_DELAY 200 /* ms */
/* What is shown above and below a field. */
#define MARGIN 12

void
_ris3_edit_form_show_banner (Ris3EditForm *self, const char *words, const char *const *actions)
{
  gtk_label_set_text (self->banner_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->banner, words != NULL);
  gtk_widget_set_visible (self->banner_buttons, actions != NULL);
  for (GtkWidget *button = gtk_widget_get_first_child (self->banner_buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (
        button, actions != NULL && g_strv_contains (actions, gtk_actionable_get_action_name (GTK_ACTIONABLE (button))));
}

/* Scrolls to what is said below the field that has the focus, as soon as it has its place. */
static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, RIS3_TYPE_FORM_FIELD) : NULL;
  graphene_rect_t bounds;

  /* The first frames give it room, with its lines as wide as they become. */
  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;
  self->show_tick = 0;
  if (field != NULL && ris3_form_field_get_problem (RIS3_FORM_FIELD (field)) != NULL
      && gtk_widget_compute_bounds (field, gtk_widget_get_parent (GTK_WIDGET (self->box)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y - MARGIN, bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

static void
update_save (Ris3EditForm *self)
{
  gboolean is_wrong = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    is_wrong = is_wrong || ris3_form_field_get_problem (g_ptr_array_index (self->fields, i)) != NULL;
  /* While something is wrong, saving leads to it. */
  gtk_widget_set_sensitive (self->save_button, self->saving == NULL);
  gtk_widget_set_visible (self->spinner, self->saving != NULL);
  if (is_wrong && self->show_tick == 0)
    {
      self->n_frames = 0;
      self->show_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_cb, NULL, NULL);
    }
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->saving != NULL);
}

/* Checks each field for itself. Returns the first that is wrong. */
static Ris3FormField *
check_fields (Ris3EditForm *self)
{
  Ris3FormField *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      Ris3FormField *field = g_ptr_array_index (self->fields, i);

      if (!ris3_form_field_check (field, self->scolds || self->key != NULL) && first == NULL)
        first = field;
    }
  return first;
}

static void
append_followers (Ris3EditForm *self, Ris3Edit *edit)
{
  guint row = ris3_edit_get_n_steps (edit) - 1;

  for (guint i = 0; i < self->followers->len; i++)
    {
      ris3_edit_append (edit, self->followers->pdata[i]);
      if (self->follower_column != NULL)
        ris3_edit_set_step (edit, self->follower_column, row);
    }
}

/* What was typed as an edit; NULL: nothing was changed, or error. For a trial, what is known to be wrong is left out,
 * so that the rest is looked at. */
static Ris3Edit *
build_edit (Ris3EditForm *self, gboolean is_trial, GError **error)
{
  g_autoptr (Ris3Edit) edit = self->builder != NULL ? self->builder (self, self->user_data, error)
                              : self->key == NULL   ? ris3_edit_copy (self->addition)
                              : self->maker != NULL ? self->maker (self)
                                                    : ris3_edit_new_set (self->table, self->key);
  gboolean is_changed = self->key == NULL;

  if (self->builder != NULL)
    return g_steal_pointer (&edit);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Ris3FormField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = ris3_form_field_get_value (field);

      if (is_trial && !ris3_form_field_is_sound (field))
        {
          if (self->key == NULL && ris3_form_field_is_missing (field) && ris3_form_field_is_stored (field))
            ris3_edit_set_text (edit, ris3_form_field_get_column (field), "…");
          continue;
        }
      if (self->key != NULL ? !ris3_form_field_is_changed (field) : *value == '\0')
        continue;
      ris3_form_field_apply (field, edit, self->key != NULL);
      is_changed = TRUE;
    }
  if (!is_trial)
    append_followers (self, edit);
  return is_changed ? g_steal_pointer (&edit) : NULL;
}

/* Says what the atlas refuses beside the field that it is about; whether there is such a field. NULL: nothing. */
static gboolean
show_refusal (Ris3EditForm *self, const GError *error)
{
  Ris3FormField *field = ris3_edit_form_get_field (self, ris3_edit_error_get_field (error));

  for (guint i = 0; i < self->fields->len; i++)
    ris3_form_field_set_refusal (g_ptr_array_index (self->fields, i),
                                 g_ptr_array_index (self->fields, i) == field ? error->message : NULL);
  return field != NULL;
}

/* Somebody else has changed or deleted the same meanwhile. */
static void
show_conflict (Ris3EditForm *self, const GError *error)
{
  static const char *const changed[] = { "form.keep-mine", "form.take-theirs", NULL };
  static const char *const deleted[] = { "form.restore", NULL };

  g_free (self->conflict_field);
  self->conflict_field = g_strdup (ris3_edit_error_get_field (error));
  self->conflict_change = ris3_edit_error_get_change (error);
  if (g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT))
    _ris3_edit_form_show_banner (self, error->message, changed);
  else
    _ris3_edit_form_show_banner (self, error->message, self->conflict_change != 0 ? deleted : NULL);
}

static gboolean
is_conflict (const GError *error)
{
  return g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT)
         || g_error_matches (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING);
}

static void
on_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3EditForm) self = RIS3_EDIT_FORM (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);
  Ris3FormField *field;

  /* What was typed since is tried anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->trial == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->trial)
    return;
  g_clear_object (&self->trial);
  field = ris3_edit_form_get_field (self, ris3_edit_error_get_field (error));
  /* A new row is not complete from the beginning; a conflict is not the fault of what was typed. */
  if (is_conflict (error)
      || (field != NULL && self->key == NULL && !self->scolds && ris3_form_field_is_awaited (field)))
    show_refusal (self, NULL);
  else
    show_refusal (self, error);
  if (is_conflict (error))
    show_conflict (self, error);
  update_save (self);
}

void
_ris3_edit_form_stop_trying (Ris3EditForm *self)
{
  g_clear_handle_id (&self->try_source, g_source_remove);
  if (self->trial != NULL)
    g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
}

/* An atlas that was opened meanwhile is another one. */
static gboolean
has_atlas (Ris3EditForm *self)
{
  return self->atlas != NULL && ris3_session_get_atlas (self->session) == self->atlas;
}

static gboolean
on_pause_cb (gpointer user_data)
{
  Ris3EditForm *self = user_data;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;
  Ris3FormField *field;

  self->try_source = 0;
  _ris3_edit_form_stop_trying (self);
  check_fields (self);
  edit = self->saver == NULL ? build_edit (self, TRUE, &error) : NULL;
  field = ris3_edit_form_get_field (self, ris3_edit_error_get_field (error));
  /* What the field itself finds wrong, it says. */
  if (edit == NULL || !has_atlas (self))
    show_refusal (
        self, field != NULL && ris3_form_field_is_sound (field) && !ris3_form_field_is_missing (field) ? error : NULL);
  else
    {
      self->trial = g_cancellable_new ();
      ris3_session_edit_async (self->session, edit, RIS3_EDITOR_TRY, self->trial, on_tried_cb, g_object_ref (self));
    }
  update_save (self);
  return G_SOURCE_REMOVE;
}

void
_ris3_edit_form_schedule_try (Ris3EditForm *self)
{
  if (self->saving != NULL)
    return;
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (TRY_DELAY, on_pause_cb, self);
}

/* Says why it was not saved. */
static void
show_failure (Ris3EditForm *self, const GError *error)
{
  static const char *const retry[] = { "form.retry", NULL };

  if (is_conflict (error))
    show_conflict (self, error);
  else if (show_refusal (self, error))
    gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (self, ris3_edit_error_get_field (error))));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      _ris3_edit_form_show_banner (self, words, error->domain == RIS3_EDIT_ERROR ? NULL : retry);
    }
  update_save (self);
}

void
ris3_edit_form_end_saving (Ris3EditForm *self, const GError *error)
{
  g_return_if_fail (RIS3_IS_EDIT_FORM (self));
  if (self->saving == NULL) /* the form is gone */
    return;
  g_clear_object (&self->saving);
  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_failure (self, error);
}

static void
show_added (Ris3EditForm *self, gint64 id)
{
  if (id != 0)
    ris3_session_show_added (self->session, self->table, id);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3EditForm) self = RIS3_EDIT_FORM (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_session_edit_finish (RIS3_SESSION (source), result, &error);

  if (self->saving == NULL) /* the form is gone */
    return;
  if (edit_result != NULL && self->key == NULL && edit_result->n_ids > self->followers->len)
    show_added (self, edit_result->ids[self->builder != NULL ? 0 : edit_result->n_ids - 1 - self->followers->len]);
  ris3_edit_form_end_saving (self, error);
  /* It was written while the first attempt was running. */
  if (error != NULL && !is_conflict (error))
    _ris3_edit_form_schedule_try (self);
}

static void
save (Ris3EditForm *self)
{
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (GError) error = NULL;
  Ris3FormField *wrong;

  if (self->saving != NULL)
    return;
  if (self->n_awaited > 0)
    {
      self->tells_awaited = TRUE;
      _ris3_edit_form_show_banner (self, _ ("The documents are still being read. Save again when they are listed."),
                                   NULL);
      return;
    }
  _ris3_edit_form_stop_trying (self);
  self->scolds = TRUE;
  wrong = check_fields (self);
  edit = wrong == NULL && self->saver == NULL ? build_edit (self, FALSE, &error) : NULL;
  if (wrong != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (wrong));
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else if (error != NULL)
    show_failure (self, error);
  else if (self->saver == NULL && edit == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (!has_atlas (self))
    _ris3_edit_form_show_banner (
        self, _ ("Another atlas has been opened since. Copy what you have typed, and open the first atlas again."),
        NULL);
  else
    {
      _ris3_edit_form_show_banner (self, NULL, NULL);
      self->saving = g_cancellable_new ();
      if (self->saver != NULL)
        self->saver (self, self->user_data);
      else
        ris3_session_edit_async (self->session, edit, RIS3_EDITOR_DEFAULT, self->saving, on_saved_cb,
                                 g_object_ref (self));
    }
  /* The last of the window may have gone with it. */
  if (self->save_button != NULL)
    update_save (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (Ris3EditForm) self = g_object_ref (RIS3_EDIT_FORM (widget));

  save (self);
}

static void
keep_mine_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (widget);
  Ris3FormField *field = ris3_edit_form_get_field (self, self->conflict_field);

  if (field != NULL)
    ris3_form_field_insist (field);
  save_action (widget, name, parameter);
}

/* Each value that has changed in the file; what was typed elsewhere stays. */
static void
take_theirs_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (widget);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Ris3FormField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *theirs = ris3_form_field_read (field, self->atlas, self->table, self->key);

      if (theirs != NULL && !g_str_equal (theirs, ris3_form_field_get_original (field)))
        ris3_form_field_set_original (field, theirs);
    }
  _ris3_edit_form_show_banner (self, NULL, NULL);
  on_pause_cb (self);
}

static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3EditForm) self = RIS3_EDIT_FORM (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3EditResult) edit_result = ris3_atlas_edit_finish (RIS3_ATLAS (source), result, &error);

  if (self->save_button == NULL)
    return;
  if (error != NULL)
    {
      g_autofree char *words = ris3_atlas_error_get_words (error);

      _ris3_edit_form_show_banner (self, words, (const char *const[]){ "form.restore", NULL });
    }
  else
    _ris3_edit_form_show_banner (self, NULL, NULL);
}

/* Not through the session: an error of it belongs into this form. */
static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3EditForm *self = RIS3_EDIT_FORM (widget);

  if (has_atlas (self))
    ris3_atlas_undo_async (self->atlas, self->conflict_change, NULL, on_restored_cb, g_object_ref (self));
}

void
_ris3_edit_form_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "form.save", NULL, save_action);
  gtk_widget_class_install_action (klass, "form.retry", NULL, save_action);
  gtk_widget_class_install_action (klass, "form.keep-mine", NULL, keep_mine_action);
  gtk_widget_class_install_action (klass, "form.take-theirs", NULL, take_theirs_action);
  gtk_widget_class_install_action (klass, "form.restore", NULL, restore_action);
}
