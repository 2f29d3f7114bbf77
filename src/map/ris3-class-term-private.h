/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-class-term.h"

G_BEGIN_DECLS

/* Parts of the texts. */
#define RIS3_CLASS_TERM_UNKNOWN "unknown"
#define RIS3_CLASS_TERM_MORE_THAN_NOTHING ">0"
#define RIS3_CLASS_TERM_TO ".."

/* Whether numbers go in steps of one, so that the last one of a range is meant too. */
gboolean _ris3_class_term_has_whole_numbers (const Ris3Indicator *indicator);

G_END_DECLS
