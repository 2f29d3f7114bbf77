/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Forms, filled in through the real window with real key and pointer events. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "app/edit/ris3-edit-form.h"
#include "app/ris3-session-edit.h"
#include "model/ris3-editor.h"
#include "model/ris3-output-file.h"
#include "test-log.h"
#include "test-window.h"

#define STRATEGY "FRL0-2014"
#define FIRST_PRIORITY "346"

typedef struct
{
  char *path;
  Ris3Window *window;
  Ris3Session *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-forms-XXXXXX", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("RIS3_TEST_ATLAS"));
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (folder, "atlas.ris3atlas", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->window = test_app_start (fixture->path);
  fixture->session = ris3_window_get_session (fixture->window);
  test_wait_for_map (fixture->window);
  ris3_session_set_editing (fixture->session, TRUE);
  test_assert_true (ris3_session_get_editing (fixture->session));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  test_app_close (fixture->window);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

/* The window of a type that is in front; NULL without one. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window)
          && gtk_window_is_active (GTK_WINDOW (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_form (gpointer data)
{
  return find_window (RIS3_TYPE_EDIT_FORM) != NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_no_form (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (RIS3_IS_EDIT_FORM (window))
        return FALSE;
    }
  return gtk_window_is_active (GTK_WINDOW (((Fixture *) data)->window));
}

static Ris3EditForm *
open_form (Fixture *fixture, const char *action, GVariant *target)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (target);

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, sunk));
  test_wait_until (has_form, NULL, action);
  return RIS3_EDIT_FORM (find_window (RIS3_TYPE_EDIT_FORM));
}

static void
save (Fixture *fixture)
{
  test_key (fixture->window, "ctrl+Return");
  test_wait_until (has_no_form, fixture, "the end of the form");
}

typedef struct
{
  Ris3EditForm *form;
  const char *column;
  const char *text;
} Expected;

static gboolean
has_problem (gpointer data)
{
  const Expected *expected = data;
  Ris3FormField *field = ris3_edit_form_get_field (expected->form, expected->column);
  const char *problem = ris3_form_field_get_problem (field);

  return expected->text == NULL ? problem == NULL : problem != NULL && strstr (problem, expected->text) != NULL;
}

static gboolean
has_label (gpointer data)
{
  const Expected *expected = data;

  return test_find_label (GTK_WIDGET (expected->form), expected->text) != NULL;
}

static void
wait_for_label (gpointer widget, const char *text)
{
  Expected expected = { widget, NULL, text };

  test_wait_until (has_label, &expected, text);
}

/* text: a part of what is said beside the field; NULL: nothing */
static void
wait_for_problem (Ris3EditForm *form, const char *column, const char *text)
{
  Expected expected = { form, column, text };
  GtkWidget *field = GTK_WIDGET (ris3_edit_form_get_field (form, column));

  test_wait_until (has_problem, &expected, text != NULL ? text : "a field without a problem");
  /* In words, below the field. */
  if (text != NULL)
    test_wait_for_label (field, text);
}

static gboolean
is_seen (gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (data, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (data, scroller, &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static gboolean
is_hidden (gpointer data)
{
  return !is_seen (data);
}

static gboolean
has_focus_within (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  return focus != NULL && gtk_widget_is_ancestor (focus, data);
}

static gboolean
has_focus_and_is_seen (gpointer data)
{
  return has_focus_within (data) && is_seen (data);
}

static gboolean
has_room (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
click_button (Ris3EditForm *form, const char *label)
{
  GtkWidget *button = test_find_button (GTK_WIDGET (form), label);

  g_assert_nonnull (button);
  test_wait_until (has_room, button, label);
  test_click_middle (button);
}

static char *
get_value (Ris3EditForm *form, const char *column)
{
  return ris3_form_field_get_value (ris3_edit_form_get_field (form, column));
}

static gboolean
is_open (gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (data); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return gtk_widget_get_mapped (child) && gtk_widget_get_focus_child (child) != NULL;
  return FALSE;
}

static gboolean
has_value (gpointer data)
{
  const Expected *expected = data;
  g_autofree char *value = get_value (expected->form, expected->column);

  return g_str_equal (value, expected->text);
}

static gboolean
has_other_value (gpointer data)
{
  return !has_value (data);
}

static gboolean
is_focus_seen (gpointer form)
{
  return is_seen (gtk_root_get_focus (form));
}

/* Chooses a value with keys: those of the field, and of what is chosen. */
static void
choose (Fixture *fixture,
        Ris3EditForm *form,
        const char *column,
        const char *mnemonic,
        const char *key,
        const char *value)
{
  Expected expected = { form, column, value };

  test_key (fixture->window, mnemonic);
  test_wait_until (is_open, ris3_form_field_get_input (ris3_edit_form_get_field (form, column)), "the list of choices");
  test_key (fixture->window, key);
  test_key (fixture->window, "Return");
  test_wait_until (has_value, &expected, value);
}

#define ASSERT_STORED(fixture, table, key, field, expected)                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *assert_value                                                                                      \
        = ris3_atlas_dup_value (ris3_session_get_atlas ((fixture)->session), table, key, field);                       \
    g_assert_cmpstr (assert_value, ==, expected);                                                                      \
  }                                                                                                                    \
  G_STMT_END

/* Another officer changes the same file. Takes the edit. */
static void
edit_elsewhere (Fixture *fixture, Ris3Edit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Editor) editor = ris3_editor_open (fixture->path, "Ben", &error);
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  results = ris3_editor_apply (editor, &edit, 1, RIS3_EDITOR_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  ris3_edit_unref (edit);
}

static Ris3Edit *
new_remark (const char *text)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", STRATEGY);

  ris3_edit_set_text (edit, "remark", text);
  return edit;
}

/* A strategy is added to a country without one, with the keyboard alone; map and headline follow. */
static void
test_add_strategy (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.strategy-add", g_variant_new_string ("2016 AL"));
  Ris3Classification *classification = ris3_session_get_classification (fixture->session);
  guint n_marked = ris3_classification_count_class (classification, 0);
  g_autofree char *period = get_value (form, "period");

  g_assert_cmpstr (period, ==, "2014-2020");
  /* Nobody is scolded for what was not touched; saving tells what is missing. */
  test_assert_true (gtk_widget_get_sensitive (test_find_button (GTK_WIDGET (form), "_Save")));
  test_key (fixture->window, "ctrl+Return");
  wait_for_problem (form, "title", "cannot be left empty");
  test_assert_true (has_form (NULL));
  test_type (fixture->window, "Smart Albania");
  wait_for_problem (form, "title", NULL);

  test_key (fixture->window, "alt+y");
  test_type (fixture->window, "1800");
  wait_for_problem (form, "year", "1990");
  /* Saving leads to what is wrong, also from far away. */
  test_key (fixture->window, "alt+r");
  test_wait_until (has_focus_within, ris3_edit_form_get_field (form, "remark"), "the last field");
  test_wait_until (is_hidden, ris3_edit_form_get_field (form, "year"), "the wrong field out of sight");
  click_button (form, "_Save");
  test_wait_until (has_focus_and_is_seen, ris3_edit_form_get_field (form, "year"), "the wrong field");
  test_assert_true (has_form (NULL));
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "2019");
  wait_for_problem (form, "year", NULL);

  test_key (fixture->window, "alt+o");
  test_type (fixture->window, "31.11.2026");
  wait_for_problem (form, "reviewed_on", "2026-11-29");
  test_key (fixture->window, "ctrl+a");
  /* As people write it. */
  test_type (fixture->window, "29.11.2026");
  wait_for_problem (form, "reviewed_on", NULL);

  choose (fixture, form, "health_priority", "alt+h", "End", "1");
  choose (fixture, form, "pm_mark", "alt+m", "End", "1");
  wait_for_problem (form, "pm_basis", "A mark needs a basis");
  choose (fixture, form, "pm_basis", "alt+b", "Down", "text");
  wait_for_problem (form, "pm_basis", NULL);
  test_key (fixture->window, "alt+u");
  test_type (fixture->window, "ris3.al");
  wait_for_problem (form, "source_url", "https://");
  test_key (fixture->window, "Home");
  test_type (fixture->window, "https://");
  wait_for_problem (form, "source_url", NULL);
  save (fixture);

  ASSERT_STORED (fixture, "strategy", "AL-2014", "title", "Smart Albania");
  ASSERT_STORED (fixture, "strategy", "AL-2014", "year", "2019");
  ASSERT_STORED (fixture, "strategy", "AL-2014", "reviewed_on", "2026-11-29");
  ASSERT_STORED (fixture, "strategy", "AL-2014", "pm_basis", "text");
  ASSERT_STORED (fixture, "strategy", "AL-2014", "region_name", "Albania");
  ASSERT_STORED (fixture, "strategy", "AL-2014", "source_url", "https://ris3.al");
  classification = ris3_session_get_classification (fixture->session);
  test_assert_cmpuint (ris3_classification_count_class (classification, 0), ==, n_marked + 1);
  wait_for_label (fixture->window, "of 171 analysed strategies");
}

static gboolean
has_new_activity_in_focus (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (data);
  GtkWidget *button = test_find_button (data, "Edit Activity…");

  return focus != NULL && focus == button && is_seen (focus);
}

/* The id of a priority below another one. */
static gint64
find_child (Fixture *fixture, gint64 parent, const char *label)
{
  Ris3Priority *priority = ris3_atlas_lookup_priority (ris3_session_get_atlas (fixture->session), parent, NULL);
  GListModel *children = ris3_priority_get_children (priority);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (Ris3Priority) child = g_list_model_get_item (children, i);

      if (g_str_equal (ris3_priority_get_label (child), label))
        return ris3_priority_get_id (child);
    }
  g_assert_not_reached ();
}

/* A wrong page number is told beside it; the page is counted from 1; only what was changed is written. */
static void
test_priority (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.priority-form", g_variant_new_int64 (346));
  g_autofree char *mark = NULL;
  g_autofree char *key = NULL;
  static const char *const more[] = { "medical imaging", "oncology", "biomarkers", "rare", "e-health", "prevention" };
  Expected chosen = { NULL, "themes", "health-theme 1 oncology" };
  GtkWidget *suggestion;

  test_key (fixture->window, "alt+f");
  test_type (fixture->window, "0");
  wait_for_problem (form, "page_index", "from 1 on");
  test_key (fixture->window, "ctrl+Return");
  test_assert_true (has_form (NULL));
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "31");
  wait_for_problem (form, "page_index", NULL);

  /* The mark is suggested, with the words that say so, and left to a person. */
  test_key (fixture->window, "alt+e");
  test_key (fixture->window, "ctrl+End");
  test_type (fixture->window, " and precision medicine");
  wait_for_label (ris3_edit_form_get_field (form, "explicit_pm"),
                  "Suggested, because the text says “precision medicine”.");
  mark = get_value (form, "explicit_pm");
  g_assert_cmpstr (mark, ==, "0");
  save (fixture);
  ASSERT_STORED (fixture, "priority", FIRST_PRIORITY, "page_index", "30");
  ASSERT_STORED (fixture, "priority", FIRST_PRIORITY, "text", "Health and Food and precision medicine");
  ASSERT_STORED (fixture, "priority", FIRST_PRIORITY, "label", "3");

  form = open_form (fixture, "edit.priority-add", g_variant_new ("(sxx)", STRATEGY, (gint64) 346, (gint64) -1));
  test_type (fixture->window, "3.9");
  test_key (fixture->window, "alt+e");
  test_type (fixture->window, "Oncology");
  wait_for_label (form, "because of “Oncology”");
  suggestion = gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (form), "because of “Oncology”"), GTK_TYPE_BUTTON);
  gtk_widget_activate (suggestion);
  chosen.form = form;
  test_wait_until (has_value, &chosen, "the theme");
  save (fixture);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, find_child (fixture, 346, "3.9"));
  ASSERT_STORED (fixture, "priority", key, "themes", "health-theme 1 oncology");
  ASSERT_STORED (fixture, "priority", key, "parent_id", FIRST_PRIORITY);
  test_assert_cmpstr (ris3_atlas_get_undo_title (ris3_session_get_atlas (fixture->session)), ==,
                      "Add priority “3.9 Oncology”");

  /* Themes that a priority has are shown, and one can be taken out. */
  form = open_form (fixture, "edit.priority-form", g_variant_new_int64 (352));
  chosen = (Expected){ form, "themes", "health-theme 1 personalised-medicine\nhealth-theme 1 rare-chronic-disease" };
  test_wait_until (has_value, &chosen, "the themes of the priority");
  test_key (fixture->window, "alt+t");
  test_key (fixture->window, "BackSpace");
  chosen.text = "health-theme 1 personalised-medicine";
  test_wait_until (has_value, &chosen, "one theme less");
  /* With more rows of themes, the field that one writes in goes further down, and stays in sight. */
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autofree char *before = get_value (form, "themes");

      test_type (fixture->window, more[i]);
      test_wait (300);
      test_key (fixture->window, "Return");
      test_wait_until (has_other_value, &(Expected){ form, "themes", before }, more[i]);
    }
  test_wait_until (is_focus_seen, form, "the field for themes");
  test_wait (300);
  test_assert_true (is_focus_seen (form));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    test_key (fixture->window, "BackSpace");
  test_wait_until (has_value, &chosen, "one theme again");
  save (fixture);
  ASSERT_STORED (fixture, "priority", "352", "themes", "health-theme 1 personalised-medicine");
}

