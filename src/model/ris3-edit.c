/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-edit-private.h"

#include <string.h>

#include "model/ris3-import-plan-private.h"

G_DEFINE_BOXED_TYPE (Ris3Edit, ris3_edit, ris3_edit_ref, ris3_edit_unref)

static void
setting_free (gpointer data)
{
  Ris3Setting *setting = data;

  g_free (setting->column);
  g_clear_pointer (&setting->value, g_variant_unref);
  g_free (setting);
}

static Ris3EditStep *
step_new (Ris3Verb verb, const char *table, const char *key)
{
  Ris3EditStep *step = g_new0 (Ris3EditStep, 1);

  step->verb = verb;
  step->table = g_strdup (table);
  step->key = g_strdup (key);
  step->settings = g_ptr_array_new_with_free_func (setting_free);
  step->expectations = g_ptr_array_new_with_free_func (setting_free);
  step->after_id = RIS3_EDIT_LAST;
  step->parent_step = -1;
  return step;
}

static void
step_free (gpointer data)
{
  Ris3EditStep *step = data;

  g_free (step->table);
  g_free (step->key);
  g_ptr_array_unref (step->settings);
  g_ptr_array_unref (step->expectations);
  g_strfreev (step->themes);
  g_strfreev (step->values);
  g_free (step->field);
  g_free (step->state);
  g_free (step->reason);
  g_free (step->role);
  g_free (step->backup_path);
  g_clear_pointer (&step->batch, ris3_import_batch_unref);
  g_clear_pointer (&step->contents, g_bytes_unref);
  g_free (step);
}

static void
set_value (GPtrArray *settings, const char *column, GVariant *value)
{
  Ris3Setting *setting = NULL;

  for (guint i = 0; i < settings->len; i++)
    if (g_str_equal (((Ris3Setting *) g_ptr_array_index (settings, i))->column, column))
      setting = g_ptr_array_index (settings, i);
  if (setting == NULL)
    {
      setting = g_new0 (Ris3Setting, 1);
      setting->column = g_strdup (column);
      g_ptr_array_add (settings, setting);
    }
  g_clear_pointer (&setting->value, g_variant_unref);
  setting->value = value != NULL ? g_variant_ref_sink (value) : NULL;
}

static Ris3EditStep *
step_copy (const Ris3EditStep *step, guint offset)
{
  Ris3EditStep *copy = step_new (step->verb, step->table, step->key);

  for (guint i = 0; i < step->settings->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (step->settings, i);
      set_value (copy->settings, setting->column,
                 setting->value != NULL && g_variant_is_of_type (setting->value, G_VARIANT_TYPE_UINT32)
                     ? g_variant_new_uint32 (g_variant_get_uint32 (setting->value) + offset)
                     : setting->value);
    }
  for (guint i = 0; i < step->expectations->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (step->expectations, i);
      set_value (copy->expectations, setting->column, setting->value);
    }
  copy->themes = g_strdupv (step->themes);
  copy->values = g_strdupv (step->values);
  copy->parent_id = step->parent_id;
  copy->after_id = step->after_id;
  copy->parent_step = step->parent_step >= 0 ? step->parent_step + (gint) offset : -1;
  copy->shift = step->shift;
  copy->change_id = step->change_id;
  copy->field = g_strdup (step->field);
  copy->which = step->which;
  copy->state = g_strdup (step->state);
  copy->reason = g_strdup (step->reason);
  copy->role = g_strdup (step->role);
  copy->backup_path = g_strdup (step->backup_path);
  copy->batch = step->batch != NULL ? ris3_import_batch_ref (step->batch) : NULL;
  copy->contents = step->contents != NULL ? g_bytes_ref (step->contents) : NULL;
  return copy;
}

