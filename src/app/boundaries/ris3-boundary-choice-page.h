/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/boundaries/ris3-boundary-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_CHOICE_PAGE (ris3_boundary_choice_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryChoicePage, ris3_boundary_choice_page, RIS3, BOUNDARY_CHOICE_PAGE, GtkWidget)

/* The first step: which layers and columns of a file mean what, and its coordinate system, as they were guessed and can
 * be corrected.
 *
 * Signals:
 *   changed (): something was chosen
 */

/* remembered: the name of the file that the atlas remembers; NULL: none */
void ris3_boundary_choice_page_show (Ris3BoundaryChoicePage *self, Ris3BoundaryDraft *draft, const char *remembered);
/* Gives the keys to the first choice that is needed. */
void ris3_boundary_choice_page_focus (Ris3BoundaryChoicePage *self);

G_END_DECLS
