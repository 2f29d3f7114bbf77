/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_COPY_TEXT (ris3_copy_text_get_type ())
G_DECLARE_FINAL_TYPE (Ris3CopyText, ris3_copy_text, RIS3, COPY_TEXT, GtkWidget)

/* Text that wraps and can be selected and copied, but that the Tab key skips: on a page of such
 * texts, the links would be hard to reach otherwise.
 * Of a text that is too long to be laid out, the beginning is shown.
 */
GtkWidget *ris3_copy_text_new (const char *text);
void ris3_copy_text_set_text (Ris3CopyText *self, const char *text);
/* How parts of it look. */
void ris3_copy_text_set_attributes (Ris3CopyText *self, PangoAttrList *attributes);

G_END_DECLS
