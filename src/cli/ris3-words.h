/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* What a value means, in the language of the locale. (transfer none) */
const char *ris3_words_for_analysis_state (Ris3AnalysisState state);
const char *ris3_words_for_source_kind (Ris3SourceKind kind);

G_END_DECLS
