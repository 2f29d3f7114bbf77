/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person records what authorities have answered, and decides about it, with the keys and the pointer. */
#include "config.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "app/consultation/ris3-inbox-detail.h"
#include "app/consultation/ris3-inbox-divider.h"
#include "app/consultation/ris3-inbox-documents.h"
#include "app/consultation/ris3-inbox-header.h"
#include "app/consultation/ris3-inbox-page.h"
#include "app/consultation/ris3-inbox-row.h"
#include "app/consultation/ris3-reading-file.h"
#include "app/edit/ris3-edit-form.h"
#include "app/region/ris3-region-page.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "model/ris3-attachment.h"
#include "model/ris3-contact.h"
#include "test-find.h"
#include "test-window.h"

#define PRIORITY "346"

typedef struct
{
  char *path;
  Ris3Window *window;
  Ris3Session *session;
  Ris3InboxPage *page;
} Fixture;

static gboolean
shows_inbox (gpointer data)
{
  GtkWidget *page = test_find_type (data, RIS3_TYPE_INBOX_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

static gboolean
has_selected (gpointer data)
{
  return ris3_inbox_page_get_comment (data) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("ris3-inbox-XXXXXX", NULL);
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
  test_key_until (fixture->window, "alt+4", shows_inbox, fixture->window, "the inbox");
  fixture->page = RIS3_INBOX_PAGE (test_find_type (GTK_WIDGET (fixture->window), RIS3_TYPE_INBOX_PAGE));
  test_wait_until (has_selected, fixture->page, "a selected comment");
  test_wait_for_label (fixture->window, "Open (17)");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  /* The next window begins where this one ends. */
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "page", g_variant_new_string ("map"));
  test_app_close (fixture->window);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

static gint64
find_comment (Fixture *fixture, const char *text)
{
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (g_str_equal (ris3_comment_get_text (comment), text))
        return ris3_comment_get_id (comment);
    }
  g_assert_not_reached ();
}

static const char *
get_state (Fixture *fixture, gint64 id)
{
  return ris3_comment_get_state (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), id));
}

static guint
count_state (Fixture *fixture, const char *state)
{
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (fixture->session));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      n += g_str_equal (ris3_comment_get_state (comment), state);
    }
  return n;
}

/* Types why in the dialog that asks. */
static void
give_reason (Fixture *fixture, const char *reason)
{
  GtkWindow *dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  test_wait_for_active (dialog);
  test_type (fixture->window, reason);
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (fixture->window);
}

/* One after the other with the keys alone; each step can be taken back. */
static void
test_triage (Fixture *fixture, gconstpointer data)
{
  gint64 first = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  gint64 second;

  test_wait_for_label (fixture->page, "History of the Comment");
  /* What a key cannot do is said. */
  test_key (fixture->window, "x");
  test_wait_for_label (fixture->window, "An open comment cannot be closed");
  test_key (fixture->window, "d");
  test_wait_for_label (fixture->window, "cannot become “applied”.");
  g_assert_cmpstr (get_state (fixture, first), ==, "received");
  test_key (fixture->window, "a");
  test_assert_cmpstr (get_state (fixture, first), ==, "acknowledged");
  /* It is still open, and still selected. */
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, first);
  test_key (fixture->window, "n");
  give_reason (fixture, "It is not in the text.");
  test_assert_cmpstr (get_state (fixture, first), ==, "not accepted");
  test_wait_for_label (fixture->window, "Not accepted: comment on “");
  g_assert_cmpstr (
      ris3_comment_get_decision_reason (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), first)),
      ==, "It is not in the text.");
  /* It is not open any more: the next one is there. */
  test_wait_for_label (fixture->window, "Open (16)");
  test_wait_for_label (fixture->window, "Decided (1)");
  test_wait_until (has_selected, fixture->page, "the next comment");
  second = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  g_assert_cmpint (second, !=, first);
  test_key (fixture->window, "j");
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), !=, second);
  test_key (fixture->window, "k");
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, second);
  test_key (fixture->window, "Down");
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), !=, second);
  test_key (fixture->window, "ctrl+z");
  test_wait_for_label (fixture->window, "Open (17)");
  g_assert_cmpstr (get_state (fixture, first), ==, "acknowledged");
  /* What is open again is seen. */
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, first);
  /* To take note is a decision, too. */
  second = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  test_key (fixture->window, "o");
  give_reason (fixture, "It changes nothing.");
  test_assert_cmpstr (get_state (fixture, second), ==, "noted");
  test_wait_for_label (fixture->window, "Noted: comment on “");
  test_key (fixture->window, "ctrl+z");
  test_wait_for_label (fixture->window, "Open (17)");

  /* Without editing, nothing changes, and that is said. */
  ris3_session_set_editing (fixture->session, FALSE);
  test_key (fixture->window, "v");
  test_wait_for_label (fixture->window, "The atlas is not being edited");
  g_assert_cmpuint (count_state (fixture, "in review"), ==, 0);
}

/* All that can follow do, as one edit; who cannot is told before. */
static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  gint64 first = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  GtkWindow *dialog;

  test_key (fixture->window, "a");
  test_assert_cmpstr (get_state (fixture, first), ==, "acknowledged");
  test_key (fixture->window, "ctrl+a");
  test_wait_for_label (fixture->page, "17 Comments Selected");
  test_key (fixture->window, "a");
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "This is about 16 comments.");
  test_wait_for_label (dialog, "1 of those selected");
  test_wait_for_active (dialog);
  test_key (fixture->window, "Return");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  test_assert_cmpuint (count_state (fixture, "acknowledged"), ==, 17);
  test_wait_for_label (fixture->window, "Acknowledged: 16 comments");
  test_wait_for_label (fixture->page, "17 Comments Selected");
  test_wait_for_active (fixture->window);
  test_key (fixture->window, "ctrl+z");
  test_assert_cmpuint (count_state (fixture, "acknowledged"), ==, 1);
}

static char *
get_label (Fixture *fixture)
{
  return ris3_atlas_dup_value (ris3_session_get_atlas (fixture->session), "priority", PRIORITY, "label");
}

static gboolean
has_label (gpointer data)
{
  g_autofree char *label = get_label (data);

  return g_str_equal (label, "9.9");
}

static gboolean
has_other_label (gpointer data)
{
  return !has_label (data);
}

static gboolean
has_focus_in_text (gpointer data)
{
  return GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (data)));
}

static gboolean
has_focus_in_region (gpointer data)
{
  GtkWidget *region = GTK_WIDGET (ris3_edit_form_get_field (data, "region"));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (data));

  return focus != NULL && gtk_widget_is_ancestor (focus, region);
}

/* Whose region is not chosen is told so, where it is chosen. */
static void
test_no_region (Fixture *fixture, gconstpointer data)
{
  GtkWindow *form;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "edit.comment-add", "(ss)", "region", ""));
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_until (has_focus_in_region, form, "the keys in the region");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "text")));
  test_wait_until (has_focus_in_text, form, "the keys in the text");
  test_type (fixture->window, "We do more.");
  /* The atlas has tried it by then. */
  test_wait (800);
  g_assert_null (ris3_form_field_get_problem (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "region")));
  test_key_until (fixture->window, "ctrl+Return", has_focus_in_region, form, "the keys in the region again");
  test_wait_for_label (form, "Choose a region.");
  gtk_window_destroy (form);
  test_wait_for_active (fixture->window);
}

