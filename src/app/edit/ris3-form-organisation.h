/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_ORGANISATION (ris3_form_organisation_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormOrganisation, ris3_form_organisation, RIS3, FORM_ORGANISATION, Ris3FormField)

/* An organisation by its name: one that the atlas knows, which is found as it is typed, those of a region first, or a
 * new one, which is said. It is not stored (RIS3_FORM_STORAGE_NONE): the form says what it means; or it is
 * RIS3_FORM_STORAGE_OWN: its id, and of a new one, that of the row that the last step but one of an edit adds.
 *
 * column, label: as of ris3_form_field_build () */
Ris3FormField *ris3_form_organisation_new (Ris3Session *session, const char *column, const char *label);

/* Whose organisations come first. If it has just one, that is what is there from the beginning, unless somebody has
 * typed another one. region: NULL: none */
void ris3_form_organisation_set_region (Ris3FormOrganisation *self, const Ris3RegionName *region);

/* The one that is meant; NULL: a new one, or none. (transfer none) */
Ris3Organisation *ris3_form_organisation_get (Ris3FormOrganisation *self);

G_END_DECLS
