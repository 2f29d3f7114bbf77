/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-draft-private.h"

#include <glib/gi18n.h>

#include "geo/ris3-nuts-version.h"

G_DEFINE_FINAL_TYPE (Ris3BoundaryDraft, ris3_boundary_draft, G_TYPE_OBJECT)

void
_ris3_boundary_draft_forget_result (Ris3BoundaryDraft *self)
{
  g_clear_pointer (&self->frame_boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&self->report, ris3_boundary_report_free);
  g_clear_pointer (&self->match, ris3_boundary_match_free);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
}

static void
ris3_boundary_draft_finalize (GObject *object)
{
  Ris3BoundaryDraft *self = RIS3_BOUNDARY_DRAFT (object);

  _ris3_boundary_draft_forget_result (self);
  g_clear_pointer (&self->source, ris3_boundary_source_free);
  g_clear_pointer (&self->mapping, ris3_boundary_mapping_free);
  g_free (self->path);
  G_OBJECT_CLASS (ris3_boundary_draft_parent_class)->finalize (object);
}

static void
ris3_boundary_draft_class_init (Ris3BoundaryDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_boundary_draft_finalize;
}

static void
ris3_boundary_draft_init (Ris3BoundaryDraft *self)
{
  self->frame = RIS3_DEFAULT_NUTS_VERSION;
}

Ris3BoundaryDraft *
ris3_boundary_draft_new (void)
{
  return g_object_new (RIS3_TYPE_BOUNDARY_DRAFT, NULL);
}

/* Layers and columns */

static const Ris3BoundaryLayer *
get_layer (Ris3BoundaryDraft *self, guint layer)
{
  return g_ptr_array_index (self->source->layers, layer);
}

static guint
get_n_layers (Ris3BoundaryDraft *self)
{
  return self->source != NULL ? self->source->layers->len : 0;
}

gboolean
ris3_boundary_draft_has_layer (Ris3BoundaryDraft *self, guint layer)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && layer < get_n_layers (self), FALSE);
  if (self->mapping->layers == NULL)
    return get_layer (self, layer)->has_areas;
  return g_strv_contains ((const char *const *) self->mapping->layers, get_layer (self, layer)->name);
}

static const Ris3BoundaryColumn *
find_column (const Ris3BoundaryLayer *layer, const char *name)
{
  for (guint i = 0; i < layer->columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (layer->columns, i);

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

/* Whether all layers that are read have it. */
static gboolean
has_column (Ris3BoundaryDraft *self, const char *name)
{
  for (guint i = 0; i < get_n_layers (self); i++)
    if (ris3_boundary_draft_has_layer (self, i) && find_column (get_layer (self, i), name) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
ris3_boundary_draft_list_columns (Ris3BoundaryDraft *self)
{
  GPtrArray *columns = g_ptr_array_new ();
  const Ris3BoundaryLayer *first = NULL;

  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), columns);
  for (guint i = 0; i < get_n_layers (self) && first == NULL; i++)
    if (ris3_boundary_draft_has_layer (self, i))
      first = get_layer (self, i);
  for (guint i = 0; first != NULL && i < first->columns->len; i++)
    {
      Ris3BoundaryColumn *column = g_ptr_array_index (first->columns, i);

      if (has_column (self, column->name))
        g_ptr_array_add (columns, column);
    }
  return columns;
}

/* A guess of the layers that are read only. */
static Ris3BoundaryMapping *
guess (Ris3BoundaryDraft *self)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();
  Ris3BoundarySource part = { self->source->format, layers };

  for (guint i = 0; i < get_n_layers (self); i++)
    if (ris3_boundary_draft_has_layer (self, i))
      g_ptr_array_add (layers, g_ptr_array_index (self->source->layers, i));
  return ris3_boundary_mapping_guess (&part);
}

void
_ris3_boundary_draft_fit_columns (Ris3BoundaryDraft *self)
{
  g_autoptr (Ris3BoundaryMapping) guessed = guess (self);

  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    {
      char **column = &self->mapping->columns[role];
      gboolean is_number
          = *column != NULL && role == RIS3_BOUNDARY_LEVEL && strlen (*column) == 1 && g_ascii_isdigit (**column);

      if ((self->is_chosen[role] && *column == NULL) || is_number || (*column != NULL && has_column (self, *column)))
        continue;
      self->is_chosen[role] = FALSE;
      g_clear_pointer (column, g_free);
      if (guessed->columns[role] != NULL && has_column (self, guessed->columns[role]))
        *column = g_steal_pointer (&guessed->columns[role]);
    }
}

void
_ris3_boundary_draft_guess_layers (Ris3BoundaryDraft *self)
{
  const char *code = self->mapping->columns[RIS3_BOUNDARY_CODE];
  g_autoptr (GStrvBuilder) layers = g_strv_builder_new ();

  if (code == NULL || has_column (self, code))
    return;
  for (guint i = 0; i < get_n_layers (self); i++)
    if (get_layer (self, i)->has_areas && find_column (get_layer (self, i), code) != NULL)
      g_strv_builder_add (layers, get_layer (self, i)->name);
  self->mapping->layers = g_strv_builder_end (layers);
}

void
ris3_boundary_draft_choose_layer (Ris3BoundaryDraft *self, guint layer, gboolean is_read)
{
  g_autoptr (GStrvBuilder) layers = g_strv_builder_new ();

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && layer < get_n_layers (self));
  for (guint i = 0; i < get_n_layers (self); i++)
    if (i == layer ? is_read : ris3_boundary_draft_has_layer (self, i))
      g_strv_builder_add (layers, get_layer (self, i)->name);
  g_strfreev (self->mapping->layers);
  self->mapping->layers = g_strv_builder_end (layers);
  _ris3_boundary_draft_fit_columns (self);
  _ris3_boundary_draft_forget_result (self);
}

