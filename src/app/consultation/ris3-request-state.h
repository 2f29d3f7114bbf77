/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Where the requests of a round stand, on a day. */
typedef enum
{
  RIS3_REQUESTS_ALL,
  RIS3_REQUESTS_NOT_ASKED,
  RIS3_REQUESTS_WAITING, /* asked, and not answered yet; those that are overdue as well */
  RIS3_REQUESTS_OVERDUE,
  RIS3_REQUESTS_ANSWERED,
  RIS3_N_REQUEST_STATES,
} Ris3RequestState;

/* today: a date, as 2026-11-30 */
gboolean ris3_request_is_in_state (Ris3Request *request, Ris3RequestState state, const char *today);
/* "Overdue (12)"; n: how many are. (transfer full) */
char *ris3_request_state_to_text (Ris3RequestState state, guint n);
/* Where a request stands, in words: "Asked on 1 November 2026, due on …". (transfer full) */
char *ris3_request_describe (Ris3Request *request, const char *today);

G_END_DECLS
