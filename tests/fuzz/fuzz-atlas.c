/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An atlas with its journals. An input does not hold a whole file, which would be slow to change in a way that
 * matters, but says what to do to a small good one:
 *
 *   flags    1 byte: which journals are beside it, whether it is read-only, and whether it is copied too
 *   records  a byte for what to do, and its arguments:
 *     PATCH    offset (3 bytes), length (1), bytes: over the file's own
 *     JOURNAL  length (2), bytes: at the end of the rollback journal
 *     WAL      length (2), bytes: at the end of the write-ahead log
 *     VALUE    table (1), column (1), row (1), kind (1), value: any value in any field, whatever the rules say
 *     SQL      length (2), text: what a hostile author can do with SQLite's own shell
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "model/ris3-atlas.h"
#include "model/ris3-check.h"

enum
{
  HAS_JOURNAL = 1 << 0,
  HAS_WAL = 1 << 1,
  IS_READ_ONLY = 1 << 2,
  IS_COPIED = 1 << 3,
};

enum
{
  RECORD_PATCH,
  RECORD_JOURNAL,
  RECORD_WAL,
  RECORD_VALUE,
  RECORD_SQL,
  N_RECORDS,
};

#define PRECIOUS "precious"
#define ATLAS "a.ris3atlas"
#define COPY "b.ris3atlas"

static char *folder;
static GBytes *good;

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
run_sql (sqlite3 *handle, const char *sql)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (handle), sql);
}

/* A row in each table that is read; small pages, so that a byte of the input more often hits something. */
static const char *const small[] = {
  "PRAGMA page_size = 512",
  "VACUUM",
  "INSERT INTO meta VALUES ('title', 'Small'), ('data_date', '2026-01-31')",
  "INSERT INTO region VALUES (2016, 'AT', 0, NULL, 'AT', 'Österreich', 'Österreich', 'Austria'),"
  " (2016, 'AT1', 1, 'AT', 'AT', 'Ostösterreich', 'Ostösterreich', '')",
  "INSERT INTO strategy VALUES ('at', 2016, 'AT', 'Austria', 'Strategy', 2014, '2014-2020', 'de', 'desk', '', '', 0, 1,"
  " 1, 'text', 0, 'strategy', 'Title', 'https://example.org/', '', '')",
  "INSERT INTO priority VALUES (1, 'at', NULL, 1, '1', '', 'Health', 3, '3', '', '', 0, 0),"
  " (2, 'at', 1, 1, '1.1', '', 'Personalised medicine', 3, '3', '', '', 1, 0)",
  "INSERT INTO codebook VALUES ('health-theme', '1', 'a', NULL, 1, 'A'), ('health-theme', '1', 'b', 'a', 2, 'B')",
  "INSERT INTO priority_theme VALUES (2, 'health-theme', '1', 'b', 1)",
  "INSERT INTO participation VALUES (1, 'P', 'member', 'AT', 2016, 'AT', 'Vienna', 'x')",
  "INSERT INTO assessment VALUES (1, 2016, 'AT', 'Commission', 1, 'x')",
  "INSERT INTO comment VALUES (1, 'k', NULL, NULL, NULL, 2016, 'AT', 'priority', 'x', 'at', 2, '', '', '', 'analyst',"
  " '', '', '', 'Text', '', '', 'received', '', '')",
};

