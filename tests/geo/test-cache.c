/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "geo-fixture.h"
#include "geo/ris3-cache-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-lineage-private.h"
#include "geo/ris3-nuts-version.h"

static const guint scales[] = { 3, 10 };

/* A folder with a copy of the shipped GeoPackage and of its cache, for a test to damage. */
typedef struct
{
  char *folder;
  char *source;
  char *cache;
  Ris3CacheHeader header;
  Ris3CacheSection *sections;
} Copy;

static const char *shipped_cache;

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
read_at (const char *path, gpointer data, gsize size, guint64 offset)
{
  int file = open (path, O_RDONLY);

  g_assert_cmpint (pread (file, data, size, (goffset) offset), ==, (gssize) size);
  close (file);
}

static void
write_at (const char *path, gconstpointer data, gsize size, guint64 offset)
{
  int file = open (path, O_WRONLY);

  g_assert_cmpint (pwrite (file, data, size, (goffset) offset), ==, (gssize) size);
  close (file);
}

static void
flip (const char *path, guint64 offset)
{
  guint8 byte;

  read_at (path, &byte, 1, offset);
  byte ^= 0x10;
  write_at (path, &byte, 1, offset);
}

static void
copy_init (Copy *copy)
{
  g_autoptr (GError) error = NULL;

  copy->folder = g_dir_make_tmp ("ris3-geo-XXXXXX", &error);
  g_assert_no_error (error);
  copy->source = g_build_filename (copy->folder, "boundaries.gpkg", NULL);
  copy->cache = ris3_cache_get_path (copy->source);
  g_assert_true (g_str_has_suffix (copy->cache, "/boundaries.ris3geo"));
  copy_file (fixture_path (), copy->source);
  copy_file (shipped_cache, copy->cache);
  read_at (copy->cache, &copy->header, sizeof copy->header, 0);
  copy->sections = g_new (Ris3CacheSection, copy->header.n_sections);
  read_at (copy->cache, copy->sections, copy->header.n_sections * sizeof *copy->sections, sizeof copy->header);
}

