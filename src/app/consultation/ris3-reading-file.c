/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-reading-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-backup.h"
#include "model/ris3-output-file.h"

#define FIRST_LINE "RIS3 Atlas, comments read, 1\n"
/* More than an atlas can have comments for: another file. */
#define MAX_LENGTH (16 * 1024 * 1024)

struct _Ris3ReadingFile
{
  char *path;
  GMutex mutex; /* of the following, and of the file */
  guint given;  /* the last that was to be saved */
  guint written;
};

/* What is to be saved. */
typedef struct
{
  Ris3ReadingFile *file;
  guint number;
  GHashTable *changes;
  GHashTable *existing;
} Job;

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "ris3-atlas", "read", NULL);
}

Ris3ReadingFile *
ris3_reading_file_new (const char *atlas_path)
{
  Ris3ReadingFile *self;
  g_autofree char *backups = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (atlas_path != NULL, NULL);
  self = g_atomic_rc_box_new0 (Ris3ReadingFile);
  backups = ris3_backup_get_folder (atlas_path);
  name = g_path_get_basename (backups);
  folder = get_folder ();
  self->path = g_build_filename (folder, name, NULL);
  g_mutex_init (&self->mutex);
  return self;
}

static void
clear (gpointer data)
{
  Ris3ReadingFile *self = data;

  g_free (self->path);
  g_mutex_clear (&self->mutex);
}

void
ris3_reading_file_unref (Ris3ReadingFile *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear);
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* NULL: it is not one of ours, or ends in the middle. */
static GHashTable *
parse (const char *text, gsize length)
{
  g_autoptr (GHashTable) keys = NULL;
  const char *end;

  if (!g_str_has_prefix (text, FIRST_LINE) || memchr (text, '\0', length) != NULL || text[length - 1] != '\n')
    return NULL;
  keys = new_keys ();
  for (text += strlen (FIRST_LINE); *text != '\0'; text = end + 1)
    {
      char *key;

      end = strchr (text, '\n');
      key = g_uri_unescape_segment (text, end, NULL);
      if (key == NULL)
        return NULL;
      g_hash_table_add (keys, key);
    }
  return g_steal_pointer (&keys);
}

static GHashTable *
load (const Ris3ReadingFile *self)
{
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf status;

  if (g_stat (self->path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAX_LENGTH
      || !g_file_get_contents (self->path, &text, &length, NULL) || length == 0)
    return NULL;
  return parse (text, length);
}

GHashTable *
ris3_reading_file_load (Ris3ReadingFile *self)
{
  GHashTable *keys;

  g_return_val_if_fail (self != NULL, NULL);
  g_mutex_lock (&self->mutex);
  keys = load (self);
  g_mutex_unlock (&self->mutex);
  return keys;
}

typedef struct
{
  char *path;
  gint64 time;
} Old;

static void
clear_old (gpointer data)
{
  g_free (((Old *) data)->path);
}

static int
compare_old (gconstpointer a, gconstpointer b)
{
  const Old *one = a, *other = b;

  return (one->time > other->time) - (one->time < other->time);
}

/* Of many atlases, those that were looked at last. */
static void
remove_oldest (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (Old));
  const char *name;

  g_array_set_clear_func (files, clear_old);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Old file = { .path = g_build_filename (folder, name, NULL) };
      GStatBuf status;

      if (g_stat (file.path, &status) == 0)
        file.time = status.st_mtime;
      g_array_append_val (files, file);
    }
  g_array_sort (files, compare_old);
  for (guint i = 0; i + RIS3_READING_FILES < files->len; i++)
    g_unlink (g_array_index (files, Old, i).path);
}

static char *
format (GHashTable *keys, GHashTable *existing)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (keys), (GCompareFunc) strcmp);
  GString *text = g_string_new (FIRST_LINE);

  for (GList *l = sorted; l != NULL; l = l->next)
    if (g_hash_table_contains (existing, l->data))
      {
        g_autofree char *line = g_uri_escape_string (l->data, " :/", TRUE);

        g_string_append_printf (text, "%s\n", line);
      }
  return g_string_free (text, FALSE);
}

static void
write_job (const Job *job)
{
  g_autoptr (GHashTable) keys = load (job->file);
  g_autofree char *folder = g_path_get_dirname (job->file->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer key, is_read;

  if (keys == NULL)
    keys = new_keys ();
  g_hash_table_iter_init (&iter, job->changes);
  while (g_hash_table_iter_next (&iter, &key, &is_read))
    if (GPOINTER_TO_INT (is_read))
      g_hash_table_add (keys, g_strdup (key));
    else
      g_hash_table_remove (keys, key);
  text = format (keys, job->existing);
  g_mkdir_with_parents (folder, 0700);
  if (!ris3_output_file_write_all (job->file->path, RIS3_OUTPUT_DEFAULT, text, strlen (text), &error))
    g_info ("%s", error->message);
  remove_oldest (folder);
}

/* What was given later has all that was given before. */
static void
perform (Job *job)
{
  g_mutex_lock (&job->file->mutex);
  if (job->number > job->file->written)
    {
      write_job (job);
      job->file->written = job->number;
    }
  g_mutex_unlock (&job->file->mutex);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_hash_table_unref (job->changes);
  g_hash_table_unref (job->existing);
  ris3_reading_file_unref (job->file);
  g_free (job);
}

static Job *
job_new (Ris3ReadingFile *self, GHashTable *changes, GHashTable *existing)
{
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer key, is_read;

  job->file = g_atomic_rc_box_acquire (self);
  job->changes = new_keys ();
  job->existing = existing;
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &key, &is_read))
    g_hash_table_insert (job->changes, g_strdup (key), is_read);
  g_mutex_lock (&self->mutex);
  job->number = ++self->given;
  g_mutex_unlock (&self->mutex);
  return job;
}

static void
perform_in_thread (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  perform (job);
  g_task_return_boolean (task, TRUE);
}

void
ris3_reading_file_save (Ris3ReadingFile *self, GHashTable *changes, GHashTable *existing)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL && changes != NULL && existing != NULL);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, job_new (self, changes, existing), job_free);
  g_task_run_in_thread (task, perform_in_thread);
}

gboolean
ris3_reading_file_is_busy (Ris3ReadingFile *self)
{
  gboolean is_busy;

  g_return_val_if_fail (self != NULL, FALSE);
  g_mutex_lock (&self->mutex);
  is_busy = self->written < self->given;
  g_mutex_unlock (&self->mutex);
  return is_busy;
}

void
ris3_reading_file_save_now (Ris3ReadingFile *self, GHashTable *changes, GHashTable *existing)
{
  Job *job;

  g_return_if_fail (self != NULL && changes != NULL && existing != NULL);
  job = job_new (self, changes, existing);
  perform (job);
  job_free (job);
}
