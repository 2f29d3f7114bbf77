/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-json.h"
#include "map/ris3-strategy-summary.h"

G_BEGIN_DECLS

/* Writes the counts of a summary as members of the object that is open. */
void ris3_summary_json (Ris3Json *json, const Ris3StrategySummary *summary);

G_END_DECLS
