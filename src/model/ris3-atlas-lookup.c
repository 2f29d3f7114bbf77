/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Single rows of an open atlas, and their values. */

#include "config.h"

#include "model/ris3-activity-private.h"
#include "model/ris3-atlas-private.h"
#include "model/ris3-priority-private.h"
#include "model/ris3-strategy-private.h"

static gpointer
find_row (Ris3Atlas *self, guint list, const char *key)
{
  return g_hash_table_lookup (self->by_key[list], key);
}

static Ris3Priority *
find_below (GListModel *tree, gint64 id)
{
  Ris3Priority *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (tree); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (tree, i);

      found = priority->id == id ? priority : find_below (ris3_priority_get_children (priority), id);
    }
  return found;
}

Ris3Strategy *
ris3_atlas_lookup_strategy (Ris3Atlas *self, const char *id)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self) && id != NULL, NULL);
  return find_row (self, RIS3_LIST_STRATEGIES, id);
}

Ris3Priority *
ris3_atlas_lookup_priority (Ris3Atlas *self, gint64 id, Ris3Strategy **strategy)
{
  const char *owner_id;
  Ris3Strategy *owner;
  Ris3Priority *priority;

  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  owner_id = ris3_owners_find (self->owners, id);
  if (owner_id == NULL && self->forest != NULL)
    owner_id = ris3_forest_find_owner (self->forest, id);
  owner = owner_id != NULL ? ris3_atlas_lookup_strategy (self, owner_id) : NULL;
  priority = owner != NULL ? find_below (ris3_strategy_get_priorities (owner), id) : NULL;
  if (strategy != NULL)
    *strategy = priority != NULL ? owner : NULL;
  return priority;
}

Ris3SavedView *
ris3_atlas_lookup_saved_view (Ris3Atlas *self, const char *name)
{
  GPtrArray *views;

  g_return_val_if_fail (RIS3_IS_ATLAS (self) && name != NULL, NULL);
  views = ris3_list_get_items (self->lists[RIS3_LIST_SAVED_VIEWS]);
  for (guint i = 0; i < views->len; i++)
    if (g_str_equal (ris3_saved_view_get_name (views->pdata[i]), name))
      return views->pdata[i];
  return NULL;
}

Ris3JoinedColumn *
ris3_atlas_lookup_joined_column (Ris3Atlas *self, const char *name)
{
  GPtrArray *columns;

  g_return_val_if_fail (RIS3_IS_ATLAS (self) && name != NULL, NULL);
  columns = ris3_list_get_items (self->lists[RIS3_LIST_JOINED_COLUMNS]);
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (ris3_joined_column_get_name (columns->pdata[i]), name))
      return columns->pdata[i];
  return NULL;
}

char *
ris3_atlas_dup_value (Ris3Atlas *self, const char *table, const char *key, const char *field)
{
  gboolean wants_themes;

  g_return_val_if_fail (RIS3_IS_ATLAS (self) && table != NULL && key != NULL && field != NULL, NULL);
  wants_themes = g_str_equal (field, "themes");
  if (g_str_equal (table, ris3_priority_record.table))
    {
      Ris3Priority *priority = ris3_atlas_lookup_priority (self, g_ascii_strtoll (key, NULL, 10), NULL);

      if (priority == NULL)
        return NULL;
      return wants_themes ? g_strjoinv ("\n", (char **) priority->theme_keys)
                          : ris3_record_dup_value (&ris3_priority_record, priority, field);
    }
  for (guint list = 0; list < RIS3_N_LISTS; list++)
    if (g_str_equal (table, ris3_list_records[list]->table))
      {
        gpointer object = find_row (self, list, key);

        if (object == NULL)
          return NULL;
        return wants_themes && list == RIS3_LIST_ACTIVITIES
                   ? g_strjoinv ("\n", (char **) ((Ris3Activity *) object)->theme_keys)
                   : ris3_record_dup_value (ris3_list_records[list], object, field);
      }
  g_return_val_if_reached (NULL);
}

static gpointer
find_row_by_id (Ris3Atlas *self, guint list, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return find_row (self, list, key);
}

Ris3Comment *
ris3_atlas_lookup_comment (Ris3Atlas *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return find_row_by_id (self, RIS3_LIST_COMMENTS, id);
}

Ris3Request *
ris3_atlas_lookup_request (Ris3Atlas *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return find_row_by_id (self, RIS3_LIST_REQUESTS, id);
}

Ris3ConsultationRound *
ris3_atlas_lookup_round (Ris3Atlas *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return find_row_by_id (self, RIS3_LIST_ROUNDS, id);
}

Ris3Organisation *
ris3_atlas_lookup_organisation (Ris3Atlas *self, gint64 id)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (self), NULL);
  return find_row_by_id (self, RIS3_LIST_ORGANISATIONS, id);
}
