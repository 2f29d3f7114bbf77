/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-filter.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FACET_SECTION (ris3_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FacetSection, ris3_facet_section, RIS3, FACET_SECTION, GtkWidget)

/* One facet of a session's filter: its values with their counts, which follow the filter. Folded to its title, it says
 * how many values are chosen. */
GtkWidget *ris3_facet_section_new (Ris3Session *session, Ris3Facet facet);

Ris3Facet ris3_facet_section_get_facet (Ris3FacetSection *self);

G_END_DECLS
