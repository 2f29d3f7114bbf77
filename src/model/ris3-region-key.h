/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What names a region of any NUTS version in a table of keys, and in the choice of a region in a form: "2016 FRL0".
 * (transfer full) */
char *ris3_region_key (guint nuts_version, const char *code);

G_END_DECLS
