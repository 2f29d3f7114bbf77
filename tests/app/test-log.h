/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Call before anything logs. Every warning ends a test, except the few listed here that are the fault of a
 * library.
 */
void test_log_init (void);

/* Memory that is allocated between the two may leak: for known leaks in libraries that tests/lsan.supp cannot
 * name.
 */
void test_leaks_begin (void);
void test_leaks_end (void);

G_END_DECLS
