/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-view.h"

G_BEGIN_DECLS

/* How the text form writes that each region shows its latest strategy. */
#define RIS3_VIEW_LATEST "latest"

struct _Ris3View
{
  gatomicrefcount ref_count;
  const Ris3Indicator *indicator;
  const Ris3Indicator *other;             /* NULL: none */
  const Ris3Indicator *against_indicator; /* NULL: the same */
  char *against_period;                   /* "latest", or a period; NULL: the same */
  char *scheme;
  char *palette;
  gboolean symbols; /* only of counts */
  char *period;
  Ris3LevelRule level_rule;
  guint nuts_version;
  char *extent;
  Ris3Filter *filter; /* never NULL */
};

/* A view like another, to be changed before anybody else has it. (transfer full) */
Ris3View *_ris3_view_copy (Ris3View *self);

/* Change a view that nobody else has yet, by the value of a word of the text form. FALSE: it is refused, in words of
 * that form. (ris3-view-text.c)
 */
gboolean _ris3_view_set_against (Ris3View *self, const char *value, GError **error);
gboolean _ris3_view_set_palette (Ris3View *self, const char *value, GError **error);
gboolean _ris3_view_set_extent (Ris3View *self, const char *value, GError **error);

/* Whether what the view says of a second indicator, and of classes, goes together. (ris3-view-text.c) */
gboolean _ris3_view_check_other (Ris3View *self, GError **error);
gboolean _ris3_view_check_scheme (Ris3View *self, GError **error);

G_END_DECLS
