/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Call before anything logs. Every warning ends a test; the few that are a library's own fault are named
 * here, and do not.
 */
void test_log_init (void);

G_END_DECLS