/* Nothing is lost when somebody else changes the same field meanwhile, whoever is to be right. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  test_key (fixture->window, "alt+r");
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "Mine");
  edit_elsewhere (fixture, new_remark ("Theirs"));
  test_key (fixture->window, "ctrl+Return");
  wait_for_label (form, "It is now “Theirs”.");
  test_wait_for_label (form, "Ben");
  mine = get_value (form, "remark");
  g_assert_cmpstr (mine, ==, "Mine");
  test_assert_null (ris3_form_field_get_problem (ris3_edit_form_get_field (form, "remark")));
  test_assert_null (test_find_button (GTK_WIDGET (form), "_Retry"));
  click_button (form, "Take T_heirs");
  theirs = get_value (form, "remark");
  g_assert_cmpstr (theirs, ==, "Theirs");
  test_assert_null (test_find_button (GTK_WIDGET (form), "Take T_heirs"));

  test_key (fixture->window, "alt+r");
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "Mine again");
  edit_elsewhere (fixture, new_remark ("Theirs again"));
  test_key (fixture->window, "ctrl+Return");
  wait_for_label (form, "It is now “Theirs again”.");
  click_button (form, "Keep _Mine");
  test_wait_until (has_no_form, fixture, "the end of the form");
  ASSERT_STORED (fixture, "strategy", STRATEGY, "remark", "Mine again");
}

/* Who works on different fields of the same thing is not in each other's way. */
static void
test_other_field (Fixture *fixture, gconstpointer data)
{
  Ris3Edit *edit = ris3_edit_new_set ("strategy", STRATEGY);

  open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  test_key (fixture->window, "alt+n");
  test_type (fixture->window, "Ada");
  ris3_edit_set_text (edit, "remark", "Theirs");
  edit_elsewhere (fixture, edit);
  save (fixture);
  ASSERT_STORED (fixture, "strategy", STRATEGY, "analyst", "Ada");
  ASSERT_STORED (fixture, "strategy", STRATEGY, "remark", "Theirs");
}

