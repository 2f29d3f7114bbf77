/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is being written. Every file that the program writes goes through here: the bytes go into a
 * temporary file in the same folder, and only a commit replaces the target with it, in one step. So the
 * target is either complete or unchanged.
 *
 * A symbolic link stays a link: its target is written, even if it does not exist yet. An existing file
 * keeps its permissions, and its owner and group if the system allows that. Anything that is not a regular
 * file is never replaced: folders, sockets and block devices are refused; FIFOs, character devices and
 * "/dev/stdout" are written to if the caller can write a stream, and refused otherwise.
 *
 * If the caller says what it writes, a name that ends like a file of another kind is refused, and so is a file that
 * holds one of another known kind: a PNG image is never written over an atlas, or called "map.pdf".
 */
typedef struct _Ris3OutputFile Ris3OutputFile;

typedef enum
{
  RIS3_OUTPUT_DEFAULT = 0,
  RIS3_OUTPUT_NEW = 1 << 0,    /* an existing file is refused, at the beginning and again at the end */
  RIS3_OUTPUT_STREAM = 1 << 1, /* the caller only writes bytes in order; "-" is standard output */
  RIS3_OUTPUT_ATLAS = 1 << 2,  /* what is written is an atlas: see below */
  RIS3_OUTPUT_PNG = 1 << 3,    /* or a PNG image */
  RIS3_OUTPUT_CSV = 1 << 4,    /* or a table */
  RIS3_OUTPUT_XLSX = 1 << 5,
  RIS3_OUTPUT_ODS = 1 << 6,
  RIS3_OUTPUT_GPKG = 1 << 7, /* or geodata */
  RIS3_OUTPUT_GEOJSON = 1 << 8,
  RIS3_OUTPUT_FLATGEOBUF = 1 << 9,
  RIS3_OUTPUT_TXT = 1 << 10, /* or a text that goes with one of them */
  RIS3_OUTPUT_SVG = 1 << 11, /* or another kind of page */
  RIS3_OUTPUT_PDF = 1 << 12,
} Ris3OutputFlags;

/* The identity of a file, whatever its name: for files that were read and so must not be written. */
typedef struct
{
  guint64 device;
  guint64 inode;
} Ris3FileId;

/* Lets a file that grows beyond what the system allows (ulimit -f) be an error like a full disk, here and in libraries:
 * by itself, the system ends the program, and leaves the temporary file. To be called first in main(). */
void ris3_output_file_init (void);

/* Gets the identity of the file at path, following links. FALSE if there is none. */
gboolean ris3_file_id_get (const char *path, Ris3FileId *id);

/* Looks at the target, removes temporary files that a program which was killed has left beside it long ago, and makes
 * the temporary file, or opens the stream (a FIFO waits for its reader).
 *
 * path: a file name in the file system's encoding
 * inputs: the files that were read, n_inputs of them; the target must not be one of these
 *
 * Errors: G_IO_ERROR, with a sentence that names the file and says what to do. (transfer full); free it
 * with ris3_output_file_free ().
 */
Ris3OutputFile *ris3_output_file_begin (const char *path,
                                        Ris3OutputFlags flags,
                                        const Ris3FileId *inputs,
                                        guint n_inputs,
                                        GError **error);

/* The temporary file, for libraries that write by name (SQLite, OGR): it exists and is empty, and may be
 * written or replaced. Not with RIS3_OUTPUT_STREAM. (transfer none) */
const char *ris3_output_file_get_temporary_path (Ris3OutputFile *self);

/* The file that a commit replaces, with links followed; it may not exist. NULL for a stream. (transfer none) */
const char *ris3_output_file_get_target_path (Ris3OutputFile *self);

/* Appends all of the bytes; if that fails, the file never appears. Errors as above. */
gboolean ris3_output_file_write (Ris3OutputFile *self, gconstpointer data, gsize length, GError **error);

/* Replaces the target with what was written, once that has reached the disk. The temporary file must not
 * be open anywhere any more. Errors as above; the target is then unchanged. */
gboolean ris3_output_file_commit (Ris3OutputFile *self, GError **error);

/* If nothing was committed, the temporary file is removed and the target is unchanged. */
void ris3_output_file_free (Ris3OutputFile *self);

/* Writes a whole file at once. */
gboolean
ris3_output_file_write_all (const char *path, Ris3OutputFlags flags, gconstpointer data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3OutputFile, ris3_output_file_free)

G_END_DECLS
