/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FILTER_CHIPS (ris3_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FilterChips, ris3_filter_chips, RIS3, FILTER_CHIPS, GtkWidget)

/* All that a session's filter asks for, one chip each: a click on a chip, or the Delete key, removes it. */
void ris3_filter_chips_set_session (Ris3FilterChips *self, Ris3Session *session);

G_END_DECLS
