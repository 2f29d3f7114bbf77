/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-files-window.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PACKS_WINDOW (ris3_packs_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PacksWindow, ris3_packs_window, RIS3, PACKS_WINDOW, Ris3FilesWindow)

/* A window that writes the packs of a round into a folder: how they are made is chosen while their names are shown;
 * then it shows how far it is, and what became of them. It goes when another atlas is opened. The session must have an
 * atlas.
 *
 * requests: the ids (gint64) of those that are wanted; NULL: all of the round */
GtkWindow *
ris3_packs_window_new (GtkWindow *parent, Ris3Session *session, Ris3ConsultationRound *round, GArray *requests);

G_END_DECLS
