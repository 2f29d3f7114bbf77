/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session-edit.h"
#include "model/ris3-priority.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PRIORITY_DRAFT (ris3_priority_draft_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PriorityDraft, ris3_priority_draft, RIS3, PRIORITY_DRAFT, GtkBox)

/* The English text of a priority while somebody writes it in its place: Enter saves, Escape discards. What is wrong
 * with it is said below while one types. The text stays until it is saved or discarded, whatever becomes of the
 * priority meanwhile; if the draft is taken off the screen, it is saved as well, and if that is refused, the session
 * offers the text (“text-refused”).
 *
 * Signals:
 *   closed (): it was saved or discarded
 */
GtkWidget *ris3_priority_draft_new (Ris3Session *session, Ris3Priority *priority);

/* What the atlas holds now: somebody may have changed or deleted it. priority: NULL when it is gone */
void ris3_priority_draft_set_stored (Ris3PriorityDraft *self, Ris3Priority *priority);

G_END_DECLS
