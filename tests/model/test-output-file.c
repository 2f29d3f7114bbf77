/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A target is complete or unchanged, and anything but a file is never replaced. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-output-file.h"
#include "test-files.h"

#define OLD "what was there"
#define NEW "what is new"

static gboolean
write_new (const char *path, Ris3OutputFlags flags, GError **error)
{
  return ris3_output_file_write_all (path, flags, NEW, strlen (NEW), error);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static mode_t
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  return info.st_mode;
}

/* Refused with a sentence that names the path and says what to do. */
static void
assert_refused (const char *path, Ris3OutputFlags flags)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_new (path, flags, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  if (strstr (error->message, name) == NULL || strstr (error->message, ". ") == NULL)
    g_error ("%s: %s", path, error->message);
}

/* Root may do anything, so func is run as another user. */
static void
run_as_nobody (void (*func) (const char *path), const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (2);
      func (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_file (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "new.txt");
  g_autofree char *missing = test_files_path (files, "missing/new.txt");
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);

  g_assert_true (write_new (path, RIS3_OUTPUT_DEFAULT, &error));
  g_assert_no_error (error);
  umask (mask);
  assert_contents (path, NEW);
  g_assert_cmpint (get_mode (path) & 0777, ==, 0640);
  g_assert_cmpuint (test_files_count (files), ==, 1);

  assert_refused (path, RIS3_OUTPUT_NEW);
  assert_refused (missing, RIS3_OUTPUT_DEFAULT);
  assert_refused (files->folder, RIS3_OUTPUT_STREAM);
  g_assert_false (write_new ("", RIS3_OUTPUT_STREAM, NULL));
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_permissions (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));
  struct stat before;
  struct stat after;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, 65534, 65534), ==, 0);
  g_assert_cmpint (stat (path, &before), ==, 0);
  g_assert_true (write_new (path, RIS3_OUTPUT_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpint (after.st_mode, ==, before.st_mode);
  g_assert_cmpint (after.st_uid, ==, before.st_uid);
  g_assert_cmpint (after.st_gid, ==, before.st_gid);
  assert_contents (path, NEW);

  g_assert_cmpint (g_chmod (path, 0440), ==, 0);
  assert_refused (path, RIS3_OUTPUT_DEFAULT);
  assert_contents (path, NEW);
}

static void
refused_default (const char *path)
{
  assert_refused (path, RIS3_OUTPUT_DEFAULT);
}

/* A user who cannot give the file back to its group removes that group's permissions. */
static void
replace_of_other_group (const char *path)
{
  g_assert_true (write_new (path, RIS3_OUTPUT_DEFAULT, NULL));
}

static void
test_others (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));

  if (geteuid () != 0)
    {
      g_test_skip ("only root can make files of others");
      return;
    }
  g_assert_cmpint (g_chmod (files->folder, 0755), ==, 0);
  run_as_nobody (refused_default, path);
  assert_contents (path, OLD);

  g_assert_cmpint (chown (path, 65534, 0), ==, 0);
  g_assert_cmpint (g_chmod (path, 0660), ==, 0);
  /* The folder cannot be written. */
  run_as_nobody (refused_default, path);
  assert_contents (path, OLD);

  g_assert_cmpint (chown (files->folder, 65534, 65534), ==, 0);
  run_as_nobody (replace_of_other_group, path);
  assert_contents (path, NEW);
  g_assert_cmpint (get_mode (path) & 0777, ==, 0600);
}

