/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_PREFERENCES (ris3_preferences_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Preferences, ris3_preferences, RIS3, PREFERENCES, AdwPreferencesWindow)

/* Shows the preferences of the program above a window; may be NULL. What is changed holds at once, in all windows. */
void ris3_preferences_present (GtkWindow *parent);

G_END_DECLS
