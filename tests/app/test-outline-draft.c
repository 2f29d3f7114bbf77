/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From an extract to what the atlas holds, without the dialog. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/edit/ris3-outline-draft.h"
#include "app/edit/ris3-outline-marks.h"
#include "app/edit/ris3-outline-place.h"
#include "model/ris3-editor.h"
#include "test-log.h"
#include "test-panel.h"

#define STRATEGY "FRL0-2014"

static Ris3OutlineDraft *
make_draft (Ris3Session *session, const char *extract, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Outline) outline = ris3_outline_new (extract, -1, &error);

  g_assert_no_error (error);
  return ris3_outline_draft_new (session, outline, language);
}

static Ris3Strategy *
find_strategy (Ris3Atlas *atlas)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_id (strategy), STRATEGY))
        return g_steal_pointer (&strategy);
    }
  g_assert_not_reached ();
}

static void
append_tree (GString *tree, GListModel *priorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      g_autofree char *themes = g_strjoinv ("+", (char **) ris3_priority_get_themes (priority));

      g_string_append_printf (tree, "(%s|%s|%s|%s|%s%s", ris3_priority_get_label (priority),
                              ris3_priority_get_text (priority), ris3_priority_get_original_text (priority),
                              ris3_priority_get_page_label (priority), themes,
                              ris3_priority_get_explicit_pm (priority) ? "|PM" : "");
      append_tree (tree, ris3_priority_get_children (priority));
      g_string_append (tree, ")");
    }
}

/* What is below the last area of the strategy once the edit is made on a copy of the atlas. */
static char *
apply (Ris3Session *session, Ris3Edit *edit, gboolean below_first)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-draft-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.ris3atlas", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (Ris3Strategy) strategy = NULL;
  GListModel *areas;
  g_autoptr (Ris3Priority) area = NULL;
  g_autoptr (GListStore) list = g_list_store_new (RIS3_TYPE_PRIORITY);
  GString *tree = g_string_new (NULL);

  g_assert_true (ris3_atlas_copy (ris3_atlas_get_path (ris3_session_get_atlas (session)), path, &error));
  g_clear_object (&atlas);
  editor = ris3_editor_open (path, "Test", &error);
  g_assert_no_error (error);
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (results);
  atlas = ris3_atlas_open (path, NULL, &error);
  g_assert_no_error (error);
  strategy = find_strategy (atlas);
  areas = ris3_strategy_get_priorities (strategy);
  area = g_list_model_get_item (areas, g_list_model_get_n_items (areas) - 1);
  if (below_first)
    {
      GListModel *children = ris3_priority_get_children (area);
      g_autoptr (Ris3Priority) last = g_list_model_get_item (children, g_list_model_get_n_items (children) - 1);

      g_list_store_append (list, last);
    }
  else
    g_list_store_append (list, area);
  append_tree (tree, G_LIST_MODEL (list));
  g_unlink (path);
  g_rmdir (folder);
  return g_string_free (tree, FALSE);
}

static gboolean
has_marks (Ris3OutlineLine *line)
{
  return ris3_outline_marks_peek (line) != NULL && ris3_outline_marks_get_length (ris3_outline_marks_peek (line)) > 0;
}

static void
accept (Ris3OutlineLine *line, const char *key)
{
  Ris3OutlineMarks *marks = ris3_outline_marks_of (line);

  for (guint i = 0; i < ris3_outline_marks_get_length (marks); i++)
    if (g_strcmp0 (ris3_outline_marks_get (marks, i)->key, key) == 0)
      {
        ris3_outline_marks_set_accepted (marks, i, TRUE);
        return;
      }
  g_error ("%s is not suggested", key != NULL ? key : "The mark");
}

