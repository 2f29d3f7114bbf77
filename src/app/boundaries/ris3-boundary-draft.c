/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/boundaries/ris3-boundary-draft.h"

#include <glib/gi18n.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-geodata.h"

/* Of the progress, which another thread reads. */
#define ALL 1000

struct _Ris3BoundaryDraft
{
  GObject parent_instance;

  char *path;
  Ris3BoundarySource *source;
  Ris3BoundaryMapping *mapping;
  guint frame;
  gboolean is_chosen[RIS3_N_BOUNDARY_ROLES];

  Ris3Boundaries *frame_boundaries;
  Ris3Boundaries *boundaries;
  Ris3BoundaryReport *report;
  Ris3BoundaryMatch *match;
  Ris3OwnBoundaries *own;
  gint progress; /* atomic */
};

G_DEFINE_FINAL_TYPE (Ris3BoundaryDraft, ris3_boundary_draft, G_TYPE_OBJECT)

static void
forget_result (Ris3BoundaryDraft *self)
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

  forget_result (self);
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

/* No layer that is read lacks a column. */
static void
fit_columns (Ris3BoundaryDraft *self)
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
ris3_boundary_draft_choose_layer (Ris3BoundaryDraft *self, guint layer, gboolean is_read)
{
  g_autoptr (GStrvBuilder) layers = g_strv_builder_new ();

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && layer < get_n_layers (self));
  for (guint i = 0; i < get_n_layers (self); i++)
    if (i == layer ? is_read : ris3_boundary_draft_has_layer (self, i))
      g_strv_builder_add (layers, get_layer (self, i)->name);
  g_strfreev (self->mapping->layers);
  self->mapping->layers = g_strv_builder_end (layers);
  fit_columns (self);
  forget_result (self);
}

void
ris3_boundary_draft_choose_column (Ris3BoundaryDraft *self, Ris3BoundaryRole role, const char *column)
{
  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && self->mapping != NULL && role < RIS3_N_BOUNDARY_ROLES);
  g_free (self->mapping->columns[role]);
  self->mapping->columns[role] = g_strdup (column);
  self->is_chosen[role] = TRUE;
  forget_result (self);
}

gboolean
ris3_boundary_draft_is_chosen (Ris3BoundaryDraft *self, Ris3BoundaryRole role)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && role < RIS3_N_BOUNDARY_ROLES, FALSE);
  return self->is_chosen[role];
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
  forget_result (self);
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
  forget_result (self);
}

const char *
ris3_boundary_draft_get_problem (Ris3BoundaryDraft *self)
{
  gboolean has_layer = FALSE;

  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), NULL);
  for (guint i = 0; i < get_n_layers (self); i++)
    has_layer |= ris3_boundary_draft_has_layer (self, i);
  if (!has_layer)
    return self->mapping != NULL && self->mapping->layers == NULL
               ? _ ("No layer of the file seems to have areas. Choose another file, or a layer that has them.")
               : _ ("No layer is chosen. Choose one that has the areas.");
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

/* Looking */

