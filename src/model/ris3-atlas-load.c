/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From rows to objects. The file was checked before (ris3_schema_check), yet nothing here trusts a
 * row further than its column types: a word that is not in a list, or a tree that is none, is damage.
 */

#include "config.h"

#include "model/ris3-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-assessment-private.h"
#include "model/ris3-comment-private.h"
#include "model/ris3-participation-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-strategy-private.h"

/* A tree of statements deeper than this was not written by a person. */
#define MAX_DEPTH 32

typedef gboolean (*RowFunc) (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error);

static gboolean
for_each_row (Ris3Atlas *self,
              Ris3Connection *connection,
              const char *sql,
              RowFunc func,
              gpointer user_data,
              GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ris3_connection_prepare (connection, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!func (self, statement, user_data, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
damaged (Ris3Atlas *self, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_DAMAGED, _ ("“%s” is damaged (%s). Use a backup copy of it."),
               name, what);
  return FALSE;
}

/* Never NULL. (transfer full) */
static char *
get_text (sqlite3_stmt *row, int column)
{
  char *text = ris3_statement_get_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static Ris3Answer
get_answer (sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return RIS3_ANSWER_UNKNOWN;
  return sqlite3_column_int (row, column) != 0 ? RIS3_ANSWER_YES : RIS3_ANSWER_NO;
}

static gboolean
read_meta (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_autofree char *key = get_text (row, 0);
  char **field = NULL;

  if (g_str_equal (key, "title"))
    field = &self->title;
  else if (g_str_equal (key, "data_date"))
    field = &self->data_date;
  if (field != NULL)
    {
      g_free (*field);
      *field = get_text (row, 1);
    }
  return TRUE;
}

/* user_data: id to Ris3Strategy */
static gboolean
read_strategy (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_autoptr (Ris3Strategy) strategy = g_object_new (RIS3_TYPE_STRATEGY, NULL);
  g_autofree char *state = get_text (row, 9);
  g_autofree char *basis = get_text (row, 12);
  g_autofree char *source_kind = get_text (row, 14);
  gint state_id = ris3_analysis_state_from_id (state);
  gint basis_id = ris3_basis_from_id (basis);
  gint source_kind_id = ris3_source_kind_from_id (source_kind);

  strategy->id = get_text (row, 0);
  strategy->nuts_version = (guint) sqlite3_column_int (row, 1);
  strategy->region_code = get_text (row, 2);
  strategy->country = get_text (row, 3);
  strategy->region_name = get_text (row, 4);
  strategy->title = get_text (row, 5);
  strategy->year = (guint) sqlite3_column_int (row, 6);
  strategy->period = get_text (row, 7);
  strategy->language = get_text (row, 8);
  strategy->health_priority = get_answer (row, 10);
  strategy->pm_mark = get_answer (row, 11);
  strategy->pm_disputed = sqlite3_column_int (row, 13) != 0;
  strategy->source_title = get_text (row, 15);
  strategy->source_url = get_text (row, 16);
  strategy->document_url = get_text (row, 17);
  strategy->remark = get_text (row, 18);
  if (state_id < 0 || basis_id < 0 || source_kind_id < 0 || strlen (strategy->region_code) < 2
      || strlen (strategy->region_code) > 5)
    return damaged (self, strategy->id, error);
  strategy->analysis_state = state_id;
  strategy->pm_basis = basis_id;
  strategy->source_kind = source_kind_id;

  g_list_store_append (self->strategies, strategy);
  g_hash_table_insert (user_data, strategy->id, strategy);
  return TRUE;
}

/* user_data: priority id to GPtrArray of names */
static gboolean
read_theme (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  GPtrArray *names = g_hash_table_lookup (user_data, &id);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (user_data, g_memdup2 (&id, sizeof id), names);
    }
  g_ptr_array_add (names, get_text (row, 1));
  return TRUE;
}

typedef struct
{
  Ris3Strategy *strategy;
  Ris3Priority *priority;
  gint64 parent_id; /* 0: none */
} Node;

typedef struct
{
  GHashTable *strategies; /* id to Ris3Strategy, not owned */
  GHashTable *themes;     /* priority id to GPtrArray of names */
  GHashTable *nodes;      /* priority id to Node */
  GPtrArray *order;       /* of Node, not owned: the document's order */
} Tree;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_object_unref (node->priority);
  g_free (node);
}

static gboolean
read_priority (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Tree *tree = user_data;
  Ris3Priority *priority = g_object_new (RIS3_TYPE_PRIORITY, NULL);
  g_autofree char *strategy_id = get_text (row, 1);
  Node *node = g_new0 (Node, 1);
  GPtrArray *themes;

  priority->id = sqlite3_column_int64 (row, 0);
  priority->label = get_text (row, 3);
  priority->original_text = get_text (row, 4);
  priority->text = get_text (row, 5);
  if (sqlite3_column_type (row, 6) != SQLITE_NULL)
    priority->page_index = sqlite3_column_int (row, 6);
  priority->page_label = get_text (row, 7);
  priority->explicit_pm = sqlite3_column_int (row, 8) != 0;
  priority->is_area = sqlite3_column_int (row, 9) != 0;

  themes = g_hash_table_lookup (tree->themes, &priority->id);
  priority->themes = g_new0 (char *, (themes != NULL ? themes->len : 0) + 1);
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    priority->themes[i] = g_strdup (g_ptr_array_index (themes, i));

  node->priority = priority;
  node->strategy = g_hash_table_lookup (tree->strategies, strategy_id);
  node->parent_id = sqlite3_column_int64 (row, 2);
  g_hash_table_replace (tree->nodes, &priority->id, node);
  g_ptr_array_add (tree->order, node);
  return node->strategy != NULL || damaged (self, strategy_id, error);
}

/* Hangs each priority below its parent. One that cannot be reached from a root is part of a circle,
 * which would keep itself alive and be walked forever. */
static gboolean
plant (Ris3Atlas *self, Tree *tree, GError **error)
{
  for (guint i = 0; i < tree->order->len; i++)
    {
      Node *node = g_ptr_array_index (tree->order, i);
      Node *parent = NULL;
      guint depth = 0;

      if (node->parent_id != 0)
        {
          parent = g_hash_table_lookup (tree->nodes, &node->parent_id);
          for (Node *above = parent; above != NULL && above->parent_id != 0 && depth <= MAX_DEPTH; depth++)
            above = g_hash_table_lookup (tree->nodes, &above->parent_id);
          if (parent == NULL || parent->strategy != node->strategy || depth > MAX_DEPTH)
            return damaged (self, node->strategy->id, error);
        }
      g_list_store_append (parent != NULL ? parent->priority->children : node->strategy->priorities, node->priority);
    }
  return TRUE;
}

static gboolean
read_participation (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_autoptr (Ris3Participation) participation = g_object_new (RIS3_TYPE_PARTICIPATION, NULL);

  participation->programme = get_text (row, 0);
  participation->role = get_text (row, 1);
  participation->country = get_text (row, 2);
  participation->nuts_version = (guint) sqlite3_column_int (row, 3);
  participation->region_code = get_text (row, 4);
  participation->name = get_text (row, 5);
  participation->source = get_text (row, 6);
  g_list_store_append (self->participations, participation);
  return TRUE;
}

static gboolean
read_comment (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_autoptr (Ris3Comment) comment = g_object_new (RIS3_TYPE_COMMENT, NULL);

  comment->id = sqlite3_column_int64 (row, 0);
  comment->nuts_version = (guint) sqlite3_column_int (row, 1);
  comment->region_code = get_text (row, 2);
  comment->strategy_id = get_text (row, 3);
  comment->author_role = get_text (row, 4);
  comment->channel = get_text (row, 5);
  comment->received_on = get_text (row, 6);
  comment->text = get_text (row, 7);
  comment->state = get_text (row, 8);
  comment->source_url = get_text (row, 9);
  g_list_store_append (self->comments, comment);
  return TRUE;
}

static gboolean
read_assessment (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_autoptr (Ris3Assessment) assessment = g_object_new (RIS3_TYPE_ASSESSMENT, NULL);

  assessment->nuts_version = (guint) sqlite3_column_int (row, 0);
  assessment->region_code = get_text (row, 1);
  assessment->assessor = get_text (row, 2);
  assessment->pm_mark = sqlite3_column_int (row, 3) != 0;
  assessment->source_url = get_text (row, 4);
  g_list_store_append (self->assessments, assessment);
  return TRUE;
}

/* There are thousands, and most are never asked for: their strings are kept together. */
static gboolean
read_region (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3RegionName *region = g_new0 (Ris3RegionName, 1);
  const char **const fields[]
      = { &region->code, &region->parent_code, &region->name, &region->name_latin, &region->name_english };
  g_autofree char *key = NULL;

  region->nuts_version = (guint) sqlite3_column_int (row, 0);
  region->level = (guint) sqlite3_column_int (row, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = get_text (row, (int) i + 2);
      *fields[i] = g_string_chunk_insert (self->region_strings, text);
    }
  key = g_strdup_printf ("%u %s", region->nuts_version, region->code);
  g_hash_table_replace (self->regions, g_string_chunk_insert (self->region_strings, key), region);
  return TRUE;
}

static gboolean
read_period (Ris3Atlas *self, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, get_text (row, 0));
  return TRUE;
}