static Ris3Edit *
edit_new (const char *kind, const char *title, Ris3EditStep *step)
{
  Ris3Edit *self = g_new0 (Ris3Edit, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = g_strdup (kind);
  self->title = g_strdup (title);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  if (step != NULL)
    g_ptr_array_add (self->steps, step);
  return self;
}

static Ris3Edit *
edit_new_of_table (const char *verb, Ris3EditStep *step)
{
  g_autofree char *kind = g_strdup_printf ("%s-%s", step->table, verb);

  return edit_new (kind, NULL, step);
}

static Ris3EditStep *
step_new_of_priority (Ris3Verb verb, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return step_new (verb, "priority", key);
}

Ris3Edit *
ris3_edit_new_add (const char *table)
{
  g_return_val_if_fail (table != NULL, NULL);
  return edit_new_of_table ("add", step_new (RIS3_VERB_ADD, table, NULL));
}

Ris3Edit *
ris3_edit_new_set (const char *table, const char *key)
{
  g_return_val_if_fail (table != NULL && key != NULL, NULL);
  return edit_new_of_table ("set", step_new (RIS3_VERB_SET, table, key));
}

Ris3Edit *
ris3_edit_new_delete (const char *table, const char *key)
{
  g_return_val_if_fail (table != NULL && key != NULL, NULL);
  return edit_new_of_table ("delete", step_new (RIS3_VERB_DELETE, table, key));
}

Ris3Edit *
ris3_edit_new_priority_add (const char *strategy_id, gint64 parent_id, gint64 after_id)
{
  Ris3EditStep *step;
  Ris3Edit *self;

  g_return_val_if_fail (strategy_id != NULL, NULL);
  step = step_new (RIS3_VERB_ADD, "priority", NULL);
  step->parent_id = parent_id;
  step->after_id = after_id;
  self = edit_new_of_table ("add", step);
  ris3_edit_set_text (self, "strategy_id", strategy_id);
  return self;
}

Ris3Edit *
ris3_edit_new_priority_move (gint64 id, gint64 parent_id, gint64 after_id)
{
  Ris3EditStep *step = step_new_of_priority (RIS3_VERB_MOVE, id);

  step->parent_id = parent_id;
  step->after_id = after_id;
  return edit_new_of_table ("move", step);
}

Ris3Edit *
ris3_edit_new_priority_shift (gint64 id, Ris3Shift shift)
{
  Ris3EditStep *step = step_new_of_priority (RIS3_VERB_SHIFT, id);

  step->shift = shift;
  return edit_new_of_table ("move", step);
}

Ris3Edit *
ris3_edit_new_priority_themes (gint64 id, const char *const *themes)
{
  Ris3EditStep *step;

  g_return_val_if_fail (themes != NULL, NULL);
  step = step_new_of_priority (RIS3_VERB_THEMES, id);
  step->themes = g_strdupv ((char **) themes);
  return edit_new_of_table ("themes", step);
}

Ris3Edit *
ris3_edit_new_restore (gint64 change_id, const char *table, const char *key, const char *field)
{
  Ris3EditStep *step;

  g_return_val_if_fail (table != NULL && key != NULL, NULL);
  step = step_new (RIS3_VERB_RESTORE, table, key);
  step->change_id = change_id;
  step->field = g_strdup (field);
  return edit_new_of_table ("restore", step);
}

Ris3Edit *
ris3_edit_new_restore_value (gint64 change_id, const char *table, const char *key, const char *field, gboolean before)
{
  Ris3Edit *self;
  Ris3EditStep *step;

  g_return_val_if_fail (field != NULL, NULL);
  self = ris3_edit_new_restore (change_id, table, key, field);
  step = g_ptr_array_index (self->steps, 0);
  step->which = before ? RIS3_RESTORE_BEFORE : RIS3_RESTORE_AFTER;
  return self;
}

Ris3Edit *
ris3_edit_new_comment_state (gint64 id, Ris3CommentState state, const char *reason, const char *role)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  Ris3EditStep *step;

  g_return_val_if_fail (state < RIS3_N_COMMENT_STATES, NULL);

  step = step_new (RIS3_VERB_STATE, "comment", key);
  step->state = g_strdup (ris3_comment_state_get_word (state));
  step->reason = g_strdup (reason != NULL ? reason : "");
  step->role = g_strdup (role != NULL ? role : "");
  return edit_new ("comment-state", NULL, step);
}

Ris3Edit *
ris3_edit_new_backup (const char *backup_path, const char *title)
{
  Ris3EditStep *step;

  g_return_val_if_fail (backup_path != NULL && title != NULL && *title != '\0', NULL);
  step = step_new (RIS3_VERB_BACKUP, "", NULL);
  step->backup_path = g_strdup (backup_path);
  return edit_new ("backup-restore", title, step);
}

gboolean
ris3_edit_is_backup (Ris3Edit *self)
{
  return self->steps->len > 0 && ((const Ris3EditStep *) g_ptr_array_index (self->steps, 0))->verb == RIS3_VERB_BACKUP;
}

Ris3Edit *
ris3_edit_new_import (Ris3ImportBatch *batch, const char *title, const char *report)
{
  Ris3EditStep *step = step_new (RIS3_VERB_IMPORT, "", NULL);
  Ris3Edit *edit;

  step->batch = ris3_import_batch_ref (batch);
  edit = edit_new ("import", title, step);
  edit->report = g_strdup (report);
  return edit;
}

Ris3Edit *
ris3_edit_new_group (const char *kind, const char *title)
{
  g_return_val_if_fail (kind != NULL && *kind != '\0' && title != NULL && *title != '\0', NULL);
  return edit_new (kind, title, NULL);
}

Ris3Edit *
ris3_edit_copy (Ris3Edit *self)
{
  Ris3Edit *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = edit_new (self->kind, self->title, NULL);
  copy->report = g_strdup (self->report);
  ris3_edit_append (copy, self);
  return copy;
}

