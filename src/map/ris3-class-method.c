/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-class-method.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
         || indicator->kind == RIS3_VALUE_YEAR;
}

static Ris3ClassScheme *
make_categories (const Ris3Indicator *indicator,
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
make_breaks (const Ris3Indicator *indicator,
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
      _ ("“breaks:%s”: write 1 to %d class breaks in ascending order, separated by commas, as in “breaks:3,5,10”."),
      arguments != NULL ? arguments : "", RIS3_CLASS_SCHEME_MAX_VALUE_CLASSES - 1);
  return NULL;
}

static gboolean
has_shares (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_RATIO;
}

static Ris3ClassScheme *
make_shares (const Ris3Indicator *indicator,
             const char *arguments,
             const double *values,
             guint n_values,
             GError **error)
{
  if (arguments == NULL)
    return ris3_class_scheme_new_shares ();
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“shares:%s”: the classes of shares are always the same. Leave out what follows the colon, or give "
                  "breaks, as in “breaks:3,5,10”."),
               arguments);
  return NULL;
}

static const Ris3ClassMethod methods[] = {
  { "categories", N_ ("Categories"), has_categories, make_categories },
  { "shares", N_ ("Shares"), has_shares, make_shares },
  { "breaks", N_ ("Breaks"), has_numbers, make_breaks },
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

  g_return_val_if_fail (indicator != NULL && (values != NULL || n_values == 0), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if ((id == NULL || g_str_equal (methods[i].id, id)) && methods[i].suits (indicator))
      return methods[i].make (indicator, colon != NULL ? colon + 1 : NULL, values, n_values, error);
  suitable = list_suitable (indicator);
  g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
               _ ("“%s” does not suit the indicator “%s”. It can be classed by: %s."), text != NULL ? text : "",
               indicator->id, suitable);
  return NULL;
}
