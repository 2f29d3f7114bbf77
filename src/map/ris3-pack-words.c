/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-pack-words.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "geo/ris3-fold.h"
#include "ris3-map-resources.h"

#define PATH "/io/github/ris3atlas/Ris3Atlas/headings/packs.ini"
#define GROUP "pack"

static const char *const languages[] = { "en", "de", "es", "fr", "it", "pl", NULL };

typedef struct
{
  GHashTable *words;  /* of "name language" */
  GHashTable *folded; /* the same, as they are compared */
} Words;

static char *
make_key (const char *name, const char *language)
{
  return g_strconcat (name, " ", language, NULL);
}

static void
add_name (Words *self, GKeyFile *file, const char *name)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *text = g_key_file_get_locale_string (file, GROUP, name, languages[i], NULL);

      g_hash_table_insert (self->folded, make_key (name, languages[i]), ris3_fold (text));
      g_hash_table_insert (self->words, make_key (name, languages[i]), text);
    }
}

static Words *
load (void)
{
  Words *self = g_new0 (Words, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) names = NULL;

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* Named to be linked, looked up among all: see ris3-schema.c. */
  ris3_map_get_resource ();
  bytes = g_resources_lookup_data (PATH, 0, NULL);
  g_return_val_if_fail (bytes != NULL, self);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    g_return_val_if_reached (self);
  names = g_key_file_get_keys (file, GROUP, NULL, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    if (strchr (names[i], '[') == NULL)
      add_name (self, file, names[i]);
  return self;
}

static const Words *
get_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, (GThreadFunc) (GCallback) load, NULL);
}

const char *const *
ris3_pack_words_get_languages (void)
{
  return languages;
}

const char *
ris3_pack_words_fit_language (const char *language)
{
  for (guint i = 0; language != NULL && languages[i] != NULL; i++)
    if (g_str_equal (languages[i], language))
      return languages[i];
  return languages[0];
}

const char *
ris3_pack_words_guess_language (const char *region_code)
{
  /* Not of Belgium, Luxembourg or Switzerland, which have several. */
  static const char *const countries[][2]
      = { { "AT", "de" }, { "DE", "de" }, { "ES", "es" }, { "FR", "fr" }, { "IT", "it" }, { "PL", "pl" } };

  g_return_val_if_fail (region_code != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_has_prefix (region_code, countries[i][0]))
      return countries[i][1];
  return languages[0];
}

const char *
ris3_pack_words_get (const char *name, const char *language)
{
  g_autofree char *key = NULL;
  const char *word;

  g_return_val_if_fail (name != NULL && language != NULL, NULL);
  key = make_key (name, language);
  word = g_hash_table_lookup (get_words ()->words, key);
  g_return_val_if_fail (word != NULL, "");
  return word;
}

char *
ris3_pack_words_format_date (const char *date, const char *language)
{
  g_auto (GStrv) months = NULL;
  g_autofree char *number = NULL, *of_year = NULL;
  guint year, month, day;
  GString *text;
  char more;

  g_return_val_if_fail (date != NULL && language != NULL, NULL);
  if (sscanf (date, "%4u-%2u-%2u%c", &year, &month, &day, &more) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (date);
  months = g_strsplit (ris3_pack_words_get ("months", language), ",", G_DATE_DECEMBER);
  g_return_val_if_fail (g_strv_length (months) == G_DATE_DECEMBER, g_strdup (date));
  number = day == 1 ? g_strdup (ris3_pack_words_get ("date-first", language)) : g_strdup_printf ("%u", day);
  of_year = g_strdup_printf ("%u", year);
  text = g_string_new (ris3_pack_words_get ("date", language));
  g_string_replace (text, "{day}", number, 1);
  g_string_replace (text, "{month}", months[month - 1], 1);
  g_string_replace (text, "{year}", of_year, 1);
  return g_string_free (text, FALSE);
}

gint
ris3_pack_words_find (const char *const *names, const char *text, const char **language)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (names != NULL && text != NULL, -1);
  folded = ris3_fold (text);
  for (guint i = 0; *folded != '\0' && names[i] != NULL; i++)
    for (guint j = 0; languages[j] != NULL; j++)
      {
        g_autofree char *key = make_key (names[i], languages[j]);

        if (g_strcmp0 (g_hash_table_lookup (get_words ()->folded, key), folded) != 0)
          continue;
        if (language != NULL)
          *language = languages[j];
        return (gint) i;
      }
  return -1;
}
