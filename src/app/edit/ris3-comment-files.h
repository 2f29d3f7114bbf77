/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Files that are attached to a new comment when its form is saved, in the same edit: they are chosen, or dropped on the
 * form. The first e-mail among them (".eml") fills in the form as one that is pasted does (ris3-comment-mail.h). They
 * are stored in the atlas, or linked where they are too large for that.
 *
 * changed: called with user_data after others are attached */
void ris3_comment_files_add (Ris3EditForm *form, Ris3Session *session, GCallback changed, gpointer user_data);
/* How many there are. */
guint ris3_comment_files_count (Ris3EditForm *form);

G_END_DECLS
