/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-term-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map/ris3-class-scheme-private.h"

typedef struct
{
  const Ris3Indicator *indicator;
  Ris3Absence absence; /* NONE: a value */
  gboolean is_unknown;
  char *text;      /* of a text: its id; else NULL */
  double from, to; /* from the one to below the other; a category is one number */
} Term;

static void
term_clear (Term *self)
{
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Term, term_clear)

static gboolean
read_number (const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

static gboolean
read_range (Term *self, const char *text)
{
  const char *dots = strstr (text, RIS3_CLASS_TERM_TO);
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  const char *to = dots != NULL ? dots + strlen (RIS3_CLASS_TERM_TO) : from;
  /* In steps of one, the last is meant too. */
  double step = _ris3_class_term_has_whole_numbers (self->indicator) ? 1 : 0;

  self->from = -INFINITY;
  self->to = INFINITY;
  if (g_str_equal (from, RIS3_CLASS_TERM_MORE_THAN_NOTHING))
    self->from = G_MINDOUBLE;
  else if (*from != '\0' && !read_number (from, &self->from))
    return FALSE;
  if (dots == NULL)
    self->to = step > 0 ? self->from + step : nextafter (self->from, INFINITY);
  else if (*to != '\0' && !read_number (to, &self->to))
    return FALSE;
  else
    self->to += step;
  return self->from < self->to && (isfinite (self->from) || isfinite (self->to));
}

static gboolean
read_absence (Term *self, const char *text)
{
  for (self->absence = RIS3_ABSENCE_NO_PRIORITY; self->absence < RIS3_ABSENCE_NO_STRATEGY; self->absence++)
    if (g_str_equal (text, ris3_absence_get_id (self->absence)))
      return TRUE;
  self->absence = RIS3_ABSENCE_NONE;
  return FALSE;
}

static gboolean
read_term (Term *self, const char *text)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *id = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;

  *self = (Term){ .indicator = ris3_indicator_find (id) };
  if (self->indicator == NULL || slash[1] == '\0')
    return FALSE;
  for (guint i = 0; i < self->indicator->n_categories; i++)
    if (g_str_equal (self->indicator->categories[i].id, slash + 1))
      {
        self->from = i;
        self->to = i + 1.0;
        return TRUE;
      }
  self->is_unknown = self->indicator->unknown != NULL && g_str_equal (slash + 1, RIS3_CLASS_TERM_UNKNOWN);
  if (self->is_unknown || read_absence (self, slash + 1))
    return TRUE;
  if (self->indicator->kind == RIS3_VALUE_CATEGORY)
    return FALSE;
  if (self->indicator->kind != RIS3_VALUE_TEXT)
    return read_range (self, slash + 1);
  self->text = self->indicator->identify_number != NULL ? g_strdup (slash + 1) : NULL;
  return self->text != NULL;
}

static gboolean
holds (const Term *self, Ris3Value value)
{
  if (value.absence != RIS3_ABSENCE_NONE || self->absence != RIS3_ABSENCE_NONE)
    return value.absence == self->absence;
  if (value.number == RIS3_NUMBER_UNKNOWN || self->is_unknown)
    return self->is_unknown && value.number == RIS3_NUMBER_UNKNOWN;
  if (self->text != NULL)
    {
      g_autofree char *id = self->indicator->identify_number (value.number);

      return g_str_equal (id, self->text);
    }
  return value.number >= self->from && value.number < self->to;
}

static char *
describe_range (const Term *self)
{
  double breaks[2];
  guint n_breaks = 0, klass = 0;
  const char *unit = *self->indicator->unit != '\0' ? _ (self->indicator->unit) : "";

  if (self->to == nextafter (self->from, INFINITY))
    return g_strdup_printf ("%'.10g%s%s", self->from, *unit != '\0' ? "\302\240" : "", unit);
  if (isfinite (self->from) && self->from != G_MINDOUBLE)
    {
      breaks[n_breaks++] = self->from;
      klass = 1;
    }
  if (isfinite (self->to))
    breaks[n_breaks++] = self->to;
  if (n_breaks == 0)
    return g_strdup_printf (C_ ("class", "more than %s"), "0");
  return _ris3_class_scheme_describe_range (breaks, n_breaks, klass, self->indicator->kind, unit);
}

