/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-term.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map/ris3-class-scheme-private.h"

#define UNKNOWN "unknown"
#define MORE_THAN_NOTHING ">0"
#define TO ".."

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
has_whole_numbers (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_COUNT || indicator->kind == RIS3_VALUE_YEAR;
}

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
  const char *dots = strstr (text, TO);
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  const char *to = dots != NULL ? dots + strlen (TO) : from;
  /* In steps of one, the last is meant too. */
  double step = has_whole_numbers (self->indicator) ? 1 : 0;

  self->from = -INFINITY;
  self->to = INFINITY;
  if (g_str_equal (from, MORE_THAN_NOTHING))
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
  if (self->indicator == NULL || self->indicator->get_value == NULL || slash[1] == '\0')
    return FALSE;
  for (guint i = 0; i < self->indicator->n_categories; i++)
    if (g_str_equal (self->indicator->categories[i].id, slash + 1))
      {
        self->from = i;
        self->to = i + 1.0;
        return TRUE;
      }
  self->is_unknown = self->indicator->unknown != NULL && g_str_equal (slash + 1, UNKNOWN);
  if (self->is_unknown || read_absence (self, slash + 1))
    return TRUE;
  if (self->indicator->kind == RIS3_VALUE_CATEGORY)
    return FALSE;
  if (self->indicator->identify_number == NULL)
    return read_range (self, slash + 1);
  self->text = g_strdup (slash + 1);
  return TRUE;
}

static gboolean
holds (const Term *self, Ris3Strategy *strategy)
{
  Ris3Value value = self->indicator->get_value (self->indicator, strategy);

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

static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == G_MINDOUBLE)
    g_string_append (text, MORE_THAN_NOTHING);
  else if (isfinite (number))
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

/* from: -INFINITY and to: INFINITY for no end */
static char *
write_range (const Ris3Indicator *indicator, double from, double to)
{
  GString *text = g_string_new (indicator->id);

  g_string_append_c (text, '/');
  if (has_whole_numbers (indicator))
    {
      from = ceil (from);
      to = ceil (to) - 1;
    }
  /* Shares are never less than nothing. */
  if (to == G_MINDOUBLE)
    from = to = 0;
  append_number (text, from);
  if (from != to)
    {
      g_string_append (text, TO);
      append_number (text, to);
    }
  return g_string_free (text, FALSE);
}

static char *
write_id (const Ris3Indicator *indicator, const char *id)
{
  return g_strdup_printf ("%s/%s", indicator->id, id);
}

static char *
write_text (const Ris3Indicator *indicator, double number)
{
  g_autofree char *id = indicator->identify_number (number);

  return write_id (indicator, id);
}

/* Of a class of texts: each one that is in it. */
static void
add_texts (Ris3Classification *classification, guint klass, GPtrArray *terms)
{
  const Ris3Indicator *indicator = ris3_classification_get_indicator (classification);

  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, i);
      g_autofree char *text = territory->klass == klass ? write_text (indicator, territory->value.number) : NULL;

      if (text != NULL && !g_ptr_array_find_with_equal_func (terms, text, g_str_equal, NULL))
        g_ptr_array_add (terms, g_steal_pointer (&text));
    }
}

/* Whether each area shows what one strategy says, and so a class of them is one of strategies. */
static gboolean
shows_strategies (Ris3Classification *classification)
{
  /* A class of two indicators is none of one. */
  if (ris3_classification_get_indicator (classification)->get_value == NULL
      || ris3_classification_shows_shares (classification) || ris3_classification_get_other (classification) != NULL)
    return FALSE;
  for (guint i = 0; i < ris3_classification_get_n_territories (classification); i++)
    if (ris3_classification_get_territory (classification, i)->n_areas > 1)
      return FALSE;
  return TRUE;
}

char **
ris3_class_terms_list (Ris3Classification *classification, guint klass)
{
  const Ris3Indicator *indicator;
  Ris3ClassScheme *scheme;
  Ris3Absence absence;
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (classification != NULL, NULL);
  indicator = ris3_classification_get_indicator (classification);
  scheme = ris3_classification_get_scheme (classification);
  absence = ris3_class_scheme_get_absence (scheme, klass);
  if (!shows_strategies (classification) || absence == RIS3_ABSENCE_NO_STRATEGY)
    return NULL;
  if (absence != RIS3_ABSENCE_NONE)
    g_ptr_array_add (terms, write_id (indicator, ris3_absence_get_id (absence)));
  else if (scheme->has_unknown && klass == scheme->classes->len - 1)
    g_ptr_array_add (terms, write_id (indicator, UNKNOWN));
  else if (scheme->numbers != NULL)
    add_texts (classification, klass, terms);
  else if (scheme->breaks == NULL)
    g_ptr_array_add (terms, write_id (indicator, ris3_class_scheme_get_id (scheme, klass)));
  else if (scheme->n_breaks > 0)
    g_ptr_array_add (terms, write_range (indicator, klass > 0 ? scheme->breaks[klass - 1] : -INFINITY,
                                         klass < scheme->n_breaks ? scheme->breaks[klass] : INFINITY));
  if (terms->len == 0)
    return NULL;
  g_ptr_array_add (terms, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&terms), FALSE);
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

Ris3Filter *
ris3_class_terms_tell (Ris3Filter *filter, GListModel *strategies)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_filter_members_unref);

  g_return_val_if_fail (filter != NULL && G_IS_LIST_MODEL (strategies), NULL);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_CLASS); *text != NULL; text++)
    {
      g_auto (Term) term = { 0 };
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      if (!read_term (&term, *text))
        continue;
      for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
        {
          g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

          /* The list keeps it, and with it the id. */
          if (holds (&term, strategy))
            g_ptr_array_add (ids, (gpointer) ris3_strategy_get_id (strategy));
        }
      g_ptr_array_add (members, ris3_filter_members_new (*text, NULL, ids));
    }
  return ris3_filter_with_members (filter, members);
}

gboolean
ris3_class_terms_read_priorities (Ris3Filter *filter)
{
  g_return_val_if_fail (filter != NULL, FALSE);
  for (const char *const *text = ris3_filter_get_values (filter, RIS3_FACET_CLASS); *text != NULL; text++)
    {
      g_auto (Term) term = { 0 };

      if (read_term (&term, *text) && term.indicator->reads_priorities)
        return TRUE;
    }
  return FALSE;
}
