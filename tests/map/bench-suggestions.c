/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How good suggestions are, by the priorities of the default atlas that are tagged, and what one costs.
 *
 * The lists are measured as they were written, before this was first run. Their writer had seen one priority in N_FOLDS
 * (data/suggestions/README.md): these are measured apart, and are in no other figure. The last figures are a
 * cross-validation, with folds by strategy: what they would be if words that were wrong more often than right in the
 * other folds were left out in this one.
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "geo/ris3-table.h"
#include "map/ris3-suggestions.h"

#define N_FOLDS 7
#define MIN_FOUND 3 /* a word that was found less often is kept */

typedef enum
{
  LABEL, /* the label alone, by the list of the strategy's language */
  ENGLISH,
  BOTH,
  N_VARIANTS
} Variant;

typedef struct
{
  const char *label, *english, *language;
  char **themes;
  gboolean explicit_pm;
  gboolean is_seen; /* by whoever wrote the lists */
  guint strategy;
} Priority;

typedef struct
{
  guint n, right, suggested, tagged;
} Score;

static Ris3Suggestions *suggestions;

static Ris3Table *
load_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RIS3_DATA_DIR"), "atlas", name, NULL);
  g_autoptr (GError) error = NULL;
  Ris3Table *table = ris3_table_load (path, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static const char *
get_cell (Ris3Table *table, guint row, const char *column)
{
  guint n = ris3_table_get_n_columns (table);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (ris3_table_get_columns (table)[i], column))
      {
        const char *cell = ris3_table_get_cells (table)[row * n + i];

        return cell != NULL ? cell : "";
      }
  g_assert_not_reached ();
}

static void
clear_priority (gpointer data)
{
  g_strfreev (((Priority *) data)->themes);
}

static GArray *
load_priorities (Ris3Table *table, Ris3Table *strategies)
{
  GArray *priorities = g_array_new (FALSE, FALSE, sizeof (Priority));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (priorities, clear_priority);
  for (guint i = 0; i < ris3_table_get_n_rows (strategies); i++)
    g_hash_table_insert (numbers, (gpointer) get_cell (strategies, i, "strategy_id"), GUINT_TO_POINTER (i));
  for (guint i = 0; i < ris3_table_get_n_rows (table); i++)
    {
      Priority priority = { .label = get_cell (table, i, "label"), .english = get_cell (table, i, "text_en") };

      priority.strategy = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, get_cell (table, i, "strategy_id")));
      priority.language = get_cell (strategies, priority.strategy, "language");
      priority.themes = g_strsplit (get_cell (table, i, "themes"), ";", -1);
      priority.explicit_pm = g_str_equal (get_cell (table, i, "explicit_pm"), "1");
      priority.is_seen = ris3_table_get_lines (table)[i] % N_FOLDS == 0 || i < 4;
      if (*get_cell (table, i, "themes") != '\0')
        g_array_append_val (priorities, priority);
      else
        g_strfreev (priority.themes);
    }
  return priorities;
}

static GPtrArray *
suggest (const Priority *priority, Variant variant)
{
  return ris3_suggestions_find (suggestions, variant != ENGLISH ? priority->label : NULL, priority->language,
                                variant != LABEL ? priority->english : NULL);
}

/* How often a word suggested a theme rightly and wrongly */
typedef struct
{
  guint right, wrong;
} Experience;

/* Whether any word for it has not been wrong more often than right. experiences: NULL leaves nothing out */
static gboolean
is_kept (const Ris3Suggestion *suggestion, GHashTable *experiences)
{
  for (guint i = 0; experiences != NULL && i < suggestion->n_words; i++)
    {
      g_autofree char *folded = g_utf8_casefold (suggestion->words[i], -1);
      g_autofree char *key = g_strconcat (suggestion->code, " ", folded, NULL);
      const Experience *experience = g_hash_table_lookup (experiences, key);

      if (experience == NULL || experience->right + experience->wrong < MIN_FOUND
          || experience->right >= experience->wrong)
        return TRUE;
    }
  return experiences == NULL;
}

static gboolean
is_right (const Priority *priority, const Ris3Suggestion *suggestion)
{
  return g_strv_contains ((const char *const *) priority->themes, suggestion->code);
}

static void
add_score (Score *themes, Score *pm, const Priority *priority, Variant variant, GHashTable *experiences)
{
  g_autoptr (GPtrArray) found = suggest (priority, variant);

  themes->n++;
  themes->tagged += g_strv_length (priority->themes);
  pm->n++;
  pm->tagged += priority->explicit_pm;
  for (guint i = 0; i < found->len; i++)
    {
      const Ris3Suggestion *suggestion = g_ptr_array_index (found, i);

      if (!is_kept (suggestion, experiences))
        continue;
      if (g_str_equal (suggestion->code, RIS3_SUGGESTION_EXPLICIT_PM))
        {
          pm->suggested++;
          pm->right += priority->explicit_pm;
        }
      else
        {
          themes->suggested++;
          themes->right += is_right (priority, suggestion);
        }
    }
}

