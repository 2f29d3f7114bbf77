/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where each layer of a file has the areas of one level. */

#include "config.h"

#include "geo/ris3-boundary-source.h"

#include <string.h>

#include "geo/ris3-boundary-source-private.h"
#include "geo/ris3-fold.h"

const char *
ris3_boundary_mapping_get_level (const Ris3BoundaryMapping *self, const char *layer)
{
  const char *own;

  g_return_val_if_fail (self != NULL && layer != NULL, NULL);
  own = self->levels != NULL ? g_hash_table_lookup (self->levels, layer) : NULL;
  return own != NULL ? own : self->columns[RIS3_BOUNDARY_LEVEL];
}

void
ris3_boundary_mapping_set_level (Ris3BoundaryMapping *self, const char *layer, const char *level)
{
  g_return_if_fail (self != NULL && layer != NULL);
  if (self->levels == NULL)
    self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (level != NULL)
    g_hash_table_insert (self->levels, g_strdup (layer), g_strdup (level));
  else
    g_hash_table_remove (self->levels, layer);
  if (g_hash_table_size (self->levels) == 0)
    g_clear_pointer (&self->levels, g_hash_table_unref);
}

/* What names of layers say: NUTS_RG_01M_2021_4326_LEVL_2, nuts2, adm_1, LAU_RG_01M. */
static int
find_in_name (const char *name)
{
  static const char *const words[] = { "levl", "level", "lvl", "nuts", "admin", "adm" };
  static const struct
  {
    const char *word;
    int level;
  } kinds[] = { { "lau", 4 },      { "comm rg", 4 }, { "commune", 4 }, { "municipal", 4 },
                { "gemeinde", 4 }, { "cntr", 0 },    { "countr", 0 },  { NULL, 0 } };
  g_autofree char *folded = ris3_fold (name);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = strstr (folded, words[i]); p != NULL; p = strstr (p + 1, words[i]))
      {
        const char *digit = p + strlen (words[i]) + strspn (p + strlen (words[i]), " _-");

        if (*digit >= '0' && *digit <= '0' + RIS3_BOUNDARIES_MAX_LEVEL && !g_ascii_isdigit (digit[1]))
          return *digit - '0';
      }
  for (gsize i = 0; kinds[i].word != NULL; i++)
    if (strstr (folded, kinds[i].word) != NULL)
      return kinds[i].level;
  return -1;
}

static const Ris3BoundaryColumn *
find_column (const Ris3BoundaryLayer *layer, const char *name)
{
  for (guint i = 0; name != NULL && i < layer->columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (layer->columns, i);

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

/* Codes of NUTS say their level themselves. */
static gboolean
has_nuts_codes (const Ris3BoundaryLayer *layer, const char *code)
{
  const Ris3BoundaryColumn *column = find_column (layer, code);

  if (column == NULL || column->samples[0] == NULL)
    return FALSE;
  for (guint i = 0; column->samples[i] != NULL; i++)
    if (!ris3_own_code_is_nuts (column->samples[i]))
      return FALSE;
  return TRUE;
}

/* A column that not all layers have is that of those which have it. */
static void
share_column (Ris3BoundaryMapping *self, Ris3BoundarySource *source)
{
  g_autofree char *column = g_strdup (self->columns[RIS3_BOUNDARY_LEVEL]);
  gboolean have_all = TRUE;

  for (guint i = 0; i < source->layers->len; i++)
    {
      const Ris3BoundaryLayer *layer = g_ptr_array_index (source->layers, i);

      have_all = have_all && (!layer->has_areas || find_column (layer, column) != NULL);
    }
  if (column == NULL || have_all)
    return;
  g_clear_pointer (&self->columns[RIS3_BOUNDARY_LEVEL], g_free);
  for (guint i = 0; i < source->layers->len; i++)
    {
      const Ris3BoundaryLayer *layer = g_ptr_array_index (source->layers, i);

      if (layer->has_areas && find_column (layer, column) != NULL)
        ris3_boundary_mapping_set_level (self, layer->name, column);
    }
}

void
ris3_boundary_mapping_guess_levels (Ris3BoundaryMapping *self, Ris3BoundarySource *source)
{
  guint n_layers = 0;

  g_return_if_fail (self != NULL && source != NULL);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  for (guint i = 0; i < source->layers->len; i++)
    n_layers += ((const Ris3BoundaryLayer *) g_ptr_array_index (source->layers, i))->has_areas;
  /* The name of an only layer says little, and all of it can be given one level. */
  if (n_layers < 2)
    return;
  share_column (self, source);
  for (guint i = 0; i < source->layers->len; i++)
    {
      const Ris3BoundaryLayer *layer = g_ptr_array_index (source->layers, i);
      int level = layer->has_areas ? find_in_name (layer->name) : -1;
      const char number[] = { (char) ('0' + MAX (level, 0)), '\0' };

      if (level >= 0 && ris3_boundary_mapping_get_level (self, layer->name) == NULL
          && !has_nuts_codes (layer, self->columns[RIS3_BOUNDARY_CODE]))
        ris3_boundary_mapping_set_level (self, layer->name, number);
    }
}
