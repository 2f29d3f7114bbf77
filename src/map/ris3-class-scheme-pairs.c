/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Classes of two indicators at once. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-class-method.h"
#include "map/ris3-class-scheme-private.h"
#include "map/ris3-view.h"

#define MAX_STEPS 3
#define THIRDS "quantile:3"

/* The colours of a pair, by its steps: the first indicator towards violet, the second towards teal, both towards the
 * dark (in dark style, the light) corner. Made from the pink-blue square of Joshua Stevens, "Bivariate Choropleth Maps:
 * A How-to Guide" (2015), by moving its colours apart until all are at least 11 apart in CIEDE2000, and 10 from those
 * of absences, as all readers see them. */
static const guint32 squares[RIS3_N_PALETTES][MAX_STEPS][MAX_STEPS] = {
  [RIS3_PALETTE_LIGHT]
  = { { 0xf1e2cb, 0xa0d6d4, 0x49aaa6 }, { 0xd2c6fe, 0x747790, 0x1a5868 }, { 0xa166c4, 0x734e9f, 0x2e3377 } },
  [RIS3_PALETTE_DARK]
  = { { 0x163955, 0x433e1e, 0x1d8e8f }, { 0x82514b, 0x94aaf1, 0xa3ddff }, { 0xd976b6, 0xe2aac3, 0xf9f0f7 } },
};

gboolean
ris3_class_scheme_can_pair (const Ris3Indicator *indicator, GError **error)
{
  g_return_val_if_fail (indicator != NULL, FALSE);
  if (indicator->kind != RIS3_VALUE_TEXT
      && (indicator->kind != RIS3_VALUE_CATEGORY || indicator->n_categories <= MAX_STEPS))
    return TRUE;
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“%s” cannot be shown together with another indicator, as it has more than %d classes that cannot be "
                  "brought into thirds."),
               indicator->id, MAX_STEPS);
  return FALSE;
}

/* Of categories, the first says most. */
static guint
get_step (Ris3ClassScheme *axis, guint klass)
{
  return axis->breaks != NULL ? klass : axis->classes->len - axis->has_unknown - 1 - klass;
}

static guint
count_steps (Ris3ClassScheme *axis)
{
  return axis->classes->len - axis->has_unknown;
}

/* Where a step stands among three: the first and the last are at the ends. */
static guint
get_place (guint step, guint n_steps)
{
  return n_steps == 1 ? 1 : step * (MAX_STEPS - 1) / (n_steps - 1);
}

Ris3ClassScheme *
ris3_class_scheme_new_pairs (const Ris3Indicator *const indicators[2], GArray *const values[2], GError **error)
{
  g_autoptr (Ris3ClassScheme) self = _ris3_class_scheme_new ();
  guint n_steps[2];

  for (guint axis = 0; axis < 2; axis++)
    {
      gboolean has_categories = indicators[axis]->kind == RIS3_VALUE_CATEGORY;

      if (!ris3_class_scheme_can_pair (indicators[axis], error))
        return NULL;
      self->axes[axis]
          = ris3_class_scheme_make (has_categories ? NULL : THIRDS, indicators[axis],
                                    (const double *) (void *) values[axis]->data, values[axis]->len, error);
      if (self->axes[axis] == NULL)
        return NULL;
      n_steps[axis] = count_steps (self->axes[axis]);
    }
  for (guint first = 0; first < n_steps[0]; first++)
    for (guint second = 0; second < n_steps[1]; second++)
      {
        g_autofree char *id = g_strdup_printf ("%u-%u", first + 1, second + 1);
        /* Translators: a class of one indicator and a class of another, which an area is in both. */
        g_autofree char *title
            = g_strdup_printf (C_ ("class", "%s · %s"), ris3_class_scheme_get_step_title (self, 0, first),
                               ris3_class_scheme_get_step_title (self, 1, second));
        guint32 colours[RIS3_N_PALETTES];

        for (guint name = 0; name < RIS3_N_PALETTES; name++)
          colours[name] = squares[name][get_place (first, n_steps[0])][get_place (second, n_steps[1])];
        _ris3_class_scheme_add_class (self, id, title, colours);
      }
  if (self->axes[0]->has_unknown || self->axes[1]->has_unknown)
    _ris3_class_scheme_add_unknown (self, _ ("No value of one of the two"));
  return g_steal_pointer (&self);
}

guint
ris3_class_scheme_classify_pair (Ris3ClassScheme *self, const Ris3Value *first, const Ris3Value *second)
{
  const Ris3Value *values[2] = { first, second };
  guint steps[2];

  g_return_val_if_fail (self != NULL && self->axes[0] != NULL && first != NULL && second != NULL, 0);
  for (guint axis = 0; axis < 2; axis++)
    if (values[axis]->absence != RIS3_ABSENCE_NONE)
      return ris3_class_scheme_get_absence_class (self, values[axis]->absence);
  for (guint axis = 0; axis < 2; axis++)
    {
      guint klass = ris3_class_scheme_classify (self->axes[axis], values[axis]);

      if (klass >= count_steps (self->axes[axis]))
        return self->classes->len - 1;
      steps[axis] = get_step (self->axes[axis], klass);
    }
  return ris3_class_scheme_get_pair_class (self, steps[0], steps[1]);
}

guint
ris3_class_scheme_get_n_steps (Ris3ClassScheme *self, guint axis)
{
  g_return_val_if_fail (self != NULL && axis < 2, 0);
  return self->axes[axis] != NULL ? count_steps (self->axes[axis]) : 0;
}

const char *
ris3_class_scheme_get_step_title (Ris3ClassScheme *self, guint axis, guint step)
{
  g_return_val_if_fail (step < ris3_class_scheme_get_n_steps (self, axis), NULL);
  /* It is its own inverse. */
  return ris3_class_scheme_get_title (self->axes[axis], get_step (self->axes[axis], step));
}

gboolean
ris3_class_scheme_has_thirds (Ris3ClassScheme *self, guint axis)
{
  return ris3_class_scheme_get_n_steps (self, axis) > 0 && self->axes[axis]->breaks != NULL;
}

guint
ris3_class_scheme_get_pair_class (Ris3ClassScheme *self, guint first, guint second)
{
  g_return_val_if_fail (first < ris3_class_scheme_get_n_steps (self, 0), 0);
  g_return_val_if_fail (second < ris3_class_scheme_get_n_steps (self, 1), 0);
  return first * ris3_class_scheme_get_n_steps (self, 1) + second;
}