static void
print_score (const char *what, const char *by, const Score *score)
{
  g_print ("# %-22s %-9s %4u priorities: precision %3.0f %% (%u of %u), recall %3.0f %% (%u of %u)\n", what, by,
           score->n, score->suggested > 0 ? 100.0 * score->right / score->suggested : 0.0, score->right,
           score->suggested, score->tagged > 0 ? 100.0 * score->right / score->tagged : 0.0, score->right,
           score->tagged);
}

static void
print_languages (GArray *priorities, Variant variant, const char *by)
{
  Score all = { 0 }, pm = { 0 }, seen = { 0 }, seen_pm = { 0 };

  for (guint l = 0; ris3_suggestions_languages[l] != NULL; l++)
    {
      Score score = { 0 };
      g_autofree char *what = g_strconcat ("themes, ", ris3_suggestions_languages[l], NULL);

      for (guint i = 0; i < priorities->len; i++)
        {
          const Priority *priority = &g_array_index (priorities, Priority, i);

          if (!priority->is_seen && g_str_equal (priority->language, ris3_suggestions_languages[l]))
            add_score (&score, &pm, priority, variant, NULL);
        }
      if (score.n > 0)
        print_score (what, by, &score);
      all.n += score.n;
      all.right += score.right;
      all.suggested += score.suggested;
      all.tagged += score.tagged;
    }
  for (guint i = 0; i < priorities->len; i++)
    if (g_array_index (priorities, Priority, i).is_seen)
      add_score (&seen, &seen_pm, &g_array_index (priorities, Priority, i), variant, NULL);
  print_score ("themes, all", by, &all);
  print_score ("themes, seen before", by, &seen);
  print_score ("PM mark, all", by, &pm);
  print_score ("PM mark, seen before", by, &seen_pm);
}

static void
learn (GHashTable *experiences, const Priority *priority)
{
  g_autoptr (GPtrArray) found = suggest (priority, BOTH);

  for (guint i = 0; i < found->len; i++)
    {
      const Ris3Suggestion *suggestion = g_ptr_array_index (found, i);
      gboolean right = g_str_equal (suggestion->code, RIS3_SUGGESTION_EXPLICIT_PM) ? priority->explicit_pm
                                                                                   : is_right (priority, suggestion);

      for (guint j = 0; j < suggestion->n_words; j++)
        {
          g_autofree char *folded = g_utf8_casefold (suggestion->words[j], -1);
          g_autofree char *key = g_strconcat (suggestion->code, " ", folded, NULL);
          Experience *experience = g_hash_table_lookup (experiences, key);

          if (experience == NULL)
            {
              experience = g_new0 (Experience, 1);
              g_hash_table_insert (experiences, g_steal_pointer (&key), experience);
            }
          experience->right += right;
          experience->wrong += !right;
        }
    }
}

static void
print_folds (GArray *priorities)
{
  Score all = { 0 }, pm = { 0 };

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (GHashTable) experiences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autofree char *by = g_strdup_printf ("fold %u", fold + 1);
      Score frozen = { 0 }, learnt = { 0 }, unused = { 0 };

      for (guint i = 0; i < priorities->len; i++)
        if (g_array_index (priorities, Priority, i).strategy % N_FOLDS != fold)
          learn (experiences, &g_array_index (priorities, Priority, i));
      for (guint i = 0; i < priorities->len; i++)
        {
          const Priority *priority = &g_array_index (priorities, Priority, i);

          if (priority->strategy % N_FOLDS != fold || priority->is_seen)
            continue;
          add_score (&frozen, &unused, priority, BOTH, NULL);
          add_score (&learnt, &unused, priority, BOTH, experiences);
          add_score (&all, &pm, priority, BOTH, experiences);
        }
      print_score ("themes, lists as they are", by, &frozen);
      print_score ("themes, words left out", by, &learnt);
    }
  print_score ("themes, words left out", "all folds", &all);
  print_score ("PM mark, words left out", "all folds", &pm);
}

static void
bench (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RIS3_DATA_DIR"), "suggestions", NULL);
  g_autoptr (Ris3Table) table = load_table ("priorities.csv");
  g_autoptr (Ris3Table) strategies = load_table ("strategies.csv");
  g_autoptr (GArray) priorities = load_priorities (table, strategies);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  suggestions = ris3_suggestions_load (folder, &error);
  g_assert_no_error (error);
  g_print ("# lists of all languages: %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < priorities->len; i++)
    g_ptr_array_unref (suggest (&g_array_index (priorities, Priority, i), BOTH));
  g_print ("# suggestions for a priority: %.3f ms\n",
           (double) (g_get_monotonic_time () - start) / 1000.0 / priorities->len);
  print_languages (priorities, LABEL, "label");
  print_languages (priorities, ENGLISH, "English");
  print_languages (priorities, BOTH, "both");
  print_folds (priorities);
  ris3_suggestions_unref (suggestions);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/suggestions/bench", bench);
  return fixture_run ();
}