static gboolean
has_retry (gpointer data)
{
  return test_find_button (data, "_Retry") != NULL;
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A disk on which nothing can be written: the form stays with its text, says why, and can try again. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  g_autofree char *text = NULL;

  test_key (fixture->window, "alt+r");
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "Not lost");
  limit_files (16);
  test_key (fixture->window, "ctrl+Return");
  test_wait_until (has_retry, form, "a way to try again");
  test_wait_for_label (form, "atlas.ris3atlas");
  text = get_value (form, "remark");
  g_assert_cmpstr (text, ==, "Not lost");
  limit_files (RLIM_INFINITY);
  click_button (form, "_Retry");
  test_wait_until (has_no_form, fixture, "the end of the form");
  ASSERT_STORED (fixture, "strategy", STRATEGY, "remark", "Not lost");
}

static gboolean
is_saving (gpointer data)
{
  GtkWidget *button = test_find_button (data, "_Save");

  for (GtkWidget *spinner = gtk_widget_get_first_child (gtk_widget_get_parent (button)); spinner != NULL;
       spinner = gtk_widget_get_next_sibling (spinner))
    if (GTK_IS_SPINNER (spinner))
      return gtk_widget_get_visible (spinner);
  g_assert_not_reached ();
}

static gboolean
is_not_saving (gpointer data)
{
  return !is_saving (data);
}

