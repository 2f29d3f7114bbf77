/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_ORGANISATION (ris3_organisation_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Organisation, ris3_organisation, RIS3, ORGANISATION, GObject)

/* An organisation: an authority that is asked, or one that runs an activity. Strings are never NULL. */
gint64 ris3_organisation_get_id (Ris3Organisation *self);
const char *ris3_organisation_get_name (Ris3Organisation *self);
const char *ris3_organisation_get_role (
    Ris3Organisation *self); /* "regional authority", "national authority", "Commission", "analyst" or "other" */
/* Whether it is one that is asked in a consultation, of a region or of a country. */
gboolean ris3_organisation_is_authority (Ris3Organisation *self);
guint ris3_organisation_get_nuts_version (Ris3Organisation *self);      /* 0: of no region */
const char *ris3_organisation_get_region_code (Ris3Organisation *self); /* "": of no region */

G_END_DECLS
