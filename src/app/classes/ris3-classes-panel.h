/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CLASSES_PANEL (ris3_classes_panel_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ClassesPanel, ris3_classes_panel, RIS3, CLASSES_PANEL, GtkWidget)

/* How what the map shows is divided into classes and coloured. It stands beside the map, which shows each change at
 * once. Emits "closed" when it is done, or what was there before is back.
 * (transfer floating) */
GtkWidget *ris3_classes_panel_new (Ris3Session *session);

G_END_DECLS
