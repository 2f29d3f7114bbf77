/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* The largest document that an atlas takes in. Larger ones are linked: an atlas is to stay a file that is mailed, and
 * no row of any atlas that is read may have more than 16 MiB. */
#define RIS3_ATTACHMENT_MAX_SIZE (15 * 1024 * 1024) /* bytes */

/* A document that came with a comment: a letter, a message, a filled table. Its contents are in the atlas, once for all
 * comments that it came with, or it is linked, and then only its address and digest are. Strings are never NULL. */
typedef struct
{
  gint64 id;
  gint64 comment_id;
  char *name;       /* of the file */
  char *media_type; /* "application/pdf" */
  guint64 size;     /* bytes */
  char *digest;     /* SHA-256 of its contents when it was attached, in hexadecimal */
  char *url;        /* where a linked one is; "": it is in the atlas */
} Ris3Attachment;

void ris3_attachment_free (Ris3Attachment *self);

/* The documents of a comment, as they were attached (element-type Ris3Attachment). In any thread. Errors:
 * RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED. (transfer full) */
GPtrArray *ris3_attachments_read (const char *path, gint64 comment_id, GCancellable *cancellable, GError **error);
/* The same, off the thread of the views. */
void ris3_attachments_read_async (const char *path,
                                  gint64 comment_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ris3_attachments_read_finish (GAsyncResult *result, GError **error);

/* Writes a document that is in the atlas to a file.
 *
 * path: of the atlas
 * target: in the file system's encoding; what is there is replaced
 *
 * In any thread. Errors: RIS3_ATLAS_ERROR; G_IO_ERROR_NOT_FOUND: its contents are not in this atlas, as in a copy
 * without them; G_IO_ERROR_INVALID_DATA: they are not what was attached; those of Ris3OutputFile. */
gboolean ris3_attachment_save (const Ris3Attachment *self, const char *path, const char *target, GError **error);

/* An edit that attaches files to a comment, all or none. The files are read at once, so in any thread but that of the
 * views.
 *
 * files: paths in the file system's encoding, NULL-terminated, at least one
 * is_linked: only addresses and digests are kept
 *
 * Errors: G_IO_ERROR: one cannot be read, is empty, is no file, or is too large to be kept; the sentence names it.
 * (transfer full) */
Ris3Edit *ris3_attachment_make_edit (gint64 comment_id, const char *const *files, gboolean is_linked, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Attachment, ris3_attachment_free)

G_END_DECLS
