/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/consultation/ris3-inbox-list.h"

G_BEGIN_DECLS

/* Where a column lies in a row. */
typedef struct
{
  int x;
  int width; /* 0: it is not seen, as there is no room for it */
} Ris3InboxPlace;

/* What people call a column. (transfer none) */
const char *ris3_inbox_column_get_title (Ris3InboxColumn column);
/* Divides a row of a list among the columns: those that say the least give way first, and one that says nothing in any
 * row has no room. */
void ris3_inbox_columns_place (Ris3InboxList *list, int width, Ris3InboxPlace places[RIS3_N_INBOX_COLUMNS]);

G_END_DECLS
