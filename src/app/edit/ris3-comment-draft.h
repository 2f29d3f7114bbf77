/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Opens the form of a new comment; without an atlas, nothing. What is known is preset: the only organisation of the
 * region, and who it is; a message that is pasted says when it was sent and whom it is from.
 *
 * table, key: what it is about; "region" and "": not known yet */
void ris3_comment_draft_open (Ris3EditDesk *desk, const char *table, const char *key);

G_END_DECLS
