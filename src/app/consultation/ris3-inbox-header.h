/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/consultation/ris3-inbox-list.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INBOX_HEADER (ris3_inbox_header_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InboxHeader, ris3_inbox_header, RIS3, INBOX_HEADER, GtkWidget)

/* The titles of the columns above the rows (Ris3InboxRow): a click sorts by one, a second click the other way round.
 *
 * Signal "sorted" (): the list has another order.
 */
GtkWidget *ris3_inbox_header_new (Ris3InboxList *list);

G_END_DECLS
