/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "ris3 map", run as a user runs it. The program's arguments are ris3, and the data folders are in
 * RIS3_DATA_DIR.
 */

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *ris3;
static char *folder;

typedef struct
{
  int status;
  char *complaint; /* stderr */
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->complaint, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* Runs "ris3 map" with the arguments of a line, in a separate folder. */
static Outcome
run_map (const char *line)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *whole = g_strdup_printf ("'%s' map %s", ris3, line);
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };

  g_shell_parse_argv (whole, NULL, &arguments, &error);
  g_assert_no_error (error);
  g_spawn_sync (folder, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &outcome.complaint, &outcome.status,
                &error);
  g_assert_no_error (error);
  outcome.status = g_spawn_check_wait_status (outcome.status, &error) ? 0 : error->code;
  return outcome;
}

static void
assert_picture (const char *name, int width, int height)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  cairo_surface_destroy (surface);
  g_remove (path);
}

static void
test_defaults (void)
{
  g_auto (Outcome) outcome = run_map ("-o a.png");

  g_assert_cmpstr (outcome.complaint, ==, "");
  g_assert_cmpint (outcome.status, ==, 0);
  assert_picture ("a.png", 1600, 1200);
}

static void
test_options (void)
{
  static const char *const lines[] = {
    "-o a.png --size 640x480 --indicator health --period latest --level 3",
    "-o a.png --size 640x480 --extent FRL0 --nuts 2016",
    "-o a.png --size 640x480 --extent FR82 --nuts 2013 --period 2021-2027",
    "-o a.png --size 640x480 --extent FRY4 --nuts 2021 --level 2",
    "-o a.png --size 640x480 --extent -10,35,5,44.5 --level 0",
    "-o a.png --size 640x480 --extent FR --level strategy-territory",
    "-o a.png --size 640x480 -e el",
    "-o a.png --size 640x480 -e Europe",
    "-o a.png --size 640x480 -e Bavière",
    "-o a.png --size 640x480 -e FRL0 --nuts 2013",
    "-o a.png --size 640x480 --crs EPSG:3857",
    "-o a.png --size 640x480 --crs epsg:4326",
    "-o a.png --size 640x480 --crs EPSG:25832 -e DE",
    "-o a.png --size 640x480 --crs EPSG:3034 -i priorities --nuts 2021 --level 3 -e europe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Outcome) outcome = run_map (lines[i]);

      if (outcome.status != 0)
        g_error ("%s: %d, %s", lines[i], outcome.status, outcome.complaint);
      assert_picture ("a.png", 640, 480);
    }
}

/* Classes and palettes are drawn, and where classes are not those that were asked for, or look alike, it is said. */
static void
test_classes (void)
{
  static const struct
  {
    const char *line;
    const char *complaint; /* NULL: none */
  } maps[] = {
    { "-i priorities -c quantile:4 --palette cividis", NULL },
    { "-i year -c manual:2014,2016 --palette viridis,reversed -p latest", NULL },
    { "-i theme-count:oncology -c natural:5", "There are only 2 classes, as there are no more different values." },
    { "-i priorities -c equal:9 --palette blues", "hard to tell apart" },
    { "-i language -p latest", NULL },
    { "-i participation:ICPerMed -l 2", NULL },
    { "-i activities -l 0", "There is only 1 class" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autofree char *line = g_strconcat ("-o a.png --size 640x480 ", maps[i].line, NULL);
      g_auto (Outcome) outcome = run_map (line);

      if (outcome.status != 0)
        g_error ("%s: %d, %s", line, outcome.status, outcome.complaint);
      g_test_message ("%s: %s", maps[i].line, outcome.complaint);
      if (maps[i].complaint != NULL)
        g_assert_nonnull (strstr (outcome.complaint, maps[i].complaint));
      assert_picture ("a.png", 640, 480);
    }
}

/* The bytes of a PNG file, whole: its signature and its last chunk. */
static void
assert_png (const char *data, gsize length)
{
  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpmem (data + length - 8, 4, "IEND", 4);
}

static GSubprocess *
start_map (const char *output)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawn (launcher, &error, ris3, "map", "--size", "640x480", "-o", output, NULL);
  g_assert_no_error (error);
  return process;
}

