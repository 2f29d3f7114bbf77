/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-history-subject.h"

#include "app/edit/ris3-history-words.h"
#include "app/ris3-region-words.h"
#include "map/ris3-region-strategies.h"

static Ris3Strategy *
find_strategy (GListModel *strategies, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), id))
        return g_steal_pointer (&strategy);
    }
  return NULL;
}

static Ris3Priority *
find_priority (GListModel *priorities, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      Ris3Priority *below;

      if (ris3_priority_get_id (priority) == id)
        return g_steal_pointer (&priority);
      below = find_priority (ris3_priority_get_children (priority), id);
      if (below != NULL)
        return below;
    }
  return NULL;
}

static char *
name_strategy (Ris3Atlas *atlas, const char *id)
{
  g_autoptr (Ris3Strategy) strategy = find_strategy (ris3_atlas_get_strategies (atlas), id);

  return ris3_history_row_to_text ("strategy", strategy != NULL ? ris3_strategy_get_title (strategy) : id);
}

static char *
name_priority (Ris3Atlas *atlas, gint64 id)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      g_autoptr (Ris3Priority) priority = find_priority (ris3_strategy_get_priorities (strategy), id);
      g_autofree char *name = NULL;
      const char *text;

      if (priority == NULL)
        continue;
      text = ris3_priority_get_text (priority);
      name = g_strconcat (ris3_priority_get_label (priority), " ",
                          *text != '\0' ? text : ris3_priority_get_original_text (priority), NULL);
      return ris3_history_row_to_text ("priority", g_strstrip (name));
    }
  return ris3_history_row_to_text ("priority", NULL);
}

/* A region is told of strategies that are recorded for another version of it. */
static void
add_region (Ris3HistoryQuery *query, Ris3Session *session, const char *key, char **title)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (session);
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gint region;

  if (g_strv_length (parts) < 2)
    return;
  query->nuts_version = (guint) g_ascii_strtoull (parts[0], NULL, 10);
  query->region_code = g_strdup (parts[1]);
  region = boundaries != NULL && ris3_boundaries_get_nuts_version (boundaries) == query->nuts_version
               ? ris3_boundaries_find (boundaries, parts[1])
               : -1;
  if (region < 0)
    {
      *title = g_strdup (parts[1]);
      return;
    }
  *title = ris3_region_name_with_code (ris3_boundaries_get_region (boundaries, (guint) region));
  entries = ris3_region_strategies_new (ris3_session_get_classification (session), (guint) region);
  for (guint i = 0; i < entries->len; i++)
    {
      const Ris3RegionStrategy *entry = &g_array_index (entries, Ris3RegionStrategy, i);

      if (entry->region == region)
        g_ptr_array_add (ids, (gpointer) ris3_strategy_get_id (entry->strategy));
    }
  g_ptr_array_add (ids, NULL);
  query->strategies = (const char *const *) g_strdupv ((char **) ids->pdata);
}

Ris3HistoryQuery *
ris3_history_subject_new (Ris3Session *session, const char *table, const char *key, char **title)
{
  Ris3HistoryQuery *query = g_new0 (Ris3HistoryQuery, 1);
  Ris3Atlas *atlas = ris3_session_get_atlas (session);

  *title = NULL;
  if (g_str_equal (table, "strategy"))
    {
      query->strategy_id = g_strdup (key);
      *title = name_strategy (atlas, key);
    }
  else if (g_str_equal (table, "priority"))
    {
      query->priority_id = g_ascii_strtoll (key, NULL, 10);
      *title = name_priority (atlas, query->priority_id);
    }
  else if (g_str_equal (table, "region"))
    add_region (query, session, key, title);
  return query;
}
