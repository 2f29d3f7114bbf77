/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which row of the atlas a row of the file is: the one with its key; without a key, the one that is the same for a
 * person. What could be several is never chosen silently. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows of the atlas a message names. */
#define MAX_CANDIDATES 5

static const char *
get_key (Ris3ImportPlan *self, guint row)
{
  const char *key = *ris3_import_plan_cell (self, row, 0);

  return key != NULL ? key : "";
}

void
ris3_import_plan_match_ids (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  const char *key_name = self->columns[0].name;
  g_autoptr (GHashTable) atlas = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (!self->has[0])
    return;
  atlas = g_hash_table_new (g_str_hash, g_str_equal);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (self->atlas); i++)
    g_hash_table_insert (atlas, (gpointer) ris3_exchange_rows_get (self->atlas, i, 0), GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *key;
      gpointer found;

      ris3_import_plan_trim_key (self, i, 0, atlas);
      key = get_key (self, i);
      if (*key == '\0')
        continue;
      if (g_hash_table_lookup_extended (seen, key, NULL, &found))
        {
          guint first = GPOINTER_TO_UINT (found);

          ris3_import_plan_problem (
              self, i, key_name, _ ("“%s” is used twice, also in row %u. Give each row one of its own, or remove one."),
              key, ris3_import_plan_row (self, first)->line);
          ris3_import_plan_problem (
              self, first, key_name,
              _ ("“%s” is used twice, also in row %u. Give each row one of its own, or remove one."), key,
              ris3_import_plan_row (self, i)->line);
          continue;
        }
      g_hash_table_insert (seen, (gpointer) key, GUINT_TO_POINTER (i));
      if (!g_hash_table_lookup_extended (atlas, key, NULL, &found))
        continue;
      ris3_import_plan_row (self, i)->match = GPOINTER_TO_INT (found);
      comparison->used[GPOINTER_TO_UINT (found)] = TRUE;
    }
}

typedef const char *(*GetFunc) (Ris3ImportPlan *self, guint row, guint column);

static const char *
get_of_file (Ris3ImportPlan *self, guint row, guint column)
{
  return *ris3_import_plan_cell (self, row, column);
}

static const char *
get_of_atlas (Ris3ImportPlan *self, guint row, guint column)
{
  return ris3_exchange_rows_get (self->atlas, row, column);
}

/* Of the columns that the file has; NULL if it has none of them. (transfer full) */
static char *
make_name (Ris3ImportPlan *self, const char *const *columns, GetFunc func, guint row)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      guint column = (guint) ris3_import_plan_find (self, columns[i]);

      if (self->has[column])
        g_string_append_printf (name, "%s\x1f", func (self, row, column));
    }
  return g_string_free (name, name->len == 0);
}

static void
add_to_list (GHashTable *lists, char *name, guint row)
{
  GArray *list;

  if (name == NULL)
    return;
  list = g_hash_table_lookup (lists, name);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, name, list);
    }
  else
    g_free (name);
  g_array_append_val (list, row);
}

static void
pair (Ris3Comparison *comparison, guint row, guint match)
{
  ris3_import_plan_row (comparison->plan, row)->match = (gint) match;
  comparison->used[match] = TRUE;
}

static void
refuse_ambiguous (Ris3ImportPlan *self, guint row, const char *column, GArray *candidates)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "",
                            ris3_exchange_rows_get (self->atlas, g_array_index (candidates, guint, i), 0));
  if (candidates->len > MAX_CANDIDATES)
    g_string_append (all, ", …");
  ris3_import_plan_problem (
      self, row, self->columns[0].name,
      _ ("several rows could be meant: in the atlas %s. Write in the column “%s” which one it is."), all->str,
      self->columns[0].name);
}

