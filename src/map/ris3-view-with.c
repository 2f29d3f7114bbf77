/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Views that differ from another in one thing, and in what this makes senseless. */

#include "config.h"

#include "map/ris3-view-private.h"

Ris3View *
ris3_view_with_indicator (Ris3View *self, const Ris3Indicator *indicator)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL && indicator != NULL, NULL);
  other = _ris3_view_copy (self);
  if (other->indicator != indicator)
    {
      g_clear_pointer (&other->scheme, g_free);
      g_clear_pointer (&other->palette, g_free);
      other->other = NULL;
    }
  other->indicator = indicator;
  other->symbols &= indicator->kind == RIS3_VALUE_COUNT;
  return other;
}

Ris3View *
ris3_view_rename_indicator (Ris3View *self, const Ris3Indicator *former, const Ris3Indicator *renamed)
{
  const Ris3Indicator **places[3];
  Ris3View *other;
  gboolean is_shown = FALSE;

  g_return_val_if_fail (self != NULL && former != NULL && renamed != NULL, NULL);
  other = _ris3_view_copy (self);
  places[0] = &other->indicator;
  places[1] = &other->other;
  places[2] = &other->against_indicator;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (*places[i] == former)
      {
        *places[i] = renamed;
        is_shown = TRUE;
      }
  if (!is_shown)
    g_clear_pointer (&other, ris3_view_unref);
  return other;
}

Ris3View *
ris3_view_with_other_indicator (Ris3View *self, const Ris3Indicator *other, GError **error)
{
  g_autoptr (Ris3View) view = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  view = _ris3_view_copy (self);
  view->other = other;
  if (other != NULL)
    {
      g_clear_pointer (&view->scheme, g_free);
      g_clear_pointer (&view->palette, g_free);
      view->symbols = FALSE;
    }
  return _ris3_view_check_other (view, error) ? g_steal_pointer (&view) : NULL;
}

Ris3View *
ris3_view_with_against (Ris3View *self, const char *against, GError **error)
{
  g_autoptr (Ris3View) view = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  view = _ris3_view_copy (self);
  view->against_indicator = NULL;
  g_clear_pointer (&view->against_period, g_free);
  return against == NULL || _ris3_view_set_against (view, against, error) ? g_steal_pointer (&view) : NULL;
}

Ris3View *
ris3_view_with_scheme (Ris3View *self, const char *scheme, GError **error)
{
  g_autoptr (Ris3View) other = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  other->other = NULL;
  g_free (other->scheme);
  other->scheme = g_strdup (scheme);
  return _ris3_view_check_scheme (other, error) ? g_steal_pointer (&other) : NULL;
}

Ris3View *
ris3_view_with_palette (Ris3View *self, const char *palette, GError **error)
{
  g_autoptr (Ris3View) other = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  g_clear_pointer (&other->palette, g_free);
  if (palette != NULL)
    other->other = NULL;
  return palette == NULL || _ris3_view_set_palette (other, palette, error) ? g_steal_pointer (&other) : NULL;
}

Ris3View *
ris3_view_with_symbols (Ris3View *self, gboolean symbols)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  other->symbols = symbols && self->indicator->kind == RIS3_VALUE_COUNT;
  if (other->symbols)
    other->other = NULL;
  return other;
}

Ris3View *
ris3_view_with_period (Ris3View *self, const char *period)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  g_free (other->period);
  other->period = g_strdup (period);
  return other;
}

Ris3View *
ris3_view_with_level_rule (Ris3View *self, Ris3LevelRule level_rule)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL && level_rule < RIS3_N_LEVEL_RULES, NULL);
  other = _ris3_view_copy (self);
  other->level_rule = level_rule;
  return other;
}

Ris3View *
ris3_view_with_nuts_version (Ris3View *self, guint nuts_version)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  other->nuts_version = nuts_version;
  return other;
}

Ris3View *
ris3_view_with_extent (Ris3View *self, const char *extent, GError **error)
{
  g_autoptr (Ris3View) other = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  other = _ris3_view_copy (self);
  g_clear_pointer (&other->extent, g_free);
  return extent == NULL || _ris3_view_set_extent (other, extent, error) ? g_steal_pointer (&other) : NULL;
}

Ris3View *
ris3_view_with_filter (Ris3View *self, Ris3Filter *filter)
{
  Ris3View *other;

  g_return_val_if_fail (self != NULL && filter != NULL, NULL);
  other = _ris3_view_copy (self);
  ris3_filter_unref (other->filter);
  other->filter = ris3_filter_ref (filter);
  return other;
}