static void
test_links (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));
  g_autofree char *first = test_files_path (files, "first");
  g_autofree char *second = test_files_path (files, "second");
  g_autofree char *dangling = test_files_path (files, "dangling");
  g_autofree char *made = test_files_path (files, "made.txt");
  g_autofree char *circle = test_files_path (files, "circle");
  g_autoptr (GError) error = NULL;

  /* A chain, relative and absolute. */
  g_assert_cmpint (symlink ("old.txt", first), ==, 0);
  g_assert_cmpint (symlink (first, second), ==, 0);
  g_assert_true (write_new (second, RIS3_OUTPUT_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_true (S_ISLNK (get_mode (second)) && S_ISLNK (get_mode (first)) && S_ISREG (get_mode (path)));
  assert_contents (path, NEW);
  assert_refused (second, RIS3_OUTPUT_NEW);

  g_assert_cmpint (symlink ("made.txt", dangling), ==, 0);
  g_assert_true (write_new (dangling, RIS3_OUTPUT_NEW, &error));
  g_assert_no_error (error);
  g_assert_true (S_ISLNK (get_mode (dangling)) && S_ISREG (get_mode (made)));
  assert_contents (made, NEW);

  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  assert_refused (circle, RIS3_OUTPUT_DEFAULT);
  g_assert_true (S_ISLNK (get_mode (circle)));
}

/* Refused if the caller cannot write a stream; otherwise written to, and still there afterwards. */
static void
assert_device (const char *path, dev_t device, gboolean is_full)
{
  struct stat info;
  g_autoptr (GError) error = NULL;

  assert_refused (path, RIS3_OUTPUT_DEFAULT);
  assert_refused (path, RIS3_OUTPUT_NEW);
  g_assert_cmpint (write_new (path, RIS3_OUTPUT_STREAM, &error), ==, !is_full);
  if (is_full)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  else
    g_assert_no_error (error);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
  g_assert_cmpuint (info.st_rdev, ==, device);
}

static void
test_devices (TestFiles *files, gconstpointer data)
{
  g_autofree char *null = test_files_path (files, "null");
  g_autofree char *full = test_files_path (files, "full");
  g_autofree char *disk = test_files_path (files, "disk");
  g_autofree char *link = test_files_path (files, "link");
  int fd;

  if (mknod (null, S_IFCHR | 0666, makedev (1, 3)) != 0 || (fd = open (null, O_WRONLY)) < 0)
    {
      g_test_skip ("this user cannot make and use device nodes here");
      return;
    }
  close (fd);
  g_assert_cmpint (mknod (full, S_IFCHR | 0666, makedev (1, 7)), ==, 0);
  g_assert_cmpint (mknod (disk, S_IFBLK | 0666, makedev (7, 255)), ==, 0);
  g_assert_cmpint (symlink ("full", link), ==, 0);

  assert_device (null, makedev (1, 3), FALSE);
  assert_device (full, makedev (1, 7), TRUE);
  assert_device (link, makedev (1, 7), TRUE);
  g_assert_true (S_ISLNK (get_mode (link)));
  assert_refused (disk, RIS3_OUTPUT_DEFAULT);
  assert_refused (disk, RIS3_OUTPUT_STREAM);
  g_assert_true (S_ISBLK (get_mode (disk)));
  g_assert_cmpuint (test_files_count (files), ==, 4);
}

static gpointer
read_all (gpointer path)
{
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);
  return contents;
}

static gpointer
read_nothing (gpointer path)
{
  int fd = open (path, O_RDONLY);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  return NULL;
}

