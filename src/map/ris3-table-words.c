/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-table-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-fold.h"
#include "ris3-map-resources.h"

#define FOLDER "/io/github/ris3atlas/Ris3Atlas/headings/"
#define N_LANGUAGES 6
#define MAX_HEADING 100

typedef struct
{
  char *folded;
  gint column; /* -1: the table itself */
  guint rank;
  glong length; /* of folded, in letters */
} Heading;

typedef struct
{
  GArray *headings[RIS3_N_EXCHANGES]; /* of Heading */
  GHashTable *words;                  /* "list folded" to a stored value; both stay */
} Words;

/* What has neither letters nor digits ("✓") is what it is. */
static char *
fold (const char *text)
{
  g_autofree char *folded = ris3_fold (text);

  return *folded != '\0' ? g_steal_pointer (&folded) : g_strstrip (g_strdup (text));
}

static void
add_heading (Words *self, Ris3Exchange table, gint column, const char *text, guint rank)
{
  Heading heading = { fold (text), column, rank, 0 };

  heading.length = g_utf8_strlen (heading.folded, -1);
  if (*heading.folded != '\0')
    g_array_append_val (self->headings[table], heading);
  else
    g_free (heading.folded);
}

/* The columns of a line after the first two, a language each. */
static void
add_headings (Words *self, Ris3Exchange table, gint column, char **fields)
{
  for (guint i = 2; i < 2 + N_LANGUAGES; i++)
    {
      g_auto (GStrv) headings = g_strsplit (fields[i], ";", -1);

      for (guint j = 0; headings[j] != NULL; j++)
        add_heading (self, table, column, headings[j], RIS3_HEADING_TITLE + j);
    }
}

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  /* Named to be linked, looked up among all: see ris3-schema.c. */
  ris3_map_get_resource ();
  bytes = g_resources_lookup_data (path, 0, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strsplit (text, "\n", -1);
}

static void
read_headings (Words *self)
{
  g_auto (GStrv) lines = read_lines ("headings.csv");
  /* "table column": a line of one table goes before that of all. */
  g_autoptr (GHashTable) special = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      g_return_if_fail (g_strv_length (fields) == 2 + N_LANGUAGES);
      if (!g_str_equal (fields[0], "*"))
        g_hash_table_add (special, g_strconcat (fields[0], " ", fields[1], NULL));
    }
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
        {
          const char *name = ris3_exchange_get_name (table);
          g_autofree char *key = g_strconcat (name, " ", fields[1], NULL);
          gint column = ris3_exchange_find_column (table, fields[1]);

          if (!g_str_equal (fields[0], name) && (!g_str_equal (fields[0], "*") || g_hash_table_contains (special, key)))
            continue;
          if (column >= 0 || *fields[1] == '\0')
            add_headings (self, table, column, fields);
        }
    }
}

static void
read_words (Words *self)
{
  g_auto (GStrv) lines = read_lines ("words.csv");

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      const char *value;

      g_return_if_fail (g_strv_length (fields) == 2 + N_LANGUAGES);
      value = g_intern_string (fields[1]);
      for (guint j = 1; j < 2 + N_LANGUAGES; j++)
        {
          g_auto (GStrv) words = g_strsplit (fields[j], ";", -1);

          for (guint k = 0; words[k] != NULL; k++)
            {
              g_autofree char *folded = fold (words[k]);

              if (*folded != '\0')
                g_hash_table_insert (self->words, g_strconcat (fields[0], " ", folded, NULL), (gpointer) value);
            }
        }
    }
}

static Words *
get_words (void)
{
  static Words *all;

  if (g_once_init_enter (&all))
    {
      Words *self = g_new0 (Words, 1);

      self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint table = 0; table < RIS3_N_EXCHANGES; table++)
        {
          guint n_columns;
          const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

          self->headings[table] = g_array_new (FALSE, FALSE, sizeof (Heading));
          add_heading (self, table, -1, ris3_exchange_get_name (table), RIS3_HEADING_NAME);
          for (guint i = 0; i < n_columns; i++)
            {
              add_heading (self, table, (gint) i, columns[i].name, RIS3_HEADING_NAME);
              /* The reader may have a language that the lists have not. */
              add_heading (self, table, (gint) i, _ (columns[i].title), RIS3_HEADING_TITLE);
            }
        }
      read_headings (self);
      read_words (self);
      g_once_init_leave (&all, self);
    }
  return all;
}

