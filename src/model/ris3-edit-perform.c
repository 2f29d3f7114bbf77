/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of an edit, one after another, and what it is called. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-import-plan-private.h"

/* The longest name in a title, in characters. */
#define MAX_NAME 60

/* What a step that sets fields is called: of a note that is only hidden or shown, that. */
static const char *
get_set_title (const Ris3EditTable *table, const Ris3EditStep *step)
{
  GVariant *hidden;

  if (!g_str_equal (table->table, "note") || step->settings->len != 1 || !ris3_edit_step_get (step, "hidden", &hidden)
      || hidden == NULL || !g_variant_is_of_type (hidden, G_VARIANT_TYPE_INT64))
    return _ (table->set_title);
  return g_variant_get_int64 (hidden) != 0 ? _ ("Hide note “%s”") : _ ("Show note “%s”");
}

static char *
get_title (const Ris3EditTable *table, const Ris3EditStep *step, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name != NULL ? name : ""), "\r\n\t", ' ');
  g_autofree char *shown = NULL;

  if (g_utf8_strlen (plain, -1) > MAX_NAME)
    {
      g_autofree char *begin = g_utf8_substring (plain, 0, MAX_NAME - 1);
      shown = g_strconcat (g_strchomp (begin), "…", NULL);
    }
  else
    shown = g_strdup (plain);
  switch (step->verb)
    {
    case RIS3_VERB_ADD:
      return ris3_edit_fill_in (_ (table->add_title), shown);
    case RIS3_VERB_DELETE:
      return ris3_edit_fill_in (_ (table->delete_title), shown);
    case RIS3_VERB_MOVE:
    case RIS3_VERB_SHIFT:
      return g_strdup_printf (_ ("Move priority “%s”"), shown);
    case RIS3_VERB_THEMES:
      return g_strdup_printf (_ ("Change themes of “%s”"), shown);
    case RIS3_VERB_RESTORE:
      return g_strdup_printf (_ ("Restore “%s”"), shown);
    case RIS3_VERB_STATE:
      /* Translators: %s is what a comment is about. */
      return g_strdup_printf (_ ("Change state of the comment on “%s”"), shown);
    case RIS3_VERB_SET:
    case RIS3_VERB_BACKUP:
    case RIS3_VERB_IMPORT:
    default:
      return ris3_edit_fill_in (get_set_title (table, step), shown);
    }
}

static gboolean
perform_step (Ris3Performance *self, const Ris3EditStep *step, gboolean wants_title, char **title, GError **error)
{
  const Ris3EditTable *table = ris3_edit_table_find (step->table);
  g_autofree char *key = g_strdup (step->key);
  g_autofree char *name = NULL;
  gint64 id;
  gboolean is_priority;
  gboolean ok;
  gboolean found;

  if (step->verb == RIS3_VERB_BACKUP)
    {
      id = 0;
      g_array_append_val (self->ids, id);
      return ris3_edit_restore_backup (self->connection, step->backup_path, error);
    }
  if (step->verb == RIS3_VERB_IMPORT)
    {
      id = 0;
      g_array_append_val (self->ids, id);
      return ris3_import_batch_write (step->batch, self, error);
    }
  if (table == NULL || (table->only_built && (!self->is_building || step->verb != RIS3_VERB_ADD)))
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, NULL, _ ("“%s” cannot be edited."), step->table);
  is_priority = g_str_equal (step->table, "priority");
  /* What a row was called before tells which it was; but one that is being named for the first time had no name. */
  if (!ris3_edit_check_settings (table, step, error) || !ris3_edit_check_comment (self, step, error)
      || (key != NULL && !ris3_edit_find_row (self, table, key, &name, error)))
    return FALSE;
  id = key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
  switch (step->verb)
    {
    case RIS3_VERB_ADD:
      ok = ris3_edit_add_row (self, table, step, &key, error);
      break;
    case RIS3_VERB_SET:
      ok = ris3_edit_set_row (self, table, step, error);
      break;
    case RIS3_VERB_DELETE:
      ok = ris3_edit_delete_row (self, table, step, error);
      break;
    case RIS3_VERB_MOVE:
      ok = ris3_edit_move (self->connection, id, step->parent_id, step->after_id, error)
           && ris3_edit_check_references (self, table, key, error);
      break;
    case RIS3_VERB_SHIFT:
      ok = ris3_edit_shift (self->connection, id, step->shift, error);
      break;
    case RIS3_VERB_THEMES:
      ok = ris3_edit_write_themes (self, step->table, id, step->themes, error);
      break;
    case RIS3_VERB_RESTORE:
      ok = ris3_edit_restore (self->connection, step, error);
      break;
    case RIS3_VERB_STATE:
      ok = ris3_edit_set_comment_state (self, step, error);
      break;
    case RIS3_VERB_BACKUP:
    case RIS3_VERB_IMPORT:
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!ok
      || (step->verb == RIS3_VERB_ADD && wants_title
          && !ris3_edit_read_text (self, table, table->name, key, &found, &name, error)))
    return FALSE;
  if (is_priority && step->verb != RIS3_VERB_DELETE)
    g_hash_table_add (self->priorities, g_strdup (key));
  if (wants_title)
    *title = get_title (table, step, name);
  id = table->key_is_number && key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
  g_array_append_val (self->ids, id);
  return TRUE;
}

gboolean
ris3_edit_perform (Ris3Edit *self,
                   Ris3Connection *connection,
                   sqlite3_session *session,
                   const char *actor,
                   const char *now,
                   Ris3EditOutcome *outcome,
                   GError **error)
{
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) applied = g_array_new (FALSE, FALSE, sizeof (gint64));
  Ris3Performance performance = { connection, actor, now, NULL, priorities, FALSE, session };
  g_autofree char *title = NULL;

  ris3_connection_trim_statements (connection);
  performance.applied = applied;
  performance.ids = outcome->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  performance.inserted = outcome->inserted = ris3_inserted_rows_new ();
  for (guint i = 0; i < self->steps->len; i++)
    {
      GError *local_error = NULL;

      if (perform_step (&performance, g_ptr_array_index (self->steps, i), i == 0 && self->title == NULL, &title,
                        &local_error))
        continue;
      ris3_edit_error_set_step (local_error, i);
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (self->title != NULL)
    outcome->title = g_strdup (self->title);
  else if (self->steps->len > 1)
    /* Translators: %s is the name of the first of several edits that were made together. */
    outcome->title = g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", self->steps->len - 1), title,
                                      self->steps->len - 1);
  else
    outcome->title = g_steal_pointer (&title);
  return ris3_edit_check_depths (connection, priorities, error) && ris3_edit_check_dangling (&performance, error)
         && ris3_edit_link_comments (&performance, error);
}

gboolean
ris3_edit_build (Ris3Edit *self, Ris3Connection *connection, gint64 *id, GError **error)
{
  g_autoptr (GHashTable) priorities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Ris3Performance performance = { connection, "", "", ids, priorities, TRUE };

  for (guint i = 0; i < self->steps->len; i++)
    if (!perform_step (&performance, g_ptr_array_index (self->steps, i), FALSE, NULL, error))
      return FALSE;
  if (id != NULL)
    *id = g_array_index (ids, gint64, ids->len - 1);
  return TRUE;
}
