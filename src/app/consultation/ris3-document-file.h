/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"
#include "model/ris3-attachment.h"

G_BEGIN_DECLS

/* Opens a document of a comment with the program that its user has for it: one that is stored, as a copy that is gone
 * with the session of the desktop; one that is linked, where it is, after it was looked whether it is still there, and
 * the same. What is in the way is told.
 *
 * window: that it is shown from; attachments: of Ris3Attachment, that it is one of */
void ris3_document_file_open (GtkWindow *window,
                              Ris3Session *session,
                              GPtrArray *attachments,
                              const Ris3Attachment *attachment);

/* Writes one that is stored to a file. target: in the file system's encoding */
void ris3_document_file_save (GtkWindow *window,
                              Ris3Session *session,
                              GPtrArray *attachments,
                              const Ris3Attachment *attachment,
                              const char *target);

G_END_DECLS
