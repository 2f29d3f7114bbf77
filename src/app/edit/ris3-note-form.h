/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/edit/ris3-edit-desk.h"

G_BEGIN_DECLS

/* Adds edit.note-form (x): an id; edit.note-add ((ss)): the table and key of what the note is on; and edit.note-pin
 * ((dds)): longitude and latitude of its pin, and the key of the region there, "" for none. */
void ris3_note_form_add_actions (Ris3EditDesk *desk);

G_END_DECLS
