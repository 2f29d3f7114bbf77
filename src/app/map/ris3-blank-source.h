/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define RIS3_TYPE_BLANK_SOURCE (ris3_blank_source_get_type ())
G_DECLARE_FINAL_TYPE (Ris3BlankSource, ris3_blank_source, RIS3, BLANK_SOURCE, ShumateMapSource)

/* A map source without pictures: it gives the viewport its projection (Web Mercator), tile size
 * (256 pixels) and zoom range, and needs no network.
 */
ShumateMapSource *ris3_blank_source_new (guint min_zoom_level, guint max_zoom_level);

G_END_DECLS