/* A letter is recorded with its authority and what it wants to be changed; accepting that changes the record. */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  GtkWindow *form;
  Ris3Comment *comment;
  gint64 id;
  GListModel *organisations = ris3_atlas_get_organisations (ris3_session_get_atlas (fixture->session));
  guint n_organisations = g_list_model_get_n_items (organisations);

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "edit.comment-add", "(ss)", "priority", PRIORITY));
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_until (has_focus_in_text, form, "the keys in the text");
  test_type (fixture->window, "The label was changed in the final version.");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "organisation_id")));
  test_type (fixture->window, "Region Sud");
  test_key (fixture->window, "alt+h");
  test_key (fixture->window, "Tab");
  test_type (fixture->window, "9.9");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);

  /* It is shown, unread, with the present value beside the proposed one. */
  test_wait_for_label (fixture->window, "Open (18)");
  test_wait_for_label (fixture->page, "The label was changed in the final version.");
  test_wait_for_label (fixture->page, "9.9");
  comment = ris3_inbox_page_get_comment (fixture->page);
  g_assert_nonnull (comment);
  id = ris3_comment_get_id (comment);
  g_assert_cmpstr (ris3_comment_get_organisation (comment), ==, "Region Sud");
  g_assert_cmpstr (ris3_comment_get_target (comment), ==, "priority");
  g_assert_cmpstr (ris3_comment_get_proposed_change (comment), ==, "label: 9.9");
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, n_organisations + 1);

  test_key (fixture->window, "l");
  give_reason (fixture, "Page 12 says so.");
  test_wait_until (has_label, fixture, "the change of the priority");
  test_assert_cmpstr (get_state (fixture, id), ==, "applied");
  /* What stood there before is said. */
  ris3_inbox_page_show (fixture->page, id);
  test_wait_for_label (fixture->page, "” → “9.9”");
  test_key (fixture->window, "ctrl+z");
  test_wait_until (has_other_label, fixture, "the former label");
  test_assert_cmpstr (get_state (fixture, id), ==, "received");
}

static void
add_organisation (Ris3Edit *edit, const char *name, const char *role, guint nuts_version, const char *code)
{
  g_autoptr (Ris3Edit) addition = ris3_edit_new_add ("organisation");

  ris3_edit_set_text (addition, "name", name);
  ris3_edit_set_text (addition, "role", role);
  ris3_edit_set_integer (addition, "nuts_version", nuts_version);
  ris3_edit_set_text (addition, "region_code", code);
  ris3_edit_append (edit, addition);
}

static gboolean
has_organisations (gpointer data)
{
  return g_list_model_get_n_items (ris3_atlas_get_organisations (ris3_session_get_atlas (((Fixture *) data)->session)))
         == 3;
}

/* Three that are known, and a person of the first and of the last. */
static void
add_organisations (Fixture *fixture)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_group ("organisations", "Organisations");
  g_autoptr (Ris3Editor) editor = NULL;
  g_autoptr (GError) error = NULL;

  add_organisation (edit, "Land NÖ", "regional authority", 2016, "AT12");
  add_organisation (edit, "Ministrstvo", "national authority", 2016, "SI");
  add_organisation (edit, "Région Sud", "other", 2013, "FR82");
  ris3_session_edit (fixture->session, edit);
  test_wait_until (has_organisations, fixture, "the organisations");
  editor = ris3_editor_open (fixture->path, "Analyst", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i += 2)
    {
      g_autoptr (Ris3Contact) contact = ris3_contact_new ();
      g_autoptr (Ris3Organisation) organisation
          = g_list_model_get_item (ris3_atlas_get_organisations (ris3_session_get_atlas (fixture->session)), i);

      contact->organisation_id = ris3_organisation_get_id (organisation);
      contact->name = g_strdup (i == 0 ? "Maria Huber" : "Marie");
      contact->email = g_strdup (i == 0 ? "Maria.Huber@example.org" : "marie@example.fr");
      g_assert_cmpint (ris3_editor_save_contact (editor, contact, &error), >, 0);
      g_assert_no_error (error);
    }
}

static gboolean
has_no_dialog (gpointer data)
{
  return test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

static gboolean
has_form (gpointer data)
{
  return test_find_window (RIS3_TYPE_EDIT_FORM) != NULL;
}

static GtkWindow *
begin_comment (Fixture *fixture, const char *region)
{
  GtkWindow *form;

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "edit.comment-add", "(ss)", "region", region));
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_until (*region != '\0' ? has_focus_in_text : has_focus_in_region, form, "the keys in the form");
  return form;
}

/* Until it is asked again. */
static const char *
get_value (GtkWindow *form, const char *column)
{
  static char *value;

  g_free (value);
  value = ris3_form_field_get_value (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), column));
  return value;
}

/* Who is known is found while it is typed, and preset where there is no choice; who is new is told from who is similar.
 */
static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  GListModel *organisations = ris3_atlas_get_organisations (ris3_session_get_atlas (fixture->session));
  GtkWindow *form;

  add_organisations (fixture);
  /* It was recorded by the former code of the region. */
  form = begin_comment (fixture, "2016 FRL0");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "Région Sud");
  g_assert_cmpstr (get_value (form, "author_role"), ==, "other");
  test_type (fixture->window, "We do more.");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "We do more.");
  g_assert_cmpstr (ris3_comment_get_organisation (ris3_inbox_page_get_comment (fixture->page)), ==, "Région Sud");
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, 3);

  form = begin_comment (fixture, "2016 AT");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "");
  g_assert_cmpstr (get_value (form, "author_role"), ==, "national authority");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "organisation_id")));
  test_type (fixture->window, "land");
  test_wait_for_label (form, "A new organisation will be added, beside “Land NÖ”.");
  test_wait_for_label (form, "Of This Country");
  /* The list goes before the form does. */
  test_key (fixture->window, "Escape");
  test_wait_for_no_label (form, "Of This Country");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "land");
  test_key (fixture->window, "Down");
  test_wait_for_label (form, "Of This Country");
  test_key (fixture->window, "Return");
  test_assert_cmpstr (get_value (form, "organisation_id"), ==, "Land NÖ");
  test_wait_for_label (form, "(AT12): another region");
  g_assert_cmpstr (get_value (form, "author_role"), ==, "regional authority");
  /* Another region has others; who was chosen stays. */
  ris3_form_field_set_value (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "region"), "2016 SI");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "Land NÖ");
  gtk_window_destroy (form);
  test_wait_for_active (fixture->window);
}

static gboolean
shows_map (gpointer data)
{
  return !shows_inbox (data);
}

/* Whether a label in a list that is not long is seen without scrolling, with all that is listed beside it. */
static gboolean
is_seen_whole (gpointer label)
{
  GtkScrolledWindow *list
      = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (list);

  return gtk_adjustment_get_page_size (place) > 0
         && gtk_adjustment_get_upper (place) <= gtk_adjustment_get_page_size (place);
}

