/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo/ris3-geopackage-private.h"

#define PAGE_SIZE 512

/* A database of one page, whose schema has one row: five columns, the last of them a statement. */
static void
make_file (guint8 *page, const char *statement)
{
  guint8 *cell = page + PAGE_SIZE - 256;
  gsize length = strlen (statement);

  g_assert_cmpuint (length, <, 57); /* one byte says its type, and one its size */
  memset (page, 0, PAGE_SIZE);
  memcpy (page, "SQLite format 3", 16);
  page[16] = PAGE_SIZE >> 8;
  page[59] = 1;
  page[100] = 0x0d;
  page[104] = 1;
  page[108] = (PAGE_SIZE - 256) >> 8;
  cell[0] = (guint8) (6 + length);
  cell[1] = 1;
  cell[2] = 6;
  cell[7] = (guint8) (13 + 2 * length);
  memcpy (cell + 8, statement, length);
}

static void
test_statements (void)
{
  static const struct
  {
    const char *statement;
    gboolean is_harmless;
  } cases[] = {
    { "CREATE TABLE a (b)", TRUE },
    { "CREATE TABLE a (\"as\", 'as', `as`, [as], asa, aas)", TRUE },
    { "CREATE TABLE a (b) -- as\n", TRUE },
    { "CREATE TABLE a (b /* as */)", TRUE },
    { "CREATE TABLE a (b DEFAULT 'it''s as good')", TRUE },
    { "CREATE TABLE a (äas)", TRUE },
    { "CREATE TABLE a (b, c AS (b))", FALSE },
    { "CREATE TABLE a (b, c as(b))", FALSE },
    { "CREATE TABLE a (b, c/**/As/**/(b))", FALSE },
    { "CREATE TABLE a (\"b\"\"\", c AS (1))", FALSE },
    { "CREATE TABLE a ([b]as(1), c)", FALSE },
    { "CREATE TABLE a (b) -- \nAS", FALSE },
    { "CREATE INDEX a ON b (c)", TRUE },
    { "CREATE UNIQUE INDEX a ON b (c)", TRUE },
    { "CREATE TRIGGER a", TRUE },
    { "CREATE VIEW a AS SELECT 1", FALSE },
    { "CREATE  VIEW a AS SELECT 1", FALSE },
    { "create view a as select 1", FALSE },
    { "CREATE/**/VIEW a AS SELECT 1", FALSE },
    { "CREATE TEMP VIEW a AS SELECT 1", FALSE },
    { "CREATE VIRTUAL TABLE a USING rtree(id, b, c)", TRUE },
    { "CREATE VIRTUAL TABLE \"a USING rtree\" USING b", FALSE },
    { "CREATE VIRTUAL TABLE a USING \"rtree\"(b)", FALSE },
    { "CREATE VIRTUAL TABLE a", FALSE },
    { "SELECT 1", FALSE },
  };
  guint8 page[PAGE_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;

      make_file (page, cases[i].statement);
      g_test_message ("%s", cases[i].statement);
      g_assert_true (ris3_geopackage_check (page, sizeof page, &problem) == cases[i].is_harmless);
      g_assert_true ((problem == NULL) == cases[i].is_harmless);
    }
}

/* Found by fuzzing: there was no memory for the contents of a row that has none. */
static void
test_empty_row (void)
{
  guint8 page[PAGE_SIZE];
  g_autofree char *problem = NULL;

  make_file (page, "");
  page[PAGE_SIZE - 256] = 0;
  g_assert_false (ris3_geopackage_check (page, sizeof page, &problem));
  g_assert_nonnull (problem);
}

/* Each byte, each value: nothing outside the file is read, and it ends. */
static void
test_damage (void)
{
  guint8 page[PAGE_SIZE];

  make_file (page, "CREATE TABLE a (b, c AS (1))");
  for (guint size = 0; size < sizeof page; size++)
    {
      g_autofree guint8 *copy = g_memdup2 (page, MAX (size, 1));
      g_autofree char *problem = NULL;

      g_assert_false (ris3_geopackage_check (copy, size, &problem));
    }
  for (guint i = 0; i < sizeof page; i++)
    for (guint value = 0; value < 256; value += 5)
      {
        g_autofree guint8 *copy = g_memdup2 (page, sizeof page);
        g_autofree char *problem = NULL;

        copy[i] = (guint8) value;
        ris3_geopackage_check (copy, sizeof page, &problem);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geopackage/statements", test_statements);
  g_test_add_func ("/geo/geopackage/empty-row", test_empty_row);
  g_test_add_func ("/geo/geopackage/damage", test_damage);
  return g_test_run ();
}