void
ris3_boundary_draft_choose_column (Ris3BoundaryDraft *self, Ris3BoundaryRole role, const char *column)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && self->mapping != NULL && role < RIS3_N_BOUNDARY_ROLES);
  g_free (self->mapping->columns[role]);
  self->mapping->columns[role] = g_strdup (column);
  self->is_chosen[role] = TRUE;
  _ris3_boundary_draft_forget_result (self);
}

const char *
ris3_boundary_draft_get_layer_level (Ris3BoundaryDraft *self, guint layer)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && layer < get_n_layers (self), NULL);
  return self->mapping->levels != NULL ? g_hash_table_lookup (self->mapping->levels, get_layer (self, layer)->name)
                                       : NULL;
}

void
ris3_boundary_draft_choose_layer_level (Ris3BoundaryDraft *self, guint layer, const char *level)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && layer < get_n_layers (self));
  ris3_boundary_mapping_set_level (self->mapping, get_layer (self, layer)->name, level);
  _ris3_boundary_draft_forget_result (self);
}

const char *
ris3_boundary_draft_get_file_crs (Ris3BoundaryDraft *self)
{
  const char *crs = NULL;

  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  for (guint i = 0; i < get_n_layers (self); i++)
    if (ris3_boundary_draft_has_layer (self, i))
      {
        if (get_layer (self, i)->crs == NULL)
          return NULL;
        crs = get_layer (self, i)->crs;
      }
  return crs;
}

void
ris3_boundary_draft_choose_crs (Ris3BoundaryDraft *self, const char *crs)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && self->mapping != NULL);
  g_free (self->mapping->crs);
  self->mapping->crs = g_strdup (crs);
  _ris3_boundary_draft_forget_result (self);
}

guint
ris3_boundary_draft_get_frame (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), 0);
  return self->frame;
}

void
ris3_boundary_draft_choose_frame (Ris3BoundaryDraft *self, guint nuts_version)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && ris3_nuts_version_is_known (nuts_version));
  self->frame = nuts_version;
  _ris3_boundary_draft_forget_result (self);
}

const char *
ris3_boundary_draft_get_problem (Ris3BoundaryDraft *self)
{
  gboolean has_layer = FALSE, has_rows = FALSE;

  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  for (guint i = 0; i < get_n_layers (self); i++)
    if (ris3_boundary_draft_has_layer (self, i))
      {
        has_layer = TRUE;
        has_rows |= get_layer (self, i)->n_features != 0;
      }
  if (!has_layer)
    return self->mapping != NULL && self->mapping->layers == NULL
               ? _ ("No layer of the file seems to have areas. Choose another file, or a layer that has them.")
               : _ ("No layer is chosen. Choose one that has the areas.");
  if (!has_rows)
    return _ ("There are no areas in it: it is empty. Save the file again with its areas, or choose another.");
  if (self->mapping->columns[RIS3_BOUNDARY_CODE] == NULL)
    return _ ("No column looks like codes of areas. Choose the column that has them.");
  if (self->mapping->crs == NULL && ris3_boundary_draft_get_file_crs (self) == NULL
      && !g_str_equal (self->source->format, "TopoJSON"))
    return _ ("The file does not say which coordinate system it is in. Choose it.");
  return NULL;
}

const char *
ris3_boundary_draft_get_path (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->path;
}

const Ris3BoundarySource *
ris3_boundary_draft_get_source (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->source;
}

const Ris3BoundaryMapping *
ris3_boundary_draft_get_mapping (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->mapping;
}

Ris3Boundaries *
ris3_boundary_draft_get_boundaries (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->boundaries;
}

Ris3Boundaries *
ris3_boundary_draft_get_frame_boundaries (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->frame_boundaries;
}

const Ris3BoundaryReport *
ris3_boundary_draft_get_report (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->report;
}

const Ris3BoundaryMatch *
ris3_boundary_draft_get_match (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->match;
}

const Ris3OwnBoundaries *
ris3_boundary_draft_get_own (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  return self->own;
}
