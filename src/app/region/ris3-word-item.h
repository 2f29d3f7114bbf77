/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

/* What the search lists besides regions. */
typedef enum
{
  RIS3_WORD_ITEM_HEADING,
  RIS3_WORD_ITEM_HIT,    /* a text with the words */
  RIS3_WORD_ITEM_FILTER, /* an offer to filter by them */
} Ris3WordItemKind;

#define RIS3_TYPE_WORD_ITEM (ris3_word_item_get_type ())
G_DECLARE_FINAL_TYPE (Ris3WordItem, ris3_word_item, RIS3, WORD_ITEM, GObject)

Ris3WordItem *ris3_word_item_new_heading (const char *title);
/* place: the name of its region; code: its code */
Ris3WordItem *ris3_word_item_new_hit (const Ris3FilterHit *hit, const char *place);
Ris3WordItem *ris3_word_item_new_filter (const char *words);

Ris3WordItemKind ris3_word_item_get_kind (Ris3WordItem *self);
/* (transfer none): the heading, the name of the region, or the words */
const char *ris3_word_item_get_title (Ris3WordItem *self);
/* NULL unless it is one */
const Ris3FilterHit *ris3_word_item_get_hit (Ris3WordItem *self);

G_END_DECLS
