/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The texts that ask for the classes of a map. */

#include "config.h"

#include "map/ris3-class-term-private.h"

#include <math.h>

#include "map/ris3-class-scheme-private.h"

gboolean
_ris3_class_term_has_whole_numbers (const Ris3Indicator *indicator)
{
  return indicator->kind == RIS3_VALUE_COUNT || indicator->kind == RIS3_VALUE_YEAR;
}

static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == G_MINDOUBLE)
    g_string_append (text, RIS3_CLASS_TERM_MORE_THAN_NOTHING);
  else if (isfinite (number))
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

/* from: -INFINITY and to: INFINITY for no end */
static char *
write_range (const Ris3Indicator *indicator, double from, double to)
{
  GString *text = g_string_new (indicator->id);

  g_string_append_c (text, '/');
  if (_ris3_class_term_has_whole_numbers (indicator))
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
      g_string_append (text, RIS3_CLASS_TERM_TO);
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

/* Whether each area shows what one strategy says, or what is recorded of one region, and so a class of them is one of
 * strategies. */
static gboolean
shows_strategies (Ris3Classification *classification)
{
  /* A class of two indicators is none of one. */
  if (ris3_classification_shows_shares (classification) || ris3_classification_get_other (classification) != NULL)
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
  /* Of a region something is recorded, or nothing is: that is no absence. */
  if (!shows_strategies (classification) || absence == RIS3_ABSENCE_NO_STRATEGY
      || (absence != RIS3_ABSENCE_NONE && indicator->get_value == NULL))
    return NULL;
  if (absence != RIS3_ABSENCE_NONE)
    g_ptr_array_add (terms, write_id (indicator, ris3_absence_get_id (absence)));
  else if (scheme->has_unknown && klass == scheme->classes->len - 1)
    g_ptr_array_add (terms, write_id (indicator, RIS3_CLASS_TERM_UNKNOWN));
  else if (indicator->kind == RIS3_VALUE_TEXT && indicator->identify_number == NULL)
    return NULL;
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

char **
ris3_class_terms_list_mark (Ris3Classification *classification, Ris3Marks mark)
{
  static const char *const disputed[] = { "disputed", NULL };

  g_return_val_if_fail (classification != NULL, NULL);
  /* What is inherited is a matter of the areas. */
  return mark == RIS3_MARK_DISPUTED && shows_strategies (classification) ? g_strdupv ((char **) disputed) : NULL;
}