static void
copy_clear (Copy *copy)
{
  g_unlink (copy->cache);
  g_assert_cmpint (g_unlink (copy->source), ==, 0);
  g_assert_cmpint (g_rmdir (copy->folder), ==, 0);
  g_free (copy->folder);
  g_free (copy->source);
  g_free (copy->cache);
  g_free (copy->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

/* Writes the header and the table of sections with the checksum that belongs to them. */
static void
seal (Copy *copy)
{
  gsize table_size = copy->header.n_sections * sizeof *copy->sections;
  g_autofree guint8 *head = g_malloc (sizeof copy->header + table_size);

  copy->header.checksum = 0;
  memcpy (head, &copy->header, sizeof copy->header);
  memcpy (head + sizeof copy->header, copy->sections, table_size);
  copy->header.checksum = ris3_cache_digest (head, sizeof copy->header + table_size);
  memcpy (head, &copy->header, sizeof copy->header);
  write_at (copy->cache, head, sizeof copy->header + table_size, 0);
}

static gboolean
is_used (const Copy *copy)
{
  g_autoptr (Ris3Cache) cache = ris3_cache_open (copy->source);

  return cache != NULL;
}

static void
assert_same_shapes (const Ris3Shapes *a, const Ris3Shapes *b)
{
  g_assert_cmpmem (a->shape_rings, (a->n_shapes + 1) * sizeof (guint32), b->shape_rings,
                   (b->n_shapes + 1) * sizeof (guint32));
  g_assert_cmpmem (a->ring_points, (a->n_rings + 1) * sizeof (guint32), b->ring_points,
                   (b->n_rings + 1) * sizeof (guint32));
  g_assert_cmpmem (a->points, a->n_points * sizeof (Ris3Point), b->points, b->n_points * sizeof (Ris3Point));
  g_assert_cmpmem (a->shape_boxes, a->n_shapes * sizeof (Ris3Box), b->shape_boxes, b->n_shapes * sizeof (Ris3Box));
  g_assert_cmpmem (a->ring_boxes, a->n_rings * sizeof (Ris3Box), b->ring_boxes, b->n_rings * sizeof (Ris3Box));
}

static void
assert_same_region (const Ris3Region *a, const Ris3Region *b)
{
  g_assert_cmpstr (a->code, ==, b->code);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->name_latin, ==, b->name_latin);
  g_assert_cmpstr (a->name_english, ==, b->name_english);
  g_assert_cmpstr (a->country, ==, b->country);
  g_assert_cmpuint (a->level, ==, b->level);
  g_assert_cmpint (a->is_overseas, ==, b->is_overseas);
  g_assert_cmpint (a->parent, ==, b->parent);
  g_assert_cmpuint (a->first_leaf, ==, b->first_leaf);
  g_assert_cmpuint (a->n_leaves, ==, b->n_leaves);
  g_assert_cmpmem (&a->box, sizeof a->box, &b->box, sizeof b->box);
  g_assert_cmpmem (&a->inside, sizeof a->inside, &b->inside, sizeof b->inside);
}

static void
assert_same_boundaries (Ris3Boundaries *a, Ris3Boundaries *b)
{
  guint n_a, n_b;
  const Ris3Border *borders_a = ris3_boundaries_get_borders (a, &n_a);
  const Ris3Border *borders_b = ris3_boundaries_get_borders (b, &n_b);

  g_assert_cmpuint (ris3_boundaries_get_nuts_version (a), ==, ris3_boundaries_get_nuts_version (b));
  g_assert_cmpuint (ris3_boundaries_get_scale (a), ==, ris3_boundaries_get_scale (b));
  g_assert_true (ris3_boundaries_get_plane (a) == ris3_boundaries_get_plane (b));
  g_assert_cmpuint (ris3_boundaries_get_n_regions (a), ==, ris3_boundaries_get_n_regions (b));
  for (guint i = 0; i < ris3_boundaries_get_n_regions (a); i++)
    assert_same_region (ris3_boundaries_get_region (a, i), ris3_boundaries_get_region (b, i));
  assert_same_shapes (ris3_boundaries_get_shapes (a), ris3_boundaries_get_shapes (b));
  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (a)->n_shapes; leaf++)
    g_assert_cmpuint (ris3_boundaries_get_leaf_region (a, leaf), ==, ris3_boundaries_get_leaf_region (b, leaf));
  g_assert_cmpmem (borders_a, n_a * sizeof *borders_a, borders_b, n_b * sizeof *borders_b);
  g_assert_true (g_bytes_equal (a->border_points, b->border_points));
  /* The cache is not used any more. */
  g_assert_null (a->cache);
  g_assert_null (b->cache);
}

static void
assert_same_lineage (Ris3Lineage *a, Ris3Lineage *b)
{
  guint n_a, n_b;
  const Ris3LineageRow *rows_a = ris3_lineage_get_rows (a, &n_a);
  const Ris3LineageRow *rows_b = ris3_lineage_get_rows (b, &n_b);

  g_assert_cmpuint (ris3_lineage_get_from_version (a), ==, ris3_lineage_get_from_version (b));
  g_assert_cmpuint (ris3_lineage_get_to_version (a), ==, ris3_lineage_get_to_version (b));
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpstr (rows_a[i].from_code, ==, rows_b[i].from_code);
      g_assert_cmpstr (rows_a[i].to_code, ==, rows_b[i].to_code);
      g_assert_cmpint (rows_a[i].kind, ==, rows_b[i].kind);
      g_assert_true (rows_a[i].share_of_from == rows_b[i].share_of_from);
      g_assert_true (rows_a[i].share_of_to == rows_b[i].share_of_to);
    }
}

/* What the cache holds under the key of a section is, by the program's own loaders, what GDAL reads.
 *
 * from_cache: whether the cache is to give it; borders that are damaged are found in the shapes
 */
