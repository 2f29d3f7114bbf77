/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* edit.comment-add (ss): records a comment on a region ("2016 FRL0", or "" if none is known yet), a strategy or a
 * priority: table and key. edit.comment-form (x): corrects one; edit.comment-reply (x): records a reply to one. */
void ris3_comment_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS
