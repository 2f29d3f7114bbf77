/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_YEAR_SECTION (ris3_year_section_get_type ())
G_DECLARE_FINAL_TYPE (Ris3YearSection, ris3_year_section, RIS3, YEAR_SECTION, GtkWidget)

/* The years of a session's filter: the first and the last one, each of which may be any. */
GtkWidget *ris3_year_section_new (Ris3Session *session);

G_END_DECLS
