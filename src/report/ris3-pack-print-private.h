/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-pack.h"
#include "report/ris3-sheet-flow-private.h"

G_BEGIN_DECLS

/* Adds what a pack says: first what stands beside its map, then the rest. */
void
_ris3_pack_print_add_head (Ris3SheetFlow *flow, const Ris3Pack *pack, Ris3Atlas *atlas, const Ris3PackSender *sender);
void _ris3_pack_print_add_body (Ris3SheetFlow *flow, const Ris3Pack *pack);
/* "State of the data: 23 November 2026", in the language of the pack. (transfer full) */
char *_ris3_pack_print_make_fact (const Ris3Pack *pack, const char *title, const char *value);

G_END_DECLS
