/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A message as it is copied from a mail program: lines that say whom it is from, when it was sent and about what, in
 * any language that the program speaks, an empty line, and what it says. */
typedef struct
{
  char *address;    /* whom it is from: the e-mail address, in small letters; NULL: it does not say */
  char date[11];    /* when it was sent: ISO 8601; "": it does not say */
  char *subject;    /* on one line, without "Re:" and the like; "" */
  const char *body; /* what it says, without the lines above it: within the text that was read */
} Ris3MailHead;

/* text: must live as long as what is found. NULL: it does not begin so. (transfer full) */
Ris3MailHead *ris3_mail_head_read (const char *text);
void ris3_mail_head_free (Ris3MailHead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3MailHead, ris3_mail_head_free)

G_END_DECLS
