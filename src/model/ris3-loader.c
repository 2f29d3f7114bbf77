/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From rows to objects. The file was checked before (ris3_schema_check), yet nothing here trusts a
 * row beyond its column types: an unknown word, or priorities that do not form a tree, count as damage.
 */

#include "config.h"

#include "model/ris3-loader-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-activity-private.h"
#include "model/ris3-assessment-private.h"
#include "model/ris3-comment-private.h"
#include "model/ris3-consultation-round-private.h"
#include "model/ris3-damage-private.h"
#include "model/ris3-joined-column-private.h"
#include "model/ris3-note-private.h"
#include "model/ris3-organisation-private.h"
#include "model/ris3-participation-private.h"
#include "model/ris3-request-private.h"
#include "model/ris3-saved-view-private.h"
#include "model/ris3-strategy-private.h"

const Ris3Record *const ris3_list_records[RIS3_N_LISTS] = {
  [RIS3_LIST_STRATEGIES] = &ris3_strategy_record,
  [RIS3_LIST_PARTICIPATIONS] = &ris3_participation_record,
  [RIS3_LIST_COMMENTS] = &ris3_comment_record,
  [RIS3_LIST_ASSESSMENTS] = &ris3_assessment_record,
  [RIS3_LIST_NOTES] = &ris3_note_record,
  [RIS3_LIST_ACTIVITIES] = &ris3_activity_record,
  [RIS3_LIST_SAVED_VIEWS] = &ris3_saved_view_record,
  [RIS3_LIST_JOINED_COLUMNS] = &ris3_joined_column_record,
  [RIS3_LIST_ROUNDS] = &ris3_consultation_round_record,
  [RIS3_LIST_REQUESTS] = &ris3_request_record,
  [RIS3_LIST_ORGANISATIONS] = &ris3_organisation_record,
};

