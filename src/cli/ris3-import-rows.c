/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-import-rows.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-import-report.h"

/* A part of the list. */
typedef struct
{
  guint states; /* bits; 0: it is about numbers */
  guint64 first;
  guint64 last;
} Part;

static gboolean
read_part (const char *text, Part *part)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);

  *part = (Part){ 0 };
  if (g_str_equal (text, ris3_import_state_get_name (RIS3_IMPORT_NEW)))
    part->states = RIS3_IMPORT_STATE_BIT (RIS3_IMPORT_NEW);
  else if (g_str_equal (text, ris3_import_state_get_name (RIS3_IMPORT_CHANGED)))
    part->states = RIS3_IMPORT_STATE_BIT (RIS3_IMPORT_CHANGED);
  if (part->states != 0)
    return TRUE;
  return ends[0] != NULL && g_ascii_string_to_unsigned (ends[0], 10, 1, G_MAXUINT, &part->first, NULL)
         && g_ascii_string_to_unsigned (ends[1] != NULL ? ends[1] : ends[0], 10, part->first, G_MAXUINT, &part->last,
                                        NULL);
}

static gboolean
is_in (GArray *parts, Ris3ImportState state, guint line)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->states != 0 ? (part->states & RIS3_IMPORT_STATE_BIT (state)) != 0
                            : line >= part->first && line <= part->last)
        return TRUE;
    }
  return FALSE;
}

gboolean
ris3_import_rows_choose (Ris3ImportPlan *plan, const char *text, GError **error)
{
  g_auto (GStrv) texts = g_strsplit (text, ",", -1);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint n_rows = ris3_import_plan_get_n_rows (plan);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      Part part;

      if (!read_part (g_strstrip (texts[i]), &part))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("“%s” does not name rows. Write “new”, “changed”, or their numbers, such as 2-40."),
                       texts[i]);
          return FALSE;
        }
      g_array_append_val (parts, part);
    }
  /* What others need comes with them, so those that are wanted have the last word. */
  for (guint i = 0; i < n_rows; i++)
    if (ris3_import_plan_is_chosen (plan, i)
        && !is_in (parts, ris3_import_plan_get_state (plan, i), ris3_import_plan_get_line (plan, i)))
      ris3_import_plan_set_chosen (plan, i, FALSE);
  for (guint i = 0; i < n_rows; i++)
    {
      Ris3ImportState state = ris3_import_plan_get_state (plan, i);

      if ((state == RIS3_IMPORT_NEW || state == RIS3_IMPORT_CHANGED) && !ris3_import_plan_is_chosen (plan, i)
          && is_in (parts, state, ris3_import_plan_get_line (plan, i)))
        ris3_import_plan_set_chosen (plan, i, TRUE);
    }
  return TRUE;
}
