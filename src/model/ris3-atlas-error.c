/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas.h"

G_DEFINE_QUARK (ris3-atlas-error-quark, ris3_atlas_error)
