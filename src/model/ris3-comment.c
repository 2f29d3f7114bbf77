/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-comment-private.h"

#include "model/ris3-comment-state.h"

G_DEFINE_FINAL_TYPE (Ris3Comment, ris3_comment, G_TYPE_OBJECT)

/* The change that changed a row last and is in effect: an edit that no undo reverts, or whose undo was undone. */
#define LAST_CHANGE(table, key)                                                                                        \
  "(SELECT max (r.change_id) FROM change_row AS r JOIN change_log AS l ON l.id = r.change_id WHERE r.table_name = "    \
  "'" table "'"                                                                                                        \
  " AND r.row_key = " key " AND l.undoes IS NULL AND 0 = (WITH RECURSIVE chain (id, n) AS (SELECT l.id, 0 UNION ALL"   \
  " SELECT u.id, n + 1 FROM change_log AS u JOIN chain AS c ON u.undoes = c.id) SELECT max (n) % 2 FROM chain))"
/* The newest one that has to do with the comment itself. */
#define LAST_HANDLING                                                                                                  \
  "coalesce ((SELECT max (r.change_id) FROM change_row AS r WHERE r.table_name = 'comment' AND r.row_key = CAST "      \
  "(comment.id AS TEXT)), 0)"
#define TARGET_STATE                                                                                                   \
  "CASE target"                                                                                                        \
  " WHEN 'priority' THEN CASE WHEN priority_id IS NULL THEN 2 ELSE coalesce (" LAST_CHANGE (                           \
      "priority", "CAST (comment.priority_id AS TEXT)") " > " LAST_HANDLING ", 0) END"                                 \
                                                        " WHEN 'strategy' THEN CASE WHEN strategy_id IS NULL THEN 2 "  \
                                                        "ELSE coalesce (" LAST_CHANGE (                                \
                                                            "strategy", "comment.strategy_id") " > " LAST_HANDLING     \
                                                                                               ", 0) END ELSE 0 END"

static const Ris3Field fields[] = {
  { "id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Comment, id), NULL },
  { "key", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, key), NULL },
  { "parent_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Comment, parent_id), NULL },
  { "request_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Comment, request_id), NULL },
  { "organisation_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Comment, organisation_id), NULL },
  { "(SELECT name FROM organisation AS o WHERE o.id = organisation_id)", RIS3_FIELD_TEXT,
    G_STRUCT_OFFSET (Ris3Comment, organisation), NULL },
  { "nuts_version", RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3Comment, nuts_version), NULL },
  { "region_code", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, region_code), NULL },
  { "target", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, target), NULL },
  { "target_name", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, target_name), NULL },
  { TARGET_STATE, RIS3_FIELD_UINT, G_STRUCT_OFFSET (Ris3Comment, target_state), NULL },
  { "strategy_id", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, strategy_id), NULL },
  { "priority_id", RIS3_FIELD_INT64, G_STRUCT_OFFSET (Ris3Comment, priority_id), NULL },
  { "figure", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, figure), NULL },
  { "quote", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, quote), NULL },
  { "page_label", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, page_label), NULL },
  { "author_role", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, author_role), NULL },
  { "channel", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, channel), NULL },
  { "received_on", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, received_on), NULL },
  { "language", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, language), NULL },
  { "text", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, text), NULL },
  { "english_text", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, english_text), NULL },
  { "proposed_change", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, proposed_change), NULL },
  { "state", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, state), NULL },
  { "decision_reason", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, decision_reason), NULL },
  { "source_url", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Comment, source_url), NULL },
  { "(SELECT count(*) FROM attachment AS a WHERE a.comment_id = comment.id)", RIS3_FIELD_UINT,
    G_STRUCT_OFFSET (Ris3Comment, n_attachments), NULL },
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

const char *
ris3_comment_get_key (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->key;
}

gint64
ris3_comment_get_parent_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->parent_id;
}

gint64
ris3_comment_get_request_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->request_id;
}

gint64
ris3_comment_get_organisation_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->organisation_id;
}

const char *
ris3_comment_get_organisation (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->organisation;
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
ris3_comment_get_target (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->target;
}

const char *
ris3_comment_get_target_name (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->target_name;
}

guint
ris3_comment_get_target_state (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->target_state;
}

const char *
ris3_comment_get_strategy_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->strategy_id;
}

gint64
ris3_comment_get_priority_id (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->priority_id;
}

const char *
ris3_comment_get_figure (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->figure;
}

const char *
ris3_comment_get_quote (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->quote;
}

const char *
ris3_comment_get_page_label (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->page_label;
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
ris3_comment_get_language (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->language;
}

const char *
ris3_comment_get_text (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->text;
}

const char *
ris3_comment_get_english_text (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->english_text;
}

const char *
ris3_comment_get_proposed_change (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->proposed_change;
}

const char *
ris3_comment_get_state (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->state;
}

const char *
ris3_comment_get_decision_reason (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->decision_reason;
}

const char *
ris3_comment_get_source_url (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), NULL);
  return self->source_url;
}

guint
ris3_comment_get_n_attachments (Ris3Comment *self)
{
  g_return_val_if_fail (RIS3_IS_COMMENT (self), 0);
  return self->n_attachments;
}

gboolean
ris3_comment_is_open (Ris3Comment *self)
{
  Ris3CommentState state;

  g_return_val_if_fail (RIS3_IS_COMMENT (self), FALSE);
  return self->parent_id == 0 && ris3_comment_state_from_word (self->state, &state)
         && ris3_comment_state_is_open (state);
}
