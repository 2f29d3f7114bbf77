/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-batch-pattern.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Letters of a value that a name of a file has; most file systems allow 255 bytes for all of it. */
#define MAX_LETTERS 60

static const char *const words[RIS3_N_BATCH_WORDS] = {
  [RIS3_BATCH_COUNTRY] = "country", [RIS3_BATCH_COUNTRY_NAME] = "country-name",
  [RIS3_BATCH_THEME] = "theme",     [RIS3_BATCH_THEME_NAME] = "theme-name",
  [RIS3_BATCH_PERIOD] = "period",   [RIS3_BATCH_VIEW] = "view",
  [RIS3_BATCH_REGION] = "region",   [RIS3_BATCH_REGION_NAME] = "region-name",
  [RIS3_BATCH_NUMBER] = "number",
};

struct _Ris3BatchPattern
{
  GPtrArray *parts; /* of char: what stands between the words */
  GArray *between;  /* of Ris3BatchWord: the word after each part but the last */
  GHashTable *used; /* of char: names in small letters */
};

static gboolean
find_word (const char *text, gsize length, Ris3BatchWord *word)
{
  for (guint i = 0; i < RIS3_N_BATCH_WORDS; i++)
    if (strlen (words[i]) == length && strncmp (words[i], text, length) == 0)
      {
        *word = i;
        return TRUE;
      }
  return FALSE;
}

Ris3BatchPattern *
ris3_batch_pattern_new (const char *text, GError **error)
{
  g_autoptr (Ris3BatchPattern) self = NULL;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);
  self = g_new0 (Ris3BatchPattern, 1);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->between = g_array_new (FALSE, FALSE, sizeof (Ris3BatchWord));
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *open = strchr (at, '{'); open != NULL; open = strchr (at, '{'))
    {
      const char *end = strchr (open, '}');
      gsize length = end != NULL ? (gsize) (end - open - 1) : strlen (open + 1);
      Ris3BatchWord word = RIS3_BATCH_NUMBER;

      if (end == NULL || !find_word (open + 1, length, &word))
        {
          g_autofree char *wrong = g_strndup (open, length + (end != NULL ? 2 : 1));
          g_autofree char *shown = g_filename_display_name (wrong);

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                       _ ("“%s” stands for nothing. There are {country}, {country-name}, {theme}, {theme-name}, "
                          "{period}, {view}, {region}, {region-name} and {number}."),
                       shown);
          return NULL;
        }
      g_ptr_array_add (self->parts, g_strndup (at, (gsize) (open - at)));
      g_array_append_val (self->between, word);
      at = end + 1;
    }
  g_ptr_array_add (self->parts, g_strdup (at));
  return g_steal_pointer (&self);
}

void
ris3_batch_pattern_free (Ris3BatchPattern *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->between);
  g_hash_table_unref (self->used);
  g_free (self);
}

gboolean
ris3_batch_pattern_has (Ris3BatchPattern *self, Ris3BatchWord word)
{
  g_return_val_if_fail (self != NULL, FALSE);
  for (guint i = 0; i < self->between->len; i++)
    if (g_array_index (self->between, Ris3BatchWord, i) == word)
      return TRUE;
  return FALSE;
}

gboolean
ris3_batch_pattern_is_of (Ris3BatchPattern *self, Ris3BatchWord subject)
{
  switch (subject)
    {
    case RIS3_BATCH_COUNTRY:
      return ris3_batch_pattern_has (self, subject) || ris3_batch_pattern_has (self, RIS3_BATCH_COUNTRY_NAME);
    case RIS3_BATCH_THEME:
      return ris3_batch_pattern_has (self, subject) || ris3_batch_pattern_has (self, RIS3_BATCH_THEME_NAME);
    case RIS3_BATCH_REGION:
      return ris3_batch_pattern_has (self, subject) || ris3_batch_pattern_has (self, RIS3_BATCH_REGION_NAME);
    case RIS3_BATCH_PERIOD:
    case RIS3_BATCH_VIEW:
      return ris3_batch_pattern_has (self, subject);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What can be part of a file's name, here and where the file is sent. (transfer full) */
static char *
make_safe (const char *value)
{
  g_autofree char *text = g_utf8_substring (value, 0, MIN (MAX_LETTERS, g_utf8_strlen (value, -1)));
  g_autofree char *name = NULL;

  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '.' && at == text)
      *at = '_';
    else if ((guchar) *at < 0x20 || strchr ("/\\:*?\"<>|", *at) != NULL)
      *at = '-';
  name = g_filename_from_utf8 (text, -1, NULL, NULL, NULL);
  return name != NULL ? g_steal_pointer (&name) : g_strdup ("_");
}

/* "map.png", the second time: "map-2.png". (transfer full) */
static char *
add_number (const char *name, guint number)
{
  const char *dot = strrchr (name, '.');
  const char *slash = strrchr (name, G_DIR_SEPARATOR);
  gsize length = dot != NULL && (slash == NULL || dot > slash) ? (gsize) (dot - name) : strlen (name);

  return g_strdup_printf ("%.*s-%u%s", (int) length, name, number, name + length);
}

char *
ris3_batch_pattern_make_name (Ris3BatchPattern *self, const char *const *values)
{
  g_autoptr (GString) name = NULL;
  g_autofree char *unique = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self != NULL && values != NULL, NULL);
  name = g_string_new (g_ptr_array_index (self->parts, 0));
  for (guint i = 0; i < self->between->len; i++)
    {
      const char *value = values[g_array_index (self->between, Ris3BatchWord, i)];
      g_autofree char *safe = make_safe (value != NULL ? value : "");

      g_string_append (name, safe);
      g_string_append (name, g_ptr_array_index (self->parts, i + 1));
    }
  unique = g_strdup (name->str);
  for (guint number = 2;; number++)
    {
      shown = g_filename_display_name (unique);
      if (g_hash_table_add (self->used, g_utf8_strdown (shown, -1)))
        return g_steal_pointer (&unique);
      g_free (unique);
      g_clear_pointer (&shown, g_free);
      unique = add_number (name->str, number);
    }
}
