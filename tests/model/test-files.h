/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

/* A folder for one test, removed with everything in it at the end. */
typedef struct
{
  char *folder;
} TestFiles;

void test_files_set_up (TestFiles *files, gconstpointer data);
void test_files_tear_down (TestFiles *files, gconstpointer data);

/* Removes a folder with all that is in it. */
void test_files_remove_folder (const char *path);

/* A path within the folder. (transfer full) */
char *test_files_path (TestFiles *files, const char *name);
/* A copy of the default atlas, within the folder. (transfer full) */
char *test_files_copy_default (TestFiles *files, const char *name);
char *test_files_write (TestFiles *files, const char *name, gconstpointer data, gsize length);
/* The contents of a file as a checksum. (transfer full) */
char *test_files_digest (const char *path);
guint test_files_count (TestFiles *files);
/* Runs SQL on a file with a connection of its own. */
void test_files_sql (const char *path, const char *sql);
gint64 test_files_query (const char *path, const char *sql);

/* The default atlas of this build. */
const char *test_default_atlas (void);

#define TEST_ADD(path, func) TEST_ADD_DATA (path, NULL, func)
#define TEST_ADD_DATA(path, data, func)                                                                                \
  g_test_add (path, TestFiles, data, test_files_set_up, func, test_files_tear_down)

G_END_DECLS
