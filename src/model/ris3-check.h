/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something in an atlas that is damaged, or that a person should look at. */
typedef struct
{
  char *kind;    /* which check found it, for programs: "no-source" */
  char *subject; /* what it is about: the id of a strategy, a region code, a table */
  char *message; /* one sentence */
} Ris3Finding;

void ris3_finding_free (Ris3Finding *self);

/* Looks through an atlas without changing it: damage (pages, constraints, references), then what each
 * row allows and all rows together do not (a mark without the statement it rests on …).
 *
 * Gives the findings (element-type Ris3Finding), none when all is well; NULL when the file is not
 * there or is no atlas of this or an older version: RIS3_ATLAS_ERROR. (transfer full)
 */
GPtrArray *ris3_atlas_check (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Finding, ris3_finding_free)

G_END_DECLS
