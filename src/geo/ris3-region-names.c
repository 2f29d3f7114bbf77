/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-region-names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "geo/ris3-boundaries.h"
#include "geo/ris3-nuts-version.h"

#define EUROPE "150"
#define MAX_FIELDS 8

struct _Ris3RegionNames
{
  gatomicrefcount ref_count;
  GPtrArray *texts; /* of char *: the tables, cut up into strings in place */
  GArray *rows;     /* Ris3NameRow */
  GArray *codes;    /* Ris3CodeRow */
};

/* The region of an id, in the version that is loaded; NULL where that has none. */
typedef GHashTable CodesById;

const char *const ris3_name_languages[]
    = { "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu",
        "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv", NULL };

const char *
ris3_name_language_of_locale (void)
{
  const char *const *locales = g_get_language_names ();

  for (guint i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *language = g_strndup (locales[i], strcspn (locales[i], "_.@"));

      for (guint j = 0; ris3_name_languages[j] != NULL; j++)
        if (g_str_equal (ris3_name_languages[j], language))
          return ris3_name_languages[j];
    }
  return "en";
}

/* Cuts the next line of CSV into its fields, in place. Returns where the line after it begins, NULL after the last. */
static char *
cut_line (char *line, char *fields[MAX_FIELDS], guint *n_fields)
{
  char *at = line;

  for (*n_fields = 0; *n_fields < MAX_FIELDS;)
    {
      gboolean is_quoted = *at == '"';
      char *to = is_quoted ? ++at : at;
      char end;

      fields[(*n_fields)++] = to;
      for (; *at != '\0' && (is_quoted || (*at != ',' && *at != '\n')); at++)
        {
          if (is_quoted && *at == '"' && at[1] != '"')
            {
              at++;
              is_quoted = FALSE;
              break;
            }
          if (is_quoted && *at == '"')
            at++;
          *to++ = *at;
        }
      end = *at;
      *to = '\0';
      if (end != ',')
        return end == '\n' && at[1] != '\0' ? at + 1 : NULL;
      at++;
    }
  return NULL;
}

/* (transfer none), NULL where it cannot be read */
static char *
read_table (Ris3RegionNames *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  g_ptr_array_add (self->texts, text);
  if (g_utf8_validate (text, (gssize) length, NULL))
    return text;
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("“%s” is not a table of names of regions. Install the program again."), path);
  return NULL;
}

static gboolean
complain (GError **error, const char *name, guint line)
{
  g_set_error (error, RIS3_GEO_ERROR, RIS3_GEO_ERROR_INVALID,
               _ ("Line %u of “%s”, a table of names of regions, is not as it should be. Install the program again."),
               line, name);
  return FALSE;
}

static void
add_code (Ris3RegionNames *self, const char *code, const char *other)
{
  Ris3CodeRow row = { code, other };

  if (*other != '\0')
    g_array_append_val (self->codes, row);
}

/* Which region of the version each id is. Ids with a slash are our own, not ISO's. */
static CodesById *
read_regions (Ris3RegionNames *self, const char *folder, guint nuts_version, GError **error)
{
  g_autofree char *column_name = g_strdup_printf ("nuts_%u", nuts_version);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  char *line = read_table (self, folder, "regions.csv", error);
  char *fields[MAX_FIELDS];
  guint n_fields, n_columns = 0, column = 0;

  if (line == NULL)
    return NULL;
  for (guint n = 1; line != NULL; n++)
    {
      line = cut_line (line, fields, &n_fields);
      if (n == 1)
        {
          n_columns = n_fields;
          for (column = 0; column < n_fields && !g_str_equal (fields[column], column_name); column++)
            ;
        }
      if (n_fields != n_columns || column == n_columns || n_columns < 4)
        {
          complain (error, "regions.csv", n);
          return NULL;
        }
      if (n == 1 || *fields[column] == '\0')
        continue;
      g_hash_table_insert (codes, fields[0], fields[column]);
      if (strchr (fields[0], '/') == NULL)
        add_code (self, fields[column], fields[0]);
      add_code (self, fields[column], fields[n_columns - 2]);
    }
  g_hash_table_insert (codes, (gpointer) EUROPE, (gpointer) EUROPE);
  return g_steal_pointer (&codes);
}

