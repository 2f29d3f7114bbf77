/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who sends packs (ris3-pack.h), as it was typed. Borrowed; NULL or "": that is not said. */
typedef struct
{
  const char *name;     /* an organisation, or a person */
  const char *reply_to; /* where answers go: an e-mail or a postal address */
} Ris3PackSender;

/* Looks at the address, which may be anything that a post office or a mail program understands. A sentence that says
 * what it seems to lack; NULL: nothing. (transfer none) */
const char *ris3_pack_sender_describe_problem (const Ris3PackSender *self);

G_END_DECLS