static void
assert_right (const Copy *copy, const Ris3CacheSection *section, gboolean from_cache)
{
  g_autoptr (Ris3Cache) cache = ris3_cache_open (copy->source);
  g_autoptr (GError) error = NULL;

  if (section->part == RIS3_CACHE_LINEAGE_ROWS || section->part == RIS3_CACHE_LINEAGE_STRINGS)
    {
      g_autoptr (Ris3Lineage) cached
          = cache != NULL ? ris3_cache_load_lineage (cache, section->first, section->second) : NULL;
      g_autoptr (Ris3Lineage) wanted
          = ris3_gdal_load_lineage (fixture_path (), section->first, section->second, NULL, &error);
      g_autoptr (Ris3Lineage) loaded = ris3_lineage_load (copy->source, section->first, section->second, NULL, &error);

      g_assert_no_error (error);
      g_assert_true ((cached != NULL) == from_cache);
      assert_same_lineage (loaded, wanted);
    }
  else if (section->first == 0)
    {
      g_autoptr (Ris3Shapes) cached = cache != NULL ? ris3_cache_load_land (cache) : NULL;
      g_autoptr (Ris3Shapes) wanted = ris3_gdal_load_land (fixture_path (), NULL, &error);
      g_autoptr (Ris3Shapes) loaded = ris3_land_load (copy->source, NULL, &error);

      g_assert_no_error (error);
      g_assert_true ((cached != NULL) == from_cache);
      assert_same_shapes (loaded, wanted);
    }
  else
    {
      g_autoptr (Ris3Boundaries) cached
          = cache != NULL ? ris3_cache_load_boundaries (cache, section->first, section->second) : NULL;
      g_autoptr (Ris3Boundaries) wanted
          = ris3_gdal_load_boundaries (fixture_path (), section->first, section->second, NULL, &error);
      g_autoptr (Ris3Boundaries) loaded
          = ris3_boundaries_load (copy->source, section->first, section->second, NULL, &error);

      g_assert_no_error (error);
      g_assert_true ((cached != NULL) == (from_cache || (cache != NULL && section->part >= RIS3_CACHE_BORDERS)));
      assert_same_boundaries (loaded, wanted);
    }
}

static void
test_same (void)
{
  g_auto (Copy) copy = { NULL };

  copy_init (&copy);
  /* Nine sections for each version and scale, two for each lineage, five for the land. */
  g_assert_cmpuint (copy.header.n_sections, ==,
                    9 * RIS3_N_NUTS_VERSIONS * G_N_ELEMENTS (scales)
                        + 2 * RIS3_N_NUTS_VERSIONS * (RIS3_N_NUTS_VERSIONS - 1) + 5);
  for (guint i = 0; i < copy.header.n_sections; i++)
    if (copy.sections[i].part == RIS3_CACHE_SHAPE_RINGS || copy.sections[i].part == RIS3_CACHE_LINEAGE_ROWS)
      assert_right (&copy, &copy.sections[i], TRUE);
}

static void
test_finest_scale (void)
{
  g_auto (Copy) copy = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;

  copy_init (&copy);
  boundaries = ris3_boundaries_load (copy.source, 2016, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_boundaries_get_scale (boundaries), ==, 3);
  /* What is in neither the cache nor the GeoPackage gives the same error as without a cache. */
  g_assert_null (ris3_boundaries_load (copy.source, 1999, 0, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_MISSING);
}

/* What was loaded outlives the cache's file. */
static void
test_outlives (void)
{
  Copy copy;
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3Boundaries) wanted = NULL;

  copy_init (&copy);
  boundaries = ris3_boundaries_load (copy.source, 2021, 10, NULL, &error);
  g_assert_no_error (error);
  copy_clear (&copy);
  wanted = ris3_gdal_load_boundaries (fixture_path (), 2021, 10, NULL, &error);
  assert_same_boundaries (boundaries, wanted);
}

