/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TEST_MANY_STRATEGIES 10000
#define TEST_MANY_PRIORITIES 150000

/* Adds strategies of all regions and periods, and trees of priorities with themes, to a copy of the default atlas until
 * it has so many of each. The same every time. */
void test_generate (const char *path, guint n_strategies, guint n_priorities);

G_END_DECLS
