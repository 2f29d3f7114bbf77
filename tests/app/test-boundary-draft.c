/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a file of boundaries is taken for, and how what is chosen of it hangs together. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "app/boundaries/ris3-boundary-crs.h"
#include "app/boundaries/ris3-boundary-draft.h"
#include "app/boundaries/ris3-boundary-files.h"
#include "app/ris3-session-own.h"
#include "test-log.h"
#include "test-panel.h"

static char *folder;

static char *
write_file (const char *name, const char *contents, gssize size)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  return path;
}

static void
assert_is (const char *name, const char *contents, gssize size, gboolean expected)
{
  g_autofree char *path = write_file (name, contents, size);

  g_assert_cmpint (ris3_boundary_files_is_boundaries (path), ==, expected);
}

static void
test_contents (void)
{
  static const char sheet[] = "PK\x03\x04[Content_Types].xml and xl/workbook.xml";
  g_autofree char *fifo = g_build_filename (folder, "fifo.geojson", NULL);
  g_autofree char *big = g_malloc0 (300000);
  g_autofree char *none = g_build_filename (folder, "none.gpkg", NULL);

  g_assert_true (ris3_boundary_files_is_boundaries (g_getenv ("RIS3_TEST_BOUNDARIES")));
  g_assert_false (ris3_boundary_files_is_boundaries (g_getenv ("RIS3_TEST_ATLAS")));
  assert_is ("a.geojson", "{\"type\":\"FeatureCollection\"}", -1, TRUE);
  assert_is ("text", "\xef\xbb\xbf\n\t {", -1, TRUE);
  assert_is ("a.fgb",
             "fgb\x03"
             "fgb\x00",
             8, TRUE);
  assert_is ("a.zip", "PK\x03\x04 AREAS.SHP", -1, TRUE);
  assert_is ("a.xlsx", sheet, sizeof sheet, FALSE);
  assert_is ("a.csv", "code,name\n", -1, FALSE);
  assert_is ("empty.geojson", "", 0, FALSE);
  /* The list of members is at the end. */
  memcpy (big, "PK\x03\x04", 4);
  assert_is ("b.zip", big, 300000, FALSE);
  memcpy (big + 299000, "areas.shp", 9);
  assert_is ("c.zip", big, 300000, TRUE);
  g_assert_false (ris3_boundary_files_is_boundaries (folder));
  g_assert_false (ris3_boundary_files_is_boundaries (none));
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_false (ris3_boundary_files_is_boundaries (fifo));
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
look (Ris3BoundaryDraft *draft, const char *path, const Ris3OwnBoundaries *own)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ris3_boundary_draft_look_async (draft, path, own, NULL, on_done_cb, &result);
  g_assert_true (ris3_boundary_draft_look_finish (draft, wait_for (&result), &error));
  g_assert_no_error (error);
}

static gboolean
read_areas (Ris3BoundaryDraft *draft, GListModel *strategies, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ris3_boundary_draft_read_async (draft, strategies, cancellable, on_done_cb, &result);
  return ris3_boundary_draft_read_finish (draft, wait_for (&result), error);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_null (message);
  sqlite3_close (db);
}

static guint
find_layer (Ris3BoundaryDraft *draft, const char *name)
{
  const GPtrArray *layers = ris3_boundary_draft_get_source (draft)->layers;

  for (guint i = 0; i < layers->len; i++)
    if (g_str_equal (((Ris3BoundaryLayer *) g_ptr_array_index (layers, i))->name, name))
      return i;
  g_assert_not_reached ();
}

static gboolean
has_column (Ris3BoundaryDraft *draft, const char *name)
{
  g_autoptr (GPtrArray) columns = ris3_boundary_draft_list_columns (draft);

  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((Ris3BoundaryColumn *) g_ptr_array_index (columns, i))->name, name))
      return TRUE;
  return FALSE;
}

/* What is missing is what must be asked for. */
static void
test_empty (void)
{
  g_autofree char *path = write_file ("nothing.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", -1);
  g_autoptr (Ris3BoundaryDraft) draft = ris3_boundary_draft_new ();

  look (draft, path, NULL);
  g_assert_nonnull (strstr (ris3_boundary_draft_get_problem (draft), "There are no areas in it"));
}

