/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"

G_BEGIN_DECLS

/* The programmes that an atlas knows, in alphabetical order, NULL-terminated. (transfer full) */
char **ris3_form_programmes (Ris3Atlas *atlas);

G_END_DECLS
