/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-cache-private.h"
#include "geo/ris3-lineage-private.h"

/* Checksums find accidents. Beyond them, everything is checked here that could otherwise lead to a read outside of
 * an array, so that a forged file can do no worse than draw a wrong map.
 */

#define N_RECORDS(bytes, Type) ((guint) (g_bytes_get_size (bytes) / sizeof (Type)))

/* Whether these are the beginnings, and the end, of n consecutive ranges. */
static gboolean
are_ranges (GBytes *bytes, guint n, guint least, guint end)
{
  const guint32 *starts = g_bytes_get_data (bytes, NULL);

  if (N_RECORDS (bytes, guint32) != n + 1 || starts[0] != 0 || starts[n] != end)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (starts[i + 1] < starts[i] || starts[i + 1] - starts[i] < least)
      return FALSE;

  return TRUE;
}

static inline gboolean
is_box_within (const Ris3Box *box, const Ris3Box *outer)
{
  return box->x0 >= outer->x0 && box->y0 >= outer->y0 && box->x1 <= outer->x1 && box->y1 <= outer->y1;
}

/* Whether each box contains what it should, and none is larger than a box may be. */
static gboolean
are_boxes_right (const Ris3Shapes *shapes)
{
  static const Ris3Box widest = { -1e9, -1e9, 1e9, 1e9 };

  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
      {
        const Ris3Box *box = &shapes->ring_boxes[ring];

        if (!is_box_within (&shapes->shape_boxes[shape], &widest) || !is_box_within (box, &shapes->shape_boxes[shape]))
          return FALSE;
        for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
          {
            const Ris3Point *point = &shapes->points[i];

            if (!(point->x >= box->x0 && point->x <= box->x1 && point->y >= box->y0 && point->y <= box->y1))
              return FALSE;
          }
      }

  return TRUE;
}

static Ris3Shapes *
load_shapes (Ris3Cache *self, guint first, guint second)
{
  g_autoptr (GBytes) shape_rings = ris3_cache_get (self, RIS3_CACHE_SHAPE_RINGS, first, second, sizeof (guint32));
  g_autoptr (GBytes) ring_points = ris3_cache_get (self, RIS3_CACHE_RING_POINTS, first, second, sizeof (guint32));
  g_autoptr (GBytes) points = ris3_cache_get (self, RIS3_CACHE_POINTS, first, second, sizeof (Ris3Point));
  g_autoptr (GBytes) shape_boxes = ris3_cache_get (self, RIS3_CACHE_SHAPE_BOXES, first, second, sizeof (Ris3Box));
  g_autoptr (GBytes) ring_boxes = ris3_cache_get (self, RIS3_CACHE_RING_BOXES, first, second, sizeof (Ris3Box));
  g_autoptr (Ris3Shapes) shapes = NULL;

  if (shape_rings == NULL || ring_points == NULL || points == NULL || shape_boxes == NULL || ring_boxes == NULL)
    return NULL;
  if (!are_ranges (shape_rings, N_RECORDS (shape_boxes, Ris3Box), 1, N_RECORDS (ring_boxes, Ris3Box))
      || !are_ranges (ring_points, N_RECORDS (ring_boxes, Ris3Box), 3, N_RECORDS (points, Ris3Point)))
    return NULL;

  shapes = ris3_shapes_new (g_steal_pointer (&shape_rings), g_steal_pointer (&ring_points), g_steal_pointer (&points),
                            g_steal_pointer (&shape_boxes), g_steal_pointer (&ring_boxes));
  if (shapes->n_shapes == 0 || !are_boxes_right (shapes))
    return NULL;

  return g_steal_pointer (&shapes);
}

/* A section of strings, the last of which is terminated. */
static GBytes *
load_strings (Ris3Cache *self, Ris3CachePart part, guint first, guint second)
{
  g_autoptr (GBytes) strings = ris3_cache_get (self, part, first, second, sizeof (char));
  gsize size;
  const char *data;

  if (strings == NULL)
    return NULL;
  data = g_bytes_get_data (strings, &size);

  return size > 0 && data[size - 1] == '\0' ? g_steal_pointer (&strings) : NULL;
}

