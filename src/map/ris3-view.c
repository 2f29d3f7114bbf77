/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-view-private.h"

#include <glib/gi18n-lib.h>

#include "geo/ris3-nuts-version.h"
#include "map/ris3-period.h"

#define DEFAULT_PERIOD "2014-2020"

G_DEFINE_QUARK (ris3 - view - error - quark, ris3_view_error)
G_DEFINE_BOXED_TYPE (Ris3View, ris3_view, ris3_view_ref, ris3_view_unref)

Ris3View *
ris3_view_new (void)
{
  Ris3View *self = g_new0 (Ris3View, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->indicator = ris3_indicator_get (0);
  self->period = g_strdup (DEFAULT_PERIOD);
  self->level_rule = RIS3_LEVEL_RULE_STRATEGY_TERRITORY;
  self->nuts_version = RIS3_DEFAULT_NUTS_VERSION;
  self->filter = ris3_filter_new ();
  return self;
}

Ris3View *
_ris3_view_copy (Ris3View *self)
{
  Ris3View *other = g_new0 (Ris3View, 1);

  *other = *self;
  g_atomic_ref_count_init (&other->ref_count);
  other->scheme = g_strdup (self->scheme);
  other->palette = g_strdup (self->palette);
  other->period = g_strdup (self->period);
  other->against_period = g_strdup (self->against_period);
  other->extent = g_strdup (self->extent);
  ris3_filter_ref (other->filter);
  return other;
}

Ris3View *
ris3_view_ref (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_view_unref (Ris3View *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->scheme);
  g_free (self->palette);
  g_free (self->period);
  g_free (self->against_period);
  g_free (self->extent);
  ris3_filter_unref (self->filter);
  g_free (self);
}

gboolean
ris3_view_equal (Ris3View *self, Ris3View *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return self == other
         || (self->indicator == other->indicator && self->other == other->other
             && self->against_indicator == other->against_indicator
             && g_strcmp0 (self->against_period, other->against_period) == 0
             && g_strcmp0 (self->scheme, other->scheme) == 0 && g_strcmp0 (self->palette, other->palette) == 0
             && self->symbols == other->symbols && g_strcmp0 (self->period, other->period) == 0
             && self->level_rule == other->level_rule && self->nuts_version == other->nuts_version
             && g_strcmp0 (self->extent, other->extent) == 0 && ris3_filter_equal (self->filter, other->filter));
}

const Ris3Indicator *
ris3_view_get_indicator (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->indicator;
}

const Ris3Indicator *
ris3_view_get_other_indicator (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->other;
}

Ris3View *
ris3_view_get_compared (Ris3View *self)
{
  Ris3View *compared;

  g_return_val_if_fail (self != NULL, NULL);
  if (self->against_period == NULL && self->against_indicator == NULL)
    return NULL;
  compared = self->against_indicator != NULL ? ris3_view_with_indicator (self, self->against_indicator)
                                             : _ris3_view_copy (self);
  if (self->against_period != NULL)
    {
      g_free (compared->period);
      compared->period = g_str_equal (self->against_period, RIS3_VIEW_LATEST) ? NULL : g_strdup (self->against_period);
    }
  compared->against_indicator = NULL;
  g_clear_pointer (&compared->against_period, g_free);
  return compared;
}

const char *
ris3_view_get_scheme (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scheme;
}

const char *
ris3_view_get_palette (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->palette;
}

gboolean
ris3_view_get_symbols (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->symbols;
}

const char *
ris3_view_get_period (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->period;
}

Ris3LevelRule
ris3_view_get_level_rule (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->level_rule;
}

guint
ris3_view_get_nuts_version (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->nuts_version;
}

const char *
ris3_view_get_extent (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->extent;
}

Ris3Filter *
ris3_view_get_filter (Ris3View *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->filter;
}

char *
ris3_view_describe (Ris3View *self)
{
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *filter = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  title = ris3_indicator_dup_titles (self->indicator, self->other);
  period = self->period != NULL ? ris3_period_to_text (self->period) : g_strdup (_ ("latest of each region"));
  /* Translators: what a map shows: an indicator, a period, a level, and the NUTS version. */
  words = g_strdup_printf (C_ ("view", "%s · %s · %s · NUTS %u"), title, period,
                           ris3_level_rule_get_title (self->level_rule), self->nuts_version);
  filter = ris3_filter_to_text (self->filter);
  return *filter != '\0' ? g_strjoin (" · ", words, filter, NULL) : g_steal_pointer (&words);
}

Ris3View *
ris3_view_fit (Ris3View *self, const char *const *periods)
{
  g_return_val_if_fail (self != NULL && periods != NULL, NULL);
  if (self->against_period != NULL && !g_str_equal (self->against_period, RIS3_VIEW_LATEST)
      && !g_strv_contains (periods, self->against_period))
    {
      g_autoptr (Ris3View) alone = ris3_view_with_against (self, NULL, NULL);

      return ris3_view_fit (alone, periods);
    }
  if (self->period == NULL || g_strv_contains (periods, self->period))
    return ris3_view_ref (self);
  return ris3_view_with_period (self, NULL);
}
