/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-geodata-private.h"
#include "map/ris3-land.h"
#include "map/ris3-own-store.h"

/* Of all the work, in thousandths. */
#define READING 600
#define ALL 1000
/* 1:10M */
#define COARSE 10

typedef struct
{
  gint *progress; /* NULL: nobody looks */
  gint from;
  gint to;
} Part;

static void
on_progress (double done, gpointer user_data)
{
  const Part *part = user_data;

  if (part->progress != NULL)
    g_atomic_int_set (part->progress, part->from + (gint) (done * (part->to - part->from)));
}

static gboolean
find_lineages (Ris3OwnArrays *arrays, gint *progress, GCancellable *cancellable, GError **error)
{
  for (gint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    {
      Part part = { progress, READING + (ALL - READING) * i / RIS3_N_NUTS_VERSIONS,
                    READING + (ALL - READING) * (i + 1) / RIS3_N_NUTS_VERSIONS };
      g_autoptr (Ris3Boundaries) version = ris3_geodata_load_boundaries (ris3_nuts_versions[i], cancellable, error);

      if (version == NULL)
        return FALSE;
      arrays->lineages[i] = ris3_lineage_find (version, arrays->boundaries, on_progress, &part, cancellable, error);
      if (arrays->lineages[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static Ris3Boundaries *
read_file (const Ris3OwnBoundaries *own,
           Ris3BoundaryReport **report,
           gint *progress,
           GCancellable *cancellable,
           GError **error)
{
  Part reading = { progress, 0, READING };
  g_autoptr (Ris3Boundaries) frame = ris3_geodata_load_boundaries (own->frame, cancellable, error);

  return frame != NULL ? ris3_boundary_source_read (own->path, own->mapping, frame, report, on_progress, &reading,
                                                    cancellable, error)
                       : NULL;
}

/* Takes them from the store, or makes and stores them. Who wants a report has the file read in any case. */
static gboolean
get_arrays (Ris3OwnArrays *arrays,
            const Ris3OwnBoundaries *own,
            const char *shipped,
            Ris3BoundaryReport **report,
            gint *progress,
            GCancellable *cancellable,
            GError **error)
{
  gboolean is_stored = ris3_own_store_load (own, shipped, arrays);

  if (is_stored && report != NULL)
    g_clear_pointer (&arrays->boundaries, ris3_boundaries_unref);
  if (arrays->boundaries == NULL)
    arrays->boundaries = read_file (own, report, progress, cancellable, error);
  if (arrays->boundaries == NULL || (!is_stored && !find_lineages (arrays, progress, cancellable, error)))
    return FALSE;
  /* Not if the file has changed while it was read. */
  if (!is_stored && ris3_own_boundaries_check (own, cancellable, NULL))
    ris3_own_store_save (own, shipped, arrays);
  return TRUE;
}

/* Where one's own areas are not, the countries are land as well, and not sea: coarse ones, for the speed of the map. */
static Ris3Shapes *
load_land (const char *path, guint frame, GCancellable *cancellable, GError **error)
{
  g_autoptr (Ris3Shapes) land = ris3_land_load (path, cancellable, error);
  g_autoptr (Ris3Boundaries) countries
      = land != NULL ? ris3_boundaries_load (path, frame, COARSE, cancellable, error) : NULL;

  return countries != NULL ? ris3_land_add_countries (land, countries) : NULL;
}

Ris3Geodata *
ris3_geodata_load_own (const Ris3OwnBoundaries *own,
                       Ris3BoundaryReport **report,
                       gint *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (Ris3Geodata) self = NULL;
  g_auto (Ris3OwnArrays) arrays = { NULL };
  g_autofree char *shipped = NULL;

  g_return_val_if_fail (own != NULL, NULL);
  shipped = _ris3_geodata_find_file (error);
  if (shipped == NULL || !get_arrays (&arrays, own, shipped, report, progress, cancellable, error))
    return NULL;
  self = g_new0 (Ris3Geodata, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->boundaries = g_steal_pointer (&arrays.boundaries);
  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    self->lineages[i] = g_steal_pointer (&arrays.lineages[i]);
  _ris3_geodata_name_regions (self, own->frame);
  self->land = load_land (shipped, own->frame, cancellable, error);
  if (self->land == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  Ris3OwnBoundaries *own;
  gint *progress;
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  ris3_own_boundaries_free (self->own);
  g_free (self);
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Load *data = task_data;
  GError *error = NULL;
  Ris3Geodata *geodata = NULL;

  if (ris3_own_boundaries_check (data->own, cancellable, &error))
    geodata = ris3_geodata_load_own (data->own, NULL, data->progress, cancellable, &error);
  if (geodata != NULL)
    {
      ris3_boundaries_make_details (geodata->boundaries);
      geodata->mask = ris3_region_mask_new (geodata->boundaries);
    }
  if (geodata != NULL)
    g_task_return_pointer (task, geodata, (GDestroyNotify) ris3_geodata_unref);
  else
    g_task_return_error (task, error);
}

void
ris3_geodata_load_own_async (const Ris3OwnBoundaries *own,
                             gint *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Load *data;

  g_return_if_fail (own != NULL);
  data = g_new0 (Load, 1);
  data->own = ris3_own_boundaries_copy (own);
  data->progress = progress;
  g_task_set_source_tag (task, ris3_geodata_load_own_async);
  g_task_set_task_data (task, data, load_free);
  g_task_run_in_thread (task, load);
}
