/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter.h"
#include "test-files.h"

G_BEGIN_DECLS

/* Facets in plain SQL: which strategies (of themes: priorities) have which values, in two columns. */
const char *test_facet_sql (Ris3Facet facet);

/* The default atlas, some more at random, and what it lacks. (transfer full) */
char *test_facets_make_atlas (TestFiles *files);

G_END_DECLS
