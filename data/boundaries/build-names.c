/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "build-boundaries.h"

GPtrArray *
build_csv_read (const char *path, GError **error)
{
  g_auto (GDALDatasetH) dataset = ris3_gdal_open (path, "CSV", NULL, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  OGRLayerH layer;

  if (dataset == NULL)
    return NULL;

  layer = GDALDatasetGetLayer (dataset, 0);
  for (;;)
    {
      g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      if (feature == NULL)
        return g_steal_pointer (&rows);
      for (int i = 0; i < OGR_F_GetFieldCount (feature); i++)
        g_strv_builder_add (builder, OGR_F_GetFieldAsString (feature, i));
      g_ptr_array_add (rows, g_strv_builder_end (builder));
    }
}

static gboolean
is_capitals (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Old versions have the names of levels 0 and 1 in capitals; the newest has the same in proper case. */
static void
take_proper_case (char **name, const char *newest)
{
  g_autofree char *folded = NULL;
  g_autofree char *folded_newest = NULL;

  if (!is_capitals (*name))
    return;

  folded = ris3_fold_name (*name);
  folded_newest = ris3_fold_name (newest);
  if (strcmp (folded, folded_newest) == 0)
    {
      g_free (*name);
      *name = g_strdup (newest);
    }
}

static void
replace (char **name, const char *by)
{
  g_free (*name);
  *name = g_strdup (by);
}

void
build_names_apply (const BuildNames *names, guint nuts_version, BuildRegion *region)
{
  g_autofree char *key = g_strdup_printf ("%u %s", nuts_version, region->code);
  char **row;

  if ((row = g_hash_table_lookup (names->newest, region->code)) != NULL)
    {
      take_proper_case (&region->name, row[0]);
      take_proper_case (&region->name_latin, row[1]);
    }
  if ((row = g_hash_table_lookup (names->names, key)) != NULL)
    {
      replace (&region->name, row[2]);
      replace (&region->name_latin, row[3]);
    }
  if ((row = g_hash_table_lookup (names->countries, region->code)) != NULL)
    {
      replace (&region->name, row[1]);
      replace (&region->name_latin, row[2]);
      replace (&region->name_english, row[3]);
    }
  if (is_capitals (region->name) && region->level < 2)
    g_print ("NUTS %u %s: the name is in capitals: %s\n", nuts_version, region->code, region->name);
}

static gboolean
read_newest (BuildNames *self, const char *source_dir, GError **error)
{
  for (guint level = 0; level < 4; level++)
    {
      OGRLayerH layer;
      g_auto (GDALDatasetH) dataset = build_source_open (source_dir, 2021, 10, level, &layer, error);

      if (dataset == NULL)
        return FALSE;
      for (;;)
        {
          g_auto (OGRFeatureH) feature = OGR_L_GetNextFeature (layer);
          char **row;

          if (feature == NULL)
            break;
          row = g_new0 (char *, 3);
          row[0] = g_strdup (OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "NUTS_NAME")));
          row[1] = g_strdup (OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "NAME_LATN")));
          g_hash_table_insert (
              self->newest, g_strdup (OGR_F_GetFieldAsString (feature, OGR_F_GetFieldIndex (feature, "NUTS_ID"))), row);
        }
    }

  return TRUE;
}

BuildNames *
build_names_read (const char *data_dir, const char *source_dir, GError **error)
{
  g_autoptr (BuildNames) self = g_new0 (BuildNames, 1);
  g_autofree char *countries_path = g_build_filename (data_dir, "countries.csv", NULL);
  g_autofree char *names_path = g_build_filename (data_dir, "names.csv", NULL);
  g_autoptr (GPtrArray) countries = NULL;
  g_autoptr (GPtrArray) names = NULL;

  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->newest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  countries = build_csv_read (countries_path, error);
  names = countries != NULL ? build_csv_read (names_path, error) : NULL;
  if (names == NULL)
    return NULL;

  for (guint i = 0; i < countries->len; i++)
    {
      char **row = g_ptr_array_index (countries, i);

      g_hash_table_insert (self->countries, g_strdup (row[0]), g_strdupv (row));
    }
  for (guint i = 0; i < names->len; i++)
    {
      char **row = g_ptr_array_index (names, i);

      g_hash_table_insert (self->names, g_strdup_printf ("%s %s", row[0], row[1]), g_strdupv (row));
    }

  return read_newest (self, source_dir, error) ? g_steal_pointer (&self) : NULL;
}

void
build_names_free (BuildNames *names)
{
  g_hash_table_unref (names->countries);
  g_hash_table_unref (names->names);
  g_hash_table_unref (names->newest);
  g_free (names);
}
