/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the actions that need no form: deleting, moving, and setting one field. */
void ris3_edit_rows_add_actions (Ris3EditDesk *desk);

G_END_DECLS
