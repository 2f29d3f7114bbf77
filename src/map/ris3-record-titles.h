/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-strategy.h"

G_BEGIN_DECLS

/* What people are told for the values of an atlas's records, in the language of the locale. (transfer none)
 *
 * id: as the atlas has it; one that is not known comes back as it is
 */
const char *ris3_participation_role_get_title (const char *id);
const char *ris3_comment_state_get_title (const char *id);
const char *ris3_activity_kind_get_title (const char *id);
const char *ris3_author_role_get_title (const char *id); /* of a comment */

const char *ris3_source_kind_get_title (Ris3SourceKind kind); /* "Official page" */
/* How far a strategy has been read: "The document itself was read" */
const char *ris3_analysis_state_get_title (Ris3AnalysisState state);
/* What a mark rests on: "The region’s own answer"; "" for none */
const char *ris3_mark_basis_get_title (Ris3Basis basis);

const char *ris3_language_words (const char *code); /* "French"; the code itself if not known */
/* The codes of the languages that have a name here, NULL-terminated. (transfer container) */
const char **ris3_language_get_codes (void);

G_END_DECLS