Ris3Wanted *
ris3_wanted_new (void)
{
  Ris3Wanted *self = g_new0 (Ris3Wanted, 1);

  for (guint i = 0; i < RIS3_N_LISTS; i++)
    self->keys[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->region_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ris3_wanted_free (Ris3Wanted *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < RIS3_N_LISTS; i++)
    g_hash_table_unref (self->keys[i]);
  g_hash_table_unref (self->region_keys);
  g_free (self);
}

static Ris3Loaded *
loaded_new (void)
{
  Ris3Loaded *self = g_new0 (Ris3Loaded, 1);

  for (guint i = 0; i < RIS3_N_LISTS; i++)
    self->objects[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->regions = g_ptr_array_new_with_free_func (g_free);
  self->region_strings = g_string_chunk_new (1024);
  return self;
}

void
ris3_loaded_free (Ris3Loaded *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->meta, g_hash_table_unref);
  g_clear_pointer (&self->forest, ris3_forest_unref);
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    g_ptr_array_unref (self->objects[i]);
  g_ptr_array_unref (self->regions);
  if (self->region_strings != NULL)
    g_string_chunk_free (self->region_strings);
  g_free (self);
}

gboolean
ris3_loader_for_each_row (Ris3Connection *connection,
                          const char *sql,
                          const char *key,
                          Ris3RowFunc func,
                          gpointer user_data,
                          GError **error)
{
  g_autoptr (Ris3Statement) statement = ris3_connection_borrow (connection, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (key != NULL)
    ris3_statement_bind (statement, "s", key);
  while (ris3_connection_step (connection, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (!func (connection, statement, user_data, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
ris3_loader_damaged (Ris3Connection *connection, const char *what, GError **error)
{
  ris3_damage_set_error (ris3_connection_get_path (connection), ris3_connection_get_name (connection), what, error);
  return FALSE;
}

typedef struct
{
  const Ris3Record *record;
  GPtrArray *objects;
} RecordRows;

static gboolean
read_object (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  RecordRows *rows = user_data;
  gpointer object = ris3_record_read (rows->record, row);

  if (object == NULL)
    {
      g_autofree char *key = ris3_statement_get_text (row, 0);

      return ris3_loader_damaged (connection, key != NULL ? key : rows->record->table, error);
    }
  g_ptr_array_add (rows->objects, object);
  return TRUE;
}

static gint
compare_objects (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ris3Record *record = user_data;

  return record->compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

static gboolean
read_list (Ris3Connection *connection, const Ris3Wanted *wanted, guint id, GPtrArray *objects, GError **error)
{
  const Ris3Record *record = ris3_list_records[id];
  g_autofree char *sql = ris3_record_get_select (record);
  g_autofree char *keyed_sql = g_strdup_printf ("%s WHERE %s = ?", sql, record->fields[0].column);
  RecordRows rows = { record, objects };
  GHashTableIter iter;
  gpointer key;

  if (wanted->all
      || (wanted->overview
          && (id == RIS3_LIST_STRATEGIES || id == RIS3_LIST_SAVED_VIEWS || id == RIS3_LIST_JOINED_COLUMNS)))
    {
      if (!ris3_loader_for_each_row (connection, sql, NULL, read_object, &rows, error))
        return FALSE;
    }
  else
    {
      g_hash_table_iter_init (&iter, wanted->keys[id]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (!ris3_loader_for_each_row (connection, keyed_sql, key, read_object, &rows, error))
          return FALSE;
    }
  g_ptr_array_sort_with_data (objects, compare_objects, (gpointer) record);
  return TRUE;
}

enum
{
  META_KEY,
  META_VALUE,
};

static gboolean
read_meta (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  g_hash_table_insert (user_data, ris3_statement_get_text (row, META_KEY), ris3_statement_get_text (row, META_VALUE));
  return TRUE;
}

enum
{
  REGION_NUTS_VERSION,
  REGION_LEVEL,
  REGION_TEXTS, /* and on, in the order of offsets below */
};

#define SELECT_REGION "SELECT nuts_version, level, code, parent_code, name, name_latin, name_english FROM region"

static gboolean
read_region (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3Loaded *self = user_data;
  Ris3RegionName *region = g_new0 (Ris3RegionName, 1);
  const char **const texts[]
      = { &region->code, &region->parent_code, &region->name, &region->name_latin, &region->name_english };

  region->nuts_version = (guint) sqlite3_column_int (row, REGION_NUTS_VERSION);
  region->level = (guint) sqlite3_column_int (row, REGION_LEVEL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = ris3_statement_get_text (row, REGION_TEXTS + (int) i);
      *texts[i] = g_string_chunk_insert (self->region_strings, text != NULL ? text : "");
    }
  g_ptr_array_add (self->regions, region);
  return TRUE;
}

static gboolean
read_regions (Ris3Connection *connection, const Ris3Wanted *wanted, Ris3Loaded *loaded, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (wanted->all)
    return ris3_loader_for_each_row (connection, SELECT_REGION, NULL, read_region, loaded, error);
  g_hash_table_iter_init (&iter, wanted->region_keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!ris3_loader_for_each_row (connection, SELECT_REGION " WHERE nuts_version || ' ' || code = ?", key, read_region,
                                   loaded, error))
      return FALSE;
  return TRUE;
}

Ris3Loaded *
ris3_loaded_read (Ris3Connection *connection, const Ris3Wanted *wanted, GError **error)
{
  g_autoptr (Ris3Loaded) loaded = loaded_new ();
  g_autoptr (GHashTable) strategies = g_hash_table_new (g_str_hash, g_str_equal);

  if (wanted->all || wanted->overview || wanted->meta)
    {
      loaded->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (!ris3_loader_for_each_row (connection, "SELECT key, value FROM meta", NULL, read_meta, loaded->meta, error))
        return NULL;
    }
  for (guint i = 0; i < RIS3_N_LISTS; i++)
    if (!read_list (connection, wanted, i, loaded->objects[i], error))
      return NULL;
  if (wanted->overview)
    return g_steal_pointer (&loaded);
  loaded->forest = ris3_forest_new ();
  for (guint i = 0; i < loaded->objects[RIS3_LIST_STRATEGIES]->len; i++)
    {
      Ris3Strategy *strategy = g_ptr_array_index (loaded->objects[RIS3_LIST_STRATEGIES], i);
      g_hash_table_add (strategies, strategy->id);
      ris3_strategy_set_forest (strategy, loaded->forest);
    }
  if (!wanted->later)
    {
      if (!ris3_loader_read_priorities (connection, loaded->forest, strategies, wanted->all, error))
        return NULL;
      ris3_forest_finish (loaded->forest, NULL);
    }
  if (!ris3_loader_read_activity_themes (connection, loaded->objects[RIS3_LIST_ACTIVITIES], wanted->all, error)
      || !read_regions (connection, wanted, loaded, error))
    return NULL;
  return g_steal_pointer (&loaded);
}
