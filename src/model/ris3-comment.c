/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-comment-private.h"

G_DEFINE_FINAL_TYPE (Ris3Comment, ris3_comment, G_TYPE_OBJECT)

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Comment, column), NULL                                             \
  }

static const Ris3Field fields[] = {
  FIELD (id, INT64),         FIELD (nuts_version, UINT), FIELD (region_code, TEXT), FIELD (strategy_id, TEXT),
  FIELD (author_role, TEXT), FIELD (channel, TEXT),      FIELD (received_on, TEXT), FIELD (text, TEXT),
  FIELD (state, TEXT),       FIELD (source_url, TEXT),
};

/* By region code. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Comment *one = a;
  const Ris3Comment *other = b;
  gint order = g_strcmp0 (one->region_code, other->region_code);

  if (order == 0)
    order = (one->id > other->id) - (one->id < other->id);
  return order;
}

const Ris3Record ris3_comment_record = { "comment", fields, G_N_ELEMENTS (fields), ris3_comment_get_type, compare };

static void
ris3_comment_finalize (GObject *object)
{
  ris3_record_clear (&ris3_comment_record, object);
  G_OBJECT_CLASS (ris3_comment_parent_class)->finalize (object);
}

static void
ris3_comment_class_init (Ris3CommentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_comment_finalize;
}

static void
ris3_comment_init (Ris3Comment *self)
{
}

gint64
ris3_comment_get_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->id;
}

guint
ris3_comment_get_nuts_version (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->nuts_version;
}

const char *
ris3_comment_get_region_code (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->region_code;
}

const char *
ris3_comment_get_strategy_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->strategy_id;
}

const char *
ris3_comment_get_author_role (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->author_role;
}

const char *
ris3_comment_get_channel (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->channel;
}

const char *
ris3_comment_get_received_on (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->received_on;
}

const char *
ris3_comment_get_text (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->text;
}

const char *
ris3_comment_get_state (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->state;
}

const char *
ris3_comment_get_source_url (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->source_url;
}
