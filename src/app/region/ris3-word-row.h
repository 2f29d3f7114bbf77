/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/region/ris3-word-item.h"

G_BEGIN_DECLS

/* A row of the search for what is no region: a heading, a text that was found, with the words in bold, or the offer to
 * filter by them. */
GtkWidget *ris3_word_row_new (Ris3WordItem *item);
/* What a screen reader says of it. (transfer full) */
char *ris3_word_row_describe (Ris3WordItem *item);

G_END_DECLS
