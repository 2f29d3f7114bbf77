/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-proposal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-edit-error.h"

#define NEW RIS3_PROPOSAL_NEW_PRIORITY
#define NEW_STRATEGY RIS3_PROPOSAL_NEW_STRATEGY

static const char *const strategy_fields[] = { "title",
                                               "year",
                                               "language",
                                               "health_priority",
                                               "pm_mark",
                                               "source_title",
                                               "source_url",
                                               "document_url",
                                               "remark",
                                               NEW "label",
                                               NEW "original_text",
                                               NEW "text",
                                               NEW "page_label",
                                               NEW "explicit_pm",
                                               NULL };
static const char *const priority_fields[]
    = { "label", "original_text", "text", "page_label", "quote", "source_url", "explicit_pm", NULL };
static const char *const region_fields[] = { NEW_STRATEGY "title",
                                             NEW_STRATEGY "period",
                                             NEW_STRATEGY "year",
                                             NEW_STRATEGY "health_priority",
                                             NEW_STRATEGY "pm_mark",
                                             NEW_STRATEGY "document_url",
                                             NULL };
static const char *const no_fields[] = { NULL };

void
ris3_proposal_free (Ris3Proposal *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

const char *const *
ris3_proposal_get_fields (const char *target)
{
  g_return_val_if_fail (target != NULL, NULL);
  return g_str_equal (target, "strategy")   ? strategy_fields
         : g_str_equal (target, "priority") ? priority_fields
         : g_str_equal (target, "region")   ? region_fields
                                            : no_fields;
}

/* The field of the priority or strategy that is to be added; NULL: it is none of that. (transfer none) */
static const char *
get_new_field (const char *field)
{
  return g_str_has_prefix (field, NEW)            ? field + strlen (NEW)
         : g_str_has_prefix (field, NEW_STRATEGY) ? field + strlen (NEW_STRATEGY)
                                                  : NULL;
}

char *
ris3_proposal_get_field_name (const char *target, const char *field)
{
  const char *new_field, *name, *table;

  g_return_val_if_fail (target != NULL && field != NULL, NULL);
  new_field = get_new_field (field);
  table = new_field == NULL ? target : g_str_has_prefix (field, NEW) ? "priority" : "strategy";
  name = ris3_edit_field_get_name (table, new_field != NULL ? new_field : field);
  if (name == NULL)
    return g_strdup (field);
  if (g_str_has_prefix (field, NEW_STRATEGY))
    /* Translators: %s is a field, such as “Title”, of a strategy that somebody proposes. */
    return g_strdup_printf (_ ("New strategy: %s"), name);
  /* Translators: %s is a field, such as “Label”, of a priority that somebody proposes. */
  return new_field != NULL ? g_strdup_printf (_ ("New priority: %s"), name) : g_strdup (name);
}

char *
ris3_proposal_dup_present (Ris3Atlas *atlas, const char *target, const char *key, const char *field)
{
  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && target != NULL && key != NULL && field != NULL, NULL);
  return get_new_field (field) == NULL ? ris3_atlas_dup_value (atlas, target, key, field) : NULL;
}

char *
ris3_proposal_dup_new_strategy (Ris3Comment *comment, const char *field)
{
  g_autoptr (GPtrArray) proposals = NULL;

  g_return_val_if_fail (RIS3_IS_COMMENT (comment) && field != NULL, NULL);
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (comment), ris3_comment_get_target (comment), NULL);
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);

      if (g_str_has_prefix (proposal->field, NEW_STRATEGY)
          && g_str_equal (proposal->field + strlen (NEW_STRATEGY), field))
        return g_strdup (proposal->value);
    }
  return NULL;
}

static Ris3Proposal *
find (GPtrArray *proposals, const char *field)
{
  for (guint i = 0; i < proposals->len; i++)
    if (g_str_equal (((Ris3Proposal *) g_ptr_array_index (proposals, i))->field, field))
      return g_ptr_array_index (proposals, i);
  return NULL;
}

