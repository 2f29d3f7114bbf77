/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "geo/ris3-cache-private.h"
#include "geo/ris3-lineage-private.h"
#include "map/ris3-geodata.h"
#include "map/ris3-own-store.h"

/* Areas of half a degree from Vienna on, side by side. */
#define COLUMNS 4
#define ROWS 3
#define N_FORGERIES 24 /* of each section */

static char *home;

typedef struct
{
  char *path;
  Ris3OwnBoundaries *own;
} File;

static void
file_init (File *file, const char *name, const char *mapping)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      double x = 16 + i % COLUMNS * 0.5, y = 47 + (guint) (i / COLUMNS) * 0.5;

      g_string_append_printf (text,
                              "%s{\"type\":\"Feature\",\"properties\":{\"GISCO_ID\":\"AT_%05u\",\"LAU_NAME\":\"Ort "
                              "%u\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%.1f,%.1f],[%.1f,%.1f],"
                              "[%.1f,%.1f],[%.1f,%.1f],[%.1f,%.1f]]]}}",
                              i > 0 ? "," : "", i, i, x, y, x + 0.5, y, x + 0.5, y + 0.5, x, y + 0.5, x, y);
    }
  g_string_append (text, "]}");
  file->path = g_build_filename (home, name, NULL);
  g_file_set_contents (file->path, text->str, -1, &error);
  g_assert_no_error (error);
  file->own = ris3_own_boundaries_new (file->path, ris3_boundary_mapping_from_text (mapping), 2016, NULL, &error);
  g_assert_no_error (error);
}

static void
file_clear (File *file)
{
  g_unlink (file->path);
  g_free (file->path);
  ris3_own_boundaries_free (file->own);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static char *
get_folder (void)
{
  return g_build_filename (home, "ris3-atlas", "boundaries", NULL);
}

/* (transfer full) */
static GPtrArray *
list_stored (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

static void
empty_store (void)
{
  g_autoptr (GPtrArray) paths = list_stored ();

  for (guint i = 0; i < paths->len; i++)
    g_assert_cmpint (g_unlink (g_ptr_array_index (paths, i)), ==, 0);
}

static void
assert_same_boundaries (Ris3Boundaries *a, Ris3Boundaries *b)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (a), *others = ris3_boundaries_get_shapes (b);
  g_autofree char *title = ris3_boundaries_dup_title (a);
  g_autofree char *other_title = ris3_boundaries_dup_title (b);
  guint n_borders, n_other_borders;

  g_assert_cmpstr (title, ==, other_title);
  g_assert_cmpstr (ris3_boundaries_get_attribution (a), ==, ris3_boundaries_get_attribution (b));
  g_assert_cmpint (ris3_boundaries_is_gisco (a), ==, ris3_boundaries_is_gisco (b));
  g_assert_cmpuint (ris3_boundaries_get_n_regions (a), ==, ris3_boundaries_get_n_regions (b));
  for (guint i = 0; i < ris3_boundaries_get_n_regions (a); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (a, i), *other = ris3_boundaries_get_region (b, i);

      g_assert_cmpstr (region->code, ==, other->code);
      g_assert_cmpstr (region->name, ==, other->name);
      g_assert_cmpstr (region->name_latin, ==, other->name_latin);
      g_assert_cmpstr (region->country, ==, other->country);
      g_assert_cmpuint (region->level, ==, other->level);
      g_assert_cmpint (region->parent, ==, other->parent);
      g_assert_cmpuint (region->first_leaf, ==, other->first_leaf);
      g_assert_cmpuint (region->n_leaves, ==, other->n_leaves);
      g_assert_cmpmem (&region->inside, sizeof region->inside, &other->inside, sizeof other->inside);
    }
  g_assert_cmpmem (shapes->points, shapes->n_points * sizeof (Ris3Point), others->points,
                   others->n_points * sizeof (Ris3Point));
  g_assert_cmpmem (shapes->ring_points, (shapes->n_rings + 1) * sizeof (guint32), others->ring_points,
                   (others->n_rings + 1) * sizeof (guint32));
  g_assert_cmpmem (ris3_boundaries_get_borders (a, &n_borders), 0, ris3_boundaries_get_borders (b, &n_other_borders),
                   0);
  g_assert_cmpuint (n_borders, ==, n_other_borders);
}

static void
assert_same_lineages (Ris3Lineage *a, Ris3Lineage *b)
{
  guint n, n_others;
  const Ris3LineageRow *rows = ris3_lineage_get_rows (a, &n), *others = ris3_lineage_get_rows (b, &n_others);

  g_assert_cmpuint (n, ==, n_others);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (rows[i].from_code, ==, others[i].from_code);
      g_assert_cmpstr (rows[i].to_code, ==, others[i].to_code);
      g_assert_cmpint (rows[i].kind, ==, others[i].kind);
      g_assert_cmpfloat (rows[i].share_of_from, ==, others[i].share_of_from);
      g_assert_cmpfloat (rows[i].share_of_to, ==, others[i].share_of_to);
    }
}

