/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/ris3-export.h"

static char *
get_cell (guint row, guint column, gpointer user_data)
{
  return ris3_comment_register_get_cell (user_data, row, column);
}

static char *
get_words (guint row, guint column, gpointer user_data)
{
  return ris3_comment_register_get_words (user_data, row, column);
}

Ris3Export *
ris3_export_new_register (Ris3CommentRegister *comments, const Ris3ExportBase *base, Ris3ExportFormat format)
{
  guint n_columns = ris3_comment_register_get_n_columns ();
  gboolean is_for_people = format == RIS3_EXPORT_XLSX || format == RIS3_EXPORT_ODS;
  g_autofree gboolean *are_numbers = g_new0 (gboolean, n_columns);
  g_autofree const char **titles = g_new0 (const char *, n_columns);
  Ris3ExportCells cells = { .name = "comments",
                            .contents = _ ("Register of comments, without names of persons"),
                            .columns = is_for_people ? titles : ris3_comment_register_get_columns (),
                            .are_numbers = are_numbers,
                            .n_columns = n_columns,
                            .get_cell = is_for_people ? get_words : get_cell,
                            .user_data = comments };

  g_return_val_if_fail (comments != NULL && base != NULL, NULL);
  for (guint i = 0; i < n_columns; i++)
    titles[i] = ris3_comment_register_get_title (i);
  cells.n_rows = ris3_comment_register_get_n_rows (comments);
  return ris3_export_new_cells (&cells, base);
}
