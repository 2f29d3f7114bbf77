/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Scrolls what a widget is in so that all of it is seen, once it has its place: after it was made, or has grown. */
void ris3_scroll_to (GtkWidget *widget);

/* Lets the key of a row scroll to it before the row answers it: the list of a row out of sight would open where there
 * is no place for it. */
void ris3_scroll_to_before_mnemonic (AdwActionRow *row);

G_END_DECLS
