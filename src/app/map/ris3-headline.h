/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/map/ris3-map-card.h"
#include "app/ris3-session.h"

G_BEGIN_DECLS

#define RIS3_TYPE_HEADLINE (ris3_headline_get_type ())
G_DECLARE_FINAL_TYPE (Ris3Headline, ris3_headline, RIS3, HEADLINE, Ris3MapCard)

/* The figure of the map, with its base: "32 of 170 analysed strategies of 2014–2020 (19 %)
 * explicitly prioritise personalised medicine". A button shows what it is based on.
 */
void ris3_headline_set_session (Ris3Headline *self, Ris3Session *session);

G_END_DECLS
