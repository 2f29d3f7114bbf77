/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What became of the files that attachments are linked to. */

#include "config.h"

#include <glib/gstdio.h>

#include "model/ris3-attachment.h"

/* Bytes that are read at a time. */
#define BLOCK ((gsize) 1024 * 1024)

static Ris3LinkState
compare_contents (const char *path, const char *digest, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, cancellable, NULL)) > 0)
    g_checksum_update (checksum, block, n);
  if (n < 0)
    return RIS3_LINK_UNKNOWN;
  return g_str_equal (g_checksum_get_string (checksum), digest) ? RIS3_LINK_SAME : RIS3_LINK_CHANGED;
}

Ris3LinkState
ris3_attachment_check_link (const Ris3Attachment *self, guint64 max_size, GCancellable *cancellable)
{
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  GStatBuf status;

  g_return_val_if_fail (self != NULL, RIS3_LINK_UNKNOWN);
  path = g_filename_from_uri (self->url, &host, NULL);
  if (path == NULL || host != NULL)
    return RIS3_LINK_UNKNOWN;
  if (g_stat (path, &status) != 0)
    return RIS3_LINK_MISSING;
  /* Where an atlas comes from is not known: it may name a device or a pipe. */
  if (!S_ISREG (status.st_mode) || (guint64) status.st_size != self->size)
    return RIS3_LINK_CHANGED;
  if (max_size > 0 && self->size > max_size)
    return RIS3_LINK_UNKNOWN;
  return compare_contents (path, self->digest, cancellable);
}
