/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"
#include "map/ris3-paint.h"

G_BEGIN_DECLS

#define RIS3_TYPE_INSET_MAP (ris3_inset_map_get_type ())
G_DECLARE_FINAL_TYPE (Ris3InsetMap, ris3_inset_map, RIS3, INSET_MAP, GtkWidget)

/* A small map of one region far from Europe, with its name. A click or the Enter key selects what it shows, with
 * Ctrl it adds it.
 *
 * side: of the session's maps
 * region: an index in the session's boundaries; the widget is of no more use when these change
 * width: in pixels
 */
GtkWidget *ris3_inset_map_new (Ris3Session *session, Ris3Side side, guint region, int width);

/* Whether a badge counts the comments that are open on what it shows, as on the map. */
void ris3_inset_map_set_shows_badge (Ris3InsetMap *self, gboolean shows);
/* The comments have changed. */
void ris3_inset_map_update_badge (Ris3InsetMap *self);
/* Sets how it is coloured, and draws it from then on; made of what that side of the session shows. */
void ris3_inset_map_set_paint (Ris3InsetMap *self, Ris3Paint *paint);

G_END_DECLS
