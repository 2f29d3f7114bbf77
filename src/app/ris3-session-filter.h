/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

/* The filter of what a session shows. It is part of the view; what it gives is found in an index of the atlas, which is
 * read off the main thread after opening and after each change of the atlas. The session notifies
 *
 *   filter-result (Ris3FilterResult, read-only): together with the classification. While the index is read, or words
 * are looked for, it is what was found before, or NULL
 */

/* (transfer none) */
Ris3Filter *ris3_session_get_filter (Ris3Session *self);
/* The same, told which strategies are of the classes that it asks for, as it is to be applied. (transfer full) */
Ris3Filter *ris3_session_tell_filter (Ris3Session *self);
void ris3_session_set_filter (Ris3Session *self, Ris3Filter *filter);
/* As a person typed it: where the map shows one period and the filter asks for one, it is what the map is to show.
 * (Nothing is of two periods.) */
void ris3_session_set_typed_filter (Ris3Session *self, Ris3Filter *filter);
void ris3_session_clear_filter (Ris3Session *self);
/* A filter as text, in the shortest form that this atlas understands. (transfer full) */
char *ris3_session_dup_filter_text (Ris3Session *self, Ris3Filter *filter);
/* “Filtered: France or Italy; Oncology”; NULL: nothing is. (transfer full) */
char *ris3_session_describe_filter (Ris3Session *self);
/* Whether something is filtered by that no strategy matches. */
gboolean ris3_session_has_no_match (Ris3Session *self);
/* (transfer none) */
Ris3FilterResult *ris3_session_get_filter_result (Ris3Session *self);
/* NULL until it is read, which begins now at the latest. (transfer none) */
Ris3FilterIndex *ris3_session_get_filter_index (Ris3Session *self);

/* Whether the map alone says which period is shown, and the filter does not. */
gboolean ris3_session_has_map_period (Ris3Session *self);
/* What the filter leaves of the strategies of all periods; NULL until it is known. (transfer full) */
Ris3FilterResult *ris3_session_apply_to_all_periods (Ris3Session *self);
/* period: that the map is to show; NULL: the latest of each region */
void ris3_session_set_period (Ris3Session *self, const char *period);

/* Selects all regions with a strategy of the view's period that matches another filter than the session's; what has no
 * place on the boundaries is in none. Nothing before the index is read. */
void ris3_session_select_matching (Ris3Session *self, Ris3Filter *filter);

/* Reads a text form as a person types it, with names for codes. position: (out) where the wrong word begins, in bytes.
 * Errors: RIS3_FILTER_ERROR. (transfer full) */
Ris3Filter *ris3_session_read_filter (Ris3Session *self, const char *text, gsize *position, GError **error);

/* The same, if it has such terms as "country:FR". NULL: it is words alone; or, with an error, it looks as if it had,
 * and cannot be read. (transfer full) */
Ris3Filter *ris3_session_read_terms (Ris3Session *self, const char *text, GError **error);

/* Shows a row of the atlas on the page of the selected region, which gives it the focus: the session emits
 *
 *   row-wanted (char *table, char *key, char *strategy_id)
 */
void ris3_session_show_row (Ris3Session *self, const char *table, const char *key, const char *strategy_id);

/* The region of the shown boundaries that a strategy is placed on, or without one (NULL or "") a region of a NUTS
 * version; -1: none */
gint ris3_session_find_place (Ris3Session *self, const char *strategy_id, guint nuts_version, const char *code);

G_END_DECLS
