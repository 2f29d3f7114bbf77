/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file while it is written. Every file that the program writes goes through here: the bytes go into a
 * temporary file in the same folder, and only a commit puts that in the place of the target, in one step.
 * So a target is whole, or as it was.
 *
 * A symbolic link stays one: what it leads to is written, also when that is not there yet. An existing file
 * keeps its permissions, and its owner and group where the system allows that. What is no regular file is
 * never replaced: folders, sockets and block devices are refused; FIFOs, character devices and
 * "/dev/stdout" are written into, where the caller can write a stream, and refused where not.
 */
typedef struct _Ris3OutputFile Ris3OutputFile;

typedef enum
{
  RIS3_OUTPUT_DEFAULT = 0,
  RIS3_OUTPUT_NEW = 1 << 0,    /* a file that is there is refused, at the beginning and again at the end */
  RIS3_OUTPUT_STREAM = 1 << 1, /* the caller only writes bytes in order; "-" is standard output */
} Ris3OutputFlags;

/* What a file is, whatever it is called: for files that were read and so must not be written. */
typedef struct
{
  guint64 device;
  guint64 inode;
} Ris3FileId;

/* The identity of the file at path, with links followed. FALSE when there is none. */
gboolean ris3_file_id_get (const char *path, Ris3FileId *id);

/* Looks at the target and makes the temporary file, or opens the stream (a FIFO waits for its reader).
 *
 * path: a file name in the file system's encoding
 * inputs: the files that were read, n_inputs of them; the target may be none of these
 *
 * Errors: G_IO_ERROR, with a sentence that names the file and says what to do. (transfer full); end it
 * with ris3_output_file_free ().
 */
Ris3OutputFile *ris3_output_file_begin (const char *path,
                                        Ris3OutputFlags flags,
                                        const Ris3FileId *inputs,
                                        guint n_inputs,
                                        GError **error);

/* The temporary file, for libraries that write by name (SQLite, OGR): it is there and empty, and may be
 * written or replaced. Not after RIS3_OUTPUT_STREAM. (transfer none) */
const char *ris3_output_file_get_temporary_path (Ris3OutputFile *self);

/* Appends bytes, all of them or none that will ever be seen. Errors as above. */
gboolean ris3_output_file_write (Ris3OutputFile *self, gconstpointer data, gsize length, GError **error);

/* Puts what was written in its place, on the disk and not only on its way there. Nobody may have the
 * temporary file open any more. Errors as above; the target is then as it was. */
gboolean ris3_output_file_commit (Ris3OutputFile *self, GError **error);

/* Without a commit before, nothing was written: the temporary file is removed. */
void ris3_output_file_free (Ris3OutputFile *self);

/* Writes a whole file at once. */
gboolean
ris3_output_file_write_all (const char *path, Ris3OutputFlags flags, gconstpointer data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3OutputFile, ris3_output_file_free)

G_END_DECLS
