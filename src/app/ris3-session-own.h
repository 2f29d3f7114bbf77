/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "map/ris3-own-boundaries.h"

G_BEGIN_DECLS

/* Boundaries of one's own that an atlas is shown with. A session follows what its atlas remembers: it reads them in the
 * background, while what is shown stays, and shows them then. When their file is gone or has changed, the boundaries of
 * the program are shown, and the session emits
 *
 *   own-failed (GError *): a sentence that says what is wrong, and what is shown
 *
 * The property "loading" is notified when it begins and ends to read them.
 */

/* What the atlas remembers; NULL: nothing. (transfer full) */
Ris3OwnBoundaries *ris3_session_dup_own (Ris3Session *self);
/* The name of their file, for people; NULL without. (transfer full) */
char *ris3_session_dup_own_name (Ris3Session *self);
gboolean ris3_session_shows_own (Ris3Session *self);
gboolean ris3_session_is_loading_own (Ris3Session *self);
/* How far that is, from 0 to 1. */
double ris3_session_get_own_progress (Ris3Session *self);
/* Shows what the atlas remembers, which is read again, or the boundaries of the program: the atlas still remembers its
 * own then. Stops what is being read. */
void ris3_session_show_own (Ris3Session *self, gboolean own);

G_END_DECLS
