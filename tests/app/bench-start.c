/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the program takes from its start to the first painted map, beside an empty libadwaita
 * window that holds a bare ShumateMap (bench-bare, whose path is the only argument). Medians of
 * several starts, in turn.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/window/ris3-application.h"
#include "app/window/ris3-window.h"

#define N_STARTS 9
#define GIVE_UP_SECONDS 30
#define LARGE_WIDTH 1920
#define LARGE_HEIGHT 1080

static Ris3Window *window;

/* The most memory that the process has held, in MiB. */
static double
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();

  if (ris3_region_layer_get_n_fills (ris3_map_view_get_layer (ris3_window_get_map_view (window))) == 0)
    return;
  g_print ("%" G_GINT64_FORMAT " %.0f %dx%d\n", now, get_peak_memory (), gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)));
  exit (0);
}

static void
on_realize_cb (GtkWidget *widget, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *added, gpointer user_data)
{
  window = RIS3_WINDOW (added);
  g_signal_connect (added, "realize", G_CALLBACK (on_realize_cb), NULL);
}

static gboolean
give_up (gpointer data)
{
  g_error ("No map was painted within %d seconds.", GIVE_UP_SECONDS);
  return G_SOURCE_REMOVE;
}

static int
run_atlas (const char *size)
{
  g_autoptr (Ris3Application) application = ris3_application_new (TRUE);
  char *arguments[] = { g_get_prgname () != NULL ? (char *) g_get_prgname () : (char *) "ris3-atlas", NULL };

  if (g_str_equal (size, "--large"))
    {
      /* In memory (tests/meson.build). */
      g_autoptr (GSettings) settings = g_settings_new (RIS3_APPLICATION_ID);

      g_settings_set_int (settings, "window-width", LARGE_WIDTH);
      g_settings_set_int (settings, "window-height", LARGE_HEIGHT);
    }
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
  g_timeout_add_seconds (GIVE_UP_SECONDS, give_up, NULL);
  return g_application_run (G_APPLICATION (application), 1, arguments);
}

/* Milliseconds from the start of a program to the moment that it prints; what it prints next are the most memory, in
 * MiB, and the size of its window.
 */
static double
start (const char *program, const char *argument, double *memory, char **size)
{
  const char *arguments[] = { program, argument, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *rest;
  gint64 painted;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  painted = g_ascii_strtoll (output, &rest, 10);
  if (rest == output)
    g_error ("“%s” ended without a picture: run it on a display, as in .ci/display meson test --benchmark.", program);
  if (memory != NULL)
    *memory = g_ascii_strtod (rest, &rest);
  if (size != NULL)
    *size = g_strdup (g_strstrip (rest));
  return (painted - begin) / 1000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

int
main (int argc, char **argv)
{
  double bare[N_STARTS], atlas[N_STARTS], memory, large_memory;
  g_autofree char *size = NULL;
  g_autofree char *folder = NULL;

  if (argc == 2 && (g_str_equal (argv[1], "--atlas") || g_str_equal (argv[1], "--large")))
    return run_atlas (argv[1]);
  if (argc != 2)
    g_error ("usage: bench-start BENCH-BARE");

  folder = g_dir_make_tmp ("ris3-atlas-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  /* The first start of each fills the caches, and copies the default atlas. */
  start (argv[1], NULL, NULL, NULL);
  start (argv[0], "--atlas", NULL, NULL);
  for (guint i = 0; i < N_STARTS; i++)
    {
      bare[i] = start (argv[1], NULL, NULL, NULL);
      atlas[i] = start (argv[0], "--atlas", &memory, NULL);
    }
  start (argv[0], "--large", &large_memory, &size);
  qsort (bare, N_STARTS, sizeof (double), compare_doubles);
  qsort (atlas, N_STARTS, sizeof (double), compare_doubles);
  g_print ("start to first painted frame, medians of %d starts, 1280 x 820:\n", N_STARTS);
  g_print ("  bare libadwaita window with a ShumateMap (yardstick): %.0f ms\n", bare[N_STARTS / 2]);
  g_print ("  RIS3 Atlas, map painted:                              %.0f ms (aim: under 700)\n", atlas[N_STARTS / 2]);
  g_print ("  ratio: %.2f (aim: at most 1.5)\n", atlas[N_STARTS / 2] / bare[N_STARTS / 2]);
  g_print ("  peak memory of RIS3 Atlas by then: %.0f MiB; in a window of %s: %.0f MiB (aim: at most 134 MiB, "
           "140 MB)\n",
           memory, size, large_memory);
  return 0;
}
