/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_CHARTS_PAGE (ris3_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (Ris3ChartsPage, ris3_charts_page, RIS3, CHARTS_PAGE, GtkWidget)

/* The page of charts: what matches the filter, by personalised medicine, country, state of analysis, period and theme.
 * It counts while it is seen only.
 *
 * Signals:
 *   step (int by): a step of filtering is to be undone (-1, Alt+Left) or redone (1, Alt+Right)
 */
GtkWidget *ris3_charts_page_new (Ris3Session *session);

G_END_DECLS