/* What is loaded the second time is the same, and comes of the store: the file is gone by then. */
static void
test_again (void)
{
  g_auto (File) file = { NULL };
  g_autoptr (Ris3Geodata) first = NULL;
  g_autoptr (Ris3Geodata) second = NULL;
  g_autoptr (Ris3BoundaryReport) report = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;

  file_init (&file, "again.geojson", "code=GISCO_ID name=LAU_NAME");
  first = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stored = list_stored ();
  g_assert_cmpuint (stored->len, ==, 1);
  g_unlink (file.path);
  second = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_boundaries (ris3_geodata_get_boundaries (first), ris3_geodata_get_boundaries (second));
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    assert_same_lineages (ris3_geodata_get_lineage (first, ris3_nuts_versions[i]),
                          ris3_geodata_get_lineage (second, ris3_nuts_versions[i]));

  /* What these lack has its name all the same. */
  g_assert_cmpint (ris3_boundaries_find (ris3_geodata_get_boundaries (second), "PL21"), <, 0);
  g_assert_cmpstr (ris3_boundaries_lookup_name (ris3_geodata_get_boundaries (second), "PL21"), ==, "Lesser Poland");
  g_assert_null (ris3_boundaries_lookup_name (ris3_geodata_get_boundaries (second), "XX1"));

  /* Who asks what there is to tell has the file read. */
  g_assert_null (ris3_geodata_load_own (file.own, &report, NULL, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_OPEN);
  empty_store ();
}

/* Another mapping, another frame or another file is not taken for this one. */
static void
test_key (void)
{
  g_auto (File) file = { NULL };
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (Ris3OwnBoundaries) other = NULL;
  g_auto (Ris3OwnArrays) arrays = { NULL };
  g_autoptr (GError) error = NULL;
  const char *shipped = fixture_get_boundaries_path ();

  file_init (&file, "key.geojson", "code=GISCO_ID name=LAU_NAME");
  geodata = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_own_store_load (file.own, shipped, &arrays));

  other = ris3_own_boundaries_copy (file.own);
  other->frame = 2021;
  g_assert_false (ris3_own_store_load (other, shipped, &arrays));
  other->frame = 2016;
  other->digest[0] ^= 1;
  g_assert_false (ris3_own_store_load (other, shipped, &arrays));
  other->digest[0] ^= 1;
  g_free (other->mapping->columns[RIS3_BOUNDARY_NAME]);
  other->mapping->columns[RIS3_BOUNDARY_NAME] = g_strdup ("GISCO_ID");
  g_assert_false (ris3_own_store_load (other, shipped, &arrays));
  g_assert_false (ris3_own_store_load (file.own, file.path, &arrays));
  empty_store ();
}

/* What has changed while it was read is not kept. */
static void
test_changed (void)
{
  g_auto (File) file = { NULL };
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;

  file_init (&file, "changed.geojson", "code=GISCO_ID name=LAU_NAME");
  file.own->digest[0] = file.own->digest[0] == '0' ? '1' : '0';
  geodata = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stored = list_stored ();
  g_assert_cmpuint (stored->len, ==, 0);
}