static const char *const tables[] = { "meta",           "region",        "strategy",   "priority", "codebook",
                                      "priority_theme", "participation", "assessment", "comment" };

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Atlas) atlas = NULL;
  sqlite3 *handle;
  char *contents;
  gsize size;

  folder = g_dir_make_tmp ("ris3-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  /* Journals name files by paths, and here a relative one will do. */
  g_assert (chdir (folder) == 0);
  atlas = ris3_atlas_create (ATLAS, &error);
  g_assert_no_error (error);
  g_assert (sqlite3_open (ATLAS, &handle) == SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    run_sql (handle, small[i]);
  sqlite3_close (handle);
  g_file_get_contents (ATLAS, &contents, &size, &error);
  g_assert_no_error (error);
  good = g_bytes_new_take (contents, size);
  return 0;
}

typedef struct
{
  const uint8_t *data;
  size_t size;
} Input;

static guint
take_number (Input *input, guint n_bytes)
{
  guint number = 0;

  for (; n_bytes > 0; n_bytes--)
    {
      number = number << 8 | (input->size > 0 ? *input->data : 0);
      if (input->size > 0)
        {
          input->data++;
          input->size--;
        }
    }
  return number;
}

static const uint8_t *
take_bytes (Input *input, guint *length)
{
  const uint8_t *bytes = input->data;

  *length = (guint) MIN (*length, input->size);
  input->data += *length;
  input->size -= *length;
  return bytes;
}

static int
stop_late (void *steps)
{
  return --*(gint *) steps < 0;
}

/* What anybody can do to a file of their own. */
static void
change_rows (const char *sql, const uint8_t *value, guint length, guint kind)
{
  sqlite3 *handle;
  sqlite3_stmt *statement;
  gint steps = 50;

  g_assert (sqlite3_open (ATLAS, &handle) == SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF",
                NULL, NULL, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 1 << 20);
  sqlite3_progress_handler (handle, 1000, stop_late, &steps);
  while (sqlite3_prepare_v2 (handle, sql, -1, &statement, &sql) == SQLITE_OK && statement != NULL)
    {
      switch (kind)
        {
        case 1:
          sqlite3_bind_int64 (statement, 1, length > 0 ? value[0] : G_MININT64);
          break;
        case 2:
          sqlite3_bind_text (statement, 1, (const char *) value, (int) length, SQLITE_STATIC);
          break;
        case 3:
          sqlite3_bind_blob (statement, 1, value, (int) length, SQLITE_STATIC);
          break;
        case 4:
          sqlite3_bind_double (statement, 1, length > 0 ? 1e300 * value[0] : -1);
          break;
        case 5:
          sqlite3_bind_zeroblob (statement, 1, (int) length * 4096);
          break;
        }
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      sqlite3_finalize (statement);
    }
  sqlite3_close (handle);
}

static void
set_value (guint table, guint column, guint row, guint kind, const uint8_t *value, guint length)
{
  const char *name = tables[table % G_N_ELEMENTS (tables)];
  g_autofree char *list = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') LIMIT 1 OFFSET %u", name, column);
  g_autofree char *sql = NULL;
  sqlite3 *handle;
  sqlite3_stmt *statement;

  g_assert (sqlite3_open (ATLAS, &handle) == SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, list, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    sql = g_strdup_printf ("UPDATE %s SET %s = ? WHERE (SELECT count(*) FROM %s) > 0", name,
                           sqlite3_column_text (statement, 0), name);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  if (sql != NULL)
    change_rows (sql, value, length, kind % 6);
}

static void
write_bytes (const char *name, gconstpointer data, gsize size)
{
  FILE *file = fopen (name, "wb");

  g_assert (file != NULL);
  g_assert (fwrite (data, 1, size, file) == size);
  fclose (file);
}

static void
apply (Input *input, GByteArray *journal, GByteArray *wal)
{
  GByteArray *side = journal;
  const uint8_t *bytes;
  guint arguments[4];
  guint length;

  switch (take_number (input, 1) % N_RECORDS)
    {
    case RECORD_PATCH:
      arguments[0] = take_number (input, 3);
      length = take_number (input, 1);
      bytes = take_bytes (input, &length);
      {
        FILE *file = fopen (ATLAS, "r+b");

        g_assert (file != NULL);
        fseek (file, (long) (arguments[0] % g_bytes_get_size (good)), SEEK_SET);
        fwrite (bytes, 1, length, file);
        fclose (file);
      }
      break;
    case RECORD_WAL:
      side = wal;
      G_GNUC_FALLTHROUGH;
    case RECORD_JOURNAL:
      length = take_number (input, 2);
      bytes = take_bytes (input, &length);
      g_byte_array_append (side, bytes, length);
      break;
    case RECORD_VALUE:
      for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
        arguments[i] = take_number (input, 1);
      length = take_number (input, 1);
      bytes = take_bytes (input, &length);
      set_value (arguments[0], arguments[1], arguments[2], arguments[3], bytes, length);
      break;
    case RECORD_SQL:
      length = take_number (input, 2);
      bytes = take_bytes (input, &length);
      {
        g_autofree char *sql = g_strndup ((const char *) bytes, length);

        change_rows (sql, NULL, 0, 0);
      }
      break;
    }
}

static void
walk (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);

      g_assert (object != NULL);
      if (RIS3_IS_STRATEGY (object))
        walk (ris3_strategy_get_priorities (RIS3_STRATEGY (object)));
      else if (RIS3_IS_PRIORITY (object))
        walk (ris3_priority_get_children (RIS3_PRIORITY (object)));
    }
}

