/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-column-mapping.h"

G_BEGIN_DECLS

struct _Ris3ColumnMapping
{
  Ris3Exchange table;
  guint n_columns; /* of table */
  gint *from;      /* n_columns: a column of the file, or -1 */
  gboolean *is_sure;
};

G_END_DECLS
