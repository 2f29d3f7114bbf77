/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/map/ris3-map-view.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_WINDOW (ris3_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Window, ris3_window, RIS3, WINDOW, AdwApplicationWindow)

/* A window on one atlas. Offers the actions win.open, win.open-default, win.search, win.panel,
 * win.indicator, win.period, win.level-rule and win.nuts-version (their ids as strings),
 * win.new, win.open-recent (a URI), win.open-file (a URI), win.save-copy, win.import, win.export, win.save-map,
 * win.open-figure, win.boundaries, win.rounds, win.save-register, win.people, win.open-folder (a URI), win.properties,
 * win.try-again, win.editing, win.undo, win.redo, win.view-menu, win.close-panel, win.close-comparison,
 * win.clear-selection, win.show-selected (on the map), win.fullscreen, win.reading-the-map and win.show-shortcuts.
 */
/* session: what the window shows; it may be opening an atlas already */
Ris3Window *ris3_window_new (AdwApplication *application, Ris3Session *session);

/* Opens an atlas; errors are shown in the window. */
void ris3_window_open (Ris3Window *self, GFile *file);

/* Opens the atlas that was open last, or the default atlas the first time. */
void ris3_window_open_last (Ris3Window *self);

Ris3Session *ris3_window_get_session (Ris3Window *self);
Ris3MapView *ris3_window_get_map_view (Ris3Window *self);

/* Whether it was closed, and waits for what is being saved. */
gboolean ris3_window_get_closing (Ris3Window *self);

G_END_DECLS
