/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* How packs that came back are brought to a window, which then shows what is in them (Ris3AnswersWindow). */

/* Asks for the files; the session must have an atlas. */
void ris3_answers_files_ask (GtkWindow *window, Ris3Session *session);
/* Lets files be dropped on the window, which must not outlive the atlas of the session. */
void ris3_answers_files_take_drops (GtkWindow *window, Ris3Session *session);

G_END_DECLS