/* Another program holds the file: waiting can be given up, and nothing is lost by that. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  g_autofree char *text = NULL;
  sqlite3 *other;

  test_key (fixture->window, "alt+r");
  test_key (fixture->window, "ctrl+a");
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  test_type (fixture->window, "Patient");
  test_key (fixture->window, "ctrl+Return");
  test_wait_until (is_saving, form, "the waiting");
  test_key (fixture->window, "Escape");
  test_wait_until (is_not_saving, form, "the end of the waiting");
  text = get_value (form, "remark");
  g_assert_cmpstr (text, ==, "Patient");
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  save (fixture);
  ASSERT_STORED (fixture, "strategy", STRATEGY, "remark", "Patient");
}

/* Escape asks before it throws away what was typed, and only then. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before
      = ris3_atlas_dup_value (ris3_session_get_atlas (fixture->session), "strategy", STRATEGY, "title");

  open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  test_key (fixture->window, "Escape");
  test_wait_until (has_no_form, fixture, "the end of the form");
  /* Nothing was changed, so nothing is written. */
  open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  save (fixture);
  test_assert_null (ris3_atlas_get_undo_title (ris3_session_get_atlas (fixture->session)));

  open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  test_type (fixture->window, "Other");
  test_key (fixture->window, "Escape");
  test_wait_until (has_question, NULL, "the question");
  test_key (fixture->window, "Escape");
  test_wait_until (has_form, NULL, "the form again");
  test_key (fixture->window, "Escape");
  test_wait_until (has_question, NULL, "the question");
  test_key (fixture->window, "alt+d");
  test_wait_until (has_no_form, fixture, "the end of the form");
  ASSERT_STORED (fixture, "strategy", STRATEGY, "title", before);
}

