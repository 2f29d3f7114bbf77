/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From rows of an atlas to an index. While they are read nobody can write the file, so that this is quick: what takes
 * long, to find the words in texts, is done afterwards. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#include "model/ris3-region-key.h"
#include "model/ris3-schema-private.h"

/* A full text of which most belongs to no index any more is made anew. */
#define MAX_WASTE 2
#define MIN_WASTE 10000

const char *
_ris3_filter_get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  /* Bytes that are not UTF-8 are looked for by nobody. */
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

guint32
_ris3_filter_need_region (Ris3FilterIndex *index, guint nuts_version, const char *code)
{
  g_autofree char *key = ris3_region_key (nuts_version, code);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->region_rows, key));

  if (place > 0)
    return place - 1;
  g_ptr_array_add (index->regions, key);
  g_hash_table_insert (index->region_rows, g_steal_pointer (&key), GUINT_TO_POINTER (index->regions->len));
  return index->regions->len - 1;
}

guint32
_ris3_filter_find_strategy (Ris3FilterIndex *index, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index->strategy_rows, id));

  return place > 0 ? place - 1 : RIS3_NO_ROW;
}

static void
rank_clear (gpointer rank)
{
  g_free (((Ris3FilterRank *) rank)->period);
}

static void
reader_clear (Ris3FilterReader *self)
{
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      g_clear_pointer (&self->columns[i].places, g_hash_table_unref);
      g_clear_pointer (&self->columns[i].values, g_array_unref);
      g_clear_pointer (&self->columns[i].rows, g_ptr_array_unref);
    }
  g_clear_pointer (&self->index, ris3_filter_index_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
  g_clear_pointer (&self->are_areas, g_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->comments, g_free);
  g_clear_pointer (&self->activities, g_free);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_array_unref);
}

static Ris3FilterIndex *
index_new (void)
{
  Ris3FilterIndex *index = g_new0 (Ris3FilterIndex, 1);

  g_atomic_ref_count_init (&index->ref_count);
  g_mutex_init (&index->mutex);
  index->strategy_ids = g_ptr_array_new_with_free_func (g_free);
  index->strategy_rows = g_hash_table_new (g_str_hash, g_str_equal);
  index->regions = g_ptr_array_new_with_free_func (g_free);
  index->region_rows = g_hash_table_new (g_str_hash, g_str_equal);
  index->country_names = g_ptr_array_new_with_free_func (g_free);
  index->documents = g_array_new (FALSE, FALSE, sizeof (Ris3Document));
  return index;
}

static void
reader_begin (Ris3FilterReader *self)
{
  reader_clear (self);
  self->index = index_new ();
  for (guint i = 0; i < RIS3_N_FACETS; i++)
    {
      const char *const *fixed = ris3_facet_get_fixed_values (i);

      _ris3_column_init (&self->columns[i]);
      for (guint j = 0; fixed != NULL && fixed[j] != NULL; j++)
        _ris3_column_need (&self->columns[i], i, fixed[j], NULL);
    }
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->are_areas = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->years = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ranks = g_array_new (FALSE, FALSE, sizeof (Ris3FilterRank));
  g_array_set_clear_func (self->ranks, rank_clear);
  self->asked = g_hash_table_new (NULL, NULL);
  self->chunk = g_string_chunk_new (64 * 1024);
  self->texts = g_ptr_array_new ();
  self->documents = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
check_file (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  guint version;

  return !self->check
         || (ris3_schema_read_version (connection, &version, error)
             && ris3_schema_check_quickly (connection, version, error));
}

static gboolean
read_all (Ris3Connection *connection, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;

  reader_begin (self);
  if (!check_file (connection, self, error) || !_ris3_filter_read_strategies (connection, self, error)
      || !_ris3_filter_read_priorities (connection, self, error) || !_ris3_filter_read_themes (connection, self, error))
    return FALSE;
  if (!_ris3_filter_read_regions (connection, self, error) || !_ris3_filter_read_documents (connection, self, error))
    return FALSE;
  _ris3_filter_add_states (self);
  _ris3_filter_finish_facets (self);
  if (self->former != NULL)
    _ris3_filter_use_former (self);
  for (guint i = 0; i < RIS3_N_DOCUMENTS; i++)
    if (!_ris3_filter_read_texts (connection, self, i, error))
      return FALSE;
  return TRUE;
}

/* Whether most of a full text is of use still. */
static gboolean
is_worth_keeping (Ris3FilterIndex *former)
{
  return ris3_filter_texts_get_length (former->texts) < former->documents->len * MAX_WASTE + MIN_WASTE;
}

Ris3FilterIndex *
ris3_filter_index_read (const char *path,
                        gboolean read_only,
                        gboolean check,
                        Ris3FilterIndex *former,
                        Ris3Changes *changes,
                        GCancellable *cancellable,
                        GError **error)
{
  Ris3FilterReader self = { .check = check, .changes = changes, .cancellable = cancellable };
  Ris3FilterIndex *index = NULL;

  if (former != NULL && changes != NULL && is_worth_keeping (former))
    self.former = former;
  if (ris3_connection_read_file (path, read_only, cancellable, read_all, &self, error))
    {
      self.index->texts
          = self.former != NULL ? ris3_filter_texts_ref (self.former->texts) : ris3_filter_texts_new (error);
      if (self.index->texts != NULL && _ris3_filter_number_texts (&self, error))
        index = g_steal_pointer (&self.index);
    }
  reader_clear (&self);
  return index;
}
