/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person records what authorities have answered, with the keys and the pointer. */
#include "config.h"

#include <glib/gstdio.h>

#include "app/edit/ris3-edit-form.h"
#include "app/region/ris3-region-page.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "model/ris3-attachment.h"
#include "model/ris3-contact.h"
#include "test-find.h"
#include "test-inbox.h"

#define PRIORITY "346"

/* The comment that says so. (transfer none) */
static Ris3Comment *
find_saying (TestInbox *fixture, const char *text)
{
  GListModel *comments = ris3_atlas_get_comments (ris3_session_get_atlas (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (g_str_equal (ris3_comment_get_text (comment), text))
        return comment;
    }
  return NULL;
}

static gint64
find_comment (TestInbox *fixture, const char *text)
{
  g_assert_nonnull (find_saying (fixture, text));
  return ris3_comment_get_id (find_saying (fixture, text));
}

static char *
get_label (TestInbox *fixture)
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
test_no_region (TestInbox *fixture, gconstpointer data)
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

static gboolean
has_more (gpointer data)
{
  return find_saying (data, "It says more.") != NULL;
}

/* What readers see in the place of the original text that a comment proposes is said, and that it is older. */
static void
test_original (TestInbox *fixture, gconstpointer data)
{
  g_autoptr (Ris3Edit) edit = ris3_edit_new_add ("comment");

  ris3_edit_set_integer (edit, "nuts_version", 2016);
  ris3_edit_set_text (edit, "region_code", "FRL0");
  ris3_edit_set_text (edit, "target", "priority");
  ris3_edit_set_integer (edit, "priority_id", g_ascii_strtoll (PRIORITY, NULL, 10));
  ris3_edit_set_text (edit, "text", "It says more.");
  ris3_edit_set_text (edit, "proposed_change", "original_text: Santé et plus");
  ris3_session_edit (fixture->session, edit);
  test_wait_until (has_more, fixture, "the comment");
  ris3_inbox_page_show (fixture->page, find_comment (fixture, "It says more."));
  test_wait_for_label (fixture->page, "Nothing; in English: “");
  test_wait_for_label (fixture->page, "was written before this change");
}

/* A letter is recorded with its authority and what it wants to be changed; accepting that changes the record. */
static void
test_record (TestInbox *fixture, gconstpointer data)
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
  test_inbox_give_reason (fixture, "Page 12 says so.");
  test_wait_until (has_label, fixture, "the change of the priority");
  test_assert_cmpstr (test_inbox_get_state (fixture, id), ==, "applied");
  /* What stood there before is said. */
  ris3_inbox_page_show (fixture->page, id);
  test_wait_for_label (fixture->page, "” → “9.9”");
  test_key (fixture->window, "ctrl+z");
  test_wait_until (has_other_label, fixture, "the former label");
  test_assert_cmpstr (test_inbox_get_state (fixture, id), ==, "received");
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
  return g_list_model_get_n_items (
             ris3_atlas_get_organisations (ris3_session_get_atlas (((TestInbox *) data)->session)))
         == 3;
}

/* Three that are known, and a person of the first and of the last. */
static void
add_organisations (TestInbox *fixture)
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
has_form (gpointer data)
{
  return test_find_window (RIS3_TYPE_EDIT_FORM) != NULL;
}

static GtkWindow *
begin_comment (TestInbox *fixture, const char *region)
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
test_organisation (TestInbox *fixture, gconstpointer data)
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
  return !test_inbox_shows_inbox (data);
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
test_figure (TestInbox *fixture, gconstpointer data)
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
get_organisation (TestInbox *fixture)
{
  return ris3_comment_get_organisation (ris3_inbox_page_get_comment (fixture->page));
}

