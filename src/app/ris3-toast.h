/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says something in passing, in place of what was said before: one at a time, as libadwaita 1.2 crashes when one that
 * is still coming in is replaced.
 *
 * toast: a weak pointer to the one that is shown, which the caller keeps; seconds: how long
 */
void ris3_toast_tell (AdwToastOverlay *overlay, AdwToast **toast, const char *words, guint seconds);
/* The same with a button, which does something of the window. button: with a mnemonic; target: NULL: none; taken, if it
 * is floating */
void ris3_toast_offer (AdwToastOverlay *overlay,
                       AdwToast **toast,
                       const char *words,
                       guint seconds,
                       const char *button,
                       const char *action,
                       GVariant *target);

G_END_DECLS
