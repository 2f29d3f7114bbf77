/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-records.h"

#include "map/ris3-region-columns-private.h"
#include "map/ris3-region-places.h"

struct _Ris3RegionRecords
{
  gatomicrefcount ref_count;
  Ris3Geodata *geodata;
  Ris3Boundaries *boundaries;
  Ris3RegionRecord *own;  /* of each region by itself */
  GHashTable *programmes; /* of a boolean for each region, by the programme's name */
  Ris3RegionColumns *columns;
};

/* Where a comment is counted: once, even where its region was divided since; -1: it has no place. */
static gint
find_place (Ris3RegionRecords *self, Ris3Comment *comment)
{
  g_autoptr (GArray) places = ris3_region_places_find (self->geodata, ris3_comment_get_nuts_version (comment),
                                                       ris3_comment_get_region_code (comment));

  return places->len > 0 ? g_array_index (places, gint, 0) : -1;
}

static void
read_comments (Ris3RegionRecords *self, GListModel *comments)
{
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint place = find_place (self, comment);

      if (place < 0)
        continue;
      self->own[place].n_comments++;
      self->own[place].n_open += ris3_comment_is_open (comment);
    }
}

static void
read_requests (Ris3RegionRecords *self, GListModel *requests)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);
      gboolean is_answered = *ris3_request_get_answered_on (request) != '\0';
      g_autoptr (GArray) places = NULL;
      Ris3RegionRecord *own;

      if (*ris3_request_get_asked_on (request) == '\0' && !is_answered)
        continue;
      places = ris3_region_places_find (self->geodata, ris3_request_get_nuts_version (request),
                                        ris3_request_get_region_code (request));
      if (places->len == 0)
        continue;
      own = &self->own[g_array_index (places, gint, 0)];
      own->n_answered += is_answered;
      own->n_asked += !is_answered;
      own->n_overdue += ris3_request_is_overdue (request, today);
    }
}

static void
read_activities (Ris3RegionRecords *self, GListModel *activities)
{
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (Ris3Activity) activity = g_list_model_get_item (activities, i);
      g_autoptr (GArray) places = ris3_region_places_find (self->geodata, ris3_activity_get_nuts_version (activity),
                                                           ris3_activity_get_region_code (activity));

      if (places->len > 0)
        self->own[g_array_index (places, gint, 0)].n_activities++;
    }
}

static void
read_participations (Ris3RegionRecords *self, GListModel *participations)
{
  for (guint i = 0; i < g_list_model_get_n_items (participations); i++)
    {
      g_autoptr (Ris3Participation) participation = g_list_model_get_item (participations, i);
      const char *programme = ris3_participation_get_programme (participation);
      g_autoptr (GArray) places
          = ris3_region_places_find (self->geodata, ris3_participation_get_nuts_version (participation),
                                     ris3_participation_get_region_code (participation));
      gboolean *takes_part = g_hash_table_lookup (self->programmes, programme);

      if (takes_part == NULL)
        {
          takes_part = g_new0 (gboolean, ris3_boundaries_get_n_regions (self->boundaries));
          g_hash_table_insert (self->programmes, g_strdup (programme), takes_part);
        }
      for (guint place = 0; place < places->len; place++)
        takes_part[g_array_index (places, gint, place)] = TRUE;
    }
}

