/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "map/ris3-comparison.h"
#include "model/ris3-atlas.h"

G_BEGIN_DECLS

#define RIS3_TYPE_SESSION (ris3_session_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Session, ris3_session, RIS3, SESSION, GObject)

/* One of two maps that are compared. */
typedef enum
{
  RIS3_SIDE_FIRST, /* also the only map, where nothing is compared */
  RIS3_SIDE_SECOND,
  RIS3_N_SIDES,
} Ris3Side;

/* What one window shows: an atlas, one view of it, and one selection of regions. Every page and panel of
 * the window binds to it. Files are read off the main thread; everything here is called on the main
 * thread.
 *
 * Properties are notified only on change, and only when all of them have their new values, so that no
 * listener depends on the order of others:
 *   atlas (Ris3Atlas, read-only): NULL until one is open
 *   view (Ris3View): what is asked for
 *   classification (Ris3Classification, read-only): the result that is shown. While the boundaries of another
 *     NUTS version load, it is still that of the previous version. NULL until an atlas and boundaries are loaded
 *   loading (boolean, read-only)
 *   selected-region (int, read-only): the region last selected, an index in the classification's
 *     boundaries; -1: none
 *   hovered-region (int): the territory's region under the pointer; -1: none
 *   editing (boolean): see ris3-session-edit.h
 *
 * Signals:
 *   atlas-changed (Ris3Changes *): rows of the open atlas have changed; after notify::classification, if the
 *     map is affected
 *   selection-changed (): which regions are selected, or the boundaries that they index
 *   failed (GError *): a file could not be read; what is shown stays
 *   lost (GError *): the open file can no longer be read, or another one has taken its place; what is shown stays
 *   found (): it can be read again
 *   backup-failed (GError *): the atlas was edited, but no backup copy could be made before
 *   edited, edit-failed: see ris3-session-edit.h
 *   own-failed: see ris3-session-own.h
 */
Ris3Session *ris3_session_new (void);

/* Opens an atlas in place of the present one. */
void ris3_session_open (Ris3Session *self, GFile *file);
/* Opens the user's copy of the default atlas, which is made if it does not exist. */
void ris3_session_open_default (Ris3Session *self);
/* Opens the atlas that was open last, or the default atlas the first time. */
void ris3_session_open_last (Ris3Session *self, GSettings *settings);

/* Restores the remembered view and selection, and remembers them. */
void ris3_session_restore (Ris3Session *self, GSettings *settings);
void ris3_session_save (Ris3Session *self, GSettings *settings);

Ris3Atlas *ris3_session_get_atlas (Ris3Session *self);
Ris3View *ris3_session_get_view (Ris3Session *self); /* (transfer none) */
void ris3_session_set_view (Ris3Session *self, Ris3View *view);
Ris3Classification *ris3_session_get_classification (Ris3Session *self);
/* That of one of the maps. The second is what the view is compared with (ris3_view_get_compared ()), filtered alike and
 * on the same boundaries; it changes together with the first. NULL: nothing is compared, or it is not known yet.
 * (transfer none) */
Ris3Classification *ris3_session_get_side (Ris3Session *self, Ris3Side side);
/* The two maps compared; NULL without a second one. (transfer none) */
Ris3Comparison *ris3_session_get_comparison (Ris3Session *self);
/* The headline, which never comes without its base; of two maps, those of both, and what differs, each on a line. NULL
 * without a classification. (transfer full) */
char *ris3_session_dup_figures (Ris3Session *self);
/* The boundaries of the classification; NULL without one. (transfer none) */
Ris3Boundaries *ris3_session_get_boundaries (Ris3Session *self);
/* What the classification is placed on; NULL without one. (transfer none) */
Ris3Geodata *ris3_session_get_geodata (Ris3Session *self);
/* How the atlas names a region of these boundaries, "2016 FRL0": its regions are those of a NUTS version, and what it
 * knows of an area of one's own has the same code. (transfer full) */
char *ris3_session_dup_region_key (Ris3Session *self, guint region);
/* What the atlas records of the regions of these boundaries now, whatever the map shows; NULL without a classification.
 * It changes with the classification, or before "atlas-changed". (transfer none) */
Ris3RegionRecords *ris3_session_get_records (Ris3Session *self);
gboolean ris3_session_get_loading (Ris3Session *self);

gint ris3_session_get_selected_region (Ris3Session *self);
/* Selects one region, or with -1 none. */
void ris3_session_select (Ris3Session *self, gint region);
/* Selects these regions and no others; the last of them counts as selected last. */
void ris3_session_select_many (Ris3Session *self, const guint *regions, guint n_regions);
/* Selects these regions beside those that are. */
void ris3_session_select_also (Ris3Session *self, const guint *regions, guint n_regions);
/* Adds a region to the selection, or takes it out. */
void ris3_session_toggle (Ris3Session *self, gint region);
/* The indices of all selected regions, in the order in which they were selected. (transfer none) */
const guint *ris3_session_get_selection (Ris3Session *self, guint *n_selected);

gint ris3_session_get_hovered_region (Ris3Session *self);
void ris3_session_set_hovered_region (Ris3Session *self, gint region);

G_END_DECLS
