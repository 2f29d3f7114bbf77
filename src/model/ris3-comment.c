/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-comment-private.h"

G_DEFINE_FINAL_TYPE (Ris3Comment, ris3_comment, G_TYPE_OBJECT)

static void
ris3_comment_finalize (GObject *object)
{
  Ris3Comment *self = RIS3_COMMENT (object);

  g_free (self->region_code);
  g_free (self->strategy_id);
  g_free (self->author_role);
  g_free (self->channel);
  g_free (self->received_on);
  g_free (self->text);
  g_free (self->state);
  g_free (self->source_url);

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
