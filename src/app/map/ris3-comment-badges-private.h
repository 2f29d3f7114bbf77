/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-comment-badges.h"

#include "map/ris3-gathering.h"

G_BEGIN_DECLS

/* Of one area. */
typedef struct
{
  guint region;
  guint count;
  gboolean matches;      /* the filter */
  Ris3CountBadge *badge; /* NULL: it never had one; a child, which is hidden while another one counts it */
  Ris3Box place;         /* in pixels of the plane */
} Ris3BadgeArea;

struct _Ris3CommentBadges
{
  ShumateLayer parent_instance;

  Ris3Session *session;
  Ris3Side side;
  Ris3RegionLayer *regions; /* not owned, as the pins */
  Ris3NotePins *pins;
  Ris3Boundaries *boundaries; /* that the areas are of; not owned, compared only */
  GArray *areas;              /* of Ris3BadgeArea, the most open comments first */
  Ris3Gathering *gathering;   /* with a sign for each */
  gboolean visible;
};

Ris3BadgeArea *_ris3_comment_badges_get_area (Ris3CommentBadges *self, guint i);

/* ris3-comment-badges-layout.c: which badges there are, and where. They follow the scale of the map, or with other
 * areas, counts or signs beside them are made anew. */
void _ris3_comment_badges_follow_map (Ris3CommentBadges *self);
void _ris3_comment_badges_gather_again (Ris3CommentBadges *self);
void _ris3_comment_badges_hide (Ris3CommentBadges *self, Ris3CountBadge *badge);
void _ris3_comment_badges_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* ris3-comment-badges-keys.c: one stop of the Tab key, and arrows. */
void _ris3_comment_badges_install_keys (GtkWidgetClass *klass);

/* ris3-comment-badges.c: somebody opened one. */
void _ris3_comment_badges_open (Ris3CommentBadges *self, gboolean adds, Ris3CountBadge *badge);

G_END_DECLS
