/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "geo-fixture.h"
#include "geo/ris3-boundary-source.h"
#include "geo/ris3-lineage.h"

/* What is put around one feature after another: a square of degrees. */
typedef struct
{
  const char *properties;
  int x, y;
} Square;

static char *folder;

static char *
write_squares (const char *name, const Square *squares, guint n_squares)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_squares; i++)
    {
      int x = squares[i].x, y = squares[i].y;

      g_string_append_printf (text,
                              "%s{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\","
                              "\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}",
                              i > 0 ? "," : "", squares[i].properties, x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y);
    }
  g_string_append (text, "]}");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

static Ris3Boundaries *
read_squares (const char *path, Ris3Boundaries *frame, Ris3BoundaryReport **report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3BoundarySource) source = ris3_boundary_source_look (path, NULL, &error);
  g_autoptr (Ris3BoundaryMapping) mapping = NULL;
  Ris3Boundaries *boundaries;

  g_assert_no_error (error);
  mapping = ris3_boundary_mapping_guess (source);
  boundaries = ris3_boundary_source_read (path, mapping, frame, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return boundaries;
}

static const Ris3Region *
find (Ris3Boundaries *boundaries, const char *code)
{
  gint index = ris3_boundaries_find (boundaries, code);

  g_assert_cmpint (index, >=, 0);
  return ris3_boundaries_get_region (boundaries, (guint) index);
}

static void
assert_within (Ris3Boundaries *boundaries, const char *code, const char *wider)
{
  gint parent = find (boundaries, code)->parent;

  g_assert_cmpint (parent, >=, 0);
  g_assert_cmpstr (ris3_boundaries_get_region (boundaries, (guint) parent)->code, ==, wider);
}

static void
test_look (void)
{
  static const Square squares[] = {
    { "\"LAU_ID\":\"101\",\"GISCO_ID\":\"AT_101\",\"LAU_NAME\":\"Eins\",\"CNTR_CODE\":\"AT\"", 10, 50 },
    { "\"LAU_ID\":\"101\",\"GISCO_ID\":\"DE_101\",\"LAU_NAME\":\"Zwei\",\"CNTR_CODE\":\"DE\"", 11, 50 },
  };
  g_autofree char *path = write_squares ("lau.geojson", squares, G_N_ELEMENTS (squares));
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3BoundarySource) source = ris3_boundary_source_look (path, NULL, &error);
  g_autoptr (Ris3BoundaryMapping) mapping = NULL;
  g_autoptr (Ris3BoundaryMapping) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  const Ris3BoundaryLayer *layer;

  g_assert_no_error (error);
  g_assert_cmpuint (source->layers->len, ==, 1);
  layer = g_ptr_array_index (source->layers, 0);
  g_assert_cmpstr (layer->name, ==, "lau");
  g_assert_cmpint (layer->n_features, ==, 2);
  g_assert_true (layer->has_areas);
  g_assert_true (g_str_has_prefix (layer->crs, "EPSG:4326"));

  /* LAU_ID is known by its name, but does not tell the two apart. */
  mapping = ris3_boundary_mapping_guess (source);
  g_assert_cmpstr (mapping->columns[RIS3_BOUNDARY_CODE], ==, "GISCO_ID");
  g_assert_cmpstr (mapping->columns[RIS3_BOUNDARY_NAME], ==, "LAU_NAME");
  g_assert_cmpstr (mapping->columns[RIS3_BOUNDARY_COUNTRY], ==, "CNTR_CODE");
  g_assert_null (mapping->columns[RIS3_BOUNDARY_LEVEL]);

  mapping->crs = g_strdup ("EPSG:4326");
  mapping->layers = g_strsplit ("a b,c=d", ",", -1);
  text = ris3_boundary_mapping_to_text (mapping);
  again = ris3_boundary_mapping_from_text (text);
  text_again = ris3_boundary_mapping_to_text (again);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (again->layers[1], ==, "c=d");
  g_assert_null (ris3_boundary_mapping_from_text ("code=a code=b"));
  g_assert_null (ris3_boundary_mapping_from_text ("colour=a"));
}

