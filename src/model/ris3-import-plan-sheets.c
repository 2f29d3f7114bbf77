/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Several sheets of one table are compared one after the other. What one of them has, a later one must not have again:
 * it would be written twice, or the one against the other. */

#include "config.h"

#include "model/ris3-import-plan-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_alike (Ris3ImportPlan *self, Ris3ImportPlan *earlier)
{
  return earlier->table == self->table;
}

/* What a row is for a person, whatever columns its sheet has; NULL: nothing that a second row could not be as well.
 * (transfer full) */
static char *
make_name (Ris3ImportPlan *self, guint row)
{
  const char *const *columns = ris3_import_plan_get_names (self);

  if (self->table == RIS3_EXCHANGE_CONTACTS)
    {
      const char *email = ris3_import_plan_get_effective_by_name (self, row, "email");

      return g_strconcat (ris3_import_plan_get_effective_by_name (self, row, "organisation"), "\x1f",
                          *email != '\0' ? email : ris3_import_plan_get_effective_by_name (self, row, "name"), NULL);
    }
  return columns != NULL && self->table != RIS3_EXCHANGE_NOTES ? ris3_import_plan_dup_name (self, row, columns) : NULL;
}

/* As the atlas has it, or will. "": it gets a number */
static const char *
get_key (Ris3ImportPlan *self, guint row)
{
  const Ris3PlanRow *item = ris3_import_plan_row (self, row);
  const char *key = *ris3_import_plan_cell (self, row, 0);

  if (item->match >= 0)
    return ris3_exchange_rows_get (self->atlas, (guint) item->match, 0);
  if (item->new_id != NULL)
    return item->new_id;
  return key != NULL ? key : "";
}

/* The first of a name. key: (transfer full) */
static void
add (GHashTable *rows, char *key, Ris3ImportPlan *plan, guint row)
{
  const Ris3EarlierRow found = { plan, row };

  if (key == NULL || *key == '\0' || g_hash_table_contains (rows, key))
    g_free (key);
  else
    g_hash_table_insert (rows, key, g_memdup2 (&found, sizeof found));
}

void
ris3_import_plan_read_sheets (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;
  gint strategy = self->table == RIS3_EXCHANGE_PRIORITIES ? ris3_import_plan_find (self, "strategy_id") : -1;

  comparison->sheet_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  comparison->sheet_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->earlier->len; i++)
    {
      Ris3ImportPlan *earlier = g_ptr_array_index (self->earlier, i);

      for (guint row = 0; is_alike (self, earlier) && row < earlier->rows->len; row++)
        {
          add (comparison->sheet_keys, g_strdup (get_key (earlier, row)), earlier, row);
          if (ris3_import_plan_is_refused (earlier, row))
            continue;
          add (comparison->sheet_names,
               strategy >= 0 ? g_strdup (ris3_import_plan_get_effective (earlier, row, (guint) strategy))
                             : make_name (earlier, row),
               earlier, row);
        }
    }
}

/* Tables of several files may be one import, too. */
static const char *
get_sheet (Ris3ImportPlan *self)
{
  return self->sheet != NULL ? self->sheet : self->file_name;
}

static void
refuse (Ris3ImportPlan *self, guint row, const char *column, const Ris3EarlierRow *found)
{
  ris3_import_plan_problem (self, row, column,
                            /* Translators: another sheet of the same file */
                            _ ("the row is the same as row %u of the sheet “%s”. Remove one of them."),
                            ris3_import_plan_row (found->plan, found->row)->line, get_sheet (found->plan));
}

void
ris3_import_plan_check_sheet_trees (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;

  if (g_hash_table_size (comparison->sheet_names) == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *strategy_id = ris3_import_plan_get_effective_by_name (self, i, "strategy_id");
      const Ris3EarlierRow *found = g_hash_table_lookup (comparison->sheet_names, strategy_id);

      if (found != NULL)
        ris3_import_plan_problem (
            self, i, "strategy_id",
            _ ("priorities of the strategy “%s” are also on the sheet “%s”, in row %u. Put all of "
               "a strategy on one sheet, or import the sheets one after the other."),
            strategy_id, get_sheet (found->plan), ris3_import_plan_row (found->plan, found->row)->line);
    }
}

void
ris3_import_plan_check_sheets (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;

  if (g_hash_table_size (comparison->sheet_keys) + g_hash_table_size (comparison->sheet_names) == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Ris3EarlierRow *found = g_hash_table_lookup (comparison->sheet_keys, get_key (self, i));
      g_autofree char *name = NULL;

      if (ris3_import_plan_is_refused (self, i))
        continue;
      if (found != NULL)
        {
          refuse (self, i, self->columns[0].name, found);
          continue;
        }
      /* One with a key of its own is another row. */
      if (*get_key (self, i) != '\0' || self->table == RIS3_EXCHANGE_PRIORITIES)
        continue;
      name = make_name (self, i);
      found = name != NULL ? g_hash_table_lookup (comparison->sheet_names, name) : NULL;
      if (found != NULL)
        refuse (self, i, ris3_import_plan_get_last_name (self, ris3_import_plan_get_names (self)), found);
    }
}

/* The rows of the atlas that earlier sheets have are none for this one. */
void
ris3_import_plan_use_of_sheets (Ris3Comparison *comparison)
{
  Ris3ImportPlan *self = comparison->plan;

  for (guint i = 0; g_hash_table_size (comparison->sheet_keys) > 0 && i < ris3_exchange_rows_get_n_rows (self->atlas);
       i++)
    if (g_hash_table_contains (comparison->sheet_keys, ris3_exchange_rows_get (self->atlas, i, 0)))
      comparison->used[i] = TRUE;
}
