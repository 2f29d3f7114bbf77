/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-draft.h"

#include "map/ris3-extent.h"

/* What takes long to make, and what of it is chosen. */
typedef struct
{
  Ris3Geodata *loaded; /* of the window */
  char *crs;
  char *asked; /* the extent; NULL: all */
  gboolean has_insets;
  gboolean has_small_states;
  Ris3Geodata *projected;
  GPtrArray *insets; /* of a page */
  Ris3Box extent;
} Ground;

struct _Ris3FigureDraft
{
  GObject parent_instance;

  Ris3Session *session;
  Ris3PageOptions *options;
  char *extent;                       /* that is asked for; NULL: all */
  Ground *ground;                     /* NULL: none yet */
  Ris3Classification *classification; /* on the ground; NULL: none yet */
  Ris3Classification *compared;       /* likewise; NULL: the window shows one map */
  Ris3FigurePage *figure;
  GCancellable *cancellable; /* of the ground that is being made; NULL: none */
  GError *error;
  Ris3FigureFault fault;
};

G_DEFINE_FINAL_TYPE (Ris3FigureDraft, ris3_figure_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ground_clear (gpointer data)
{
  Ground *ground = data;

  ris3_geodata_unref (ground->loaded);
  g_free (ground->crs);
  g_free (ground->asked);
  g_clear_pointer (&ground->projected, ris3_geodata_unref);
  g_clear_pointer (&ground->insets, g_ptr_array_unref);
}

static void
ground_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, ground_clear);
}

/* (transfer none) */
static Ris3Geodata *
get_loaded (Ris3FigureDraft *self)
{
  return ris3_placement_get_geodata (
      ris3_classification_get_placement (ris3_session_get_classification (self->session)));
}

static const char *
get_crs (Ris3FigureDraft *self)
{
  return self->options->crs != NULL ? self->options->crs : RIS3_MAP_PAGE_CRS;
}

static gboolean
is_ground_of (Ris3FigureDraft *self, const Ground *ground)
{
  return ground != NULL && ground->loaded == get_loaded (self) && g_str_equal (ground->crs, get_crs (self))
         && g_strcmp0 (ground->asked, self->extent) == 0 && ground->has_insets == self->options->has_insets
         && ground->has_small_states == self->options->has_small_states;
}

static void
set_fault (Ris3FigureDraft *self, Ris3FigureFault fault, GError *error)
{
  g_clear_error (&self->error);
  self->fault = fault;
  self->error = error;
}

static void
make_figure (Ris3FigureDraft *self)
{
  g_autoptr (GError) error = NULL;
  Ris3FigurePage *figure = ris3_figure_page_new (
      self->classification, self->options->has_second_map ? self->compared : NULL, self->ground->insets,
      &self->ground->extent, self->options, ris3_session_get_atlas (self->session), &error);

  set_fault (self, figure != NULL ? RIS3_FIGURE_FINE : RIS3_FIGURE_WRONG_SIZE, g_steal_pointer (&error));
  if (figure == NULL)
    return;
  g_clear_pointer (&self->figure, ris3_figure_page_unref);
  self->figure = figure;
}

/* Strategies are of the thread of the views, and so are their classes. */
static void
classify (Ris3FigureDraft *self)
{
  Ris3Classification *shown = ris3_session_get_classification (self->session);
  Ris3Classification *second = ris3_session_get_side (self->session, RIS3_SIDE_SECOND);
  g_autoptr (Ris3Placement) placement
      = ris3_placement_new_of_atlas (self->ground->projected, ris3_session_get_atlas (self->session));
  g_autoptr (Ris3View) view = NULL;

  /* The file says what part of the map it shows. */
  view = ris3_view_with_extent (ris3_classification_get_view (shown), self->ground->asked, NULL);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  self->classification = ris3_classification_new_filtered (placement, view, ris3_classification_get_result (shown));
  g_clear_pointer (&self->compared, ris3_classification_unref);
  if (second != NULL)
    self->compared = ris3_classification_new_second (self->classification, ris3_classification_get_view (second),
                                                     ris3_classification_get_result (second));
}

