/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/ris3-arguments.h"
#include "report/ris3-map-maker.h"

G_BEGIN_DECLS

/* What the page is like: --page, and the options that say a part of it.
 * Errors: RIS3_PAGE_OPTIONS_ERROR, RIS3_SAVED_PAGES_ERROR. (transfer full) */
Ris3PageOptions *ris3_page_arguments_read_options (const Ris3Arguments *arguments, GError **error);

/* What makes pages on the boundaries that the arguments name. arguments, options: borrowed (transfer full) */
Ris3MapMaker *
ris3_page_arguments_new_maker (const Ris3Arguments *arguments, Ris3Atlas *atlas, const Ris3PageOptions *options);

G_END_DECLS