/* What is said of a map is found again with that map, whatever is shown by then. */
static void
test_figure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shown = ris3_view_to_text (ris3_session_get_view (fixture->session));
  g_autofree char *words = ris3_view_describe (ris3_session_get_view (fixture->session));
  g_autofree char *about = g_strdup_printf ("The map as it is shown: %s", words);
  g_autofree char *again = NULL;
  g_autoptr (Ris3View) other = NULL;
  GtkWindow *form = begin_comment (fixture, "2016 FRL0");
  Ris3Comment *comment;

  test_type (fixture->window, "Our colour is wrong.");
  test_key (fixture->window, "alt+b");
  /* The region and the map, which has two lines. */
  test_type (fixture->window, "the");
  test_wait_for_label (form, about);
  test_wait_until (is_seen_whole, test_find_label (GTK_WIDGET (form), about), "the whole list");
  test_key (fixture->window, "ctrl+a");
  test_type (fixture->window, "as it is shown");
  test_wait_for_label (form, about);
  test_key (fixture->window, "Return");
  test_assert_cmpstr (get_value (form, "target"), ==, "figure");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "Our colour is wrong.");
  test_wait_for_label (fixture->page, words);
  comment = ris3_inbox_page_get_comment (fixture->page);
  g_assert_cmpstr (ris3_comment_get_target (comment), ==, "figure");
  g_assert_cmpstr (ris3_comment_get_figure (comment), ==, shown);
  g_assert_cmpstr (ris3_comment_get_region_code (comment), ==, "FRL0");

  other = ris3_view_with_indicator (ris3_session_get_view (fixture->session), ris3_indicator_find ("language"));
  ris3_session_set_view (fixture->session, other);
  test_key_until (fixture->window, "m", shows_map, fixture->window, "the map");
  again = ris3_view_to_text (ris3_session_get_view (fixture->session));
  g_assert_cmpstr (again, ==, shown);
  g_assert_cmpint (ris3_session_get_selected_region (fixture->session), >=, 0);
  test_wait_for_label (test_find_type (GTK_WIDGET (fixture->window), RIS3_TYPE_REGION_PAGE), words);
}

/* The selected comment, as the file has it by now. */
static const char *
get_organisation (Fixture *fixture)
{
  return ris3_comment_get_organisation (ris3_inbox_page_get_comment (fixture->page));
}

/* Gives the selected comment to an organisation, by its form. */
static void
change_organisation (Fixture *fixture, const char *former, const char *name)
{
  GtkWindow *form;
  GtkWidget *field;

  test_key_until (fixture->window, "e", has_form, NULL, "the form of the comment");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, former);
  field = GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "organisation_id"));
  gtk_widget_grab_focus (field);
  test_key (fixture->window, "ctrl+a");
  test_key (fixture->window, "BackSpace");
  test_assert_cmpstr (get_value (form, "organisation_id"), ==, "");
  test_type (fixture->window, name);
  test_assert_cmpstr (get_value (form, "organisation_id"), ==, name);
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
}

/* Who has written a comment can be corrected, also to somebody who is new, or to nobody; all of it can be undone. */
static void
test_edit_organisation (Fixture *fixture, gconstpointer data)
{
  GListModel *organisations = ris3_atlas_get_organisations (ris3_session_get_atlas (fixture->session));

  add_organisations (fixture);
  begin_comment (fixture, "2016 FRL0");
  test_type (fixture->window, "We do more.");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "We do more.");
  test_assert_cmpstr (get_organisation (fixture), ==, "Région Sud");

  change_organisation (fixture, "Région Sud", "Ministrstvo");
  test_assert_cmpstr (get_organisation (fixture), ==, "Ministrstvo");
  test_wait_for_label (fixture->page, "Ministrstvo");
  change_organisation (fixture, "Ministrstvo", "Office of Quinces");
  test_assert_cmpstr (get_organisation (fixture), ==, "Office of Quinces");
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, 4);
  test_key (fixture->window, "ctrl+z");
  test_wait_for_label (fixture->window, "Undone: Change comment to one of “Office of Quinces”");
  test_assert_cmpstr (get_organisation (fixture), ==, "Ministrstvo");
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, 3);
  change_organisation (fixture, "Ministrstvo", "");
  test_assert_cmpstr (get_organisation (fixture), ==, "");
  /* A region with one organisation does not give it to a comment that has none. */
  change_organisation (fixture, "", "Ministrstvo");
  test_assert_cmpstr (get_organisation (fixture), ==, "Ministrstvo");
}

static gboolean
has_strategy (gpointer data)
{
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (((Fixture *) data)->session));

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (g_str_equal (ris3_strategy_get_title (strategy), "Strategia"))
        return g_str_equal (ris3_strategy_get_region_code (strategy), "AT12")
               && g_str_equal (ris3_strategy_get_period (strategy), "2021-2027")
               && ris3_strategy_get_year (strategy) == 2022;
    }
  return FALSE;
}

static gboolean
has_no_strategy (gpointer data)
{
  return !has_strategy (data);
}

/* A strategy that an authority proposes is recorded with its form, filled in, and leads to the comment. */
static void
test_new_strategy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("comment");
  GtkWindow *form;
  gint64 id;

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "AT12");
  ris3_edit_set_text (edit, "text", "We have a strategy that is not recorded.");
  ris3_edit_set_text (edit, "received_on", "2026-12-01");
  ris3_edit_set_text (edit, "proposed_change",
                      "new_strategy.title: Strategia\nnew_strategy.year: 2022\n"
                      "new_strategy.period: 2021-2027\nnew_strategy.pm_mark: yes");
  ris3_session_edit (fixture->session, edit);
  test_wait_for_label (fixture->window, "Open (18)");
  ris3_inbox_page_show (fixture->page, find_comment (fixture, "We have a strategy that is not recorded."));
  test_wait_for_label (fixture->page, "New strategy: Title");
  id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  test_key_until (fixture->window, "l", has_form, NULL, "the form of the strategy");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  g_assert_cmpstr (get_value (form, "title"), ==, "Strategia");
  g_assert_cmpstr (get_value (form, "year"), ==, "2022");
  g_assert_cmpstr (get_value (form, "pm_mark"), ==, "1");
  g_assert_cmpstr (get_value (form, "pm_basis"), ==, "region");
  /* Without a reason, nothing is decided. */
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_label (form, "Say why: a decision is kept with its reason.");
  test_wait_until (has_focus_in_text, form, "the keys in the reason");
  test_type (fixture->window, "It is online.");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_until (has_strategy, fixture, "the strategy");
  test_assert_cmpstr (get_state (fixture, id), ==, "applied");
  g_assert_cmpstr (
      ris3_comment_get_decision_reason (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), id)), ==,
      "It is online.");
  test_key (fixture->window, "ctrl+z");
  test_wait_until (has_no_strategy, fixture, "no strategy again");
  test_assert_cmpstr (get_state (fixture, id), ==, "received");
}

/* A reply has a language, a way and a date, as what it answers. */
static void
test_reply (Fixture *fixture, gconstpointer data)
{
  gint64 id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (fixture->session));
  guint n = g_list_model_get_n_items (comments);
  g_autoptr (Ris3Comment) reply = NULL;
  GtkWindow *form;

  test_key_until (fixture->window, "r", has_form, NULL, "the form of the reply");
  form = test_wait_for_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (form);
  test_wait_until (has_focus_in_text, form, "the keys in the text");
  test_type (fixture->window, "Merci.");
  test_key (fixture->window, "alt+c");
  test_type (fixture->window, "Letter");
  test_key (fixture->window, "alt+l");
  test_type (fixture->window, "french");
  test_key (fixture->window, "Return");
  test_assert_cmpstr (get_value (form, "language"), ==, "fr");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "Merci.");
  test_assert_cmpuint (g_list_model_get_n_items (comments), ==, n + 1);
  reply = g_list_model_get_item (comments, n);
  g_assert_cmpint (ris3_comment_get_parent_id (reply), ==, id);
  g_assert_cmpstr (ris3_comment_get_language (reply), ==, "fr");
  g_assert_cmpstr (ris3_comment_get_channel (reply), ==, "Letter");
  g_assert_cmpstr (ris3_comment_get_author_role (reply), ==, "analyst");
}

