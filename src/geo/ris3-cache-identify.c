/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-cache-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much of a GeoPackage is read to tell it from another: this much of either end, and samples in between. */
#define END_SIZE (64 * 1024)
#define SAMPLE_SIZE 4096
#define N_SAMPLES 32

/* Mixes a word into the lane, without mapping two words, or two lanes, to the same result. */
static inline guint64
mix (guint64 lane, guint64 word)
{
  lane = (lane ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (lane << 29) | (lane >> 35);
}

guint64
ris3_cache_digest (gconstpointer data, gsize size)
{
  const guint8 *bytes = data;
  guint64 lanes[4] = { size, 1, 2, 3 };
  guint64 words[4] = { 0 };
  guint64 digest = 0;
  gsize done;

  for (done = 0; size - done >= sizeof words; done += sizeof words)
    {
      memcpy (words, bytes + done, sizeof words);
      for (guint i = 0; i < 4; i++)
        lanes[i] = mix (lanes[i], words[i]);
    }
  if (done < size)
    {
      memset (words, 0, sizeof words);
      memcpy (words, bytes + done, size - done);
      for (guint i = 0; i < 4; i++)
        lanes[i] = mix (lanes[i], words[i]);
    }
  for (guint i = 0; i < 4; i++)
    digest = mix (digest, lanes[i]);

  return digest ^ (digest >> 32);
}

static gboolean
has_write_ahead_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

gboolean
ris3_cache_read_at (int file, guint8 *buffer, gsize size, goffset offset)
{
  while (size > 0)
    {
      gssize n = pread (file, buffer, size, offset);

      if (n <= 0)
        return FALSE;
      buffer += n;
      size -= (gsize) n;
      offset += n;
    }

  return TRUE;
}

static gboolean
digest_samples (int file, goffset size, guint64 *digest)
{
  g_autofree guint8 *buffer = g_malloc (END_SIZE);
  gsize end_size = MIN (size, END_SIZE);

  if (!ris3_cache_read_at (file, buffer, end_size, 0))
    return FALSE;
  *digest = mix (0, ris3_cache_digest (buffer, end_size));
  for (guint i = 1; i <= N_SAMPLES && size > END_SIZE; i++)
    {
      goffset offset = (size - SAMPLE_SIZE) / (N_SAMPLES + 1) * i;

      if (!ris3_cache_read_at (file, buffer, SAMPLE_SIZE, offset))
        return FALSE;
      *digest = mix (*digest, ris3_cache_digest (buffer, SAMPLE_SIZE));
    }
  if (!ris3_cache_read_at (file, buffer, end_size, size - (goffset) end_size))
    return FALSE;
  *digest = mix (*digest, ris3_cache_digest (buffer, end_size));

  return TRUE;
}

gboolean
ris3_cache_identify (const char *source_path, guint64 *size, guint64 *digest)
{
  struct stat status;
  gboolean done = FALSE;
  int file = open (source_path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (file < 0)
    return FALSE;
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode) && !has_write_ahead_log (source_path))
    {
      *size = (guint64) status.st_size;
      done = digest_samples (file, status.st_size, digest);
    }
  close (file);

  return done;
}