/* The proposal that a line begins; NULL: none. One that is there already is replaced. */
static Ris3Proposal *
begin (GPtrArray *proposals, const char *line, const char *const *fields)
{
  const char *colon = strchr (line, ':');
  g_autofree char *field = colon != NULL ? g_strndup (line, colon - line) : NULL;
  Ris3Proposal *proposal;

  if (field == NULL || !g_strv_contains (fields, field))
    return NULL;
  proposal = find (proposals, field);
  if (proposal == NULL)
    {
      proposal = g_new0 (Ris3Proposal, 1);
      proposal->field = g_steal_pointer (&field);
      g_ptr_array_add (proposals, proposal);
    }
  g_free (proposal->value);
  proposal->value = g_strdup (colon[1] == ' ' ? colon + 2 : colon + 1);
  return proposal;
}

GPtrArray *
ris3_proposal_parse (const char *text, const char *target, char **words)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) ris3_proposal_free);
  const char *const *fields = ris3_proposal_get_fields (target);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  Ris3Proposal *present = NULL;

  g_return_val_if_fail (text != NULL && target != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Ris3Proposal *next = begin (proposals, lines[i], fields);

      if (next != NULL)
        present = next;
      else if (present != NULL && g_str_has_prefix (lines[i], "  "))
        {
          g_autofree char *before = present->value;

          present->value = g_strconcat (before, "\n", lines[i] + 2, NULL);
        }
      else
        {
          present = NULL;
          g_string_append_printf (rest, "%s\n", lines[i]);
        }
    }
  if (words != NULL)
    *words = g_strdup (g_strstrip (rest->str));
  return g_steal_pointer (&proposals);
}

char *
ris3_proposal_describe (const char *text, const char *target)
{
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) proposals = ris3_proposal_parse (text, target, &words);
  GString *told = g_string_new (words);

  g_return_val_if_fail (proposals != NULL, g_string_free (told, FALSE));
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *name = ris3_proposal_get_field_name (target, proposal->field);

      if (told->len > 0)
        g_string_append_c (told, '\n');
      g_string_append_printf (told, C_ ("fact", "%s: %s"), name, proposal->value);
    }
  return g_string_free (told, FALSE);
}

char *
ris3_proposal_to_text (GPtrArray *proposals, const char *words)
{
  GString *text = g_string_new (words);

  g_return_val_if_fail (proposals != NULL, g_string_free (text, FALSE));
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);
      g_auto (GStrv) lines = g_strsplit (proposal->value, "\n", -1);
      g_autofree char *value = g_strjoinv ("\n  ", lines);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", proposal->field, value);
    }
  return g_string_free (text, FALSE);
}

typedef enum
{
  KIND_TEXT,
  KIND_NUMBER,
  KIND_ANSWER,
} Kind;

gboolean
ris3_proposal_is_answer (const char *field)
{
  static const char *const answers[] = { "health_priority", "pm_mark", "explicit_pm", NULL };
  const char *new_field;

  g_return_val_if_fail (field != NULL, FALSE);
  new_field = get_new_field (field);
  return g_strv_contains (answers, new_field != NULL ? new_field : field);
}

static Kind
get_kind (const char *field)
{
  return ris3_proposal_is_answer (field) ? KIND_ANSWER : g_str_equal (field, "year") ? KIND_NUMBER : KIND_TEXT;
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
      if (g_str_equal (word, "yes") || g_str_equal (word, "1"))
        ris3_edit_set_integer (edit, field, 1);
      else if (g_str_equal (word, "no") || g_str_equal (word, "0"))
        ris3_edit_set_integer (edit, field, 0);
      else if ((g_str_equal (word, "unknown") || *word == '\0') && !g_str_equal (field, "explicit_pm"))
        ris3_edit_set_null (edit, field);
      else
        return FALSE;
      /* The authority itself has said so. */
      if (g_str_equal (field, "pm_mark") && *word != '\0' && !g_str_equal (word, "unknown"))
        ris3_edit_set_text (edit, "pm_basis", "region");
      return TRUE;
    case KIND_NUMBER:
      if (*word == '\0')
        ris3_edit_set_null (edit, field);
      else if (g_ascii_string_to_unsigned (word, 10, 1, 9999, &number, NULL))
        ris3_edit_set_integer (edit, field, (gint64) number);
      else
        return FALSE;
      return TRUE;
    case KIND_TEXT:
    default:
      ris3_edit_set_text (edit, field, proposal->value);
      return TRUE;
    }
}