/* Wider regions are made of the beginnings of codes; what the file has of them is taken. */
static void
test_tree (void)
{
  static const Square squares[] = {
    { "\"my_code\":\"AT121\",\"label\":\"B\"", 11, 50 },   { "\"my_code\":\"AT111\",\"label\":\"A\"", 10, 50 },
    { "\"my_code\":\"AT11\",\"label\":\"Wide\"", 10, 50 }, { "\"my_code\":\"DE300\",\"label\":\"C\"", 12, 50 },
    { "\"my_code\":\"BE\",\"label\":\"Whole\"", 14, 50 },
  };
  g_autofree char *path = write_squares ("tree.geojson", squares, G_N_ELEMENTS (squares));
  g_autoptr (Ris3BoundaryReport) report = NULL;
  g_autoptr (Ris3Boundaries) boundaries = read_squares (path, NULL, &report);
  guint n_borders, n_shared = 0;
  const Ris3Border *borders = ris3_boundaries_get_borders (boundaries, &n_borders);
  g_autofree char *title = ris3_boundaries_dup_title (boundaries);

  g_assert_true (ris3_boundaries_is_own (boundaries));
  g_assert_cmpuint (ris3_boundaries_get_nuts_version (boundaries), ==, 0);
  g_assert_cmpstr (title, ==, "tree.geojson");
  g_assert_cmpuint (report->n_areas, ==, 4);
  g_assert_cmpuint (report->notes->len, ==, 0);
  assert_within (boundaries, "AT111", "AT11");
  assert_within (boundaries, "AT11", "AT1");
  assert_within (boundaries, "AT121", "AT12");
  assert_within (boundaries, "AT1", "AT");
  assert_within (boundaries, "DE300", "DE30");
  g_assert_cmpstr (find (boundaries, "AT11")->name, ==, "Wide");
  g_assert_cmpuint (find (boundaries, "AT")->n_leaves, ==, 2);
  g_assert_cmpuint (find (boundaries, "BE")->n_leaves, ==, 1);
  g_assert_cmpstr (find (boundaries, "AT111")->country, ==, "AT");
  for (guint leaf = 0; leaf < 4; leaf++)
    {
      const Ris3Region *region
          = ris3_boundaries_get_region (boundaries, ris3_boundaries_get_leaf_region (boundaries, leaf));

      g_assert_true (ris3_shapes_contain (ris3_boundaries_get_shapes (boundaries), leaf, region->inside));
    }
  /* Three squares in a row: two lines between them, each once. */
  for (guint i = 0; i < n_borders; i++)
    n_shared += borders[i].right >= 0;
  g_assert_cmpuint (n_shared, ==, 2);
}

