/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_PARTICIPATION (ris3_participation_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Participation, ris3_participation, RIS3, PARTICIPATION, GObject)

/* A country, region or body in a programme. Strings are never NULL. */
gint64 ris3_participation_get_id (Ris3Participation *self);
const char *ris3_participation_get_programme (Ris3Participation *self); /* "ICPerMed" */
const char *ris3_participation_get_role (Ris3Participation *self);      /* "member" */
const char *ris3_participation_get_country (Ris3Participation *self);   /* "FR" */
guint ris3_participation_get_nuts_version (Ris3Participation *self);
const char *ris3_participation_get_region_code (Ris3Participation *self); /* "" outside NUTS */
const char *ris3_participation_get_name (Ris3Participation *self);
const char *ris3_participation_get_source (Ris3Participation *self); /* a URL or a title */

G_END_DECLS
