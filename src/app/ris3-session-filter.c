/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The filter, and the index of the atlas that it is asked of. */

#include "config.h"

#include "app/ris3-session-filter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-session-private.h"
#include "map/ris3-class-term.h"
#include "map/ris3-filter-description.h"
#include "map/ris3-region-places.h"
#include "map/ris3-region-term.h"

/* Milliseconds without an edit, before an index is read that nobody asks for: it takes time from the first picture, and
 * keeps an edit of the same file waiting. */
#define QUIET 400

static void read_index (Ris3Session *self);
static void want_index (Ris3Session *self);
static void hurry (Ris3Session *self);

static void
set_result (Ris3Session *self, Ris3FilterResult *result)
{
  g_clear_pointer (&self->filter_result, ris3_filter_result_unref);
  self->filter_result = result;
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_FILTER_RESULT]);
}

static void
report (Ris3Session *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, _ris3_session_signals[SIGNAL_FAILED], 0, error);
}

static void
show_result (Ris3Session *self, Ris3FilterResult *result)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_result (self, result);
  _ris3_session_classify (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
on_applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterResult) filter_result = ris3_filter_index_apply_finish (result, &error);

  /* Another filter has been chosen since. */
  if (self->filtering == NULL || self->filtering != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->filtering);
  if (filter_result != NULL)
    show_result (self, g_steal_pointer (&filter_result));
  else
    report (self, error);
}

/* What is left to do without looking through texts is quick. */
static gboolean
has_new_words (Ris3Session *self)
{
  const char *words = ris3_filter_get_words (ris3_session_get_filter (self));

  return *words != '\0'
         && (self->filter_result == NULL
             || !g_str_equal (words, ris3_filter_get_words (ris3_filter_result_get_filter (self->filter_result))));
}

static void
stop_filtering (Ris3Session *self)
{
  if (self->filtering != NULL)
    g_cancellable_cancel (self->filtering);
  g_clear_object (&self->filtering);
}

void
_ris3_session_apply_filter (Ris3Session *self)
{
  g_autoptr (Ris3Filter) filter = ris3_session_tell_filter (self);
  const char *period = ris3_view_get_period (self->view);
  g_autoptr (GError) error = NULL;
  Ris3FilterResult *result;

  stop_filtering (self);
  if (!ris3_filter_is_empty (filter))
    hurry (self);
  if (self->filter_index == NULL)
    return;
  if (has_new_words (self))
    {
      self->filtering = g_cancellable_new ();
      ris3_filter_index_apply_async (self->filter_index, filter, period, self->filtering, on_applied_cb,
                                     g_object_ref (self));
      return;
    }
  result = ris3_filter_index_apply (self->filter_index, filter, period, &error);
  if (result != NULL)
    set_result (self, result);
  else
    report (self, error);
}

static void
on_index_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Ris3Session) self = RIS3_SESSION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3FilterIndex) index = ris3_filter_index_new_finish (result, &error);

  /* Another atlas has been opened since. */
  if (self->reading_index == NULL || self->reading_index != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->reading_index);
  if (index == NULL)
    {
      report (self, error);
      return;
    }
  g_clear_pointer (&self->filter_index, ris3_filter_index_unref);
  self->filter_index = g_steal_pointer (&index);
  g_object_freeze_notify (G_OBJECT (self));
  _ris3_session_apply_filter (self);
  /* Without a filter, the map stays as it is. */
  if (!ris3_filter_is_empty (ris3_session_get_filter (self))
      || (self->classification != NULL && ris3_classification_get_result (self->classification) != NULL))
    _ris3_session_classify (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (self->unread_changes != NULL)
    want_index (self);
}

static gboolean
on_quiet_cb (gpointer data)
{
  Ris3Session *self = data;

  self->index_source = 0;
  read_index (self);
  return G_SOURCE_REMOVE;
}

