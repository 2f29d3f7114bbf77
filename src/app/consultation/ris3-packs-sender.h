/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "map/ris3-pack-sender.h"

G_BEGIN_DECLS

#define RIS3_TYPE_PACKS_SENDER (ris3_packs_sender_get_type ())
G_DECLARE_FINAL_TYPE (Ris3PacksSender, ris3_packs_sender, RIS3, PACKS_SENDER, AdwPreferencesGroup)

/* Who sends packs and where answers go, to be typed once: it is remembered for the next ones. Of an address that looks
 * wrong it is said, and no more.
 *
 * Signal "changed": it is another */

/* Borrowed until it changes. */
Ris3PackSender ris3_packs_sender_get (Ris3PacksSender *self);

G_END_DECLS
