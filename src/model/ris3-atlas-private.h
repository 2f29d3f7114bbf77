/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-connection-private.h"

G_BEGIN_DECLS

/* No connection is kept: what the views see is loaded, and an edit opens the file for its own task. */
struct _Ris3Atlas
{
  GObject parent_instance;

  char *path;
  char *title;
  char *data_date;
  gboolean read_only;
  GListStore *strategies;
  GListStore *participations;
  GListStore *comments;
  GListStore *assessments;
  GStringChunk *region_strings;
  GHashTable *regions; /* "2016 FRL0" to Ris3RegionName */
  char **periods;
};

/* Reads all of the file within one transaction, so that it is one moment's state. */
gboolean ris3_atlas_load (Ris3Atlas *self, Ris3Connection *connection, GError **error);

G_END_DECLS