/* Reads the index as soon as nothing else is done, or at once where it decides what is shown. */
static void
want_index (Ris3Session *self)
{
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (ris3_filter_is_empty (ris3_session_get_filter (self)))
    self->index_source = g_timeout_add (QUIET, on_quiet_cb, self);
  else
    read_index (self);
}

/* Somebody asks for it. */
static void
hurry (Ris3Session *self)
{
  if (self->index_source == 0)
    return;
  g_clear_handle_id (&self->index_source, g_source_remove);
  read_index (self);
}

static void
read_index (Ris3Session *self)
{
  g_autoptr (Ris3Changes) changes = g_steal_pointer (&self->unread_changes);

  self->reading_index = g_cancellable_new ();
  ris3_filter_index_new_async (self->atlas, self->filter_index, changes, self->reading_index, on_index_read_cb,
                               g_object_ref (self));
}

void
_ris3_session_stop_filter (Ris3Session *self)
{
  stop_filtering (self);
  g_clear_handle_id (&self->index_source, g_source_remove);
  if (self->reading_index != NULL)
    g_cancellable_cancel (self->reading_index);
  g_clear_object (&self->reading_index);
  g_clear_pointer (&self->unread_changes, ris3_changes_unref);
  g_clear_pointer (&self->filter_index, ris3_filter_index_unref);
  g_clear_pointer (&self->filter_result, ris3_filter_result_unref);
}

void
_ris3_session_begin_filter (Ris3Session *self)
{
  _ris3_session_stop_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_FILTER_RESULT]);
  want_index (self);
}

void
_ris3_session_follow_changes (Ris3Session *self, Ris3Changes *changes)
{
  /* It is read from one state of the file, which may be that of before. */
  if (self->unread_changes == NULL)
    self->unread_changes = ris3_changes_new ();
  for (guint i = 0; i < ris3_changes_get_length (changes); i++)
    ris3_changes_add (self->unread_changes, ris3_changes_get_table (changes, i), ris3_changes_get_key (changes, i));
  if (self->reading_index == NULL)
    want_index (self);
}

Ris3Filter *
ris3_session_get_filter (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return ris3_view_get_filter (self->view);
}

/* Told which strategies are of the regions and classes that it asks for: untold, none is. (transfer full) */
static Ris3Filter *
tell (Ris3Session *self, Ris3Filter *filter)
{
  g_autoptr (Ris3Filter) told = self->placement != NULL && ris3_region_terms_has_any (filter)
                                    ? ris3_region_terms_tell (filter, self->placement)
                                    : ris3_filter_ref (filter);

  return self->atlas != NULL ? ris3_class_terms_tell (told, ris3_atlas_get_strategies (self->atlas), self->placement)
                             : g_steal_pointer (&told);
}

Ris3Filter *
ris3_session_tell_filter (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return tell (self, ris3_session_get_filter (self));
}

void
ris3_session_set_filter (Ris3Session *self, Ris3Filter *filter)
{
  g_autoptr (Ris3View) view = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && filter != NULL);
  view = ris3_view_with_filter (self->view, filter);
  ris3_session_set_view (self, view);
}

void
ris3_session_set_typed_filter (Ris3Session *self, Ris3Filter *filter)
{
  const char *const *periods;

  g_return_if_fail (RIS3_IS_SESSION (self) && filter != NULL);
  periods = ris3_filter_get_values (filter, RIS3_FACET_PERIOD);
  if (ris3_view_get_period (self->view) != NULL && g_strv_length ((char **) periods) == 1 && self->atlas != NULL
      && g_strv_contains (ris3_atlas_get_periods (self->atlas), periods[0]))
    {
      g_autoptr (Ris3Filter) others = ris3_filter_without (filter, RIS3_FACET_PERIOD);
      g_autoptr (Ris3View) of_period = ris3_view_with_period (self->view, periods[0]);
      g_autoptr (Ris3View) view = ris3_view_with_filter (of_period, others);

      ris3_session_set_view (self, view);
      return;
    }
  ris3_session_set_filter (self, filter);
}