static void
match_list (Ris3Comparison *comparison, GArray *rows, GArray *candidates, const char *column, gboolean is_exact)
{
  Ris3ImportPlan *self = comparison->plan;
  guint n_candidates = candidates != NULL ? candidates->len : 0;
  guint n_same = is_exact && self->table != RIS3_EXCHANGE_NOTES && n_candidates <= 1 ? 1 : rows->len;

  if (n_candidates > 0
      && (is_exact ? n_candidates != rows->len && n_candidates > 1 : rows->len > 1 || n_candidates > 1))
    {
      for (guint i = 0; i < rows->len; i++)
        refuse_ambiguous (self, g_array_index (rows, guint, i), column, candidates);
      return;
    }
  for (guint i = 0; i < MIN (rows->len, n_candidates); i++)
    pair (comparison, g_array_index (rows, guint, i), g_array_index (candidates, guint, i));
  for (guint i = n_same; is_exact && i < rows->len; i++)
    /* Different numbers of another atlas are different rows. */
    if (n_candidates > 0 || *get_key (self, g_array_index (rows, guint, i)) == '\0')
      ris3_import_plan_problem (self, g_array_index (rows, guint, i), column,
                                _ ("the row is the same as row %u. Remove one of them."),
                                ris3_import_plan_row (self, g_array_index (rows, guint, 0))->line);
}

/* Rows without a key, and those whose number is of another atlas. */
static gboolean
is_open (Ris3ImportPlan *self, guint row)
{
  return ris3_import_plan_row (self, row)->match < 0 && !ris3_import_plan_is_refused (self, row)
         && (self->edit_table->key_is_number || *get_key (self, row) == '\0');
}

const char *
ris3_import_plan_get_last_name (Ris3ImportPlan *self, const char *const *names)
{
  const char *last = names[0];

  for (guint i = 0; names[i] != NULL; i++)
    if (self->has[ris3_import_plan_find (self, names[i])])
      last = names[i];
  return last;
}

char *
ris3_import_plan_dup_name (Ris3ImportPlan *self, guint row, const char *const *names)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (name, "%s\x1f", ris3_import_plan_get_effective_by_name (self, row, names[i]));
  return g_string_free (name, FALSE);
}

static void
match_by (Ris3Comparison *comparison, const char *const *columns, gboolean is_exact)
{
  Ris3ImportPlan *self = comparison->plan;
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) atlas
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer name;
  gpointer list;

  for (guint i = 0; i < self->rows->len; i++)
    if (is_open (self, i))
      add_to_list (rows, make_name (self, columns, get_of_file, i), i);
  if (g_hash_table_size (rows) == 0)
    return;
  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (self->atlas); i++)
    if (!comparison->used[i])
      add_to_list (atlas, make_name (self, columns, get_of_atlas, i), i);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &name, &list))
    match_list (comparison, list, g_hash_table_lookup (atlas, name), ris3_import_plan_get_last_name (self, columns),
                is_exact);
}

/* A person is known by their address, or else by their name. */
static void
match_contacts (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  static const char *const ways[] = { "email", "name" };

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      gint column = ris3_import_plan_find (self, ways[way]);
      gint other = ris3_import_plan_find (self, ways[0]);
      gint organisation = ris3_import_plan_find (self, "organisation");
      g_autoptr (GHashTable) rows
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      g_autoptr (GHashTable) atlas
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      GHashTableIter iter;
      gpointer name;
      gpointer list;

      if (!self->has[column] || !self->has[organisation])
        continue;
      for (guint i = 0; i < self->rows->len; i++)
        {
          const char *value = *ris3_import_plan_cell (self, i, (guint) column);

          /* With an address, the name is only looked at where the atlas has no address. */
          if (is_open (self, i) && *value != '\0')
            add_to_list (rows,
                         g_strconcat (*ris3_import_plan_cell (self, i, (guint) organisation), "\x1f", value, NULL), i);
        }
      for (guint i = 0; i < ris3_exchange_rows_get_n_rows (self->atlas); i++)
        {
          const char *value = ris3_exchange_rows_get (self->atlas, i, (guint) column);

          if (!comparison->used[i] && *value != '\0')
            add_to_list (
                atlas, g_strconcat (ris3_exchange_rows_get (self->atlas, i, (guint) organisation), "\x1f", value, NULL),
                i);
        }
      g_hash_table_iter_init (&iter, rows);
      while (g_hash_table_iter_next (&iter, &name, &list))
        {
          GArray *candidates = g_hash_table_lookup (atlas, name);
          GArray *found = list;

          /* Two of the same name at different addresses are two. */
          if (way == 1 && candidates != NULL && found->len == 1 && candidates->len == 1 && self->has[other]
              && *ris3_import_plan_cell (self, g_array_index (found, guint, 0), (guint) other)[0] != '\0'
              && *ris3_exchange_rows_get (self->atlas, g_array_index (candidates, guint, 0), (guint) other) != '\0')
            continue;
          match_list (comparison, list, candidates, ways[way], way == 0);
        }
    }
}

