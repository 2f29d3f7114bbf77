/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/ris3-region-words.h"

#include <glib/gi18n.h>

#include "map/ris3-record-titles.h"

const char *
ris3_region_display_name (const Ris3Region *region)
{
  return ris3_region_get_shown_name (region);
}

const char *
ris3_region_name_of_code (Ris3Session *session, guint nuts_version, const char *code)
{
  Ris3Boundaries *boundaries;
  Ris3Atlas *atlas;
  const char *name = NULL;
  const Ris3RegionName *region;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && code != NULL, NULL);
  boundaries = ris3_session_get_boundaries (session);
  atlas = ris3_session_get_atlas (session);
  if (boundaries != NULL)
    name = ris3_boundaries_lookup_name (boundaries, code);
  if (name != NULL)
    return name;
  region = atlas != NULL ? ris3_atlas_lookup_region (atlas, nuts_version, code) : NULL;
  if (region == NULL)
    return code;
  return *region->name_english != '\0' ? region->name_english : region->name_latin;
}

char *
ris3_region_name_with_code (const Ris3Region *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  if (region->level == 0)
    return g_strdup (ris3_region_display_name (region));
  /* Translators: the name of a region and its code */
  return g_strdup_printf (C_ ("region", "%s (%s)"), ris3_region_display_name (region), region->code);
}

const Ris3Region *
ris3_region_country (Ris3Boundaries *boundaries, const Ris3Region *region)
{
  gint country;

  g_return_val_if_fail (boundaries != NULL && region != NULL, NULL);

  country = ris3_boundaries_find (boundaries, region->country);
  return country >= 0 ? ris3_boundaries_get_region (boundaries, country) : region;
}

char *
ris3_region_level_words (const Ris3Region *region)
{
  g_return_val_if_fail (region != NULL, NULL);

  if (region->level == 0)
    return g_strdup (_ ("Country"));
  /* Of boundaries of one's own: LAU, and what is finer. */
  if (region->level > 3)
    return g_strdup_printf (_ ("Level %u"), region->level);
  return g_strdup_printf (_ ("NUTS %u"), region->level);
}

char *
ris3_territory_words (Ris3Classification *classification, guint territory)
{
  const Ris3Territory *record = ris3_classification_get_territory (classification, territory);
  g_autofree char *value = NULL;
  const char *separator;
  GString *words;

  g_return_val_if_fail (record != NULL, NULL);

  value = ris3_classification_describe (classification, territory);
  words = g_string_new (value);
  /* A share is a sentence of its own. */
  separator = ris3_classification_shows_shares (classification) ? "; " : ", ";
  if (record->marks & RIS3_MARK_INHERITED)
    g_string_append_printf (words, "%s%s", separator, C_ ("class of a region", "inherited"));
  if (record->marks & RIS3_MARK_DISPUTED)
    g_string_append_printf (words, "%s%s", separator, C_ ("class of a region", "disputed"));
  return g_string_free (words, FALSE);
}

static const char *
basis_words (Ris3Basis basis)
{
  switch (basis)
    {
    case RIS3_BASIS_TEXT:
      return _ ("The source that was read names personalised, precision or stratified medicine.");
    case RIS3_BASIS_COMMISSION:
      return _ ("The Commission recorded personalised medicine as a priority.");
    case RIS3_BASIS_REGION:
      return _ ("The region itself answered that personalised medicine is a priority.");
    case RIS3_BASIS_SECONDARY:
      return _ ("A call, news item or consultation linked to the strategy names personalised medicine.");
    case RIS3_BASIS_NONE:
    case RIS3_N_BASES:
      break;
    }
  return _ ("Personalised medicine is recorded as a priority, but no basis is given.");
}

/* An assessor who recorded the opposite of the strategy's mark; NULL: none. (transfer full) */
static Ris3Assessment *
find_opposite (Ris3Strategy *strategy, GListModel *assessments)
{
  gboolean marked = ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (Ris3Assessment) assessment = g_list_model_get_item (assessments, i);

      if (ris3_assessment_get_nuts_version (assessment) == ris3_strategy_get_nuts_version (strategy)
          && g_str_equal (ris3_assessment_get_region_code (assessment), ris3_strategy_get_region_code (strategy))
          && ris3_assessment_get_pm_mark (assessment) != marked)
        return g_steal_pointer (&assessment);
    }
  return NULL;
}

/* What the authority of its region answered; NULL: nothing. (transfer full) */
static Ris3Comment *
find_answer (Ris3Strategy *strategy, GListModel *comments)
{
  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (Ris3Comment) comment = g_list_model_get_item (comments, i);

      if (g_str_equal (ris3_comment_get_strategy_id (comment), ris3_strategy_get_id (strategy))
          || (ris3_comment_get_nuts_version (comment) == ris3_strategy_get_nuts_version (strategy)
              && g_str_equal (ris3_comment_get_region_code (comment), ris3_strategy_get_region_code (strategy))))
        return g_steal_pointer (&comment);
    }
  return NULL;
}

static char *
describe_dispute (Ris3Strategy *strategy, Ris3Atlas *atlas)
{
  gboolean marked = ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES;
  g_autoptr (Ris3Assessment) opposite = find_opposite (strategy, ris3_atlas_get_assessments (atlas));
  g_autoptr (Ris3Comment) answer = NULL;
  const char *assessor;

  if (opposite != NULL)
    {
      assessor = ris3_assessment_get_assessor (opposite);
      if (g_str_equal (assessor, "Commission"))
        return g_strdup (marked ? _ ("The Commission recorded that personalised medicine is not a priority.")
                                : _ ("The Commission recorded that personalised medicine is a priority."));
      /* Translators: %s is who assessed the strategy */
      return g_strdup_printf (marked ? _ ("%s recorded that personalised medicine is not a priority.")
                                     : _ ("%s recorded that personalised medicine is a priority."),
                              assessor);
    }
  answer = find_answer (strategy, ris3_atlas_get_comments (atlas));
  if (answer != NULL)
    /* Translators: who answered, such as "Regional authority", through which channel, and what */
    return g_strdup_printf (_ ("%s (%s): “%s”"), ris3_author_role_get_title (ris3_comment_get_author_role (answer)),
                            ris3_comment_get_channel (answer), ris3_comment_get_text (answer));
  return g_strdup (marked ? _ ("Another source says that personalised medicine is not a priority.")
                          : _ ("Another source says that personalised medicine is a priority."));
}

char *
ris3_mark_words (Ris3Strategy *strategy, Ris3Atlas *atlas)
{
  gboolean marked = ris3_strategy_get_pm_mark (strategy) == RIS3_ANSWER_YES;
  /* "No" is about what was read, not about the whole strategy. */
  const char *words = marked ? basis_words (ris3_strategy_get_pm_basis (strategy))
                             : _ ("What was read does not name personalised medicine.");
  g_autofree char *dispute = NULL;

  if (!ris3_strategy_get_pm_disputed (strategy))
    return g_strdup (words);
  dispute = describe_dispute (strategy, atlas);
  return g_strdup_printf ("%s %s", words, dispute);
}

char *
ris3_priority_words (Ris3Priority *priority)
{
  return g_strstrip (g_strjoin (" ", ris3_priority_get_label (priority), ris3_priority_get_any_text (priority), NULL));
}