void
ris3_session_clear_filter (Ris3Session *self)
{
  g_autoptr (Ris3Filter) filter = ris3_filter_new ();

  ris3_session_set_filter (self, filter);
}

char *
ris3_session_describe_filter (Ris3Session *self)
{
  Ris3Filter *filter = ris3_session_get_filter (self);
  g_autofree char *words = NULL;

  if (ris3_filter_is_empty (filter))
    return NULL;
  words = ris3_filter_describe (filter, ris3_session_get_filter_result (self));
  /* Translators: %s is what is filtered by: "France or Italy; Oncology" */
  return g_strdup_printf (_ ("Filtered: %s"), words);
}

gboolean
ris3_session_has_no_match (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return !ris3_filter_is_empty (ris3_session_get_filter (self)) && self->filter_result != NULL
         && ris3_filter_result_get_n_strategies (self->filter_result) == 0;
}

Ris3FilterResult *
ris3_session_get_filter_result (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  return self->filter_result;
}

Ris3FilterIndex *
ris3_session_get_filter_index (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  hurry (self);
  return self->filter_index;
}

static gboolean
has_matching (Ris3Session *self, guint region, Ris3FilterResult *result)
{
  guint n_strategies;
  Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (self->placement, region, &n_strategies);

  for (guint i = 0; i < n_strategies; i++)
    if (ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategies[i])))
      return TRUE;
  return FALSE;
}

char *
ris3_session_dup_filter_text (Ris3Session *self, Ris3Filter *filter)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self) && filter != NULL, NULL);
  return self->filter_index != NULL ? ris3_filter_index_dup_text (self->filter_index, filter)
                                    : ris3_filter_to_text (filter);
}

gboolean
ris3_session_has_map_period (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), FALSE);
  return ris3_view_get_period (self->view) != NULL
         && *ris3_filter_get_values (ris3_session_get_filter (self), RIS3_FACET_PERIOD) == NULL;
}

Ris3FilterResult *
ris3_session_apply_to_all_periods (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), NULL);
  /* The filter of the result has been told what its classes are, and its words have been found. */
  return self->filter_index != NULL && self->filter_result != NULL ? ris3_filter_index_apply (
             self->filter_index, ris3_filter_result_get_filter (self->filter_result), RIS3_FILTER_ANY_PERIOD, NULL)
                                                                   : NULL;
}

void
ris3_session_set_period (Ris3Session *self, const char *period)
{
  g_autoptr (Ris3View) view = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self));
  view = ris3_view_with_period (self->view, period);
  ris3_session_set_view (self, view);
}

void
ris3_session_select_matching (Ris3Session *self, Ris3Filter *filter)
{
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Ris3Filter) told = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;

  g_return_if_fail (RIS3_IS_SESSION (self) && filter != NULL);
  if (self->filter_index == NULL || self->classification == NULL)
    return;
  told = tell (self, filter);
  result = ris3_filter_index_apply (self->filter_index, told, ris3_view_get_period (self->view), NULL);
  if (result == NULL)
    return;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (ris3_session_get_boundaries (self)); i++)
    if (has_matching (self, i, result))
      g_array_append_val (regions, i);
  ris3_session_select_many (self, (const guint *) (void *) regions->data, regions->len);
}

