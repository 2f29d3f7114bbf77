/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which sheets of a workbook are imported. */

#include "config.h"

#include "app/table/ris3-import-draft-private.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* Characters of the name of a sheet, in a sentence. */
#define MAX_NAME 60

gboolean
ris3_import_draft_is_ticked (Ris3ImportDraft *self, guint number)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), FALSE);
  return number < self->ticks->len && g_array_index (self->ticks, gboolean, number);
}

void
ris3_import_draft_tick (Ris3ImportDraft *self, guint number, gboolean ticked)
{
  g_return_if_fail (ris3_import_draft_get_sheet (self, number) != NULL);
  g_array_index (self->ticks, gboolean, number) = ticked;
  if (ticked)
    self->shown = number;
  for (guint i = 0; !ris3_import_draft_is_ticked (self, self->shown) && i < self->ticks->len; i++)
    if (ris3_import_draft_is_ticked (self, i))
      self->shown = i;
}

void
ris3_import_draft_tick_known (Ris3ImportDraft *self)
{
  gint first = -1;

  g_return_if_fail (RIS3_IS_IMPORT_DRAFT (self) && self->file != NULL);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Ris3ImportSheet *sheet = ris3_import_draft_get_sheet (self, i);

      if (sheet == NULL || !(ris3_import_sheet_is_guessed (sheet) || ris3_import_sheet_is_remembered (sheet)))
        continue;
      ris3_import_draft_tick (self, i, TRUE);
      first = first < 0 ? (gint) i : first;
    }
  if (first >= 0)
    self->shown = (guint) first;
  else
    ris3_import_draft_tick (self, self->shown, TRUE);
}

/* Those of the same table stay as they are in the file. */
static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Ris3ImportSheet *first = *(const Ris3ImportSheet *const *) a;
  const Ris3ImportSheet *second = *(const Ris3ImportSheet *const *) b;
  int turn = (int) ris3_exchange_get_turn (ris3_import_sheet_get_table (first))
             - (int) ris3_exchange_get_turn (ris3_import_sheet_get_table (second));

  return turn != 0 ? turn : (int) ris3_import_sheet_get_number (first) - (int) ris3_import_sheet_get_number (second);
}

GPtrArray *
ris3_import_draft_list_ticked (Ris3ImportDraft *self)
{
  GPtrArray *list;

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  list = g_ptr_array_new ();
  for (guint i = 0; i < self->sheets->len; i++)
    if (ris3_import_draft_is_ticked (self, i))
      g_ptr_array_add (list, ris3_import_draft_get_sheet (self, i));
  g_ptr_array_sort (list, compare_turns);
  return list;
}

char *
ris3_import_draft_dup_problem (Ris3ImportDraft *self)
{
  g_autoptr (GPtrArray) ticked = NULL;

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  ticked = ris3_import_draft_list_ticked (self);
  if (ticked->len == 0)
    return g_strdup (_ ("No sheet is ticked. Tick at least one to import."));
  for (guint i = 0; i < ticked->len; i++)
    {
      const Ris3ImportSheet *sheet = g_ptr_array_index (ticked, i);
      g_autofree char *name = NULL;

      if (ris3_table_get_n_columns (ris3_import_sheet_get_sample (sheet)) > 0)
        continue;
      name = ris3_text_to_line (ris3_table_file_get_sheet (self->file, ris3_import_sheet_get_number (sheet))->name,
                                MAX_NAME);
      return g_strdup_printf (_ ("The sheet “%s” is empty. Untick it."), name);
    }
  return NULL;
}

char *
ris3_import_draft_dup_choices (Ris3ImportDraft *self)
{
  g_autoptr (GPtrArray) ticked = NULL;
  g_autoptr (GString) choices = g_string_new (NULL);

  g_return_val_if_fail (RIS3_IS_IMPORT_DRAFT (self), NULL);
  ticked = ris3_import_draft_list_ticked (self);
  for (guint i = 0; i < ticked->len; i++)
    {
      g_autofree char *each = ris3_import_sheet_dup_choices (g_ptr_array_index (ticked, i));

      g_string_append_printf (choices, "%s\n", each);
    }
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const Ris3ImportMeaning *meaning = g_ptr_array_index (self->meanings, i);

      g_string_append_printf (choices, "%s=%s\n", meaning->text, meaning->code);
    }
  return g_string_free (g_steal_pointer (&choices), FALSE);
}
