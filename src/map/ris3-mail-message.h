/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes of a message as mail programs send and save it (".eml": RFC 5322, with what RFC 2045 to 2047 let it consist of)
 * one as they show it, which ris3_mail_head_read () takes: its sender, date and subject, an empty line, and the first
 * of its parts that is plain text, or else HTML, all of it as UTF-8. What is encoded in a way that is broken or not
 * known stays as it stands. Of any other text, only the encoded words before the first empty line are decoded.
 *
 * text: of any encoding; length: in bytes, -1: to its end
 *
 * (transfer full) */
char *ris3_mail_message_decode (const char *text, gssize length);

G_END_DECLS