Ris3Edit *
ris3_edit_ref (Ris3Edit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ris3_edit_unref (Ris3Edit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->kind);
  g_free (self->title);
  g_free (self->report);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static Ris3EditStep *
get_last (Ris3Edit *self)
{
  return self != NULL && self->steps->len > 0 ? g_ptr_array_index (self->steps, self->steps->len - 1) : NULL;
}

void
ris3_edit_set_text (Ris3Edit *self, const char *field, const char *value)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));
  if (value != NULL)
    set_value (get_last (self)->settings, field, g_variant_new_string (value));
}

void
ris3_edit_set_integer (Ris3Edit *self, const char *field, gint64 value)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL);
  set_value (get_last (self)->settings, field, g_variant_new_int64 (value));
}

void
ris3_edit_set_real (Ris3Edit *self, const char *field, double value)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL);
  set_value (get_last (self)->settings, field, g_variant_new_double (value));
}

void
ris3_edit_set_step (Ris3Edit *self, const char *field, guint step)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL && step + 1 < self->steps->len);
  set_value (get_last (self)->settings, field, g_variant_new_uint32 (step));
}

void
ris3_edit_set_null (Ris3Edit *self, const char *field)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL);
  set_value (get_last (self)->settings, field, NULL);
}

void
ris3_edit_set_values (Ris3Edit *self, const char *const *values)
{
  Ris3EditStep *step = get_last (self);

  g_return_if_fail (step != NULL && values != NULL);
  g_strfreev (step->values);
  step->values = g_strdupv ((char **) values);
}

void
ris3_edit_set_contents (Ris3Edit *self, GBytes *contents)
{
  Ris3EditStep *step = get_last (self);

  g_return_if_fail (step != NULL && contents != NULL);
  g_clear_pointer (&step->contents, g_bytes_unref);
  step->contents = g_bytes_ref (contents);
}

void
ris3_edit_set_themes (Ris3Edit *self, const char *const *themes)
{
  Ris3EditStep *step = get_last (self);

  g_return_if_fail (step != NULL && themes != NULL);
  g_strfreev (step->themes);
  step->themes = g_strdupv ((char **) themes);
}

void
ris3_edit_expect (Ris3Edit *self, const char *field, const char *value)
{
  g_return_if_fail (get_last (self) != NULL && field != NULL);
  set_value (get_last (self)->expectations, field, value != NULL ? g_variant_new_string (value) : NULL);
}

guint
ris3_edit_append (Ris3Edit *self, Ris3Edit *other)
{
  guint offset;

  g_return_val_if_fail (self != NULL && other != NULL && self != other, 0);
  offset = self->steps->len;
  for (guint i = 0; i < other->steps->len; i++)
    g_ptr_array_add (self->steps, step_copy (g_ptr_array_index (other->steps, i), offset));
  return offset;
}

guint
ris3_edit_append_below (Ris3Edit *self, guint step)
{
  Ris3EditStep *below;
  const Ris3EditStep *above;
  GVariant *strategy_id;

  g_return_val_if_fail (self != NULL && step < self->steps->len, 0);
  above = g_ptr_array_index (self->steps, step);
  below = step_new (RIS3_VERB_ADD, "priority", NULL);
  below->parent_step = (gint) step;
  if (ris3_edit_step_get (above, "strategy_id", &strategy_id))
    set_value (below->settings, "strategy_id", strategy_id);
  g_ptr_array_add (self->steps, below);
  return self->steps->len - 1;
}

void
ris3_edit_set_organisation_step (Ris3Edit *self, guint step)
{
  g_return_if_fail (self != NULL && step + 1 < self->steps->len);
  get_last (self)->parent_step = (gint) step;
}

char *
ris3_edit_dup_report (Ris3Edit *self)
{
  return g_strdup (self->report);
}

void
ris3_edit_set_title (Ris3Edit *self, const char *title)
{
  g_return_if_fail (self != NULL && title != NULL && *title != '\0');
  g_free (self->title);
  self->title = g_strdup (title);
}

guint
ris3_edit_get_n_steps (Ris3Edit *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->steps->len;
}

const char *
ris3_edit_get_step_table (Ris3Edit *self, guint step)
{
  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);
  return ((const Ris3EditStep *) g_ptr_array_index (self->steps, step))->table;
}

const char *
ris3_edit_get_kind (Ris3Edit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kind;
}

gboolean
ris3_edit_step_get (const Ris3EditStep *self, const char *column, GVariant **value)
{
  for (guint i = 0; i < self->settings->len; i++)
    {
      const Ris3Setting *setting = g_ptr_array_index (self->settings, i);

      if (!g_str_equal (setting->column, column))
        continue;
      *value = setting->value;
      return TRUE;
    }
  return FALSE;
}

void
ris3_edit_outcome_clear (Ris3EditOutcome *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->inserted, g_array_unref);
}
