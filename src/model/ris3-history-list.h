/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-history.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_LIST (ris3_history_list_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryList, ris3_history_list, RIS3, HISTORY_LIST, GObject)

/* The history as a GListModel of Ris3Change, the newest first, for views that read it page after page. It is read off
 * the thread of the views, one thing after another; what is shown stays until something else has been read.
 *
 * Properties, read-only:
 *   loading (boolean)
 *   complete (boolean): there is nothing older
 *
 * Signals:
 *   loaded (): something was read, and is in the list
 *   failed (GError *): it could not be read; the list stays as it was
 */
Ris3HistoryList *ris3_history_list_new (const char *path);

/* Begins anew, with the first page of what is asked. before_id, since_id and limit are not looked at. */
void ris3_history_list_set_query (Ris3HistoryList *self, const Ris3HistoryQuery *query);
/* Reads the next page, unless something is being read or there is none. */
void ris3_history_list_load_more (Ris3HistoryList *self);
/* Reads on until a change is in the list, if it is one of what is asked. */
void ris3_history_list_load_to (Ris3HistoryList *self, gint64 change_id);
/* Takes over what has come since, on top, and what has been undone: other changes stay the same objects. */
void ris3_history_list_refresh (Ris3HistoryList *self);

gboolean ris3_history_list_get_loading (Ris3HistoryList *self);
gboolean ris3_history_list_get_complete (Ris3HistoryList *self);
/* The position of a change; G_MAXUINT: it is not there, or not yet. */
guint ris3_history_list_find (Ris3HistoryList *self, gint64 change_id);

G_END_DECLS
