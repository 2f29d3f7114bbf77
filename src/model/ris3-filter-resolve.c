/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people call countries, themes and programmes, as the codes of an atlas. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-countries-private.h"
#include "model/ris3-filter-index-private.h"

/* All that may be typed for the values of a facet. */
typedef struct
{
  GPtrArray *names; /* NULL-terminated once it is complete */
  GPtrArray *ids;
} Names;

static void
add_name (const char *id, const char *name, gpointer user_data)
{
  Names *names = user_data;

  g_ptr_array_add (names->names, (gpointer) name);
  g_ptr_array_add (names->ids, (gpointer) id);
}

static Names
collect_names (Ris3FilterIndex *self, Ris3Facet facet)
{
  Names names = { g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < self->facets[facet]->len; i++)
    {
      const Ris3FacetRows *value = &g_array_index (self->facets[facet], Ris3FacetRows, i);

      add_name (value->id, value->id, &names);
      add_name (value->id, value->title, &names);
      if (facet == RIS3_FACET_THEME && strchr (value->id, '/') != NULL)
        add_name (value->id, strchr (value->id, '/') + 1, &names);
    }
  if (facet == RIS3_FACET_COUNTRY)
    {
      ris3_country_for_each_name (add_name, &names);
      for (guint i = 0; i + 1 < self->country_names->len; i += 2)
        add_name (self->country_names->pdata[i + 1], self->country_names->pdata[i], &names);
    }
  g_ptr_array_add (names.names, NULL);
  return names;
}

static void
names_clear (Names *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->ids);
}

static gboolean
has_names (Ris3Facet facet)
{
  return facet == RIS3_FACET_COUNTRY || facet == RIS3_FACET_THEME || facet == RIS3_FACET_PARTICIPATION;
}

static const char *
find_id (const Names *names, const char *value)
{
  g_autofree char *folded = ris3_filter_fold (value);

  for (guint i = 0; i < names->ids->len; i++)
    if (g_str_equal (names->names->pdata[i], value))
      return names->ids->pdata[i];
  for (guint i = 0; i < names->ids->len && *folded != '\0'; i++)
    {
      g_autofree char *name = ris3_filter_fold (names->names->pdata[i]);

      if (g_str_equal (name, folded))
        return names->ids->pdata[i];
    }
  return NULL;
}

char *
ris3_filter_index_resolve_value (Ris3FilterIndex *self, Ris3Facet facet, const char *value)
{
  Names names;
  char *id;

  if (!has_names (facet) || ris3_filter_index_find_value (self, facet, value) >= 0)
    return g_strdup (value);
  /* A country without strategies. */
  if (facet == RIS3_FACET_COUNTRY && ris3_country_find_name (value) != NULL)
    return g_strdup (value);
  names = collect_names (self, facet);
  id = g_strdup (find_id (&names, value));
  names_clear (&names);
  return id;
}

/* What is wrong with a value. (transfer full) */
static char *
describe_unknown (Ris3Facet facet, const char *value, const char *nearest)
{
  switch ((guint) facet)
    {
    case RIS3_FACET_COUNTRY:
      if (nearest != NULL)
        return g_strdup_printf (_ ("No country is called “%s”. Did you mean “%s”?"), value, nearest);
      return g_strdup_printf (_ ("No country is called “%s”. Write its name or its two letters, as in “country:FR”."),
                              value);
    case RIS3_FACET_THEME:
      if (nearest != NULL)
        return g_strdup_printf (_ ("No theme is called “%s”. Did you mean “%s”?"), value, nearest);
      return g_strdup_printf (_ ("No theme is called “%s”. Write its code or its name as the atlas has it, as in "
                                 "“theme:oncology”."),
                              value);
    default:
      if (nearest != NULL)
        return g_strdup_printf (_ ("No programme is called “%s”. Did you mean “%s”?"), value, nearest);
      return g_strdup_printf (_ ("No programme is called “%s” in this atlas. Write its name as the atlas has it."),
                              value);
    }
}