/* A few are kept, and the folder may be missing or of no use. */
static void
test_few (void)
{
  g_autoptr (GPtrArray) stored = NULL;
  g_autofree char *folder = get_folder ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("few-%u.geojson", i);
      g_autofree char *mapping
          = g_strdup_printf ("code=GISCO_ID name=%s level=%u", i % 2 ? "LAU_NAME" : "GISCO_ID", 1 + i / 2);
      g_auto (File) file = { NULL };
      g_autoptr (Ris3Geodata) geodata = NULL;

      file_init (&file, name, mapping);
      geodata = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  stored = list_stored ();
  g_assert_cmpuint (stored->len, ==, 6);
  empty_store ();
  g_rmdir (folder);
  g_file_set_contents (folder, "no folder", -1, &error);
  g_assert_no_error (error);
  {
    g_auto (File) file = { NULL };
    g_autoptr (Ris3Geodata) geodata = NULL;

    file_init (&file, "none.geojson", "code=GISCO_ID");
    geodata = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
  }
  g_unlink (folder);
}

/* One file of the store, to be damaged. */
typedef struct
{
  char *path;
  char *key;
  char *contents;
  gsize length;
  Ris3OwnArrays right;
} Stored;

static void
stored_init (Stored *stored)
{
  g_auto (File) file = { NULL };
  g_autoptr (Ris3Geodata) geodata = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *mapping = NULL;
  g_autoptr (GError) error = NULL;

  file_init (&file, "stored.geojson", "code=GISCO_ID name=LAU_NAME");
  geodata = ris3_geodata_load_own (file.own, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paths = list_stored ();
  g_assert_cmpuint (paths->len, ==, 1);
  stored->path = g_strdup (g_ptr_array_index (paths, 0));
  mapping = ris3_boundary_mapping_to_text (file.own->mapping);
  stored->key = ris3_own_cache_make_key (file.own->digest, mapping, 2016, fixture_get_boundaries_path ());
  g_file_get_contents (stored->path, &stored->contents, &stored->length, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_own_cache_load (stored->path, stored->key, "stored.geojson", &stored->right));
}

static void
stored_clear (Stored *stored)
{
  ris3_own_arrays_clear (&stored->right);
  g_free (stored->path);
  g_free (stored->key);
  g_free (stored->contents);
  empty_store ();
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, stored_clear)

/* Loads what has these contents; TRUE if it is taken. */
static gboolean
try_contents (Stored *stored, const char *contents, gsize length, Ris3OwnArrays *arrays)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (stored->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  return ris3_own_cache_load (stored->path, stored->key, "stored.geojson", arrays);
}

/* Whatever byte is damaged, and wherever the file ends: it is refused, or what comes out is right (between sections lie
 * bytes that mean nothing). */
static void
test_damaged (void)
{
  g_auto (Stored) stored = { NULL };
  guint n_refused = 0, n_tried = 0;

  stored_init (&stored);
  for (gsize i = 0; i < stored.length; i += 41, n_tried++)
    {
      g_autofree char *damaged = g_memdup2 (stored.contents, stored.length);
      g_auto (Ris3OwnArrays) arrays = { NULL };

      damaged[i] ^= 0x10;
      if (try_contents (&stored, damaged, stored.length, &arrays))
        {
          assert_same_boundaries (arrays.boundaries, stored.right.boundaries);
          for (guint k = 0; k < RIS3_N_NUTS_VERSIONS; k++)
            assert_same_lineages (arrays.lineages[k], stored.right.lineages[k]);
        }
      else
        n_refused++;
    }
  g_assert_cmpuint (n_refused, >, n_tried / 2);
  for (gsize length = 0; length < stored.length; length += 509)
    {
      g_auto (Ris3OwnArrays) arrays = { NULL };

      g_assert_false (try_contents (&stored, stored.contents, length, &arrays));
    }
}

/* Goes everywhere that the program may go. */
static void
walk (const Ris3OwnArrays *arrays)
{
  const Ris3Shapes *shapes = ris3_boundaries_get_shapes (arrays->boundaries);
  const Ris3Point *points;
  const Ris3Border *borders;
  guint n_borders;
  double sum = 0;

  for (guint i = 0; i < ris3_boundaries_get_n_regions (arrays->boundaries); i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (arrays->boundaries, i);

      g_assert_cmpint (region->parent, <, (gint) i);
      g_assert_cmpuint (region->level, <=, RIS3_BOUNDARIES_MAX_LEVEL);
      g_assert_true (g_utf8_validate (region->code, -1, NULL) && g_utf8_validate (region->name, -1, NULL));
      for (guint leaf = region->first_leaf; leaf < region->first_leaf + region->n_leaves; leaf++)
        sum += ris3_shapes_contain (shapes, leaf, region->inside);
    }
  borders = ris3_boundaries_get_borders (arrays->boundaries, &n_borders);
  points = ris3_boundaries_get_border_points (arrays->boundaries);
  for (guint i = 0; i < n_borders; i++)
    for (guint k = 0; k < borders[i].n_points; k++)
      sum += points[borders[i].first_point + k].x;
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      guint n_rows;
      const Ris3LineageRow *rows = ris3_lineage_get_rows (arrays->lineages[i], &n_rows);

      for (guint k = 0; k < n_rows; k++)
        g_assert_cmpint (ris3_boundaries_find (arrays->boundaries, rows[k].to_code), >=, 0);
    }
  g_assert_false (isnan (sum));
}

