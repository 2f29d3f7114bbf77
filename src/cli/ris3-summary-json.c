/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-summary-json.h"

void
ris3_summary_json (Ris3Json *json, const Ris3StrategySummary *summary)
{
  ris3_json_number (json, "strategies", summary->n_strategies);
  ris3_json_number (json, "analysed", summary->n_analysed);
  ris3_json_number (json, "health", summary->n_health);
  ris3_json_number (json, "explicit", summary->n_explicit);
  ris3_json_number (json, "disputed", summary->n_disputed);
}
