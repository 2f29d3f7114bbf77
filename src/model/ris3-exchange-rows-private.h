/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-exchange-rows.h"

G_BEGIN_DECLS

/* Where a priority is. */
typedef struct
{
  gint parent; /* the index of the row; -1: none */
  double position;
} Ris3ExchangePlace;

/* As ris3_exchange_rows_load (), within a transaction of the caller. (transfer full) */
Ris3ExchangeRows *ris3_exchange_rows_read (Ris3Connection *connection, Ris3Exchange table, GError **error);
/* Of a row of priorities. */
const Ris3ExchangePlace *ris3_exchange_rows_get_place (Ris3ExchangeRows *self, guint row);

/* The themes of one row, in the same form; "" if there is no such row. */
gboolean
ris3_exchange_read_themes (Ris3Connection *connection, Ris3Exchange table, gint64 id, char **themes, GError **error);

/* The shortest text that reads back as the number. (transfer full) */
char *ris3_exchange_format_real (double value);

G_END_DECLS
