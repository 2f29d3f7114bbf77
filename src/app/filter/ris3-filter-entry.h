/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_FILTER_ENTRY (ris3_filter_entry_get_type ())
G_DECLARE_FINAL_TYPE (Ris3FilterEntry, ris3_filter_entry, RIS3, FILTER_ENTRY, GtkWidget)

/* The text form of a session's filter, to be read, copied and typed. Enter applies it; of a text that is none, the
 * wrong word is marked, and a sentence below says what is wrong. */
void ris3_filter_entry_set_session (Ris3FilterEntry *self, Ris3Session *session);

G_END_DECLS
