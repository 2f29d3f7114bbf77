/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RIS3_TYPE_FLOW (ris3_flow_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Flow, ris3_flow, RIS3, FLOW, GtkWidget)

/* Children one after the other like the words of a text: each at its natural width, on as many
 * lines as that takes. (GtkFlowBox puts them in columns of equal width.)
 */
GtkWidget *ris3_flow_new (void);
void ris3_flow_append (Ris3Flow *self, GtkWidget *child);
void ris3_flow_clear (Ris3Flow *self);

G_END_DECLS