static void
make_ground (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ground *ground = data;
  Ris3PageOptions options = { .has_insets = ground->has_insets, .has_small_states = ground->has_small_states };
  Ris3MapPage page = { .options = &options };
  Ris3Boundaries *boundaries;
  g_autoptr (GError) error = NULL;

  if (ground->projected == NULL)
    ground->projected = ris3_map_page_project (ground->loaded, ground->crs, &error);
  if (ground->projected == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  boundaries = ris3_geodata_get_boundaries (ground->projected);
  if (ground->asked != NULL
      && !ris3_extent_read (ground->asked, ris3_boundaries_get_plane (boundaries), &page.extent, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* Boundaries of one's own may be a small part of Europe. */
  if (ground->asked == NULL && !ris3_extent_of_own (boundaries, &page.extent))
    page.extent = ris3_extent_of_europe (ris3_boundaries_get_plane (boundaries));
  if (!ris3_map_page_add_insets (&page, ground->projected, ground->loaded, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  ground->insets = page.insets;
  ground->extent = page.extent;
  g_task_return_boolean (task, TRUE);
}

static void
on_ground_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ris3FigureDraft *self = RIS3_FIGURE_DRAFT (source);
  GTask *task = G_TASK (result);
  GError *error = NULL;
  gboolean ok = g_task_propagate_boolean (task, &error);

  /* Another one is wanted since, or none. */
  if (self->cancellable != g_task_get_cancellable (task))
    {
      g_clear_error (&error);
      return;
    }
  g_clear_object (&self->cancellable);
  if (ok)
    {
      g_clear_pointer (&self->ground, ground_unref);
      self->ground = g_atomic_rc_box_acquire (g_task_get_task_data (task));
      classify (self);
      make_figure (self);
    }
  else
    set_fault (self, RIS3_FIGURE_WRONG_CRS, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
begin_ground (Ris3FigureDraft *self)
{
  Ground *ground = g_atomic_rc_box_new0 (Ground);
  g_autoptr (GTask) task = NULL;

  ground->loaded = ris3_geodata_ref (get_loaded (self));
  ground->crs = g_strdup (get_crs (self));
  ground->asked = g_strdup (self->extent);
  ground->has_insets = self->options->has_insets;
  ground->has_small_states = self->options->has_small_states;
  if (self->ground != NULL && self->ground->loaded == ground->loaded && g_str_equal (self->ground->crs, ground->crs))
    ground->projected = ris3_geodata_ref (self->ground->projected);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_ground_cb, NULL);
  g_task_set_task_data (task, ground, ground_unref);
  g_task_run_in_thread (task, make_ground);
}

static void
stop (Ris3FigureDraft *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
make (Ris3FigureDraft *self)
{
  stop (self);
  set_fault (self, RIS3_FIGURE_FINE, NULL);
  if (is_ground_of (self, self->ground))
    make_figure (self);
  else
    begin_ground (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_classification_cb (Ris3FigureDraft *self)
{
  if (ris3_session_get_classification (self->session) == NULL || ris3_session_get_atlas (self->session) == NULL)
    return;
  if (is_ground_of (self, self->ground))
    classify (self);
  make (self);
}

static void
ris3_figure_draft_dispose (GObject *object)
{
  Ris3FigureDraft *self = RIS3_FIGURE_DRAFT (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ris3_figure_draft_parent_class)->dispose (object);
}

static void
ris3_figure_draft_finalize (GObject *object)
{
  Ris3FigureDraft *self = RIS3_FIGURE_DRAFT (object);

  g_clear_pointer (&self->options, ris3_page_options_free);
  g_free (self->extent);
  g_clear_pointer (&self->ground, ground_unref);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->compared, ris3_classification_unref);
  g_clear_pointer (&self->figure, ris3_figure_page_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (ris3_figure_draft_parent_class)->finalize (object);
}

static void
ris3_figure_draft_class_init (Ris3FigureDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ris3_figure_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_figure_draft_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_figure_draft_init (Ris3FigureDraft *self)
{
}

Ris3FigureDraft *
ris3_figure_draft_new (Ris3Session *session, const Ris3PageOptions *options)
{
  Ris3FigureDraft *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && options != NULL, NULL);
  g_return_val_if_fail (ris3_session_get_classification (session) != NULL, NULL);
  self = g_object_new (RIS3_TYPE_FIGURE_DRAFT, NULL);
  self->session = g_object_ref (session);
  self->options = ris3_page_options_copy (options);
  g_signal_connect_object (session, "notify::classification", G_CALLBACK (on_classification_cb), self,
                           G_CONNECT_SWAPPED);
  make (self);
  return self;
}

const Ris3PageOptions *
ris3_figure_draft_get_options (Ris3FigureDraft *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_DRAFT (self), NULL);
  return self->options;
}

void
ris3_figure_draft_set_options (Ris3FigureDraft *self, const Ris3PageOptions *options)
{
  g_return_if_fail (RIS3_IS_FIGURE_DRAFT (self) && options != NULL && self->session != NULL);
  if (ris3_page_options_equal (self->options, options))
    return;
  ris3_page_options_free (self->options);
  self->options = ris3_page_options_copy (options);
  make (self);
}

void
ris3_figure_draft_set_extent (Ris3FigureDraft *self, const char *extent)
{
  g_return_if_fail (RIS3_IS_FIGURE_DRAFT (self) && self->session != NULL);
  if (g_strcmp0 (self->extent, extent) == 0)
    return;
  g_free (self->extent);
  self->extent = g_strdup (extent);
  make (self);
}

const char *
ris3_figure_draft_get_extent (Ris3FigureDraft *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_DRAFT (self), NULL);
  return self->extent;
}

Ris3FigurePage *
ris3_figure_draft_get_figure (Ris3FigureDraft *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_DRAFT (self), NULL);
  return self->figure;
}

gboolean
ris3_figure_draft_is_ready (Ris3FigureDraft *self)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_DRAFT (self), FALSE);
  return self->figure != NULL && self->cancellable == NULL && self->fault == RIS3_FIGURE_FINE;
}

Ris3FigureFault
ris3_figure_draft_get_fault (Ris3FigureDraft *self, const GError **error)
{
  g_return_val_if_fail (RIS3_IS_FIGURE_DRAFT (self), RIS3_FIGURE_FINE);
  if (error != NULL)
    *error = self->error;
  return self->fault;
}
