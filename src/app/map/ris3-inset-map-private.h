/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-inset-map.h"

#include "app/map/ris3-inset-picture.h"

G_BEGIN_DECLS

struct _Ris3InsetMap
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3Side side;
  Ris3Boundaries *boundaries;
  guint region;
  int width;
  Ris3InsetPicture *picture;
  gboolean has_paint;
  GtkWidget *name;
  GtkWidget *badge; /* in a corner of the picture; NULL until there is something to count */
  gboolean shows_badge;
};

/* ris3-inset-map.c: whether it is of the boundaries that the session shows. */
gboolean _ris3_inset_map_is_shown_now (Ris3InsetMap *self);
/* Selects regions, or adds them to the selection. regions: of guint */
void _ris3_inset_map_choose (Ris3InsetMap *self, const GArray *regions, gboolean adds);

/* ris3-inset-map-badge.c: the badge has its place in a map of this width. */
void _ris3_inset_map_allocate_badge (Ris3InsetMap *self, int width);

G_END_DECLS