static void
test_damaged_sections (void)
{
  g_auto (Copy) copy = { NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  copy_init (&copy);
  for (guint i = 0; i < copy.header.n_sections; i++)
    {
      const Ris3CacheSection *section = &copy.sections[i];
      guint64 size = section->n_records * section->record_size;
      guint64 at = section->offset + (guint64) g_rand_int_range (random, 0, (gint) size);

      g_test_message ("section %u (part %u, %u, %u), byte %" G_GUINT64_FORMAT, i, section->part, section->first,
                      section->second, at);
      flip (copy.cache, at);
      g_assert_true (is_used (&copy));
      assert_right (&copy, section, FALSE);
      flip (copy.cache, at);
    }
}

static void
test_damaged_header (void)
{
  g_auto (Copy) copy = { NULL };

  copy_init (&copy);
  for (guint at = 0; at < sizeof copy.header + copy.header.n_sections * sizeof *copy.sections; at++)
    {
      flip (copy.cache, at);
      g_assert_false (is_used (&copy));
      flip (copy.cache, at);
    }
  g_assert_true (is_used (&copy));
  flip (copy.cache, sizeof copy.header - 1);
  assert_right (&copy, &copy.sections[0], FALSE);
}

static void
test_truncated (void)
{
  g_auto (Copy) copy = { NULL };
  guint64 length;

  copy_init (&copy);
  for (length = copy.header.file_size - 1; length > 4096; length -= length / 7)
    {
      g_assert_cmpint (truncate (copy.cache, (goffset) length), ==, 0);
      g_assert_false (is_used (&copy));
    }
  for (gint64 rest = 4096; rest >= 0; rest -= 63)
    {
      g_assert_cmpint (truncate (copy.cache, rest), ==, 0);
      g_assert_false (is_used (&copy));
    }
  assert_right (&copy, &copy.sections[0], FALSE);
  g_unlink (copy.cache);
  assert_right (&copy, &copy.sections[0], FALSE);
  g_assert_cmpint (g_mkdir (copy.cache, 0700), ==, 0);
  assert_right (&copy, &copy.sections[0], FALSE);
  g_assert_cmpint (g_rmdir (copy.cache), ==, 0);
}

/* While it is open: a file that was mapped into memory would end the program here. */
static void
test_cut_short (void)
{
  g_auto (Copy) copy = { NULL };
  g_autoptr (Ris3Cache) cache = NULL;
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  const Ris3Shapes *shapes;
  Ris3Box box = RIS3_BOX_EMPTY;

  copy_init (&copy);
  cache = ris3_cache_open (copy.source);
  g_assert_nonnull (cache);
  boundaries = ris3_cache_load_boundaries (cache, 2016, 3);
  g_assert_nonnull (boundaries);
  g_assert_cmpint (truncate (copy.cache, 4096), ==, 0);

  shapes = ris3_boundaries_get_shapes (boundaries);
  for (guint i = 0; i < shapes->n_points; i++)
    ris3_box_add_point (&box, shapes->points[i]);
  g_assert_cmpfloat (box.x0, <, box.x1);
  g_assert_null (ris3_cache_load_boundaries (cache, 2021, 3));
  g_assert_null (ris3_cache_load_land (cache));
}

/* Sound, but not ours: made by another version of the program, or on another kind of machine. */
static void
test_foreign (void)
{
  g_auto (Copy) copy = { NULL };

  copy_init (&copy);
  seal (&copy);
  g_assert_true (is_used (&copy));

  copy.header.format++;
  seal (&copy);
  g_assert_false (is_used (&copy));
  copy.header.format--;

  copy.header.byte_order = GUINT32_SWAP_LE_BE (copy.header.byte_order);
  seal (&copy);
  g_assert_false (is_used (&copy));
  copy.header.byte_order = RIS3_CACHE_BYTE_ORDER;

  copy.header.section_size++;
  seal (&copy);
  g_assert_false (is_used (&copy));
  copy.header.section_size--;

  /* The sections themselves: out of the file, or of records of another size. */
  copy.sections[3].offset = copy.header.file_size;
  seal (&copy);
  g_assert_false (is_used (&copy));
  copy.sections[3].offset = G_MAXUINT64 - 63;
  seal (&copy);
  g_assert_false (is_used (&copy));
  read_at (shipped_cache, copy.sections, copy.header.n_sections * sizeof *copy.sections, sizeof copy.header);
  copy.sections[0].record_size /= 2;
  seal (&copy);
  g_assert_true (is_used (&copy));
  assert_right (&copy, &copy.sections[0], FALSE);
}

static void
test_other_source (void)
{
  g_auto (Copy) copy = { NULL };
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;
  guint64 size, digest;

  copy_init (&copy);
  g_assert_true (ris3_cache_identify (copy.source, &size, &digest));

  /* SQLite counts the changes of a file in its bytes 24 to 27. */
  flip (copy.source, 27);
  g_assert_false (is_used (&copy));
  flip (copy.source, 27);
  flip (copy.source, size - 1);
  g_assert_false (is_used (&copy));
  flip (copy.source, size - 1);
  g_assert_true (is_used (&copy));

  /* Changes that are not in the file yet. */
  log = g_strconcat (copy.source, "-wal", NULL);
  g_file_set_contents (log, "changes", -1, &error);
  g_assert_no_error (error);
  g_assert_false (is_used (&copy));
  g_unlink (log);
  g_assert_true (is_used (&copy));

  write_at (copy.source, "x", 1, size);
  g_assert_false (is_used (&copy));
  assert_right (&copy, &copy.sections[0], FALSE);
  g_assert_cmpint (truncate (copy.source, 100), ==, 0);
  g_assert_false (is_used (&copy));
  g_assert_cmpint (truncate (copy.source, 0), ==, 0);
  g_assert_false (is_used (&copy));
}

/* Reads all that boundaries give. */
static guint64
walk_shapes (const Ris3Shapes *shapes)
{
  guint64 sum = 0;

  for (guint shape = 0; shape < shapes->n_shapes; shape++)
    {
      sum += ris3_shapes_contain (shapes, shape, (Ris3Point){ 0.5, 0.3 });
      sum += shapes->shape_boxes[shape].x0 > 0.5;
      for (guint ring = shapes->shape_rings[shape]; ring < shapes->shape_rings[shape + 1]; ring++)
        for (guint i = shapes->ring_points[ring]; i < shapes->ring_points[ring + 1]; i++)
          {
            const Ris3Point *point = &shapes->points[i];
            const Ris3Box *box = &shapes->ring_boxes[ring];

            /* The region raster skips what lies beyond a box. */
            g_assert_true (point->x >= box->x0 && point->x <= box->x1 && point->y >= box->y0 && point->y <= box->y1);
            sum += point->x > point->y;
          }
    }
  return sum;
}

static guint64
walk_boundaries (Ris3Boundaries *boundaries)
{
  guint64 sum = walk_shapes (ris3_boundaries_get_shapes (boundaries));
  guint n_borders;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);

  for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      g_assert_cmpint (ris3_boundaries_find (boundaries, region->code), ==, (gint) i);
      sum += strlen (region->name) + strlen (region->name_latin) + strlen (region->country);
      sum += region->name_english != NULL ? strlen (region->name_english) : 0;
      sum += region->parent >= 0 ? ris3_boundaries_get_region (boundaries, (guint) region->parent)->level : 0;
    }
  for (guint leaf = 0; leaf < ris3_boundaries_get_shapes (boundaries)->n_shapes; leaf++)
    sum += ris3_boundaries_get_leaf_region (boundaries, leaf);
  for (guint i = 0; i < n_borders; i++)
    for (guint p = borders[i].first_point; p < borders[i].first_point + borders[i].n_points; p++)
      sum += ris3_boundaries_get_border_points (boundaries)[p].x > 0.5;
  return sum;
}

