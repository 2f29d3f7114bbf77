/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the columns of a sheet that came back are, and what they tell of it. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-pack-words.h"

static const char *const names[] = {
  "key",
  "strategy_id",
  "priority_id",
  "period",
  "label",
  "page_label",
  "original_text",
  "text",
  "explicit_pm",
  "themes",
  "title",
  "year",
  "pm_mark",
  "health_priority",
  "source_url",
  "answer",
  "proposed-label",
  "proposed-page_label",
  "proposed-text",
  "proposed-explicit_pm",
  "proposed-title",
  "proposed-year",
  "proposed-pm_mark",
  "proposed-health_priority",
  "proposed-source_url",
  "proposed-themes",
  "about-region",
  "comment",
  "role",
  NULL,
};

gint
_ris3_pack_sheet_find (const Ris3PackSheet *self, const char *name)
{
  return (gint) GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name)) - 1;
}

guint
_ris3_pack_columns_count (const Ris3TableRow *row)
{
  guint n = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    n += ris3_pack_words_find (names, row->cells[i], NULL) >= 0;
  return n;
}

/* Whether there is anything in a column, or, with keys, a key. */
static gboolean
column_has (Ris3Table *table, guint column, gboolean keys)
{
  guint n_columns = ris3_table_get_n_columns (table);
  const char *const *cells = ris3_table_get_cells (table);

  for (guint i = 0; i < ris3_table_get_n_rows (table); i++)
    {
      const char *cell = cells[i * n_columns + column];

      if (cell != NULL && (keys ? ris3_pack_key_is_meant (cell) : *cell != '\0'))
        return TRUE;
    }
  return FALSE;
}

/* What a column is: by its heading, or by the keys within it. -1: nothing that is known */
static gint
find_name (Ris3PackSheet *self, guint column)
{
  const char *heading = ris3_table_get_columns (self->table)[column];
  gint name = ris3_pack_words_find (names, heading, NULL);

  return name < 0 && column_has (self->table, column, TRUE) ? 0 : name;
}

gboolean
_ris3_pack_columns_find (Ris3PackAnswers *answers, Ris3PackSheet *self)
{
  guint heading_row = ris3_table_get_heading_row (self->table);

  for (guint i = 0; i < ris3_table_get_n_columns (self->table); i++)
    {
      const char *heading = ris3_table_get_columns (self->table)[i];
      gint name = find_name (self, i);

      if (name >= 0 && g_hash_table_contains (self->columns, names[name]))
        {
          /* A column that was copied says nothing if it is empty. */
          if (!column_has (self->table, i, FALSE))
            continue;
          _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, self, heading_row, heading,
                                  _ ("The column is there twice. Remove the one that does not count."));
          return FALSE;
        }
      if (name >= 0)
        {
          g_hash_table_insert (self->columns, (gpointer) names[name], GUINT_TO_POINTER (i + 1));
          self->names[i] = names[name];
        }
      else if (column_has (self->table, i, FALSE))
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, self, heading_row, heading,
                                _ ("The column is not one of a pack, and is not read."));
    }
  if (_ris3_pack_sheet_find (self, "key") >= 0)
    return TRUE;
  _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REFUSED, self, heading_row, NULL,
                          _ ("The column with the keys is missing, so that nobody knows what the rows are about. Copy "
                             "it from the file that was sent."));
  return FALSE;
}

void
_ris3_pack_columns_find_language (Ris3PackSheet *self, const char *answered)
{
  static const char *const telling[] = { "answer", "key", "comment" };
  gboolean is_found = FALSE;

  self->language = ris3_pack_words_fit_language (NULL);
  for (guint i = 0; !is_found && i < G_N_ELEMENTS (telling); i++)
    {
      gint column = _ris3_pack_sheet_find (self, telling[i]);

      is_found = column >= 0
                 && ris3_pack_words_find (names, ris3_table_get_columns (self->table)[column], &self->language) >= 0;
    }
  self->answer_language = answered != NULL ? answered : self->language;
  self->saying_language = ris3_pack_words_fit_language (self->answer_language);
  if (!g_str_equal (self->saying_language, self->answer_language))
    self->saying_language = self->language;
}

void
_ris3_pack_columns_find_free_keys (Ris3PackSheet *self)
{
  guint column = (guint) _ris3_pack_sheet_find (self, "key");
  const char *const *cells = ris3_table_get_cells (self->table);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ris3_table_get_n_rows (self->table); i++)
    {
      const char *cell = cells[i * (gsize) ris3_table_get_n_columns (self->table) + column];
      Ris3PackKey *key = cell != NULL ? ris3_pack_key_from_text (cell) : NULL;

      if (key != NULL && !ris3_pack_key_is_recorded (key) && g_hash_table_add (found, (gpointer) cell))
        g_ptr_array_add (self->free_keys, key);
      else if (key != NULL)
        ris3_pack_key_free (key);
    }
}
