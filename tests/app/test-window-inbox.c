/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person decides what authorities have answered, with the keys and the pointer. */
#include "config.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "app/consultation/ris3-inbox-detail.h"
#include "app/consultation/ris3-inbox-divider.h"
#include "app/consultation/ris3-inbox-documents.h"
#include "app/consultation/ris3-inbox-header.h"
#include "app/consultation/ris3-inbox-row.h"
#include "app/consultation/ris3-reading-file.h"
#include "app/ris3-session-edit.h"
#include "app/ris3-session-filter.h"
#include "model/ris3-attachment.h"
#include "test-find.h"
#include "test-inbox.h"

static guint
count_state (TestInbox *fixture, const char *state)
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

/* One after the other with the keys alone; each step can be taken back. */
static void
test_triage (TestInbox *fixture, gconstpointer data)
{
  gint64 first = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  gint64 second;

  test_wait_for_label (fixture->page, "History of the Comment");
  /* What a key cannot do is said. */
  test_key (fixture->window, "x");
  test_wait_for_label (fixture->window, "An open comment cannot be closed");
  test_key (fixture->window, "d");
  test_wait_for_label (fixture->window, "cannot become “applied”.");
  g_assert_cmpstr (test_inbox_get_state (fixture, first), ==, "received");
  test_key (fixture->window, "a");
  test_assert_cmpstr (test_inbox_get_state (fixture, first), ==, "acknowledged");
  /* It is still open, and still selected. */
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, first);
  test_key (fixture->window, "n");
  test_inbox_give_reason (fixture, "It is not in the text.");
  test_assert_cmpstr (test_inbox_get_state (fixture, first), ==, "not accepted");
  test_wait_for_label (fixture->window, "Not accepted: comment on “");
  g_assert_cmpstr (
      ris3_comment_get_decision_reason (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), first)),
      ==, "It is not in the text.");
  /* It is not open any more: the next one is there. */
  test_wait_for_label (fixture->window, "Open (16)");
  test_wait_for_label (fixture->window, "Decided (1)");
  test_wait_until (test_inbox_has_selected, fixture->page, "the next comment");
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
  g_assert_cmpstr (test_inbox_get_state (fixture, first), ==, "acknowledged");
  /* What is open again is seen. */
  test_assert_cmpint (ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page)), ==, first);
  /* To take note is a decision, too. */
  second = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  test_key (fixture->window, "o");
  test_inbox_give_reason (fixture, "It changes nothing.");
  test_assert_cmpstr (test_inbox_get_state (fixture, second), ==, "noted");
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
test_bulk (TestInbox *fixture, gconstpointer data)
{
  gint64 first = ris3_comment_get_id (ris3_inbox_page_get_comment (fixture->page));
  GtkWindow *dialog;

  test_key (fixture->window, "a");
  test_assert_cmpstr (test_inbox_get_state (fixture, first), ==, "acknowledged");
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

static gboolean
has_no_rows (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ris3_inbox_page_get_list (data))) == 0;
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
tells_cut_off (TestInbox *fixture)
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
test_list (TestInbox *fixture, gconstpointer data)
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
  test_wait_until (test_inbox_is_filtered, fixture, "the filter of the inbox");
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
has_dialog (gpointer data)
{
  return !test_inbox_has_no_dialog (data);
}

static gboolean
has_attachment (gpointer data)
{
  TestInbox *fixture = data;

  return ris3_comment_get_n_attachments (ris3_inbox_page_get_comment (fixture->page)) == 1;
}

/* Whether the row of the selected comment says so to those who see its sign, and to those who do not. */
static gboolean
row_tells (TestInbox *fixture, const char *words)
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
answer (TestInbox *fixture, const char *key, const char *words)
{
  GtkWindow *dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  test_wait_for_active (dialog);
  test_wait_for_label (dialog, words);
  test_key_until (fixture->window, key, test_inbox_has_no_dialog, NULL, "the end of the dialog");
  test_wait_for_active (fixture->window);
}

