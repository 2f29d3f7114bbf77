/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/table/ris3-import-draft.h"

#include "map/ris3-region-finder.h"

G_BEGIN_DECLS

/* What a person has said that the name of a region means. */
typedef struct
{
  char *text;
  char *code;
} Ris3ImportMeaning;

struct _Ris3ImportDraft
{
  GObject parent_instance;

  char *path;
  char *encoding;
  char separator;
  Ris3TableFile *file;
  GPtrArray *sheets;   /* of Ris3ImportSheet, by number; NULL where one is not opened */
  GArray *ticks;       /* of gboolean, by number */
  GPtrArray *meanings; /* of Ris3ImportMeaning, in the order in which they were said */
  guint shown;

  /* A finder is for one thread, and reads names when it first looks for something. */
  GMutex finder_lock;
  Ris3RegionFinder *finder;

  /* Atomic. */
  gint stage;
  gint n_rows;
  gint n_done[3];
};

/* In any thread. */
void _ris3_import_draft_begin_stage (Ris3ImportDraft *self, Ris3ImportStage stage, guint n_rows);

G_END_DECLS
