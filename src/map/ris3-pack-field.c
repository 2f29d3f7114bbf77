/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A field of a row that came back: how what stands there, and what is proposed, differs from what was sent. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-pack-words.h"
#include "map/ris3-pack.h"
#include "map/ris3-table-words.h"
#include "model/ris3-proposal.h"
#include "model/ris3-text.h"

/* The indices of texts among the fields of a priority. */
enum
{
  ORIGINAL_TEXT = 2,
  ENGLISH_TEXT,
};

const char *
_ris3_pack_read_yes_no (const char *field, const char *text)
{
  static const char *const words[] = { "yes", "no", "unknown", NULL };
  const char *stored = ris3_table_words_find ("answer", text);
  gint found = stored == NULL ? ris3_pack_words_find (words, text, NULL) : *stored == '1' ? 0 : *stored == '0' ? 1 : 2;

  return found < 0 || (found == 2 && g_str_equal (field, "explicit_pm")) ? NULL : words[found];
}

gboolean
_ris3_pack_row_read_value (Ris3PackRow *self, const char *column, const char *field, char **value)
{
  Ris3CellKind kind;
  g_autofree char *text = _ris3_pack_row_get_cell (self, column, &kind);
  guint64 year;

  *value = NULL;
  if (kind == RIS3_CELL_ERROR)
    return _ris3_pack_row_set_aside (self, column, _ ("The cell has a formula without a value."));
  if (kind == RIS3_CELL_DATE)
    return _ris3_pack_row_set_aside (self, column, _ ("The spreadsheet has made a date of what was written."));
  if (*text != '\0' && ris3_pack_key_is_answer (field))
    {
      const char *word = _ris3_pack_read_yes_no (field, text);

      if (word == NULL)
        return _ris3_pack_row_set_aside (self, column, _ ("This is neither yes nor no."));
      *value = g_strdup (word);
      return TRUE;
    }
  if (*text != '\0' && g_str_equal (field, "year") && !g_ascii_string_to_unsigned (text, 10, 1900, 2100, &year, NULL))
    return _ris3_pack_row_set_aside (self, column, _ ("This is no year."));
  *value = g_steal_pointer (&text);
  return TRUE;
}

void
_ris3_pack_row_propose (Ris3PackRow *self, const char *field, const char *value)
{
  Ris3Proposal *proposal;

  for (guint i = 0; i < self->proposals->len; i++)
    if (g_str_equal (((Ris3Proposal *) g_ptr_array_index (self->proposals, i))->field, field))
      {
        g_ptr_array_remove_index (self->proposals, i);
        break;
      }
  proposal = g_new0 (Ris3Proposal, 1);
  proposal->field = g_strdup (field);
  proposal->value = g_strdup (value);
  g_ptr_array_add (self->proposals, proposal);
}

/* Whether what is proposed for a text is of the original: where there is one, and of who answers in another language
 * than English. */
static gboolean
proposes_original (const Ris3PackRow *self)
{
  return self->key->digests[ORIGINAL_TEXT] != ris3_pack_key_digest ("")
         || !g_str_equal (self->sheet->answer_language, "en");
}

/* Whether it is not what was sent, in whichever language. */
static gboolean
is_new (const Ris3PackRow *self, guint i, const char *field, const char *value)
{
  guint32 digest = ris3_pack_key_digest (value);

  return *value != '\0' && digest != self->key->digests[i]
         && !(g_str_equal (field, "original_text") && digest == self->key->digests[ENGLISH_TEXT]);
}

void
_ris3_pack_row_read_field (Ris3PackRow *self, guint i)
{
  gboolean is_priority = self->key->about == RIS3_PACK_ABOUT_PRIORITY;
  const char *field = ris3_pack_key_get_fields (is_priority)[i];
  gboolean is_proposable = ris3_pack_key_can_propose (is_priority, i, is_priority && proposes_original (self));
  g_autofree char *column = g_strconcat ("proposed-", g_str_equal (field, "original_text") ? "text" : field, NULL);
  g_autofree char *recorded = NULL;
  g_autofree char *proposed = NULL;
  guint32 sent = self->key->digests[i];
  gboolean is_overwritten, is_proposed;

  if (is_proposable)
    _ris3_pack_row_read_value (self, column, field, &proposed);
  _ris3_pack_row_read_value (self, field, field, &recorded);
  is_overwritten = recorded != NULL && *recorded != '\0' && ris3_pack_key_digest (recorded) != sent;
  is_proposed = proposed != NULL && is_new (self, i, field, proposed);
  /* What was written over a text is of that text. */
  if (is_proposed || is_overwritten)
    _ris3_pack_row_propose (self, field, is_proposed ? proposed : recorded);
  if (is_proposed && is_overwritten && !g_str_equal (recorded, proposed))
    /* Translators: %s is the heading of a column. */
    _ris3_pack_row_remark (self, g_strdup_printf (_ ("“%s” was overwritten, too; what was proposed counts."),
                                                  _ris3_pack_row_get_heading (self, field)));
  else if (is_overwritten && !is_proposed)
    /* Translators: %s is the heading of a column. */
    _ris3_pack_row_remark (self, g_strdup_printf (_ ("“%s” was overwritten, which is taken as a proposal."),
                                                  _ris3_pack_row_get_heading (self, field)));
  else if (!is_proposed && recorded != NULL && *recorded == '\0' && _ris3_pack_sheet_find (self->sheet, field) >= 0
           && sent != ris3_pack_key_digest (""))
    /* Translators: %s is the heading of a column. */
    _ris3_pack_row_remark (self, g_strdup_printf (_ ("“%s” was emptied, which is not taken as a proposal."),
                                                  _ris3_pack_row_get_heading (self, field)));
}

