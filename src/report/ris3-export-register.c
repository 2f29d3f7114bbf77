/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/ris3-export-private.h"

/* The columns as people read them, from left to right. Those for programs come last and are hidden, and so are those
 * in which nothing stands: the sheet is to be printed as wide as a page. */
static const struct
{
  const char *name;
  guint width;
  gboolean is_for_programs;
} columns[] = {
  { "country_name", 14, FALSE },    { "region_name", 16, FALSE }, { "region_code", 9, FALSE },
  { "target", 10, FALSE },          { "target_name", 24, FALSE }, { "quote", 20, FALSE },
  { "page_label", 7, FALSE },       { "text", 38, FALSE },        { "english_text", 32, FALSE },
  { "proposed_change", 26, FALSE }, { "state", 11, FALSE },       { "decision", 11, FALSE },
  { "decision_reason", 26, FALSE }, { "decided_on", 11, FALSE },  { "applied_change", 20, FALSE },
  { "changed_values", 26, FALSE },  { "received_on", 11, FALSE }, { "channel", 11, FALSE },
  { "organisation", 18, FALSE },    { "author_role", 14, FALSE }, { "language", 10, FALSE },
  { "reply_to", 12, FALSE },        { "nuts_version", 8, TRUE },  { "strategy_id", 12, TRUE },
  { "priority_id", 8, TRUE },       { "key", 12, TRUE },
};
#define N_COLUMNS G_N_ELEMENTS (columns)

/* The register, whose columns have an order. */
typedef struct
{
  Ris3CommentRegister *comments;
  guint order[N_COLUMNS];
} Ordered;

static char *
get_cell (guint row, guint column, gpointer user_data)
{
  return ris3_comment_register_get_cell (user_data, row, column);
}

static char *
get_words (guint row, guint column, gpointer user_data)
{
  const Ordered *ordered = user_data;

  return ris3_comment_register_get_words (ordered->comments, row, ordered->order[column]);
}

static guint
find_column (const char *name)
{
  const char *const *names = ris3_comment_register_get_columns ();

  for (guint i = 0; i < ris3_comment_register_get_n_columns (); i++)
    if (g_str_equal (names[i], name))
      return i;
  g_return_val_if_reached (0);
}

static gboolean
is_empty (Ris3Export *self, guint column)
{
  for (guint row = 0; row < ris3_export_get_n_rows (self); row++)
    if (*ris3_export_get_cell (self, row, column) != '\0')
      return FALSE;
  return ris3_export_get_n_rows (self) > 0;
}

static void
add_looks (Ris3Export *self)
{
  gboolean has_replies = FALSE;

  self->looks = g_new0 (Ris3ColumnLook, N_COLUMNS);
  self->n_frozen = 2;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean is_hidden = columns[i].is_for_programs || is_empty (self, i);

      /* A reply says the key of what it is to. */
      has_replies = has_replies || (g_str_equal (columns[i].name, "reply_to") && !is_hidden);
      if (has_replies && g_str_equal (columns[i].name, "key"))
        is_hidden = FALSE;
      self->looks[i].use = is_hidden ? RIS3_COLUMN_HIDDEN : RIS3_COLUMN_RECORDED;
      self->looks[i].width = columns[i].width;
    }
}

/* (transfer full) */
static Ris3Export *
export_for_people (const Ris3ExportCells *cells, Ris3CommentRegister *comments, const Ris3ExportBase *base)
{
  Ordered ordered = { .comments = comments };
  const char *titles[N_COLUMNS];
  Ris3ExportCells shown = *cells;
  Ris3Export *self;

  g_return_val_if_fail (cells->n_columns == N_COLUMNS, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      ordered.order[i] = find_column (columns[i].name);
      titles[i] = ris3_comment_register_get_title (ordered.order[i]);
    }
  shown.columns = titles;
  shown.get_cell = get_words;
  shown.user_data = &ordered;
  self = ris3_export_new_cells (&shown, base);
  add_looks (self);
  return self;
}

Ris3Export *
ris3_export_new_register (Ris3CommentRegister *comments, const Ris3ExportBase *base, Ris3ExportFormat format)
{
  static const gboolean are_numbers[N_COLUMNS] = { FALSE };
  Ris3ExportCells cells
      = { .name = "comments",
          .contents = _ ("Register of comments; names of persons are left out, but for those in texts of comments"),
          .columns = ris3_comment_register_get_columns (),
          .are_numbers = are_numbers,
          .n_columns = ris3_comment_register_get_n_columns (),
          .get_cell = get_cell,
          .user_data = comments };

  g_return_val_if_fail (comments != NULL && base != NULL, NULL);
  cells.n_rows = ris3_comment_register_get_n_rows (comments);
  return format == RIS3_EXPORT_XLSX || format == RIS3_EXPORT_ODS ? export_for_people (&cells, comments, base)
                                                                 : ris3_export_new_cells (&cells, base);
}