/* Pages come from above, lines whose parent is left out go to the next one above, and only what is accepted is set. */
static void
test_edit (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3OutlineDraft) draft = make_draft (
      session, "1. Santé (p. 12)\n1.1 Left out\n1.1.1 La médecine personnalisée (p. 14)\n1.2 Imagerie\n", "fr");
  Ris3Outline *outline = ris3_outline_draft_get_outline (draft);
  g_autoptr (GArray) positions = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *tree = NULL;

  while (!has_marks (ris3_outline_get_line (outline, 2)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ris3_outline_draft_is_edited (draft));
  accept (ris3_outline_get_line (outline, 2), NULL);
  accept (ris3_outline_get_line (outline, 2), "health-theme 1 personalised-medicine");
  g_assert_true (ris3_outline_draft_is_edited (draft));
  ris3_outline_line_set_is_included (ris3_outline_get_line (outline, 1), FALSE);
  g_assert_cmpuint (ris3_outline_draft_count_included (draft), ==, 3);

  edit = ris3_outline_draft_make_edit (draft, STRATEGY, 0, &positions);
  g_assert_cmpuint (ris3_edit_get_n_steps (edit), ==, 3);
  g_assert_cmpuint (g_array_index (positions, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (positions, guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index (positions, guint, 2), ==, 3);
  tree = apply (session, edit, FALSE);
  g_assert_cmpstr (tree, ==,
                   "(1||Santé|12|"
                   "(1.1.1||La médecine personnalisée|14|Personalised, precision or stratified medicine|PM)"
                   "(1.2||Imagerie|12|))");

  g_clear_object (&draft);
  test_panel_settle ();
  test_panel_end (session);
}

/* In English, below a priority that is there, with all suggestions of what is included. */
static void
test_accept_all (void)
{
  Ris3Session *session = test_panel_open ();
  g_autoptr (Ris3OutlineDraft) draft = make_draft (session, "a) Cancer\nb) Telemedicine\n", "en");
  Ris3Outline *outline = ris3_outline_draft_get_outline (draft);
  g_autoptr (Ris3Strategy) strategy = find_strategy (ris3_session_get_atlas (session));
  g_autoptr (GArray) places = NULL;
  g_auto (GStrv) names = ris3_outline_places (strategy, &places);
  g_autoptr (GArray) positions = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autofree char *tree = NULL;

  g_assert_cmpuint (places->len, ==, 12);
  g_assert_cmpuint (g_strv_length (names), ==, 12);
  g_assert_cmpstr (names[0], ==, "At the end");
  g_assert_cmpstr (names[1], ==, "Below 3 Health and Food");
  g_assert_cmpint (g_array_index (places, gint64, 0), ==, 0);
  while (ris3_outline_draft_count_suggestions (draft) < 2)
    g_main_context_iteration (NULL, TRUE);
  ris3_outline_line_set_is_included (ris3_outline_get_line (outline, 0), FALSE);
  g_assert_cmpuint (ris3_outline_draft_count_suggestions (draft), ==, 1);
  ris3_outline_draft_accept_all (draft);
  g_assert_cmpuint (ris3_outline_draft_count_suggestions (draft), ==, 0);
  ris3_outline_line_set_is_included (ris3_outline_get_line (outline, 0), TRUE);
  g_assert_cmpuint (ris3_outline_draft_count_suggestions (draft), ==, 1);
  ris3_outline_line_set_is_included (ris3_outline_get_line (outline, 0), FALSE);

  edit = ris3_outline_draft_make_edit (draft, STRATEGY, g_array_index (places, gint64, 1), &positions);
  tree = apply (session, edit, TRUE);
  g_assert_cmpstr (tree, ==, "(b|Telemedicine|||E-health and telemedicine)");

  g_clear_object (&draft);
  test_panel_settle ();
  test_panel_end (session);
}

static void
test_looks_english (void)
{
  g_assert_true (ris3_outline_looks_english ("(3.1) Improving the management of the patient with early detection"));
  g_assert_true (ris3_outline_looks_english ("Development of the Eurobiomed cluster and of medical imaging"));
  g_assert_false (
      ris3_outline_looks_english ("(3.1) Améliorer la prise en charge du patient par une détection précoce"));
  g_assert_false (ris3_outline_looks_english ("Früherkennung und personalisierte Medizin für alle, auch im Alter"));
}

int
main (int argc, char **argv)
{
  test_log_init ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/outline-draft/edit", test_edit);
  g_test_add_func ("/outline-draft/accept-all", test_accept_all);
  g_test_add_func ("/outline-draft/looks-english", test_looks_english);
  return g_test_run ();
}
