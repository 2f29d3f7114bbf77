/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the program takes from its start to the first painted map, beside an empty libadwaita
 * window that holds a bare ShumateMap. The program calls itself as each of the two and takes the
 * median of several starts, in turn.
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <shumate/shumate.h>
#include <stdlib.h>

#include "app/ris3-application.h"
#include "app/ris3-blank-source.h"
#include "app/ris3-window.h"

#define N_STARTS 9

static Ris3Window *window;
static gboolean settled;

/* After a frame was painted: is it the one that we wait for? */
static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  if (settled
      || (window != NULL
          && ris3_region_layer_get_n_fills (ris3_map_view_get_layer (ris3_window_get_map_view (window))) == 0))
    return;
  settled = TRUE;
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  exit (0);
}

static void
on_realize_cb (GtkWidget *widget, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
}

static void
activate_bare (GApplication *application)
{
  GtkWidget *bare = adw_application_window_new (GTK_APPLICATION (application));
  ShumateMap *map = shumate_map_new ();
  ShumateMapSource *source = ris3_blank_source_new (2, 14);

  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (map), source);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bare), GTK_WIDGET (map));
  gtk_window_set_default_size (GTK_WINDOW (bare), 1280, 820);
  g_signal_connect (bare, "realize", G_CALLBACK (on_realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (bare));
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *added)
{
  window = RIS3_WINDOW (added);
  g_signal_connect (added, "realize", G_CALLBACK (on_realize_cb), NULL);
}

static int
run_once (const char *what)
{
  g_autoptr (GApplication) application = NULL;

  if (g_str_equal (what, "atlas"))
    {
      application = G_APPLICATION (ris3_application_new ());
      g_application_set_flags (application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
    }
  else
    {
      application = G_APPLICATION (adw_application_new ("io.github.ris3atlas.Bare", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare), NULL);
    }
  return g_application_run (application, 1, (char *[]){ (char *) "bench-start", NULL });
}

static double
start (const char *self, const char *what)
{
  const char *arguments[] = { self, what, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return (g_ascii_strtoll (output, NULL, 10) - begin) / 1000.0;
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
  double bare[N_STARTS], atlas[N_STARTS];
  g_autofree char *folder = NULL;

  if (argc > 1)
    return run_once (argv[1]);

  folder = g_dir_make_tmp ("ris3-atlas-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  /* The first start of each fills the caches, and copies the default atlas. */
  start (argv[0], "bare");
  start (argv[0], "atlas");
  for (guint i = 0; i < N_STARTS; i++)
    {
      bare[i] = start (argv[0], "bare");
      atlas[i] = start (argv[0], "atlas");
    }
  qsort (bare, N_STARTS, sizeof (double), compare_doubles);
  qsort (atlas, N_STARTS, sizeof (double), compare_doubles);
  g_print ("start to first painted frame, medians of %d starts, 1280 x 820:\n", N_STARTS);
  g_print ("  bare libadwaita window with a ShumateMap (yardstick): %.0f ms\n", bare[N_STARTS / 2]);
  g_print ("  RIS3 Atlas, map painted:                              %.0f ms\n", atlas[N_STARTS / 2]);
  g_print ("  ratio: %.2f (aim: at most 2)\n", atlas[N_STARTS / 2] / bare[N_STARTS / 2]);
  return 0;
}
