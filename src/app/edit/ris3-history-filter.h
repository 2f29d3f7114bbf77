/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "model/ris3-history.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HISTORY_FILTER (ris3_history_filter_get_type ())
G_DECLARE_FINAL_TYPE (Ris3HistoryFilter, ris3_history_filter, RIS3, HISTORY_FILTER, GtkWidget)

/* What of the history is shown: a search, a person, a kind, days, and what it is about; all but the search as chips
 * that can be taken away.
 *
 * Signal: changed ()
 */

/* Whom and which kinds there are. */
void ris3_history_filter_set_choices (Ris3HistoryFilter *self, const char *const *actors, const char *const *kinds);
/* What the history is about: “Strategy “…””; NULL: the whole atlas. It is not announced. */
void ris3_history_filter_set_subject (Ris3HistoryFilter *self, const char *subject);
/* FALSE if somebody has taken that away. */
gboolean ris3_history_filter_has_subject (Ris3HistoryFilter *self);
/* Whether less than everything about the subject is asked for. */
gboolean ris3_history_filter_is_active (Ris3HistoryFilter *self);
/* Asks for everything about the subject. */
void ris3_history_filter_clear (Ris3HistoryFilter *self);
/* Sets what is asked in a query; the texts stay with the filter, and are valid until it changes. */
void ris3_history_filter_apply (Ris3HistoryFilter *self, Ris3HistoryQuery *query);
void ris3_history_filter_focus_search (Ris3HistoryFilter *self);
/* Empties the search; whether there was one. */
gboolean ris3_history_filter_end_search (Ris3HistoryFilter *self);
/* What is typed anywhere in a widget is searched for. */
void ris3_history_filter_capture_keys (Ris3HistoryFilter *self, GtkWidget *widget);

G_END_DECLS
