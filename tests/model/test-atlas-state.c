/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-state.h"
#include "test-edits.h"
#include "test-files.h"

static char *
read_state (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *state = ris3_atlas_state_read (path, &error);

  g_assert_no_error (error);
  return state;
}

/* The same as long as nothing is changed, and then the number of changes that the history has more. */
static void
test_changes (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "atlas.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_create (path, &error);
  g_autofree char *first = NULL, *again = NULL, *last = NULL;
  guint n_changes = 9;

  g_assert_no_error (error);
  test_files_sql (path, "INSERT INTO region VALUES (2016, 'AT', 0, NULL, 'AT', 'Österreich', 'Osterreich', 'Austria')");
  first = read_state (path);
  again = read_state (path);
  g_assert_true (g_str_has_prefix (first, "sha256="));
  g_assert_true (ris3_atlas_state_is_same (first, again, &n_changes));
  g_assert_cmpuint (n_changes, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("S%u", i);
      g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Test", &error);
      g_autoptr (Ris3Edit) edit = test_edit_new_strategy (id, "AT");
      g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, &error);

      g_assert_no_error (error);
    }
  last = read_state (path);
  g_assert_false (ris3_atlas_state_is_same (first, last, &n_changes));
  g_assert_cmpuint (n_changes, ==, 3);
  /* An older one, or another. */
  g_assert_false (ris3_atlas_state_is_same (last, first, &n_changes));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_false (ris3_atlas_state_is_same ("anything", first, &n_changes));
}

static void
test_missing (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "missing.ris3atlas");
  g_autoptr (GError) error = NULL;

  g_assert_null (ris3_atlas_state_read (path, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/atlas-state/changes", test_changes);
  TEST_ADD ("/atlas-state/missing", test_missing);
  return g_test_run ();
}
