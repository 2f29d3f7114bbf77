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

Ris3Export *
ris3_export_new_register (Ris3CommentRegister *comments, const Ris3ExportBase *base)
{
  guint n_columns = ris3_comment_register_get_n_columns ();
  g_autofree gboolean *are_numbers = g_new0 (gboolean, n_columns);
  Ris3ExportCells cells = { .name = "comments",
                            .contents = _ ("Register of comments, without names of persons"),
                            .columns = ris3_comment_register_get_columns (),
                            .are_numbers = are_numbers,
                            .n_columns = n_columns,
                            .get_cell = get_cell,
                            .user_data = comments };

  g_return_val_if_fail (comments != NULL && base != NULL, NULL);
  cells.n_rows = ris3_comment_register_get_n_rows (comments);
  return ris3_export_new_cells (&cells, base);
}
