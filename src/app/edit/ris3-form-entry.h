/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_ENTRY (ris3_form_entry_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormEntry, ris3_form_entry, RIS3, FORM_ENTRY, Ris3FormField)

typedef enum
{
  RIS3_FORM_ENTRY_TEXT,
  RIS3_FORM_ENTRY_NUMBER,    /* whole, from 0 */
  RIS3_FORM_ENTRY_ORDINAL,   /* the same counted from 1, while the file counts from 0 */
  RIS3_FORM_ENTRY_DATE,      /* as people write it, with a calendar; its value is ISO 8601 */
  RIS3_FORM_ENTRY_ADDRESS,   /* of the web */
  RIS3_FORM_ENTRY_LONGITUDE, /* in degrees, with a decimal point or comma */
  RIS3_FORM_ENTRY_LATITUDE,  /* the same */
} Ris3FormEntryKind;

/* One line of text. label: with a mnemonic */
Ris3FormField *ris3_form_entry_new (const char *column, const char *label, Ris3FormEntryKind kind);
/* Values that can be chosen instead of being typed. NULL-terminated */
void ris3_form_entry_set_suggestions (Ris3FormEntry *self, const char *const *values);

G_END_DECLS