static char *
get_place (const char *version, const char *code, const char *period)
{
  return g_strconcat (version, " ", code, " ", period, NULL);
}

/* A person may have meant to change the strategy that is there. */
static void
tell_alike (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  guint version = (guint) ris3_import_plan_find (self, "nuts_version"),
        code = (guint) ris3_import_plan_find (self, "nuts_code");
  guint period = (guint) ris3_import_plan_find (self, "period"), title = (guint) ris3_import_plan_find (self, "title");
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (self->atlas); i++)
    if (!comparison->used[i])
      g_hash_table_replace (places,
                            get_place (ris3_exchange_rows_get (self->atlas, i, version),
                                       ris3_exchange_rows_get (self->atlas, i, code),
                                       ris3_exchange_rows_get (self->atlas, i, period)),
                            GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *place = NULL;
      guint found;

      if (!is_open (self, i) || *get_key (self, i) != '\0')
        continue;
      place = get_place (ris3_import_plan_get_effective (self, i, version),
                         ris3_import_plan_get_effective (self, i, code),
                         ris3_import_plan_get_effective (self, i, period));
      found = GPOINTER_TO_UINT (g_hash_table_lookup (places, place));
      if (found == 0)
        continue;
      ris3_import_plan_note (self, i, "title",
                             _ ("The atlas has another strategy of this region and period, “%s”. To change that one, "
                                "write its identifier, %s, in the row."),
                             ris3_exchange_rows_get (self->atlas, found - 1, title),
                             ris3_exchange_rows_get (self->atlas, found - 1, 0));
    }
}

const char *const *
ris3_import_plan_get_names (Ris3ImportPlan *self)
{
  static const char *const strategy[] = { "nuts_version", "nuts_code", "period", "title", NULL };
  static const char *const region_and_period[] = { "nuts_version", "nuts_code", "period", NULL };
  static const char *const participation[] = { "programme", "role", "country", "nuts_code", "name", NULL };
  static const char *const activity[] = { "nuts_version", "nuts_code", "title", NULL };
  static const char *const organisation[] = { "name", "nuts_version", "nuts_code", NULL };
  static const char *const assessment[] = { "nuts_version", "nuts_code", "assessor", NULL };
  static const char *const note[]
      = { "nuts_version", "nuts_code", "strategy_id", "priority_id", "longitude", "latitude", "text", NULL };
  static const char *const contact[] = { "organisation", "email", "name", NULL };
  static const char *const *const names[RIS3_N_EXCHANGES] = {
    [RIS3_EXCHANGE_STRATEGIES] = strategy,
    [RIS3_EXCHANGE_CONTACTS] = contact,
    [RIS3_EXCHANGE_PARTICIPATIONS] = participation,
    [RIS3_EXCHANGE_ACTIVITIES] = activity,
    [RIS3_EXCHANGE_ORGANISATIONS] = organisation,
    [RIS3_EXCHANGE_ASSESSMENTS] = assessment,
    [RIS3_EXCHANGE_NOTES] = note,
  };

  if (self->table == RIS3_EXCHANGE_STRATEGIES && self->identity == RIS3_IDENTITY_REGION_PERIOD)
    return region_and_period;
  if (self->table == RIS3_EXCHANGE_STRATEGIES && self->identity == RIS3_IDENTITY_KEY)
    return NULL;
  return names[self->table];
}

