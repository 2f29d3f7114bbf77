/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-edit.h"

G_BEGIN_DECLS

/* What was found in a strategy, to be answered in its place: how far it was read, whether health is among its
 * priorities, and the personalised-medicine mark with its basis. What cannot be answered is not offered, or says why.
 * Floating.
 */
GtkWidget *ris3_strategy_answers_new (Ris3Session *session, Ris3Strategy *strategy);

G_END_DECLS
