/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-method.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "map/ris3-class-breaks.h"
#include "map/ris3-class-scheme-private.h"
#include "map/ris3-view.h"

static gboolean
has_categories (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_CATEGORY;
}

static gboolean
has_numbers (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_COUNT || indicator->kind == RIS3_VALUE_RATIO
         || indicator->kind == RIS3_VALUE_YEAR || indicator->kind == RIS3_VALUE_MEASURE;
}

static Ris3ClassScheme *
make_categories (const Ris3ClassMethod *method,
                 const Ris3Indicator *indicator,
                 const char *arguments,
                 const double *values,
                 guint n_values,
                 GError **error)
{
  if (arguments == NULL)
    return ris3_class_scheme_new_categories (indicator);
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“categories:%s”: the indicator sets the categories. Leave out what follows the colon."), arguments);
  return NULL;
}

static gboolean
parse_breaks (const char *arguments, GArray *breaks)
{
  g_auto (GStrv) parts = g_strsplit (arguments, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;
      double number = g_ascii_strtod (parts[i], &end);

      if (end == parts[i] || *end != '\0' || !isfinite (number)
          || (breaks->len > 0 && number <= g_array_index (breaks, double, breaks->len - 1)))
        return FALSE;
      g_array_append_val (breaks, number);
    }
  return breaks->len >= 1 && breaks->len < RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES;
}

static Ris3ClassScheme *
make_manual (const Ris3ClassMethod *method,
             const Ris3Indicator *indicator,
             const char *arguments,
             const double *values,
             guint n_values,
             GError **error)
{
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (double));

  if (arguments != NULL && parse_breaks (arguments, breaks))
    return ris3_class_scheme_new_breaks ((const double *) (void *) breaks->data, breaks->len, indicator->kind,
                                         *indicator->unit != '\0' ? _ (indicator->unit) : "");
  g_set_error (
      error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
      _ ("“manual:%s”: write 1 to %d class breaks in ascending order, separated by commas, as in “manual:3,5,10”."),
      arguments != NULL ? arguments : "", RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES - 1);
  return NULL;
}

static gboolean
has_shares (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_RATIO;
}

static Ris3ClassScheme *
make_shares (const Ris3ClassMethod *method,
             const Ris3Indicator *indicator,
             const char *arguments,
             const double *values,
             guint n_values,
             GError **error)
{
  if (arguments == NULL)
    return ris3_class_scheme_new_shares ();
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“shares:%s”: the classes of shares are always the same. Leave out what follows the colon, or give "
                  "breaks, as in “manual:3,5,10”."),
               arguments);
  return NULL;
}

/* How the classes that came out differ from those that were asked for. */
static void
explain (const Ris3ClassMethod *method,
         Ris3ClassScheme *scheme,
         const double *sorted,
         guint n,
         guint n_breaks,
         guint n_asked)
{
  guint n_classes = n_breaks + 1, n_different = n > 0;
  char *remark = NULL;

  for (guint i = 1; i < n; i++)
    n_different += sorted[i] != sorted[i - 1];
  if (n == 0 || n_classes == n_asked)
    return;
  if (n_different == n_classes)
    remark = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "There is only %u class, as there are no more different values.",
                     "There are only %u classes, as there are no more different values.", n_classes),
        n_classes);
  else if (method->divide == ris3_breaks_head_tail || method->divide == ris3_breaks_standard_deviation
           || method->divide == ris3_breaks_pretty)
    remark = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "By this method, the values give %u class.",
                                           "By this method, the values give %u classes.", n_classes),
                              n_classes);
  else
    remark = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "There is only %u class, as many values are equal and stay together.",
                     "There are only %u classes, as many values are equal and stay together.", n_classes),
        n_classes);
  _ris3_class_scheme_take_remark (scheme, remark);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Breaks are written with no more digits than they need, and those of whole numbers are whole. */
static guint
tidy (const Ris3ClassMethod *method,
      const Ris3Indicator *indicator,
      const double *sorted,
      guint n,
      double *breaks,
      guint n_breaks)
{
  if (indicator->kind == RIS3_VALUE_COUNT || indicator->kind == RIS3_VALUE_YEAR)
    n_breaks = ris3_breaks_make_whole (breaks, n_breaks);
  else if (method->divide == ris3_breaks_natural || method->divide == ris3_breaks_quantile)
    ris3_breaks_shorten (sorted, n, breaks, n_breaks);
  else
    n_breaks = ris3_breaks_round (sorted, n, breaks, n_breaks);
  return n_breaks;
}

static Ris3ClassScheme *
make_divided (const Ris3ClassMethod *method,
              const Ris3Indicator *indicator,
              const char *arguments,
              const double *values,
              guint n_values,
              GError **error)
{
  double breaks[RIS3_BREAKS_MAX_CLASSES];
  g_autofree double *sorted = NULL;
  guint64 n_classes = method->n_classes;
  guint n_breaks;
  Ris3ClassScheme *scheme;

  if (arguments != NULL
      && !g_ascii_string_to_unsigned (arguments, 10, RIS3_BREAKS_MIN_CLASSES, RIS3_BREAKS_MAX_CLASSES, &n_classes,
                                      NULL))
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("“%s:%s”: write how many classes there are to be, from %d to %d, as in “%s:%d”."), method->id,
                   arguments, RIS3_BREAKS_MIN_CLASSES, RIS3_BREAKS_MAX_CLASSES, method->id, method->n_classes);
      return NULL;
    }
  sorted = g_memdup2 (values, n_values * sizeof *values);
  if (n_values > 0)
    qsort (sorted, n_values, sizeof *sorted, compare_numbers);
  n_breaks = method->divide (sorted, n_values, (guint) n_classes, breaks);
  n_breaks = tidy (method, indicator, sorted, n_values, breaks, n_breaks);
  scheme = ris3_class_scheme_new_breaks (breaks, n_breaks, indicator->kind,
                                         *indicator->unit != '\0' ? _ (indicator->unit) : "");
  explain (method, scheme, sorted, n_values, n_breaks, (guint) n_classes);
  return scheme;
}