/* Sets the string at an offset; FALSE if there is none at the offset, or if it is not UTF-8. */
static gboolean
find_string (GBytes *strings, guint32 offset, const char **string)
{
  gsize size;
  const char *data = g_bytes_get_data (strings, &size);

  if (offset >= size || !g_utf8_validate (data + offset, -1, NULL))
    return FALSE;
  *string = data + offset;

  return TRUE;
}

static gboolean
read_region (const Ris3CacheRegion *record, GBytes *strings, Ris3Region *region)
{
  region->parent = record->parent;
  region->level = record->level;
  region->is_overseas = record->is_overseas != 0;
  region->inside = record->inside;

  return isfinite (record->inside.x) && isfinite (record->inside.y)
         && find_string (strings, record->code, &region->code) && find_string (strings, record->name, &region->name)
         && find_string (strings, record->name_latin, &region->name_latin)
         && find_string (strings, record->country, &region->country)
         && (record->name_english == RIS3_CACHE_NO_STRING
             || find_string (strings, record->name_english, &region->name_english));
}

static GArray *
load_regions (Ris3Cache *self, guint nuts_version, guint scale, GBytes *strings)
{
  g_autoptr (GBytes) records = ris3_cache_get (self, RIS3_CACHE_REGIONS, nuts_version, scale, sizeof (Ris3CacheRegion));
  g_autoptr (GArray) regions = NULL;
  const Ris3CacheRegion *record;
  guint n_records;

  if (records == NULL)
    return NULL;
  n_records = N_RECORDS (records, Ris3CacheRegion);
  record = g_bytes_get_data (records, NULL);
  regions = g_array_sized_new (FALSE, FALSE, sizeof (Ris3Region), n_records);
  for (guint i = 0; i < n_records; i++)
    {
      Ris3Region region = { 0 };

      if (!read_region (&record[i], strings, &region))
        return NULL;
      g_array_append_val (regions, region);
    }

  return g_steal_pointer (&regions);
}

static gboolean
are_borders_right (GBytes *borders, GBytes *border_points, guint n_shapes)
{
  const Ris3Border *border = g_bytes_get_data (borders, NULL);
  const Ris3Point *points = g_bytes_get_data (border_points, NULL);
  guint n_points = N_RECORDS (border_points, Ris3Point);

  for (guint i = 0; i < N_RECORDS (borders, Ris3Border); i++)
    if (border[i].n_points < 2 || border[i].first_point > n_points
        || border[i].n_points > n_points - border[i].first_point || border[i].left < 0
        || border[i].left >= (gint64) n_shapes || border[i].right < -1 || border[i].right >= (gint64) n_shapes)
      return FALSE;
  for (guint i = 0; i < n_points; i++)
    if (!(fabs (points[i].x) <= 1e9 && fabs (points[i].y) <= 1e9))
      return FALSE;

  return TRUE;
}

gboolean
ris3_cache_load_borders (Ris3Cache *self,
                         guint nuts_version,
                         guint scale,
                         guint n_shapes,
                         GBytes **borders,
                         GBytes **border_points)
{
  g_autoptr (GBytes) lines = ris3_cache_get (self, RIS3_CACHE_BORDERS, nuts_version, scale, sizeof (Ris3Border));
  g_autoptr (GBytes) points = ris3_cache_get (self, RIS3_CACHE_BORDER_POINTS, nuts_version, scale, sizeof (Ris3Point));

  if (lines == NULL || points == NULL || !are_borders_right (lines, points, n_shapes))
    return FALSE;
  *borders = g_steal_pointer (&lines);
  *border_points = g_steal_pointer (&points);

  return TRUE;
}

