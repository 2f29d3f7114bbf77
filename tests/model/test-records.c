/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes, activities and themes are published, follow edits, and have values that forms can compare. */

#include "config.h"

#include <string.h>

#include "model/ris3-atlas-edit.h"
#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

typedef struct
{
  TestFiles files;
  char *path;
  Ris3Atlas *atlas;
  GAsyncResult *result;
} Fixture;

static void
open_atlas (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->atlas = ris3_atlas_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  ris3_atlas_set_actor (fixture->atlas, "Ada", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_files_set_up (&fixture->files, NULL);
  fixture->path = test_files_copy_default (&fixture->files, "atlas.ris3atlas");
  open_atlas (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->atlas);
  g_free (fixture->path);
  test_files_tear_down (&fixture->files, NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

/* Takes the edit. The id of the row of its first step. */
static gint64
apply (Fixture *fixture, Ris3Edit *edit, GError **error)
{
  g_autoptr (Ris3EditResult) edit_result = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ris3_atlas_edit_async (fixture->atlas, edit, RIS3_EDITOR_DEFAULT, NULL, on_done, fixture);
  ris3_edit_unref (edit);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  edit_result = ris3_atlas_edit_finish (fixture->atlas, result, error);
  return edit_result != NULL ? edit_result->ids[0] : -1;
}

static char *
to_key (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

#define ASSERT_VALUE(fixture, table, key, field, expected)                                                             \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *assert_value = ris3_atlas_dup_value ((fixture)->atlas, table, key, field);                        \
    g_assert_cmpstr (assert_value, ==, expected);                                                                      \
  }                                                                                                                    \
  G_STMT_END

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = ris3_edit_new_add ("note");
  GListModel *notes = ris3_atlas_get_notes (fixture->atlas);
  g_autoptr (Ris3Note) first = NULL;
  g_autoptr (Ris3Note) changed = NULL;
  g_autoptr (Ris3Note) reopened = NULL;
  g_autofree char *key = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "text", "Ask them again.");
  key = to_key (apply (fixture, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  first = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (ris3_note_get_region_code (first), ==, "FRL0");
  g_assert_cmpuint (ris3_note_get_nuts_version (first), ==, 2016);
  g_assert_cmpstr (ris3_note_get_strategy_id (first), ==, "");
  g_assert_cmpint (ris3_note_get_priority_id (first), ==, 0);
  g_assert_cmpstr (ris3_note_get_text (first), ==, "Ask them again.");
  g_assert_cmpstr (ris3_note_get_author (first), ==, "Ada");
  g_assert_cmpstr (ris3_note_get_created_at (first), ==, ris3_note_get_changed_at (first));

  edit = ris3_edit_new_set ("note", key);
  ris3_edit_set_text (edit, "text", "Asked.");
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  changed = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (ris3_note_get_text (changed), ==, "Asked.");
  ASSERT_VALUE (fixture, "note", key, "text", "Asked.");

  g_assert_finalize_object (fixture->atlas);
  open_atlas (fixture);
  reopened = g_list_model_get_item (ris3_atlas_get_notes (fixture->atlas), 0);
  g_assert_cmpstr (ris3_note_get_text (reopened), ==, "Asked.");

  apply (fixture, ris3_edit_new_delete ("note", key), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (ris3_atlas_get_notes (fixture->atlas)), ==, 0);
  ASSERT_VALUE (fixture, "note", key, "text", NULL);
}

/* A place is two numbers, or none; what a form has seen of them is what the file has. */
static void
test_note_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = ris3_edit_new_add ("note");
  GListModel *notes = ris3_atlas_get_notes (fixture->atlas);
  g_autoptr (Ris3Note) first = NULL;
  g_autoptr (Ris3Note) moved = NULL;
  g_autofree char *key = NULL;
  double longitude = 0, latitude = 0;

  ris3_edit_set_text (edit, "text", "Here.");
  ris3_edit_set_real (edit, "longitude", 5.1);
  ris3_edit_set_real (edit, "latitude", 43);
  ris3_edit_set_text (edit, "colour", "#c01c28");
  key = to_key (apply (fixture, edit, &error));
  g_assert_no_error (error);
  first = g_list_model_get_item (notes, 0);
  g_assert_true (ris3_note_get_place (first, &longitude, &latitude));
  g_assert_cmpfloat (longitude, ==, 5.1);
  g_assert_cmpfloat (latitude, ==, 43);
  g_assert_cmpstr (ris3_note_get_region_code (first), ==, "");
  g_assert_cmpstr (ris3_note_get_colour (first), ==, "#c01c28");
  g_assert_false (ris3_note_get_hidden (first));
  ASSERT_VALUE (fixture, "note", key, "longitude", "5.1");
  ASSERT_VALUE (fixture, "note", key, "latitude", "43.0");

  edit = ris3_edit_new_set ("note", key);
  ris3_edit_set_real (edit, "latitude", 1.0 / 3);
  ris3_edit_expect (edit, "latitude", "43.0");
  ris3_edit_set_integer (edit, "hidden", 1);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  moved = g_list_model_get_item (notes, 0);
  g_assert_true (moved != first);
  g_assert_true (ris3_note_get_hidden (moved));
  g_assert_true (ris3_note_get_place (moved, NULL, &latitude));
  g_assert_cmpfloat (latitude, ==, 1.0 / 3);

  /* A point on nothing else cannot lose its place, nor half of it. */
  edit = ris3_edit_new_set ("note", key);
  ris3_edit_expect (edit, "latitude", "0.333333333333333");
  ris3_edit_set_null (edit, "latitude");
  apply (fixture, edit, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "latitude"));
}

static const char *const two_themes[] = { "oncology", "health-theme 1 e-health-telemedicine", NULL };
static const char *const one_theme[] = { "rare-chronic-disease", NULL };

static void
test_activities (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Ris3Edit *edit = ris3_edit_new_add ("activity");
  GListModel *activities = ris3_atlas_get_activities (fixture->atlas);
  g_autoptr (Ris3Activity) activity = NULL;
  g_autoptr (Ris3Activity) changed = NULL;
  g_autofree char *key = NULL;
  g_autofree char *themes = NULL;

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "title", "Genome centre");
  ris3_edit_set_integer (edit, "year_from", 2019);
  ris3_edit_set_themes (edit, two_themes);
  key = to_key (apply (fixture, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (activities), ==, 1);
  activity = g_list_model_get_item (activities, 0);
  g_assert_cmpstr (ris3_activity_get_kind (activity), ==, "project");
  g_assert_cmpuint (ris3_activity_get_year_from (activity), ==, 2019);
  g_assert_cmpuint (ris3_activity_get_year_to (activity), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) ris3_activity_get_themes (activity)), ==, 2);
  ASSERT_VALUE (fixture, "activity", key, "year_to", "");
  ASSERT_VALUE (fixture, "activity", key, "year_from", "2019");

  /* Only the themes are changed, if they are still those. */
  themes = ris3_atlas_dup_value (fixture->atlas, "activity", key, "themes");
  edit = ris3_edit_new_set ("activity", key);
  ris3_edit_set_themes (edit, one_theme);
  ris3_edit_expect (edit, "themes", themes);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  changed = g_list_model_get_item (activities, 0);
  g_assert_cmpuint (g_strv_length ((char **) ris3_activity_get_themes (changed)), ==, 1);
  ASSERT_VALUE (fixture, "activity", key, "themes", "health-theme 1 rare-chronic-disease");

  edit = ris3_edit_new_set ("activity", key);
  ris3_edit_set_themes (edit, two_themes);
  ris3_edit_expect (edit, "themes", themes);
  apply (fixture, edit, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_CONFLICT);
  g_assert_cmpstr (ris3_edit_error_get_field (error), ==, "themes");
  g_assert_nonnull (strstr (error->message, "Ada"));
  ASSERT_VALUE (fixture, "activity", key, "themes", "health-theme 1 rare-chronic-disease");
}

