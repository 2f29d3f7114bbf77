/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-organisation-finder.h"

#include <string.h>

#include "geo/ris3-fold.h"
#include "map/ris3-region-places.h"

/* With fewer, too much is similar: many a name begins with "La". */
#define MIN_LETTERS 3

typedef struct
{
  Ris3Organisation *organisation;
  char *folded; /* its name */
  Ris3OrganisationNearness nearness;
} Entry;

struct _Ris3OrganisationFinder
{
  GArray *entries; /* of Entry, the nearest first, then by name */
  guint n_own;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->organisation);
  g_free (entry->folded);
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->nearness != other->nearness)
    return one->nearness < other->nearness ? -1 : 1;
  return g_utf8_collate (ris3_organisation_get_name (one->organisation),
                         ris3_organisation_get_name (other->organisation));
}

/* key: of the region */
static Ris3OrganisationNearness
get_nearness (Ris3Organisation *organisation, Ris3Geodata *geodata, const char *code, const char *key)
{
  const char *its_code = ris3_organisation_get_region_code (organisation);
  g_autofree char *its_key = NULL;

  if (*code == '\0' || *its_code == '\0')
    return RIS3_ORGANISATION_ELSEWHERE;
  its_key = ris3_region_places_make_key (geodata, ris3_organisation_get_nuts_version (organisation), its_code);
  if (g_str_equal (its_key, key))
    return RIS3_ORGANISATION_OF_REGION;
  return strncmp (its_code, code, 2) == 0 ? RIS3_ORGANISATION_OF_COUNTRY : RIS3_ORGANISATION_ELSEWHERE;
}

Ris3OrganisationFinder *
ris3_organisation_finder_new (Ris3Atlas *atlas, Ris3Geodata *geodata, guint nuts_version, const char *code)
{
  Ris3OrganisationFinder *self;
  g_autofree char *key = NULL;
  GListModel *all;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && code != NULL, NULL);
  self = g_new0 (Ris3OrganisationFinder, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  key = ris3_region_places_make_key (geodata, nuts_version, code);
  all = ris3_atlas_get_organisations (atlas);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      Entry entry = { .organisation = g_list_model_get_item (all, i) };

      entry.folded = ris3_fold (ris3_organisation_get_name (entry.organisation));
      entry.nearness = get_nearness (entry.organisation, geodata, code, key);
      self->n_own += entry.nearness == RIS3_ORGANISATION_OF_REGION;
      g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  return self;
}

void
ris3_organisation_finder_free (Ris3OrganisationFinder *self)
{
  g_return_if_fail (self != NULL);
  g_array_unref (self->entries);
  g_free (self);
}

guint
ris3_organisation_finder_get_n_own (const Ris3OrganisationFinder *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_own;
}

/* Also within a word, as in "Landesregierung", if there are letters enough for it to mean something. */
static gboolean
has_word (const char *folded, const char *word)
{
  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (at == folded || at[-1] == ' ' || g_utf8_strlen (word, -1) >= MIN_LETTERS)
      return TRUE;
  return FALSE;
}

static gboolean
has_words (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (folded, words[i]))
      return FALSE;
  return TRUE;
}

GPtrArray *
ris3_organisation_finder_find (const Ris3OrganisationFinder *self, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, found);
  folded = ris3_fold (text);
  words = g_strsplit (folded, " ", -1);
  for (guint nearness = 0; nearness <= RIS3_ORGANISATION_ELSEWHERE; nearness++)
    for (guint begins = 2; begins-- > 0;)
      for (guint i = 0; i < self->entries->len; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          if (entry->nearness == nearness && g_str_has_prefix (entry->folded, folded) == (begins == 1)
              && has_words (entry->folded, (const char *const *) words))
            g_ptr_array_add (found, entry->organisation);
        }
  return found;
}

Ris3OrganisationNearness
ris3_organisation_finder_get_nearness (const Ris3OrganisationFinder *self, Ris3Organisation *organisation)
{
  g_return_val_if_fail (self != NULL, RIS3_ORGANISATION_ELSEWHERE);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).organisation == organisation)
      return g_array_index (self->entries, Entry, i).nearness;
  return RIS3_ORGANISATION_ELSEWHERE;
}

Ris3Organisation *
ris3_organisation_finder_lookup (const Ris3OrganisationFinder *self, const char *name)
{
  g_autofree char *folded = NULL;
  Ris3Organisation *found = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_utf8_collate (ris3_organisation_get_name (g_array_index (self->entries, Entry, i).organisation), name) == 0)
      return g_array_index (self->entries, Entry, i).organisation;
  folded = ris3_fold (name);
  for (guint i = 0; *folded != '\0' && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (!g_str_equal (entry->folded, folded))
        continue;
      if (found != NULL)
        return NULL;
      found = entry->organisation;
    }
  return found;
}

GPtrArray *
ris3_organisation_finder_find_similar (const Ris3OrganisationFinder *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, found);
  folded = ris3_fold (name);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (MIN (g_utf8_strlen (folded, -1), g_utf8_strlen (entry->folded, -1)) >= MIN_LETTERS
          && (g_str_has_prefix (entry->folded, folded) || g_str_has_prefix (folded, entry->folded)))
        g_ptr_array_add (found, entry->organisation);
    }
  return found;
}
