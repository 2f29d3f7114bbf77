/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-json.h"
#include "map/ris3-import-report.h"

G_BEGIN_DECLS

/* Writes what a compared plan would do as members of an object: counts, and each row with its changes, problems and
 * remarks. */
void ris3_import_json_add_plan (Ris3Json *json, Ris3ImportPlan *plan);

G_END_DECLS
