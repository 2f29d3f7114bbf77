/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-cache-writer-private.h"

#include <string.h>

#include "geo/ris3-boundaries-private.h"
#include "geo/ris3-lineage-private.h"

struct _Ris3CacheWriter
{
  GArray *sections;  /* Ris3CacheSection; offsets are those in data */
  GByteArray *data;  /* what comes after the table of sections */
  GByteArray *texts; /* the strings of the records being written */
  GHashTable *offsets;
};

Ris3CacheWriter *
ris3_cache_writer_new (void)
{
  Ris3CacheWriter *self = g_new0 (Ris3CacheWriter, 1);

  self->sections = g_array_new (FALSE, TRUE, sizeof (Ris3CacheSection));
  self->data = g_byte_array_new ();
  self->texts = g_byte_array_new ();
  self->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ris3_cache_writer_free (Ris3CacheWriter *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->sections);
  g_byte_array_unref (self->data);
  g_byte_array_unref (self->texts);
  g_hash_table_unref (self->offsets);
  g_free (self);
}

void
ris3_cache_writer_add_section (Ris3CacheWriter *self,
                               Ris3CachePart part,
                               guint first,
                               guint second,
                               gconstpointer records,
                               gsize record_size,
                               guint n_records)
{
  static const guint8 zeros[RIS3_CACHE_ALIGNMENT] = { 0 };
  guint rest = self->data->len % RIS3_CACHE_ALIGNMENT;
  Ris3CacheSection section = { .part = part,
                               .first = first,
                               .second = second,
                               .record_size = (guint32) record_size,
                               .n_records = n_records,
                               .checksum = ris3_cache_digest (records, record_size * n_records) };

  if (rest > 0)
    g_byte_array_append (self->data, zeros, RIS3_CACHE_ALIGNMENT - rest);
  section.offset = self->data->len;
  g_array_append_val (self->sections, section);
  if (n_records > 0)
    g_byte_array_append (self->data, records, (guint) (record_size * n_records));
}

static void
begin_strings (Ris3CacheWriter *self)
{
  g_byte_array_set_size (self->texts, 0);
  g_hash_table_remove_all (self->offsets);
}

/* The offset of a string in the section of strings, where each is kept once. */
static guint32
add_string (Ris3CacheWriter *self, const char *string)
{
  gpointer offset;

  if (string == NULL)
    return RIS3_CACHE_NO_STRING;
  if (!g_hash_table_lookup_extended (self->offsets, string, NULL, &offset))
    {
      offset = GUINT_TO_POINTER (self->texts->len);
      g_hash_table_insert (self->offsets, g_strdup (string), offset);
      g_byte_array_append (self->texts, (const guint8 *) string, (guint) strlen (string) + 1);
    }

  return GPOINTER_TO_UINT (offset);
}

void
ris3_cache_writer_add_shapes (Ris3CacheWriter *self, const Ris3Shapes *shapes, guint first, guint second)
{
  ris3_cache_writer_add_section (self, RIS3_CACHE_SHAPE_RINGS, first, second, shapes->shape_rings, sizeof (guint32),
                                 shapes->n_shapes + 1);
  ris3_cache_writer_add_section (self, RIS3_CACHE_RING_POINTS, first, second, shapes->ring_points, sizeof (guint32),
                                 shapes->n_rings + 1);
  ris3_cache_writer_add_section (self, RIS3_CACHE_POINTS, first, second, shapes->points, sizeof (Ris3Point),
                                 shapes->n_points);
  ris3_cache_writer_add_section (self, RIS3_CACHE_SHAPE_BOXES, first, second, shapes->shape_boxes, sizeof (Ris3Box),
                                 shapes->n_shapes);
  ris3_cache_writer_add_section (self, RIS3_CACHE_RING_BOXES, first, second, shapes->ring_boxes, sizeof (Ris3Box),
                                 shapes->n_rings);
}