static gboolean
load_priorities (Ris3Atlas *self, Ris3Connection *connection, GHashTable *strategies, GError **error)
{
  g_autoptr (GHashTable) themes
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, node_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Tree tree = { strategies, themes, nodes, order };

  return for_each_row (self, connection,
                       "SELECT t.priority_id, c.name FROM priority_theme AS t"
                       " JOIN codebook AS c USING (scheme, version, code)"
                       " ORDER BY t.priority_id, t.position, t.scheme, t.code",
                       read_theme, themes, error)
         && for_each_row (self, connection,
                          "SELECT id, strategy_id, parent_id, label, original_text, text, page_index, page_label,"
                          " explicit_pm, is_area FROM priority ORDER BY strategy_id, position",
                          read_priority, &tree, error)
         && plant (self, &tree, error);
}

static gboolean
load (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Ris3Atlas *self = user_data;
  g_autoptr (GHashTable) strategies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);

  if (!for_each_row (self, connection, "SELECT key, value FROM meta", read_meta, NULL, error)
      || !for_each_row (self, connection,
                        "SELECT id, nuts_version, region_code, substr (region_code, 1, 2), region_name, title, year,"
                        " period, language, analysis_state, health_priority, pm_mark, pm_basis, pm_disputed,"
                        " source_kind, source_title, source_url, document_url, remark"
                        " FROM strategy ORDER BY region_code, period, year, id",
                        read_strategy, strategies, error)
      || !load_priorities (self, connection, strategies, error)
      || !for_each_row (self, connection,
                        "SELECT programme, role, country, nuts_version, region_code, name, source"
                        " FROM participation ORDER BY programme, role, name, id",
                        read_participation, NULL, error)
      || !for_each_row (self, connection,
                        "SELECT id, nuts_version, region_code, strategy_id, author_role, channel, received_on, text,"
                        " state, source_url FROM comment ORDER BY region_code, id",
                        read_comment, NULL, error)
      || !for_each_row (self, connection,
                        "SELECT nuts_version, region_code, assessor, pm_mark, source_url FROM assessment"
                        " ORDER BY region_code, assessor",
                        read_assessment, NULL, error)
      || !for_each_row (self, connection,
                        "SELECT nuts_version, level, code, parent_code, name, name_latin, name_english FROM region",
                        read_region, NULL, error)
      || !for_each_row (self, connection, "SELECT DISTINCT period FROM strategy ORDER BY period", read_period, periods,
                        error))
    return FALSE;

  g_ptr_array_add (periods, NULL);
  self->periods = (char **) g_ptr_array_free (g_steal_pointer (&periods), FALSE);
  return TRUE;
}

gboolean
ris3_atlas_load (Ris3Atlas *self, Ris3Connection *connection, GError **error)
{
  return ris3_connection_read (connection, load, self, error);
}
