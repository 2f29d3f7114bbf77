/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-request-saying.h"

G_BEGIN_DECLS

/* Asks for the day, and the channel, of what is to be said of requests (RIS3_REQUEST_ASKED to RIS3_REQUEST_CHANNEL),
 * and then makes that edit.
 *
 * round: of the requests
 * requests: as ris3_request_saying_select () gives them, not empty */
void ris3_request_dialog_ask (GtkWindow *parent,
                              Ris3Session *session,
                              Ris3ConsultationRound *round,
                              GPtrArray *requests,
                              Ris3RequestSaying saying);

G_END_DECLS
