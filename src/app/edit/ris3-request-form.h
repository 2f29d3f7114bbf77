/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds the action edit.request-form (x): the id of a request of a round, of which it asks for the date until which that
 * authority alone has time, and a remark. */
void ris3_request_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS
