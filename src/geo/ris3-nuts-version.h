/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The NUTS versions whose boundaries come with the program, oldest first. A new one is added here and
 * in data/boundaries/; nothing else lists them.
 */
#define RIS3_N_NUTS_VERSIONS 3
extern const guint ris3_nuts_versions[RIS3_N_NUTS_VERSIONS];

/* The one that strategies are keyed to unless stated otherwise, and that the map shows at first. */
#define RIS3_DEFAULT_NUTS_VERSION 2016

gboolean ris3_nuts_version_is_known (guint version);

/* Reads "2016". FALSE, with version unchanged, if text is not one of the versions. */
gboolean ris3_nuts_version_from_string (const char *text, guint *version);

/* All of them for a sentence: "2013, 2016 or 2021". (transfer full) */
char *ris3_nuts_version_list (void);

G_END_DECLS