/* An e-mail that is pasted says when it came and whom it is from; the address does not stay. */
static void
test_mail (Fixture *fixture, gconstpointer data)
{
  GtkWindow *form;

  add_organisations (fixture);
  form = begin_comment (fixture, "");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (form)),
                          "Message-ID: <1@example.org>\nFrom: =?UTF-8?Q?H=C3=BCber_Maria?= <maria.huber@example.org>\n"
                          "Date: Fri, 27 Nov 2026 10:33:12 +0100\nSubject: AW: =?iso-8859-1?Q?F=FCr_Sie?=\n"
                          "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                          "Wir =3D mac=\nhen mehr.");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "text")));
  test_wait_until (has_focus_in_text, form, "the keys in the text");
  test_key (fixture->window, "ctrl+v");
  test_wait_for_label (form, "The e-mail was sent on 27 November 2026. Its address is that of a person of “Land NÖ”.");
  g_assert_cmpstr (get_value (form, "text"), ==, "Für Sie\n\nWir = machen mehr.");
  g_assert_cmpstr (get_value (form, "received_on"), ==, "2026-11-27");
  g_assert_cmpstr (get_value (form, "channel"), ==, "E-mail");
  g_assert_cmpstr (get_value (form, "region"), ==, "2016 AT12");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "Land NÖ");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "Wir = machen mehr.");
  g_assert_cmpstr (ris3_comment_get_received_on (ris3_inbox_page_get_comment (fixture->page)), ==, "2026-11-27");

  /* The region is the one that has strategies, whatever the code by which the organisation was recorded. */
  form = begin_comment (fixture, "");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (form)),
                          "De : Marie <marie@example.fr>\nEnvoyé : 26/11/2026 10:33\nÀ : Atlas\n\nBonjour");
  gtk_widget_grab_focus (GTK_WIDGET (ris3_edit_form_get_field (RIS3_EDIT_FORM (form), "text")));
  test_wait_until (has_focus_in_text, form, "the keys in the text");
  test_key (fixture->window, "ctrl+v");
  test_wait_for_label (form,
                       "The e-mail was sent on 26 November 2026. Its address is that of a person of “Région Sud”.");
  g_assert_cmpstr (get_value (form, "text"), ==, "Bonjour");
  g_assert_cmpstr (get_value (form, "region"), ==, "2016 FRL0");
  g_assert_cmpstr (get_value (form, "organisation_id"), ==, "Région Sud");
  g_assert_cmpstr (get_value (form, "author_role"), ==, "other");
  gtk_window_destroy (form);
  test_wait_for_active (fixture->window);
}

static gboolean
has_no_rows (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (data))) == 0;
}

static gboolean
is_filtered (gpointer data)
{
  guint n = ris3_inbox_list_count (ris3_inbox_page_get_list (((Fixture *) data)->page), RIS3_INBOX_ALL);

  return n > 0 && n < 17;
}

static GtkWidget *
find_row_widget (GtkWidget *widget, Ris3Comment *comment)
{
  GtkWidget *found = NULL;

  if (RIS3_IS_INBOX_ROW (widget))
    return ris3_inbox_row_get_comment (RIS3_INBOX_ROW (widget)) == comment ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row_widget (child, comment);
  return found;
}

/* Whether a row tells whom its comment is from, or where, if there is no room for it. */
static gboolean
tells_cut_off (Fixture *fixture)
{
  Ris3InboxList *list = ris3_inbox_page_get_list (fixture->page);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (G_LIST_MODEL (list), i);
      GtkWidget *row = find_row_widget (GTK_WIDGET (fixture->page), comment);
      g_autofree char *region = ris3_inbox_list_get_text (list, comment, RIS3_INBOX_REGION);
      g_autofree char *from = ris3_inbox_list_get_text (list, comment, RIS3_INBOX_FROM);

      for (int x = 0; row != NULL && x < gtk_widget_get_width (row); x += 10)
        {
          g_autofree char *told = ris3_inbox_row_dup_cut_off (RIS3_INBOX_ROW (row), x, 4);

          if (g_strcmp0 (told, region) == 0 || g_strcmp0 (told, from) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* The filter of the window is that of the inbox; a click on a title sorts. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_session_read_filter (fixture->session, "country:ES", NULL, &error);
  GtkWidget *header = test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_HEADER);
  gboolean descending;

  g_assert_no_error (error);
  test_click_middle (test_find_label (header, "Region"));
  test_assert_cmpint (ris3_inbox_list_get_sorting (ris3_inbox_page_get_list (fixture->page), &descending), ==,
                      RIS3_INBOX_REGION);
  g_assert_false (descending);
  test_click_middle (test_find_label (header, "Region"));
  test_assert_true ((ris3_inbox_list_get_sorting (ris3_inbox_page_get_list (fixture->page), &descending), descending));

  ris3_session_set_filter (fixture->session, filter);
  test_wait_until (is_filtered, fixture, "the filter of the inbox");
  test_wait_for_label (fixture->page, "Filtered");
  ris3_session_clear_filter (fixture->session);
  test_wait_for_label (fixture->window, "Open (17)");
  test_wait_for_no_label (fixture->page, "Filtered");

  /* What is cut off is told in full where the pointer is. */
  test_assert_true (tells_cut_off (fixture));

  /* What has nothing to show says so. */
  test_click_middle (test_find_label (GTK_WIDGET (fixture->page), "Decided (0)"));
  test_wait_until (has_no_rows, fixture->page, "no rows");
  test_wait_for_label (fixture->page, "Nothing Decided Yet");
}

static gboolean
has_no_file (gpointer form)
{
  return test_find_label (form, "will be attached") == NULL;
}

static GPtrArray *
read_attachments (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  GPtrArray *attachments = ris3_attachments_read (fixture->path, id, NULL, &error);

  g_assert_no_error (error);
  return attachments;
}

/* An e-mail that was saved as a file fills in the form, and is attached, as other files are, with the comment. */
static void
test_mail_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *letter = g_build_filename (folder, "letter.eml", NULL);
  g_autofree char *table = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GPtrArray) attachments = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *form;

  add_organisations (fixture);
  g_file_set_contents (letter,
                       "Message-ID: <1@example.org>\r\nFrom: maria.huber@example.org\r\n"
                       "Date: Fri, 27 Nov 2026 10:33:12 +0100\r\nMIME-Version: 1.0\r\n"
                       "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                       "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nMehr f\xfcr alle.\r\n\r\n"
                       "Mit freundlichen Gr\xfc\xdf"
                       "en\r\nMaria Huber\r\n--x--\r\n",
                       -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (table, "a,b\n", -1, &error);
  g_assert_no_error (error);
  form = begin_comment (fixture, "");
  test_drop_file ((gpointer) form, letter);
  test_wait_for_label (form, "“letter.eml” will be attached.");
  test_wait_for_label (form, "Its address is that of a person of “Land NÖ”.");
  test_wait_for_label (form, "The text has a signature (2 lines).");
  g_assert_cmpstr (get_value (form, "text"), ==, "Mehr für alle.\n\nMit freundlichen Grüßen\nMaria Huber");
  g_assert_cmpstr (get_value (form, "region"), ==, "2016 AT12");
  g_assert_cmpstr (get_value (form, "received_on"), ==, "2026-11-27");
  /* A file that is not wanted is not attached; one that is none is told. */
  test_click_until (form, "Do Not Attach “letter.eml”", has_no_file, form, "no file");
  test_drop_file ((gpointer) form, letter);
  test_wait_for_label (form, "“letter.eml” will be attached.");
  g_assert_cmpstr (get_value (form, "text"), ==, "Mehr für alle.\n\nMit freundlichen Grüßen\nMaria Huber");
  test_drop_file ((gpointer) form, table);
  test_wait_for_label (form, "“table.csv” will be attached.");
  test_drop_file ((gpointer) form, folder);
  test_wait_for_label (test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG), "is not a document");
  test_key_until (fixture->window, "Escape", has_no_dialog, NULL, "the end of the message");
  test_wait_for_active (form);
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->window, "Record comment with 2 documents");
  test_wait_for_label (fixture->page, "letter.eml");
  attachments = read_attachments (fixture);
  g_assert_cmpuint (attachments->len, ==, 2);
  g_assert_cmpstr (((const Ris3Attachment *) attachments->pdata[1])->name, ==, "table.csv");
  test_key (fixture->window, "ctrl+z");
  test_wait_for_label (fixture->window, "Open (17)");
  g_unlink (letter);
  g_unlink (table);
}

