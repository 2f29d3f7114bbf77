/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-inbox.h"

#include <glib/gstdio.h>

#include "app/ris3-session-edit.h"
#include "test-find.h"

gboolean
test_inbox_shows_inbox (gpointer data)
{
  GtkWidget *page = test_find_type (data, RIS3_TYPE_INBOX_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

gboolean
test_inbox_has_selected (gpointer data)
{
  return ris3_inbox_page_get_comment (data) != NULL;
}

void
test_inbox_set_up (TestInbox *fixture, gconstpointer data)
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
  test_key_until (fixture->window, "alt+4", test_inbox_shows_inbox, fixture->window, "the inbox");
  fixture->page = RIS3_INBOX_PAGE (test_find_type (GTK_WIDGET (fixture->window), RIS3_TYPE_INBOX_PAGE));
  test_wait_until (test_inbox_has_selected, fixture->page, "a selected comment");
  test_wait_for_label (fixture->window, "Open (17)");
}

void
test_inbox_tear_down (TestInbox *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  /* The next window begins where this one ends. */
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "page", g_variant_new_string ("map"));
  test_app_close (fixture->window);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

const char *
test_inbox_get_state (TestInbox *fixture, gint64 id)
{
  return ris3_comment_get_state (ris3_atlas_lookup_comment (ris3_session_get_atlas (fixture->session), id));
}

void
test_inbox_give_reason (TestInbox *fixture, const char *reason)
{
  GtkWindow *dialog = test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  test_wait_for_active (dialog);
  test_type (fixture->window, reason);
  test_key (fixture->window, "ctrl+Return");
  test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  test_wait_for_active (fixture->window);
}

gboolean
test_inbox_has_no_dialog (gpointer data)
{
  return test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

gboolean
test_inbox_is_filtered (gpointer data)
{
  guint n = ris3_inbox_list_count (ris3_inbox_page_get_list (((TestInbox *) data)->page), RIS3_INBOX_ALL);

  return n > 0 && n < 17;
}