void
ris3_cache_writer_add_boundaries (Ris3CacheWriter *self, Ris3Boundaries *boundaries)
{
  guint nuts_version = ris3_boundaries_get_nuts_version (boundaries);
  guint scale = ris3_boundaries_get_scale (boundaries);
  g_autoptr (GArray) records = g_array_new (FALSE, TRUE, sizeof (Ris3CacheRegion));

  begin_strings (self);
  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);
      Ris3CacheRegion record = { .code = add_string (self, region->code),
                                 .name = add_string (self, region->name),
                                 .name_latin = add_string (self, region->name_latin),
                                 .name_english = add_string (self, region->name_english),
                                 .country = add_string (self, region->country),
                                 .parent = region->parent,
                                 .level = region->level,
                                 .is_overseas = region->is_overseas,
                                 .inside = region->inside };

      g_array_append_val (records, record);
    }
  ris3_cache_writer_add_section (self, RIS3_CACHE_REGIONS, nuts_version, scale, records->data, sizeof (Ris3CacheRegion),
                                 records->len);
  ris3_cache_writer_add_section (self, RIS3_CACHE_STRINGS, nuts_version, scale, self->texts->data, sizeof (char),
                                 self->texts->len);
  ris3_cache_writer_add_shapes (self, ris3_boundaries_get_shapes (boundaries), nuts_version, scale);
}

void
ris3_cache_writer_add_borders (Ris3CacheWriter *self, Ris3Boundaries *boundaries)
{
  guint nuts_version = ris3_boundaries_get_nuts_version (boundaries);
  guint scale = ris3_boundaries_get_scale (boundaries);
  guint n_borders;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);

  ris3_cache_writer_add_section (self, RIS3_CACHE_BORDERS, nuts_version, scale, borders, sizeof (Ris3Border),
                                 n_borders);
  ris3_cache_writer_add_section (self, RIS3_CACHE_BORDER_POINTS, nuts_version, scale,
                                 ris3_boundaries_get_border_points (boundaries), sizeof (Ris3Point),
                                 (guint) (g_bytes_get_size (boundaries->border_points) / sizeof (Ris3Point)));
}

void
ris3_cache_writer_add_lineage (Ris3CacheWriter *self, Ris3Lineage *lineage)
{
  guint from_version = ris3_lineage_get_from_version (lineage);
  guint to_version = ris3_lineage_get_to_version (lineage);
  g_autoptr (GArray) records = g_array_new (FALSE, TRUE, sizeof (Ris3CacheLineageRow));
  guint n_rows;
  const Ris3LineageRow *rows = ris3_lineage_get_rows (lineage, &n_rows);

  begin_strings (self);
  for (guint i = 0; i < n_rows; i++)
    {
      Ris3CacheLineageRow record = { .from_code = add_string (self, rows[i].from_code),
                                     .to_code = add_string (self, rows[i].to_code),
                                     .kind = rows[i].kind,
                                     .share_of_from = rows[i].share_of_from,
                                     .share_of_to = rows[i].share_of_to };

      g_array_append_val (records, record);
    }
  ris3_cache_writer_add_section (self, RIS3_CACHE_LINEAGE_ROWS, from_version, to_version, records->data,
                                 sizeof (Ris3CacheLineageRow), records->len);
  ris3_cache_writer_add_section (self, RIS3_CACHE_LINEAGE_STRINGS, from_version, to_version, self->texts->data,
                                 sizeof (char), self->texts->len);
}

GBytes *
ris3_cache_writer_put_together (Ris3CacheWriter *self, guint64 source_size, guint64 source_digest)
{
  gsize head_size = sizeof (Ris3CacheHeader) + self->sections->len * sizeof (Ris3CacheSection);
  gsize start = (head_size + RIS3_CACHE_ALIGNMENT - 1) / RIS3_CACHE_ALIGNMENT * RIS3_CACHE_ALIGNMENT;
  gsize size = start + self->data->len;
  guint8 *file = g_malloc0 (size);
  Ris3CacheHeader header = { .byte_order = RIS3_CACHE_BYTE_ORDER,
                             .format = RIS3_CACHE_FORMAT,
                             .file_size = size,
                             .source_size = source_size,
                             .source_digest = source_digest,
                             .n_sections = self->sections->len,
                             .section_size = sizeof (Ris3CacheSection) };

  for (guint i = 0; i < self->sections->len; i++)
    g_array_index (self->sections, Ris3CacheSection, i).offset += start;
  memcpy (header.magic, RIS3_CACHE_MAGIC, sizeof header.magic);
  memcpy (file, &header, sizeof header);
  memcpy (file + sizeof header, self->sections->data, head_size - sizeof header);
  memcpy (file + start, self->data->data, self->data->len);
  header.checksum = ris3_cache_digest (file, head_size);
  memcpy (file, &header, sizeof header);

  return g_bytes_new_take (file, size);
}
