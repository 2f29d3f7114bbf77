/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A period as people write it: "2014-2020" becomes "2014–2020". (transfer full) */
char *ris3_period_to_text (const char *period);
/* Which strategies a view shows, in words: those of a period, or with NULL the latest of each region. (transfer full)
 */
char *ris3_period_describe (const char *period);

G_END_DECLS
