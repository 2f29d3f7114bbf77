/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What countries are called in the languages of the program (data/names/), and which group they are in
 * (data/countries/). */

#include "config.h"

#include "model/ris3-countries-private.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/ris3atlas/Ris3Atlas/model/countries/"

typedef struct
{
  const char *code;
  const char *name;
} Name;

/* Those of po/LINGUAS, and English. */
static const char *const languages[] = { "en", "de", "es", "fr", "it", "pl" };

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
}

/* Eurostat's codes are not ISO's. */
static const char *
get_eurostat_code (const char *code)
{
  return g_intern_string (g_str_equal (code, "GR") ? "EL" : g_str_equal (code, "GB") ? "UK" : code);
}

/* The names of countries; the other lines are about regions, and a name in quotes is not a country's. */
static GArray *
read_names (const char *language)
{
  g_autofree char *file = g_strconcat (language, ".csv", NULL);
  g_auto (GStrv) lines = read_lines (file);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_isupper (lines[i][0]) && g_ascii_isupper (lines[i][1]) && lines[i][2] == ',')
      {
        Name name = { NULL, g_intern_string (lines[i] + 3) };

        lines[i][2] = '\0';
        name.code = get_eurostat_code (lines[i]);
        g_array_append_val (names, name);
      }
  return names;
}

static GArray *
get_names (guint language)
{
  static GArray *names[G_N_ELEMENTS (languages)];

  if (g_once_init_enter (&names[language]))
    g_once_init_leave (&names[language], read_names (languages[language]));
  return names[language];
}

static const char *
find_in (guint language, const char *code)
{
  GArray *names = get_names (language);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_array_index (names, Name, i).code, code))
      return g_array_index (names, Name, i).name;
  return NULL;
}

static guint
get_language_of_locale (void)
{
  const char *const *locales = g_get_language_names ();

  for (guint i = 0; locales[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      if (strncmp (locales[i], languages[j], 2) == 0 && !g_ascii_isalpha (locales[i][2]))
        return j;
  return 0;
}

const char *
ris3_country_find_name (const char *code)
{
  const char *name;

  g_return_val_if_fail (code != NULL, NULL);
  name = find_in (get_language_of_locale (), code);
  return name != NULL ? name : find_in (0, code);
}

const char *
ris3_country_get_name (const char *code)
{
  const char *name = ris3_country_find_name (code);

  return name != NULL ? name : g_intern_string (code);
}

void
ris3_country_for_each_name (void (*func) (const char *code, const char *name, gpointer user_data), gpointer user_data)
{
  for (guint language = 0; language < G_N_ELEMENTS (languages); language++)
    {
      GArray *names = get_names (language);

      for (guint i = 0; i < names->len; i++)
        func (g_array_index (names, Name, i).code, g_array_index (names, Name, i).name, user_data);
    }
}

static GHashTable *
read_groups (void)
{
  g_auto (GStrv) lines = read_lines ("groups.csv");
  GHashTable *groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", 3);

      g_hash_table_insert (groups, (gpointer) g_intern_string (fields[0]), (gpointer) g_intern_string (fields[1]));
    }
  return groups;
}

const char *
ris3_country_get_group (const char *code)
{
  static GHashTable *groups;

  g_return_val_if_fail (code != NULL, NULL);
  if (g_once_init_enter (&groups))
    g_once_init_leave (&groups, read_groups ());
  return g_hash_table_lookup (groups, code);
}
