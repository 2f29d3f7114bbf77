/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file that is no pack, but another that comes from this program: it is called by its name, instead of all that a
 * pack would have. */

#include "config.h"

#include "map/ris3-pack-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "map/ris3-comment-register.h"
#include "model/ris3-exchange.h"

/* How many headings tell a table. */
#define N_TELLING 3
/* What a sheet says that tells of an export, before the version of the program. */
#define PROGRAM "RIS3 Atlas "
#define REGISTER_SHEET "comments"

static gboolean
is_of_register (const char *heading)
{
  const char *const *names = ris3_comment_register_get_columns ();

  for (guint i = 0; i < ris3_comment_register_get_n_columns (); i++)
    if (g_str_equal (heading, names[i]) || g_str_equal (heading, ris3_comment_register_get_title (i)))
      return TRUE;
  return FALSE;
}

/* Whether a row has headings of a table, and no others. table: RIS3_N_EXCHANGES: the register of comments */
static gboolean
is_heading_row (const Ris3TableRow *row, Ris3Exchange table)
{
  guint n = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      const char *cell = row->cells[i];

      if (*cell == '\0')
        continue;
      if (table == RIS3_N_EXCHANGES ? !is_of_register (cell) : ris3_exchange_find_column (table, cell) < 0)
        return FALSE;
      n++;
    }
  return n >= N_TELLING;
}

/* What it says of the program that wrote it. */
static gboolean
tells_program (const Ris3TableRow *row)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (g_str_has_prefix (row->cells[i], PROGRAM) && g_ascii_isdigit (row->cells[i][strlen (PROGRAM)]))
      return TRUE;
  return FALSE;
}

void
_ris3_pack_other_look (Ris3PackOther *self, const char *sheet, GPtrArray *rows)
{
  Ris3Exchange table;

  if (g_str_equal (sheet, REGISTER_SHEET))
    self->has_register_sheet = TRUE;
  else if (self->table == NULL && ris3_exchange_from_name (sheet, &table))
    self->table = ris3_exchange_get_title (table);
  for (guint i = 0; i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);

      self->is_export = self->is_export || tells_program (row);
      self->is_register = self->is_register || is_heading_row (row, RIS3_N_EXCHANGES);
      for (table = 0; !self->is_table && table < RIS3_N_EXCHANGES; table++)
        if (is_heading_row (row, table))
          {
            self->is_table = TRUE;
            self->table = ris3_exchange_get_title (table);
          }
    }
}

char *
_ris3_pack_other_describe (const Ris3PackOther *self)
{
  if (self->has_keys)
    return NULL;
  if (self->is_register || (self->is_export && self->has_register_sheet))
    return g_strdup (_ ("This is the register of comments, which is sent to authorities and not filled in. Choose the "
                        "packs that they have sent back."));
  if (self->is_table || (self->is_export && self->table != NULL))
    /* Translators: %s is a table of the atlas, such as “Strategies”. */
    return g_strdup_printf (_ ("This is the table “%s”, as it is exported, and no pack. Import it instead, or choose "
                               "the packs that authorities have sent back."),
                            self->table);
  if (self->is_export)
    return g_strdup (_ ("This is a table that was exported, and no pack. Choose the packs that authorities have sent "
                        "back."));
  return NULL;
}

char *
_ris3_pack_other_describe_file (const char *path)
{
  static const char pdf[] = "%PDF-", database[] = "SQLite format 3";
  static const char *const pictures[] = { "\x89PNG\r\n", "\xff\xd8\xff", "GIF8" };
  char head[sizeof database] = "";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  /* Nothing that would keep one waiting. */
  g_autoptr (GFileInputStream) stream
      = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_read (file, NULL, NULL) : NULL;
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, NULL))
    return NULL;
  if (length >= strlen (pdf) && memcmp (head, pdf, strlen (pdf)) == 0)
    return g_strdup (
        _ ("This is a PDF document, of which no answers can be read. Choose the spreadsheet that belongs to "
           "it."));
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (length >= strlen (pictures[i]) && memcmp (head, pictures[i], strlen (pictures[i])) == 0)
      return g_strdup (
          _ ("This is a picture, not a spreadsheet: no answers can be read of it. Choose the packs that authorities "
             "have sent back."));
  if (length == sizeof head && memcmp (head, database, sizeof head) == 0)
    return g_strdup (
        _ ("This is an atlas, or another database, and no pack. Choose the packs that authorities have sent "
           "back."));
  return NULL;
}
