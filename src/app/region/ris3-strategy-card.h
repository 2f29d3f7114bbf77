/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-edit.h"

G_BEGIN_DECLS

/* A strategy on a card: title, year, language, how it was read, links, what its mark rests on; while the session is
 * edited, what was found can be answered there. Floating.
 */
GtkWidget *ris3_strategy_card_new (Ris3Session *session, Ris3Strategy *strategy);

/* While the session is edited: a button with the menu of what can be done with a strategy. Floating. */
GtkWidget *ris3_strategy_menu_button_new (Ris3Strategy *strategy);

/* What follows the card: the strategy's health priorities, or a sentence that says why there are none. Floating.
 *
 * present: the same as it is now, or NULL; it is then the result, up to date again
 */
GtkWidget *ris3_strategy_priorities_new (Ris3Session *session, Ris3Strategy *strategy, GtkWidget *present);
/* The strategy does not exist any more. FALSE if nothing is being written in its priorities, so that they can go as
 * well; otherwise they do so when that is over. */
gboolean ris3_strategy_priorities_set_deleted (GtkWidget *priorities);

G_END_DECLS
