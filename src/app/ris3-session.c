/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-session-private.h"

#include "app/ris3-session-edit.h"
#include "map/ris3-class-term.h"
#include "map/ris3-region-term.h"

G_DEFINE_FINAL_TYPE (Ris3Session, ris3_session, G_TYPE_OBJECT)

GParamSpec *_ris3_session_properties[N_PROPS];

guint _ris3_session_signals[N_SIGNALS];

void
_ris3_session_notify (Ris3Session *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[property]);
}

guint
_ris3_session_get_shown_version (Ris3Session *self)
{
  /* Boundaries of one's own are of none. */
  if (_ris3_session_shows_own (self))
    return ris3_view_get_nuts_version (self->view);
  return ris3_boundaries_get_nuts_version (ris3_geodata_get_boundaries (self->geodata));
}

void
_ris3_session_classify (Ris3Session *self)
{
  g_autoptr (Ris3View) shown = NULL;

  if (self->placement == NULL)
    return;
  shown = ris3_view_with_nuts_version (self->view, _ris3_session_get_shown_version (self));
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->comparison, ris3_comparison_free);
  g_clear_pointer (&self->compared, ris3_classification_unref);
  self->classification = ris3_classification_new_filtered (self->placement, shown, self->filter_result);
  self->compared = _ris3_session_classify_compared (self);
  if (self->compared != NULL)
    self->comparison = ris3_comparison_new (self->classification, self->compared);
  _ris3_session_notify (self, PROP_CLASSIFICATION);
  ris3_session_set_hovered_region (self, -1);
}

void
_ris3_session_place (Ris3Session *self)
{
  g_autoptr (Ris3Placement) former = NULL;
  g_autoptr (Ris3Placement) placed = NULL;
  g_autoptr (Ris3RegionRecords) records = NULL;

  if (self->atlas == NULL || self->geodata == NULL)
    return;
  former = g_steal_pointer (&self->placement);
  if (former != NULL && ris3_placement_get_geodata (former) == self->geodata)
    placed = ris3_placement_new_after (former, ris3_atlas_get_strategies (self->atlas));
  else
    placed = ris3_placement_new (self->geodata, ris3_atlas_get_strategies (self->atlas));
  records = ris3_region_records_new (self->geodata, self->atlas);
  self->placement = ris3_placement_with_records (placed, records);
  /* Which strategies a region has is known now, or others, and what is recorded of it. */
  if (ris3_region_terms_has_any (ris3_view_get_filter (self->view))
      || ris3_class_terms_read_regions (ris3_view_get_filter (self->view)))
    _ris3_session_apply_filter (self);
  _ris3_session_classify (self);
}

static void
ris3_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3Session *self = RIS3_SESSION (object);

  switch (prop_id)
    {
    case PROP_ATLAS:
      g_value_set_object (value, self->atlas);
      break;
    case PROP_VIEW:
      g_value_set_boxed (value, self->view);
      break;
    case PROP_CLASSIFICATION:
      g_value_set_boxed (value, self->classification);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, ris3_session_get_loading (self));
      break;
    case PROP_SELECTED_REGION:
      g_value_set_int (value, ris3_session_get_selected_region (self));
      break;
    case PROP_HOVERED_REGION:
      g_value_set_int (value, self->hovered_region);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;
    case PROP_FILTER_RESULT:
      g_value_set_boxed (value, self->filter_result);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  Ris3Session *self = RIS3_SESSION (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      ris3_session_set_view (self, g_value_get_boxed (value));
      break;
    case PROP_HOVERED_REGION:
      ris3_session_set_hovered_region (self, g_value_get_int (value));
      break;
    case PROP_EDITING:
      ris3_session_set_editing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_session_dispose (GObject *object)
{
  Ris3Session *self = RIS3_SESSION (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->watch_source, g_source_remove);
  _ris3_session_stop_loading_geodata (self);
  _ris3_session_stop_loading_own (self);
  _ris3_session_stop_filter (self);
  g_clear_pointer (&self->own_text, g_free);
  g_clear_pointer (&self->comparison, ris3_comparison_free);
  g_clear_pointer (&self->compared, ris3_classification_unref);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->placement, ris3_placement_unref);
  g_clear_pointer (&self->geodata, ris3_geodata_unref);
  g_clear_pointer (&self->view, ris3_view_unref);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->remembered, g_strfreev);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->former_persons, g_strfreev);
  G_OBJECT_CLASS (ris3_session_parent_class)->dispose (object);
}

