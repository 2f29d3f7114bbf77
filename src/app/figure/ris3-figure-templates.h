/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RIS3_TYPE_FIGURE_TEMPLATES (ris3_figure_templates_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FigureTemplates, ris3_figure_templates, RIS3, FIGURE_TEMPLATES, AdwWindow)

/* A window that renames and deletes the templates of pages that a person has saved (Ris3SavedPages). (transfer none):
 * GTK owns it
 *
 * Signals:
 *   changed (): one of them has another name, or is gone
 */
GtkWindow *ris3_figure_templates_new (GtkWindow *parent);

G_END_DECLS
