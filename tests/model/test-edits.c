/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-edits.h"

#include <sqlite3.h>

Ris3EditResult *
test_edit_apply (Ris3Editor *editor, Ris3Edit *edit, GError **error)
{
  g_autoptr (GPtrArray) results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, error);

  return results != NULL ? g_ptr_array_steal_index (results, 0) : NULL;
}

gint64
test_edit_add (Ris3Editor *editor, const char *table, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add (table);
  g_autoptr (Ris3EditResult) result = NULL;

  ris3_edit_set_text (edit, field, value);
  if (!g_str_equal (table, "organisation"))
    {
      ris3_edit_set_integer (edit, "nuts_version", 2016);
      ris3_edit_set_text (edit, "region_code", "FRL0");
    }
  result = test_edit_apply (editor, edit, &error);
  g_assert_no_error (error);
  return result->ids[0];
}

Ris3Edit *
test_edit_new_strategy (const char *id, const char *region_code)
{
  Ris3Edit *edit = ris3_edit_new_add ("strategy");

  ris3_edit_set_text (edit, "id", id);
  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", region_code);
  ris3_edit_set_text (edit, "region_name", "Region");
  ris3_edit_set_text (edit, "title", id);
  ris3_edit_set_text (edit, "period", "2040-2046");
  return edit;
}

char *
test_edit_dump (const char *path)
{
  static const char *const queries[] = {
    "SELECT * FROM meta ORDER BY key",
    "SELECT * FROM strategy ORDER BY id",
    "SELECT * FROM priority ORDER BY id",
    "SELECT * FROM priority_theme ORDER BY priority_id, scheme, version, code",
    "SELECT * FROM participation ORDER BY id",
    "SELECT * FROM organisation ORDER BY id",
    "SELECT * FROM activity ORDER BY id",
    "SELECT * FROM activity_theme ORDER BY activity_id",
    "SELECT * FROM assessment ORDER BY id",
    "SELECT * FROM comment ORDER BY id",
    "SELECT * FROM note ORDER BY id",
    "SELECT * FROM saved_view ORDER BY id",
    "SELECT * FROM joined_column ORDER BY id",
    "SELECT * FROM joined_value ORDER BY column_id, nuts_version, region_code",
    "SELECT * FROM region ORDER BY nuts_version, code",
    "SELECT * FROM codebook ORDER BY scheme, version, code",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          g_string_append_printf (text, "%" G_GSIZE_FORMAT, i);
          for (int j = 0; j < sqlite3_column_count (statement); j++)
            g_string_append_printf (text, "|%s", (const char *) sqlite3_column_text (statement, j));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (handle);
  return g_string_free (text, FALSE);
}

static void
append_outline (GString *text, GListModel *priorities, guint depth)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < depth; j++)
        g_string_append_c (text, '.');
      g_string_append (text, ris3_priority_get_label (priority));
      append_outline (text, ris3_priority_get_children (priority), depth + 1);
    }
}

char *
test_edit_outline (Ris3Atlas *atlas, const char *strategy_id)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), strategy_id))
        append_outline (text, ris3_strategy_get_priorities (strategy), 0);
    }
  return g_string_free (text, FALSE);
}
