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

/* Looks through an atlas without changing it: first for damage (pages, constraints, references), then for rows
 * that are valid one by one but do not fit together (a mark without the statement that it rests on …).
 * Damage (kind "damage") is found exactly where ris3_atlas_open () refuses; what a crash has left half written is a
 * finding too ("unfinished"), as only opening mends it.
 *
 * Returns the findings (element-type Ris3Finding), none if all is well; NULL if the file does not
 * exist or is not an atlas of this version or an older one: RIS3_ATLAS_ERROR. (transfer full)
 */
GPtrArray *ris3_atlas_check (const char *path, GCancellable *cancellable, GError **error);

/* The same off the thread of the views. */
void
ris3_atlas_check_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ris3_atlas_check_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Finding, ris3_finding_free)

G_END_DECLS
