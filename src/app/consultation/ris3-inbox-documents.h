/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_DOCUMENTS (ris3_inbox_documents_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxDocuments, ris3_inbox_documents, RIS3, INBOX_DOCUMENTS, GtkWidget)

/* The documents that came with a comment: each can be opened, saved as a file and, while the atlas is edited, removed;
 * and files can be attached. Of one that is linked, it is said if its file is gone or was changed.
 * It is empty where there are none, and none can be attached. (transfer floating) */
GtkWidget *ris3_inbox_documents_new (Ris3Session *session, Ris3Comment *comment);

/* Asks which files are to be attached, and attaches them. */
void ris3_inbox_documents_ask (Ris3InboxDocuments *self);
/* Asks whether files are to be stored or linked, and attaches them.
 *
 * files: paths in the file system's encoding, NULL-terminated, at least one */
void ris3_inbox_documents_attach (Ris3InboxDocuments *self, const char *const *files);

G_END_DECLS
