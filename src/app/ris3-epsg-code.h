/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A code of EPSG as a person writes it: "31370", "epsg:31370". "EPSG:31370"; NULL: it is none. (transfer full) */
char *ris3_epsg_code_from_text (const char *text);

G_END_DECLS