static gboolean
has_no_signature (gpointer form)
{
  return strstr (get_value (form, "text"), "Maria") == NULL;
}

static gboolean
has_signature (gpointer form)
{
  return !has_no_signature (form);
}

static gboolean
has_no_quotation (gpointer form)
{
  return strstr (get_value (form, "text"), ">") == NULL;
}

static gboolean
tells_no_signature (gpointer form)
{
  return test_find_label (form, "The text has a signature") == NULL;
}

static gboolean
tells_signature (gpointer form)
{
  return !tells_no_signature (form);
}

/* What does not belong into a text that was pasted is told, and goes only if a person wants it, who can have it back.
 */
static void
test_tail (Fixture *fixture, gconstpointer data)
{
  GtkWindow *form = begin_comment (fixture, "2016 AT12");

  test_type (fixture->window, "More.");
  test_key (fixture->window, "Return");
  /* No more lines than there is room for: GTK 4.8 warns at times, where a text becomes higher within what scrolls. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (form)), "And more.\n-- \nMaria\n\n> Dear all");
  test_key_until (fixture->window, "ctrl+v", tells_signature, form, "the text that was pasted");
  test_wait_for_label (form, "The text has a signature (2 lines). Personal data belongs to the contacts.");
  test_wait_for_label (form, "The text has the message that it answers (1 line).");
  g_assert_true (has_signature (form));
  test_click_until (form, "Remove the Message", has_no_quotation, form, "the text without the message");
  test_wait_for_label (form, "The message that it answers was taken out of the text");
  test_click_until (form, "Remove the Signature", has_no_signature, form, "the text without the signature");
  g_assert_cmpstr (get_value (form, "text"), ==, "More.\nAnd more.");
  test_wait_for_label (form, "The signature was taken out of the text (Ctrl+Z brings it back).");
  /* The keys are in the text again. */
  test_key_until (fixture->window, "ctrl+z", has_signature, form, "the signature again");
  test_wait_until (tells_signature, form, "what is told of it");
  test_click_until (form, "Keep It", tells_no_signature, form, "nothing that is told");
  test_type (fixture->window, "!");
  test_assert_true (has_signature (form) && tells_no_signature (form));
  gtk_window_destroy (form);
  test_wait_for_active (fixture->window);
}

/* Records a comment on a region, with nothing but a text. */
static void
record (Fixture *fixture, const char *region, const char *text)
{
  begin_comment (fixture, region);
  test_type (fixture->window, text);
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (RIS3_TYPE_EDIT_FORM);
  test_wait_for_active (fixture->window);
}

static gboolean
has_only (gpointer data)
{
  return ris3_inbox_list_has_only (ris3_inbox_page_get_list (((Fixture *) data)->page));
}

/* What is recorded while the filter hides it is told, and shown if that is wanted; the filter stays. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_session_read_filter (fixture->session, "country:ES", NULL, &error);
  Ris3InboxList *list = ris3_inbox_page_get_list (fixture->page);
  gint64 id;

  g_assert_no_error (error);
  ris3_session_set_filter (fixture->session, filter);
  test_wait_until (is_filtered, fixture, "the filter of the inbox");
  record (fixture, "2016 AT12", "We do more.");
  test_wait_for_label (fixture->window, "The comment is recorded, but the filter hides it.");
  g_assert_cmpint (ris3_inbox_list_get_shown (list), ==, RIS3_INBOX_OPEN);
  g_assert_null (test_find_label (GTK_WIDGET (fixture->page), "We do more."));
  test_click_until (fixture->window, "_Show", has_only, fixture, "the comment alone");
  test_wait_for_label (fixture->page, "The filter hides this comment");
  test_wait_for_label (fixture->page, "We do more.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));

  /* A reply belongs to what it answers, and leaves the list as it is. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inbox.show-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inbox.shown", "s", "open");
  test_key_until (fixture->window, "r", has_form, NULL, "the form of the reply");
  test_wait_until (has_focus_in_text, test_wait_for_window (RIS3_TYPE_EDIT_FORM), "the keys in the text");
  test_type (fixture->window, "Merci.");
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_label (fixture->page, "Merci.");
  test_assert_cmpint (ris3_inbox_list_get_shown (list), ==, RIS3_INBOX_OPEN);

  /* One that another filter hides is selected when that goes. */
  record (fixture, "2016 SI", "So do we.");
  test_wait_for_label (fixture->window, "The comment is recorded, but the filter hides it.");
  ris3_session_clear_filter (fixture->session);
  test_wait_for_label (fixture->page, "So do we.");
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), !=, id);
  g_assert_cmpstr (ris3_comment_get_text (ris3_inbox_page_get_comment (fixture->page)), ==, "So do we.");
  record (fixture, "2016 SI", "And more.");
  test_wait_for_label (fixture->page, "And more.");
  g_assert_cmpstr (ris3_comment_get_text (ris3_inbox_page_get_comment (fixture->page)), ==, "And more.");
}

static gboolean
has_dialog (gpointer data)
{
  return !has_no_dialog (data);
}

static gboolean
has_attachment (gpointer data)
{
  Fixture *fixture = data;

  return ris3_comment_get_n_attachments (ris3_inbox_page_get_comment (fixture->page)) == 1;
}

/* Whether the row of the selected comment says so to those who see its sign, and to those who do not. */
static gboolean
row_tells (Fixture *fixture, const char *words)
{
  Ris3Comment *comment = ris3_inbox_page_get_comment (fixture->page);
  g_autofree char *spoken = ris3_inbox_row_describe (ris3_inbox_page_get_list (fixture->page), comment);
  GtkWidget *row = find_row_widget (GTK_WIDGET (fixture->page), comment);

  return row != NULL && g_strcmp0 (gtk_widget_get_tooltip_text (row), words) == 0 && strstr (spoken, words) != NULL;
}

static gboolean
has_no_attachment (gpointer data)
{
  return !has_attachment (data);
}

/* Presses a key in the dialog that says something. */
static void
answer (Fixture *fixture, const char *key, const char *words)
{
  GtkWindow *dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  test_wait_for_active (dialog);
  test_wait_for_label (dialog, words);
  test_key_until (fixture->window, key, has_no_dialog, NULL, "the end of the dialog");
  test_wait_for_active (fixture->window);
}

/* A letter is attached, is taken away, and comes back. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear Sir or Madam", -1, &error));
  test_choose_file (fixture->window, "f", letter);
  answer (fixture, "Return", "Attach “letter.txt”?");
  test_wait_until (has_attachment, fixture, "the document");
  test_assert_true (row_tells (fixture, "1 document came with it"));
  test_wait_for_active (fixture->window);
  test_wait_for_label (fixture->page, "letter.txt");
  test_wait_for_label (fixture->page, "17 bytes, stored · SHA-256 7bc1709ab64e…");
  test_click_until (fixture->page, "Remove “letter.txt”", has_no_attachment, fixture, "the removal");
  test_wait_for_no_label (fixture->page, "letter.txt");
  test_key_until (fixture->window, "ctrl+z", has_attachment, fixture, "the document again");
  test_wait_for_label (fixture->page, "letter.txt");
  /* Who only reads can save it, and not take it away. */
  ris3_session_set_editing (fixture->session, FALSE);
  g_assert_null (test_find_button (GTK_WIDGET (fixture->page), "Remove “letter.txt”"));
  g_assert_nonnull (test_find_button (GTK_WIDGET (fixture->page), "Save “letter.txt” as a File…"));
  g_unlink (letter);
}

