/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns joined from tables: one edit each, read as they were written, renamed, removed and brought back. */

#include "config.h"

#include <string.h>

#include "model/ris3-edit-error.h"
#include "test-edits.h"
#include "test-files.h"

static const char *const numbers[] = { "2016 FRL0 12.5", "2016 AT 1e-3", "2021 AT -7", NULL };

static Ris3Edit *
new_column (const char *name, const char *kind, const char *const *values)
{
  Ris3Edit *edit = ris3_edit_new_add ("joined_column");

  ris3_edit_set_text (edit, "name", name);
  ris3_edit_set_text (edit, "kind", kind);
  ris3_edit_set_text (edit, "unit", "EUR");
  ris3_edit_set_integer (edit, "year", 2021);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "source", "Eurostat");
  ris3_edit_set_text (edit, "source_file", "gdp.csv");
  ris3_edit_set_text (edit, "source_date", "2026-11-02");
  ris3_edit_set_values (edit, values);
  return edit;
}

static void
test_life (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autofree char *source = NULL;
  g_autofree char *key = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *again = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Analyst", NULL);
  g_autoptr (Ris3Edit) edit = new_column ("GDP per head", "number", numbers);
  g_autoptr (Ris3Edit) rename = NULL;
  g_autoptr (Ris3Edit) removal = NULL;
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3EditResult) renamed = NULL;
  g_autoptr (Ris3EditResult) removed = NULL;
  g_autoptr (Ris3EditResult) undone = NULL;
  g_autoptr (Ris3EditResult) undone_rename = NULL;
  g_autoptr (Ris3EditResult) undone_all = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) error = NULL;
  Ris3JoinedColumn *column;

  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      test_files_query (path, "SELECT count(*) FROM change_log WHERE title = 'Join column “GDP per head”'"), ==, 1);
  joined = test_edit_dump (path);

  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (ris3_atlas_lookup_joined_column (atlas, "GDP"));
  column = ris3_atlas_lookup_joined_column (atlas, "GDP per head");
  g_assert_nonnull (column);
  g_assert_false (ris3_joined_column_get_is_text (column));
  g_assert_cmpstr (ris3_joined_column_get_unit (column), ==, "EUR");
  source = ris3_joined_column_describe_source (column);
  g_assert_cmpstr (source, ==, "Eurostat, 2021 (gdp.csv, 2026-11-02)");
  values = ris3_joined_column_list_values (column);
  g_assert_cmpuint (values->len, ==, 3);
  for (guint i = 0; i < values->len; i++)
    {
      static const struct
      {
        guint version;
        const char *code;
        double number;
      } expected[] = { { 2016, "AT", 0.001 }, { 2016, "FRL0", 12.5 }, { 2021, "AT", -7 } };
      const Ris3JoinedValue *value = &g_array_index (values, Ris3JoinedValue, i);

      g_assert_cmpuint (value->nuts_version, ==, expected[i].version);
      g_assert_cmpstr (value->code, ==, expected[i].code);
      g_assert_true (value->number == expected[i].number && value->text == NULL);
    }

  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_joined_column_get_id (column));
  rename = ris3_edit_new_set ("joined_column", key);
  ris3_edit_set_text (rename, "name", "Wealth");
  renamed = test_edit_apply (editor, rename, &error);
  g_assert_no_error (error);
  removal = ris3_edit_new_delete ("joined_column", key);
  removed = test_edit_apply (editor, removal, &error);
  g_assert_no_error (error);
  after = test_edit_dump (path);
  g_assert_cmpstr (after, ==, before);

  /* Values come back with their column. */
  undone = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  undone_rename = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  again = test_edit_dump (path);
  g_assert_cmpstr (again, ==, joined);
  undone_all = ris3_editor_undo (editor, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_files_query (path, "SELECT count(*) FROM joined_value"), ==, 0);
}

static void
test_texts (TestFiles *files, gconstpointer data)
{
  static const char *const texts[] = { "2016 FRL0 less developed region", "2016 AT more developed", NULL };
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Analyst", NULL);
  g_autoptr (Ris3Edit) edit = new_column ("Category", "text", texts);
  g_autoptr (Ris3EditResult) result = test_edit_apply (editor, edit, NULL);
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, NULL);
  g_autoptr (GArray) values = NULL;

  g_assert_nonnull (result);
  values = ris3_joined_column_list_values (ris3_atlas_lookup_joined_column (atlas, "Category"));
  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpstr (g_array_index (values, Ris3JoinedValue, 1).text, ==, "less developed region");
}

/* Each is refused with a sentence, and nothing is left behind. */
static void
test_refused (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *values[3];
    const char *words;
  } wrong[] = {
    { "number", { "2016 FRL0 many" }, "no number" },
    { "number", { "2016 FRL0 inf" }, "no number" },
    { "number", { "2016 FRL0" }, "needs a NUTS version" },
    { "number", { "2016 FRXX 1" }, "no region “FRXX”" },
    { "number", { "2016 FRL0 1", "2016 FRL0 2" }, "two values" },
    { "colour", { "2016 FRL0 1" }, "Kind" },
  };
  g_autofree char *path = test_files_copy_default (files, "atlas.ris3atlas");
  g_autofree char *before = test_edit_dump (path);
  g_autofree char *after = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (path, "Analyst", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (Ris3Edit) edit = new_column ("Wrong", wrong[i].kind, wrong[i].values);
      g_autoptr (GError) error = NULL;

      g_assert_null (test_edit_apply (editor, edit, &error));
      g_assert_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID);
      if (strstr (error->message, wrong[i].words) == NULL)
        g_error ("%s: %s", wrong[i].words, error->message);
    }
  after = test_edit_dump (path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/joined-column/life", test_life);
  TEST_ADD ("/joined-column/texts", test_texts);
  TEST_ADD ("/joined-column/refused", test_refused);
  return g_test_run ();
}
