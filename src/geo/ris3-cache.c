/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-cache-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SECTIONS 4096

struct _Ris3Cache
{
  guint ref_count; /* under the lock */
  char *path;
  struct stat status; /* of the file, when it was opened */
  int file;
  Ris3CacheHeader header;
  Ris3CacheSection *sections; /* these two are copies, so that they stay as they were checked */
  guint n_sections;
};

/* The cache that was opened last, as long as it is in use: a map's boundaries, land and lineages share one file. */
static GMutex lock;
static Ris3Cache *latest;

char *
ris3_cache_get_path (const char *source_path)
{
  gsize length = strlen (source_path);

  if (g_str_has_suffix (source_path, ".gpkg"))
    length -= strlen (".gpkg");

  return g_strdup_printf ("%.*s.ris3geo", (int) length, source_path);
}

static gboolean
is_section_within (const Ris3CacheSection *section, guint64 size)
{
  return section->record_size > 0 && section->offset % RIS3_CACHE_ALIGNMENT == 0 && section->offset <= size
         && section->n_records <= G_MAXINT32 && section->n_records <= (size - section->offset) / section->record_size;
}

/* Reads a part of the file into memory of its own; NULL if it ends before. (transfer full) */
static guint8 *
read_part (Ris3Cache *self, gsize size, goffset offset)
{
  g_autofree guint8 *data = g_try_malloc (MAX (size, 1));

  return data != NULL && ris3_cache_read_at (self->file, data, size, offset) ? g_steal_pointer (&data) : NULL;
}

/* Whether the header is ours, its table of sections is sound and all sections are within the file. */
static gboolean
check_header (Ris3Cache *self)
{
  guint64 size = (guint64) self->status.st_size;
  g_autofree guint8 *head = NULL;
  Ris3CacheHeader header;
  guint64 checksum;
  gsize head_size;

  if (!ris3_cache_read_at (self->file, (guint8 *) &header, sizeof header, 0))
    return FALSE;
  if (memcmp (header.magic, RIS3_CACHE_MAGIC, sizeof header.magic) != 0 || header.byte_order != RIS3_CACHE_BYTE_ORDER
      || header.format != RIS3_CACHE_FORMAT || header.file_size != size
      || header.section_size != sizeof (Ris3CacheSection) || header.n_sections > MAX_SECTIONS)
    return FALSE;
  head_size = sizeof header + header.n_sections * sizeof (Ris3CacheSection);
  if (head_size > size || (head = read_part (self, head_size, 0)) == NULL)
    return FALSE;

  checksum = header.checksum;
  header.checksum = 0;
  memcpy (head, &header, sizeof header);
  if (ris3_cache_digest (head, head_size) != checksum)
    return FALSE;

  self->header = header;
  self->n_sections = header.n_sections;
  self->sections = g_memdup2 (head + sizeof header, head_size - sizeof header);
  for (guint i = 0; i < self->n_sections; i++)
    if (!is_section_within (&self->sections[i], size))
      return FALSE;

  return TRUE;
}

static gboolean
is_made_of (Ris3Cache *self, const char *source_path)
{
  guint64 size, digest;

  return ris3_cache_identify (source_path, &size, &digest) && size == self->header.source_size
         && digest == self->header.source_digest;
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size
         && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Takes an open file if its header is sound. */
static Ris3Cache *
take_file (const char *path, int file, const struct stat *status)
{
  g_autoptr (Ris3Cache) self = g_new0 (Ris3Cache, 1);

  self->ref_count = 1;
  self->path = g_strdup (path);
  self->status = *status;
  self->file = file;

  return check_header (self) ? g_steal_pointer (&self) : NULL;
}

/* The file at a path; the same one if it is open already and has not changed since. */
static Ris3Cache *
open_path (const char *path)
{
  int file = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  Ris3Cache *self = NULL;
  struct stat status;

  if (file < 0)
    return NULL;
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    {
      g_mutex_lock (&lock);
      if (latest != NULL && g_str_equal (latest->path, path) && is_same_file (&latest->status, &status))
        {
          latest->ref_count++;
          self = latest;
        }
      g_mutex_unlock (&lock);
      if (self == NULL)
        return take_file (path, file, &status);
    }
  close (file);

  return self;
}

Ris3Cache *
ris3_cache_open (const char *source_path)
{
  g_autofree char *path = ris3_cache_get_path (source_path);
  g_autoptr (Ris3Cache) self = open_path (path);

  if (self == NULL || !is_made_of (self, source_path))
    {
      g_debug ("%s is no cache of %s", path, source_path);
      return NULL;
    }
  g_mutex_lock (&lock);
  latest = self;
  g_mutex_unlock (&lock);

  return g_steal_pointer (&self);
}

Ris3Cache *
ris3_cache_open_at (const char *path, guint64 source_size, guint64 source_digest)
{
  g_autoptr (Ris3Cache) self = open_path (path);

  return self != NULL && self->header.source_size == source_size && self->header.source_digest == source_digest
             ? g_steal_pointer (&self)
             : NULL;
}

Ris3Cache *
ris3_cache_ref (Ris3Cache *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&lock);
  self->ref_count++;
  g_mutex_unlock (&lock);

  return self;
}

void
ris3_cache_unref (Ris3Cache *self)
{
  gboolean is_last;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&lock);
  is_last = --self->ref_count == 0;
  if (is_last && latest == self)
    latest = NULL;
  g_mutex_unlock (&lock);
  if (!is_last)
    return;

  close (self->file);
  g_free (self->sections);
  g_free (self->path);
  g_free (self);
}

GBytes *
ris3_cache_get (Ris3Cache *self, Ris3CachePart part, guint first, guint second, gsize record_size)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      const Ris3CacheSection *section = &self->sections[i];
      gsize size = section->n_records * section->record_size;
      g_autofree guint8 *data = NULL;

      if (section->part != part || section->first != first || section->second != second)
        continue;
      data = section->record_size == record_size ? read_part (self, size, (goffset) section->offset) : NULL;
      if (data == NULL || ris3_cache_digest (data, size) != section->checksum)
        {
          g_debug ("Section %u of the cache is damaged", i);
          return NULL;
        }
      return g_bytes_new_take (g_steal_pointer (&data), size);
    }

  return NULL;
}