/* The indicator's own name for it, where that does not say all. */
static char *
describe_value (const Term *self)
{
  if (self->is_unknown)
    return g_strdup (_ (self->indicator->unknown));
  if (self->text == NULL)
    return self->indicator->kind == RIS3_VALUE_CATEGORY
               ? g_strdup (_ (self->indicator->categories[(guint) self->from].title))
               : describe_range (self);
  if (self->indicator == ris3_indicator_find ("language"))
    return g_strdup (ris3_facet_get_value_title (RIS3_FACET_LANGUAGE, self->text));
  return g_strdup (self->text);
}

char *
ris3_class_term_describe (const char *text)
{
  g_auto (Term) term = { 0 };
  g_autofree char *value = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  if (!read_term (&term, text))
    return g_strdup (text);
  if (term.absence != RIS3_ABSENCE_NONE)
    return g_strdup (ris3_absence_get_title (term.absence));
  value = describe_value (&term);
  if (term.is_unknown || (term.indicator->kind == RIS3_VALUE_CATEGORY && term.indicator->argument == NULL))
    return g_steal_pointer (&value);
  /* Translators: an indicator and its value: “Number of Health Priorities: 3 to 5”. */
  return g_strdup_printf (C_ ("class", "%s: %s"), ris3_indicator_get_title (term.indicator), value);
}

gboolean
ris3_class_terms_check (Ris3Filter *filter, GError **error)
{
  g_return_val_if_fail (filter != NULL, FALSE);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_CLASS); *text != NULL; text++)
    {
      g_auto (Term) term = { 0 };

      if (read_term (&term, *text))
        continue;
      g_set_error (
          error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE,
          _ ("“%s” is not a class. Write an indicator of strategies, a slash, and a category or numbers, as in "
             "“class:personalised-medicine/explicit” or “class:priorities/3..5”."),
          *text);
      return FALSE;
    }
  return TRUE;
}

static void
add_strategies (const Term *term, GListModel *strategies, GPtrArray *ids)
{
  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      /* The list keeps it, and with it the id. */
      if (holds (term, term->indicator->get_value (term->indicator, strategy)))
        g_ptr_array_add (ids, (gpointer) ris3_strategy_get_id (strategy));
    }
}

/* Those of regions of which that is recorded. */
static void
add_strategies_of_regions (const Term *term, Ris3Placement *placement, GPtrArray *ids)
{
  for (guint region = 0; region < ris3_boundaries_get_n_regions (ris3_placement_get_boundaries (placement)); region++)
    {
      guint n_strategies;
      Ris3Strategy *const *strategies = ris3_placement_get_region_strategies (placement, region, &n_strategies);

      if (n_strategies == 0
          || !holds (term, term->indicator->get_region_value (term->indicator, ris3_placement_get_records (placement),
                                                              region)))
        continue;
      for (guint i = 0; i < n_strategies; i++)
        g_ptr_array_add (ids, (gpointer) ris3_strategy_get_id (strategies[i]));
    }
}

Ris3Filter *
ris3_class_terms_tell (Ris3Filter *filter, GListModel *strategies, Ris3Placement *placement)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_filter_members_unref);

  g_return_val_if_fail (filter != NULL && G_IS_LIST_MODEL (strategies), NULL);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_CLASS); *text != NULL; text++)
    {
      g_auto (Term) term = { 0 };
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      if (!read_term (&term, *text))
        continue;
      if (term.indicator->get_value != NULL)
        add_strategies (&term, strategies, ids);
      else if (placement != NULL)
        add_strategies_of_regions (&term, placement, ids);
      g_ptr_array_add (members, ris3_filter_members_new (*text, NULL, ids));
    }
  return ris3_filter_with_members (filter, members);
}

/* Whether a filter asks for a class of an indicator that something is true of. */
static gboolean
has_any (Ris3Filter *filter, gboolean (*is_such) (const Ris3Indicator *indicator))
{
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_CLASS); *text != NULL; text++)
    {
      g_auto (Term) term = { 0 };

      if (read_term (&term, *text) && is_such (term.indicator))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reads_priorities (const Ris3Indicator *indicator)
{
  return indicator->reads_priorities;
}

static gboolean
reads_regions (const Ris3Indicator *indicator)
{
  return indicator->get_value == NULL;
}

gboolean
ris3_class_terms_read_priorities (Ris3Filter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);
  return has_any (filter, reads_priorities);
}

gboolean
ris3_class_terms_read_regions (Ris3Filter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);
  return has_any (filter, reads_regions);
}