static gboolean
has_no_notes (gpointer data)
{
  return test_find_label (GTK_WIDGET (data), "Notes") == NULL;
}

/* A note is added, edited on the page of its region, brought back after somebody else has deleted it, and deleted. */
static void
test_note (Fixture *fixture, gconstpointer data)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (fixture->session));
  Ris3EditForm *form;
  g_autofree char *key = NULL;
  g_autoptr (Ris3Note) note = NULL;

  ris3_session_select (fixture->session, test_find_region (fixture->window, "FRL0"));
  open_form (fixture, "edit.note-add", g_variant_new ("(ss)", "priority", FIRST_PRIORITY));
  test_type (fixture->window, "Ask them");
  save (fixture);
  wait_for_label (fixture->window, "Ask them");
  test_wait_for_label (GTK_WIDGET (fixture->window), "On the priority “3 Health and Food”");
  note = g_list_model_get_item (notes, 0);
  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));

  /* What the button of the page does; the page has to be scrolled for a pointer. */
  gtk_widget_activate (test_find_button (GTK_WIDGET (fixture->window), "Edit Note…"));
  test_wait_until (has_form, NULL, "the form");
  form = RIS3_EDIT_FORM (find_window (RIS3_TYPE_EDIT_FORM));
  test_key (fixture->window, "ctrl+End");
  test_type (fixture->window, " again");
  edit_elsewhere (fixture, ris3_edit_new_delete ("note", key));
  test_key (fixture->window, "ctrl+Return");
  wait_for_label (form, "no longer there");
  click_button (form, "_Undo the Deletion");
  save (fixture);
  wait_for_label (fixture->window, "Ask them again");

  gtk_widget_activate (test_find_button (GTK_WIDGET (fixture->window), "Delete Note"));
  test_wait_until (has_no_notes, fixture->window, "a page without notes");
  test_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);

  open_form (fixture, "edit.participation-add", g_variant_new_string ("2016 FRL0"));
  test_type (fixture->window, "Vanguard pilot");
  save (fixture);
  wait_for_label (fixture->window, "Vanguard pilot");

  open_form (fixture, "edit.activity-add", g_variant_new_string ("2016 FRL0"));
  test_type (fixture->window, "Genome centre");
  save (fixture);
  wait_for_label (fixture->window, "Genome centre");
  /* One sees it, and goes on from there. */
  test_wait_until (has_new_activity_in_focus, fixture->window, "the new activity in focus");
  test_assert_nonnull (test_find_button (GTK_WIDGET (fixture->window), "Delete Activity"));
  /* Reading is quiet. */
  ris3_session_set_editing (fixture->session, FALSE);
  test_assert_null (test_find_button (GTK_WIDGET (fixture->window), "Delete Activity"));
}

