/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "geo/ris3-shapes.h"

G_BEGIN_DECLS

/* The point of a shape's largest polygon that is farthest from any edge (to about 1 % of the
 * polygon's size): a good place for a label or a mark. The shape must not be empty.
 */
Ris3Point ris3_inside_point (const Ris3Shapes *shapes, guint shape);

G_END_DECLS
