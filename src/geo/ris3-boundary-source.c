/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-boundary-source-private.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-gdal-module-private.h"

static const struct
{
  const char *id;
  const char *title;
} note_kinds[RIS3_N_BOUNDARY_NOTES] = {
  [RIS3_BOUNDARY_REPAIRED] = { "repaired", N_ ("Lines crossed, and were repaired") },
  [RIS3_BOUNDARY_UNCHECKED] = { "unchecked", N_ ("Too many points to look whether lines cross") },
  [RIS3_BOUNDARY_LINEARISED] = { "linearised", N_ ("Curves became short lines") },
  [RIS3_BOUNDARY_COLLECTION] = { "collection", N_ ("Points and lines beside the areas are left out") },
  [RIS3_BOUNDARY_PARTLY] = { "partly", N_ ("Finer areas do not fill it; what is beside them is not drawn") },
  [RIS3_BOUNDARY_EMPTY] = { "empty", N_ ("Without an area, and not drawn") },
  [RIS3_BOUNDARY_NO_CODE] = { "no-code", N_ ("Without a code, and not drawn") },
  [RIS3_BOUNDARY_POLE] = { "pole", N_ ("Around a pole, and not drawn") },
};

const char *
ris3_boundary_note_kind_get_id (Ris3BoundaryNoteKind kind)
{
  g_return_val_if_fail (kind < RIS3_N_BOUNDARY_NOTES, NULL);
  return note_kinds[kind].id;
}

const char *
ris3_boundary_note_kind_get_title (Ris3BoundaryNoteKind kind)
{
  g_return_val_if_fail (kind < RIS3_N_BOUNDARY_NOTES, NULL);
  return _ (note_kinds[kind].title);
}

void
ris3_own_area_free (Ris3OwnArea *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->code);
  g_free (self->name);
  g_free (self->name_latin);
  g_free (self->country);
  g_free (self->parent);
  g_free (self);
}

static void
note_free (gpointer data)
{
  Ris3BoundaryNote *self = data;

  g_free (self->code);
  g_free (self->layer);
  g_free (self);
}

Ris3BoundaryReport *
ris3_boundary_report_new (void)
{
  Ris3BoundaryReport *self = g_new0 (Ris3BoundaryReport, 1);

  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

void
ris3_boundary_report_add (Ris3BoundaryReport *self, Ris3BoundaryNoteKind kind, const Ris3OwnArea *area)
{
  Ris3BoundaryNote *note = g_new0 (Ris3BoundaryNote, 1);

  note->kind = kind;
  note->code = g_strdup (area->code != NULL ? area->code : "");
  note->layer = g_strdup (area->layer);
  note->row = area->row;
  g_ptr_array_add (self->notes, note);
  self->n_notes[kind]++;
}

void
ris3_boundary_report_free (Ris3BoundaryReport *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
ris3_boundary_source_free (Ris3BoundarySource *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_free (self->format);
  g_free (self);
}

Ris3BoundarySource *
ris3_boundary_source_look (const char *path, GCancellable *cancellable, GError **error)
{
  const Ris3GdalFunctions *gdal;

  g_return_val_if_fail (path != NULL, NULL);
  gdal = ris3_gdal_module_open (error);
  return gdal != NULL ? gdal->source_look (path, cancellable, error) : NULL;
}

Ris3Boundaries *
ris3_boundary_source_read (const char *path,
                           const Ris3BoundaryMapping *mapping,
                           Ris3Boundaries *frame,
                           Ris3BoundaryReport **report,
                           Ris3GeoProgress progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (Ris3BoundaryReport) own = ris3_boundary_report_new ();
  const Ris3GdalFunctions *gdal;
  Ris3Boundaries *boundaries = NULL;

  g_return_val_if_fail (path != NULL && mapping != NULL, NULL);
  gdal = ris3_gdal_module_open (error);
  if (gdal != NULL)
    boundaries = gdal->source_read (path, mapping, frame, own, progress, user_data, cancellable, error);
  if (report != NULL)
    *report = g_steal_pointer (&own);
  return boundaries;
}
