/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-words.h"

#include <glib/gi18n-lib.h>

const char *
ris3_words_for_analysis_state (Ris3AnalysisState state)
{
  switch (state)
    {
    case RIS3_ANALYSIS_PENDING:
      return _ ("not yet analysed");
    case RIS3_ANALYSIS_DESK:
      return _ ("known from pages and reports, to be checked against the document");
    case RIS3_ANALYSIS_DOCUMENT:
      return _ ("the document itself was read");
    case RIS3_ANALYSIS_CONFIRMED:
      return _ ("confirmed by the region");
    }
  return "";
}

const char *
ris3_words_for_source_kind (Ris3SourceKind kind)
{
  switch (kind)
    {
    case RIS3_SOURCE_STRATEGY:
      return _ ("the strategy document");
    case RIS3_SOURCE_OFFICIAL_PAGE:
      return _ ("official page");
    case RIS3_SOURCE_REPORT:
      return _ ("report");
    case RIS3_SOURCE_NEWS:
      return _ ("news item");
    }
  return "";
}
