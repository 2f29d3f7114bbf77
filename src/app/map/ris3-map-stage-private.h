/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-map-stage.h"

G_BEGIN_DECLS

struct _Ris3MapStage
{
  GtkWidget parent_instance;

  Ris3Session *session;
  Ris3MapView *map_view;
  GtkWidget *cards[RIS3_N_CARDS];
  GtkWidget *middle;
  GtkWidget *menu; /* what can be copied; made when it is first asked for */
  int end_inset;

  const Ris3RegionMask *mask; /* of the session's geodata; not owned, compared only */
  gboolean has_plan;
  Ris3CardSizes sizes; /* that plan was made for */
  Ris3CardPlan plan;
};

/* ris3-map-stage-copy.c */
void _ris3_map_stage_install_copying (GtkWidgetClass *klass);
void _ris3_map_stage_add_menu (Ris3MapStage *self);

G_END_DECLS
