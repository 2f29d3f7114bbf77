/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CLASSES_WINDOW (ris3_classes_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ClassesWindow, ris3_classes_window, RIS3, CLASSES_WINDOW, AdwWindow)

/* How what the map shows is divided into classes and coloured. The map shows each change at once; what was there before
 * comes back unless the changes are kept. */
GtkWindow *ris3_classes_window_new (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
