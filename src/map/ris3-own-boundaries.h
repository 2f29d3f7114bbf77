/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "geo/ris3-boundary-source.h"
#include "model/ris3-atlas.h"
#include "model/ris3-edit.h"

G_BEGIN_DECLS

/* Boundaries of one's own, as an atlas remembers them. */
typedef struct
{
  char *path;   /* absolute */
  char *digest; /* SHA-256 of the file when it was chosen */
  guint frame;  /* the NUTS version whose regions contain what says of no other area that it lies in it */
  Ris3BoundaryMapping *mapping;
} Ris3OwnBoundaries;

/* mapping: (transfer full). Errors: RIS3_GEO_ERROR_OPEN, G_IO_ERROR_CANCELLED. (transfer full) */
Ris3OwnBoundaries *ris3_own_boundaries_new (const char *path,
                                            Ris3BoundaryMapping *mapping,
                                            guint frame,
                                            GCancellable *cancellable,
                                            GError **error);
Ris3OwnBoundaries *ris3_own_boundaries_copy (const Ris3OwnBoundaries *self);
void ris3_own_boundaries_free (Ris3OwnBoundaries *self);

/* Those that an atlas remembers; NULL: none, or in words that this program does not know. A file that has moved
 * together with the atlas is found beside it. (transfer full) */
Ris3OwnBoundaries *ris3_own_boundaries_of_atlas (Ris3Atlas *atlas);
/* The edit that makes the atlas remember them; NULL: to forget those that it has. (transfer full) */
Ris3Edit *ris3_own_boundaries_edit (const Ris3OwnBoundaries *self, Ris3Atlas *atlas);

/* Whether the file is still there and the same. Errors: RIS3_GEO_ERROR_OPEN, with a sentence that says what is wrong
 * and that the boundaries of the program are shown instead; G_IO_ERROR_CANCELLED. */
gboolean ris3_own_boundaries_check (const Ris3OwnBoundaries *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3OwnBoundaries, ris3_own_boundaries_free)

G_END_DECLS
