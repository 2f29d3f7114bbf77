/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-attachment.h"

G_BEGIN_DECLS

/* Looks, in another thread, at the files that documents are linked to.
 *
 * attachments: of Ris3Attachment, which stay as they are
 * one: NULL: all of them; else only this one of them, with its whole contents
 * max_size: where all are looked at: of a larger file, only the size is compared */
void ris3_link_check_async (GPtrArray *attachments,
                            const Ris3Attachment *one,
                            guint64 max_size,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Ris3LinkState of each; RIS3_LINK_UNKNOWN where it was not looked at. NULL: cancelled. (transfer full) */
GArray *ris3_link_check_finish (GAsyncResult *result);

G_END_DECLS
