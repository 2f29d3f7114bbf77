/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sheet that says how to answer, when it comes back: it tells in which language that was done. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-pack-language.h"
#include "map/ris3-pack-words.h"
#include "model/ris3-text.h"

static const char *const about_names[] = { "sheet-about", "about-purpose", NULL };
static const char *const language_names[] = { "about-language", NULL };

/* The cell behind one of such a name; -1: the row has none. */
static gint
find_behind (const Ris3TableRow *row, const char *const *names)
{
  for (gint i = 0; row->cells[i] != NULL; i++)
    if (ris3_pack_words_find (names, row->cells[i], NULL) >= 0)
      return i + 1;
  return -1;
}

gboolean
_ris3_pack_about_is (const char *sheet, GPtrArray *rows)
{
  gboolean is_about = ris3_pack_words_find (about_names, sheet, NULL) >= 0
                      || (rows->len > 0 && find_behind (g_ptr_array_index (rows, 0), about_names) > 0);

  /* Below something that was added. */
  for (guint i = 0; !is_about && i < rows->len; i++)
    is_about = find_behind (g_ptr_array_index (rows, i), language_names) > 0;
  return is_about;
}

/* (transfer full): "": nothing */
static char *
find_said (const Ris3TableRow *row)
{
  gint at = find_behind (row, language_names);
  char *said = g_strdup ("");

  for (; at >= 0 && *said == '\0' && row->cells[at] != NULL; at++)
    {
      g_free (said);
      said = g_strstrip (g_strdup (row->cells[at]));
    }
  return said;
}

void
_ris3_pack_about_read (Ris3PackAnswers *answers, const Ris3PackSheet *sheet, GPtrArray *rows, const char **language)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);
      g_autofree char *said = find_said (row);
      const char *found = *said != '\0' ? ris3_pack_language_find (said) : NULL;
      g_autofree char *shown = ris3_text_to_line (said, _RIS3_PACK_MAX_SHOWN);
      g_autofree char *words = NULL;

      if (found != NULL && *language == NULL)
        *language = found;
      /* Translators: what stands in a cell; “français” and “fr” stay as they are. */
      if (*said != '\0' && found == NULL)
        words = g_strdup_printf (_ ("“%s” is no language that is known: answers are taken for ones in the language of "
                                    "the pack. Write its name or code, such as “français” or “fr”."),
                                 shown);
      else if (found != NULL && found != *language)
        words = g_strdup_printf (_ ("“%s” is not what another sheet of the file says, which counts."), shown);
      if (words != NULL)
        _ris3_pack_answers_add (answers, RIS3_PACK_ANSWER_REMARK, sheet, row->line, NULL, words);
    }
}
