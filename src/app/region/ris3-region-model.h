/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "app/region/ris3-region-item.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

typedef enum
{
  RIS3_REGION_SCOPE_TERRITORIES, /* what the map draws, by country and code */
  RIS3_REGION_SCOPE_ALL,         /* every region of the boundaries, in tree order */
} Ris3RegionScope;

#define RIS3_TYPE_REGION_MODEL (ris3_region_model_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionModel, ris3_region_model, RIS3, REGION_MODEL, GObject)

/* A GListModel of Ris3RegionItem, made anew with the session's classification; the item of the
 * session's selected region is current.
 */
Ris3RegionModel *ris3_region_model_new (Ris3Session *session, Ris3RegionScope scope);

/* The position of the selected region's item; -1 if none is in the model. */
gint ris3_region_model_get_current (Ris3RegionModel *self);

/* Whether the item at a position is the first of its country. */
gboolean ris3_region_model_starts_country (Ris3RegionModel *self, guint position);

G_END_DECLS