static gboolean
read_language (Ris3RegionNames *self,
               const char *folder,
               const char *language,
               guint index,
               CodesById *codes,
               GError **error)
{
  g_autofree char *name = g_strconcat (language, ".csv", NULL);
  char *line = read_table (self, folder, name, error);
  char *fields[MAX_FIELDS];
  const char *last_id = "";
  guint n_fields;

  if (line == NULL)
    return FALSE;
  for (guint n = 1; line != NULL; n++)
    {
      Ris3NameRow row = { .language = index };

      line = cut_line (line, fields, &n_fields);
      if (n_fields != 2 || *fields[0] == '\0' || *fields[1] == '\0')
        return complain (error, name, n);
      row.code = g_hash_table_lookup (codes, fields[0]);
      row.name = fields[1];
      row.is_alternate = g_str_equal (fields[0], last_id);
      last_id = fields[0];
      if (n > 1 && row.code != NULL)
        g_array_append_val (self->rows, row);
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Ris3NameRow *left = a, *right = b;
  int order = strcmp (left->code, right->code);

  if (order == 0 && left->language != right->language)
    return left->language < right->language ? -1 : 1;
  return order != 0 ? order : left->is_alternate - right->is_alternate;
}

Ris3RegionNames *
ris3_region_names_load (const char *folder, guint nuts_version, const char *const *languages, GError **error)
{
  g_autoptr (Ris3RegionNames) self = NULL;
  g_autoptr (GHashTable) codes = NULL;

  g_return_val_if_fail (folder != NULL && languages != NULL, NULL);
  g_return_val_if_fail (ris3_nuts_version_is_known (nuts_version), NULL);

  self = g_new0 (Ris3RegionNames, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Ris3NameRow));
  self->codes = g_array_new (FALSE, FALSE, sizeof (Ris3CodeRow));
  codes = read_regions (self, folder, nuts_version, error);
  if (codes == NULL)
    return NULL;
  for (guint i = 0; languages[i] != NULL; i++)
    if (!read_language (self, folder, languages[i], i, codes, error))
      return NULL;
  g_array_sort (self->rows, compare_rows);
  return g_steal_pointer (&self);
}

Ris3RegionNames *
ris3_region_names_ref (Ris3RegionNames *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_region_names_unref (Ris3RegionNames *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->texts);
  g_array_unref (self->rows);
  g_array_unref (self->codes);
  g_free (self);
}

const Ris3NameRow *
ris3_region_names_get_rows (Ris3RegionNames *self, guint *n_rows)
{
  g_return_val_if_fail (self != NULL && n_rows != NULL, NULL);
  *n_rows = self->rows->len;
  return (const Ris3NameRow *) (gpointer) self->rows->data;
}

const Ris3NameRow *
ris3_region_names_lookup (Ris3RegionNames *self, const char *code, guint *n_rows)
{
  const Ris3NameRow *rows;
  guint low = 0, high, end;

  g_return_val_if_fail (self != NULL && code != NULL && n_rows != NULL, NULL);
  rows = ris3_region_names_get_rows (self, &high);
  end = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (rows[middle].code, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n_rows = 0; low + *n_rows < end && g_str_equal (rows[low + *n_rows].code, code);)
    (*n_rows)++;
  return rows + low;
}

const Ris3CodeRow *
ris3_region_names_get_codes (Ris3RegionNames *self, guint *n_codes)
{
  g_return_val_if_fail (self != NULL && n_codes != NULL, NULL);
  *n_codes = self->codes->len;
  return (const Ris3CodeRow *) (gpointer) self->codes->data;
}