/* Reads, or refuses, what is under the key of a section; whether it was read. */
static gboolean
walk (const Copy *copy, const Ris3CacheSection *section)
{
  g_autoptr (Ris3Cache) cache = ris3_cache_open (copy->source);

  g_assert_nonnull (cache);
  if (section->part == RIS3_CACHE_LINEAGE_ROWS || section->part == RIS3_CACHE_LINEAGE_STRINGS)
    {
      g_autoptr (Ris3Lineage) lineage = ris3_cache_load_lineage (cache, section->first, section->second);
      guint n_rows = 0;

      if (lineage != NULL)
        ris3_lineage_lookup (lineage, "FRL0", &n_rows);
      return lineage != NULL;
    }
  if (section->first == 0)
    {
      g_autoptr (Ris3Shapes) land = ris3_cache_load_land (cache);

      return land != NULL && walk_shapes (land) > 0;
    }
  else
    {
      g_autoptr (Ris3Boundaries) boundaries = ris3_cache_load_boundaries (cache, section->first, section->second);

      return boundaries != NULL && walk_boundaries (boundaries) > 0;
    }
}

/* Files forged so that all checksums match: their contents are refused or can be read to the end. */
static void
test_made_up (void)
{
  static const guint64 values[] = {
    0, 1, 2, 0x7f, 0xff, 0x7fffffff, 0x80000000, 0xffffffff, 0x7ff0000000000000, 0x7ff8000000000000, 0xffffffffffffffff
  };
  g_auto (Copy) copy = { NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_refused = 0, n_tried = 0;

  copy_init (&copy);
  for (guint i = 0; i < copy.header.n_sections; i++)
    {
      Ris3CacheSection *section = &copy.sections[i];
      gsize size = section->n_records * section->record_size;
      g_autofree guint8 *sound = g_malloc (size);
      g_autofree guint8 *data = NULL;

      /* The other versions and scales are structured alike. */
      if (section->first != 0 && section->first != 2016)
        continue;
      if (section->part < RIS3_CACHE_LINEAGE_ROWS && section->first == 2016 && section->second != 10)
        continue;
      read_at (copy.cache, sound, size, section->offset);
      for (guint round = 0; round < 40; round++)
        {
          guint64 value = values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))];
          gsize width = MIN (size, (gsize) 1 << g_rand_int_range (random, 0, 4));
          /* The first and the last record matter most, and any other. */
          gsize where = round % 4 == 0   ? 0
                        : round % 4 == 1 ? size - width
                                         : (gsize) g_rand_double_range (random, 0, (double) (size - width + 1));

          g_free (data);
          data = g_memdup2 (sound, size);
          memcpy (data + where / width * width, &value, width);
          write_at (copy.cache, data, size, section->offset);
          section->checksum = ris3_cache_digest (data, size);
          seal (&copy);
          n_tried++;
          n_refused += !walk (&copy, section);
        }
      write_at (copy.cache, sound, size, section->offset);
      section->checksum = ris3_cache_digest (sound, size);
      seal (&copy);
      g_assert_true (walk (&copy, section));
    }
  g_test_message ("%u of %u refused", n_refused, n_tried);
  g_assert_cmpuint (n_refused, >, n_tried / 3);
}

