/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-outline-draft.h"
#include "app/edit/ris3-theme-finder.h"

G_BEGIN_DECLS

struct _Ris3OutlineDraft
{
  GObject parent_instance;

  Ris3Session *session;
  Ris3Outline *outline;
  char *language; /* "": English */
  gboolean is_edited;
  guint changed_source; /* waits to tell, else 0 */

  Ris3ThemeFinder *finder; /* NULL until the codebooks are read */
  GCancellable *cancellable;
  GHashTable *stale;       /* of Ris3OutlineLine: to be asked about */
  guint suggestion_source; /* waits to ask, else 0 */
  GPtrArray *asked;        /* of Ris3OutlineLine: being asked about; else NULL */
};

G_END_DECLS
