/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Priorities and their themes, as filters see them. */

#include "config.h"

#include "model/ris3-filter-read-private.h"

#include "model/ris3-theme.h"

static gboolean
read_priority (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  gint64 id = sqlite3_column_int64 (row, 0);
  guint8 is_area = sqlite3_column_int (row, 2) != 0;
  guint32 strategy = _ris3_filter_find_strategy (self->index, _ris3_filter_get_text (row, 1));

  if (strategy == RIS3_NO_ROW)
    return TRUE;
  g_array_append_val (self->ids, id);
  g_array_append_val (self->owners, strategy);
  g_array_append_val (self->are_areas, is_area);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer ids)
{
  gint64 left = ((const gint64 *) ids)[*(const guint32 *) a];
  gint64 right = ((const gint64 *) ids)[*(const guint32 *) b];

  return left < right ? -1 : left > right;
}

gboolean
_ris3_filter_read_priorities (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  Ris3FilterIndex *index = self->index;

  if (!ris3_loader_for_each_row (connection,
                                 "SELECT id, strategy_id, is_area FROM priority ORDER BY strategy_id, position, id",
                                 NULL, read_priority, self, error))
    return FALSE;
  index->n_priorities = self->ids->len;
  index->priority_ids = (gint64 *) (void *) g_array_steal (self->ids, NULL);
  index->owners = (guint32 *) (void *) g_array_steal (self->owners, NULL);
  index->are_areas = (guint8 *) g_array_steal (self->are_areas, NULL);
  index->by_id = g_new (guint32, index->n_priorities + 1);
  index->first_priorities = g_new (guint32, index->n_strategies + 1);
  for (guint32 i = 0, strategy = 0; strategy <= index->n_strategies; strategy++)
    {
      index->first_priorities[strategy] = i;
      while (i < index->n_priorities && index->owners[i] == strategy)
        i++;
    }
  for (guint32 i = 0; i < index->n_priorities; i++)
    index->by_id[i] = i;
  g_qsort_with_data (index->by_id, (gint) index->n_priorities, sizeof (guint32), compare_ids, index->priority_ids);
  return TRUE;
}

static gboolean
read_codebook (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Ris3FilterReader *self = user_data;
  g_autofree char *id = g_strconcat (_ris3_filter_get_text (row, 0), "/", _ris3_filter_get_text (row, 1), NULL);

  _ris3_column_need (&self->columns[RIS3_FACET_THEME], RIS3_FACET_THEME, id, _ris3_filter_get_text (row, 2));
  return TRUE;
}

typedef struct
{
  Ris3FilterReader *reader;
  char *id; /* of the theme of the row before */
  guint value;
} Tags;

static gboolean
read_tag (Ris3Connection *connection, sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Tags *tags = user_data;
  g_autofree char *id = g_strconcat (_ris3_filter_get_text (row, 0), "/", _ris3_filter_get_text (row, 1), NULL);
  guint32 priority = ris3_filter_index_find_priority (tags->reader->index, sqlite3_column_int64 (row, 2));
  Ris3FilterColumn *column = &tags->reader->columns[RIS3_FACET_THEME];

  if (g_strcmp0 (id, tags->id) != 0)
    {
      tags->value = _ris3_column_need (column, RIS3_FACET_THEME, id, NULL);
      g_free (tags->id);
      tags->id = g_steal_pointer (&id);
    }
  if (priority != RIS3_NO_ROW)
    _ris3_column_add (column, tags->value, priority);
  return TRUE;
}

gboolean
_ris3_filter_read_themes (Ris3Connection *connection, Ris3FilterReader *self, GError **error)
{
  Tags tags = { self, NULL, 0 };
  gboolean ok;

  ok = ris3_loader_for_each_row (connection,
                                 "SELECT scheme, code, name FROM codebook"
                                 " ORDER BY scheme <> '" RIS3_THEME_SCHEME "', scheme, version, position, code",
                                 NULL, read_codebook, self, error)
       && ris3_loader_for_each_row (
           connection, "SELECT scheme, code, priority_id FROM priority_theme ORDER BY scheme, version, code", NULL,
           read_tag, &tags, error);
  g_free (tags.id);
  return ok;
}
