/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-keys-private.h"

#include <string.h>

#include "geo/ris3-fold.h"

#define EUROPE "150"

static const char *
insert (Ris3RegionKeys *self, const char *text)
{
  g_autofree char *folded = ris3_fold (text);

  return g_string_chunk_insert_const (self->strings, folded);
}

/* region: the first key of the region that is being done */
static void
add_key (Ris3RegionKeys *self, guint first, const char *name, gboolean is_foreign)
{
  Ris3Key key = { insert (self, name), is_foreign };

  if (*key.text == '\0')
    return;
  for (guint i = first; i < self->keys->len; i++)
    if (g_array_index (self->keys, Ris3Key, i).text == key.text)
      return;
  g_array_append_val (self->keys, key);
}

/* "Limburg (NL)" is found by "Limburg", "Suomi/Finland" by either. */
static void
add_own_key (Ris3RegionKeys *self, guint first, const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0')
    return;
  add_key (self, first, name, FALSE);
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *bracket = strchr (parts[i], '(');

      if (bracket != NULL)
        *bracket = '\0';
      add_key (self, first, parts[i], FALSE);
    }
}

static void
add_region (Ris3RegionKeys *self, const Ris3Region *region, Ris3RegionNames *names, guint reader)
{
  guint first = self->keys->len;
  guint n_rows = 0;
  const Ris3NameRow *rows = names != NULL ? ris3_region_names_lookup (names, region->code, &n_rows) : NULL;

  add_own_key (self, first, region->name);
  add_own_key (self, first, region->name_latin);
  add_own_key (self, first, region->name_english);
  add_own_key (self, first, region->name_reader);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].language == reader)
      add_own_key (self, first, rows[i].name);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].language != reader)
      add_key (self, first, rows[i].name, TRUE);
}

static void
add_codes (Ris3RegionKeys *self, Ris3Boundaries *boundaries, Ris3RegionNames *names)
{
  guint n_codes;
  const Ris3CodeRow *codes = ris3_region_names_get_codes (names, &n_codes);

  for (guint i = 0; i < n_codes; i++)
    {
      gint region = ris3_boundaries_find (boundaries, codes[i].code);
      Ris3CodeKey key = { insert (self, codes[i].other), (guint) region };

      if (region >= 0)
        g_array_append_val (strlen (codes[i].other) == 3 ? self->alpha3_codes : self->iso_codes, key);
    }
}

static int
compare_countries (gconstpointer a, gconstpointer b, gpointer boundaries)
{
  const Ris3Region *left = ris3_boundaries_get_region (boundaries, *(const guint *) a);
  const Ris3Region *right = ris3_boundaries_get_region (boundaries, *(const guint *) b);
  int order = g_utf8_collate (ris3_region_get_shown_name (left), ris3_region_get_shown_name (right));

  return order != 0 ? order : strcmp (left->code, right->code);
}

/* As the window's list: regions follow their country, by code. */
static guint *
make_order (Ris3Boundaries *boundaries)
{
  g_autoptr (GArray) countries = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  guint *order = g_new (guint, n_regions + 1);

  for (guint i = 0; i < n_regions; i++)
    if (ris3_boundaries_get_region (boundaries, i)->level == 0)
      g_array_append_val (countries, i);
  g_array_sort_with_data (countries, compare_countries, boundaries);
  for (guint i = 0, n = 0; i < countries->len; i++)
    {
      guint region = g_array_index (countries, guint, i);

      do
        order[region++] = n++;
      while (region < n_regions && ris3_boundaries_get_region (boundaries, region)->level > 0);
    }
  return order;
}

static void
add_europe (Ris3RegionKeys *self, Ris3RegionNames *names)
{
  guint n_rows = 0;
  const Ris3NameRow *rows = names != NULL ? ris3_region_names_lookup (names, EUROPE, &n_rows) : NULL;

  g_ptr_array_add (self->europe, (gpointer) insert (self, "Europe"));
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->europe, (gpointer) insert (self, rows[i].name));
}

Ris3RegionKeys *
ris3_region_keys_new (Ris3Geodata *geodata)
{
  Ris3RegionKeys *self = g_new0 (Ris3RegionKeys, 1);
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (geodata);
  guint n_regions = ris3_boundaries_get_n_regions (boundaries);
  g_autoptr (Ris3RegionNames) names = ris3_geodata_load_names (geodata, ris3_name_languages);
  const char *language = ris3_name_language_of_locale ();
  guint reader = 0;

  while (ris3_name_languages[reader] != NULL && !g_str_equal (ris3_name_languages[reader], language))
    reader++;
  self->strings = g_string_chunk_new (16384);
  self->keys = g_array_new (FALSE, FALSE, sizeof (Ris3Key));
  self->first_keys = g_new (guint, n_regions + 1);
  self->codes = g_new (const char *, n_regions + 1);
  self->iso_codes = g_array_new (FALSE, FALSE, sizeof (Ris3CodeKey));
  self->alpha3_codes = g_array_new (FALSE, FALSE, sizeof (Ris3CodeKey));
  self->europe = g_ptr_array_new ();
  for (guint i = 0; i < n_regions; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

      self->first_keys[i] = self->keys->len;
      self->codes[i] = insert (self, region->code);
      add_region (self, region, names, reader);
    }
  self->first_keys[n_regions] = self->keys->len;
  if (names != NULL)
    add_codes (self, boundaries, names);
  add_europe (self, names);
  self->order = make_order (boundaries);
  return self;
}

void
ris3_region_keys_free (Ris3RegionKeys *self)
{
  g_return_if_fail (self != NULL);
  g_string_chunk_free (self->strings);
  g_array_unref (self->keys);
  g_free (self->first_keys);
  g_free (self->codes);
  g_array_unref (self->iso_codes);
  g_array_unref (self->alpha3_codes);
  g_ptr_array_unref (self->europe);
  g_free (self->order);
  g_free (self);
}
