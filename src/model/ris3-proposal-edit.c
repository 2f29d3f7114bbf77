/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The edit that a proposal is. */

#include "config.h"

#include "model/ris3-proposal-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"
#include "model/ris3-text.h"

/* Characters of a priority in the name of an edit. */
#define MAX_NAME 80

typedef enum
{
  KIND_TEXT,
  KIND_NUMBER,
  KIND_ANSWER,
  KIND_THEMES,
} Kind;

static Kind
get_kind (const char *field)
{
  return ris3_proposal_is_answer (field) ? KIND_ANSWER
         : g_str_equal (field, "year")   ? KIND_NUMBER
         : g_str_equal (field, "themes") ? KIND_THEMES
                                         : KIND_TEXT;
}

/* Names or codes of the codebook, with a semicolon between them. */
static void
set_themes (Ris3Edit *edit, const char *value)
{
  g_auto (GStrv) parts = g_strsplit_set (value, ";\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) themes = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  themes = g_strv_builder_end (builder);
  ris3_edit_set_themes (edit, (const char *const *) themes);
}

static gboolean
is_yes (const char *word)
{
  return g_str_equal (word, "yes") || g_str_equal (word, "1");
}

/* field: of the edited row. FALSE: it is no value of that. */
static gboolean
set_field (Ris3Edit *edit, const char *field, const Ris3Proposal *proposal)
{
  g_autofree char *word = g_ascii_strdown (proposal->value, -1);
  guint64 number;

  g_strstrip (word);
  switch (get_kind (field))
    {
    case KIND_ANSWER:
      if (is_yes (word))
        ris3_edit_set_integer (edit, field, 1);
      else if (g_str_equal (word, "no") || g_str_equal (word, "0"))
        ris3_edit_set_integer (edit, field, 0);
      else if ((g_str_equal (word, "unknown") || *word == '\0') && !g_str_equal (field, "explicit_pm"))
        ris3_edit_set_null (edit, field);
      else
        return FALSE;
      /* Only a mark has a basis: the authority itself has said so. */
      if (g_str_equal (field, "pm_mark") && is_yes (word))
        ris3_edit_set_text (edit, "pm_basis", "region");
      else if (g_str_equal (field, "pm_mark"))
        ris3_edit_set_null (edit, "pm_basis");
      return TRUE;
    case KIND_NUMBER:
      if (*word == '\0')
        ris3_edit_set_null (edit, field);
      else if (g_ascii_string_to_unsigned (word, 10, 1, 9999, &number, NULL))
        ris3_edit_set_integer (edit, field, (gint64) number);
      else
        return FALSE;
      return TRUE;
    case KIND_THEMES:
      set_themes (edit, proposal->value);
      return TRUE;
    case KIND_TEXT:
    default:
      ris3_edit_set_text (edit, field, proposal->value);
      return TRUE;
    }
}

gboolean
ris3_proposal_outdates_english (Ris3Atlas *atlas, const char *change, const char *target, const char *key)
{
  g_autoptr (GPtrArray) proposals = NULL;
  Ris3Priority *priority;
  gboolean is_original = FALSE;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && change != NULL && target != NULL, FALSE);
  if (!g_str_equal (target, "priority") || key == NULL)
    return FALSE;
  priority = ris3_atlas_lookup_priority (atlas, g_ascii_strtoll (key, NULL, 10), NULL);
  if (priority == NULL || *ris3_priority_get_text (priority) == '\0')
    return FALSE;
  proposals = ris3_proposal_parse (change, target, NULL);
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);

      if (g_str_equal (proposal->field, "text"))
        return FALSE;
      is_original = is_original || g_str_equal (proposal->field, "original_text");
    }
  return is_original;
}

static void
append_state (Ris3Edit *edit, Ris3Comment *comment, Ris3CommentState state, const char *reason, const char *role)
{
  g_autoptr (Ris3Edit) step = ris3_edit_new_comment_state (ris3_comment_get_id (comment), state, reason, role);

  ris3_edit_append (edit, step);
}

/* What is proposed for a field of the priority that is new; "": nothing. (transfer none) */
static const char *
get_new_value (GPtrArray *proposals, const char *field)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);

      if (g_strcmp0 (_ris3_proposal_get_new_field (proposal->field), field) == 0)
        return proposal->value;
    }
  return "";
}

/* Personalised medicine is part of health, about which nothing else may have been said. */
static void
imply_health (Ris3Edit *change, GPtrArray *proposals)
{
  gboolean is_marked = FALSE, says_health = FALSE;

  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *word = g_strstrip (g_ascii_strdown (proposal->value, -1));

      is_marked = is_marked || (g_str_equal (proposal->field, "pm_mark") && is_yes (word));
      says_health = says_health || g_str_equal (proposal->field, "health_priority");
    }
  if (is_marked && !says_health)
    ris3_edit_set_integer (change, "health_priority", 1);
}

/* "3.4 Precision medicine". (transfer full) */
static char *
name_new (GPtrArray *proposals)
{
  const char *label = get_new_value (proposals, "label");
  const char *text = get_new_value (proposals, "text");
  g_autofree char *name
      = g_strjoin (" ", label, *text != '\0' ? text : get_new_value (proposals, "original_text"), NULL);

  return ris3_text_to_line (g_strstrip (name), MAX_NAME);
}

