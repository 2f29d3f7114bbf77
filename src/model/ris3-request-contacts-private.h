/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-request-contacts.h"

G_BEGIN_DECLS

/* Which persons were asked goes with a request that is deleted, as no history holds persons. An editor keeps in memory,
 * by their ids alone, who that was, so that its undo can bring it back; of a person who was erased meanwhile there is
 * nothing to bring back. */

/* All that there are. (transfer full) */
GArray *_ris3_request_contacts_list (Ris3Connection *connection, GError **error);
/* After a change: keeps what has gone with requests, and forgets what is there again. before: what there was */
void _ris3_request_contacts_keep (Ris3Editor *self, GArray *before);
/* Within the transaction of an undo: writes what is kept of requests that are there again. */
gboolean _ris3_request_contacts_bring_back (Ris3Editor *self, GError **error);

G_END_DECLS