Ris3Filter *
ris3_session_read_filter (Ris3Session *self, const char *text, gsize *position, GError **error)
{
  g_autoptr (Ris3Filter) filter = NULL;
  const char *wrong = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (self) && text != NULL, NULL);
  hurry (self);
  filter = ris3_filter_from_text (text, position, error);
  if (filter == NULL || !ris3_class_terms_check (filter, error))
    return NULL;
  if (self->placement != NULL && ris3_region_terms_has_any (filter))
    {
      g_autoptr (Ris3Filter) resolved = ris3_region_terms_resolve (filter, self->placement, &wrong, error);

      if (resolved == NULL)
        {
          /* It is part of the text as it stands, unless quotes had to be doubled. */
          const char *at = strstr (text, wrong);

          if (position != NULL && at != NULL)
            *position = (gsize) (at - text);
          return NULL;
        }
      ris3_filter_unref (filter);
      filter = g_steal_pointer (&resolved);
    }
  if (self->filter_index == NULL)
    return g_steal_pointer (&filter);
  return ris3_filter_resolve (filter, self->filter_index, position, error);
}

Ris3Filter *
ris3_session_read_terms (Ris3Session *self, const char *text, GError **error)
{
  g_autoptr (Ris3Filter) filter = NULL;
  g_autoptr (Ris3Filter) terms = NULL;

  g_return_val_if_fail (RIS3_IS_SESSION (self) && text != NULL, NULL);
  if (strchr (text, ':') == NULL)
    return NULL;
  filter = ris3_session_read_filter (self, text, NULL, error);
  terms = filter != NULL ? ris3_filter_with_words (filter, "", NULL) : NULL;
  return terms != NULL && !ris3_filter_is_empty (terms) ? g_steal_pointer (&filter) : NULL;
}

void
ris3_session_show_row (Ris3Session *self, const char *table, const char *key, const char *strategy_id)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && table != NULL && key != NULL && strategy_id != NULL);
  g_signal_emit (self, _ris3_session_signals[SIGNAL_ROW_WANTED], 0, table, key, strategy_id);
}

static gint
find_strategy (Ris3Session *self, const char *id)
{
  guint n_regions = ris3_boundaries_get_n_regions (ris3_session_get_boundaries (self));

  for (guint region = 0; region < n_regions; region++)
    {
      guint n_strategies;
      Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (self->placement, region, &n_strategies);

      for (guint i = 0; i < n_strategies; i++)
        if (g_str_equal (ris3_strategy_get_id (strategies[i]), id))
          return region;
    }
  return -1;
}

static gint
find_code (Ris3Session *self, guint nuts_version, const char *code)
{
  Ris3Boundaries *boundaries = ris3_session_get_boundaries (self);
  g_autoptr (GArray) places = NULL;

  if (ris3_geodata_get_lineage (self->geodata, nuts_version) == NULL)
    return ris3_boundaries_find (boundaries, code);
  places = ris3_region_places_find (self->geodata, nuts_version, code);
  return places->len > 0 ? g_array_index (places, gint, 0) : -1;
}

gint
ris3_session_find_place (Ris3Session *self, const char *strategy_id, guint nuts_version, const char *code)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self) && code != NULL, -1);
  if (self->classification == NULL)
    return -1;
  if (strategy_id != NULL && *strategy_id != '\0')
    return find_strategy (self, strategy_id);
  return *code != '\0' ? find_code (self, nuts_version, code) : -1;
}

Ris3Classification *
_ris3_session_classify_compared (Ris3Session *self)
{
  g_autoptr (Ris3View) compared = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;

  compared = ris3_view_get_compared (ris3_classification_get_view (self->classification));
  if (compared == NULL)
    return NULL;
  if (!ris3_filter_is_empty (ris3_view_get_filter (compared)))
    {
      g_autoptr (Ris3Filter) told = NULL;
      g_autoptr (Ris3Filter) filter = NULL;

      if (self->filter_index == NULL)
        return NULL;
      told = tell (self, ris3_view_get_filter (compared));
      filter = ris3_filter_resolve (told, self->filter_index, NULL, NULL);
      if (filter != NULL)
        result = ris3_filter_index_apply (self->filter_index, filter, ris3_view_get_period (compared), NULL);
      if (result == NULL)
        return NULL;
    }
  return ris3_classification_new_second (self->classification, compared, result);
}