/* Where it belongs. (transfer full) */
static Ris3Edit *
add_new (Ris3Atlas *atlas, const char *strategy_id, GPtrArray *proposals)
{
  Ris3Strategy *strategy = ris3_atlas_lookup_strategy (atlas, strategy_id);
  gint64 parent_id = 0, after_id = RIS3_EDIT_LAST;

  if (strategy != NULL)
    _ris3_proposal_find_place (strategy, get_new_value (proposals, "label"), &parent_id, &after_id);
  return ris3_edit_new_priority_add (strategy_id, parent_id, after_id);
}

/* The comment is about the priority that a step adds, now that there is one: it leads there, and that shows what has
 * become of it. */
static void
append_target (Ris3Edit *edit, Ris3Comment *comment, guint step, const char *name)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_id (comment));
  g_autoptr (Ris3Edit) change = ris3_edit_new_set ("comment", id);

  ris3_edit_set_text (change, "target", "priority");
  ris3_edit_set_text (change, "target_name", name);
  ris3_edit_append (edit, change);
  ris3_edit_set_step (edit, "priority_id", step);
}

/* What a comment is about, and whether that is still there. */
static gboolean
check_target (Ris3Comment *comment, GPtrArray *proposals, GError **error)
{
  if (proposals->len == 0)
    g_set_error_literal (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
                         _ ("The comment proposes no change that the program can make. Change the record by hand, and "
                            "then say that the comment is applied."));
  else if (ris3_comment_get_target_state (comment) == RIS3_TARGET_GONE)
    g_set_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING,
                 _ ("“%s”, which the comment is about, has been deleted."), ris3_comment_get_target_name (comment));
  else if (g_str_equal (ris3_comment_get_target (comment), "region"))
    /* A strategy needs more than an authority says. */
    g_set_error_literal (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
                         _ ("The comment proposes a strategy. Apply it alone, with the form of the new strategy."));
  else
    return TRUE;
  return FALSE;
}

/* Sets what is proposed, in one of two edits. FALSE: that is no value. */
static gboolean
set_proposal (Ris3Atlas *atlas,
              const char *target,
              const char *key,
              const Ris3Proposal *proposal,
              Ris3Edit *edit,
              GError **error)
{
  const char *new_field = _ris3_proposal_get_new_field (proposal->field);
  const char *field = new_field != NULL ? new_field : proposal->field;
  gboolean is_added = new_field != NULL && g_str_equal (target, "strategy");
  g_autofree char *present = NULL;
  g_autofree char *name = NULL;

  if (set_field (edit, field, proposal))
    {
      present = is_added || get_kind (field) == KIND_THEMES ? NULL : ris3_atlas_dup_value (atlas, target, key, field);
      if (present != NULL)
        ris3_edit_expect (edit, field, present);
      return TRUE;
    }
  name = ris3_proposal_get_field_name (target, proposal->field);
  g_set_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
               _ ("%s: “%s” is no value of it. Correct the proposed change of the comment."), name, proposal->value);
  return FALSE;
}

Ris3Edit *
ris3_proposal_make_edit (Ris3Atlas *atlas, Ris3Comment *comment, const char *reason, const char *role, GError **error)
{
  const char *target;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Edit) change = NULL;
  g_autoptr (Ris3Edit) added = NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gboolean is_strategy;
  guint n_new = 0;
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && RIS3_IS_COMMENT (comment), NULL);

  target = ris3_comment_get_target (comment);
  is_strategy = g_str_equal (target, "strategy");
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (comment), target, NULL);
  ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
  if (!check_target (comment, proposals, error))
    return NULL;
  key = is_strategy ? g_strdup (ris3_comment_get_strategy_id (comment))
                    : g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));
  change = ris3_edit_new_set (target, key);
  added = is_strategy ? add_new (atlas, key, proposals) : NULL;
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);
      /* Once added, it is the priority that the comment is about. */
      gboolean is_new = is_strategy && _ris3_proposal_get_new_field (proposal->field) != NULL;

      if (!set_proposal (atlas, target, key, proposal, is_new ? added : change, error))
        return NULL;
      n_new += is_new;
    }
  imply_health (change, proposals);
  name = name_new (proposals);
  title = n_new == proposals->len
              /* Translators: %s is a priority: “3.4 Precision medicine” */
              ? g_strdup_printf (_ ("Add priority “%s”, which a comment proposes"), name)
              /* Translators: %s is what a comment is about. */
              : g_strdup_printf (_ ("Apply the comment on “%s”"), ris3_comment_get_target_name (comment));
  edit = ris3_edit_new_group ("comment-apply", title);
  if (state != RIS3_COMMENT_ACCEPTED && state != RIS3_COMMENT_PARTLY_ACCEPTED)
    append_state (edit, comment, RIS3_COMMENT_ACCEPTED, reason, role);
  if (n_new < proposals->len)
    ris3_edit_append (edit, change);
  if (n_new > 0)
    {
      guint step = ris3_edit_append (edit, added);

      if (n_new == proposals->len)
        append_target (edit, comment, step, name);
    }
  append_state (edit, comment, RIS3_COMMENT_APPLIED, reason, role);
  return g_steal_pointer (&edit);
}
