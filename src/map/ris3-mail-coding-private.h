/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How mail writes what is not ASCII. Each gives NULL if it is broken. (transfer full) */

/* RFC 2045: "=C3=A9"; is_header: RFC 2047, where "_" is a space */
GByteArray *_ris3_mail_decode_quoted (const char *text, gsize length, gboolean is_header);
GByteArray *_ris3_mail_decode_base64 (const char *text, gsize length);
/* As UTF-8 without any NUL. charset: "": ASCII */
char *_ris3_mail_convert (const guint8 *bytes, gsize length, const char *charset);
/* Words of a header, "=?UTF-8?Q?caf=C3=A9?=", as text on one line; those that are broken stay. (transfer full) */
char *_ris3_mail_decode_words (const char *value);

G_END_DECLS
