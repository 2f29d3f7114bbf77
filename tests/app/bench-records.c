/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the table page costs with 150,000 priorities: until it is shown, sorted by a text, and the longest frame while
 * it is scrolled, page by page and in leaps; beside the same with a few rows. How long the window stands still is told
 * in time of its thread on a processor, which does not depend on what else the machine does.
 */
#include "config.h"

#include <time.h>

#include "app/records/ris3-record-table.h"
#include "app/window/ris3-application.h"
#include "app/window/ris3-window.h"
#include "test-find.h"
#include "../model/test-files.h"
#include "../model/test-generate.h"

#define N_FRAMES 200
#define GIVE_UP_SECONDS 60

static Ris3Application *application;

static gboolean
on_tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Milliseconds that this thread has been on a processor. */
static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

typedef gboolean (*Condition) (gpointer data);

/* Milliseconds until it holds; longest: (optional) the longest that the main loop was busy at a time. */
static double
wait_until (Condition condition, gpointer data, double *longest)
{
  gint64 begin = g_get_monotonic_time ();
  guint tick = g_timeout_add (1, on_tick_cb, NULL);
  double worst = 0;

  while (!condition (data))
    {
      double before = get_work ();

      g_main_context_iteration (NULL, FALSE);
      worst = MAX (worst, get_work () - before);
      if (g_get_monotonic_time () - begin > GIVE_UP_SECONDS * G_USEC_PER_SEC)
        g_error ("Waited in vain.");
    }
  g_source_remove (tick);
  if (longest != NULL)
    *longest = worst;
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static gboolean
has_map (gpointer data)
{
  Ris3Session *session = ris3_window_get_session (data);

  return ris3_session_get_classification (session) != NULL && !ris3_session_get_loading (session);
}

typedef struct
{
  GtkWidget *table;
  const char *records;
  char *first; /* what the first row was before */
} Wanted;

static char *
get_first (GtkWidget *table, const char *records)
{
  g_autoptr (Ris3RecordShown) shown = ris3_record_table_dup_shown (RIS3_RECORD_TABLE (table));
  Ris3RecordOrder *order = shown != NULL ? ris3_record_shown_get_order (shown) : NULL;
  Ris3RecordData *data = order != NULL ? ris3_record_order_get_data (order) : NULL;

  if (data == NULL || !g_str_equal (ris3_records_get_id (ris3_record_data_get_records (data)), records))
    return NULL;
  return g_strdup (ris3_record_data_get_key (data, ris3_record_order_get_row (order, 0)));
}

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *first = get_first (wanted->table, wanted->records);

  return first != NULL && g_strcmp0 (first, wanted->first) != 0;
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* Until all is painted. The longest that the main loop was busy at a time. */
static double
settle (void)
{
  gint64 end = g_get_monotonic_time () + 500000;
  double longest;

  wait_until (is_past, &end, &longest);
  return longest;
}

/* Milliseconds until the rows are there; longest: the longest that the main loop was busy at a time, until they are
 * painted */
static double
wait_for_rows (Wanted *wanted, double *longest)
{
  double took = wait_until (is_shown, wanted, longest);
  double painting = settle ();

  *longest = MAX (*longest, painting);
  return took;
}

typedef struct
{
  GtkAdjustment *adjustment;
  double step;
  guint n_frames;
  double last;
  double longest;
  double sum;
} Scroll;

/* One step a frame, and what there is between two. */
static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  double upper = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);
  double value = gtk_adjustment_get_value (scroll->adjustment) + scroll->step;

  gtk_adjustment_set_value (scroll->adjustment, value > upper ? value - upper : value);
  return ++scroll->n_frames < N_FRAMES;
}

static void
on_before_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Scroll *) user_data)->last = get_work ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;
  double took = get_work () - scroll->last;

  if (scroll->last <= 0)
    return;
  scroll->longest = MAX (scroll->longest, took);
  scroll->sum += took;
}

static gboolean
is_scrolled (gpointer data)
{
  return ((Scroll *) data)->n_frames >= N_FRAMES;
}

static void
tell_scroll (GtkWidget *table, const char *what, double pages)
{
  GtkWidget *view = test_find_type (table, GTK_TYPE_COLUMN_VIEW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  Scroll scroll = { .adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)) };
  gulong before, after;

  gtk_adjustment_set_value (scroll.adjustment, 0);
  settle ();
  scroll.step = pages * gtk_adjustment_get_page_size (scroll.adjustment);
  before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &scroll);
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &scroll);
  gtk_widget_add_tick_callback (view, on_frame_cb, &scroll, NULL);
  wait_until (is_scrolled, &scroll, NULL);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  g_print ("    %s: %.1f ms a frame, the longest %.1f ms (aim: 16 ms)\n", what, scroll.sum / N_FRAMES, scroll.longest);
}

static void
measure (const char *path, const char *what)
{
  GFile *files[1] = { g_file_new_for_path (path) };
  GtkWindow *window;
  Wanted wanted = { .records = "strategies" };
  double longest, took;

  g_application_open (G_APPLICATION (application), files, 1, "");
  g_object_unref (files[0]);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  wait_until (has_map, window, NULL);
  settle ();
  g_print ("  %s:\n", what);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string ("table"));
  wanted.table = test_find_type (GTK_WIDGET (window), RIS3_TYPE_RECORD_TABLE);
  took = wait_for_rows (&wanted, &longest);
  g_print ("    the strategies are there after %.0f ms, the window stands still for %.0f ms\n", took, longest);
  wanted.records = "priorities";
  gtk_widget_activate_action (wanted.table, "record.records", "s", "priorities");
  took = wait_for_rows (&wanted, &longest);
  g_print ("    the priorities are there after %.0f ms, the window stands still for %.0f ms\n", took, longest);
  wanted.first = get_first (wanted.table, "priorities");
  ris3_record_table_sort_by (RIS3_RECORD_TABLE (wanted.table), "text", TRUE);
  took = wait_for_rows (&wanted, &longest);
  g_print ("    sorted by their text after %.0f ms, the window stands still for %.0f ms\n", took, longest);
  g_free (wanted.first);
  wanted.first = get_first (wanted.table, "priorities");
  ris3_record_table_sort_by (RIS3_RECORD_TABLE (wanted.table), "text", FALSE);
  took = wait_for_rows (&wanted, &longest);
  g_print ("    and the other way round after %.0f ms, the window stands still for %.0f ms\n", took, longest);
  g_free (wanted.first);
  settle ();
  tell_scroll (wanted.table, "scrolled by a tenth of a page a frame", 0.1);
  tell_scroll (wanted.table, "by a page", 1);
  tell_scroll (wanted.table, "by seven pages", 7);
  gtk_window_destroy (window);
  settle ();
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
  test_generate (large, TEST_MANY_STRATEGIES, TEST_MANY_PRIORITIES);
  application = ris3_application_new (FALSE);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_print ("the table page:\n");
  measure (small, "the default atlas (yardstick)");
  measure (large, "10,000 strategies and 150,000 priorities");
  g_object_unref (application);
  test_files_tear_down (&files, NULL);
  return 0;
}
