/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody wrote into a row, where it is not understood: nothing of it goes out of sight. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-pack-words.h"
#include "model/ris3-text.h"

static void
add_line (GString *text, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

gboolean
_ris3_pack_row_set_aside (Ris3PackRow *self, const char *column, const char *problem)
{
  g_autofree char *cell = _ris3_pack_row_get_cell (self, column, NULL);
  g_autofree char *shown = ris3_text_to_line (cell, _RIS3_PACK_MAX_SHOWN);
  const char *heading = _ris3_pack_row_get_heading (self, column);
  g_autofree char *line = g_strdup_printf ("%s: “%s”", heading, cell);

  add_line (self->odd, line);
  /* Translators: what stands in a cell, the heading of its column, and a sentence that says what is wrong with it. */
  _ris3_pack_row_remark (self, g_strdup_printf (_ ("“%s” in “%s”: %s"), shown, heading, problem));
  _ris3_pack_row_remark (self, g_strdup (_ ("It stands in the comment as it was written, and proposes no change.")));
  return FALSE;
}

/* Whether a column is one that was sent empty. */
static gboolean
is_for_answers (const char *column)
{
  static const char *const columns[] = { "answer", "comment", "role", NULL };

  return g_strv_contains (columns, column) || g_str_has_prefix (column, "proposed-");
}

/* Whether a cell has what was sent in it, as far as the key tells. */
static gboolean
is_as_sent (const Ris3PackRow *self, const char *column, const char *value)
{
  const char *const *fields;
  const char *word;

  if (self->key == NULL || !ris3_pack_key_is_recorded (self->key))
    return TRUE;
  fields = ris3_pack_key_get_fields (self->key->about == RIS3_PACK_ABOUT_PRIORITY);
  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_equal (fields[i], column))
      {
        word = ris3_pack_key_is_answer (column) ? _ris3_pack_read_yes_no (column, value) : value;
        return word != NULL && ris3_pack_key_digest (word) == self->key->digests[i];
      }
  return TRUE;
}

char *
_ris3_pack_row_collect_written (const Ris3PackRow *self)
{
  g_autofree char *key = _ris3_pack_row_get_cell (self, "key", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ris3_table_get_n_columns (self->sheet->table); i++)
    {
      const char *column = self->sheet->names[i];
      g_autofree char *cell = column != NULL ? _ris3_pack_row_get_cell (self, column, NULL) : NULL;
      g_autofree char *line = NULL;

      if (cell == NULL || *cell == '\0'
          || g_str_equal (column, "key")
          /* In a row that nobody sent, all was written. */
          || (*key != '\0' && !is_for_answers (column) && is_as_sent (self, column, cell)))
        continue;
      line = g_strdup_printf ("%s: %s", _ris3_pack_row_get_heading (self, column), cell);
      add_line (text, line);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}
