/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-region-matcher-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geo/ris3-nuts-version.h"

#define MAX_LISTED 5
#define N_SUGGESTED 3

static const Ris3Region *
get_region (Ris3RegionMatcher *self, GArray *found, guint i)
{
  return ris3_boundaries_get_region (self->boundaries, g_array_index (found, Ris3Found, i).region);
}

/* "A, B or C" */
static char *
list_regions (Ris3RegionMatcher *self, GArray *found)
{
  GString *list = g_string_new (NULL);
  guint n_listed = MIN (found->len, MAX_LISTED);

  for (guint i = 0; i < n_listed; i++)
    {
      const Ris3Region *region = get_region (self, found, i);

      if (i > 0)
        /* Translators: between the last two of a list: "2013, 2016 or 2021". */
        g_string_append (list, i + 1 < n_listed || found->len > n_listed ? ", " : _ (" or "));
      /* Translators: the name of a region and its code */
      g_string_append_printf (list, C_ ("region", "%s (%s)"), ris3_region_get_shown_name (region), region->code);
    }
  if (found->len > n_listed)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}

static void
take (Ris3RegionMatch *match, const char *code, guint version)
{
  match->code = g_strdup (code);
  match->version = version;
}

/* What the region is in the finder's version: "Provence-Alpes-Côte d’Azur (FRL0)"; NULL if it is nothing there. */
static char *
describe_successors (Ris3RegionMatcher *self, const char *code, guint version)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Ris3Found));
  Ris3Lineage *lineage = ris3_geodata_get_lineage (self->geodata, version);
  const Ris3LineageRow *rows;
  guint n_rows = 0;

  if (lineage == NULL)
    return NULL;
  rows = ris3_lineage_lookup (lineage, code, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      gint region = ris3_boundaries_find (self->boundaries, rows[i].to_code);
      Ris3Found successor = { .region = (guint) region };

      if (region >= 0)
        g_array_append_val (found, successor);
    }
  return found->len > 0 ? list_regions (self, found) : NULL;
}

/* A code in a version that the row names. */
static void
match_in_version (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *code, guint version)
{
  if (_ris3_region_matcher_has_code (self, code, version))
    {
      take (match, code, version);
      return;
    }
  for (guint i = RIS3_N_NUTS_VERSIONS; i > 0 && match->problem == NULL; i--)
    {
      guint other = ris3_nuts_versions[i - 1];
      g_autofree char *successors = NULL;

      if (!_ris3_region_matcher_has_code (self, code, other))
        continue;
      successors = version == self->version ? describe_successors (self, code, other) : NULL;
      if (successors != NULL)
        match->problem
            /* Translators: a code that NUTS version %u has not, the version that has it, and what it is in the first */
            = g_strdup_printf (_ ("“%s” is no region of NUTS %u, but of NUTS %u. In NUTS %u it is %s. Correct the code "
                                  "or the version."),
                               code, version, other, version, successors);
      else
        match->problem = g_strdup_printf (
            _ ("“%s” is no region of NUTS %u, but of NUTS %u. Correct the code or the version."), code, version, other);
    }
}

