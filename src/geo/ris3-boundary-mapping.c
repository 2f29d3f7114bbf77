/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-boundary-source.h"

#include <string.h>

/* Of a layer and its level, in the text form. */
#define LEVEL_KEY "layer-level"

static const char *const role_ids[RIS3_N_BOUNDARY_ROLES] = {
  [RIS3_BOUNDARY_CODE] = "code",   [RIS3_BOUNDARY_NAME] = "name",       [RIS3_BOUNDARY_NAME_LATIN] = "name-latin",
  [RIS3_BOUNDARY_LEVEL] = "level", [RIS3_BOUNDARY_COUNTRY] = "country", [RIS3_BOUNDARY_PARENT] = "parent",
};

/* Folded names of columns, the surest first. */
static const char *const known_names[RIS3_N_BOUNDARY_ROLES][16] = {
  [RIS3_BOUNDARY_CODE] = { "nutsid", "nutscode", "nuts", "giscoid", "lauid", "laucode", "regioncode", "regionid",
                           "code", "geocode", "geo", "id", NULL },
  [RIS3_BOUNDARY_NAME] = { "nutsname", "launame", "regionname", "name", "namelocal", "namenational", "label", "title",
                           "namelatn", "namelatin", "nameengl", NULL },
  [RIS3_BOUNDARY_NAME_LATIN] = { "namelatn", "namelatin", NULL },
  [RIS3_BOUNDARY_LEVEL] = { "levlcode", "statlevl", "nutslevel", "level", "levl", NULL },
  [RIS3_BOUNDARY_COUNTRY] = { "cntrcode", "cntrid", "countrycode", "country", "cntr", "iso2", "isoa2", NULL },
  [RIS3_BOUNDARY_PARENT] = { "parentcode", "parentid", "parent", "nuts3code", "nuts3id", "nuts3", NULL },
};

const char *
ris3_boundary_role_get_id (Ris3BoundaryRole role)
{
  g_return_val_if_fail (role < RIS3_N_BOUNDARY_ROLES, NULL);
  return role_ids[role];
}

static char *
fold_column (const char *name)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
  return g_string_free (folded, FALSE);
}

static const Ris3BoundaryColumn *
find_column (const Ris3BoundaryLayer *layer, const char *folded)
{
  for (guint i = 0; i < layer->columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (layer->columns, i);
      g_autofree char *name = fold_column (column->name);

      if (g_str_equal (name, folded))
        return column;
    }
  return NULL;
}

/* A code names one area; one of a known name may not (LAU_ID is numbered anew in each country). */
static const Ris3BoundaryColumn *
guess_code (const Ris3BoundaryLayer *layer)
{
  const Ris3BoundaryColumn *second = NULL;

  for (guint i = 0; known_names[RIS3_BOUNDARY_CODE][i] != NULL; i++)
    {
      const Ris3BoundaryColumn *column = find_column (layer, known_names[RIS3_BOUNDARY_CODE][i]);

      if (column != NULL && column->is_unique)
        return column;
    }
  for (guint i = 0; i < layer->columns->len; i++)
    {
      const Ris3BoundaryColumn *column = g_ptr_array_index (layer->columns, i);

      if (column->is_unique && column->looks_like_code)
        return column;
      if (column->looks_like_code && second == NULL)
        second = column;
    }
  for (guint i = 0; second == NULL && known_names[RIS3_BOUNDARY_CODE][i] != NULL; i++)
    second = find_column (layer, known_names[RIS3_BOUNDARY_CODE][i]);
  return second;
}