static gboolean
has_texts (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_TEXT;
}

typedef struct
{
  double number;
  guint count;
} Occurrence;

/* The most frequent first; of equal ones the last number, so that the last period comes first. */
static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const Occurrence *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return (left->number < right->number) - (left->number > right->number);
}

/* A class for each of the most frequent texts, and if there are more of them, one for the others. */
static Ris3ClassScheme *
make_values (const Ris3ClassMethod *method,
             const Ris3Indicator *indicator,
             const char *arguments,
             const double *values,
             guint n_values,
             GError **error)
{
  g_autofree double *sorted = g_memdup2 (values, n_values * sizeof *values);
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  double numbers[RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES];
  guint n_numbers;

  if (arguments != NULL)
    {
      g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                   _ ("“values:%s”: there is a class for each value. Leave out what follows the colon."), arguments);
      return NULL;
    }
  if (n_values > 0)
    qsort (sorted, n_values, sizeof *sorted, compare_numbers);
  for (guint i = 0; i < n_values; i++)
    {
      Occurrence one = { sorted[i], 1 };

      if (i > 0 && sorted[i] == sorted[i - 1])
        g_array_index (occurrences, Occurrence, occurrences->len - 1).count++;
      else
        g_array_append_val (occurrences, one);
    }
  g_array_sort (occurrences, compare_occurrences);
  n_numbers = occurrences->len > G_N_ELEMENTS (numbers) ? G_N_ELEMENTS (numbers) - 1 : occurrences->len;
  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = g_array_index (occurrences, Occurrence, i).number;
  return ris3_class_scheme_new_texts (indicator, numbers, n_numbers,
                                      n_numbers < occurrences->len || n_numbers == 0 ? C_ ("class", "others") : NULL);
}

#define DIVIDED(id, title, divide)                                                                                     \
  {                                                                                                                    \
    id, title, has_numbers, make_divided, divide, RIS3_CLASS_METHOD_DEFAULT_CLASSES                                    \
  }

static const Ris3ClassMethod methods[] = {
  { "categories", N_ ("Categories"), has_categories, make_categories },
  { "values", N_ ("Most Frequent Values"), has_texts, make_values },
  { "shares", N_ ("None, Quarter, Half"), has_shares, make_shares },
  DIVIDED ("natural", N_ ("Natural Breaks"), ris3_breaks_natural),
  DIVIDED ("quantile", N_ ("Quantiles"), ris3_breaks_quantile),
  DIVIDED ("equal", N_ ("Equal Intervals"), ris3_breaks_equal),
  DIVIDED ("pretty", N_ ("Round Breaks"), ris3_breaks_pretty),
  DIVIDED ("deviation", N_ ("Standard Deviation"), ris3_breaks_standard_deviation),
  { "head-tail", N_ ("Head and Tail"), has_numbers, make_divided, ris3_breaks_head_tail, RIS3_BREAKS_MAX_CLASSES },
  { "manual", N_ ("Your Own Breaks"), has_numbers, make_manual },
};

guint
ris3_class_method_get_n_methods (void)
{
  return G_N_ELEMENTS (methods);
}

const Ris3ClassMethod *
ris3_class_method_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (methods), NULL);
  return &methods[index];
}

static char *
list_suitable (const Ris3Indicator *indicator)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (methods[i].suits (indicator))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", methods[i].id);
  return g_string_free (list, FALSE);
}

Ris3ClassScheme *
ris3_class_scheme_make (const char *text,
                        const Ris3Indicator *indicator,
                        const double *values,
                        guint n_values,
                        GError **error)
{
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *id = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
  g_autofree char *suitable = NULL;
  g_autofree double *known = NULL;
  guint n_known = 0;

  g_return_val_if_fail (indicator != NULL && (values != NULL || n_values == 0), NULL);
  known = g_new (double, n_values);
  for (guint i = 0; i < n_values; i++)
    if (values[i] != RIS3_NUMBER_UNKNOWN)
      known[n_known++] = values[i];
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if ((id == NULL || g_str_equal (methods[i].id, id)) && methods[i].suits (indicator))
      {
        Ris3ClassScheme *scheme
            = methods[i].make (&methods[i], indicator, colon != NULL ? colon + 1 : NULL, known, n_known, error);

        if (scheme != NULL && indicator->unknown != NULL)
          _ris3_class_scheme_add_unknown (scheme, _ (indicator->unknown));
        return scheme;
      }
  suitable = list_suitable (indicator);
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“%s” does not suit the indicator “%s”. It can be classed by: %s."), text != NULL ? text : "",
               indicator->id, suitable);
  return NULL;
}
