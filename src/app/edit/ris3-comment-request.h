/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-form.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Whether a comment is the answer to a request: a switch of the form of a new comment, on and to be seen where its
 * organisation was asked in a round that is open and has not answered, and the comment came after that. */

/* (transfer none) */
Ris3FormField *ris3_comment_request_add (Ris3EditForm *form);
/* The organisation or the day is another one. organisation: NULL: none that the atlas knows */
void ris3_comment_request_update (Ris3FormField *field,
                                  Ris3Atlas *atlas,
                                  Ris3Organisation *organisation,
                                  const char *received_on);
/* The request that is answered; NULL: none. (transfer none) */
Ris3Request *ris3_comment_request_get (Ris3FormField *field);

G_END_DECLS