static void
append_state (Ris3Edit *edit, Ris3Comment *comment, Ris3CommentState state, const char *reason, const char *role)
{
  g_autoptr (Ris3Edit) step = ris3_edit_new_comment_state (ris3_comment_get_id (comment), state, reason, role);

  ris3_edit_append (edit, step);
}

Ris3Edit *
ris3_proposal_make_edit (Ris3Atlas *atlas, Ris3Comment *comment, const char *reason, const char *role, GError **error)
{
  const char *target;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (Ris3Edit) edit = NULL;
  g_autoptr (Ris3Edit) change = NULL;
  g_autoptr (Ris3Edit) added = NULL;
  guint n_new = 0;
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;
  Ris3CommentState state = RIS3_COMMENT_RECEIVED;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && RIS3_IS_COMMENT (comment), NULL);

  target = ris3_comment_get_target (comment);
  proposals = ris3_proposal_parse (ris3_comment_get_proposed_change (comment), target, NULL);
  ris3_comment_state_from_word (ris3_comment_get_state (comment), &state);
  if (proposals->len == 0)
    {
      g_set_error_literal (
          error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
          _ ("The comment proposes no change that the program can make. Change the record by hand, and "
             "then say that the comment is applied."));
      return NULL;
    }
  if (ris3_comment_get_target_state (comment) == RIS3_TARGET_GONE)
    {
      g_set_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_MISSING,
                   _ ("“%s”, which the comment is about, has been deleted."), ris3_comment_get_target_name (comment));
      return NULL;
    }
  /* A strategy needs more than an authority says. */
  if (g_str_equal (target, "region"))
    {
      g_set_error_literal (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
                           _ ("The comment proposes a strategy. Apply it alone, with the form of the new strategy."));
      return NULL;
    }
  key = g_str_equal (target, "strategy")
            ? g_strdup (ris3_comment_get_strategy_id (comment))
            : g_strdup_printf ("%" G_GINT64_FORMAT, ris3_comment_get_priority_id (comment));
  /* Translators: %s is what a comment is about. */
  title = g_strdup_printf (_ ("Apply the comment on “%s”"), ris3_comment_get_target_name (comment));
  edit = ris3_edit_new_group ("comment-apply", title);
  if (state != RIS3_COMMENT_ACCEPTED && state != RIS3_COMMENT_PARTLY_ACCEPTED)
    append_state (edit, comment, RIS3_COMMENT_ACCEPTED, reason, role);
  change = ris3_edit_new_set (target, key);
  added = ris3_edit_new_add ("priority");
  for (guint i = 0; i < proposals->len; i++)
    {
      const Ris3Proposal *proposal = g_ptr_array_index (proposals, i);
      const char *new_field = get_new_field (proposal->field);
      const char *field = new_field != NULL ? new_field : proposal->field;
      g_autofree char *present = ris3_proposal_dup_present (atlas, target, key, proposal->field);

      if (!set_field (new_field != NULL ? added : change, field, proposal))
        {
          g_autofree char *name = ris3_proposal_get_field_name (target, proposal->field);

          g_set_error (error, RIS3_EDIT_ERROR, RIS3_EDIT_ERROR_INVALID,
                       _ ("%s: “%s” is no value of it. Correct the proposed change of the comment."), name,
                       proposal->value);
          return NULL;
        }
      if (present != NULL)
        ris3_edit_expect (change, field, present);
      n_new += new_field != NULL;
    }
  if (n_new < proposals->len)
    ris3_edit_append (edit, change);
  if (n_new > 0)
    {
      ris3_edit_set_text (added, "strategy_id", key);
      ris3_edit_append (edit, added);
    }
  append_state (edit, comment, RIS3_COMMENT_APPLIED, reason, role);
  return g_steal_pointer (&edit);
}
