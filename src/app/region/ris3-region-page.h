/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_REGION_PAGE (ris3_region_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3RegionPage, ris3_region_page, RIS3, REGION_PAGE, GtkWidget)

/* All that the atlas knows of the session's selected region: where it lies, what the map shows of it
 * and why, its strategies with their health priorities, the regions within it, the programmes that it
 * takes part in, and the comments received. Without a selection it is empty.
 */
GtkWidget *ris3_region_page_new (Ris3Session *session);

G_END_DECLS
