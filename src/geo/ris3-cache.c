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
  struct stat status; /* of the file, when it was mapped */
  GBytes *bytes;      /* the whole file, mapped */
  Ris3CacheHeader header;
  Ris3CacheSection *sections; /* these two are copies, so that they stay as they were checked */
  guint n_sections;
};

/* The cache that was opened last, as long as it is in use: a map's boundaries, land and lineages share one
 * mapping.
 */
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

/* Whether the header is ours, its table of sections is sound and all sections are within the file. */
static gboolean
check_header (Ris3Cache *self)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  g_autofree guint8 *copy = NULL;
  Ris3CacheHeader header;
  guint64 checksum;
  gsize head_size;

  if (size < sizeof header)
    return FALSE;
  memcpy (&header, data, sizeof header);
  if (memcmp (header.magic, RIS3_CACHE_MAGIC, sizeof header.magic) != 0 || header.byte_order != RIS3_CACHE_BYTE_ORDER
      || header.format != RIS3_CACHE_FORMAT || header.file_size != size
      || header.section_size != sizeof (Ris3CacheSection) || header.n_sections > MAX_SECTIONS)
    return FALSE;
  head_size = sizeof header + header.n_sections * sizeof (Ris3CacheSection);
  if (head_size > size)
    return FALSE;

  copy = g_memdup2 (data, head_size);
  checksum = header.checksum;
  header.checksum = 0;
  memcpy (copy, &header, sizeof header);
  if (ris3_cache_digest (copy, head_size) != checksum)
    return FALSE;

  self->header = header;
  self->n_sections = header.n_sections;
  self->sections = g_memdup2 (copy + sizeof header, head_size - sizeof header);
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

/* Maps a file with a sound header. */
static Ris3Cache *
map_file (const char *path, int file, const struct stat *status)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (file, FALSE, NULL);
  g_autoptr (Ris3Cache) self = NULL;

  if (mapped == NULL)
    return NULL;
  self = g_new0 (Ris3Cache, 1);
  self->ref_count = 1;
  self->path = g_strdup (path);
  self->status = *status;
  self->bytes = g_mapped_file_get_bytes (mapped);

  return check_header (self) ? g_steal_pointer (&self) : NULL;
}

/* The file at a path, mapped; the same mapping if it was mapped already and has not changed since. */
static Ris3Cache *
open_path (const char *path)
{
  int file = open (path, O_RDONLY | O_CLOEXEC);
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
        self = map_file (path, file, &status);
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

  g_bytes_unref (self->bytes);
  g_free (self->sections);
  g_free (self->path);
  g_free (self);
}

GBytes *
ris3_cache_get (Ris3Cache *self, Ris3CachePart part, guint first, guint second, gsize record_size)
{
  const guint8 *data = g_bytes_get_data (self->bytes, NULL);

  for (guint i = 0; i < self->n_sections; i++)
    {
      const Ris3CacheSection *section = &self->sections[i];
      gsize size = section->n_records * section->record_size;

      if (section->part != part || section->first != first || section->second != second)
        continue;
      if (section->record_size != record_size || ris3_cache_digest (data + section->offset, size) != section->checksum)
        {
          g_debug ("Section %u of the cache is damaged", i);
          return NULL;
        }
      return g_bytes_new_from_bytes (self->bytes, section->offset, size);
    }

  return NULL;
}
