/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of a map: its title, notes and warnings, and of an area its value. */

#include "config.h"

#include "map/ris3-classification-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-class-method.h"
#include "model/ris3-theme.h"

char *
ris3_classification_dup_title (Ris3Classification *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ris3_indicator_dup_titles (self->indicator, self->other != NULL ? self->other->indicator : NULL);
}

static char *
describe_axis (Ris3Classification *self, Ris3Classification *of, guint axis)
{
  const char *title = ris3_indicator_get_title (of->indicator);
  guint n_steps = ris3_class_scheme_get_n_steps (self->scheme, axis);

  if (ris3_class_scheme_has_thirds (self->scheme, axis) && n_steps < 3)
    /* Translators: an indicator, and into how many classes its values can be divided. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (in %u class, as equal values stay together)",
                                         "%s (in %u classes, as equal values stay together)", n_steps),
                            title, n_steps);
  /* Translators: an indicator, which is divided into three classes of as many areas each. */
  return ris3_class_scheme_has_thirds (self->scheme, axis) ? g_strdup_printf (_ ("%s (in thirds)"), title)
                                                           : g_strdup (title);
}

char *
ris3_classification_describe_axes (Ris3Classification *self)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  if (self->other == NULL)
    return NULL;
  first = describe_axis (self, self, 0);
  second = describe_axis (self, self->other, 1);
  /* Translators: two indicators that are shown together, from the bottom up and from left to right in their legend. */
  return g_strdup_printf (_ ("Upwards: %s. To the right: %s."), first, second);
}

static char *
get_own_note (Ris3Classification *self)
{
  if (self->indicator->argument_kind != RIS3_ARGUMENT_COLUMN)
    return NULL;
  return ris3_region_records_describe_column (ris3_placement_get_records (self->placement), self->indicator->argument);
}

char *
ris3_classification_get_note (Ris3Classification *self)
{
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  own = get_own_note (self);
  other = self->other != NULL ? get_own_note (self->other) : NULL;
  if (own == NULL || other == NULL)
    return own != NULL ? g_steal_pointer (&own) : g_steal_pointer (&other);
  return g_strdup_printf ("%s\n%s", own, other);
}

/* Of one indicator. */
static char *
describe_value (Ris3Classification *self, guint index)
{
  const Ris3Territory *territory = ris3_classification_get_territory (self, index);
  const Ris3Indicator indicator = _ris3_classification_get_indicator_with_unit (self);
  g_autofree char *value = ris3_indicator_describe (self->indicator, &territory->value);
  guint n_left_out;

  if (value == NULL && self->other != NULL)
    {
      g_autoptr (Ris3ClassScheme) scheme = ris3_class_scheme_make (NULL, &indicator, NULL, 0, NULL);

      return g_strdup (ris3_class_scheme_get_title (scheme, ris3_class_scheme_classify (scheme, &territory->value)));
    }
  if (value == NULL)
    return g_strdup (ris3_class_scheme_get_title (self->scheme, territory->klass));
  if (indicator.argument_kind == RIS3_ARGUMENT_COLUMN && *indicator.unit != '\0')
    return g_strdup_printf ("%s\302\240%s", value, indicator.unit);
  if (!ris3_classification_shows_shares (self))
    return g_steal_pointer (&value);
  n_left_out = territory->n_areas - (guint) territory->value.base;
  if (n_left_out == 0)
    return g_steal_pointer (&value);
  /* Translators: "9 of 14 areas (64 %)", and how many areas of the region are not in that base. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s; %u more is not known", "%s; %u more are not known", n_left_out), value,
      n_left_out);
}

char *
ris3_classification_describe (Ris3Classification *self, guint index)
{
  g_autofree char *value = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (self != NULL && index < self->territories->len, NULL);
  value = describe_value (self, index);
  if (self->other == NULL)
    return g_steal_pointer (&value);
  other = describe_value (self->other, index);
  /* Translators: the values of two indicators for one area. */
  return g_strdup_printf (C_ ("values", "%s · %s"), value, other);
}

/* Of strategies that were chosen for a theme, each has a priority on it. */
static gboolean
is_circular (Ris3Classification *self)
{
  const Ris3Indicator *indicator = ris3_view_get_indicator (self->view);
  Ris3Filter *filter = ris3_view_get_filter (self->view);
  const char *const *themes = ris3_filter_get_values (filter, RIS3_FACET_THEME);
  g_autofree char *key = NULL;
  gboolean is_same = FALSE;

  if (indicator->argument == NULL || !g_str_has_prefix (indicator->id, "theme") || themes[0] == NULL
      || (themes[1] != NULL && !ris3_filter_get_all_themes (filter)))
    return FALSE;
  key = g_strdup_printf ("%s/%s", RIS3_THEME_SCHEME, indicator->argument);
  for (guint i = 0; themes[i] != NULL && !is_same; i++)
    is_same = g_ascii_strcasecmp (themes[i], indicator->argument) == 0 || g_ascii_strcasecmp (themes[i], key) == 0
              || g_ascii_strcasecmp (themes[i], ris3_indicator_get_argument_title (indicator)) == 0;
  return is_same;
}

char *
ris3_classification_get_warning (Ris3Classification *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *alike = NULL;
  const char *remark;
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  alike = ris3_class_scheme_warn_of_alike (self->scheme, ris3_palette_get (RIS3_PALETTE_LIGHT), self->n_class);
  remark = ris3_class_scheme_get_remark (self->scheme);
  if (remark != NULL)
    g_strv_builder_add (lines, remark);
  if (alike != NULL)
    g_strv_builder_add (lines, alike);
  if (is_circular (self))
    g_strv_builder_add (lines, _ ("The filter chooses by the same theme, so that each strategy left has a priority on "
                                  "it. Without that filter, the map compares them with the rest."));
  all = g_strv_builder_end (lines);
  return all[0] != NULL ? g_strjoinv ("\n", all) : NULL;
}