Ris3BoundaryMapping *
ris3_boundary_mapping_guess (Ris3BoundarySource *source)
{
  Ris3BoundaryMapping *self = g_new0 (Ris3BoundaryMapping, 1);
  const Ris3BoundaryLayer *layer = NULL;
  const Ris3BoundaryColumn *code;

  g_return_val_if_fail (source != NULL, self);
  for (guint i = 0; i < source->layers->len && layer == NULL; i++)
    {
      const Ris3BoundaryLayer *candidate = g_ptr_array_index (source->layers, i);

      if (candidate->has_areas)
        layer = candidate;
    }
  if (layer == NULL)
    return self;

  code = guess_code (layer);
  if (code != NULL)
    self->columns[RIS3_BOUNDARY_CODE] = g_strdup (code->name);
  for (guint role = RIS3_BOUNDARY_NAME; role < RIS3_N_BOUNDARY_ROLES; role++)
    for (guint i = 0; known_names[role][i] != NULL && self->columns[role] == NULL; i++)
      {
        const Ris3BoundaryColumn *column = find_column (layer, known_names[role][i]);

        if (column != NULL && column != code)
          self->columns[role] = g_strdup (column->name);
      }
  ris3_boundary_mapping_guess_levels (self, source);
  return self;
}

static void
append_word (GString *text, const char *key, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, TRUE);

  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", key, escaped);
}

/* "NUTS%202=2", in an order of their own: the text also tells whether two mappings are the same. */
static void
append_levels (GString *text, const Ris3BoundaryMapping *self)
{
  g_autoptr (GList) layers = self->levels != NULL ? g_hash_table_get_keys (self->levels) : NULL;

  layers = g_list_sort (layers, (GCompareFunc) strcmp);
  for (GList *l = layers; l != NULL; l = l->next)
    {
      g_autofree char *layer = g_uri_escape_string (l->data, NULL, TRUE);
      g_autofree char *level = g_uri_escape_string (g_hash_table_lookup (self->levels, l->data), NULL, TRUE);
      g_autofree char *value = g_strdup_printf ("%s=%s", layer, level);

      append_word (text, LEVEL_KEY, value);
    }
}

static gboolean
read_level (Ris3BoundaryMapping *self, const char *value)
{
  const char *equals = strchr (value, '=');
  g_autofree char *layer = equals != NULL ? g_uri_unescape_segment (value, equals, NULL) : NULL;
  g_autofree char *level = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;

  if (layer == NULL || level == NULL || *level == '\0')
    return FALSE;
  ris3_boundary_mapping_set_level (self, layer, level);
  return TRUE;
}

char *
ris3_boundary_mapping_to_text (const Ris3BoundaryMapping *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; self->layers != NULL && self->layers[i] != NULL; i++)
    append_word (text, "layer", self->layers[i]);
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    if (self->columns[role] != NULL)
      append_word (text, role_ids[role], self->columns[role]);
  if (self->crs != NULL)
    append_word (text, "crs", self->crs);
  append_levels (text, self);
  return g_string_free (text, FALSE);
}

static gboolean
read_word (Ris3BoundaryMapping *self, GStrvBuilder *layers, const char *key, const char *value)
{
  char **field = g_str_equal (key, "crs") ? &self->crs : NULL;

  if (g_str_equal (key, "layer"))
    {
      g_strv_builder_add (layers, value);
      return TRUE;
    }
  if (g_str_equal (key, LEVEL_KEY))
    return read_level (self, value);
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    if (g_str_equal (key, role_ids[role]))
      field = &self->columns[role];
  if (field == NULL || *field != NULL)
    return FALSE;
  *field = g_strdup (value);
  return TRUE;
}

Ris3BoundaryMapping *
ris3_boundary_mapping_from_text (const char *text)
{
  g_autoptr (Ris3BoundaryMapping) self = g_new0 (Ris3BoundaryMapping, 1);
  g_autoptr (GStrvBuilder) layers = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');
      g_autofree char *value = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;

      if (*words[i] == '\0')
        continue;
      if (value == NULL)
        return NULL;
      *equals = '\0';
      if (!read_word (self, layers, words[i], value))
        return NULL;
    }
  self->layers = g_strv_builder_end (layers);
  if (self->layers[0] == NULL)
    g_clear_pointer (&self->layers, g_strfreev);
  return g_steal_pointer (&self);
}

void
ris3_boundary_mapping_free (Ris3BoundaryMapping *self)
{
  g_return_if_fail (self != NULL);
  g_strfreev (self->layers);
  for (guint role = 0; role < RIS3_N_BOUNDARY_ROLES; role++)
    g_free (self->columns[role]);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  g_free (self->crs);
  g_free (self);
}
