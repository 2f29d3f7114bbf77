/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-geodata-private.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"
#include "model/ris3-data-dir.h"

#define NAMES_FILE "names/regions.csv"

Ris3Geodata *
ris3_geodata_ref (Ris3Geodata *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_geodata_unref (Ris3Geodata *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_clear_pointer (&self->mask, ris3_region_mask_free);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    g_clear_pointer (&self->lineages[i], ris3_lineage_unref);
  g_free (self);
}

static Ris3RegionNames *
load_names (guint nuts_version, const char *const *languages)
{
  g_autofree char *path = ris3_data_find (NAMES_FILE);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  Ris3RegionNames *names;

  if (path == NULL)
    {
      g_debug ("%s is missing: regions have their local names alone", NAMES_FILE);
      return NULL;
    }
  folder = g_path_get_dirname (path);
  names = ris3_region_names_load (folder, nuts_version, languages, &error);
  if (names == NULL)
    g_warning ("%s", error->message);
  return names;
}

Ris3RegionNames *
ris3_geodata_load_names (Ris3Geodata *self, const char *const *languages)
{
  g_return_val_if_fail (self != NULL && languages != NULL, NULL);
  return load_names (self->names_version, languages);
}

void
_ris3_geodata_name_regions (Ris3Geodata *self, guint nuts_version)
{
  const char *languages[] = { ris3_name_language_of_locale (), NULL };
  g_autoptr (Ris3RegionNames) names = load_names (nuts_version, languages);

  self->names_version = nuts_version;
  if (names != NULL)
    ris3_boundaries_set_names (self->boundaries, names, languages[0]);
}

Ris3Geodata *
ris3_geodata_load_file (const char *path, guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Geodata) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_new0 (Ris3Geodata, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->boundaries = ris3_boundaries_load (path, nuts_version, 0, cancellable, error);
  if (self->boundaries == NULL)
    return NULL;
  _ris3_geodata_name_regions (self, nuts_version);
  self->land = ris3_land_load (path, cancellable, error);
  if (self->land == NULL)
    return NULL;
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (ris3_nuts_versions[i] != nuts_version
        && (self->lineages[i] = ris3_lineage_load (path, ris3_nuts_versions[i], nuts_version, cancellable, error))
               == NULL)
      return NULL;
  return g_steal_pointer (&self);
}

char *
_ris3_geodata_find_file (GError **error)
{
  static const char file[] = "boundaries.gpkg";
  char *path = ris3_data_find (file);

  if (path == NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("The file “%s”, which is part of RIS3 Atlas, is missing. Install the program again."), file);
  return path;
}

Ris3Geodata *
ris3_geodata_load (guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = _ris3_geodata_find_file (error);

  return path != NULL ? ris3_geodata_load_file (path, nuts_version, cancellable, error) : NULL;
}

Ris3Boundaries *
ris3_geodata_load_boundaries (guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = _ris3_geodata_find_file (error);

  return path != NULL ? ris3_boundaries_load (path, nuts_version, 0, cancellable, error) : NULL;
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Ris3Geodata *geodata = ris3_geodata_load (GPOINTER_TO_UINT (task_data), cancellable, &error);

  if (geodata != NULL)
    geodata->mask = ris3_region_mask_new (geodata->boundaries);
  if (geodata != NULL)
    g_task_return_pointer (task, geodata, (GDestroyNotify) ris3_geodata_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_geodata_load_async (guint nuts_version,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ris3_geodata_load_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (nuts_version), NULL);
  g_task_run_in_thread (task, load);
}

Ris3Geodata *
ris3_geodata_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

Ris3Geodata *
ris3_geodata_project (Ris3Geodata *self, Ris3Plane *plane)
{
  Ris3Geodata *projected;

  g_return_val_if_fail (self != NULL && plane != NULL, NULL);
  projected = g_new0 (Ris3Geodata, 1);
  g_atomic_ref_count_init (&projected->ref_count);
  projected->names_version = self->names_version;
  projected->boundaries = ris3_boundaries_project (self->boundaries, plane);
  projected->land = ris3_shapes_project (self->land, ris3_boundaries_get_plane (self->boundaries), plane);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (self->lineages[i] != NULL)
      projected->lineages[i] = ris3_lineage_ref (self->lineages[i]);
  return projected;
}

Ris3Boundaries *
ris3_geodata_get_boundaries (Ris3Geodata *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->boundaries;
}

Ris3Shapes *
ris3_geodata_get_land (Ris3Geodata *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->land;
}

const Ris3RegionMask *
ris3_geodata_get_mask (Ris3Geodata *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->mask;
}

Ris3Lineage *
ris3_geodata_get_lineage (Ris3Geodata *self, guint from_version)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (ris3_nuts_versions[i] == from_version)
      return self->lineages[i];
  return NULL;
}

const char *
ris3_geodata_describe_credit (Ris3Boundaries *boundaries)
{
  g_return_val_if_fail (boundaries != NULL, NULL);
  if (!ris3_boundaries_is_gisco (boundaries))
    {
      g_autofree char *title = NULL;
      g_autofree char *words = NULL;

      if (ris3_boundaries_get_attribution (boundaries) != NULL)
        return ris3_boundaries_get_attribution (boundaries);
      title = ris3_boundaries_dup_title (boundaries);
      words = g_strdup_printf (_ ("Areas from the file “%s”"), title);
      return g_intern_string (words);
    }
  return ris3_boundaries_find (boundaries, "TR") >= 0
             ? _ ("© EuroGeographics for the administrative boundaries · © TurkStat")
             : _ ("© EuroGeographics for the administrative boundaries");
}

const char *
ris3_geodata_describe_map_credit (Ris3Boundaries *boundaries)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (boundaries != NULL, NULL);
  if (!ris3_boundaries_is_own (boundaries))
    return ris3_geodata_describe_credit (boundaries);
  if (ris3_boundaries_is_gisco (boundaries))
    return _ ("© EuroGeographics for the administrative boundaries · © TurkStat");
  /* Translators: %s is whom a file of boundaries names, or the file. */
  words = g_strdup_printf (_ ("%s · © EuroGeographics for the administrative boundaries around them · © TurkStat"),
                           ris3_geodata_describe_credit (boundaries));
  return g_intern_string (words);
}