/* title: of one's own boundaries; else NULL */
static Ris3Boundaries *
load_boundaries (Ris3Cache *self, guint nuts_version, guint scale, const char *title)
{
  g_autoptr (GBytes) strings = load_strings (self, RIS3_CACHE_STRINGS, nuts_version, scale);
  g_autoptr (GArray) regions = strings != NULL ? load_regions (self, nuts_version, scale, strings) : NULL;
  g_autoptr (Ris3Shapes) shapes = load_shapes (self, nuts_version, scale);
  g_autoptr (Ris3Boundaries) boundaries = NULL;

  if (regions == NULL || shapes == NULL || regions->len == 0)
    return NULL;
  if (title != NULL)
    boundaries = ris3_boundaries_new_own (title, g_steal_pointer (&strings), g_steal_pointer (&regions),
                                          g_steal_pointer (&shapes), NULL);
  else
    boundaries = ris3_boundaries_new (nuts_version, scale, g_steal_pointer (&strings), g_steal_pointer (&regions),
                                      g_steal_pointer (&shapes), NULL);
  if (boundaries == NULL || boundaries->leaf_regions->len != boundaries->shapes->n_shapes)
    return NULL;
  boundaries->cache = ris3_cache_ref (self);

  return g_steal_pointer (&boundaries);
}

Ris3Boundaries *
ris3_cache_load_boundaries (Ris3Cache *self, guint nuts_version, guint scale)
{
  return load_boundaries (self, nuts_version, scale, NULL);
}

/* A text that was not written with its end. NULL: it is not there, or no text. (transfer full) */
static char *
load_text (Ris3Cache *self, Ris3CachePart part)
{
  g_autoptr (GBytes) bytes = ris3_cache_get (self, part, 0, 0, sizeof (char));
  gsize size;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return bytes != NULL && g_utf8_validate_len (text, size, NULL) ? g_strndup (text, size) : NULL;
}

Ris3Boundaries *
ris3_cache_load_own_boundaries (Ris3Cache *self, const char *title)
{
  g_autoptr (Ris3Boundaries) boundaries = load_boundaries (self, 0, 0, title);
  g_autofree char *attribution = load_text (self, RIS3_CACHE_ATTRIBUTION);
  g_autoptr (GBytes) is_gisco = ris3_cache_get (self, RIS3_CACHE_IS_GISCO, 0, 0, sizeof (guint32));

  if (boundaries == NULL || attribution == NULL || is_gisco == NULL || N_RECORDS (is_gisco, guint32) != 1)
    return NULL;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    if (ris3_boundaries_get_region (boundaries, i)->level > RIS3_BOUNDARIES_MAX_LEVEL)
      return NULL;
  ris3_boundaries_set_source (boundaries, attribution, *(const guint32 *) g_bytes_get_data (is_gisco, NULL) != 0);
  return g_steal_pointer (&boundaries);
}

Ris3Shapes *
ris3_cache_load_land (Ris3Cache *self)
{
  return load_shapes (self, 0, 0);
}

Ris3Lineage *
ris3_cache_load_lineage (Ris3Cache *self, guint from_version, guint to_version)
{
  g_autoptr (GBytes) strings = load_strings (self, RIS3_CACHE_LINEAGE_STRINGS, from_version, to_version);
  g_autoptr (GBytes) records
      = ris3_cache_get (self, RIS3_CACHE_LINEAGE_ROWS, from_version, to_version, sizeof (Ris3CacheLineageRow));
  g_autoptr (GArray) rows = NULL;
  const Ris3CacheLineageRow *record;
  guint n_records;

  if (strings == NULL || records == NULL)
    return NULL;
  n_records = N_RECORDS (records, Ris3CacheLineageRow);
  record = g_bytes_get_data (records, NULL);
  rows = g_array_sized_new (FALSE, FALSE, sizeof (Ris3LineageRow), n_records);
  for (guint i = 0; i < n_records; i++)
    {
      Ris3LineageRow row = { .kind = (Ris3LineageKind) record[i].kind,
                             .share_of_from = record[i].share_of_from,
                             .share_of_to = record[i].share_of_to };

      if (!find_string (strings, record[i].from_code, &row.from_code)
          || !find_string (strings, record[i].to_code, &row.to_code) || record[i].kind > RIS3_LINEAGE_MERGED
          || !(row.share_of_from >= 0 && row.share_of_from <= 1) || !(row.share_of_to >= 0 && row.share_of_to <= 1)
          || (i > 0 && ris3_lineage_compare_rows (&g_array_index (rows, Ris3LineageRow, i - 1), &row) > 0))
        return NULL;
      g_array_append_val (rows, row);
    }

  return ris3_lineage_new (from_version, to_version, g_steal_pointer (&strings), g_steal_pointer (&rows));
}