/* A GeoPackage of several layers that names no coordinate system: what is needed is asked for, one thing after the
 * other, and what is chosen fits the layers. */
static void
test_choices (void)
{
  g_autofree char *path = g_build_filename (folder, "boundaries.gpkg", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("RIS3_TEST_BOUNDARIES"));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (Ris3BoundaryDraft) draft = ris3_boundary_draft_new ();
  const Ris3BoundaryMapping *mapping;
  g_autofree char *code = NULL;
  guint land, nuts;

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_chmod (path, 0600);
  execute (path, "UPDATE gpkg_geometry_columns SET srs_id = -1; UPDATE gpkg_contents SET srs_id = -1;");
  look (draft, path, NULL);
  land = find_layer (draft, "land");
  nuts = find_layer (draft, "nuts_2016_10m");
  /* Land has no codes. */
  g_assert_true (ris3_boundary_draft_has_layer (draft, nuts));
  g_assert_false (ris3_boundary_draft_has_layer (draft, land));
  for (guint i = 0; i < ris3_boundary_draft_get_source (draft)->layers->len; i++)
    ris3_boundary_draft_choose_layer (draft, i, FALSE);
  g_assert_nonnull (strstr (ris3_boundary_draft_get_problem (draft), "No layer is chosen"));

  /* Columns are those that all layers have. */
  ris3_boundary_draft_choose_layer (draft, nuts, TRUE);
  g_assert_false (ris3_boundary_draft_has_layer (draft, land));
  mapping = ris3_boundary_draft_get_mapping (draft);
  g_assert_nonnull (mapping->columns[RIS3_BOUNDARY_CODE]);
  code = g_strdup (mapping->columns[RIS3_BOUNDARY_CODE]);
  g_assert_true (has_column (draft, code));
  ris3_boundary_draft_choose_layer (draft, land, TRUE);
  mapping = ris3_boundary_draft_get_mapping (draft);
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    g_assert_true (mapping->columns[role] == NULL || has_column (draft, mapping->columns[role]));
  ris3_boundary_draft_choose_layer (draft, land, FALSE);
  g_assert_cmpstr (ris3_boundary_draft_get_mapping (draft)->columns[RIS3_BOUNDARY_CODE], ==, code);

  /* “None” is a choice that stays; a level may be that of all areas. */
  ris3_boundary_draft_choose_column (draft, RIS3_BOUNDARY_NAME, NULL);
  ris3_boundary_draft_choose_column (draft, RIS3_BOUNDARY_LEVEL, "3");
  ris3_boundary_draft_choose_layer (draft, nuts, TRUE);
  g_assert_null (ris3_boundary_draft_get_mapping (draft)->columns[RIS3_BOUNDARY_NAME]);
  g_assert_cmpstr (ris3_boundary_draft_get_mapping (draft)->columns[RIS3_BOUNDARY_LEVEL], ==, "3");
  ris3_boundary_draft_choose_column (draft, RIS3_BOUNDARY_CODE, NULL);
  g_assert_nonnull (strstr (ris3_boundary_draft_get_problem (draft), "No column looks like codes"));
  ris3_boundary_draft_choose_column (draft, RIS3_BOUNDARY_CODE, code);
  g_assert_null (ris3_boundary_draft_get_file_crs (draft));
  g_assert_nonnull (strstr (ris3_boundary_draft_get_problem (draft), "coordinate system"));
  ris3_boundary_draft_choose_crs (draft, "EPSG:4326");
  g_assert_null (ris3_boundary_draft_get_problem (draft));
  g_remove (path);
}

#define AREA(code, name, x)                                                                                            \
  "{\"type\":\"Feature\",\"properties\":{\"id\":\"" code "\",\"name\":\"" name "\"},\"geometry\":{\"type\":"           \
  "\"Polygon\",\"coordinates\":[[[" x ",45],[" x "1,45],[" x "1,46],[" x ",46],[" x ",45]]]}}"