static void
test_fifo (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "fifo");
  g_autofree char *read = NULL;
  g_autofree char *much = g_malloc0 (1 << 20);
  g_autoptr (GError) error = NULL;
  GThread *reader;

  g_assert_cmpint (mkfifo (path, 0666), ==, 0);
  assert_refused (path, RIS3_OUTPUT_DEFAULT);

  reader = g_thread_new ("reader", read_all, path);
  g_assert_true (write_new (path, RIS3_OUTPUT_STREAM, &error));
  g_assert_no_error (error);
  read = g_thread_join (reader);
  g_assert_cmpstr (read, ==, NEW);

  /* More than a pipe holds, and a reader that leaves: an error, not a signal. */
  reader = g_thread_new ("reader", read_nothing, path);
  g_assert_false (ris3_output_file_write_all (path, RIS3_OUTPUT_STREAM, much, 1 << 20, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  g_thread_join (reader);
  g_assert_true (S_ISFIFO (get_mode (path)));
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_socket (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (path, RIS3_OUTPUT_DEFAULT);
  assert_refused (path, RIS3_OUTPUT_STREAM);
  g_assert_true (S_ISSOCK (get_mode (path)));
  close (fd);
}

/* "-" and its other names; a file named so is "./-". */
static void
test_standard_output (TestFiles *files, gconstpointer data)
{
  static const char *const names[] = { "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" };
  g_autofree char *path = test_files_path (files, "out");
  int fd = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  int before = dup (STDOUT_FILENO);

  fflush (stdout);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_assert_cmpint (ftruncate (fd, 0), ==, 0);
      g_assert_cmpint (dup2 (fd, STDOUT_FILENO), ==, STDOUT_FILENO);
      ok = write_new (names[i], RIS3_OUTPUT_STREAM, &error);
      g_assert_cmpint (dup2 (before, STDOUT_FILENO), ==, STDOUT_FILENO);
      g_assert_no_error (error);
      g_assert_true (ok);
      assert_contents (path, NEW);
      assert_refused (names[i], RIS3_OUTPUT_DEFAULT);
    }
  close (before);
  close (fd);
}

static void
copy_atlas (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (test_default_atlas (), &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
write_head_of_geopackage (const char *path)
{
  char head[100] = "SQLite format 3";

  memcpy (head + 68, "GPKG", 4);
  g_assert_true (g_file_set_contents (path, head, sizeof head, NULL));
}

/* The name says what a file is, and so do its first bytes. */
static void
test_kinds (TestFiles *files, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *contents; /* what is there; NULL: nothing, "atlas", "boundaries": such a file */
    Ris3OutputFlags flags;
    gboolean is_allowed;
  } cases[] = {
    { "a.png", NULL, RIS3_OUTPUT_PNG, TRUE },
    { "a.PNG", NULL, RIS3_OUTPUT_PNG, TRUE },
    { "a", NULL, RIS3_OUTPUT_PNG, TRUE },
    { ".a", NULL, RIS3_OUTPUT_PNG, TRUE },
    { "a. Map of Europe, by NUTS region", NULL, RIS3_OUTPUT_PNG, TRUE },
    { "a.png", "text", RIS3_OUTPUT_PNG, TRUE },
    { "a.png", "", RIS3_OUTPUT_PNG, TRUE },
    { "a.png", "\x89PNG\r\n\x1a\n and so on", RIS3_OUTPUT_PNG, TRUE },
    { "a.jpg", NULL, RIS3_OUTPUT_PNG, FALSE },
    { "a.ris3atlas", NULL, RIS3_OUTPUT_PNG, FALSE },
    { "a.csv", "text", RIS3_OUTPUT_PNG, FALSE },
    { "a.png", "atlas", RIS3_OUTPUT_PNG, FALSE },
    { "a", "atlas", RIS3_OUTPUT_PNG, FALSE },
    { "a.png", "%PDF-1.4", RIS3_OUTPUT_PNG, FALSE },
    { "a.ris3atlas", NULL, RIS3_OUTPUT_ATLAS, TRUE },
    { "a.ris3atlas", "atlas", RIS3_OUTPUT_ATLAS, TRUE },
    { "a", "atlas", RIS3_OUTPUT_ATLAS, TRUE },
    { "a.ris3atlas", "text", RIS3_OUTPUT_ATLAS, TRUE },
    { "a.csv", NULL, RIS3_OUTPUT_ATLAS, FALSE },
    { "a.gpkg", NULL, RIS3_OUTPUT_ATLAS, FALSE },
    { "a.ris3atlas", "\x89PNG\r\n\x1a\n and so on", RIS3_OUTPUT_ATLAS, FALSE },
    { "a.ris3atlas", "PK\x03\x04", RIS3_OUTPUT_ATLAS, FALSE },
    { "a.csv", "atlas", RIS3_OUTPUT_DEFAULT, TRUE },
    { "a.csv", "a,b\n", RIS3_OUTPUT_CSV, TRUE },
    { "a.csv", "atlas", RIS3_OUTPUT_CSV, FALSE },
    { "a.csv", "PK\x03\x04", RIS3_OUTPUT_CSV, FALSE },
    { "a.jpg", NULL, RIS3_OUTPUT_CSV, FALSE },
    { "a.xlsx", NULL, RIS3_OUTPUT_CSV, FALSE },
    { "a.XLSX", "PK\x03\x04", RIS3_OUTPUT_XLSX, TRUE },
    { "a.xlsx", "atlas", RIS3_OUTPUT_XLSX, FALSE },
    { "a", "atlas", RIS3_OUTPUT_ODS, FALSE },
    { "a.csv", NULL, RIS3_OUTPUT_ODS, FALSE },
    { "a.gpkg", NULL, RIS3_OUTPUT_GPKG, TRUE },
    { "a.gpkg", "atlas", RIS3_OUTPUT_GPKG, FALSE },
    { "a.gpkg", "boundaries", RIS3_OUTPUT_GPKG, TRUE },
    { "a.ris3atlas", "boundaries", RIS3_OUTPUT_ATLAS, FALSE },
    { "a.geojson", NULL, RIS3_OUTPUT_GEOJSON, TRUE },
    { "a.json", "{}", RIS3_OUTPUT_GEOJSON, TRUE },
    { "a.json", "boundaries", RIS3_OUTPUT_GEOJSON, FALSE },
    { "a.fgb", "fgb\x03", RIS3_OUTPUT_FLATGEOBUF, TRUE },
    { "a.csv", "fgb\x03", RIS3_OUTPUT_CSV, FALSE },
    { "a.txt", "atlas", RIS3_OUTPUT_TXT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = test_files_path (files, cases[i].name);
      g_autoptr (Ris3OutputFile) file = NULL;
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (cases[i].contents, "atlas") == 0)
        copy_atlas (path);
      else if (g_strcmp0 (cases[i].contents, "boundaries") == 0)
        write_head_of_geopackage (path);
      else if (cases[i].contents != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].contents, -1, NULL));
      file = ris3_output_file_begin (path, cases[i].flags, NULL, 0, &error);
      g_test_message ("%s %s", cases[i].name, error != NULL ? error->message : "");
      g_assert_true ((file != NULL) == cases[i].is_allowed);
      g_assert_true ((error != NULL) == !cases[i].is_allowed);
      g_clear_pointer (&file, ris3_output_file_free);
      if (cases[i].contents != NULL)
        g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpuint (test_files_count (files), ==, 0);
    }
}

