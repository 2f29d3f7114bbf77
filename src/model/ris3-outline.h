/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-outline-line.h"

G_BEGIN_DECLS

#define RIS3_OUTLINE_MAX_LENGTH (1024 * 1024)

#define RIS3_TYPE_OUTLINE (ris3_outline_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Outline, ris3_outline, RIS3, OUTLINE, GObject)

/* An extract of a strategy as a tree of lines, to be looked over before it becomes priorities.
 *
 * A GListModel of Ris3OutlineLine in the order of the extract. The tree is in the levels: a line is a child of the
 * nearest line before it with a lower level, and no level is more than one above that of the line before. Level, order
 * and number of lines are changed here, and announced by "items-changed" and the lines' "notify::level"; label, text
 * and page on the line.
 *
 * Nothing of the extract is lost: the lines' sources, one after another, are the extract; and of a line's source,
 * only spaces, hyphens at the end of a line, and separators and quotation marks around the text are not in its marker
 * (the label and its brackets, or the bullet), text or page mark.
 *
 * For one thread. Reading takes time in proportion to the length: about a millisecond for a page, a second or two for
 * the longest extract with the most lines, so that one belongs into a task, which hands over the outline.
 */

/* Reads an extract: numbering, bullets, indentation, semicolons, broken lines, page marks; of any language of the EU.
 *
 * text, length: UTF-8, whatever its line ends; -1 if it ends with a zero byte. What is no UTF-8 is read as "�".
 *
 * Errors: RIS3_ATLAS_ERROR_INVALID for more than RIS3_OUTLINE_MAX_LENGTH bytes. (transfer full)
 */
Ris3Outline *ris3_outline_new (const char *text, gssize length, GError **error);

/* The line; NULL beyond the end. (transfer none) */
Ris3OutlineLine *ris3_outline_get_line (Ris3Outline *self, guint position);
/* The position of the included line that a line is a child of; G_MAXUINT for an area. */
guint ris3_outline_get_parent (Ris3Outline *self, guint position);
/* The line's own printed page, or else that of the nearest line above it that has one; "" without. (transfer none) */
const char *ris3_outline_find_page_label (Ris3Outline *self, guint position);

/* Whether set_level () would do something. */
gboolean ris3_outline_can_set_level (Ris3Outline *self, guint position, guint level);
/* Moves a line and all below it to a level: at most one more than that of the line before. Those after it that lose
 * their parent by that become its children. */
void ris3_outline_set_level (Ris3Outline *self, guint position, guint level);
/* Makes two lines of one, the second with what comes from offset (in letters of its text) on; it follows
 * at the same level, without label and page, and what was below the first is below it now. FALSE where one of them
 * would be empty. */
gboolean ris3_outline_split (Ris3Outline *self, guint position, guint offset);
/* Adds a line to the one before it and keeps what is below both. The first one's label and page stay; where it
 * has none, it gets the second one's; a second label goes into the text. FALSE for the first line. */
gboolean ris3_outline_join (Ris3Outline *self, guint position);
/* Takes a line out; what is below it moves up one level. */
void ris3_outline_remove (Ris3Outline *self, guint position);

G_END_DECLS