/* What is read is told, forgotten when something else is chosen, and remembered with its choices. */
static void
test_read (void)
{
  static const char contents[] = "{\"type\":\"FeatureCollection\",\"features\":[" AREA (
      "FRL0", "Alpha", "4.") "," AREA ("QQ12", "Beta", "5.") "]}";
  g_autofree char *path = write_file ("areas.geojson", contents, -1);
  g_autoptr (Ris3BoundaryDraft) draft = ris3_boundary_draft_new ();
  g_autoptr (Ris3BoundaryDraft) again = ris3_boundary_draft_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3OwnBoundaries) own = NULL;
  Ris3Session *session = test_panel_open ();
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (session));

  ris3_boundary_draft_choose_frame (draft, 2021);
  look (draft, path, NULL);
  g_assert_cmpuint (ris3_boundary_draft_get_frame (draft), ==, 2021);
  g_assert_cmpstr (ris3_boundary_draft_get_mapping (draft)->columns[RIS3_BOUNDARY_CODE], ==, "id");
  g_assert_true (g_str_has_prefix (ris3_boundary_draft_get_file_crs (draft), "EPSG:4326"));
  g_cancellable_cancel (cancelled);
  g_assert_false (read_areas (draft, strategies, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ris3_boundary_draft_get_boundaries (draft));

  g_assert_true (read_areas (draft, strategies, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ris3_boundary_draft_get_report (draft)->n_areas, ==, 2);
  g_assert_true (
      g_ptr_array_find_with_equal_func (ris3_boundary_draft_get_match (draft)->unknown, "QQ12", g_str_equal, NULL));
  g_assert_false (
      g_ptr_array_find_with_equal_func (ris3_boundary_draft_get_match (draft)->unknown, "FRL0", g_str_equal, NULL));
  ris3_boundary_draft_choose_column (draft, RIS3_BOUNDARY_NAME, NULL);
  g_assert_null (ris3_boundary_draft_get_boundaries (draft));
  g_assert_null (ris3_boundary_draft_get_own (draft));
  g_assert_true (read_areas (draft, strategies, NULL, &error));
  own = ris3_own_boundaries_copy (ris3_boundary_draft_get_own (draft));
  g_assert_cmpuint (own->frame, ==, 2021);

  /* Of the same file, the choices are taken; of another one, none. */
  look (again, path, own);
  g_assert_cmpuint (ris3_boundary_draft_get_frame (again), ==, 2021);
  g_assert_null (ris3_boundary_draft_get_mapping (again)->columns[RIS3_BOUNDARY_NAME]);
  g_free (own->path);
  own->path = g_strdup ("/another");
  look (again, path, own);
  g_assert_cmpstr (ris3_boundary_draft_get_mapping (again)->columns[RIS3_BOUNDARY_NAME], ==, "name");

  /* A sentence, and what was looked at before stays. */
  ris3_boundary_draft_choose_crs (draft, "EPSG:1");
  g_assert_false (read_areas (draft, strategies, NULL, &error));
  g_assert_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID);
  g_assert_cmpstr (ris3_boundary_draft_get_path (draft), ==, path);
  test_panel_end (session);
}

/* Usual systems, and any of EPSG. */
static void
test_crs (void)
{
  Ris3BoundaryCrs *crs = g_object_ref_sink (g_object_new (RIS3_TYPE_BOUNDARY_CRS, NULL));
  g_autofree char *of_file = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *other = NULL;

  ris3_boundary_crs_show (crs, "EPSG:3857 (WGS 84 / Pseudo-Mercator)", NULL);
  of_file = ris3_boundary_crs_dup_chosen (crs);
  g_assert_null (of_file);
  ris3_boundary_crs_show (crs, NULL, "EPSG:3035");
  usual = ris3_boundary_crs_dup_chosen (crs);
  g_assert_cmpstr (usual, ==, "EPSG:3035");
  ris3_boundary_crs_show (crs, NULL, "EPSG:31370");
  other = ris3_boundary_crs_dup_chosen (crs);
  g_assert_cmpstr (other, ==, "EPSG:31370");
  ris3_boundary_crs_show (crs, NULL, "+proj=longlat");
  g_assert_null (ris3_boundary_crs_dup_chosen (crs));
  g_assert_finalize_object (crs);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  test_log_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("ris3-draft-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/boundary-draft/contents", test_contents);
  g_test_add_func ("/boundary-draft/choices", test_choices);
  g_test_add_func ("/boundary-draft/empty", test_empty);
  g_test_add_func ("/boundary-draft/read", test_read);
  g_test_add_func ("/boundary-draft/crs", test_crs);
  return g_test_run ();
}
