/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of what a message says that is not what the person wrote who sent it, in bytes: with the empty lines before
 * it, from the end of a line to the end of a line. */
typedef struct
{
  gsize begin;
  gsize end;
  guint n_lines; /* that are not empty */
} Ris3MailTail;

/* The signature: name, telephone and the like after a line "--", or after a closing formula in a language of Europe,
 * with that. It stands at the end, or before the message that is answered. FALSE: there is none, or nothing else. */
gboolean ris3_mail_tail_find_signature (const char *text, Ris3MailTail *found);
/* The message that is answered, if it stands as a whole at the end, or before the answer: lines with ">" before them,
 * or after a line that says who wrote when, or after the headers of a mail. FALSE: there is none, nothing else, or the
 * answer stands between its lines. */
gboolean ris3_mail_tail_find_quotation (const char *text, Ris3MailTail *found);

G_END_DECLS