void
_ris3_pack_row_remark_themes (Ris3PackRow *self, Ris3Atlas *atlas)
{
  Ris3Priority *priority = ris3_atlas_lookup_priority (atlas, self->key->priority_id, NULL);
  g_autofree char *cell = _ris3_pack_row_get_cell (self, "themes", NULL);
  g_autofree char *themes = priority != NULL ? ris3_pack_join_themes (priority) : NULL;
  g_autofree char *shown = ris3_text_to_line (cell, _RIS3_PACK_MAX_SHOWN);

  if (themes != NULL && *cell != '\0' && ris3_pack_key_digest (cell) != ris3_pack_key_digest (themes))
    _ris3_pack_row_remark (self,
                           /* Translators: the heading of a column, and what stands in it. */
                           g_strdup_printf (_ ("“%s” is “%s” here, other than in the atlas, which is not taken in."),
                                            _ris3_pack_row_get_heading (self, "themes"), shown));
}

/* As people read it in the sheet. (transfer full) */
static char *
show_value (Ris3PackRow *self, const char *field, const char *value)
{
  return ris3_text_to_line (ris3_pack_key_show_value (field, value, self->sheet->language), _RIS3_PACK_MAX_SHOWN);
}

/* What was sent of a field, if it is still there; NULL: it is not. (transfer full) */
static char *
find_sent (Ris3PackRow *self, guint i, const char *field)
{
  g_autofree char *text = _ris3_pack_row_get_cell (self, field, NULL);
  const char *word = ris3_pack_key_is_answer (field) ? _ris3_pack_read_yes_no (field, text) : text;

  return word != NULL && ris3_pack_key_digest (word) == self->key->digests[i] ? g_strdup (word) : NULL;
}

static void
remark_change (Ris3PackRow *self, const char *field, const char *sent, const char *present)
{
  const char *heading = _ris3_pack_row_get_heading (self, field);
  g_autofree char *before = sent != NULL ? show_value (self, field, sent) : NULL;
  g_autofree char *now = show_value (self, field, present);

  if (heading == NULL)
    heading = ris3_pack_words_get (field, self->sheet->language);
  if (before == NULL)
    _ris3_pack_row_remark (self,
                           /* Translators: the heading of a column, and what the atlas has now. */
                           g_strdup_printf (_ ("“%s” was changed in the atlas since the pack was written: it is “%s” "
                                               "now."),
                                            heading, now));
  else
    _ris3_pack_row_remark (self,
                           /* Translators: the heading of a column, what was sent, and what the atlas has now. */
                           g_strdup_printf (_ ("“%s” was changed in the atlas since the pack was written: it was “%s”, "
                                               "and is “%s” now."),
                                            heading, before, now));
}

gboolean
_ris3_pack_row_remark_changes (Ris3PackRow *self)
{
  gboolean is_priority = self->key->about == RIS3_PACK_ABOUT_PRIORITY;
  const char *const *fields = ris3_pack_key_get_fields (is_priority);
  gboolean has_changes = FALSE;

  for (guint i = 0; i < RIS3_PACK_MAX_FIELDS; i++)
    {
      g_autofree char *present = is_priority ? ris3_pack_key_get_priority_value (self->priority, i)
                                             : ris3_pack_key_get_strategy_value (self->strategy, i);
      g_autofree char *sent = NULL;

      if (ris3_pack_key_digest (present) == self->key->digests[i])
        continue;
      sent = find_sent (self, i, fields[i]);
      remark_change (self, fields[i], sent, present);
      has_changes = TRUE;
    }
  return has_changes;
}
