/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PEOPLE_WINDOW (ris3_people_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PeopleWindow, ris3_people_window, RIS3, PEOPLE_WINDOW, AdwWindow)

/* The organisations of the atlas that a session has open, each with its persons: they are found, added, changed and
 * removed while the atlas is edited. What is done with organisations is an edit; what is done with persons is not, and
 * says so. It goes when another atlas is opened. parent: a window with the actions "edit" (Ris3EditDesk)
 *
 * Signal "unrecorded" (): something was changed that cannot be undone. */
GtkWindow *ris3_people_window_new (GtkWindow *parent, Ris3Session *session);

G_END_DECLS