/* A code that stands alone. FALSE if no version has it. */
static gboolean
match_code (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *code)
{
  guint having[RIS3_N_NUTS_VERSIONS];
  guint n = 0;
  gboolean differs = FALSE;
  guint other = 0;

  for (guint i = 0; i < RIS3_N_NUTS_VERSIONS; i++)
    if (_ris3_region_matcher_has_code (self, code, ris3_nuts_versions[i]))
      having[n++] = ris3_nuts_versions[i];
  if (n == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (having[i] != self->version && !_ris3_region_matcher_is_same (self, code, having[i]))
      {
        differs = TRUE;
        other = having[i];
      }
  if (_ris3_region_matcher_has_code (self, code, self->version))
    {
      take (match, code, self->version);
      if (differs)
        match->remark = g_strdup_printf (
            _ ("“%s” is read as a code of NUTS %u; in NUTS %u it is another area. A column with the NUTS version "
               "would tell."),
            code, self->version, other);
    }
  else if (n == 1)
    {
      g_autofree char *successors = describe_successors (self, code, having[0]);

      take (match, code, having[0]);
      if (successors != NULL)
        /* Translators: a code, the only NUTS version that has it, and what it is in a later or earlier one */
        match->remark = g_strdup_printf (_ ("“%s” is a code of NUTS %u alone. In NUTS %u it is %s."), code, having[0],
                                         self->version, successors);
      else
        match->remark = g_strdup_printf (_ ("“%s” is a code of NUTS %u alone."), code, having[0]);
    }
  else
    match->problem = g_strdup_printf (_ ("“%s” may be a region of NUTS %u or of NUTS %u. Say which in a column “%s”."),
                                      code, having[0], having[n - 1], "nuts_version");
  return TRUE;
}

/* The region that is the same area, and for which the atlas has strategies where it has none for this one. */
static const Ris3Region *
find_preferred (Ris3RegionMatcher *self, const Ris3Region *region, int level)
{
  const Ris3Region *found = region;

  if (self->preferred == NULL || level >= 0 || g_hash_table_contains (self->preferred, region->code))
    return region;
  for (guint i = 0; i < ris3_boundaries_get_n_regions (self->boundaries); i++)
    {
      const Ris3Region *other = ris3_boundaries_get_region (self->boundaries, i);

      if (other->first_leaf == region->first_leaf && other->n_leaves == region->n_leaves
          && g_hash_table_contains (self->preferred, other->code) && (found == region || other->level < found->level))
        found = other;
    }
  return found;
}

/* The same region in the version that the row names. */
static void
take_named (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text, const Ris3Region *region, guint version)
{
  if (version != 0 && version != self->version
      && !(_ris3_region_matcher_has_code (self, region->code, version)
           && _ris3_region_matcher_is_same (self, region->code, version)))
    {
      match->problem = g_strdup_printf (
          _ ("“%s” is %s (%s) in NUTS %u, which is not the same in NUTS %u. Write the code of NUTS %u."), text,
          ris3_region_get_shown_name (region), region->code, self->version, version, version);
      return;
    }
  take (match, region->code, version != 0 ? version : self->version);
}

static void
match_name (Ris3RegionMatcher *self,
            Ris3RegionMatch *match,
            const char *text,
            guint version,
            const char *country,
            int level)
{
  g_autoptr (GArray) named = _ris3_region_matcher_find_named (self, text, country, level);
  const Ris3Found *best;
  const Ris3Region *region;
  const Ris3Region *meant;
  g_autofree char *list = NULL;

  if (named->len == 0)
    {
      g_autoptr (GArray) others
          = country != NULL || level >= 0 ? _ris3_region_matcher_find_named (self, text, NULL, -1) : NULL;

      if (others != NULL && others->len > 0)
        {
          list = list_regions (self, others);
          match->problem = g_strdup_printf (
              _ ("“%s” is %s, which is not of the country or the level that the row has. Correct one of them."), text,
              list);
        }
      return;
    }
  best = &g_array_index (named, Ris3Found, 0);
  region = get_region (self, named, 0);
  /* A country is meant before a region of the same name, and a region's own name before one in another language. */
  if (named->len > 1 && region->level > 0)
    {
      const Ris3Found *second = &g_array_index (named, Ris3Found, 1);

      if (second->match == best->match && second->is_foreign == best->is_foreign)
        {
          list = list_regions (self, named);
          match->problem
              = g_strdup_printf (_ ("“%s” may be %s. Write its code, or add a column with the country."), text, list);
          return;
        }
    }
  meant = region;
  region = find_preferred (self, region, level);
  take_named (self, match, text, region, version);
  if (match->code != NULL && region != meant)
    {
      /* Translators: what a cell has, a name; the NUTS code and the name of the region that it is understood as; and
       * the code of another region that is the same area */
      match->remark = g_strdup_printf (_ ("“%s” is understood as %s, %s, which is the same area as %s, since the atlas "
                                          "has strategies of that one."),
                                       text, region->code, ris3_region_get_shown_name (region), meant->code);
      return;
    }
  /* No country has a name of three letters. */
  if (match->code != NULL && (best->match == RIS3_MATCH_CODE || (region->level == 0 && strlen (text) == 3)))
    /* Translators: what a cell has, an ISO code; the NUTS code and the name of the region that it is understood as */
    match->remark = g_strdup_printf (_ ("“%s” is understood as %s, %s, by its ISO code."), text, region->code,
                                     ris3_region_get_shown_name (region));
  else if (match->code != NULL)
    /* Translators: what a cell has, a name; the NUTS code and the name of the region that it is understood as */
    match->remark = g_strdup_printf (_ ("“%s” is understood as %s, %s, by its name."), text, region->code,
                                     ris3_region_get_shown_name (region));
}

/* "ITC4 Lombardia", "ITC4 – Lombardia", "Lombardia (ITC4)": code and name; FALSE if it is no such text. Codes are in
 * capitals there, or the words of a name would be some. */
static gboolean
split (const char *text, char **code, char **name)
{
  static GRegex *before, *after;
  g_autoptr (GMatchInfo) info = NULL;
  guint code_group = 1;

  if (g_once_init_enter (&before))
    {
      after = g_regex_new ("^(.+?)\\s*[(\\[]\\s*([A-Z]{2}[A-Z0-9]{0,3})\\s*[)\\]]$", 0, 0, NULL);
      g_once_init_leave (&before, g_regex_new ("^([A-Z]{2}[A-Z0-9]{0,3})(?:\\s*[-–—:,;/|]\\s*|\\s+)(.+)$", 0, 0, NULL));
    }
  if (!g_regex_match (before, text, 0, &info))
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (!g_regex_match (after, text, 0, &info))
        return FALSE;
      code_group = 2;
    }
  *code = g_match_info_fetch (info, (gint) code_group);
  *name = g_match_info_fetch (info, (gint) (3 - code_group));
  return TRUE;
}