/* Right checksums around wrong values: somebody has made it up. It may draw a wrong map, and no more. */
static void
test_forged (void)
{
  g_auto (Stored) stored = { NULL };
  guint n_sections, n_refused = 0;

  stored_init (&stored);
  n_sections = ((const Ris3CacheHeader *) (gpointer) stored.contents)->n_sections;
  g_assert_cmpuint (n_sections, >, 10);
  for (guint i = 0; i < n_sections * N_FORGERIES; i++)
    {
      g_autofree guint8 *forged = g_memdup2 (stored.contents, stored.length);
      Ris3CacheHeader *header = (Ris3CacheHeader *) (gpointer) forged;
      Ris3CacheSection *sections = (Ris3CacheSection *) (gpointer) (forged + sizeof *header);
      Ris3CacheSection *section = &sections[i % n_sections];
      gsize size = section->n_records * section->record_size;
      guint32 wrong[] = { 0, 1, 7, G_MAXINT32, G_MAXUINT32, (guint32) g_random_int () };
      g_auto (Ris3OwnArrays) arrays = { NULL };

      if (size < sizeof (guint32))
        continue;
      memcpy (forged + section->offset + (guint) g_random_int_range (0, (gint) (size / 4)) * 4,
              &wrong[i / n_sections % G_N_ELEMENTS (wrong)], sizeof (guint32));
      /* And one record less now and then. */
      if (i % 7 == 0)
        section->n_records--;
      section->checksum = ris3_cache_digest (forged + section->offset, section->n_records * section->record_size);
      header->checksum = 0;
      header->checksum = ris3_cache_digest (forged, sizeof *header + n_sections * sizeof *sections);
      if (try_contents (&stored, (char *) forged, stored.length, &arrays))
        walk (&arrays);
      else
        n_refused++;
    }
  g_assert_cmpuint (n_refused, >, n_sections * N_FORGERIES / 4);
}

int
main (int argc, char **argv)
{
  g_autofree char *program = NULL;
  int status;

  home = g_dir_make_tmp ("ris3-store-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  fixture_init (&argc, &argv);
  g_test_add_func ("/map/own-store/again", test_again);
  g_test_add_func ("/map/own-store/key", test_key);
  g_test_add_func ("/map/own-store/changed", test_changed);
  g_test_add_func ("/map/own-store/few", test_few);
  g_test_add_func ("/map/own-store/damaged", test_damaged);
  g_test_add_func ("/map/own-store/forged", test_forged);
  status = fixture_run ();
  program = g_build_filename (home, "ris3-atlas", NULL);
  {
    g_autofree char *folder = get_folder ();

    g_rmdir (folder);
  }
  g_rmdir (program);
  g_rmdir (home);
  g_free (home);
  return status;
}
