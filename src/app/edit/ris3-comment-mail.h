/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Lets the text of the form of a new comment take a message that is pasted with its headers (ris3-mail-head.h), also as
 * it is sent (ris3-mail-message.h): the date and the organisation of the person who has the address are filled in,
 * unless somebody has changed them, and the headers, the address with them, are taken out of the text, which is said
 * below it. */
void ris3_comment_mail_take_pasted (Ris3EditForm *form, Ris3Session *session);
/* The same for a message from elsewhere, with its headers, which goes below what the text has. FALSE: it is none, and
 * nothing has changed. */
gboolean ris3_comment_mail_take (Ris3EditForm *form, Ris3Session *session, const char *message);

G_END_DECLS
