/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the inbox costs with 20,000 comments, beside the few of the default atlas: until it is made, until its first
 * frame is drawn, and for each change of what it lists; in time of its thread on a processor, which does not depend on
 * what else the machine does.
 */
#include "config.h"

#include <sqlite3.h>
#include <time.h>

#include "app/consultation/ris3-inbox-page.h"
#include "app/ris3-session-filter.h"
#include "app/window/ris3-application.h"
#include "app/window/ris3-window.h"
#include "test-find.h"
#include "../model/test-files.h"

#define N_COMMENTS "20000"
#define GIVE_UP_SECONDS 60

static Ris3Application *application;

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static gboolean
on_tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop for a while. The longest that it was busy at a time. */
static double
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  guint tick = g_timeout_add (1, on_tick_cb, NULL);
  double longest = 0;

  while (g_get_monotonic_time () < end)
    {
      double before = get_work ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_work () - before);
    }
  g_source_remove (tick);
  return longest;
}

static void
add_comments (const char *path)
{
  static const char sql[]
      = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " N_COMMENTS "),"
        " s AS (SELECT *, row_number () OVER (ORDER BY id) - 1 AS place FROM strategy)"
        "INSERT INTO comment (key, nuts_version, region_code, target, target_name, strategy_id, figure, quote,"
        " page_label, author_role, channel, received_on, language, text, english_text, proposed_change, state,"
        " decision_reason, source_url)"
        "SELECT 'bench' || i, s.nuts_version, s.region_code, 'strategy', s.title, s.id, '', '', '',"
        " 'regional authority', 'E-mail', date ('2026-01-01', '+' || (i * 7 % 300) || ' days'), '',"
        " 'Comment ' || i || ': personalised medicine is named in the second part of the strategy.', '', '',"
        " CASE i % 4 WHEN 0 THEN 'received' WHEN 1 THEN 'acknowledged' WHEN 2 THEN 'in review' ELSE 'noted' END, '', ''"
        " FROM n JOIN s ON s.place = n.i % (SELECT count (*) FROM strategy)";
  sqlite3 *file;

  g_assert_cmpint (sqlite3_open (path, &file), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (file, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (file);
}

static void
tell (const char *what, double call, double frame)
{
  g_print ("    %s: %.1f ms, and the longest time until it is drawn %.1f ms (aim: 30 ms)\n", what, call, frame);
}

static void
measure (const char *path, const char *what)
{
  GFile *files[1] = { g_file_new_for_path (path) };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (Ris3Filter) filter = NULL;
  GtkWindow *window;
  Ris3Session *session;
  Ris3InboxList *list;
  GtkWidget *page;
  double before, call;

  g_application_open (G_APPLICATION (application), files, 1, "");
  g_object_unref (files[0]);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  session = ris3_window_get_session (RIS3_WINDOW (window));
  while (ris3_session_get_classification (session) == NULL || ris3_session_get_loading (session)
         || ris3_session_get_filter_index (session) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      if (g_get_monotonic_time () - begin > GIVE_UP_SECONDS * G_USEC_PER_SEC)
        g_error ("Waited in vain.");
    }
  settle (1000);
  g_print ("  %s:\n", what);
  before = get_work ();
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("inbox"));
  call = get_work () - before;
  tell ("opened", call, settle (1000));
  page = test_find_type (GTK_WIDGET (window), RIS3_TYPE_INBOX_PAGE);
  list = ris3_inbox_page_get_list (RIS3_INBOX_PAGE (page));
  g_print ("    %u comments, %u of them open\n", ris3_inbox_list_count (list, RIS3_INBOX_ALL),
           ris3_inbox_list_count (list, RIS3_INBOX_OPEN));

  before = get_work ();
  gtk_widget_activate_action (page, "inbox.shown", "s", "all");
  call = get_work () - before;
  tell ("all instead of the open ones", call, settle (1000));
  before = get_work ();
  ris3_inbox_list_sort_by (list, RIS3_INBOX_REGION, FALSE);
  call = get_work () - before;
  tell ("sorted by region", call, settle (1000));
  filter = ris3_session_read_filter (session, "country:FR", NULL, NULL);
  before = get_work ();
  ris3_session_set_filter (session, filter);
  call = get_work () - before;
  tell ("filtered by a country, with the map", call, settle (1000));
  before = get_work ();
  ris3_session_clear_filter (session);
  call = get_work () - before;
  tell ("without a filter", call, settle (1000));
  gtk_window_destroy (window);
  settle (200);
}

int
main (int argc, char **argv)
{
  TestFiles files;
  g_autofree char *small = NULL, *large = NULL, *home = NULL;

  test_files_set_up (&files, NULL);
  home = g_dir_make_tmp ("ris3-atlas-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  small = test_files_copy_default (&files, "small.ris3atlas");
  large = test_files_copy_default (&files, "large.ris3atlas");
  add_comments (large);
  application = ris3_application_new (FALSE);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_print ("the inbox:\n");
  measure (small, "the default atlas (yardstick)");
  measure (large, N_COMMENTS " comments more");
  g_object_unref (application);
  test_files_tear_down (&files, NULL);
  return 0;
}
