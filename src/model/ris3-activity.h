/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_ACTIVITY (ris3_activity_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Activity, ris3_activity, RIS3, ACTIVITY, GObject)

/* Something under way in a region. Strings are never NULL. */
gint64 ris3_activity_get_id (Ris3Activity *self);
guint ris3_activity_get_nuts_version (Ris3Activity *self);
const char *ris3_activity_get_region_code (Ris3Activity *self);
const char *
ris3_activity_get_kind (Ris3Activity *self); /* "project", "best-practice", "data-set", "infrastructure", "call" */
const char *ris3_activity_get_title (Ris3Activity *self);
const char *ris3_activity_get_programme (Ris3Activity *self);
guint ris3_activity_get_year_from (Ris3Activity *self); /* 0: not known */
guint ris3_activity_get_year_to (Ris3Activity *self);   /* 0: not known, or not ended */
const char *ris3_activity_get_url (Ris3Activity *self);
const char *ris3_activity_get_remark (Ris3Activity *self);
/* Names of its themes in the codebook, NULL-terminated. (transfer none) */
const char *const *ris3_activity_get_themes (Ris3Activity *self);

G_END_DECLS