static void
write_in (Ris3EditForm *form, const char *column, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ris3_form_field_get_input (ris3_edit_form_get_field (form, column))), text);
}

/* Another region for the only note, or none. */
static void
change_region (Fixture *fixture, const char *region, const char *code)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (fixture->session));
  g_autoptr (Ris3Note) note = g_list_model_get_item (notes, 0);
  g_autoptr (Ris3Note) changed = NULL;
  Ris3EditForm *form = open_form (fixture, "edit.note-form", g_variant_new_int64 (ris3_note_get_id (note)));

  ris3_form_field_set_value (ris3_edit_form_get_field (form, "region_code"), region);
  save (fixture);
  changed = g_list_model_get_item (notes, 0);
  g_assert_cmpstr (ris3_note_get_region_code (changed), ==, code);
  g_assert_cmpuint (ris3_note_get_nuts_version (changed), ==, *code != '\0' ? 2016 : 0);
}

/* The place of a pin is written with a point or a comma; half a place is none. Its region is another one, or none as
 * long as it has a place. */
static void
test_note_pin (Fixture *fixture, gconstpointer data)
{
  GListModel *notes = ris3_atlas_get_notes (ris3_session_get_atlas (fixture->session));
  g_autofree char *key = NULL;
  g_autoptr (Ris3Note) note = NULL;
  double longitude = 0, latitude = 0;
  Ris3EditForm *form = open_form (fixture, "edit.note-pin", g_variant_new ("(dds)", 5.4, 43.3, "2016 FRL0"));

  wait_for_label (form, "Provence");
  ris3_form_field_set_value (ris3_edit_form_get_field (form, "text"), "Here.");
  write_in (form, "longitude", "east");
  wait_for_problem (form, "longitude", "Write degrees");
  write_in (form, "longitude", "181");
  wait_for_problem (form, "longitude", "from -180 to 180");
  write_in (form, "longitude", "5,25");
  ris3_form_field_set_value (ris3_edit_form_get_field (form, "colour"), "#c01c28");
  wait_for_problem (form, "longitude", NULL);
  save (fixture);
  test_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  note = g_list_model_get_item (notes, 0);
  g_assert_true (ris3_note_get_place (note, &longitude, &latitude));
  g_assert_cmpfloat (longitude, ==, 5.25);
  g_assert_cmpfloat (latitude, ==, 43.3);
  g_assert_cmpstr (ris3_note_get_colour (note), ==, "#c01c28");
  g_assert_cmpstr (ris3_note_get_region_code (note), ==, "FRL0");
  change_region (fixture, "2016 ITC4", "ITC4");
  change_region (fixture, "", "");
  change_region (fixture, "2016 FRL0", "FRL0");

  key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_note_get_id (note));
  form = open_form (fixture, "edit.note-form", g_variant_new_int64 (ris3_note_get_id (note)));
  write_in (form, "latitude", "");
  wait_for_problem (form, "latitude", "A point has a longitude and a latitude");
  write_in (form, "longitude", "");
  wait_for_problem (form, "latitude", NULL);
  save (fixture);
  g_clear_object (&note);
  note = g_list_model_get_item (notes, 0);
  g_assert_false (ris3_note_get_place (note, NULL, NULL));
  form = open_form (fixture, "edit.note-form", g_variant_new_int64 (ris3_note_get_id (note)));
  ris3_form_field_set_value (ris3_edit_form_get_field (form, "region_code"), "");
  wait_for_problem (form, "region_code", "A note is about one thing");
  ris3_form_field_set_value (ris3_edit_form_get_field (form, "region_code"), "2016 FRL0");
  wait_for_problem (form, "region_code", NULL);
  save (fixture);
  edit_elsewhere (fixture, ris3_edit_new_delete ("note", key));
}

