/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/consultation/ris3-answer-item.h"

struct _Ris3AnswerItem
{
  GObject parent_instance;

  const Ris3PackAnswer *answer;
};

G_DEFINE_FINAL_TYPE (Ris3AnswerItem, ris3_answer_item, G_TYPE_OBJECT)

static void
ris3_answer_item_class_init (Ris3AnswerItemClass *klass)
{
}

static void
ris3_answer_item_init (Ris3AnswerItem *self)
{
}

Ris3AnswerItem *
ris3_answer_item_new (const Ris3PackAnswer *answer)
{
  Ris3AnswerItem *self = g_object_new (RIS3_TYPE_ANSWER_ITEM, NULL);

  self->answer = answer;
  return self;
}

const Ris3PackAnswer *
ris3_answer_item_get (Ris3AnswerItem *self)
{
  g_return_val_if_fail (RIS3_IS_ANSWER_ITEM (self), NULL);
  return self->answer;
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
        g_autoptr (Ris3AnswerItem) item = answer->state == order[i] ? ris3_answer_item_new (answer) : NULL;

        if (item != NULL)
          g_list_store_append (items, item);
      }
  return G_LIST_MODEL (items);
}
