/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "map/ris3-boundary-match.h"
#include "map/ris3-own-boundaries.h"

G_BEGIN_DECLS

#define RIS3_TYPE_BOUNDARY_DRAFT (ris3_boundary_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BoundaryDraft, ris3_boundary_draft, RIS3, BOUNDARY_DRAFT, GObject)

/* Boundaries of one's own while a person chooses them: what is in the file, which layers and columns are read, and what
 * came of that. Files are read off the main thread; all else is called on it.
 */
Ris3BoundaryDraft *ris3_boundary_draft_new (void);

/* Looks at a file, and guesses what its columns mean. own: what was chosen before; if it is this file, that is taken;
 * may be NULL. Nothing changes where it fails.
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. */
void ris3_boundary_draft_look_async (Ris3BoundaryDraft *self,
                                     const char *path,
                                     const Ris3OwnBoundaries *own,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ris3_boundary_draft_look_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error);

/* Before a file was looked at: NULL. (transfer none) */
const char *ris3_boundary_draft_get_path (Ris3BoundaryDraft *self);
const Ris3BoundarySource *ris3_boundary_draft_get_source (Ris3BoundaryDraft *self);
const Ris3BoundaryMapping *ris3_boundary_draft_get_mapping (Ris3BoundaryDraft *self);

/* The layers that are read. When others are chosen, columns that these do not have are guessed anew. */
gboolean ris3_boundary_draft_has_layer (Ris3BoundaryDraft *self, guint layer);
void ris3_boundary_draft_choose_layer (Ris3BoundaryDraft *self, guint layer, gboolean is_read);
/* The columns that all of these layers have; elements are those of the first. (transfer container) */
GPtrArray *ris3_boundary_draft_list_columns (Ris3BoundaryDraft *self);
/* column: NULL for none; of the level also a number, which all areas have */
void ris3_boundary_draft_choose_column (Ris3BoundaryDraft *self, Ris3BoundaryRole role, const char *column);

/* Where several layers are read, each may have a level of its own: a column of it, or a number; NULL: as for all, which
 * is also where it has none. (transfer none) */
const char *ris3_boundary_draft_get_layer_level (Ris3BoundaryDraft *self, guint layer);
void ris3_boundary_draft_choose_layer_level (Ris3BoundaryDraft *self, guint layer, const char *level);

/* The coordinate system that the layers name; NULL: one of them names none. (transfer none) */
const char *ris3_boundary_draft_get_file_crs (Ris3BoundaryDraft *self);
/* crs: "EPSG:3035", NULL: as the layers name it */
void ris3_boundary_draft_choose_crs (Ris3BoundaryDraft *self, const char *crs);

/* The NUTS version whose regions contain what says of no other area that it lies in it. */
guint ris3_boundary_draft_get_frame (Ris3BoundaryDraft *self);
void ris3_boundary_draft_choose_frame (Ris3BoundaryDraft *self, guint nuts_version);

/* What is still to be chosen, in a sentence; NULL: nothing. (transfer none) */
const char *ris3_boundary_draft_get_problem (Ris3BoundaryDraft *self);

/* Reads the areas as it is chosen, and compares their codes with those of strategies.
 *
 * Errors: RIS3_GEO_ERROR, G_IO_ERROR_CANCELLED. */
void ris3_boundary_draft_read_async (Ris3BoundaryDraft *self,
                                     GListModel *strategies,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ris3_boundary_draft_read_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error);
/* How far that is, from 0 to 1; below 0: unknown. */
double ris3_boundary_draft_get_progress (Ris3BoundaryDraft *self);

/* What was read last; NULL: nothing, or it was chosen otherwise since. (transfer none) */
Ris3Boundaries *ris3_boundary_draft_get_boundaries (Ris3BoundaryDraft *self);
const Ris3BoundaryReport *ris3_boundary_draft_get_report (Ris3BoundaryDraft *self);
const Ris3BoundaryMatch *ris3_boundary_draft_get_match (Ris3BoundaryDraft *self);
/* The regions that contain what says of no other area that it lies in it. */
Ris3Boundaries *ris3_boundary_draft_get_frame_boundaries (Ris3BoundaryDraft *self);
/* The same, to be remembered. */
const Ris3OwnBoundaries *ris3_boundary_draft_get_own (Ris3BoundaryDraft *self);

G_END_DECLS
