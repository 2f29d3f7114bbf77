/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-item.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"

/* Shorter words are in nearly every name. */
#define MIN_SUBSTRING_LENGTH 3

struct _Ris3RegionItem
{
  GObject parent_instance;

  guint region;
  guint level;
  char *code;
  char *name;
  char *local_name;
  char *country_name;
  char *class_words;
  gboolean has_class;
  Ris3Class klass;
  gboolean inherited;
  gboolean disputed;
  gboolean current;

  char *country_key; /* collation key of the country's name */
  char *folded_code;
  GPtrArray *folded_names; /* of char *: local, Latin, English */
  GPtrArray *folded_country;
};

G_DEFINE_FINAL_TYPE (Ris3RegionItem, ris3_region_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GPtrArray *
fold_names (const Ris3Region *region)
{
  const char *names[] = { region->name, region->name_latin, region->name_english };
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && *names[i] != '\0')
      g_ptr_array_add (folded, ris3_fold (names[i]));
  return folded;
}

static gboolean
has_word_prefix (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = text; at != NULL;)
    {
      if (strncmp (at, word, length) == 0)
        return TRUE;
      at = strchr (at, ' ');
      if (at != NULL)
        at++;
    }
  return FALSE;
}

/* The best that one word does in any of the names. */
static Ris3Match
match_word (Ris3RegionItem *self, const char *word)
{
  Ris3Match match = RIS3_MATCH_NONE;

  if (g_str_has_prefix (self->folded_code, word))
    return RIS3_MATCH_WORD_PREFIX;
  for (guint i = 0; i < self->folded_names->len; i++)
    {
      const char *name = g_ptr_array_index (self->folded_names, i);

      if (has_word_prefix (name, word))
        return RIS3_MATCH_WORD_PREFIX;
      if (strlen (word) >= MIN_SUBSTRING_LENGTH && strstr (name, word) != NULL)
        match = RIS3_MATCH_SUBSTRING;
    }
  for (guint i = 0; match == RIS3_MATCH_NONE && i < self->folded_country->len; i++)
    if (has_word_prefix (g_ptr_array_index (self->folded_country, i), word))
      match = RIS3_MATCH_COUNTRY;
  return match;
}

static void
ris3_region_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3RegionItem *self = RIS3_REGION_ITEM (object);

  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_boolean (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_region_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      ris3_region_item_set_current (RIS3_REGION_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_region_item_finalize (GObject *object)
{
  Ris3RegionItem *self = RIS3_REGION_ITEM (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->local_name);
  g_free (self->country_name);
  g_free (self->class_words);
  g_free (self->country_key);
  g_free (self->folded_code);
  g_ptr_array_unref (self->folded_names);
  g_ptr_array_unref (self->folded_country);

  G_OBJECT_CLASS (ris3_region_item_parent_class)->finalize (object);
}

static void
ris3_region_item_class_init (Ris3RegionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ris3_region_item_finalize;
  object_class->get_property = ris3_region_item_get_property;
  object_class->set_property = ris3_region_item_set_property;

  /* Whether it is the region selected in the session. */
  properties[PROP_CURRENT] = g_param_spec_boolean (
      "current", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ris3_region_item_init (Ris3RegionItem *self)
{
}

Ris3RegionItem *
ris3_region_item_new (Ris3Classification *classification, guint region)
{
  Ris3RegionItem *self;
  Ris3Boundaries *boundaries;
  const Ris3Region *record, *country;
  gint territory_index;

  g_return_val_if_fail (classification != NULL, NULL);

  boundaries = ris3_classification_get_boundaries (classification);
  record = ris3_boundaries_get_region (boundaries, region);
  country = ris3_region_country (boundaries, record);
  territory_index = ris3_classification_find_territory (classification, region);

  self = g_object_new (RIS3_TYPE_REGION_ITEM, NULL);
  self->region = region;
  self->level = record->level;
  self->code = g_strdup (record->code);
  self->name = g_strdup (ris3_region_display_name (record));
  if (record->name != NULL && *record->name != '\0' && !g_str_equal (record->name, self->name))
    self->local_name = g_strdup (record->name);
  self->country_name = g_strdup (ris3_region_display_name (country));
  if (territory_index >= 0)
    {
      const Ris3Territory *territory = ris3_classification_get_territory (classification, territory_index);

      self->has_class = TRUE;
      self->klass = territory->klass;
      self->inherited = territory->inherited;
      self->disputed = territory->disputed;
      self->class_words = ris3_territory_words (territory, ris3_classification_get_indicator (classification));
    }
  else
    self->class_words = g_strdup (_ ("several areas on the map"));

  self->country_key = g_utf8_collate_key (self->country_name, -1);
  self->folded_code = ris3_fold (record->code);
  self->folded_names = fold_names (record);
  self->folded_country = fold_names (country);
  return self;
}

guint
ris3_region_item_get_region (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), 0);
  return self->region;
}

guint
ris3_region_item_get_level (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), 0);
  return self->level;
}

const char *
ris3_region_item_get_code (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return self->code;
}

const char *
ris3_region_item_get_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return self->name;
}

const char *
ris3_region_item_get_local_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return self->local_name;
}

const char *
ris3_region_item_get_country_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return self->country_name;
}

const char *
ris3_region_item_get_class_words (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return self->class_words;
}

gboolean
ris3_region_item_get_has_class (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), FALSE);
  return self->has_class;
}

Ris3Class
ris3_region_item_get_class (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), RIS3_CLASS_NO_STRATEGY);
  return self->klass;
}

gboolean
ris3_region_item_get_inherited (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), FALSE);
  return self->inherited;
}

gboolean
ris3_region_item_get_disputed (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), FALSE);
  return self->disputed;
}

gboolean
ris3_region_item_get_current (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), FALSE);
  return self->current;
}

void
ris3_region_item_set_current (Ris3RegionItem *self, gboolean current)
{
  g_return_if_fail (RIS3_IS_REGION_ITEM (self));

  current = !!current;
  if (self->current == current)
    return;
  self->current = current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

char *
ris3_region_item_describe (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);

  /* Translators: read out for a region in a list: its name, code and class */
  return g_strdup_printf (C_ ("region", "%s, %s, %s"), self->name, self->code, self->class_words);
}

Ris3Match
ris3_region_item_match (Ris3RegionItem *self, const char *query)
{
  g_auto (GStrv) words = NULL;
  Ris3Match match = RIS3_MATCH_WORD_PREFIX;

  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), RIS3_MATCH_NONE);
  g_return_val_if_fail (query != NULL, RIS3_MATCH_NONE);

  if (*query == '\0')
    return RIS3_MATCH_NONE;
  if (g_str_equal (query, self->folded_code))
    return RIS3_MATCH_CODE;
  for (guint i = 0; i < self->folded_names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->folded_names, i), query))
      return RIS3_MATCH_NAME_PREFIX;
  words = g_strsplit (query, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    match = MAX (match, match_word (self, words[i]));
  return match;
}

int
ris3_region_item_compare (Ris3RegionItem *self, Ris3RegionItem *other)
{
  int order = strcmp (self->country_key, other->country_key);

  return order != 0 ? order : strcmp (self->code, other->code);
}
