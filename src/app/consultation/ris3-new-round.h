/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Asks what a new round of consultation is to be, and opens it for the regions of what the filter shows; then the
 * session tells that it was added. */
void ris3_new_round_ask (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