void
ris3_import_plan_match_names (Ris3Comparison *comparison)
{
  static const char *const region_and_period[] = { "nuts_version", "nuts_code", "period", NULL };
  Ris3ImportPlan *self = comparison->plan;
  const char *const *names = ris3_import_plan_get_names (self);
  gboolean has_titles;

  if (self->table == RIS3_EXCHANGE_CONTACTS)
    match_contacts (comparison);
  else if (self->table != RIS3_EXCHANGE_STRATEGIES && names != NULL)
    match_by (comparison, names, TRUE);
  if (self->table != RIS3_EXCHANGE_STRATEGIES)
    return;
  has_titles = self->has[ris3_import_plan_find (self, "title")];
  if (self->identity == RIS3_IDENTITY_USUAL || self->identity == RIS3_IDENTITY_REGION_PERIOD_TITLE)
    match_by (comparison, names, TRUE);
  if (!self->has[ris3_import_plan_find (self, "nuts_code")] || !self->has[ris3_import_plan_find (self, "period")])
    return;
  /* Without titles, the only one that there is. One with another title is another strategy. */
  if (self->identity == RIS3_IDENTITY_REGION_PERIOD || (self->identity == RIS3_IDENTITY_USUAL && !has_titles))
    match_by (comparison, region_and_period, FALSE);
  else if (has_titles)
    tell_alike (comparison);
}

static void
make_strategy_ids (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_add (taken, (gpointer) get_key (self, i));
  for (guint i = 0; i < self->rows->len; i++)
    {
      Ris3PlanRow *row = ris3_import_plan_row (self, i);
      const char *code = ris3_import_plan_get_effective_by_name (self, i, "nuts_code");
      const char *period = ris3_import_plan_get_effective_by_name (self, i, "period");

      row->new_id = NULL;
      if (row->match >= 0 || row->state == RIS3_IMPORT_REFUSED || *get_key (self, i) != '\0')
        continue;
      for (guint n = 1; row->new_id == NULL; n++)
        {
          g_autofree char *id
              = n == 1 ? g_strdup_printf ("%s-%.4s", code, period) : g_strdup_printf ("%s-%.4s-%u", code, period, n);

          if (g_hash_table_contains (taken, id) || g_hash_table_contains (comparison->strategies, id)
              || g_hash_table_contains (comparison->sheet_keys, id))
            continue;
          row->new_id = g_string_chunk_insert (self->texts, id);
          g_hash_table_add (taken, (gpointer) row->new_id);
        }
    }
}

/* What the schema has only once: also a row that is changed into another one is refused. */
static void
check_unique (Ris3Comparison *comparison, const char *const *columns)
{
  Ris3ImportPlan *self = comparison->plan;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ris3_exchange_rows_get_n_rows (self->atlas); i++)
    if (!comparison->used[i])
      {
        GString *name = g_string_new (NULL);

        for (guint j = 0; columns[j] != NULL; j++)
          g_string_append_printf (
              name, "%s\x1f",
              ris3_exchange_rows_get (self->atlas, i, (guint) ris3_import_plan_find (self, columns[j])));
        g_hash_table_add (seen, g_string_free (name, FALSE));
      }
  for (guint i = 0; i < self->earlier->len; i++)
    {
      Ris3ImportPlan *earlier = g_ptr_array_index (self->earlier, i);

      for (guint j = 0; earlier->table == self->table && j < earlier->rows->len; j++)
        if (!ris3_import_plan_is_refused (earlier, j))
          g_hash_table_add (seen, ris3_import_plan_dup_name (earlier, j, columns));
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (!ris3_import_plan_is_refused (self, i)
        && !g_hash_table_add (seen, ris3_import_plan_dup_name (self, i, columns)))
      ris3_import_plan_problem (self, i, columns[0], _ ("there is already such a row. Correct one, or remove it."));
}

void
ris3_import_plan_check_once (Ris3Comparison *comparison)
{
  Ris3Exchange table = comparison->plan->table;

  if (table == RIS3_EXCHANGE_STRATEGIES)
    make_strategy_ids (comparison);
  else if (table == RIS3_EXCHANGE_PARTICIPATIONS || table == RIS3_EXCHANGE_ASSESSMENTS)
    check_unique (comparison, ris3_import_plan_get_names (comparison->plan));
}
