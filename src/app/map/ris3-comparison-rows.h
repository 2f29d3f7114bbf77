/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* The legend's part about what the map is compared with: how many regions are new, kept, dropped or found on neither,
 * each a button that selects them, with their base and what cannot be compared. NULL: nothing is compared. (transfer
 * floating) */
GtkWidget *ris3_comparison_rows_new (Ris3Session *session);

G_END_DECLS
