/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The classes of what is shown, and the values that they are made of. */

#include "config.h"

#include "map/ris3-classification-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-class-method.h"
#include "map/ris3-class-scheme-private.h"

/* Takes the scheme. */
static Ris3ClassScheme *
colour_scheme (Ris3Classification *self, Ris3ClassScheme *scheme)
{
  const char *palette = ris3_view_get_palette (self->view);
  const Ris3ColourSet *set;
  Ris3ClassScheme *coloured;
  gboolean reversed;

  if (palette == NULL || !ris3_colour_set_from_text (palette, &set, &reversed))
    return scheme;
  coloured = ris3_class_scheme_recolour (scheme, set, reversed);
  ris3_class_scheme_unref (scheme);
  return coloured;
}

static GArray *
list_values (Ris3Classification *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, i).value;

      if (value->absence == RIS3_ABSENCE_NONE)
        g_array_append_val (values, value->number);
    }
  return values;
}

Ris3Indicator
_ris3_classification_get_indicator_with_unit (Ris3Classification *self)
{
  Ris3Indicator indicator = *self->indicator;

  if (indicator.argument_kind == RIS3_ARGUMENT_COLUMN)
    indicator.unit = ris3_region_records_get_unit (ris3_placement_get_records (self->placement), indicator.argument);
  return indicator;
}

static Ris3ClassScheme *
make_pairs (Ris3Classification *self)
{
  Ris3Indicator first = _ris3_classification_get_indicator_with_unit (self),
                second = _ris3_classification_get_indicator_with_unit (self->other);
  const Ris3Indicator *const indicators[] = { &first, &second };
  g_autoptr (GArray) first_values = list_values (self);
  g_autoptr (GArray) second_values = list_values (self->other);
  GArray *const values[] = { first_values, second_values };
  g_autoptr (GError) error = NULL;
  Ris3ClassScheme *scheme = ris3_class_scheme_new_pairs (indicators, values, &error);

  /* A view contains only indicators that can be paired, and so can their forms of shares. */
  g_assert_no_error (error);
  return scheme;
}

/* Of the other of two maps, if both show the same and its classes have a place for each value: texts, unlike numbers,
 * may be of none. NULL: its own are needed. (transfer full) */
static Ris3ClassScheme *
take_scheme (Ris3Classification *self, Ris3Classification *like)
{
  g_autoptr (GArray) values = NULL;

  if (like == NULL || like->indicator != self->indicator || (like->other == NULL) != (self->other == NULL)
      || (like->other != NULL && like->other->indicator != self->other->indicator))
    return NULL;
  values = list_values (self);
  for (guint i = 0; i < values->len; i++)
    if (!_ris3_class_scheme_has_place (like->scheme, g_array_index (values, double, i)))
      return NULL;
  return ris3_class_scheme_ref (like->scheme);
}

static Ris3ClassScheme *
make_scheme (Ris3Classification *self)
{
  g_autoptr (GArray) values = NULL;
  g_autoptr (GError) error = NULL;
  Ris3Indicator indicator = _ris3_classification_get_indicator_with_unit (self);
  Ris3ClassScheme *scheme;

  if (self->other != NULL)
    return make_pairs (self);
  if (ris3_classification_shows_symbols (self))
    {
      scheme = ris3_class_scheme_new_ground ();
      if (self->indicator->unknown != NULL)
        _ris3_class_scheme_add_unknown (scheme, _ (self->indicator->unknown));
      return scheme;
    }
  values = list_values (self);
  /* A view's scheme is one of the indicator that it asks for: shares have classes of their own. */
  scheme = ris3_class_scheme_make (
      self->indicator == ris3_view_get_indicator (self->view) ? ris3_view_get_scheme (self->view) : NULL, &indicator,
      (const double *) (void *) values->data, values->len, &error);
  /* A view contains only schemes that suit its indicator. */
  g_assert_no_error (error);
  return colour_scheme (self, scheme);
}

Ris3ClassScheme *
_ris3_classification_make_scheme (Ris3Classification *self, Ris3Classification *like)
{
  Ris3ClassScheme *scheme = take_scheme (self, like);

  return scheme != NULL ? scheme : make_scheme (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

GArray *
ris3_classification_list_values (Ris3Classification *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, values);
  for (guint i = 0; i < self->territories->len; i++)
    {
      const Ris3Value *value = &g_array_index (self->territories, Ris3Territory, i).value;

      if (value->absence == RIS3_ABSENCE_NONE && value->number != RIS3_NUMBER_UNKNOWN)
        g_array_append_val (values, value->number);
    }
  g_array_sort (values, compare_numbers);
  return values;
}