static gboolean
has_no_chooser (gpointer data)
{
  return test_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL;
}

static gboolean
has_chooser (gpointer data)
{
  return !has_no_chooser (data);
}

static GtkWidget *
find_drop_down (GtkWindow *chooser, const char *label)
{
  return gtk_widget_get_ancestor (test_find_label (GTK_WIDGET (chooser), label), GTK_TYPE_DROP_DOWN);
}

/* Presses “Register…”, and chooses which comments, the kind and the name of the file. (transfer full): the path of that
 * name */
static char *
save_register_as (Fixture *fixture, gboolean is_all, guint kind, const char *name)
{
  g_autofree char *path = g_path_get_dirname (fixture->path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GtkWindow *chooser;

  test_click_label_until (fixture->page, "Register…", has_chooser, NULL, "the dialog of files");
  chooser = test_wait_for_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  test_wait_for_active (chooser);
  /* Of the comments that are decided, nothing is saved, unless that is chosen. */
  test_wait_for_label (chooser, "Which Comments");
  test_wait_for_label (chooser, "Open comments");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  test_wait (300);
  if (kind > 0)
    {
      g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, kind);

      gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  if (is_all)
    test_choose_in_drop_down (fixture->window, find_drop_down (chooser, "Open comments"), 1);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (is_all)
    test_click_label_until (chooser, "Save", has_no_chooser, NULL, "the end of the dialog of files");
  else
    test_key_until (fixture->window, "Return", has_no_chooser, NULL, "the end of the dialog of files");
  test_wait_for_active (fixture->window);
  return g_build_filename (path, name, NULL);
}

static char *
save_register (Fixture *fixture, const char *name)
{
  return save_register_as (fixture, FALSE, 0, name);
}

static void
remove_file (char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (path);
}

/* Where the row with a key begins in a table; -1: nowhere */
static gssize
find_key (const char *table, const char *key)
{
  g_autofree char *begin = g_strdup_printf ("\n%s,", key);
  const char *found = strstr (table, begin);

  return found != NULL ? found - table : -1;
}

/* Right below a comment is the reply to it. */
static void
assert_below (const char *table, Ris3Comment *comment, const char *key)
{
  gssize at = find_key (table, ris3_comment_get_key (comment));
  const char *line_end = at >= 0 ? strchr (table + at + 1, '\n') : NULL;

  g_assert_nonnull (line_end);
  g_assert_cmpint (line_end - table, ==, find_key (table, key));
}

static gssize
find_row (const char *table, Ris3Comment *comment)
{
  return find_key (table, ris3_comment_get_key (comment));
}

/* What the inbox lists is saved, or all; by region, each comment with the replies to it; the name says as what. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Ris3Comment) first = g_list_model_get_item (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page)), 0);
  g_autoptr (Ris3Comment) second = g_list_model_get_item (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page)), 1);
  g_autoptr (Ris3Edit) reply = ris3_edit_new_add ("comment");
  g_autoptr (Ris3Filter) only = NULL;
  g_autofree char *text = NULL;
  g_autofree char *country = g_strdup_printf ("country:%.2s", ris3_comment_get_region_code (first));
  g_autoptr (GError) error = NULL;
  char *path;

  ris3_edit_set_text (reply, "key", "our-reply");
  ris3_edit_set_integer (reply, "parent_id", ris3_comment_get_id (first));
  ris3_edit_set_integer (reply, "nuts_version", ris3_comment_get_nuts_version (first));
  ris3_edit_set_text (reply, "region_code", ris3_comment_get_region_code (first));
  ris3_edit_set_text (reply, "target", "region");
  ris3_edit_set_text (reply, "text", "Thank you.");
  ris3_session_edit (fixture->session, reply);
  test_wait_for_label (fixture->page, "Thank you.");

  g_free (save_register (fixture, "register.png"));
  test_wait_for_label (fixture->window, "The name of a register ends in");
  path = save_register (fixture, "register.pdf");
  test_wait_for_label (fixture->window, "Saved a register of 18 comments as “register.pdf”.");
  remove_file (path);
  /* A kind that is chosen counts more than the ending that was proposed. */
  path = save_register_as (fixture, FALSE, 3, "proposed.xlsx");
  test_wait_for_label (fixture->window, "Saved a register of 18 comments as “proposed.pdf”.");
  memcpy (strrchr (path, '.'), ".pdf", sizeof ".pdf");
  remove_file (path);
  path = save_register (fixture, "register.ods");
  test_wait_for_label (fixture->window, "Saved a register of 18 comments as “register.ods”.");
  remove_file (path);
  path = save_register (fixture, "register.csv");
  test_wait_for_label (fixture->window, "Saved a register of 18 comments as “register.csv”.");
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  remove_file (path);
  g_assert_cmpint (find_row (text, first), >, 0);
  g_assert_cmpint (find_row (text, second), >, 0);
  assert_below (text, first, "our-reply");

  only = ris3_filter_from_text (country, NULL, &error);
  g_assert_no_error (error);
  ris3_session_set_filter (fixture->session, only);
  test_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page))), <, 17);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page))), >, 0);
  path = save_register_as (fixture, TRUE, 0, "all.csv");
  test_wait_for_label (fixture->window, "Saved a register of 18 comments as “all.csv”.");
  remove_file (path);

  test_click_middle (test_find_label (GTK_WIDGET (fixture->page), "Decided (0)"));
  test_wait_until (has_no_rows, fixture->page, "no rows");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-register", NULL));
  test_wait_for_label (fixture->window, "The inbox lists no comments");
}

static gboolean
is_written (gpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, "Dear Sir or Madam");
}

/* What came with a comment leaves the atlas as the file that it was. */
static void
test_document_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.txt", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  const char *const files[] = { letter, NULL };
  GtkWindow *chooser;

  g_assert_true (g_file_set_contents (letter, "Dear Sir or Madam", -1, NULL));
  ris3_inbox_documents_attach (
      RIS3_INBOX_DOCUMENTS (test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_DOCUMENTS)), files);
  answer (fixture, "alt+s", "Attach “letter.txt”?");
  test_wait_until (has_attachment, fixture, "the document");
  test_wait_for_label (fixture->page, "letter.txt");
  test_click_until (fixture->page, "Save “letter.txt” as a File…", has_chooser, NULL, "the dialog of files");
  chooser = test_wait_for_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  test_wait_for_active (chooser);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), place, NULL);
  test_wait (300);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "copy.txt");
  test_key_until (fixture->window, "Return", has_no_chooser, NULL, "the end of the dialog of files");
  test_wait_until (is_written, copy, "the file");
  g_unlink (copy);
  g_unlink (letter);
}

static gboolean
has_other_comment (gpointer data)
{
  Fixture *fixture = data;

  return ris3_comment_get_n_attachments (ris3_inbox_page_get_comment (fixture->page)) == 0;
}

/* Shows the documents of the first comment anew. */
static void
show_again (Fixture *fixture)
{
  test_key_until (fixture->window, "j", has_other_comment, fixture, "another comment");
  test_key_until (fixture->window, "k", has_attachment, fixture, "the first comment");
}

/* A file that stays where it is: the atlas has no contents of it, and says what became of it. One that is too large
 * can only be linked. */
