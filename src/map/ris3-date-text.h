/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 01/02/2021 can be read in two ways. */
typedef enum
{
  RIS3_DAY_FIRST,
  RIS3_MONTH_FIRST,
  RIS3_N_DATE_ORDERS,
} Ris3DateOrder;

/* Room for "2021-02-01". */
#define RIS3_DATE_LENGTH 11

/* Reads a day: 2021-02-01, with or without a time behind it, 1.2.2021, 1/2/2021, 1 February 2021 or February 1, 2021
 * with the months of each language that the program speaks. A year has four digits. FALSE if it is none with that
 * order.
 *
 * date: (out) ISO 8601 */
gboolean ris3_date_text_read (const char *text, Ris3DateOrder order, char date[RIS3_DATE_LENGTH]);
/* Whether it would be a day but for its year of two digits. */
gboolean ris3_date_text_lacks_century (const char *text);

G_END_DECLS