/* What is finer than NUTS 3 lies in the regions of the frame; where there is none, in its country. */
static void
test_frame (void)
{
  static const FixtureRegion regions[] = {
    { "AT", "Austria", 0, 0, 0, 0 },
    { "AT1", "East", 0, 0, 0, 0 },
    { "AT11", "Burgenland", 0, 0, 0, 0 },
    { "AT111", "Mitte", 10, 50, 12, 51 },
  };
  static const Square squares[] = {
    { "\"GISCO_ID\":\"AT_1\"", 10, 50 },
    { "\"GISCO_ID\":\"AT_2\"", 11, 50 },
    { "\"GISCO_ID\":\"GR_1\"", 20, 40 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Boundaries) frame = fixture_boundaries (2016, regions, G_N_ELEMENTS (regions), &error);
  g_autofree char *path = write_squares ("fine.geojson", squares, G_N_ELEMENTS (squares));
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3Lineage) lineage = NULL;
  const Ris3LineageRow *rows;
  guint n_rows;

  g_assert_no_error (error);
  boundaries = read_squares (path, frame, NULL);
  assert_within (boundaries, "AT_2", "AT111");
  assert_within (boundaries, "GR_1", "EL");
  g_assert_cmpstr (find (boundaries, "AT11")->name, ==, "Burgenland");
  g_assert_cmpuint (find (boundaries, "AT_1")->level, ==, 4);

  lineage = ris3_lineage_find (frame, boundaries, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  rows = ris3_lineage_lookup (lineage, "AT11", &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (rows[0].to_code, ==, "AT11");
  g_assert_cmpint (rows[0].kind, ==, RIS3_LINEAGE_SAME);
}

static void
test_cancelled (void)
{
  static const Square squares[] = { { "\"NUTS_ID\":\"AT111\"", 10, 50 } };
  g_autofree char *path = write_squares ("cancelled.geojson", squares, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Ris3BoundaryMapping) mapping = ris3_boundary_mapping_from_text ("code=NUTS_ID");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ris3_boundary_source_read (path, mapping, NULL, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static Ris3Boundaries *
read_file (const char *path, const Ris3BoundaryMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  Ris3Boundaries *boundaries = ris3_boundary_source_read (path, mapping, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return boundaries;
}

/* A layer for each level: a column of the one, and the name of the other, say which; both can be said otherwise. */
static void
test_layers (void)
{
  static const char text[]
      = "{\"type\":\"Topology\",\"objects\":{\"land\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":"
        "\"Polygon\",\"arcs\":[[0]],\"properties\":{\"code\":\"QQ-\",\"level\":\"0\"}}]},\"adm_2\":{\"type\":"
        "\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[1]],\"properties\":{\"code\":"
        "\"QQ-west\"}},{\"type\":\"Polygon\",\"arcs\":[[2]],\"properties\":{\"code\":\"QQ-east\"}}]}},\"arcs\":[[[10,"
        "50],"
        "[12,50],[12,51],[10,51],[10,50]],[[10,50],[11,50],[11,51],[10,51],[10,50]],[[11,50],[12,50],[12,51],[11,51],"
        "[11,50]]]}";
  g_autofree char *path = g_build_filename (folder, "layers.topojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3BoundarySource) source = NULL;
  g_autoptr (Ris3BoundaryMapping) mapping = NULL;
  g_autoptr (Ris3BoundaryMapping) again = NULL;
  g_autoptr (Ris3Boundaries) guessed = NULL;
  g_autoptr (Ris3Boundaries) chosen = NULL;
  g_autofree char *written = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  source = ris3_boundary_source_look (path, NULL, &error);
  g_assert_no_error (error);
  mapping = ris3_boundary_mapping_guess (source);
  g_assert_cmpstr (ris3_boundary_mapping_get_level (mapping, "land"), ==, "level");
  g_assert_cmpstr (ris3_boundary_mapping_get_level (mapping, "adm_2"), ==, "2");
  g_assert_null (mapping->columns[RIS3_BOUNDARY_LEVEL]);
  guessed = read_file (path, mapping);
  g_assert_cmpuint (find (guessed, "QQ-")->level, ==, 0);
  g_assert_cmpuint (find (guessed, "QQ-west")->level, ==, 2);

  ris3_boundary_mapping_set_level (mapping, "adm_2", "3");
  ris3_boundary_mapping_set_level (mapping, "land", "1");
  written = ris3_boundary_mapping_to_text (mapping);
  again = ris3_boundary_mapping_from_text (written);
  chosen = read_file (path, again);
  g_assert_cmpuint (find (chosen, "QQ-")->level, ==, 1);
  g_assert_cmpuint (find (chosen, "QQ-east")->level, ==, 3);
  ris3_boundary_mapping_set_level (again, "adm_2", NULL);
  g_assert_null (ris3_boundary_mapping_get_level (again, "adm_2"));
  g_assert_null (ris3_boundary_mapping_from_text ("layer-level=a"));
}

/* Two areas side by side, with the border between them at a longitude. */
static Ris3Boundaries *
make_pair (const char *name, const char *west, const char *east, double border)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autoptr (Ris3BoundaryMapping) mapping = ris3_boundary_mapping_from_text ("code=code level=3");
  const char *const codes[] = { west, east };
  const double edges[] = { 10, border, 20 };

  for (guint i = 0; i < 2; i++)
    g_string_append_printf (text,
                            "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":"
                            "\"Polygon\",\"coordinates\":[[[%g,50],[%g,50],[%g,51],[%g,51],[%g,50]]]}}",
                            i > 0 ? "," : "", codes[i], edges[i], edges[i + 1], edges[i + 1], edges[i], edges[i]);
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return read_file (path, mapping);
}

/* An area of the same code is meant although it is drawn otherwise, unless it is another place. */
static void
test_code_first (void)
{
  static const struct
  {
    const char *west;
    const char *east;
    double border;
    guint n_rows;
    const char *first;
  } cases[] = {
    { "XX-1", "XX-2", 18, 1, "XX-1" },   /* by either rule */
    { "XX-1", "XX-2", 16, 1, "XX-1" },   /* by its code alone */
    { "XX-1", "XX-2", 13, 2, "XX-1" },   /* too little of it: by place, as its pieces are */
    { "XX-2", "XX-1", 19.5, 1, "XX-2" }, /* its code is elsewhere */
  };
  g_autoptr (Ris3Boundaries) from = make_pair ("from.geojson", "XX-1", "XX-9", 19);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Ris3Boundaries) to = make_pair ("to.geojson", cases[i].west, cases[i].east, cases[i].border);
      g_autoptr (GError) error = NULL;
      g_autoptr (Ris3Lineage) lineage = ris3_lineage_find (from, to, NULL, NULL, NULL, &error);
      const Ris3LineageRow *rows;
      guint n_rows;

      g_assert_no_error (error);
      rows = ris3_lineage_lookup (lineage, "XX-1", &n_rows);
      g_test_message ("border at %g: %u rows", cases[i].border, n_rows);
      g_assert_cmpuint (n_rows, ==, cases[i].n_rows);
      g_assert_cmpstr (rows[0].to_code, ==, cases[i].first);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("ris3-sources-XXXXXX", NULL);
  g_test_add_func ("/geo/boundary-source/look", test_look);
  g_test_add_func ("/geo/boundary-source/layers", test_layers);
  g_test_add_func ("/geo/boundary-source/code-first", test_code_first);
  g_test_add_func ("/geo/boundary-source/tree", test_tree);
  g_test_add_func ("/geo/boundary-source/frame", test_frame);
  g_test_add_func ("/geo/boundary-source/cancelled", test_cancelled);
  status = g_test_run ();
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "lau.geojson", "tree.geojson", "fine.geojson", "cancelled.geojson" };
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
