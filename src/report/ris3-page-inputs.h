/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-own-boundaries.h"
#include "model/ris3-output-file.h"

G_BEGIN_DECLS

#define RIS3_PAGE_MAX_INPUTS 3

/* The files that a page of an atlas is made of, which must not be written: the atlas, the boundaries of the program,
 * and those of one's own.
 *
 * own: NULL: none
 * files: RIS3_PAGE_MAX_INPUTS of them
 *
 * Returns how many there are. */
guint ris3_page_inputs_list (const char *atlas_path, const Ris3OwnBoundaries *own, Ris3FileId *files);

G_END_DECLS
