/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"

G_BEGIN_DECLS

/* Once something is pasted into the text of a comment, says below it that it has a signature, which is personal data,
 * or the message that it answers (ris3-mail-tail.h), and offers to take that out, which the text view can undo. Nothing
 * is taken out by itself; what is kept is not told again before something else is pasted. */
void ris3_comment_tail_watch (Ris3EditForm *form);
/* The same as if something were pasted. */
void ris3_comment_tail_look (Ris3EditForm *form);

G_END_DECLS
