/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_ANSWERS_WINDOW (ris3_answers_window_get_type ())
G_DECLARE_FINAL_TYPE (Ris3AnswersWindow, ris3_answers_window, RIS3, ANSWERS_WINDOW, AdwWindow)

/* A window in which the answers in packs that came back are looked at, row by row, and then taken in as one edit, while
 * the atlas is edited; nothing is changed before. It goes when they are taken in, and when another atlas is opened. The
 * session must have an atlas.
 *
 * paths: of the packs, in the file system's encoding, NULL-terminated */
GtkWindow *ris3_answers_window_new (GtkWindow *parent, Ris3Session *session, const char *const *paths);

G_END_DECLS
