/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-proposal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEW RIS3_PROPOSAL_NEW_PRIORITY
#define NEW_STRATEGY RIS3_PROPOSAL_NEW_STRATEGY

static const char *const strategy_fields[]
    = { "title",        "year",   "language",  "health_priority",   "pm_mark",  "source_title",   "source_url",
        "document_url", "remark", NEW "label", NEW "original_text", NEW "text", NEW "page_label", NEW "explicit_pm",
        NEW "themes",   NULL };
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

const char *
_ris3_proposal_get_new_field (const char *field)
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
  new_field = _ris3_proposal_get_new_field (field);
  table = new_field == NULL ? target : g_str_has_prefix (field, NEW) ? "priority" : "strategy";
  name = g_strcmp0 (new_field, "themes") == 0 ? _ ("Themes")
                                              : ris3_edit_field_get_name (table, new_field != NULL ? new_field : field);
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
  return _ris3_proposal_get_new_field (field) == NULL ? ris3_atlas_dup_value (atlas, target, key, field) : NULL;
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

/* Whether something can be proposed of a field: also what was of a priority once it has been added. */
static gboolean
is_field (const char *target, const char *field)
{
  return g_strv_contains (ris3_proposal_get_fields (target), field)
         || (g_str_equal (target, "priority") && _ris3_proposal_get_new_field (field) != NULL
             && g_strv_contains (strategy_fields, field));
}

/* The proposal that a line begins; NULL: none. One that is there already is replaced. */
static Ris3Proposal *
begin (GPtrArray *proposals, const char *line, const char *target)
{
  const char *colon = strchr (line, ':');
  g_autofree char *field = colon != NULL ? g_strndup (line, colon - line) : NULL;
  Ris3Proposal *proposal;

  if (field == NULL || !is_field (target, field))
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
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  Ris3Proposal *present = NULL;

  g_return_val_if_fail (text != NULL && target != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Ris3Proposal *next = begin (proposals, lines[i], target);

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

gboolean
ris3_proposal_is_answer (const char *field)
{
  static const char *const answers[] = { "health_priority", "pm_mark", "explicit_pm", NULL };
  const char *new_field;

  g_return_val_if_fail (field != NULL, FALSE);
  new_field = _ris3_proposal_get_new_field (field);
  return g_strv_contains (answers, new_field != NULL ? new_field : field);
}