Ris3RegionRecords *
ris3_region_records_new (Ris3Geodata *geodata, Ris3Atlas *atlas)
{
  Ris3RegionRecords *self = g_new0 (Ris3RegionRecords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->geodata = ris3_geodata_ref (geodata);
  self->boundaries = ris3_geodata_get_boundaries (geodata);
  self->own = g_new0 (Ris3RegionRecord, ris3_boundaries_get_n_regions (self->boundaries));
  self->programmes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->columns = _ris3_region_columns_new (geodata);
  if (atlas == NULL)
    return self;
  read_comments (self, ris3_atlas_get_comments (atlas));
  read_requests (self, ris3_atlas_get_requests (atlas));
  read_activities (self, ris3_atlas_get_activities (atlas));
  read_participations (self, ris3_atlas_get_participations (atlas));
  _ris3_region_columns_read (self->columns, ris3_atlas_get_joined_columns (atlas));
  return self;
}

Ris3RegionRecords *
ris3_region_records_ref (Ris3RegionRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_region_records_unref (Ris3RegionRecords *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->own);
  g_hash_table_unref (self->programmes);
  _ris3_region_columns_free (self->columns);
  ris3_geodata_unref (self->geodata);
  g_free (self);
}

/* The index behind the last region within a region. */
static guint
get_end (Ris3RegionRecords *self, guint region)
{
  guint level = ris3_boundaries_get_region (self->boundaries, region)->level;
  guint end = region + 1;

  while (end < ris3_boundaries_get_n_regions (self->boundaries)
         && ris3_boundaries_get_region (self->boundaries, end)->level > level)
    end++;
  return end;
}

Ris3RegionRecord
ris3_region_records_get (Ris3RegionRecords *self, guint region)
{
  Ris3RegionRecord sum = { 0 };

  g_return_val_if_fail (self != NULL && region < ris3_boundaries_get_n_regions (self->boundaries), sum);
  for (guint i = region; i < get_end (self, region); i++)
    {
      sum.n_comments += self->own[i].n_comments;
      sum.n_open += self->own[i].n_open;
      sum.n_asked += self->own[i].n_asked;
      sum.n_overdue += self->own[i].n_overdue;
      sum.n_answered += self->own[i].n_answered;
      sum.n_activities += self->own[i].n_activities;
    }
  return sum;
}

GArray *
ris3_region_records_find_open (Ris3RegionRecords *self, Ris3Atlas *atlas, const guint *regions, gsize n_regions)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_all = ris3_boundaries_get_n_regions (self->boundaries);
  g_autofree gboolean *is_wanted = g_new0 (gboolean, n_all);
  GListModel *comments;

  g_return_val_if_fail (self != NULL && RIS3_IS_ATLAS (atlas) && (regions != NULL || n_regions == 0), ids);
  for (gsize i = 0; i < n_regions; i++)
    for (guint region = regions[i]; region < n_all && region < get_end (self, regions[i]); region++)
      is_wanted[region] = TRUE;
  comments = ris3_atlas_get_comments (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 id = ris3_comment_get_id (comment);
      gint place = ris3_comment_is_open (comment) ? find_place (self, comment) : -1;

      if (place >= 0 && is_wanted[place])
        g_array_append_val (ids, id);
    }
  return ids;
}

Ris3Part
ris3_region_records_get_part (Ris3RegionRecords *self, guint region, const char *programme)
{
  const gboolean *takes_part;
  guint end;

  g_return_val_if_fail (self != NULL && region < ris3_boundaries_get_n_regions (self->boundaries), RIS3_PART_NONE);
  takes_part = g_hash_table_lookup (self->programmes, programme);
  if (takes_part == NULL)
    return RIS3_PART_NONE;
  end = get_end (self, region);
  for (guint i = region; i < end; i++)
    if (takes_part[i])
      return RIS3_PART_OWN;
  for (gint wider = ris3_boundaries_get_region (self->boundaries, region)->parent; wider >= 0;
       wider = ris3_boundaries_get_region (self->boundaries, (guint) wider)->parent)
    if (takes_part[wider])
      return RIS3_PART_WIDER;
  return RIS3_PART_NONE;
}

gboolean
ris3_region_records_get_value (Ris3RegionRecords *self, guint region, const char *column, double *number)
{
  g_return_val_if_fail (self != NULL && region < ris3_boundaries_get_n_regions (self->boundaries), FALSE);
  g_return_val_if_fail (column != NULL && number != NULL, FALSE);
  return _ris3_region_columns_get (self->columns, region, column, number);
}

const char *
ris3_region_records_get_unit (Ris3RegionRecords *self, const char *column)
{
  g_return_val_if_fail (self != NULL && column != NULL, NULL);
  return _ris3_region_columns_get_unit (self->columns, column);
}

char *
ris3_region_records_describe_column (Ris3RegionRecords *self, const char *column)
{
  g_return_val_if_fail (self != NULL && column != NULL, NULL);
  return _ris3_region_columns_describe (self->columns, column);
}
