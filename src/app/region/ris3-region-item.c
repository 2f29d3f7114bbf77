/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-region-item.h"

#include <glib/gi18n.h>

#include "app/ris3-region-words.h"

struct _Ris3RegionItem
{
  GObject parent_instance;

  Ris3Classification *classification;
  guint region;      /* in its boundaries */
  char *class_words; /* made when they are first asked for */
  gboolean current;
};

G_DEFINE_FINAL_TYPE (Ris3RegionItem, ris3_region_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CLASS_WORDS,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static Ris3Boundaries *
get_boundaries (Ris3RegionItem *self)
{
  return ris3_classification_get_boundaries (self->classification);
}

static const Ris3Region *
get_record (Ris3RegionItem *self)
{
  return ris3_boundaries_get_region (get_boundaries (self), self->region);
}

static const Ris3Region *
get_country (Ris3RegionItem *self)
{
  return ris3_region_country (get_boundaries (self), get_record (self));
}

static void
ris3_region_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  Ris3RegionItem *self = RIS3_REGION_ITEM (object);

  switch (prop_id)
    {
    case PROP_CLASS_WORDS:
      g_value_set_string (value, ris3_region_item_get_class_words (self));
      break;
    case PROP_CURRENT:
      g_value_set_boolean (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ris3_region_item_finalize (GObject *object)
{
  Ris3RegionItem *self = RIS3_REGION_ITEM (object);

  g_free (self->class_words);
  ris3_classification_unref (self->classification);

  G_OBJECT_CLASS (ris3_region_item_parent_class)->finalize (object);
}

static void
ris3_region_item_class_init (Ris3RegionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ris3_region_item_finalize;
  object_class->get_property = ris3_region_item_get_property;

  /* What the map shows of it, in words. */
  properties[PROP_CLASS_WORDS] = g_param_spec_string ("class-words", NULL, NULL, NULL, flags);
  /* Whether it is the region selected in the session. */
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);
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

  g_return_val_if_fail (classification != NULL, NULL);

  self = g_object_new (RIS3_TYPE_REGION_ITEM, NULL);
  self->classification = ris3_classification_ref (classification);
  self->region = region;
  return self;
}

/* Whether two classifications draw their region alike, so that nothing needs to be notified. */
static gboolean
is_drawn_alike (Ris3Classification *former, gint former_territory, Ris3Classification *present, gint present_territory)
{
  const Ris3Territory *a, *b;

  if (former_territory < 0 || present_territory < 0)
    return former_territory < 0 && present_territory < 0;
  a = ris3_classification_get_territory (former, former_territory);
  b = ris3_classification_get_territory (present, present_territory);
  return a->klass == b->klass && a->marks == b->marks && a->matches == b->matches && a->value.number == b->value.number
         && a->value.base == b->value.base && a->n_areas == b->n_areas
         && ris3_classification_get_indicator (former) == ris3_classification_get_indicator (present)
         && ris3_class_scheme_shares_class (ris3_classification_get_scheme (former),
                                            ris3_classification_get_scheme (present), a->klass);
}

void
ris3_region_item_update (Ris3RegionItem *self, Ris3Classification *classification, guint region)
{
  g_autoptr (Ris3Classification) former = NULL;
  gint former_territory;

  g_return_if_fail (RIS3_IS_REGION_ITEM (self) && classification != NULL);

  former_territory = ris3_region_item_get_territory (self);
  former = g_steal_pointer (&self->classification);
  self->classification = ris3_classification_ref (classification);
  self->region = region;
  if (is_drawn_alike (former, former_territory, classification, ris3_region_item_get_territory (self)))
    return;
  g_clear_pointer (&self->class_words, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASS_WORDS]);
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
  return get_record (self)->level;
}

const char *
ris3_region_item_get_code (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return get_record (self)->code;
}

const char *
ris3_region_item_get_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return ris3_region_display_name (get_record (self));
}

const char *
ris3_region_item_get_local_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return ris3_region_get_name_beside (get_record (self));
}

const char *
ris3_region_item_get_country_name (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  return ris3_region_display_name (get_country (self));
}

const char *
ris3_region_item_get_class_words (Ris3RegionItem *self)
{
  Ris3Classification *told;
  gint territory;

  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), NULL);
  told = ris3_classification_find_told (self->classification, self->region, &territory);
  if (self->class_words == NULL)
    {
      g_autofree char *words
          = territory >= 0 ? ris3_territory_words (told, territory) : g_strdup (_ ("several areas on the map"));

      /* Translators: what is shown of a region, and that the filter leaves it out: "No strategy known · filtered out"
       */
      self->class_words = ris3_region_item_get_matches (self) ? g_steal_pointer (&words)
                                                              : g_strdup_printf (_ ("%s · filtered out"), words);
    }
  return self->class_words;
}

gboolean
ris3_region_item_get_matches (Ris3RegionItem *self)
{
  gint territory = ris3_region_item_get_territory (self);

  return territory < 0 || ris3_classification_get_territory (self->classification, territory)->matches;
}

gint
ris3_region_item_get_territory (Ris3RegionItem *self)
{
  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), -1);
  return ris3_classification_find_territory (self->classification, self->region);
}

gboolean
ris3_region_item_is_territory (Ris3RegionItem *self)
{
  gint territory = ris3_region_item_get_territory (self);

  return territory >= 0 && ris3_classification_get_territory (self->classification, territory)->region == self->region;
}

gboolean
ris3_region_item_get_class (Ris3RegionItem *self, Ris3ClassScheme **scheme, guint *klass, Ris3Marks *marks)
{
  Ris3Classification *told;
  const Ris3Territory *record;
  gint territory;

  g_return_val_if_fail (RIS3_IS_REGION_ITEM (self), FALSE);
  g_return_val_if_fail (scheme != NULL && klass != NULL && marks != NULL, FALSE);
  told = ris3_classification_find_told (self->classification, self->region, &territory);
  if (territory < 0)
    return FALSE;
  record = ris3_classification_get_territory (told, territory);
  *scheme = ris3_classification_get_scheme (told);
  *klass = record->klass;
  *marks = record->marks;
  return TRUE;
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
  return g_strdup_printf (C_ ("region", "%s, %s, %s"), ris3_region_item_get_name (self),
                          ris3_region_item_get_code (self), ris3_region_item_get_class_words (self));
}