/* Whether a check found that the file is not to be opened. */
static gboolean
is_damaged (GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (g_str_equal (((Ris3Finding *) g_ptr_array_index (findings, i))->kind, "damage"))
      return TRUE;
  return findings == NULL;
}

static gboolean
is_unfinished (GPtrArray *findings)
{
  return findings != NULL && findings->len == 1
         && g_str_equal (((Ris3Finding *) g_ptr_array_index (findings, 0))->kind, "unfinished");
}

static void
clean (void)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_unlink (name);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) journal = g_byte_array_new ();
  g_autoptr (GByteArray) wal = g_byte_array_new ();
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  Input input = { data, size };
  guint flags = take_number (&input, 1);

  clean ();
  write_bytes (PRECIOUS, "precious", 8);
  write_bytes (ATLAS, g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  while (input.size > 0)
    apply (&input, journal, wal);
  if (flags & HAS_JOURNAL)
    write_bytes (ATLAS "-journal", journal->data, journal->len);
  if (flags & HAS_WAL)
    write_bytes (ATLAS "-wal", wal->data, wal->len);
  g_chmod (ATLAS, flags & IS_READ_ONLY ? 0444 : 0644);

  findings = ris3_atlas_check (ATLAS, NULL, NULL);
  atlas = ris3_atlas_open (ATLAS, NULL, &error);
  g_assert ((atlas == NULL) == (error != NULL));
  if (error != NULL)
    g_assert (error->domain == RIS3_ATLAS_ERROR && error->code != RIS3_ATLAS_ERROR_INTERNAL);
  /* One verdict, but for what only opening can mend. */
  if (!is_unfinished (findings))
    g_assert (is_damaged (findings) == (atlas == NULL));
  if (atlas != NULL)
    {
      walk (ris3_atlas_get_strategies (atlas));
      walk (ris3_atlas_get_participations (atlas));
      walk (ris3_atlas_get_comments (atlas));
      walk (ris3_atlas_get_assessments (atlas));
    }
  /* What is opened can be copied, and the copy is as good. */
  if (flags & IS_COPIED)
    {
      g_autoptr (Ris3Atlas) copy = NULL;

      g_assert (ris3_atlas_copy (ATLAS, COPY, NULL) == (atlas != NULL));
      copy = ris3_atlas_open_overview (COPY, NULL, NULL);
      g_assert ((copy != NULL) == (atlas != NULL));
      if (copy != NULL)
        g_assert (g_list_model_get_n_items (ris3_atlas_get_strategies (copy))
                  == g_list_model_get_n_items (ris3_atlas_get_strategies (atlas)));
    }
  g_assert (access (PRECIOUS, F_OK) == 0);
  return 0;
}