typedef struct
{
  char *path;
  Ris3OwnBoundaries *own; /* NULL: none, or of another file */
  Ris3BoundarySource *source;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_clear_pointer (&look->own, ris3_own_boundaries_free);
  g_clear_pointer (&look->source, ris3_boundary_source_free);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;

  look->source = ris3_boundary_source_look (look->path, cancellable, &error);
  if (look->source != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_boundary_draft_look_async (Ris3BoundaryDraft *self,
                                const char *path,
                                const Ris3OwnBoundaries *own,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Look *look;

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && path != NULL);
  look = g_new0 (Look, 1);
  look->path = g_canonicalize_filename (path, NULL);
  if (own != NULL && g_str_equal (own->path, look->path))
    look->own = ris3_own_boundaries_copy (own);
  g_atomic_int_set (&self->progress, -ALL);
  g_task_set_source_tag (task, ris3_boundary_draft_look_async);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

gboolean
ris3_boundary_draft_look_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error)
{
  Look *look;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  look = g_task_get_task_data (G_TASK (result));
  forget_result (self);
  g_free (self->path);
  self->path = g_steal_pointer (&look->path);
  g_clear_pointer (&self->source, ris3_boundary_source_free);
  self->source = g_steal_pointer (&look->source);
  g_clear_pointer (&self->mapping, ris3_boundary_mapping_free);
  memset (self->is_chosen, 0, sizeof self->is_chosen);
  if (look->own != NULL)
    {
      self->mapping = g_steal_pointer (&look->own->mapping);
      self->frame = look->own->frame;
      for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
        self->is_chosen[role] = TRUE;
    }
  else
    self->mapping = ris3_boundary_mapping_guess (self->source);
  fit_columns (self);
  return TRUE;
}

/* Reading */

typedef struct
{
  Ris3BoundaryDraft *draft; /* for its progress */
  char *path;
  Ris3BoundaryMapping *mapping;
  guint frame;
  GListModel *strategies;

  Ris3Boundaries *frame_boundaries;
  Ris3Boundaries *boundaries;
  Ris3BoundaryReport *report;
  Ris3BoundaryMatch *match;
  Ris3OwnBoundaries *own;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_clear_pointer (&reading->mapping, ris3_boundary_mapping_free);
  g_clear_object (&reading->strategies);
  g_clear_pointer (&reading->frame_boundaries, ris3_boundaries_unref);
  g_clear_pointer (&reading->boundaries, ris3_boundaries_unref);
  g_clear_pointer (&reading->report, ris3_boundary_report_free);
  g_clear_pointer (&reading->match, ris3_boundary_match_free);
  g_clear_pointer (&reading->own, ris3_own_boundaries_free);
  g_free (reading);
}

static void
on_progress (double done, gpointer user_data)
{
  const Reading *reading = user_data;

  g_atomic_int_set (&reading->draft->progress, (gint) (done * ALL));
}

/* The digest is taken before the file is read: a file that is written meanwhile has changed since. */
static gboolean
read_all (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = ris3_boundary_mapping_to_text (reading->mapping);

  reading->frame_boundaries = ris3_geodata_load_boundaries (reading->frame, cancellable, error);
  if (reading->frame_boundaries == NULL)
    return FALSE;
  reading->own = ris3_own_boundaries_new (reading->path, ris3_boundary_mapping_from_text (text), reading->frame,
                                          cancellable, error);
  if (reading->own == NULL)
    return FALSE;
  reading->boundaries = ris3_boundary_source_read (reading->path, reading->mapping, reading->frame_boundaries,
                                                   &reading->report, on_progress, reading, cancellable, error);
  if (reading->boundaries == NULL)
    return FALSE;
  reading->match = ris3_boundary_match_new (reading->boundaries, reading->strategies, cancellable, error);
  return reading->match != NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_all (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ris3_boundary_draft_read_async (Ris3BoundaryDraft *self,
                                GListModel *strategies,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *text = NULL;
  Reading *reading;
  GListStore *copy;

  g_return_if_fail (RIS3_IS_BOUNDARY_DRAFT (self) && self->mapping != NULL && G_IS_LIST_MODEL (strategies));
  /* The list changes on this thread; a strategy does not. */
  copy = g_list_store_new (G_TYPE_OBJECT);
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (GObject) strategy = g_list_model_get_item (strategies, i);

      g_list_store_append (copy, strategy);
    }
  text = ris3_boundary_mapping_to_text (self->mapping);
  reading = g_new0 (Reading, 1);
  reading->draft = self;
  reading->path = g_strdup (self->path);
  reading->mapping = ris3_boundary_mapping_from_text (text);
  reading->frame = self->frame;
  reading->strategies = G_LIST_MODEL (copy);
  forget_result (self);
  g_atomic_int_set (&self->progress, -ALL);
  g_task_set_source_tag (task, ris3_boundary_draft_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
ris3_boundary_draft_read_finish (Ris3BoundaryDraft *self, GAsyncResult *result, GError **error)
{
  Reading *reading;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  reading = g_task_get_task_data (G_TASK (result));
  forget_result (self);
  self->frame_boundaries = g_steal_pointer (&reading->frame_boundaries);
  self->boundaries = g_steal_pointer (&reading->boundaries);
  self->report = g_steal_pointer (&reading->report);
  self->match = g_steal_pointer (&reading->match);
  self->own = g_steal_pointer (&reading->own);
  return TRUE;
}

double
ris3_boundary_draft_get_progress (Ris3BoundaryDraft *self)
{
  g_return_val_if_fail (RIS3_IS_BOUNDARY_DRAFT (self), 0);
  return (double) g_atomic_int_get (&self->progress) / ALL;
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
