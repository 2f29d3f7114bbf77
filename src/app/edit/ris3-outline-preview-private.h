/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-outline-preview.h"
#include "app/edit/ris3-outline-row.h"

G_BEGIN_DECLS

struct _Ris3OutlinePreview
{
  GtkWidget parent_instance;

  Ris3OutlineDraft *draft;
  GtkSliceListModel *shown;      /* the first lines, soon all */
  guint show_tick;               /* shows more of them; else 0 */
  GtkSingleSelection *selection; /* of shown */
  gboolean is_selecting;         /* the line that just got the focus */
  gboolean narrow;
  guint narrow_source;  /* waits to follow another width, else 0 */
  guint focus_position; /* of the line that gets the focus when it is there; else G_MAXUINT */
  gboolean focus_text;  /* its text */
  guint focus_tick;     /* else 0 */

  GtkWidget *box;
  GtkWidget *hint;
  GtkListView *list;
  GtkLabel *source;
};

/* The row that a child of the list shows; NULL while it shows none. (transfer none) */
Ris3OutlineRow *_ris3_outline_preview_get_row (GtkWidget *item);
/* Gives the focus to a line, or to its text, as soon as the list has a row for it. */
void _ris3_outline_preview_focus (Ris3OutlinePreview *self, guint position, gboolean text);
/* Before any widget in the list gets a key. */
gboolean _ris3_outline_preview_key_pressed (GtkEventControllerKey *controller,
                                            guint key,
                                            guint keycode,
                                            GdkModifierType state,
                                            Ris3OutlinePreview *self);

G_END_DECLS
