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

/* What becomes of files that are attached. */
typedef enum
{
  RIS3_ATTACH_STORED,
  RIS3_ATTACH_LINKED,  /* only their addresses and digests are kept */
  RIS3_ATTACH_FITTING, /* those are linked that are too large to be stored */
} Ris3AttachWay;

/* An edit that attaches files to a comment, all or none. The files are read at once, so in any thread but that of the
 * views.
 *
 * files: paths in the file system's encoding, NULL-terminated, at least one
 *
 * Errors: G_IO_ERROR: one cannot be read, is empty, is no file, or is too large to be stored; the sentence names it.
 * (transfer full) */
Ris3Edit *ris3_attachment_make_edit (gint64 comment_id, const char *const *files, Ris3AttachWay way, GError **error);
/* Whether a file is too large to be stored. In any thread. */
gboolean ris3_attachment_is_too_large (const char *file);

/* What became of the file that a document is linked to. */
typedef enum
{
  RIS3_LINK_SAME,
  RIS3_LINK_CHANGED, /* its contents are not those that were attached */
  RIS3_LINK_MISSING,
  RIS3_LINK_UNKNOWN, /* it is not a file on this computer, or cannot be read, or not whole */
} Ris3LinkState;

/* Looks at the file of a document that is linked. In any thread but that of the views.
 *
 * max_size: of a larger file, only the size is compared; 0: of none */
Ris3LinkState ris3_attachment_check_link (const Ris3Attachment *self, guint64 max_size, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Attachment, ris3_attachment_free)

G_END_DECLS
