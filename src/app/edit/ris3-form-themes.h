/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"
#include "app/edit/ris3-theme-chooser.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FORM_THEMES (ris3_form_themes_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FormThemes, ris3_form_themes, RIS3, FORM_THEMES, Ris3FormField)

/* The themes of a row; its column is "themes". label: with a mnemonic */
Ris3FormField *ris3_form_themes_new (Ris3Session *session, const char *label);
/* (transfer none) */
Ris3ThemeChooser *ris3_form_themes_get_chooser (Ris3FormThemes *self);

G_END_DECLS
