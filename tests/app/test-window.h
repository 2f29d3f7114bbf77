/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/window/ris3-application.h"
#include "app/window/ris3-window.h"

G_BEGIN_DECLS

/* The real program under a real X server, driven with real pointer and key events (xdotool). */

/* Sets up folders, GTK and the application: once, before the first test. */
void test_app_init (int *argc, char ***argv);
Ris3Application *test_app_get (void);

/* Starts the program as the desktop does, and waits for the map. file may be NULL. */
Ris3Window *test_app_start (const char *file);
/* Closes a window as a user does and checks that nothing keeps it alive. */
void test_app_close (Ris3Window *window);

typedef gboolean (*TestCondition) (gpointer data);
/* Runs the main loop until the condition holds; fails the test after a minute. */
void test_wait_until (TestCondition condition, gpointer data, const char *what);
/* Runs the main loop for some milliseconds. */
void test_wait (guint milliseconds);

/* Lets the program go on for a moment. FALSE: it has had long enough since *end was 0. */
gboolean test_go_on (gint64 *end);

/* As GLib's, but for what the program makes true in a while: they fail only if it is not so for long. The expression
 * may be read many times. */
#define test_settle(condition)                                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 end_ = 0;                                                                                                   \
    while (!(condition) && test_go_on (&end_))                                                                         \
      ;                                                                                                                \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_true(expression)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle (expression);                                                                                          \
    g_assert_true (expression);                                                                                        \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_false(expression)                                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle (!(expression));                                                                                       \
    g_assert_false (expression);                                                                                       \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_null(expression)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle ((expression) == NULL);                                                                                \
    g_assert_null (expression);                                                                                        \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_nonnull(expression)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle ((expression) != NULL);                                                                                \
    g_assert_nonnull (expression);                                                                                     \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_cmpstr(one, comparison, other)                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle (g_strcmp0 (one, other) comparison 0);                                                                 \
    g_assert_cmpstr (one, comparison, other);                                                                          \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_cmpint(one, comparison, other)                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle ((gint64) (one) comparison (gint64) (other));                                                          \
    g_assert_cmpint (one, comparison, other);                                                                          \
  }                                                                                                                    \
  G_STMT_END
#define test_assert_cmpuint(one, comparison, other)                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    test_settle ((gint64) (one) comparison (gint64) (other));                                                          \
    g_assert_cmpuint (one, comparison, other);                                                                         \
  }                                                                                                                    \
  G_STMT_END

/* Presses a key until the condition holds: again after some seconds, as a person does whose machine was too busy for
 * it. */
void test_key_until (Ris3Window *window, const char *keys, TestCondition condition, gpointer data, const char *what);
/* The same with a click on a button below widget, by its tooltip or label. */
void test_click_until (gpointer widget, const char *button, TestCondition condition, gpointer data, const char *what);
void
test_click_label_until (gpointer widget, const char *label, TestCondition condition, gpointer data, const char *what);
/* Waits until the map is drawn and no longer moves. */
void test_wait_for_map (Ris3Window *window);

void test_key (Ris3Window *window, const char *keys); /* names are those of xdotool: "ctrl+f" */
void test_type (Ris3Window *window, const char *text);
void test_move_pointer (GtkWidget *widget, double x, double y);
void test_click (GtkWidget *widget, double x, double y, const char *modifier);
/* Waits until a click would meet the middle of a widget that stands still, and clicks there. */
void test_click_middle (GtkWidget *widget);
void test_click_middle_with (GtkWidget *widget, const char *modifier); /* NULL: none */
/* Any other event: xdotool's arguments after its name, NULL at the end. */
void test_event (const char *const *arguments);
void test_drag (GtkWidget *widget, double x0, double y0, double x1, double y1);

/* The widget position of a region's inside point on the map. */
void test_region_position (Ris3Window *window, const char *code, double *x, double *y);
/* … of a place in the sea between the Balearic Islands and Sardinia. */
void test_sea_position (Ris3Window *window, double *x, double *y);
gint test_find_region (Ris3Window *window, const char *code);
const char *test_selected_code (Ris3Window *window);

/* The first visible label below widget whose text contains text; NULL if there is none. */
GtkWidget *test_find_label (GtkWidget *widget, const char *text);
/* The first visible button below widget with that tooltip or label. */
GtkWidget *test_find_button (GtkWidget *widget, const char *text);
/* Waits for such a label. */
void test_wait_for_label (gpointer widget, const char *text);
/* … until there is none. */
void test_wait_for_no_label (gpointer widget, const char *text);

/* The mapped window of a type; NULL if there is none. */
GtkWindow *test_find_window (GType type);
/* Waits until there is one, and it has the keys. */
GtkWindow *test_wait_for_window (GType type);
void test_wait_for_no_window (GType type);
/* Waits until a window has the keys. */
void test_wait_for_active (gpointer window);

/* Presses a key that asks for a file, and chooses one in the dialog of files. */
void test_choose_file (Ris3Window *window, const char *key, const char *path);
/* Drops a file on a window. */
void test_drop_file (Ris3Window *window, const char *path);
/* Gives the keys to the row of a title (AdwComboRow) below widget, and with them chooses what is n_down below the
 * first. */
void test_choose_in_row (Ris3Window *window, GtkWidget *widget, const char *title, guint n_down);
/* The same in a list of its own. */
void test_choose_in_drop_down (Ris3Window *window, GtkWidget *drop_down, guint n_down);
/* Waits for a text on the clipboard. (transfer full) */
char *test_read_clipboard (Ris3Window *window);

G_END_DECLS
