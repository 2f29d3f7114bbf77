/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "model/ris3-edit.h"
#include "model/ris3-outline.h"

G_BEGIN_DECLS

#define RIS3_TYPE_OUTLINE_DRAFT (ris3_outline_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlineDraft, ris3_outline_draft, RIS3, OUTLINE_DRAFT, GObject)

/* An outline that a person looks over, with what its lines suggest (Ris3OutlineMarks). Suggestions follow the texts,
 * off the main thread.
 *
 * Signals:
 *   changed (): lines, levels, what is included or what is accepted; once for all that happens at a time
 *   failed (GError *): nothing can be suggested
 */

/* language: of the extract, "fr"; "en" or "" if it is in English */
Ris3OutlineDraft *ris3_outline_draft_new (Ris3Session *session, Ris3Outline *outline, const char *language);
void ris3_outline_draft_set_language (Ris3OutlineDraft *self, const char *language);

/* From now on follows the corrections of a line: for each that a person gets to see. */
void ris3_outline_draft_watch (Ris3OutlineDraft *self, Ris3OutlineLine *line);

Ris3Outline *ris3_outline_draft_get_outline (Ris3OutlineDraft *self); /* (transfer none) */
/* Whether a person has corrected or accepted something. */
gboolean ris3_outline_draft_is_edited (Ris3OutlineDraft *self);
guint ris3_outline_draft_count_included (Ris3OutlineDraft *self);
/* Of the lines that are included. */
guint ris3_outline_draft_count_suggestions (Ris3OutlineDraft *self);
void ris3_outline_draft_accept_all (Ris3OutlineDraft *self);

/* The edit that adds what is included.
 *
 * parent_id: of an existing priority that it is added below, at the end; 0: at the end of the strategy
 * positions: (out): of the line of each step, guint; (transfer full)
 */
Ris3Edit *
ris3_outline_draft_make_edit (Ris3OutlineDraft *self, const char *strategy_id, gint64 parent_id, GArray **positions);

G_END_DECLS
