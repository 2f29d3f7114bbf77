/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-geodata.h"

#include "app/ris3-program-data.h"

void
ris3_geodata_free (Ris3Geodata *self)
{
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->lineage, ris3_lineage_unref);
  g_clear_pointer (&self->land, ris3_shapes_unref);
  g_free (self);
}

static Ris3Geodata *
read_geodata (guint nuts_version, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ris3_program_data ("boundaries.gpkg", error);
  g_autoptr (Ris3Geodata) self = g_new0 (Ris3Geodata, 1);

  if (path == NULL)
    return NULL;
  self->boundaries = ris3_boundaries_load (path, nuts_version, 0, cancellable, error);
  if (self->boundaries == NULL)
    return NULL;
  self->land = ris3_land_load (path, cancellable, error);
  if (self->land == NULL)
    return NULL;
  if (nuts_version != RIS3_DEFAULT_NUTS_VERSION)
    {
      self->lineage = ris3_lineage_load (path, RIS3_DEFAULT_NUTS_VERSION, nuts_version, cancellable, error);
      if (self->lineage == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

static void
load (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  guint nuts_version = GPOINTER_TO_UINT (task_data);
  g_autoptr (GError) error = NULL;
  Ris3Geodata *geodata = read_geodata (nuts_version, cancellable, &error);

  if (geodata != NULL)
    g_task_return_pointer (task, geodata, (GDestroyNotify) ris3_geodata_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
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
