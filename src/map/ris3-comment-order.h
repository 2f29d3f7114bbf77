/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* Puts comments into the order of a register: by the name of the country, the code of the region, the day on which they
 * were received, and what they are about; each with the replies to it below, as far as they are there (element-type
 * Ris3Comment). */
void ris3_comment_order_sort (Ris3Atlas *atlas, GPtrArray *comments);
/* The country of the region that a comment is about, as registers name it: in English; its code, if the atlas does not
 * know it. (transfer full) */
char *ris3_comment_order_name_country (Ris3Atlas *atlas, Ris3Comment *comment);

G_END_DECLS
