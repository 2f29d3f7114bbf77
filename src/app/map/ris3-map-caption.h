/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_MAP_CAPTION (ris3_map_caption_get_type ())
G_DECLARE_FINAL_TYPE (Ris3MapCaption, ris3_map_caption, RIS3, MAP_CAPTION, GtkWidget)

/* What stands above one of two maps: what sets it apart from the other, and its figure with the base. */
GtkWidget *ris3_map_caption_new (Ris3Session *session, Ris3Side side);

G_END_DECLS