/* A letter is attached, is taken away, and comes back. */
static void
test_document (TestInbox *fixture, gconstpointer data)
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
save_register_as (TestInbox *fixture, gboolean is_all, guint kind, const char *name)
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
save_register (TestInbox *fixture, const char *name)
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
test_register (TestInbox *fixture, gconstpointer data)
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
test_document_saved (TestInbox *fixture, gconstpointer data)
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
  TestInbox *fixture = data;

  return ris3_comment_get_n_attachments (ris3_inbox_page_get_comment (fixture->page)) == 0;
}

/* Shows the documents of the first comment anew. */
static void
show_again (TestInbox *fixture)
{
  test_key_until (fixture->window, "j", has_other_comment, fixture, "another comment");
  test_key_until (fixture->window, "k", has_attachment, fixture, "the first comment");
}

/* A file that stays where it is: the atlas has no contents of it, and says what became of it. One that is too large
 * can only be linked. */
static void
test_document_linked (TestInbox *fixture, gconstpointer data)
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
count_unread (TestInbox *fixture)
{
  return ris3_inbox_list_count (ris3_inbox_page_get_list (fixture->page), RIS3_INBOX_UNREAD);
}

/* Whether the row of the selected comment says to those who do not see it that it is unread. */
static gboolean
is_said_unread (TestInbox *fixture)
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
get_row (TestInbox *fixture, guint position)
{
  g_autoptr (Ris3Comment) comment
      = g_list_model_get_item (G_LIST_MODEL (ris3_inbox_page_get_list (fixture->page)), position);

  return find_row_widget (GTK_WIDGET (fixture->page), comment);
}

/* What stays before the eyes is read, also where the atlas is only read; what a person says counts more; and it is
 * known after the window was closed. */
static void
test_reading (TestInbox *fixture, gconstpointer data)
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
  test_key_until (fixture->window, "alt+4", test_inbox_shows_inbox, fixture->window, "the inbox");
  fixture->page = RIS3_INBOX_PAGE (test_find_type (GTK_WIDGET (fixture->window), RIS3_TYPE_INBOX_PAGE));
  test_wait_for_label (fixture->page, "Unread (0)");
}

/* Who goes on in a comment reads it, and keeps it among those that are unread, whatever is done with it. */
static void
test_reading_on (TestInbox *fixture, gconstpointer data)
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
test_menu (TestInbox *fixture, gconstpointer data)
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
  test_inbox_give_reason (fixture, "It changes nothing.");
  test_assert_cmpuint (count_state (fixture, "noted"), ==, 1);
}

static GtkWidget *
get_detail (TestInbox *fixture)
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
test_room (TestInbox *fixture, gconstpointer data)
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
  g_test_add ("/window/inbox/reading", TestInbox, NULL, test_inbox_set_up, test_reading, test_inbox_tear_down);
  g_test_add ("/window/inbox/reading-on", TestInbox, NULL, test_inbox_set_up, test_reading_on, test_inbox_tear_down);
  g_test_add ("/window/inbox/room", TestInbox, NULL, test_inbox_set_up, test_room, test_inbox_tear_down);
  g_test_add ("/window/inbox/menu", TestInbox, NULL, test_inbox_set_up, test_menu, test_inbox_tear_down);
  g_test_add ("/window/inbox/triage", TestInbox, NULL, test_inbox_set_up, test_triage, test_inbox_tear_down);
  g_test_add ("/window/inbox/bulk", TestInbox, NULL, test_inbox_set_up, test_bulk, test_inbox_tear_down);
  g_test_add ("/window/inbox/document", TestInbox, NULL, test_inbox_set_up, test_document, test_inbox_tear_down);
  g_test_add ("/window/inbox/document-saved", TestInbox, NULL, test_inbox_set_up, test_document_saved,
              test_inbox_tear_down);
  g_test_add ("/window/inbox/document-linked", TestInbox, NULL, test_inbox_set_up, test_document_linked,
              test_inbox_tear_down);
  g_test_add ("/window/inbox/list", TestInbox, NULL, test_inbox_set_up, test_list, test_inbox_tear_down);
  g_test_add ("/window/inbox/register", TestInbox, NULL, test_inbox_set_up, test_register, test_inbox_tear_down);
  return g_test_run ();
}
