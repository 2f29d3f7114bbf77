/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as people write it can be read in two ways. */
typedef enum
{
  RIS3_DECIMAL_POINT, /* 1,234.5 */
  RIS3_DECIMAL_COMMA, /* 1.234,5 */
  RIS3_N_DECIMALS,
} Ris3Decimal;

/* Reads a number whose thousands may be grouped, by spaces of each kind, apostrophes, or the sign that is not the
 * decimal one. FALSE if it is none in that way. */
gboolean ris3_number_text_read (const char *text, Ris3Decimal decimal, double *number);

G_END_DECLS
