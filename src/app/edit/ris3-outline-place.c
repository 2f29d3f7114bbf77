/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-outline-place.h"

#include <glib/gi18n.h>

#include "geo/ris3-fold.h"
#include "model/ris3-text.h"

#define MAX_NAME 60
/* Of the beginning of an extract, in bytes; one word in so many is "the", "of" or "and" in English. */
#define SAMPLE 20000
#define RARITY 25

static void
add_places (GListModel *priorities, GStrvBuilder *names, GArray *ids)
{
  for (guint i = 0; i < g_list_model_get_n_items (priorities); i++)
    {
      g_autoptr (Ris3Priority) priority = g_list_model_get_item (priorities, i);
      const char *text = ris3_priority_get_text (priority);
      const char *label = ris3_priority_get_label (priority);
      g_autofree char *whole
          = g_strdup_printf ("%s %s", label, *text != '\0' ? text : ris3_priority_get_original_text (priority));
      g_autofree char *shortened = ris3_text_shorten (g_strstrip (whole), MAX_NAME);
      /* Translators: where something is added; %s is a priority: “Below 3.1 Developing e-health” */
      g_autofree char *name = g_strdup_printf (_ ("Below %s"), shortened);
      gint64 id = ris3_priority_get_id (priority);

      g_strv_builder_add (names, name);
      g_array_append_val (ids, id);
      add_places (ris3_priority_get_children (priority), names, ids);
    }
}

char **
ris3_outline_places (Ris3Strategy *strategy, GArray **ids)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const gint64 end = 0;

  g_return_val_if_fail (RIS3_IS_STRATEGY (strategy), NULL);
  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_strv_builder_add (names, _ ("At the end"));
  g_array_append_val (*ids, end);
  add_places (ris3_strategy_get_priorities (strategy), names, *ids);
  return g_strv_builder_end (names);
}

gboolean
ris3_outline_looks_english (const char *extract)
{
  static const char *const frequent[] = { "the", "of", "and", NULL };
  g_autofree char *sample = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n_words, n_frequent = 0;

  g_return_val_if_fail (extract != NULL, FALSE);
  sample = g_strndup (extract, SAMPLE);
  valid = g_utf8_make_valid (sample, -1);
  folded = ris3_fold (valid);
  words = g_strsplit (folded, " ", -1);
  n_words = g_strv_length (words);
  for (guint i = 0; i < n_words; i++)
    n_frequent += g_strv_contains (frequent, words[i]);
  return n_frequent * RARITY >= n_words;
}
