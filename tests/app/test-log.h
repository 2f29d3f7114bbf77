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

/* What is allocated between the two may leak: for what a library is known to forget, where tests/lsan.supp
 * cannot name it.
 */
void test_leaks_begin (void);
void test_leaks_end (void);

G_END_DECLS
