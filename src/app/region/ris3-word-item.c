/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-word-item.h"

struct _Ris3WordItem
{
  GObject parent_instance;

  Ris3WordItemKind kind;
  char *title;
  Ris3FilterHit hit;
};

G_DEFINE_FINAL_TYPE (Ris3WordItem, ris3_word_item, G_TYPE_OBJECT)

static void
ris3_word_item_finalize (GObject *object)
{
  Ris3WordItem *self = RIS3_WORD_ITEM (object);

  g_free (self->title);
  g_free ((char *) self->hit.table);
  g_free ((char *) self->hit.key);
  g_free ((char *) self->hit.strategy_id);
  g_free ((char *) self->hit.region_code);
  g_free ((char *) self->hit.context);
  G_OBJECT_CLASS (ris3_word_item_parent_class)->finalize (object);
}

static void
ris3_word_item_class_init (Ris3WordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_word_item_finalize;
}

static void
ris3_word_item_init (Ris3WordItem *self)
{
}

static Ris3WordItem *
new_item (Ris3WordItemKind kind, const char *title)
{
  Ris3WordItem *self = g_object_new (RIS3_TYPE_WORD_ITEM, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  return self;
}

Ris3WordItem *
ris3_word_item_new_heading (const char *title)
{
  return new_item (RIS3_WORD_ITEM_HEADING, title);
}

Ris3WordItem *
ris3_word_item_new_hit (const Ris3FilterHit *hit, const char *place)
{
  Ris3WordItem *self = new_item (RIS3_WORD_ITEM_HIT, place);

  self->hit = (Ris3FilterHit){ .table = g_strdup (hit->table),
                               .key = g_strdup (hit->key),
                               .strategy_id = g_strdup (hit->strategy_id),
                               .nuts_version = hit->nuts_version,
                               .region_code = g_strdup (hit->region_code),
                               .context = g_strdup (hit->context) };
  return self;
}

Ris3WordItem *
ris3_word_item_new_filter (const char *words)
{
  return new_item (RIS3_WORD_ITEM_FILTER, words);
}

Ris3WordItemKind
ris3_word_item_get_kind (Ris3WordItem *self)
{
  g_return_val_if_fail (RIS3_IS_WORD_ITEM (self), RIS3_WORD_ITEM_HEADING);
  return self->kind;
}

const char *
ris3_word_item_get_title (Ris3WordItem *self)
{
  g_return_val_if_fail (RIS3_IS_WORD_ITEM (self), NULL);
  return self->title;
}

const Ris3FilterHit *
ris3_word_item_get_hit (Ris3WordItem *self)
{
  g_return_val_if_fail (RIS3_IS_WORD_ITEM (self), NULL);
  return self->kind == RIS3_WORD_ITEM_HIT ? &self->hit : NULL;
}
