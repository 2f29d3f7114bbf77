/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The codebooks of an atlas, and the themes of one row, as they are read for a person who edits. */

#include "config.h"

#include "model/ris3-theme.h"
#include "test-edits.h"
#include "test-files.h"

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
read_themes (Ris3Atlas *atlas, const char *table, const char *key, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ris3_atlas_read_themes_async (atlas, table, key, cancellable, on_read_cb, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ris3_atlas_read_themes_finish (atlas, result, error);
}

static char *
list_keys (GPtrArray *themes, guint n)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, themes->len); i++)
    {
      g_autofree char *key = ris3_theme_get_key (themes->pdata[i]);

      g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", key);
    }
  return g_string_free (keys, FALSE);
}

static void
test_codebooks (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "a.ris3atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (GPtrArray) themes = NULL;
  g_autofree char *first = NULL;
  const Ris3Theme *last;
  guint n_found = 0;

  g_assert_no_error (error);
  themes = read_themes (atlas, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (themes->len, ==, test_files_query (path, "SELECT count(*) FROM codebook"));
  first = list_keys (themes, 2);
  g_assert_cmpstr (first, ==, "health-theme 1 personalised-medicine, health-theme 1 biomarkers-diagnostics");
  last = themes->pdata[themes->len - 1];
  g_assert_cmpstr (last->scheme, ==, "permed-challenge");
  g_assert_cmpstr (last->name, ==, "Shaping sustainable health care");
  g_assert_cmpstr (last->parent, ==, "");
  for (guint i = 0; i < themes->len; i++)
    {
      const Ris3Theme *theme = themes->pdata[i];

      if (g_str_equal (theme->scheme, "oecd-fields") && g_str_has_prefix (theme->code, "2.1"))
        {
          static const char *const codes[] = { "2.1", "2.10", "2.11" };

          g_assert_cmpstr (theme->code, ==, codes[n_found++]);
          g_assert_cmpstr (theme->parent, ==, "2");
        }
    }
  g_assert_cmpuint (n_found, ==, 3);
}

static void
test_of_priority (TestFiles *files, gconstpointer data)
{
  static const char *const chosen[]
      = { "oecd-fields 2007 2.10", "health-theme 1 oncology", "permed-challenge 2015 2", NULL };
  g_autofree char *path = test_files_copy_default (files, "a.ris3atlas");
  gint64 id = test_files_query (path, "SELECT min(id) FROM priority WHERE strategy_id = 'FRL0-2014'");
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_priority_themes (id, chosen);
  g_autoptr (Ris3EditResult) result = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);
  g_autoptr (GPtrArray) themes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *keys = NULL;

  g_assert_no_error (error);
  editor = ris3_editor_open (path, "Test", &error);
  g_assert_no_error (error);
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  themes = read_themes (atlas, "priority", key, NULL, &error);
  g_assert_no_error (error);
  keys = list_keys (themes, G_MAXUINT);
  g_assert_cmpstr (keys, ==, "oecd-fields 2007 2.10, health-theme 1 oncology, permed-challenge 2015 2");
  none = read_themes (atlas, "activity", "12345", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_cancelled (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_copy_default (files, "a.ris3atlas");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = ris3_atlas_open (path, NULL, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_themes (atlas, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/theme/codebooks", test_codebooks);
  TEST_ADD ("/theme/of-priority", test_of_priority);
  TEST_ADD ("/theme/cancelled", test_cancelled);
  return g_test_run ();
}
