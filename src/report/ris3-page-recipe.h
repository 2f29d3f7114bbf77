/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-view.h"
#include "report/ris3-page-options.h"

G_BEGIN_DECLS

/* What a figure that the program wrote was made of, as the file itself says: a text of a PNG file, the metadata of an
 * SVG file, or the keywords of a PDF file. */
typedef struct
{
  Ris3View *view;
  Ris3PageOptions *options; /* the defaults, if the file says nothing of its page */
  char *state;              /* of the atlas then, as ris3_atlas_state_read () has it; NULL: the file does not say */
} Ris3PageRecipe;

/* Whether a file may be one of these, by the ending of its name. */
gboolean ris3_page_recipe_may_have (const char *path);

/* Reads it. path: in the file system's encoding
 * Errors: G_IO_ERROR, G_FILE_ERROR, RIS3_VIEW_ERROR, RIS3_PAGE_OPTIONS_ERROR: a sentence that names the file.
 * (transfer full) */
Ris3PageRecipe *ris3_page_recipe_read (const char *path, GError **error);
void ris3_page_recipe_free (Ris3PageRecipe *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PageRecipe, ris3_page_recipe_free)

G_END_DECLS