static void
refuse (Ris3FilterIndex *self, Ris3Filter *filter, Ris3Facet facet, const char *value, gsize *position, GError **error)
{
  Names names = collect_names (self, facet);
  /* Two letters are a code, and near to too many others. */
  const char *nearest = g_utf8_strlen (value, -1) > 2
                            ? ris3_filter_find_nearest (value, (const char *const *) names.names->pdata)
                            : NULL;
  g_autofree char *message = describe_unknown (facet, value, nearest);
  gsize place;

  names_clear (&names);
  if (!ris3_filter_find_typed (filter, facet, value, &place))
    {
      g_set_error_literal (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE, message);
      return;
    }
  if (position != NULL)
    *position = place;
  /* Translators: where something is wrong in a text that was typed, and a sentence that says what. */
  g_set_error (error, RIS3_FILTER_ERROR, RIS3_FILTER_ERROR_VALUE, _ ("At character %u: %s"),
               ris3_filter_get_place (filter->typed, place), message);
}

/* error: NULL for a filter with what can be resolved */
static Ris3Filter *
resolve (Ris3FilterIndex *self, Ris3Filter *filter, gboolean some, gsize *position, GError **error)
{
  g_autoptr (Ris3Filter) resolved = ris3_filter_ref (filter);

  for (guint facet = 0; facet < RIS3_N_FACETS; facet++)
    for (char **value = filter->values[facet]; has_names (facet) && *value != NULL; value++)
      {
        g_autofree char *id = ris3_filter_index_resolve_value (self, facet, *value);
        g_autoptr (Ris3Filter) with = NULL;
        g_autoptr (Ris3Filter) without = NULL;

        if (id == NULL && !some)
          {
            refuse (self, filter, facet, *value, position, error);
            return NULL;
          }
        if (id == NULL || g_str_equal (id, *value))
          continue;
        /* In this order, so that themes that are all asked for stay so. */
        with = ris3_filter_with (resolved, facet, id, TRUE);
        without = ris3_filter_with (with, facet, *value, FALSE);
        ris3_filter_unref (resolved);
        resolved = g_steal_pointer (&without);
      }
  return g_steal_pointer (&resolved);
}

Ris3Filter *
ris3_filter_resolve (Ris3Filter *filter, Ris3FilterIndex *index, gsize *position, GError **error)
{
  g_return_val_if_fail (filter != NULL && index != NULL, NULL);
  return resolve (index, filter, FALSE, position, error);
}

Ris3Filter *
ris3_filter_index_resolve_some (Ris3FilterIndex *self, Ris3Filter *filter)
{
  return resolve (self, filter, TRUE, NULL, NULL);
}

/* The shortest that stands for a theme in this atlas. (transfer none) */
static const char *
shorten (const Names *names, const char *theme)
{
  const char *code = strchr (theme, '/');

  return code != NULL && g_strcmp0 (find_id (names, code + 1), theme) == 0 ? code + 1 : theme;
}

char *
ris3_filter_index_dup_text (Ris3FilterIndex *self, Ris3Filter *filter)
{
  const char *const *themes;
  g_autoptr (Ris3Filter) typed = NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Names names;

  g_return_val_if_fail (self != NULL && filter != NULL, NULL);
  themes = ris3_filter_get_values (filter, RIS3_FACET_THEME);
  if (*themes == NULL)
    return ris3_filter_to_text (filter);
  names = collect_names (self, RIS3_FACET_THEME);
  for (guint i = 0; themes[i] != NULL; i++)
    g_ptr_array_add (values, g_strdup (shorten (&names, themes[i])));
  names_clear (&names);
  typed = ris3_filter_without (filter, RIS3_FACET_THEME);
  ris3_filter_add_values (typed, RIS3_FACET_THEME, values);
  typed->all_themes = filter->all_themes;
  return ris3_filter_to_text (typed);
}
