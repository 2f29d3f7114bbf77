/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RIS3_TYPE_ASSESSMENT (ris3_assessment_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Assessment, ris3_assessment, RIS3, ASSESSMENT, GObject)

/* What an assessor, such as the Commission, recorded on personalised medicine for a region. Strings are never NULL. */
gint64 ris3_assessment_get_id (Ris3Assessment *self);
guint ris3_assessment_get_nuts_version (Ris3Assessment *self);
const char *ris3_assessment_get_region_code (Ris3Assessment *self);
const char *ris3_assessment_get_assessor (Ris3Assessment *self); /* "Commission" */
gboolean ris3_assessment_get_pm_mark (Ris3Assessment *self);     /* FALSE: recorded as not a priority */
const char *ris3_assessment_get_source_url (Ris3Assessment *self);

G_END_DECLS
