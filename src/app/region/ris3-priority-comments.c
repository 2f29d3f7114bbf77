/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/region/ris3-priority-comments.h"

#include "model/ris3-comment-state.h"
#include "model/ris3-proposal.h"

static gboolean
is_of_priority (Ris3Comment *comment, const char *strategy_id)
{
  return ris3_comment_get_priority_id (comment) != 0
         && g_str_equal (ris3_comment_get_strategy_id (comment), strategy_id);
}

static gboolean
outdates_english (Ris3Atlas *atlas, Ris3Comment *comment)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));

  return ris3_comment_get_target_state (comment) == RIS3_TARGET_SAME
         && ris3_proposal_outdates_english (atlas, ris3_comment_get_proposed_change (comment),
                                            ris3_comment_get_target (comment), key);
}

static void
add (Ris3PriorityComments *counts, Ris3Atlas *atlas, Ris3Comment *comment)
{
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  if (!ris3_comment_state_from_word (ris3_comment_get_state (comment), &state))
    return;
  counts->n_open += ris3_comment_is_open (comment);
  if (state != RIS3_COMMENT_APPLIED)
    return;
  counts->is_applied = TRUE;
  counts->is_english_old = counts->is_english_old || outdates_english (atlas, comment);
}

GHashTable *
ris3_priority_comments_read (Ris3Atlas *atlas, const char *strategy_id)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GListModel *comments;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && strategy_id != NULL, counts);
  comments = ris3_atlas_get_comments (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);
      gint64 id = ris3_comment_get_priority_id (comment);
      Ris3PriorityComments *of_priority;

      if (!is_of_priority (comment, strategy_id))
        continue;
      of_priority = g_hash_table_lookup (counts, &id);
      if (of_priority == NULL)
        {
          of_priority = g_new0 (Ris3PriorityComments, 1);
          g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), of_priority);
        }
      add (of_priority, atlas, comment);
    }
  return counts;
}

char *
ris3_priority_comments_to_text (Ris3Atlas *atlas, const char *strategy_id)
{
  GString *text = g_string_new (NULL);
  GListModel *comments;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && strategy_id != NULL, g_string_free (text, FALSE));
  comments = ris3_atlas_get_comments (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (is_of_priority (comment, strategy_id))
        g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %d\n", ris3_comment_get_priority_id (comment),
                                ris3_comment_get_state (comment), ris3_comment_get_target_state (comment));
    }
  return g_string_free (text, FALSE);
}