static Ris3Window *
find_other_window (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (test_app_get ())); l != NULL; l = l->next)
    if (RIS3_IS_WINDOW (l->data) && l->data != fixture->window)
      return l->data;
  return NULL;
}

static gboolean
is_other_window_active (gpointer data)
{
  Ris3Window *other = find_other_window (data);

  return other != NULL && gtk_window_is_active (GTK_WINDOW (other));
}

static gboolean
is_editing (gpointer data)
{
  return ris3_session_get_editing (ris3_window_get_session (data));
}

/* A form is in the way of its own window only. */
static void
test_other_window (Fixture *fixture, gconstpointer data)
{
  Ris3EditForm *form = open_form (fixture, "edit.strategy-form", g_variant_new_string (STRATEGY));
  g_autofree char *title = NULL;
  Ris3Window *other;

  test_key (fixture->window, "Home");
  test_type (fixture->window, "First ");
  g_action_group_activate_action (G_ACTION_GROUP (test_app_get ()), "new-window", NULL);
  test_wait_until (is_other_window_active, fixture, "another window");
  other = find_other_window (fixture);
  test_wait_for_map (other);
  test_click_middle (test_find_button (GTK_WIDGET (other), "Edit the Atlas"));
  test_wait_until (is_editing, other, "the editing mode of the other window");
  test_app_close (other);
  gtk_window_present (GTK_WINDOW (form));
  test_wait_until (has_form, NULL, "the form again");
  save (fixture);
  title = ris3_atlas_dup_value (ris3_session_get_atlas (fixture->session), "strategy", STRATEGY, "title");
  g_assert_true (g_str_has_prefix (title, "First "));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  /* A write that is too long fails, instead of ending the program. */
  ris3_output_file_init ();
  test_app_init (&argc, &argv);
  ADD ("/window/edit-forms/add-strategy", test_add_strategy);
  ADD ("/window/edit-forms/priority", test_priority);
  ADD ("/window/edit-forms/conflict", test_conflict);
  ADD ("/window/edit-forms/other-field", test_other_field);
  ADD ("/window/edit-forms/no-space", test_no_space);
  ADD ("/window/edit-forms/busy", test_busy);
  ADD ("/window/edit-forms/discard", test_discard);
  ADD ("/window/edit-forms/note", test_note);
  ADD ("/window/edit-forms/note-pin", test_note_pin);
  ADD ("/window/edit-forms/other-window", test_other_window);
  return g_test_run ();
}
