/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"

G_BEGIN_DECLS

/* A style for QGIS (QML, version 3), by which it draws exported regions as the printed map does: a rule for each class
 * of the field "class", absences among them, and stripes upon those that are "inherited" or "disputed". Labels are in
 * the language of the locale. (transfer full)
 */
char *_ris3_qgis_style_new (Ris3Classification *classification);

G_END_DECLS
