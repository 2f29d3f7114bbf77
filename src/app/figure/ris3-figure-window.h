/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"
#include "report/ris3-page-options.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_WINDOW (ris3_figure_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigureWindow, ris3_figure_window, RIS3, FIGURE_WINDOW, AdwWindow)

/* Composes the map that a session shows as a page for a report, and saves it. It closes when that is done.
 *
 * Signals:
 *   saved (char *path): the page is written there, a path in the file system's encoding
 *   show-changes (): those are asked for that ris3_figure_window_tell () told
 */

/* session: it has a classification
 * parent: what it is transient for
 * extent: the part of the map that is seen there, as a view keeps it; NULL: all of Europe
 *
 * (transfer floating) */
GtkWindow *ris3_figure_window_new (Ris3Session *session, GtkWindow *parent, const char *extent);
/* Shows what another page was. options: copied */
void ris3_figure_window_set_options (Ris3FigureWindow *self, const Ris3PageOptions *options);
/* Shows what part of the map it showed; NULL: all of Europe. */
void ris3_figure_window_set_extent (Ris3FigureWindow *self, const char *extent);
/* Says something of that above the page. has_changes: of the atlas since, which can be shown */
void ris3_figure_window_tell (Ris3FigureWindow *self, const char *words, gboolean has_changes);

G_END_DECLS
