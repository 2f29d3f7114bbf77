/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* What is said of requests. */
typedef enum
{
  RIS3_REQUEST_ASKED,
  RIS3_REQUEST_REMINDED,
  RIS3_REQUEST_ANSWERED,
  RIS3_REQUEST_CHANNEL,      /* by which they are asked */
  RIS3_REQUEST_NOT_ASKED,    /* it was said by mistake that they were asked */
  RIS3_REQUEST_NOT_ANSWERED, /* the same of an answer */
  RIS3_REQUEST_NOT_REMINDED, /* the same of the last reminder */
  RIS3_REQUEST_REMOVED,      /* they are not asked in this round */
  RIS3_N_REQUEST_SAYINGS,
} Ris3RequestSaying;

/* Of which requests it can be said.
 *
 * requests: (element-type Ris3Request)
 * again: also if it was said of all of them: then the day is another one
 *
 * (transfer full) */
GPtrArray *ris3_request_saying_select (Ris3RequestSaying saying, GPtrArray *requests, gboolean again);
/* The edit that says it of requests that were selected so. requests: not empty
 *
 * round: of the requests
 * date: the day of it, where there is one
 * channel: by which it was done; NULL: that of each
 *
 * (transfer full) */
Ris3Edit *ris3_request_saying_make_edit (Ris3RequestSaying saying,
                                         GPtrArray *requests,
                                         Ris3ConsultationRound *round,
                                         const char *date,
                                         const char *channel);

G_END_DECLS
