/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_COMMENT (ris3_comment_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Comment, ris3_comment, RIS3, COMMENT, GObject)

/* What an authority answered about one region or strategy. Strings are never NULL. */
gint64 ris3_comment_get_id (Ris3Comment *self);
guint ris3_comment_get_nuts_version (Ris3Comment *self);
const char *ris3_comment_get_region_code (Ris3Comment *self);
const char *ris3_comment_get_strategy_id (Ris3Comment *self); /* "" when about the region as a whole */
const char *ris3_comment_get_author_role (Ris3Comment *self); /* "regional authority", "Commission" … */
const char *ris3_comment_get_channel (Ris3Comment *self);     /* "SAPHIRe survey" */
const char *ris3_comment_get_received_on (Ris3Comment *self); /* ISO 8601 date, "" if not known */
const char *ris3_comment_get_text (Ris3Comment *self);
const char *ris3_comment_get_state (Ris3Comment *self); /* "received" … */
const char *ris3_comment_get_source_url (Ris3Comment *self);

G_END_DECLS
