/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* Asks for the name under which the session's view is kept in its atlas, and keeps it. A name that another saved view
 * has replaces that one, which is said before.
 *
 * extent: the part of the map that is shown, as ris3_view_with_extent () takes it; it is kept unless the person says
 * otherwise
 */
void ris3_save_view_ask (GtkWindow *parent, Ris3Session *session, const char *extent);

/* What a saved view shows, in words; a sentence where this program cannot show it. (transfer full) */
char *ris3_save_view_describe (Ris3SavedView *saved);

G_END_DECLS
