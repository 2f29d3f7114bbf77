/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answer-item.h"

struct _Ris3AnswerItem
{
  GObject parent_instance;

  Ris3PackAnswers *answers;
  const Ris3PackAnswer *answer;
};

G_DEFINE_FINAL_TYPE (Ris3AnswerItem, ris3_answer_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TAKEN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
ris3_answer_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_TAKEN)
    g_value_set_boolean (value, ris3_answer_item_get_taken (RIS3_ANSWER_ITEM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ris3_answer_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_TAKEN)
    ris3_answer_item_set_taken (RIS3_ANSWER_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ris3_answer_item_class_init (Ris3AnswerItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ris3_answer_item_get_property;
  object_class->set_property = ris3_answer_item_set_property;
  properties[PROP_TAKEN] = g_param_spec_boolean ("taken", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ris3_answer_item_init (Ris3AnswerItem *self)
{
}

Ris3AnswerItem *
ris3_answer_item_new (Ris3PackAnswers *answers, const Ris3PackAnswer *answer)
{
  Ris3AnswerItem *self = g_object_new (RIS3_TYPE_ANSWER_ITEM, NULL);

  self->answers = answers;
  self->answer = answer;
  return self;
}

const Ris3PackAnswer *
ris3_answer_item_get (Ris3AnswerItem *self)
{
  g_return_val_if_fail (RIS3_IS_ANSWER_ITEM (self), NULL);
  return self->answer;
}

gboolean
ris3_answer_item_get_taken (Ris3AnswerItem *self)
{
  g_return_val_if_fail (RIS3_IS_ANSWER_ITEM (self), FALSE);
  return self->answer->state == RIS3_PACK_ANSWER_NEW && !self->answer->is_left_out;
}

void
ris3_answer_item_set_taken (Ris3AnswerItem *self, gboolean taken)
{
  g_return_if_fail (RIS3_IS_ANSWER_ITEM (self));
  if (self->answer->state != RIS3_PACK_ANSWER_NEW || taken == ris3_answer_item_get_taken (self))
    return;
  ris3_pack_answers_leave_out (self->answers, self->answer, !taken);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKEN]);
}

GListModel *
ris3_answer_items_list (Ris3PackAnswers *answers)
{
  static const Ris3PackAnswerState order[]
      = { RIS3_PACK_ANSWER_REFUSED, RIS3_PACK_ANSWER_NEW, RIS3_PACK_ANSWER_REMARK, RIS3_PACK_ANSWER_KNOWN };
  GPtrArray *all = ris3_pack_answers_get (answers);
  GListStore *items = g_list_store_new (RIS3_TYPE_ANSWER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < all->len; j++)
      {
        const Ris3PackAnswer *answer = g_ptr_array_index (all, j);
        g_autoptr (Ris3AnswerItem) item = answer->state == order[i] ? ris3_answer_item_new (answers, answer) : NULL;

        if (item != NULL)
          g_list_store_append (items, item);
      }
  return G_LIST_MODEL (items);
}