static void
ris3_session_class_init (Ris3SessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read_write = read_only | G_PARAM_WRITABLE;

  object_class->dispose = ris3_session_dispose;
  object_class->get_property = ris3_session_get_property;
  object_class->set_property = ris3_session_set_property;

  _ris3_session_properties[PROP_ATLAS] = g_param_spec_object ("atlas", NULL, NULL, RIS3_TYPE_ATLAS, read_only);
  _ris3_session_properties[PROP_VIEW] = g_param_spec_boxed ("view", NULL, NULL, RIS3_TYPE_VIEW, read_write);
  _ris3_session_properties[PROP_CLASSIFICATION]
      = g_param_spec_boxed ("classification", NULL, NULL, RIS3_TYPE_CLASSIFICATION, read_only);
  _ris3_session_properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, read_only);
  _ris3_session_properties[PROP_SELECTED_REGION]
      = g_param_spec_int ("selected-region", NULL, NULL, -1, G_MAXINT, -1, read_only);
  _ris3_session_properties[PROP_HOVERED_REGION]
      = g_param_spec_int ("hovered-region", NULL, NULL, -1, G_MAXINT, -1, read_write);
  _ris3_session_properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, read_write);
  _ris3_session_properties[PROP_FILTER_RESULT]
      = g_param_spec_boxed ("filter-result", NULL, NULL, RIS3_TYPE_FILTER_RESULT, read_only);
  g_object_class_install_properties (object_class, N_PROPS, _ris3_session_properties);

  _ris3_session_signals[SIGNAL_ATLAS_CHANGED] = g_signal_new ("atlas-changed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                                              NULL, NULL, NULL, G_TYPE_NONE, 1, RIS3_TYPE_CHANGES);
  _ris3_session_signals[SIGNAL_SELECTION_CHANGED]
      = g_signal_new ("selection-changed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  _ris3_session_signals[SIGNAL_FAILED] = g_signal_new ("failed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                       NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_LOST]
      = g_signal_new ("lost", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_FOUND]
      = g_signal_new ("found", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  _ris3_session_signals[SIGNAL_BACKUP_FAILED] = g_signal_new ("backup-failed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_EDITED] = g_signal_new ("edited", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                       NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  _ris3_session_signals[SIGNAL_EDIT_FAILED] = g_signal_new ("edit-failed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_TEXT_REFUSED]
      = g_signal_new ("text-refused", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_STRING, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_LEAVING]
      = g_signal_new ("leaving", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                      G_TYPE_BOOLEAN, 1, G_TYPE_BOOLEAN);
  _ris3_session_signals[SIGNAL_ADDED] = g_signal_new ("added", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  _ris3_session_signals[SIGNAL_OWN_FAILED] = g_signal_new ("own-failed", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  _ris3_session_signals[SIGNAL_ROW_WANTED]
      = g_signal_new ("row-wanted", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  _ris3_session_signals[SIGNAL_EDITS_DONE]
      = g_signal_new ("edits-done", RIS3_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_session_init (Ris3Session *self)
{
  self->view = ris3_view_new ();
  self->selection = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hovered_region = -1;
}

Ris3Session *
ris3_session_new (void)
{
  return g_object_new (RIS3_TYPE_SESSION, NULL);
}

Ris3Atlas *
ris3_session_get_atlas (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->atlas;
}

Ris3View *
ris3_session_get_view (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->view;
}

void
ris3_session_set_view (Ris3Session *self, Ris3View *view)
{
  guint former_version;
  gboolean only_version, filters_otherwise;
  g_autoptr (Ris3View) of_former_version = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && view != NULL);
  if (ris3_view_equal (self->view, view))
    return;
  former_version = ris3_view_get_nuts_version (self->view);
  of_former_version = ris3_view_with_nuts_version (view, former_version);
  only_version = ris3_view_equal (self->view, of_former_version);
  filters_otherwise = !ris3_filter_equal (ris3_view_get_filter (self->view), ris3_view_get_filter (view))
                      || g_strcmp0 (ris3_view_get_period (self->view), ris3_view_get_period (view)) != 0;

  g_object_freeze_notify (G_OBJECT (self));
  ris3_view_ref (view);
  ris3_view_unref (self->view);
  self->view = view;
  _ris3_session_notify (self, PROP_VIEW);
  if (filters_otherwise)
    _ris3_session_apply_filter (self);
  if (!only_version)
    _ris3_session_classify (self);
  g_object_thaw_notify (G_OBJECT (self));

  if (ris3_view_get_nuts_version (view) == former_version)
    return;
  _ris3_session_stop_loading_own (self);
  if (self->geodata != NULL && !_ris3_session_shows_own (self)
      && _ris3_session_get_shown_version (self) == ris3_view_get_nuts_version (view))
    {
      _ris3_session_stop_loading_geodata (self);
      _ris3_session_notify (self, PROP_LOADING);
    }
  else if (self->geodata != NULL || self->loading_geodata != NULL)
    _ris3_session_load_geodata (self);
}

Ris3Classification *
ris3_session_get_classification (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->classification;
}

Ris3Classification *
ris3_session_get_side (Ris3Session *self, Ris3Side side)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self) && side < RIS3_N_SIDES, NULL);
  return side == RIS3_SIDE_FIRST ? self->classification : self->compared;
}

Ris3Comparison *
ris3_session_get_comparison (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->comparison;
}

/* (transfer full) */
static char *
describe_figure (Ris3Classification *classification)
{
  return ris3_indicator_get_headline (ris3_classification_get_indicator (classification),
                                      ris3_classification_get_summary (classification),
                                      ris3_classification_get_period (classification));
}

char *
ris3_session_dup_figures (Ris3Session *self)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *differences = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  if (self->classification == NULL)
    return NULL;
  first = describe_figure (self->classification);
  if (self->compared == NULL)
    return g_steal_pointer (&first);
  second = describe_figure (self->compared);
  differences = ris3_comparison_describe (self->comparison);
  return g_strjoin ("\n", first, second, differences, NULL);
}

Ris3Geodata *
ris3_session_get_geodata (Ris3Session *self)
{
  Ris3Classification *classification;

  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  classification = ris3_session_get_classification (self);
  return classification != NULL ? ris3_placement_get_geodata (ris3_classification_get_placement (classification))
                                : NULL;
}

Ris3Boundaries *
ris3_session_get_boundaries (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->classification != NULL ? ris3_classification_get_boundaries (self->classification) : NULL;
}

Ris3RegionRecords *
ris3_session_get_records (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->placement != NULL && self->classification != NULL ? ris3_placement_get_records (self->placement) : NULL;
}

gboolean
ris3_session_get_loading (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return self->opening != NULL || self->loading_geodata != NULL || self->loading_own != NULL;
}
