/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-change.h"

G_BEGIN_DECLS

/* How the history puts things into words, in the language of the locale. */

/* "Today", "Yesterday", "23 November 2026". (transfer full) */
char *ris3_history_day_to_text (GDateTime *time);
/* "14:05" (transfer full) */
char *ris3_history_time_to_text (GDateTime *time);
/* "23 November 2026, 14:05" (transfer full) */
char *ris3_history_moment_to_text (GDateTime *time);

/* What changes of a kind ("priority", as from ris3_history_read_kinds ()) are about: "Priorities"; NULL if that kind is
 * not offered by itself. (transfer none) */
const char *ris3_history_kind_get_title (const char *kind);

/* A row, by what it is and what it is called: “Priority “3.1 Telemedicine””. name may be NULL. (transfer full) */
char *ris3_history_row_to_text (const char *table, const char *name);
/* A field that is told to people; NULL for one that is not. (transfer none) */
const char *ris3_history_field_get_title (const char *table, const char *field);
/* Whether its values are texts, and not choices that have words of their own, or names of other rows. */
gboolean ris3_history_field_is_prose (const char *table, const char *field);
/* A value of it, "" if it is empty. name: what it names, where it is the key of a row; may be NULL. (transfer full) */
char *ris3_history_value_to_text (const char *table, const char *field, const char *value, const char *name);

G_END_DECLS
