/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_AUTHORITIES_WINDOW (ris3_authorities_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3AuthoritiesWindow, ris3_authorities_window, RIS3, AUTHORITIES_WINDOW, AdwWindow)

/* In which a person ticks the authorities that a round is to ask, too, among all that it does not ask yet. (transfer
 * none) */
GtkWindow *ris3_authorities_window_new (GtkWindow *parent, Ris3Session *session, Ris3ConsultationRound *round);

G_END_DECLS