static void
test_digest (void)
{
  guint8 data[100] = { 0 };

  for (gsize size = 1; size < sizeof data; size++)
    {
      guint64 digest = ris3_cache_digest (data, size);

      g_assert_cmpuint (digest, !=, ris3_cache_digest (data, size - 1));
      for (gsize i = 0; i < size; i++)
        {
          data[i] ^= 1;
          g_assert_cmpuint (digest, !=, ris3_cache_digest (data, size));
          data[i] ^= 1;
        }
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 3);
  shipped_cache = argv[2];

  g_test_add_func ("/geo/cache/same", test_same);
  g_test_add_func ("/geo/cache/finest-scale", test_finest_scale);
  g_test_add_func ("/geo/cache/outlives", test_outlives);
  g_test_add_func ("/geo/cache/damaged-sections", test_damaged_sections);
  g_test_add_func ("/geo/cache/damaged-header", test_damaged_header);
  g_test_add_func ("/geo/cache/truncated", test_truncated);
  g_test_add_func ("/geo/cache/cut-short", test_cut_short);
  g_test_add_func ("/geo/cache/foreign", test_foreign);
  g_test_add_func ("/geo/cache/other-source", test_other_source);
  g_test_add_func ("/geo/cache/made-up", test_made_up);
  g_test_add_func ("/geo/cache/digest", test_digest);

  return g_test_run ();
}
