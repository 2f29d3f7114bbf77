/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-symbols.h"

#include <math.h>

double
ris3_symbol_get_size (double value, double greatest)
{
  return value > 0 && greatest > 0 ? sqrt (value / greatest) : 0;
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  const Ris3Symbol *left = a, *right = b;

  if (left->matches != right->matches)
    return left->matches ? 1 : -1;
  if (left->value != right->value)
    return left->value > right->value ? -1 : 1;
  return left->territory < right->territory ? -1 : left->territory > right->territory;
}

/* The region whose number an area shows: its own, or the one that it has it from. */
static guint
find_place (const Ris3Territory *territory)
{
  gboolean is_inherited = (territory->marks & RIS3_MARK_INHERITED) && territory->source_region >= 0;

  return is_inherited ? (guint) territory->source_region : territory->region;
}

GArray *
ris3_symbols_list (Ris3Classification *classification, double *greatest)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (Ris3Symbol));
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  double most = 0;

  g_return_val_if_fail (classification != NULL, symbols);
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      Ris3Symbol symbol = { .territory = i, .value = territory->value.number, .matches = territory->matches };
      guint place = find_place (territory);

      if (territory->value.absence != RIS3_ABSENCE_NONE || symbol.value == RIS3_NUMBER_UNKNOWN || symbol.value <= 0)
        continue;
      /* What many areas have from one strategy is one number. */
      if (place != territory->region && !g_hash_table_add (sources, GUINT_TO_POINTER (place)))
        continue;
      symbol.centre = ris3_boundaries_get_region (ris3_classification_get_boundaries (classification), place)->inside;
      most = MAX (most, symbol.value);
      g_array_append_val (symbols, symbol);
    }
  for (guint i = 0; i < symbols->len; i++)
    g_array_index (symbols, Ris3Symbol, i).size
        = ris3_symbol_get_size (g_array_index (symbols, Ris3Symbol, i).value, most);
  g_array_sort (symbols, compare_symbols);
  if (greatest != NULL)
    *greatest = most;
  return symbols;
}

/* The greatest of 1, 2 and 5 times a power of ten that is not above a number. */
static double
round_down (double number)
{
  double power = pow (10, floor (log10 (number)));

  return number >= 5 * power ? 5 * power : number >= 2 * power ? 2 * power : power;
}

guint
ris3_symbols_choose_samples (double greatest, double *samples)
{
  guint n = 0;

  g_return_val_if_fail (samples != NULL, 0);
  for (double number = greatest; number >= 1 && n < RIS3_SYMBOLS_MAX_SAMPLES; number = samples[n - 1] / 4)
    samples[n++] = round_down (number);
  return n;
}

guint
ris3_symbols_list_key (Ris3Classification *classification, double radius, Ris3SymbolKeyRow *rows)
{
  double samples[RIS3_SYMBOLS_MAX_SAMPLES], greatest;
  g_autoptr (GArray) symbols = NULL;
  guint n;

  g_return_val_if_fail (classification != NULL && rows != NULL, 0);
  symbols = ris3_symbols_list (classification, &greatest);
  n = ris3_symbols_choose_samples (greatest, samples);
  for (guint i = 0; i < n; i++)
    rows[i] = (Ris3SymbolKeyRow){ .value = samples[i], .radius = radius * ris3_symbol_get_size (samples[i], greatest) };
  return n;
}

double
ris3_symbols_lay_out_key (Ris3SymbolKeyRow *rows, guint n_rows, double line)
{
  double height = 0, below = 0;

  g_return_val_if_fail (rows != NULL || n_rows == 0, 0);
  if (n_rows > 0)
    height = MAX (2 * rows[0].radius, n_rows * line);
  for (guint i = 0; i < n_rows; i++)
    {
      rows[i].top = height - 2 * rows[i].radius;
      /* As near to its circle as the ones above and below leave room. */
      rows[i].label = CLAMP (rows[i].top - line / 2, below, height - (n_rows - i) * line);
      below = rows[i].label + line;
    }
  return height;
}

gboolean
ris3_symbol_place (const Ris3Symbol *self, const Ris3Frame *frame, double radius, double *x, double *y, double *size)
{
  g_return_val_if_fail (self != NULL && frame != NULL && x != NULL && y != NULL && size != NULL, FALSE);
  *x = (self->centre.x - frame->x) * frame->scale;
  *y = (self->centre.y - frame->y) * frame->scale;
  *size = self->size * radius;
  /* What lies beyond the plane has no place. */
  return isfinite (*x) && isfinite (*y) && *x > -*size && *y > -*size && *x < frame->width + *size
         && *y < frame->height + *size;
}
