/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* What a name to write to stands for once its links are followed: a file, which may not exist yet, or something
 * that takes a stream of bytes. */
typedef struct
{
  char *path; /* of the file; NULL for a stream */
  gboolean exists;
  struct stat info; /* if it exists */
  int fd;           /* the stream, open for writing; -1 for a file */
} Ris3OutputTarget;

/* Looks at what is there, and opens a stream; a FIFO waits for its reader here. Nothing is created or
 * changed. allow_stream: whether "-", a FIFO or a character device will do.
 *
 * Errors: G_IO_ERROR, with a sentence that names the path and says what to do.
 */
gboolean ris3_output_target_resolve (const char *path, gboolean allow_stream, Ris3OutputTarget *target, GError **error);
void ris3_output_target_clear (Ris3OutputTarget *target);

/* Sets an error that says why a path cannot be written, from an errno. Returns FALSE. */
gboolean ris3_output_target_fail (const char *path, int number, GError **error);

G_END_DECLS
