/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-form-field.h"

G_BEGIN_DECLS

/* A field for the column "language": one of those that have a name, by their titles, or none. */
Ris3FormField *ris3_form_language_new (void);

G_END_DECLS