/* Gives the selected comment to an organisation, by its form. */
static void
change_organisation (TestInbox *fixture, const char *former, const char *name)
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
test_edit_organisation (TestInbox *fixture, gconstpointer data)
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
  GListModel *strategies = ris3_atlas_get_strategies (ris3_session_get_atlas (((TestInbox *) data)->session));

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
test_new_strategy (TestInbox *fixture, gconstpointer data)
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
  test_assert_cmpstr (test_inbox_get_state (fixture, id), ==, "applied");
  g_assert_cmpstr (
      ris3_comment_get_decision_reason (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), id)), ==,
      "It is online.");
  test_key (fixture->window, "ctrl+z");
  test_wait_until (has_no_strategy, fixture, "no strategy again");
  test_assert_cmpstr (test_inbox_get_state (fixture, id), ==, "received");
}

/* A reply has a language, a way and a date, as what it answers. */
static void
test_reply (TestInbox *fixture, gconstpointer data)
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
test_mail (TestInbox *fixture, gconstpointer data)
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
has_no_file (gpointer form)
{
  return test_find_label (form, "will be attached") == NULL;
}

static GPtrArray *
read_attachments (TestInbox *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  GPtrArray *attachments = ris3_attachments_read (fixture->path, id, NULL, &error);

  g_assert_no_error (error);
  return attachments;
}

/* An e-mail that was saved as a file fills in the form, and is attached, as other files are, with the comment. */
static void
test_mail_file (TestInbox *fixture, gconstpointer data)
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
  test_key_until (fixture->window, "Escape", test_inbox_has_no_dialog, NULL, "the end of the message");
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
test_tail (TestInbox *fixture, gconstpointer data)
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
record (TestInbox *fixture, const char *region, const char *text)
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
  return ris3_inbox_list_has_only (ris3_inbox_page_get_list (((TestInbox *) data)->page));
}

/* What is recorded while the filter hides it is told, and shown if that is wanted; the filter stays. */
static void
test_hidden (TestInbox *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Filter) filter = ris3_session_read_filter (fixture->session, "country:ES", NULL, &error);
  Ris3InboxList *list = ris3_inbox_page_get_list (fixture->page);
  gint64 id;

  g_assert_no_error (error);
  ris3_session_set_filter (fixture->session, filter);
  test_wait_until (test_inbox_is_filtered, fixture, "the filter of the inbox");
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

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add ("/window/comments/record", TestInbox, NULL, test_inbox_set_up, test_record, test_inbox_tear_down);
  g_test_add ("/window/comments/original", TestInbox, NULL, test_inbox_set_up, test_original, test_inbox_tear_down);
  g_test_add ("/window/comments/organisation", TestInbox, NULL, test_inbox_set_up, test_organisation,
              test_inbox_tear_down);
  g_test_add ("/window/comments/figure", TestInbox, NULL, test_inbox_set_up, test_figure, test_inbox_tear_down);
  g_test_add ("/window/comments/edit-organisation", TestInbox, NULL, test_inbox_set_up, test_edit_organisation,
              test_inbox_tear_down);
  g_test_add ("/window/comments/new-strategy", TestInbox, NULL, test_inbox_set_up, test_new_strategy,
              test_inbox_tear_down);
  g_test_add ("/window/comments/reply", TestInbox, NULL, test_inbox_set_up, test_reply, test_inbox_tear_down);
  g_test_add ("/window/comments/mail", TestInbox, NULL, test_inbox_set_up, test_mail, test_inbox_tear_down);
  g_test_add ("/window/comments/mail-file", TestInbox, NULL, test_inbox_set_up, test_mail_file, test_inbox_tear_down);
  g_test_add ("/window/comments/tail", TestInbox, NULL, test_inbox_set_up, test_tail, test_inbox_tear_down);
  g_test_add ("/window/comments/no-region", TestInbox, NULL, test_inbox_set_up, test_no_region, test_inbox_tear_down);
  g_test_add ("/window/comments/hidden", TestInbox, NULL, test_inbox_set_up, test_hidden, test_inbox_tear_down);
  return g_test_run ();
}