static void
test_document_linked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *film = g_build_filename (folder, "film.bin", NULL);
  g_autofree char *contents = g_malloc0 (RIS3_ATTACHMENT_MAX_SIZE + 1);
  g_autoptr (GPtrArray) attachments = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (film, contents, RIS3_ATTACHMENT_MAX_SIZE + 1, &error));
  test_drop_file ((gpointer) test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_DETAIL), film);
  dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_label (dialog, "This one is larger and can only be linked:\nfilm.bin");
  g_assert_null (test_find_button (GTK_WIDGET (dialog), "_Store in the Atlas"));
  answer (fixture, "alt+l", "Attach “film.bin”?");
  test_wait_until (has_attachment, fixture, "the document");
  test_wait_for_label (fixture->page, "MB, linked · SHA-256 ");
  attachments = ris3_attachments_read (fixture->path, ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)),
                                       NULL, &error);
  g_assert_no_error (error);
  digest = g_strdup (((const Ris3Attachment *) attachments->pdata[0])->digest);
  test_click_middle (test_find_button (GTK_WIDGET (fixture->page), "Copy the Digest of “film.bin”"));
  copied = test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, digest);

  contents[7] = 'x';
  g_assert_true (g_file_set_contents (film, contents, RIS3_ATTACHMENT_MAX_SIZE + 1, &error));
  show_again (fixture);
  test_wait_for_label (fixture->page, "The file was changed after it was linked: it has another digest.");
  test_click_label_until (fixture->page, "film.bin", has_dialog, NULL, "the question");
  answer (fixture, "Escape", "“film.bin” Was Changed");
  g_unlink (film);
  show_again (fixture);
  test_wait_for_label (fixture->page, "The file is not where it was when it was linked.");
  test_click_label_until (fixture->page, "film.bin", has_dialog, NULL, "the message");
  answer (fixture, "Escape", "“film.bin” Is Missing");
}

static guint
count_unread (Fixture *fixture)
{
  return ris3_inbox_list_count (ris3_inbox_page_get_list (fixture->page), RIS3_INBOX_UNREAD);
}

/* Whether the row of the selected comment says to those who do not see it that it is unread. */
static gboolean
is_said_unread (Fixture *fixture)
{
  g_autofree char *spoken
      = ris3_inbox_row_describe (ris3_inbox_page_get_list (fixture->page), ris3_inbox_page_get_comment (fixture->page));

  return g_str_has_prefix (spoken, "Unread");
}

static gboolean
has_all_unread (gpointer fixture)
{
  return count_unread (fixture) == 17;
}

static gboolean
has_none_unread (gpointer fixture)
{
  return count_unread (fixture) == 0;
}

static gboolean
is_unread_shown (gpointer page)
{
  return ris3_inbox_list_get_shown (ris3_inbox_page_get_list (page)) == RIS3_INBOX_UNREAD;
}

static GtkWidget *
get_row (Fixture *fixture, guint position)
{
  g_autoptr (Ris3Comment) comment
      = g_list_model_get_item (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page)), position);

  return find_row_widget (GTK_WIDGET (fixture->page), comment);
}

/* What stays before the eyes is read, also where the atlas is only read; what a person says counts more; and it is
 * known after the window was closed. */
static void
test_reading (Fixture *fixture, gconstpointer data)
{
  ris3_session_set_editing (fixture->session, FALSE);
  /* What the program has selected on opening is not read by that. */
  test_wait (1500);
  test_assert_cmpuint (count_unread (fixture), ==, 17);
  test_assert_nonnull (get_row (fixture, 0));
  test_click_middle (get_row (fixture, 0));
  test_wait_for_label (fixture->page, "Unread (16)");
  g_assert_false (is_said_unread (fixture));
  test_wait_for_label (fixture->window, "16");
  test_key_until (fixture->window, "u", has_all_unread, fixture, "it is unread");
  test_wait (1500);
  test_assert_cmpuint (count_unread (fixture), ==, 17);
  g_assert_true (is_said_unread (fixture));
  test_key (fixture->window, "j");
  test_wait_for_label (fixture->page, "Unread (16)");

  /* The list of those that are unread is without it, and keeps the one that is read there. */
  test_click_label_until (fixture->page, "Unread (16)", is_unread_shown, fixture->page, "only what is unread");
  test_key (fixture->window, "j");
  test_wait_for_label (fixture->page, "Unread (15)");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page))), ==, 16);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inbox.shown", "s", "all");
  test_key (fixture->window, "ctrl+a");
  test_wait_for_label (fixture->page, "17 Comments Selected");
  test_key_until (fixture->window, "u", has_none_unread, fixture, "all are read");
  test_key_until (fixture->window, "u", has_all_unread, fixture, "all are unread");
  test_key_until (fixture->window, "u", has_none_unread, fixture, "all are read again");

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "page", g_variant_new_string ("map"));
  test_app_close (fixture->window);
  fixture->window = test_app_start (fixture->path);
  fixture->session = ris3_window_get_session (fixture->window);
  test_wait_for_map (fixture->window);
  test_key_until (fixture->window, "alt+4", shows_inbox, fixture->window, "the inbox");
  fixture->page = RIS3_INBOX_PAGE (test_find_type (GTK_WIDGET (fixture->window), RIS3_TYPE_INBOX_PAGE));
  test_wait_for_label (fixture->page, "Unread (0)");
}

/* Who goes on in a comment reads it, and keeps it among those that are unread, whatever is done with it. */
static void
test_reading_on (Fixture *fixture, gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page));
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  test_click_label_until (fixture->page, "Unread (17)", is_unread_shown, fixture->page, "only what is unread");
  test_wait (1500);
  test_assert_cmpuint (count_unread (fixture), ==, 17);
  id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  test_click_middle (test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_DETAIL));
  test_wait_for_label (fixture->page, "Unread (16)");
  test_click_middle (get_row (fixture, 0));
  g_assert_true (g_file_set_contents (letter, "Dear Sir or Madam", -1, &error));
  test_choose_file (fixture->window, "f", letter);
  answer (fixture, "Return", "Attach “letter.txt”?");
  test_wait_for_label (fixture->page, "letter.txt");
  test_wait (1500);
  g_unlink (letter);
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, id);
  test_assert_cmpuint (count_unread (fixture), ==, 16);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 17);

  /* Once another is chosen, it goes with the next change, by which nothing else is read either. */
  test_key (fixture->window, "j");
  test_wait_for_label (fixture->page, "Unread (15)");
  test_key (fixture->window, "ctrl+z");
  test_wait (1500);
  test_assert_cmpuint (g_list_model_get_n_items (list), ==, 16);
  test_assert_cmpuint (count_unread (fixture), ==, 15);
}

static gboolean
has_menu (gpointer page)
{
  return test_find_label (page, "Do Not Accept…") != NULL;
}

static gboolean
has_no_menu (gpointer page)
{
  return !has_menu (page);
}

