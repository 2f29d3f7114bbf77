/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-edit.h"
#include "model/ris3-change.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_DETAILS (ris3_history_details_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryDetails, ris3_history_details, RIS3, HISTORY_DETAILS, GtkWidget)

/* What a change of the history changed, and the buttons that undo it or restore a value of it.
 *
 * Signal: show-change (gint64): another change is asked for, by its id
 */
void ris3_history_details_set_session (Ris3HistoryDetails *self, Ris3Session *session);
/* change: NULL: none. The same one again is shown anew. */
void ris3_history_details_show (Ris3HistoryDetails *self, Ris3Change *change);
/* The values in the atlas have changed. */
void ris3_history_details_refresh (Ris3HistoryDetails *self);

G_END_DECLS
