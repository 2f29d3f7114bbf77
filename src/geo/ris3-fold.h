/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as everybody can type it, for finding: without case, accents and punctuation, and letters that a plain
 * keyboard lacks by those that people type instead. "Provence-Alpes-Côte d'Azur" gives "provence alpes cote d azur",
 * "Łódź" "lodz", "Ελλάς" "ελλασ". One space lies between words; a script stays what it is.
 *
 * text: UTF-8; what is not gives "". (transfer full)
 */
char *ris3_fold (const char *text);

G_END_DECLS