static void
test_standard_output (void)
{
  static const char *const names[] = { "-", "/dev/stdout" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSubprocess) process = start_map (names[i]);
      g_autoptr (GBytes) out = NULL;
      g_autoptr (GBytes) err = NULL;
      g_autoptr (GError) error = NULL;
      gconstpointer data;
      gsize length;

      g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
      g_assert_cmpuint (g_bytes_get_size (err), ==, 0);
      data = g_bytes_get_data (out, &length);
      assert_png (data, length);
    }
}

static void
test_fifo (void)
{
  g_autofree char *path = g_build_filename (folder, "fifo", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  GStatBuf info;

  g_assert_cmpint (mkfifo (path, 0666), ==, 0);
  process = start_map ("fifo");
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  assert_png (contents, length);
  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* As root, a rename would replace the device by a file. */
static void
test_full (void)
{
  g_auto (Outcome) outcome = run_map ("--size 640x480 -o /dev/full");
  GStatBuf info;

  g_assert_cmpint (outcome.status, ==, 2);
  g_assert_nonnull (strstr (outcome.complaint, "There is not enough space to write “/dev/full”"));
  g_assert_cmpint (g_lstat ("/dev/full", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

/* Errors say what would be right, and nothing is written. */
static void
test_complaints (void)
{
  static const struct
  {
    const char *line;
    const char *complaint;
  } cases[] = {
    { "", "--output is needed" },
    { "-o a.png --indicator cancer", "personalised-medicine, health, priorities" },
    { "-o a.png --level 6", "0, 1, 2, 3, 4, 5 or strategy-territory" },
    { "-o a.png --level 4", "have no level 4; the finest is 3" },
    { "-o a.png --nuts 2010", "2013, 2016 or 2021" },
    { "-o a.png --nuts 2016x", "2013, 2016 or 2021" },
    { "-o a.png --size 100x100", "each from 480 to 20000" },
    { "-o a.png --size 1600", "each from 480 to 20000" },
    { "-o a.png --size 99999999999x800", "each from 480 to 20000" },
    { "-o a.png --period 2007-2013", "2014-2020, 2021-2027, or “latest”" },
    { "-o a.png --extent Narnia", "WEST,SOUTH,EAST,NORTH" },
    { "-o a.png --extent Lombary", "Did you mean Lombardy (ITC4)?" },
    { "-o a.png --extent Limburg", "may be Limburg (BE22) or Limburg (NL42)" },
    { "-o a.png --extent 5,44,-10,35", "WEST,SOUTH,EAST,NORTH" },
    { "-o a.png --extent 1,2,3,nan", "WEST,SOUTH,EAST,NORTH" },
    { "-o a.png --extent 1,2,1.00001,2.00001", "WEST,SOUTH,EAST,NORTH" },
    { "-o a.png b.ris3atlas c.ris3atlas", "one argument too many" },
    { "-o a.png --crs EPSG:4258", "“EPSG:4258” is a coordinate system but not a map projection" },
    { "-o a.png --crs 3035", "“3035” is not a known map projection. Use a code such as EPSG:3035." },
    { "-o .", "is a folder" },
    { "-o ''", "No name is given" },
    { "-o missing/a.png", "missing/a.png" },
    { "-o a.png missing.ris3atlas", "missing.ris3atlas" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) outcome = run_map (cases[i].line);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      if (outcome.status != 2 || strstr (outcome.complaint, cases[i].complaint) == NULL)
        g_error ("%s: %d, %s", cases[i].line, outcome.status, outcome.complaint);
      g_assert_null (g_dir_read_name (dir));
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  ris3 = g_canonicalize_filename (argv[1], NULL);
  folder = g_dir_make_tmp ("ris3-map-XXXXXX", NULL);

  g_test_add_func ("/cli/map/defaults", test_defaults);
  g_test_add_func ("/cli/map/options", test_options);
  g_test_add_func ("/cli/map/classes", test_classes);
  g_test_add_func ("/cli/map/standard-output", test_standard_output);
  g_test_add_func ("/cli/map/fifo", test_fifo);
  g_test_add_func ("/cli/map/full", test_full);
  g_test_add_func ("/cli/map/complaints", test_complaints);
  status = g_test_run ();

  g_rmdir (folder);
  g_free (folder);
  g_free (ris3);
  return status;
}
