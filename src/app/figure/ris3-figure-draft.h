/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/figure/ris3-figure-page.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_DRAFT (ris3_figure_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigureDraft, ris3_figure_draft, RIS3, FIGURE_DRAFT, GObject)

/* The figure of the map that a session shows, while its page is being chosen. Boundaries are projected off the main
 * thread; everything here is called on it.
 *
 * Signals:
 *   changed (): there is another figure, or another error, or it is begun to make one
 */

/* What is wrong. */
typedef enum
{
  RIS3_FIGURE_FINE,
  RIS3_FIGURE_WRONG_SIZE,
  RIS3_FIGURE_WRONG_CRS,
} Ris3FigureFault;

/* options: as ris3_figure_draft_set_options () (transfer full) */
Ris3FigureDraft *ris3_figure_draft_new (Ris3Session *session, const Ris3PageOptions *options);

/* What is chosen. (transfer none) */
const Ris3PageOptions *ris3_figure_draft_get_options (Ris3FigureDraft *self);
/* Chooses: copied. */
void ris3_figure_draft_set_options (Ris3FigureDraft *self, const Ris3PageOptions *options);

/* What part of the map it shows, as a view keeps it; NULL: all of Europe, or of boundaries of one's own that are a
 * small part of it. */
void ris3_figure_draft_set_extent (Ris3FigureDraft *self, const char *extent);
const char *ris3_figure_draft_get_extent (Ris3FigureDraft *self); /* (transfer none) */

/* The last figure that could be made; NULL: none yet. (transfer none) */
Ris3FigurePage *ris3_figure_draft_get_figure (Ris3FigureDraft *self);
/* Whether it is the one of what is chosen, and nothing is wrong. */
gboolean ris3_figure_draft_is_ready (Ris3FigureDraft *self);
/* error: (out) (transfer none): the sentence that says what is wrong */
Ris3FigureFault ris3_figure_draft_get_fault (Ris3FigureDraft *self, const GError **error);

G_END_DECLS