/* What can be done with a row is in its menu, with its key; a row that is not selected is, then. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  Ris3Comment *second;

  test_key_until (fixture->window, "shift+F10", has_menu, fixture->page, "the menu of the first row");
  g_assert_nonnull (test_find_label (GTK_WIDGET (fixture->page), "N"));
  test_key_until (fixture->window, "Escape", has_no_menu, fixture->page, "the end of the menu");
  test_assert_nonnull (get_row (fixture, 1));
  second = ris3_inbox_row_get_comment (RIS3_INBOX_ROW (get_row (fixture, 1)));
  for (guint i = 0; i < 5 && !has_menu (fixture->page); i++)
    {
      test_move_pointer (get_row (fixture, 1), 40, 5);
      test_event ((const char *const[]){ "click", "3", NULL });
      test_wait (1000);
    }
  test_wait_until (has_menu, fixture->page, "the menu of the second row");
  test_assert_true (ris3_inbox_page_get_comment (fixture->page) == second);
  test_click_middle (test_find_label (GTK_WIDGET (fixture->page), "Take Note…"));
  give_reason (fixture, "It changes nothing.");
  test_assert_cmpuint (count_state (fixture, "noted"), ==, 1);
}

static GtkWidget *
get_detail (Fixture *fixture)
{
  return test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_DETAIL);
}

static gboolean
has_no_detail (gpointer fixture)
{
  GtkWidget *detail = get_detail (fixture);

  return detail == NULL || !gtk_widget_get_mapped (detail);
}

static gboolean
has_detail (gpointer fixture)
{
  return !has_no_detail (fixture);
}

/* The list and the comment share the room as a person wants, who can do without the comment. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  GtkWidget *divider = test_find_type (GTK_WIDGET (fixture->page), RIS3_TYPE_INBOX_DIVIDER);
  int width, wider;

  /* The panel beside it has gone. */
  test_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), ==,
                      gtk_widget_get_width (GTK_WIDGET (fixture->window)));
  width = gtk_widget_get_width (get_detail (fixture));
  /* The list has most of it. */
  g_assert_cmpint (width, <=, MAX (gtk_widget_get_width (GTK_WIDGET (fixture->page)) / 3, 400));
  for (guint i = 0; i < 5 && gtk_widget_get_width (get_detail (fixture)) == width; i++)
    {
      /* Not in the divider, which moves. */
      int x = gtk_widget_get_width (GTK_WIDGET (fixture->page)) - width;

      test_drag (GTK_WIDGET (fixture->page), x, 200, x - 80, 200);
      test_wait (500);
    }
  wider = gtk_widget_get_width (get_detail (fixture));
  g_assert_cmpint (ABS (wider - width - 80), <=, 2);
  gtk_widget_grab_focus (divider);
  test_key (fixture->window, "Right");
  test_assert_cmpint (gtk_widget_get_width (get_detail (fixture)), <, wider);
  wider = gtk_widget_get_width (get_detail (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inbox.detail", NULL);
  test_wait_until (has_no_detail, fixture, "no comment beside the list");
  test_key_until (fixture->window, "h", has_detail, fixture, "the comment beside the list");
  test_key_until (fixture->window, "h", has_no_detail, fixture, "no comment beside the list again");
  /* Who opens a row wants to see it. */
  test_key_until (fixture->window, "Return", has_detail, fixture, "the comment that was opened");
  test_assert_cmpint (gtk_widget_get_width (get_detail (fixture)), ==, wider);
}

/* (transfer full) */
static GHashTable *
new_keys (const char *const *keys)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_insert (set, g_strdup (keys[i]), GINT_TO_POINTER (TRUE));
  return set;
}

/* Of very many atlases, only those that were marked last have a file. */
static void
check_bound (const char *folder, Ris3ReadingFile *file, GHashTable *changes)
{
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  for (guint i = 0; i < RIS3_READING_FILES + 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/old-%u", folder, i);

      g_assert_true (g_file_set_contents (path, "x", -1, NULL));
      g_assert_cmpint (g_utime (path, &(struct utimbuf){ .actime = 1000, .modtime = 1000 }), ==, 0);
    }
  ris3_reading_file_save_now (file, changes, new_keys ((const char *const[]){ "a", NULL }));
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, RIS3_READING_FILES);
}

/* What one window marks is kept by another one; what does not exist any more is not; a broken file is none. */
static void
test_reading_file (void)
{
  g_autoptr (Ris3ReadingFile) one = ris3_reading_file_new ("/nowhere/a.ris3atlas");
  g_autoptr (Ris3ReadingFile) other = ris3_reading_file_new ("/nowhere/a.ris3atlas");
  g_autoptr (Ris3ReadingFile) elsewhere = ris3_reading_file_new ("/nowhere/else/a.ris3atlas");
  static const char *const existing[] = { "a", "two\nlines %00", "é", NULL };
  g_autoptr (GHashTable) first = new_keys ((const char *const[]){ "a", "gone", NULL });
  g_autoptr (GHashTable) second = new_keys ((const char *const[]){ "two\nlines %00", "é", NULL });
  g_autoptr (GHashTable) unread = new_keys ((const char *const[]){ NULL });
  g_autoptr (GHashTable) read = NULL;
  g_autoptr (GHashTable) read_again = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "ris3-atlas", "read", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_null (ris3_reading_file_load (one));
  ris3_reading_file_save_now (one, first, new_keys (existing));
  ris3_reading_file_save_now (other, second, new_keys (existing));
  read = ris3_reading_file_load (one);
  g_assert_cmpuint (g_hash_table_size (read), ==, 3);
  for (guint i = 0; existing[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (read, existing[i]));
  g_assert_null (ris3_reading_file_load (elsewhere));
  g_hash_table_insert (unread, g_strdup ("a"), GINT_TO_POINTER (FALSE));
  ris3_reading_file_save (other, unread, new_keys (existing));
  while (ris3_reading_file_is_busy (other))
    g_usleep (1000);
  g_hash_table_unref (read);
  read = ris3_reading_file_load (one);
  g_assert_cmpuint (g_hash_table_size (read), ==, 2);
  g_assert_false (g_hash_table_contains (read, "a"));

  check_bound (folder, one, first);
  read_again = ris3_reading_file_load (one);
  g_assert_cmpuint (g_hash_table_size (read_again), ==, 1);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_str_has_prefix (name, "old-"))
        {
          g_unlink (path);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_true (g_file_set_contents (path, text, (gssize) length - 1, NULL));
      g_assert_null (ris3_reading_file_load (one));
      g_assert_true (g_file_set_contents (path, "x\n", -1, NULL));
      g_assert_null (ris3_reading_file_load (one));
      g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/window/inbox/reading-file", test_reading_file);
  g_test_add ("/window/inbox/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/window/inbox/reading-on", Fixture, NULL, set_up, test_reading_on, tear_down);
  g_test_add ("/window/inbox/room", Fixture, NULL, set_up, test_room, tear_down);
  g_test_add ("/window/inbox/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/window/inbox/triage", Fixture, NULL, set_up, test_triage, tear_down);
  g_test_add ("/window/inbox/bulk", Fixture, NULL, set_up, test_bulk, tear_down);
  g_test_add ("/window/inbox/record", Fixture, NULL, set_up, test_record, tear_down);
  g_test_add ("/window/inbox/organisation", Fixture, NULL, set_up, test_organisation, tear_down);
  g_test_add ("/window/inbox/figure", Fixture, NULL, set_up, test_figure, tear_down);
  g_test_add ("/window/inbox/edit-organisation", Fixture, NULL, set_up, test_edit_organisation, tear_down);
  g_test_add ("/window/inbox/new-strategy", Fixture, NULL, set_up, test_new_strategy, tear_down);
  g_test_add ("/window/inbox/reply", Fixture, NULL, set_up, test_reply, tear_down);
  g_test_add ("/window/inbox/mail", Fixture, NULL, set_up, test_mail, tear_down);
  g_test_add ("/window/inbox/mail-file", Fixture, NULL, set_up, test_mail_file, tear_down);
  g_test_add ("/window/inbox/tail", Fixture, NULL, set_up, test_tail, tear_down);
  g_test_add ("/window/inbox/no-region", Fixture, NULL, set_up, test_no_region, tear_down);
  g_test_add ("/window/inbox/document", Fixture, NULL, set_up, test_document, tear_down);
  g_test_add ("/window/inbox/document-saved", Fixture, NULL, set_up, test_document_saved, tear_down);
  g_test_add ("/window/inbox/document-linked", Fixture, NULL, set_up, test_document_linked, tear_down);
  g_test_add ("/window/inbox/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/window/inbox/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/window/inbox/register", Fixture, NULL, set_up, test_register, tear_down);
  return g_test_run ();
}
