/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-comment-scope.h"

#include "map/ris3-region-places.h"

/* More than any NUTS version has: a file of somebody else's may go round in a circle. */
#define MOST_LEVELS 8

struct _Ris3CommentScope
{
  Ris3Atlas *atlas;
  Ris3FilterResult *filter; /* NULL: all */
  GHashTable *regions;      /* "2016 FRL0": those with a strategy that the filter has found */
  Ris3Geodata *geodata;     /* NULL: none */
  gboolean *is_found;       /* of its regions, the same; NULL without any */
};

static char *
get_region_key (guint nuts_version, const char *code)
{
  return g_strdup_printf ("%u %s", nuts_version, code);
}

static void
find_region (Ris3CommentScope *self, guint nuts_version, const char *code)
{
  g_autoptr (GArray) places = NULL;

  g_hash_table_add (self->regions, get_region_key (nuts_version, code));
  if (self->is_found == NULL)
    return;
  places = ris3_region_places_find (self->geodata, nuts_version, code);
  for (guint i = 0; i < places->len; i++)
    self->is_found[g_array_index (places, gint, i)] = TRUE;
}

static void
list_regions (Ris3CommentScope *self)
{
  GListModel *strategies = ris3_atlas_get_strategies (self->atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (ris3_filter_result_has_strategy (self->filter, ris3_strategy_get_id (strategy)))
        find_region (self, ris3_strategy_get_nuts_version (strategy), ris3_strategy_get_region_code (strategy));
    }
}

Ris3CommentScope *
ris3_comment_scope_new (Ris3Atlas *atlas, Ris3FilterResult *filter, Ris3Geodata *geodata)
{
  Ris3CommentScope *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), NULL);
  self = g_new0 (Ris3CommentScope, 1);
  self->atlas = g_object_ref (atlas);
  self->filter = filter != NULL ? ris3_filter_result_ref (filter) : NULL;
  self->regions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (filter != NULL && geodata != NULL)
    {
      self->geodata = ris3_geodata_ref (geodata);
      self->is_found = g_new0 (gboolean, ris3_boundaries_get_n_regions (ris3_geodata_get_boundaries (geodata)));
    }
  if (filter != NULL)
    list_regions (self);
  return self;
}

void
ris3_comment_scope_free (Ris3CommentScope *self)
{
  g_return_if_fail (self != NULL);
  g_object_unref (self->atlas);
  g_clear_pointer (&self->filter, ris3_filter_result_unref);
  g_hash_table_unref (self->regions);
  g_clear_pointer (&self->geodata, ris3_geodata_unref);
  g_free (self->is_found);
  g_free (self);
}

gboolean
ris3_comment_scope_needs_geodata (Ris3Atlas *atlas)
{
  GListModel *strategies, *comments;
  guint version = 0;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas), FALSE);
  strategies = ris3_atlas_get_strategies (atlas);
  comments = ris3_atlas_get_comments (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (version != 0 && version != ris3_strategy_get_nuts_version (strategy))
        return TRUE;
      version = ris3_strategy_get_nuts_version (strategy);
    }
  for (guint i = 0; version != 0 && i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (version != ris3_comment_get_nuts_version (comment))
        return TRUE;
    }
  return FALSE;
}

/* Whether the filter has found a region of the geodata on which it is placed, or one around that. */
static gboolean
has_place (const Ris3CommentScope *self, guint nuts_version, const char *code)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (self->geodata);
  g_autoptr (GArray) places = ris3_region_places_find (self->geodata, nuts_version, code);

  for (guint i = 0; i < places->len; i++)
    for (gint region = g_array_index (places, gint, i); region >= 0;
         region = ris3_boundaries_get_region (boundaries, (guint) region)->parent)
      if (self->is_found[region])
        return TRUE;
  return FALSE;
}

static gboolean
has_region (const Ris3CommentScope *self, Ris3Comment *comment)
{
  guint version = ris3_comment_get_nuts_version (comment);
  const char *code = ris3_comment_get_region_code (comment);

  for (guint steps = 0; *code != '\0' && steps < MOST_LEVELS; steps++)
    {
      g_autofree char *key = get_region_key (version, code);
      const Ris3RegionName *region;

      if (g_hash_table_contains (self->regions, key))
        return TRUE;
      region = ris3_atlas_lookup_region (self->atlas, version, code);
      code = region != NULL ? region->parent_code : "";
    }
  return self->is_found != NULL && has_place (self, version, ris3_comment_get_region_code (comment));
}

gboolean
ris3_comment_scope_has (const Ris3CommentScope *self, Ris3Comment *comment)
{
  const char *strategy;
  gint64 priority;

  g_return_val_if_fail (self != NULL && RIS3_IS_COMMENT (comment), FALSE);
  if (self->filter == NULL)
    return TRUE;
  priority = ris3_comment_get_priority_id (comment);
  if (priority != 0)
    return ris3_filter_result_has_priority (self->filter, priority);
  strategy = ris3_comment_get_strategy_id (comment);
  return *strategy != '\0' ? ris3_filter_result_has_strategy (self->filter, strategy) : has_region (self, comment);
}