/* Any value of any record is what the file has, so that no form finds a change where there is none. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  GListModel *strategies = ris3_atlas_get_strategies (fixture->atlas);
  guint n_checked = 0;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i += 7)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);
      const char *id = ris3_strategy_get_id (strategy);
      g_autofree const char **fields = ris3_edit_table_get_fields ("strategy");
      Ris3Edit *edit = ris3_edit_new_set ("strategy", id);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; fields[j] != NULL; j++)
        {
          g_autofree char *value = ris3_atlas_dup_value (fixture->atlas, "strategy", id, fields[j]);

          g_assert_nonnull (value);
          ris3_edit_expect (edit, fields[j], value);
          n_checked++;
        }
      apply (fixture, edit, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_checked, >, 500);
}

static void
test_priority (Fixture *fixture, gconstpointer data)
{
  Ris3Strategy *strategy = ris3_atlas_lookup_strategy (fixture->atlas, "FRL0-2014");
  g_autoptr (Ris3Priority) area = g_list_model_get_item (ris3_strategy_get_priorities (strategy), 0);
  g_autofree char *key = to_key (ris3_priority_get_id (area));
  Ris3Strategy *owner = NULL;
  g_autofree const char **fields = ris3_edit_table_get_fields ("priority");
  Ris3Edit *edit;
  g_autoptr (GError) error = NULL;
  g_autofree char *themes = NULL;

  g_assert_true (ris3_atlas_lookup_priority (fixture->atlas, ris3_priority_get_id (area), &owner) == area);
  g_assert_true (owner == strategy);
  g_assert_null (ris3_atlas_lookup_priority (fixture->atlas, 999999, &owner));
  g_assert_null (owner);
  g_assert_null (ris3_atlas_lookup_strategy (fixture->atlas, "XX"));

  edit = ris3_edit_new_set ("priority", key);
  ris3_edit_set_themes (edit, two_themes);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  ASSERT_VALUE (fixture, "priority", key, "themes", "health-theme 1 oncology\nhealth-theme 1 e-health-telemedicine");

  edit = ris3_edit_new_set ("priority", key);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *value = ris3_atlas_dup_value (fixture->atlas, "priority", key, fields[i]);

      g_assert_nonnull (value);
      ris3_edit_expect (edit, fields[i], value);
    }
  themes = ris3_atlas_dup_value (fixture->atlas, "priority", key, "themes");
  ris3_edit_expect (edit, "themes", themes);
  ris3_edit_set_themes (edit, one_theme);
  apply (fixture, edit, &error);
  g_assert_no_error (error);
  ASSERT_VALUE (fixture, "priority", key, "themes", "health-theme 1 rare-chronic-disease");
}

/* Themes are of priorities and activities only. */
static void
test_no_themes (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", "FRL0-2014");
  g_autoptr (GError) error = NULL;

  ris3_edit_set_themes (edit, one_theme);
  apply (fixture, edit, &error);
  g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/records/notes", test_notes);
  ADD ("/records/note-place", test_note_place);
  ADD ("/records/activities", test_activities);
  ADD ("/records/values", test_values);
  ADD ("/records/priority", test_priority);
  ADD ("/records/no-themes", test_no_themes);
  return g_test_run ();
}