/* Whether an area is, has or lies in another. */
static gboolean
overlap (const Ris3Region *a, const Ris3Region *b)
{
  return a->first_leaf < b->first_leaf + b->n_leaves && b->first_leaf < a->first_leaf + a->n_leaves;
}

char *
_ris3_region_matcher_find_contradiction (Ris3RegionMatcher *self, const char *code, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autoptr (GArray) named = NULL;
  g_autofree char *list = NULL;
  gint region = ris3_boundaries_find (self->boundaries, code);

  if (region < 0 || *stripped == '\0')
    return NULL;
  named = _ris3_region_matcher_find_named (self, stripped, NULL, -1);
  for (guint i = 0; i < named->len; i++)
    if (overlap (get_region (self, named, i), ris3_boundaries_get_region (self->boundaries, (guint) region)))
      return NULL;
  if (named->len == 0)
    return NULL;
  list = list_regions (self, named);
  /* Translators: the name that a cell has; the regions that are called so; the code that another cell of the row has,
   * and the name of its region */
  return g_strdup_printf (_ ("“%s” is the name of %s, but the code of the row, %s, is that of %s. Check both."),
                          stripped, list, code,
                          ris3_region_get_shown_name (ris3_boundaries_get_region (self->boundaries, (guint) region)));
}

static gboolean
match_code_with_name (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text, guint version)
{
  g_autofree char *written = NULL;
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GArray) named = NULL;
  gint region;

  if (!split (text, &written, &name))
    return FALSE;
  code = _ris3_region_matcher_read_code (written);
  if (version != 0)
    match_in_version (self, match, code, version);
  else
    match_code (self, match, code);
  if (match->code == NULL)
    return match->problem != NULL;
  named = _ris3_region_matcher_find_named (self, name, NULL, -1);
  region = match->version == self->version ? ris3_boundaries_find (self->boundaries, code) : -1;
  if (named->len > 0 && region >= 0)
    {
      gboolean agrees = FALSE;

      for (guint i = 0; i < named->len && !agrees; i++)
        agrees = overlap (get_region (self, named, i), ris3_boundaries_get_region (self->boundaries, (guint) region));
      if (!agrees)
        {
          g_autofree char *list = list_regions (self, named);

          g_clear_pointer (&match->code, g_free);
          g_clear_pointer (&match->remark, g_free);
          match->problem = g_strdup_printf (
              _ ("“%s” has the code of %s and the name of %s. Correct one of the two."), text,
              ris3_region_get_shown_name (ris3_boundaries_get_region (self->boundaries, (guint) region)), list);
          return TRUE;
        }
    }
  if (match->remark == NULL)
    match->remark = g_strdup_printf (_ ("“%s” is understood as %s, by the code in it."), text, code);
  return TRUE;
}

