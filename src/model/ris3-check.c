/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-check.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-atlas-file-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-schema-private.h"

/* Damage is told up to this number; more would not help. */
#define MAX_PROBLEMS 100

/* One query; each row of its result is a finding, with the subject in the first column. */
typedef struct
{
  const char *kind;
  const char *sql;
  const char *message;
} Check;

static const Check checks[] = {
  { "unmatched-code",
    "SELECT id FROM strategy WHERE NOT EXISTS (SELECT 1 FROM region AS r WHERE r.nuts_version = strategy.nuts_version"
    " AND r.code = strategy.region_code)",
    N_ ("the strategy’s region is not in the atlas’s list of regions") },
  { "unmatched-code",
    "SELECT name FROM participation WHERE region_code IS NOT NULL AND NOT EXISTS (SELECT 1 FROM region AS r"
    " WHERE r.nuts_version = participation.nuts_version AND r.code = participation.region_code)",
    N_ ("the participation’s region is not in the atlas’s list of regions") },
  { "no-source", "SELECT id FROM strategy WHERE source_url = '' AND source_title = '' AND document_url = ''",
    N_ ("no source is given for the strategy") },
  { "orphan-theme",
    "SELECT p.strategy_id || ' ' || t.code FROM priority_theme AS t JOIN priority AS p ON p.id = t.priority_id"
    " WHERE NOT EXISTS (SELECT 1 FROM codebook AS c WHERE c.scheme = t.scheme AND c.version = t.version"
    " AND c.code = t.code)",
    N_ ("the theme of a priority is not in the codebook") },
  { "mark-without-statement",
    "SELECT id FROM strategy WHERE pm_mark = 1 AND pm_basis = 'text' AND NOT EXISTS (SELECT 1 FROM priority AS p"
    " WHERE p.strategy_id = strategy.id AND p.explicit_pm = 1)",
    N_ ("the mark is based on the text, but no priority names personalised medicine") },
  { "statement-without-mark",
    "SELECT DISTINCT s.id FROM strategy AS s JOIN priority AS p ON p.strategy_id = s.id"
    " WHERE p.explicit_pm = 1 AND s.pm_mark IS NOT 1",
    N_ ("a priority names personalised medicine, but the strategy does not have the mark") },
  { "health-without-statement",
    "SELECT id FROM strategy WHERE health_priority = 1"
    " AND NOT EXISTS (SELECT 1 FROM priority AS p WHERE p.strategy_id = strategy.id)",
    N_ ("the strategy is recorded as having a health priority, but none is listed") },
  { "statement-of-pending",
    "SELECT id FROM strategy WHERE analysis_state = 'pending'"
    " AND EXISTS (SELECT 1 FROM priority AS p WHERE p.strategy_id = strategy.id)",
    N_ ("the strategy is not yet analysed, but priorities are recorded for it") },
  { "empty-area",
    "SELECT strategy_id || ' ' || label FROM priority AS a WHERE is_area = 1"
    " AND NOT EXISTS (SELECT 1 FROM priority AS p WHERE p.parent_id = a.id)",
    N_ ("the area contains no priority") },
  { "comment-elsewhere",
    "SELECT c.key FROM comment AS c JOIN priority AS p ON p.id = c.priority_id WHERE c.strategy_id IS NOT "
    "p.strategy_id",
    N_ ("the comment is about a priority of a different strategy from the one that it names") },
  { "year-after-period", "SELECT id FROM strategy WHERE year > CAST (substr (period, 6, 4) AS INTEGER)",
    N_ ("the year of the strategy is later than its period") },
};

void
ris3_finding_free (Ris3Finding *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->kind);
  g_free (self->subject);
  g_free (self->message);
  g_free (self);
}

static void
add_finding (GPtrArray *findings, const char *kind, const char *subject, const char *message)
{
  Ris3Finding *finding = g_new0 (Ris3Finding, 1);

  finding->kind = g_strdup (kind);
  finding->subject = g_strdup (subject != NULL ? subject : "");
  finding->message = g_strdup (message != NULL ? message : "");
  g_ptr_array_add (findings, finding);
}

static gboolean
run_check (Ris3Connection *connection, const Check *check, GPtrArray *findings, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, check->sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      g_autofree char *subject = NULL;

      if (!ris3_connection_step (connection, statement, &has_row, error))
        return FALSE;
      if (has_row)
        {
          subject = ris3_statement_get_text (statement, 0);
          add_finding (findings, check->kind, subject, _ (check->message));
        }
    }
  return TRUE;
}

/* As opening an atlas does, which stops at the first. */
static gboolean
check_damage (Ris3Connection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint version;

  if (!ris3_schema_read_version (connection, &version, error)
      || !ris3_schema_find_damage (connection, version, problems, MAX_PROBLEMS, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    add_finding (findings, "damage", ris3_connection_get_name (connection), g_ptr_array_index (problems, i));
  return TRUE;
}

static gboolean
check_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  GPtrArray *findings = user_data;

  if (!check_damage (connection, findings, error))
    return FALSE;
  /* The rows of a damaged file are not checked any further. */
  if (findings->len > 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!run_check (connection, &checks[i], findings, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
ris3_atlas_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_finding_free);
  g_autoptr (Ris3Connection) connection = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  if (!ris3_schema_probe (path, &version, error))
    return NULL;
  name = g_filename_display_basename (path);
  connection = ris3_connection_open (path, RIS3_CONNECTION_READ_ONLY, cancellable, &local_error);
  if (connection != NULL && ris3_connection_read (connection, check_all, findings, &local_error))
    return g_steal_pointer (&findings);

  if (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED))
    add_finding (findings, "damage", name, local_error->message);
  /* What is in the file can only be told once it is mended, and this changes nothing. */
  else if (g_error_matches (local_error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_UNFINISHED))
    add_finding (findings, "unfinished", name,
                 ris3_atlas_file_is_writable (path)
                     ? _ ("it was left half written when a program or the computer stopped. Open it with RIS3 Atlas, "
                          "which mends it.")
                     : local_error->message);
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&findings);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *findings = ris3_atlas_check (task_data, cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_atlas_check_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);
  g_task_set_source_tag (task, ris3_atlas_check_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, check_in_thread);
}

GPtrArray *
ris3_atlas_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ris3_atlas_check_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
