/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-import-plan.h"

G_BEGIN_DECLS

/* Chooses which rows of a compared plan are imported, and no others: "new,changed", or numbers of rows, "2-40,57".
 * Errors: G_IO_ERROR_INVALID_ARGUMENT, with a sentence. */
gboolean ris3_import_rows_choose (Ris3ImportPlan *plan, const char *text, GError **error);

G_END_DECLS
