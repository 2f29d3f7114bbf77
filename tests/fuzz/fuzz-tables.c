/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table: the first byte says which of the builder's tables it is, and the rest is the file. What is read must be
 * the whole file, and read again after it is written out; then an atlas is built of it and of good other tables.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-csv-text-private.h"
#include "geo/ris3-gdal-loaders-private.h"
#include "model/ris3-atlas.h"
#include "model/ris3-import.h"

#define N_TABLES 6
#define ATLAS "a.ris3atlas"

static const char *const good[N_TABLES] = {
  "key,value\ntitle,T\ndata_date,2026-01-31\n",
  "scheme,version,code,parent_code,name\nhealth-theme,1,a,,A\n",
  "strategy_id,nuts_version,nuts_code,nuts_level,country,region_name,title,year,period,language,analysis_state,"
  "has_health_priority,pm_mark,pm_basis,pm_disputed,source_kind,source_title,source_url,document_url,remark\n"
  "AT-1,2016,AT,0,AT,Austria,T,2016,2014-2020,en,desk,1,0,,,strategy,,https://example.org/,,\n",
  NULL, /* these three are those of the default atlas, without rows */
  NULL,
  NULL,
};
static const char *const names[N_TABLES]
    = { "meta.csv", "codebook.csv", "strategies.csv", "priorities.csv", "participation.csv", "pm_assessments.csv" };

static Ris3Table *tables[N_TABLES];

static Ris3Table *
read_csv (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (Ris3CsvText) csv = ris3_csv_text_new (bytes, name, NULL, error);

  return csv != NULL ? ris3_gdal_read_csv (csv, name, 0, NULL, NULL, error) : NULL;
}

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-fuzz-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (TABLES, names[i], NULL);
      g_autofree char *text = good[i] != NULL ? g_strdup (good[i]) : NULL;

      if (text == NULL)
        {
          g_assert_true (g_file_get_contents (path, &text, NULL, &error));
          *(strchr (text, '\n') + 1) = '\0';
        }
      tables[i] = read_csv (text, strlen (text), names[i], &error);
      g_assert_no_error (error);
    }
  g_assert_true (chdir (folder) == 0);
  return 0;
}

static void
append_row (GString *text, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_auto (GStrv) parts = g_strsplit (cells[i], "\"", -1);
      g_autofree char *escaped = g_strjoinv ("\"\"", parts);

      g_string_append_printf (text, "%s\"%s\"", i > 0 ? ";" : "", escaped);
    }
  g_string_append (text, "\r\n");
}

/* What was read is whole, and the same when it is written and read again. */
static void
check_table (Ris3Table *table, gsize size)
{
  guint n_columns = ris3_table_get_n_columns (table), n_rows = ris3_table_get_n_rows (table);
  const char *const *cells = ris3_table_get_cells (table);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Ris3Table) again = NULL;
  gsize length = 0;

  append_row (text, ris3_table_get_columns (table), n_columns);
  for (guint row = 0; row < n_rows; row++)
    append_row (text, cells + row * n_columns, n_columns);
  again = read_csv (text->str, text->len, "again", NULL);
  g_assert_true (again != NULL && ris3_table_get_n_columns (again) == n_columns
                 && ris3_table_get_n_rows (again) == n_rows);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      g_assert_true (g_utf8_validate (cells[i], -1, NULL));
      g_assert_cmpstr (cells[i], ==, ris3_table_get_cells (again)[i]);
      length += strlen (cells[i]);
    }
  /* A byte of Windows-1252 becomes up to three. */
  g_assert_cmpuint (length, <=, 3 * size);
  for (guint row = 1; row < n_rows; row++)
    g_assert_cmpuint (ris3_table_get_lines (table)[row - 1], <, ris3_table_get_lines (table)[row]);
}

static void
build (guint changed, Ris3Table *table)
{
  Ris3ImportSource source = { 0 };
  Ris3ImportTable *const targets[N_TABLES] = { &source.meta,       &source.codebook,       &source.strategies,
                                               &source.priorities, &source.participations, &source.assessments };
  g_autoptr (Ris3Atlas) atlas = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TABLES; i++)
    {
      Ris3Table *used = i == changed ? table : tables[i];

      *targets[i] = (Ris3ImportTable){ names[i],
                                       ris3_table_get_columns (used),
                                       ris3_table_get_n_columns (used),
                                       ris3_table_get_cells (used),
                                       ris3_table_get_n_rows (used),
                                       ris3_table_get_lines (used) };
    }
  if (!ris3_atlas_build (ATLAS, &source, &error))
    {
      g_assert_true (error->domain == RIS3_ATLAS_ERROR && error->code != RIS3_ATLAS_ERROR_INTERNAL);
      return;
    }
  atlas = ris3_atlas_open (ATLAS, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&atlas);
  g_unlink (ATLAS);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3Table) table = NULL;
  guint id;

  if (size == 0)
    return 0;
  id = data[0] % N_TABLES;
  table = read_csv ((const char *) data + 1, size - 1, names[id], &error);
  g_assert_true ((table == NULL) == (error != NULL));
  if (table == NULL)
    {
      g_assert_true (error->domain == RIS3_GEO_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strlen (error->message) < 1000);
      return 0;
    }
  check_table (table, size);
  if (ris3_table_get_n_columns (table) == ris3_table_get_n_columns (tables[id]))
    build (id, table);
  return 0;
}