/* Three letters may be a country's in ISO 3166-1 and a region's in NUTS: FRA. */
static gboolean
is_other_by_iso (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text, const char *code, guint version)
{
  g_autoptr (GArray) named = NULL;
  const Ris3Region *region;

  if (match->code == NULL || version != 0 || strlen (code) < 3 || strcspn (code, "0123456789") < strlen (code))
    return FALSE;
  named = _ris3_region_matcher_find_named (self, text, NULL, 0);
  if (named->len == 0)
    return FALSE;
  region = get_region (self, named, 0);
  if (g_str_equal (region->code, match->code))
    return FALSE;
  match->problem = g_strdup_printf (
      _ ("“%s” may be a region of NUTS %u or, as an ISO code, %s. Write “%s” for the country, or say "
         "the NUTS version in a column “%s”."),
      text, match->version, ris3_region_get_shown_name (region), region->code, "nuts_version");
  g_clear_pointer (&match->code, g_free);
  g_clear_pointer (&match->remark, g_free);
  return TRUE;
}

static void
suggest (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text)
{
  g_autoptr (GArray) nearest = ris3_region_finder_suggest (self->finder, text, N_SUGGESTED);

  if (nearest->len == 0)
    return;
  match->suggestions = ris3_import_suggestions_new ();
  for (guint i = 0; i < nearest->len; i++)
    {
      const Ris3Region *region = ris3_boundaries_get_region (self->boundaries, g_array_index (nearest, guint, i));

      ris3_import_suggestions_add (match->suggestions, region->code, ris3_region_get_shown_name (region));
    }
}

static gboolean
match_taught (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text)
{
  const char *code = self->meanings != NULL ? g_hash_table_lookup (self->meanings, text) : NULL;
  gint region = code != NULL ? ris3_boundaries_find (self->boundaries, code) : -1;

  if (region < 0)
    return FALSE;
  take (match, code, self->version);
  /* Translators: what a cell has, and the name and the code of a region. */
  match->remark = g_strdup_printf (
      _ ("“%s” is understood as %s (%s), as you chose."), text,
      ris3_region_get_shown_name (ris3_boundaries_get_region (self->boundaries, (guint) region)), code);
  return TRUE;
}

static void
complain_of_none (Ris3RegionMatcher *self, Ris3RegionMatch *match, const char *text, guint version)
{
  g_autofree char *suggestion = ris3_region_finder_suggest_words (self->finder, text);

  suggest (self, match, text);

  match->problem
      = g_strdup_printf (_ ("NUTS %u has no region “%s”. %s"), version != 0 ? version : self->version, text,
                         suggestion != NULL ? suggestion : _ ("Give its code, or its name in a language of the EU."));
}

Ris3RegionMatch *
_ris3_region_matcher_understand (Ris3RegionMatcher *self,
                                 const char *text,
                                 guint version,
                                 const char *country,
                                 int level)
{
  Ris3RegionMatch *match = g_new0 (Ris3RegionMatch, 1);
  g_autofree char *code = _ris3_region_matcher_read_code (text);

  if (match_taught (self, match, text))
    return match;
  if (version != 0 && !ris3_nuts_version_is_known (version))
    {
      g_autofree char *versions = ris3_nuts_version_list ();

      match->problem
          = g_strdup_printf (_ ("the regions of NUTS %u are not known. Name those of %s."), version, versions);
      return match;
    }
  if (code != NULL && version != 0)
    match_in_version (self, match, code, version);
  else if (code != NULL && match_code (self, match, code))
    is_other_by_iso (self, match, text, code, version);
  /* Greece and the United Kingdom have other letters in ISO 3166. */
  if (match->code != NULL && match->remark == NULL && g_ascii_strncasecmp (text, code, 2) != 0)
    match->remark = g_strdup_printf (_ ("“%s” is read as %s, as NUTS writes it."), text, match->code);
  if (match->code == NULL && match->problem == NULL)
    match_name (self, match, text, version, country, level);
  if (match->code == NULL && match->problem == NULL)
    match_code_with_name (self, match, text, version);
  /* The lineage lacks what lies in no region of the finder's version (NO0B): the atlas knows whether there is such. */
  if (match->code == NULL && match->problem == NULL && code != NULL && version != 0 && version != self->version)
    take (match, code, version);
  if (match->code == NULL && match->problem == NULL)
    complain_of_none (self, match, text, version);
  return match;
}