/* How many letters are wrong, missing, too many or swapped. */
static guint
measure (const char *left, const char *right)
{
  glong n_left, n_right;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (left, -1, &n_left);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (right, -1, &n_right);
  g_autofree guint *rows = NULL;
  guint *before, *above, *row;

  rows = g_new (guint, 3 * (gsize) (n_right + 1));
  before = rows;
  above = rows + n_right + 1;
  row = above + n_right + 1;
  for (glong j = 0; j <= n_right; j++)
    above[j] = (guint) j;
  for (glong i = 1; i <= n_left; i++)
    {
      guint *spare = before;

      row[0] = (guint) i;
      for (glong j = 1; j <= n_right; j++)
        {
          row[j] = above[j - 1] + (a[i - 1] != b[j - 1]);
          row[j] = MIN (row[j], MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = spare;
    }
  return above[n_right];
}

static void
add_meaning (GArray *found, guint column, guint rank)
{
  Ris3HeadingMeaning meaning = { column, rank };

  for (guint i = 0; i < found->len; i++)
    {
      Ris3HeadingMeaning *known = &g_array_index (found, Ris3HeadingMeaning, i);

      if (known->column == column)
        {
          known->rank = MIN (known->rank, rank);
          return;
        }
    }
  g_array_append_val (found, meaning);
}

GArray *
ris3_table_words_find_columns (Ris3Exchange table, const char *heading)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Ris3HeadingMeaning));
  const GArray *headings;
  g_autofree char *folded = NULL;
  glong length;
  guint limit;

  g_return_val_if_fail (table < RIS3_N_EXCHANGES && heading != NULL, found);
  headings = get_words ()->headings[table];
  folded = fold (heading);
  length = g_utf8_strlen (folded, -1);
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *known = &g_array_index (headings, Heading, i);

      if (known->column >= 0 && g_str_equal (known->folded, folded))
        add_meaning (found, (guint) known->column, known->rank);
    }
  if (found->len > 0 || length < 5 || length > MAX_HEADING)
    return found;
  /* Of short words, too many are like another. */
  limit = length < 9 ? 1 : 2;
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *known = &g_array_index (headings, Heading, i);
      guint distance;

      if (known->column < 0 || ABS (known->length - length) > (glong) limit)
        continue;
      distance = measure (folded, known->folded);
      if (distance <= limit)
        add_meaning (found, (guint) known->column, RIS3_HEADING_SIMILAR + 20 * distance + known->rank);
    }
  return found;
}

gboolean
ris3_table_words_is_table (Ris3Exchange table, const char *name)
{
  const GArray *headings;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (table < RIS3_N_EXCHANGES && name != NULL, FALSE);
  headings = get_words ()->headings[table];
  folded = fold (name);
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *known = &g_array_index (headings, Heading, i);

      if (known->column < 0 && g_str_equal (known->folded, folded))
        return TRUE;
    }
  return FALSE;
}

gboolean
ris3_table_words_has_column (Ris3Exchange table, guint column)
{
  const GArray *headings = get_words ()->headings[table];
  guint n = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *known = &g_array_index (headings, Heading, i);

      n += known->column == (gint) column && known->rank == RIS3_HEADING_TITLE;
    }
  /* and the title in the reader's language */
  return n >= N_LANGUAGES + 1;
}

const char *
ris3_table_words_find (const char *list, const char *word)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (list != NULL && word != NULL, NULL);
  if (strlen (word) > MAX_HEADING)
    return NULL;
  folded = fold (word);
  key = g_strconcat (list, " ", folded, NULL);
  return g_hash_table_lookup (get_words ()->words, key);
}
