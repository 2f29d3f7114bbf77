/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* reason: without blanks at its ends */
typedef void (*Ris3ReasonFunc) (const char *reason, gpointer user_data);

/* Asks why something is decided, and only then does it. Without a reason it cannot be done, if one is needed. It is
 * gone when the function is called, or when nothing is to be done.
 *
 * done: what the button that does it is called; is_needed: FALSE asks only whether it is to be done
 * destroy: called at the end in any case; may be NULL
 */
void ris3_reason_dialog_ask (GtkWindow *parent,
                             const char *heading,
                             const char *body,
                             const char *done,
                             gboolean is_needed,
                             Ris3ReasonFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);

G_END_DECLS
