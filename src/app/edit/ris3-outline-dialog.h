/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

#define RIS3_TYPE_OUTLINE_DIALOG (ris3_outline_dialog_get_type ())
G_DECLARE_FINAL_TYPE (Ris3OutlineDialog, ris3_outline_dialog, RIS3, OUTLINE_DIALOG, AdwWindow)

/* Makes priorities of an extract of a strategy: it is pasted, read off the main thread, looked over and corrected line
 * by line, and added by one edit. */
GtkWidget *ris3_outline_dialog_new (Ris3Session *session, GtkWindow *parent, const char *strategy_id);

/* Adds edit.outline-paste (s strategy id), which opens the dialog. */
void ris3_outline_dialog_add_actions (Ris3EditDesk *desk);

G_END_DECLS
