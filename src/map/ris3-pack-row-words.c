/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row in which anything may be written: about the region, or about a priority or strategy that is not recorded. What
 * stands there is kept word by word. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-pack-words.h"
#include "model/ris3-proposal.h"

/* Whether a row says itself that it is about a strategy. */
static gboolean
is_meant (const Ris3PackRow *self, Ris3Strategy *strategy)
{
  g_autofree char *id = _ris3_pack_row_get_cell (self, "strategy_id", NULL);
  g_autofree char *period = _ris3_pack_row_get_cell (self, "period", NULL);

  return *id != '\0' ? g_str_equal (id, ris3_strategy_get_id (strategy))
                     : *period != '\0' && g_str_equal (period, ris3_strategy_get_period (strategy));
}

Ris3PackKey *
_ris3_pack_row_guess_key (const Ris3PackRow *self, Ris3Atlas *atlas)
{
  GPtrArray *keys = self->sheet->free_keys;
  const Ris3PackKey *found = NULL;
  guint n_meant = 0;
  Ris3PackKey *guess;

  for (guint i = 0; i < keys->len; i++)
    {
      const Ris3PackKey *key = g_ptr_array_index (keys, i), *first = g_ptr_array_index (keys, 0);
      Ris3Strategy *strategy = key->strategy_id != NULL ? ris3_atlas_lookup_strategy (atlas, key->strategy_id) : NULL;

      /* Rows of several packs on one sheet. */
      if (key->nuts_version != first->nuts_version || key->request_id != first->request_id
          || !g_str_equal (key->region_code, first->region_code))
        return NULL;
      if (keys->len > 1 && (strategy == NULL || !is_meant (self, strategy)))
        continue;
      found = key;
      n_meant++;
    }
  if (keys->len == 0)
    return NULL;
  guess = g_new0 (Ris3PackKey, 1);
  *guess = *(n_meant == 1 ? found : (const Ris3PackKey *) g_ptr_array_index (keys, 0));
  guess->region_code = g_strdup (guess->region_code);
  guess->strategy_id = n_meant == 1 ? g_strdup (guess->strategy_id) : NULL;
  return guess;
}

/* Whether a cell has what was sent, which says nothing. */
static gboolean
is_sent (const Ris3PackRow *self, const char *column, const char *text)
{
  gboolean is_region = self->key->about == RIS3_PACK_ABOUT_REGION;
  guint field = self->key->about == RIS3_PACK_ABOUT_NEW && g_str_equal (column, "period") ? 1 : 0;

  return (field == 1 || g_str_equal (column, is_region ? "about-region" : "title"))
         && ris3_pack_key_digest (text) == self->key->digests[field];
}

static void
add_line (GString *words, const char *heading, const char *value)
{
  g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "", heading, value);
}

/* That the priority is to be added, as far as that is said where a program understands it. */
static void
propose_priority (Ris3PackRow *self)
{
  static const char *const fields[] = { "label", "page_label", "text", "explicit_pm" };
  gboolean is_english = g_str_equal (self->sheet->answer_language, "en");
  g_autofree char *words = _ris3_pack_row_get_cell (self, "proposed-themes", NULL);
  g_autofree char *themes = _ris3_pack_answers_find_themes (self->answers, words);
  gboolean has_text = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *column = g_strconcat ("proposed-", fields[i], NULL);
      g_autofree char *cell = _ris3_pack_row_get_cell (self, column, NULL);
      gboolean is_answer = g_str_equal (fields[i], "explicit_pm");
      const char *value = is_answer ? _ris3_pack_read_yes_no (fields[i], cell) : cell;
      gboolean is_original = !is_english && g_str_equal (fields[i], "text");
      g_autofree char *field
          = g_strconcat (RIS3_PROPOSAL_NEW_PRIORITY, is_original ? "original_text" : fields[i], NULL);

      if (value != NULL && *value != '\0')
        _ris3_pack_row_propose (self, field, value);
      has_text = has_text || (*cell != '\0' && (i == 0 || i == 2));
    }
  if (themes != NULL)
    _ris3_pack_row_propose (self, RIS3_PROPOSAL_NEW_PRIORITY "themes", themes);
  /* Without any, there would be nothing to see of it. */
  if (!has_text)
    g_ptr_array_set_size (self->proposals, 0);
}

/* That the strategy is to be recorded: what is said of it, in a column for that or where what is recorded would be. */
static void
propose_strategy (Ris3PackRow *self)
{
  static const struct
  {
    const char *field;
    const char *column;
  } fields[] = { { "title", "title" },     { "period", "period" },
                 { "year", "year" },       { "health_priority", "health_priority" },
                 { "pm_mark", "pm_mark" }, { "document_url", "source_url" } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *column = g_strconcat ("proposed-", fields[i].column, NULL);
      g_autofree char *proposed = _ris3_pack_row_get_cell (self, column, NULL);
      g_autofree char *recorded = _ris3_pack_row_get_cell (self, fields[i].column, NULL);
      const char *cell = *proposed != '\0' ? proposed : is_sent (self, fields[i].column, recorded) ? "" : recorded;
      const char *value
          = ris3_pack_key_is_answer (fields[i].field) ? _ris3_pack_read_yes_no (fields[i].field, cell) : cell;
      g_autofree char *field = g_strconcat (RIS3_PROPOSAL_NEW_STRATEGY, fields[i].field, NULL);

      if (value != NULL && *value != '\0')
        _ris3_pack_row_propose (self, field, value);
    }
}

/* What would be proposed as yes or no is one of them, though it is kept as it was written. FALSE: set aside. */
static gboolean
check_answer (Ris3PackRow *self, const char *column, const char *value)
{
  static const char proposed[] = "proposed-";
  const char *field = g_str_has_prefix (column, proposed) ? column + strlen (proposed) : "";

  if (!ris3_pack_key_is_answer (field) || _ris3_pack_read_yes_no (field, value) != NULL)
    return TRUE;
  return _ris3_pack_row_set_aside (self, column, _ ("This is neither yes nor no."));
}

char *
_ris3_pack_row_read_words (Ris3PackRow *self)
{
  static const char *const others[] = { "key", "strategy_id", "priority_id", "answer", "comment", "role", NULL };
  g_autofree char *comment = _ris3_pack_row_get_cell (self, "comment", NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) sent = g_string_new (NULL);

  for (guint i = 0; i < ris3_table_get_n_columns (self->sheet->table); i++)
    {
      const char *column = self->sheet->names[i];
      g_autofree char *value = NULL;

      if (column != NULL && !g_strv_contains (others, column)
          && _ris3_pack_row_read_value (self, column, "text", &value) && *value != '\0'
          && check_answer (self, column, value))
        add_line (is_sent (self, column, value) ? sent : words, ris3_table_get_columns (self->sheet->table)[i], value);
    }
  if (*comment != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", comment);
  if (words->len == 0 && (self->odd->len == 0 || self->key->about != RIS3_PACK_ABOUT_NEW))
    return NULL;
  if (self->key->about == RIS3_PACK_ABOUT_NEW_STRATEGY)
    propose_strategy (self);
  if (self->key->about != RIS3_PACK_ABOUT_NEW)
    return g_string_free (g_steal_pointer (&words), FALSE);
  if (self->strategy != NULL)
    propose_priority (self);
  /* Which strategy it was. */
  else if (sent->len > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", sent->str);
  return g_strdup_printf ("%s%s%s", ris3_pack_words_get ("says-new", self->sheet->saying_language),
                          words->len > 0 ? "\n" : "", words->str);
}