static void
test_inputs (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "in.csv", OLD, strlen (OLD));
  g_autofree char *link = test_files_path (files, "link");
  g_autofree char *other = test_files_path (files, "out.csv");
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (GError) error = NULL;
  Ris3FileId inputs[2];

  g_assert_false (ris3_file_id_get (other, &inputs[0]));
  g_assert_true (ris3_file_id_get (test_default_atlas (), &inputs[0]));
  g_assert_true (ris3_file_id_get (path, &inputs[1]));
  g_assert_cmpint (symlink (path, link), ==, 0);

  g_assert_null (ris3_output_file_begin (link, RIS3_OUTPUT_STREAM, inputs, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  /* An input that is moved there while the file is being written. */
  file = ris3_output_file_begin (other, RIS3_OUTPUT_DEFAULT, inputs, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (path, other), ==, 0);
  g_assert_false (ris3_output_file_commit (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_pointer (&file, ris3_output_file_free);
  assert_contents (other, OLD);
  g_assert_cmpuint (test_files_count (files), ==, 2);
}

static void
test_abandoned (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.gpkg", OLD, strlen (OLD));
  g_autofree char *both = test_files_path (files, "both.gpkg");
  g_autoptr (Ris3OutputFile) file = NULL;
  g_autoptr (GError) error = NULL;

  file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (ris3_output_file_get_temporary_path (file), ".gpkg"));
  g_assert_true (ris3_output_file_write (file, NEW, strlen (NEW), &error));
  g_assert_cmpuint (test_files_count (files), ==, 2);
  g_clear_pointer (&file, ris3_output_file_free);
  assert_contents (path, OLD);
  g_assert_cmpuint (test_files_count (files), ==, 1);

  /* If two make the same new file, the second is refused. */
  file = ris3_output_file_begin (both, RIS3_OUTPUT_NEW, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (write_new (both, RIS3_OUTPUT_NEW, &error));
  g_assert_false (ris3_output_file_commit (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_pointer (&file, ris3_output_file_free);
  assert_contents (both, NEW);
  g_assert_cmpuint (test_files_count (files), ==, 2);

  /* Something else that appears at the target in the meantime is not replaced. */
  file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, &error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0666), ==, 0);
  g_assert_false (ris3_output_file_commit (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_true (S_ISFIFO (get_mode (path)));
}

/* A library may put its own file at the temporary path. */
static void
test_by_path (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));
  g_autoptr (Ris3OutputFile) file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, NULL);
  const char *temporary = ris3_output_file_get_temporary_path (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  g_clear_pointer (&file, ris3_output_file_free);
  file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, &error);
  temporary = ris3_output_file_get_temporary_path (file);
  g_assert_cmpint (g_remove (temporary), ==, 0);
  g_assert_true (g_file_set_contents (temporary, NEW, -1, NULL));
  g_assert_true (ris3_output_file_commit (file, &error));
  g_assert_no_error (error);
  assert_contents (path, NEW);
  g_assert_cmpint (get_mode (path) & 0777, ==, 0604);
}

static void
write_too_much (const char *path)
{
  const struct rlimit limit = { 4, 4 };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_new (path, RIS3_OUTPUT_DEFAULT, &error));
  g_assert_nonnull (error);
}

/* The first write is short, the next one fails. */
static void
test_full (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      write_too_much (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  assert_contents (path, OLD);
  g_assert_cmpuint (test_files_count (files), ==, 1);
}

static void
test_killed (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_write (files, "old.txt", OLD, strlen (OLD));
  int pipes[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      Ris3OutputFile *file = ris3_output_file_begin (path, RIS3_OUTPUT_DEFAULT, NULL, 0, NULL);

      if (ris3_output_file_write (file, NEW, 4, NULL) && write (pipes[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (pipes[0], &byte, 1), ==, 1);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  assert_contents (path, OLD);
  close (pipes[0]);
  close (pipes[1]);
}

/* An atlas is not a stream. */
static void
test_atlas (TestFiles *files, gconstpointer data)
{
  g_autofree char *path = test_files_path (files, "fifo");
  g_autofree char *link = test_files_path (files, "link");
  g_autofree char *target = test_files_path (files, "target.ris3atlas");
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0666), ==, 0);
  g_assert_false (ris3_atlas_copy (test_default_atlas (), path, &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "only be written to a file"));
  g_clear_error (&error);
  g_assert_false (ris3_atlas_copy (test_default_atlas (), "-", &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (ris3_atlas_copy (test_default_atlas (), "/dev/null", &error));
  g_assert_error (error, RIS3_ATLAS_ERROR, RIS3_ATLAS_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_cmpint (symlink ("target.ris3atlas", link), ==, 0);
  g_assert_true (ris3_atlas_copy (test_default_atlas (), link, &error));
  g_assert_no_error (error);
  g_assert_true (S_ISLNK (get_mode (link)));
  atlas = ris3_atlas_open (target, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST_ADD ("/output-file/file", test_file);
  TEST_ADD ("/output-file/permissions", test_permissions);
  TEST_ADD ("/output-file/others", test_others);
  TEST_ADD ("/output-file/links", test_links);
  TEST_ADD ("/output-file/devices", test_devices);
  TEST_ADD ("/output-file/fifo", test_fifo);
  TEST_ADD ("/output-file/socket", test_socket);
  TEST_ADD ("/output-file/standard-output", test_standard_output);
  TEST_ADD ("/output-file/kinds", test_kinds);
  TEST_ADD ("/output-file/inputs", test_inputs);
  TEST_ADD ("/output-file/abandoned", test_abandoned);
  TEST_ADD ("/output-file/by-path", test_by_path);
  TEST_ADD ("/output-file/full", test_full);
  TEST_ADD ("/output-file/killed", test_killed);
  TEST_ADD ("/output-file/atlas", test_atlas);
  return g_test_run ();
}
