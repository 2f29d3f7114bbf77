/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which regions are selected, and which one the pointer is on. */

#include "config.h"

#include "app/ris3-session-private.h"

#include <string.h>

#include "map/ris3-region-places.h"
#include "model/ris3-region-key.h"

void
_ris3_session_selection_changed (Ris3Session *self)
{
  g_signal_emit (self, _ris3_session_signals[SIGNAL_SELECTION_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_SELECTED_REGION]);
}

static void
append_once (GArray *regions, gint region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, guint, i) == (guint) region)
      return;
  if (region >= 0)
    g_array_append_val (regions, region);
}

void
_ris3_session_keep_selection (Ris3Session *self, Ris3Boundaries *former)
{
  Ris3Boundaries *boundaries = ris3_geodata_get_boundaries (self->geodata);
  /* Without one the version is the same, and so are the codes. */
  Ris3Lineage *lineage = ris3_geodata_get_lineage (self->geodata, ris3_boundaries_get_nuts_version (former));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->selection->len; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (former, g_array_index (self->selection, guint, i));
      g_autoptr (GPtrArray) places = NULL;

      if (lineage == NULL)
        {
          append_once (kept, ris3_boundaries_find (boundaries, region->code));
          continue;
        }
      places = ris3_place_through_lineage (lineage, region->code);
      for (guint place = 0; place < places->len; place++)
        {
          const Ris3LineageRow *row = g_ptr_array_index (places, place);

          append_once (kept, ris3_boundaries_find (boundaries, row->to_code));
        }
    }
  g_array_unref (self->selection);
  self->selection = kept;
}

void
_ris3_session_recall_selection (Ris3Session *self)
{
  g_auto (GStrv) codes = NULL;

  if (self->remembered == NULL || self->classification == NULL)
    return;
  codes = g_steal_pointer (&self->remembered);
  g_array_set_size (self->selection, 0);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      gint region = ris3_boundaries_find (ris3_session_get_boundaries (self), codes[i]);

      if (region >= 0)
        g_array_append_val (self->selection, region);
    }
  if (self->selection->len > 0)
    _ris3_session_selection_changed (self);
}

gint
ris3_session_get_selected_region (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), -1);
  return self->selection->len > 0 ? (gint) g_array_index (self->selection, guint, self->selection->len - 1) : -1;
}

void
ris3_session_select (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= -1);

  if (self->selection->len == (region >= 0) && ris3_session_get_selected_region (self) == region)
    return;
  g_array_set_size (self->selection, 0);
  if (region >= 0)
    g_array_append_val (self->selection, region);
  _ris3_session_selection_changed (self);
}

void
ris3_session_select_many (Ris3Session *self, const guint *regions, guint n_regions)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && (regions != NULL || n_regions == 0));

  if (self->selection->len == n_regions
      && (n_regions == 0 || memcmp (self->selection->data, regions, n_regions * sizeof *regions) == 0))
    return;
  g_array_set_size (self->selection, 0);
  if (n_regions > 0)
    g_array_append_vals (self->selection, regions, n_regions);
  _ris3_session_selection_changed (self);
}

void
ris3_session_select_also (Ris3Session *self, const guint *regions, guint n_regions)
{
  guint n_before;

  g_return_if_fail (RIS3_IS_SESSION (self) && (regions != NULL || n_regions == 0));

  n_before = self->selection->len;
  for (guint i = 0; i < n_regions; i++)
    append_once (self->selection, (gint) regions[i]);
  if (self->selection->len > n_before)
    _ris3_session_selection_changed (self);
}

void
ris3_session_toggle (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= 0);

  for (guint i = 0; i < self->selection->len; i++)
    if (g_array_index (self->selection, guint, i) == (guint) region)
      {
        g_array_remove_index (self->selection, i);
        _ris3_session_selection_changed (self);
        return;
      }
  g_array_append_val (self->selection, region);
  _ris3_session_selection_changed (self);
}

const guint *
ris3_session_get_selection (Ris3Session *self, guint *n_selected)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self) && n_selected != NULL, NULL);
  *n_selected = self->selection->len;
  return (const guint *) (void *) self->selection->data;
}

gint
ris3_session_get_hovered_region (Ris3Session *self)
{
  g_return_val_if_fail (RIS3_IS_SESSION (self), -1);
  return self->hovered_region;
}

void
ris3_session_set_hovered_region (Ris3Session *self, gint region)
{
  g_return_if_fail (RIS3_IS_SESSION (self) && region >= -1);
  if (self->hovered_region == region)
    return;
  self->hovered_region = region;
  g_object_notify_by_pspec (G_OBJECT (self), _ris3_session_properties[PROP_HOVERED_REGION]);
}

char *
ris3_session_dup_region_key (Ris3Session *self, guint region)
{
  Ris3Boundaries *boundaries;

  g_return_val_if_fail (RIS3_IS_SESSION (self) && self->classification != NULL, NULL);
  boundaries = ris3_classification_get_boundaries (self->classification);
  return ris3_region_key (ris3_boundaries_is_own (boundaries) ? ris3_view_get_nuts_version (self->view)
                                                              : ris3_boundaries_get_nuts_version (boundaries),
                          ris3_boundaries_get_region (boundaries, region)->code);
}
