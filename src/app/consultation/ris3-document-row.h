/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-attachment.h"

G_BEGIN_DECLS

/* A document of a comment: its name, which opens it, whether it is stored or linked, how large it is, and its digest.
 * Its buttons have actions with the id of the document: document.open, document.copy-digest; of one that is stored,
 * document.save; if it can be removed, document.remove. (transfer floating) */
GtkWidget *ris3_document_row_new (const Ris3Attachment *attachment, gboolean can_remove);
/* Says what became of the file that it is linked to, if that is to be heeded. row: one of these */
void ris3_document_row_show_state (GtkWidget *row, Ris3LinkState state);

G_END_DECLS
