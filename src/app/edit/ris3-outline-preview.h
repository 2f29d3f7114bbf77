/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/edit/ris3-outline-draft.h"

G_BEGIN_DECLS

#define RIS3_TYPE_OUTLINE_PREVIEW (ris3_outline_preview_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlinePreview, ris3_outline_preview, RIS3, OUTLINE_PREVIEW, GtkWidget)

/* The lines of a draft, to be looked over and corrected, and what the selected one was read from.
 *
 * Keys, on a line: Tab and Shift+Tab one level down and up, Enter to its text, Space to leave it out, Delete to remove
 * it. Anywhere: Alt+Right and Alt+Left one level down and up, Ctrl+Tab and Ctrl+Shift+Tab out of the list. In a text:
 * Ctrl+Enter splits, Backspace at the beginning joins, Enter and Escape go back to the line.
 */

/* draft: may be NULL */
void ris3_outline_preview_set_draft (Ris3OutlinePreview *self, Ris3OutlineDraft *draft);
/* Selects a line and gives it the focus. */
void ris3_outline_preview_focus_line (Ris3OutlinePreview *self, guint position);

G_END_DECLS
