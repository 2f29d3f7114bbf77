/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/edit/ris3-round-scope.h"

#include <glib/gi18n.h>

#include "app/ris3-authority.h"
#include "app/ris3-region-words.h"
#include "app/ris3-session-filter.h"
#include "map/ris3-filter-description.h"

/* Names of areas that are left out; of more it is said how many they are. */
#define MAX_NAMES 12

struct _Ris3RoundScope
{
  Ris3Session *session;
  Ris3Atlas *atlas; /* that the round is of, even if another one is opened meanwhile */
  GPtrArray *strategies;
  GPtrArray *regions; /* of these */
  Ris3Filter *filter; /* codes for what was typed */
  char *typed;        /* the filter as it was typed */
};

/* What the filter shows; without one, all of the period. */
static GPtrArray *
find_strategies (Ris3Session *session, Ris3Atlas *atlas)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  Ris3FilterResult *result = ris3_session_get_filter_result (session);
  GListModel *strategies = ris3_atlas_get_strategies (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    {
      g_autoptr (Ris3Strategy) strategy = g_list_model_get_item (strategies, i);

      if (result == NULL || ris3_filter_result_has_strategy (result, ris3_strategy_get_id (strategy)))
        g_ptr_array_add (found, g_steal_pointer (&strategy));
    }
  return found;
}

Ris3RoundScope *
ris3_round_scope_new (Ris3Session *session)
{
  Ris3RoundScope *self;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && ris3_session_get_atlas (session) != NULL, NULL);
  self = g_new0 (Ris3RoundScope, 1);
  self->session = g_object_ref (session);
  self->atlas = g_object_ref (ris3_session_get_atlas (session));
  self->strategies = find_strategies (session, self->atlas);
  self->regions = ris3_round_plan_get_regions (self->strategies, ris3_authority_make_region_key, session);
  self->filter = ris3_filter_ref (ris3_session_get_filter_result (session) != NULL
                                      ? ris3_filter_result_get_filter (ris3_session_get_filter_result (session))
                                      : ris3_session_get_filter (session));
  self->typed = ris3_filter_to_text (ris3_session_get_filter (session));
  return self;
}

void
ris3_round_scope_free (Ris3RoundScope *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->strategies);
  ris3_filter_unref (self->filter);
  g_object_unref (self->atlas);
  g_object_unref (self->session);
  g_free (self->typed);
  g_free (self);
}

/* Tells the countries that were chosen, of which nobody is asked. (transfer full): their codes */
static GHashTable *
describe_countries (Ris3RoundScope *self, GString *text)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Ris3FilterResult *result = ris3_session_get_filter_result (self->session);
  g_autoptr (Ris3Filter) rest = ris3_filter_without (self->filter, RIS3_FACET_COUNTRY);
  guint n = 0;
  const Ris3FacetValue *values = result != NULL ? ris3_filter_result_get_values (result, RIS3_FACET_COUNTRY, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Ris3Filter) only = ris3_filter_with (rest, RIS3_FACET_COUNTRY, values[i].id, TRUE);

      if (!values[i].is_chosen || values[i].n_strategies > 0
          || ris3_round_plan_count_others (self->atlas, self->regions, only, ris3_authority_make_region_key,
                                           self->session)
                 > 0)
        continue;
      g_hash_table_add (told, g_strdup (values[i].id));
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ris3_filter_is_about_region (only, values[i].id)
                                  /* Translators: %s is a country. */
                                  ? _ ("%s: no strategy is known there, and no authority; it is not asked.")
                                  /* Translators: %s is a country. */
                                  : _ ("%s: no strategy there matches; it is not asked."),
                              values[i].title);
    }
  return told;
}

/* Whether somebody is asked about an area of the map, or something within it. */
static gboolean
is_asked (Ris3RoundScope *self, GHashTable *asked, guint nuts_version, const char *code)
{
  g_autofree char *key = ris3_authority_make_region_key (nuts_version, code, self->session);
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (g_str_has_prefix (other, key))
      return TRUE;
  return FALSE;
}

/* The areas of the map that the filter is about and that no round can ask: of them, as of all that is wider, no
 * strategy is known. countries: that were told already (transfer full): their names */
static GPtrArray *
list_left_out (Ris3RoundScope *self, Ris3Classification *areas, GHashTable *countries)
{
  g_autoptr (Ris3Filter) places = ris3_filter_without (self->filter, RIS3_FACET_PERIOD);
  g_autoptr (GHashTable) asked = ris3_round_plan_get_asked (self->atlas, self->regions, self->filter,
                                                            ris3_authority_make_region_key, self->session);
  Ris3Boundaries *boundaries = ris3_classification_get_boundaries (areas);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ris3_classification_get_n_territories (areas); i++)
    {
      guint region = ris3_classification_get_territory (areas, i)->region;
      const Ris3Region *area = ris3_boundaries_get_region (boundaries, region);

      if (ris3_filter_is_about_region (places, area->code)
          && !g_hash_table_contains (countries, ris3_region_country (boundaries, area)->code)
          && ris3_classification_find_strategy (areas, region, NULL) == NULL
          && !is_asked (self, asked, ris3_boundaries_get_nuts_version (boundaries), area->code))
        g_ptr_array_add (names, g_strdup (ris3_region_display_name (area)));
    }
  return names;
}

/* Tells who would be expected in the round, and is not asked. */
static void
describe_left_out (Ris3RoundScope *self, GString *text)
{
  g_autoptr (GHashTable) countries = describe_countries (self, text);
  Ris3Classification *shown = ris3_session_get_classification (self->session);
  Ris3Classification *areas = shown != NULL ? ris3_classification_get_areas (shown) : NULL;
  g_autoptr (GPtrArray) names = areas != NULL ? list_left_out (self, areas, countries) : NULL;
  guint n = names != NULL ? names->len : 0;
  guint n_named = MIN (n, MAX_NAMES);
  g_autoptr (GString) list = g_string_new (NULL);

  if (n == 0)
    return;
  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (n > n_named)
    g_string_append_printf (list, ngettext (", and %u more", ", and %u more", n - n_named), n - n_named);
  g_string_append_c (text, '\n');
  if (ris3_classification_get_period (areas) != NULL)
    /* Translators: %u areas of the map; %s are their names */
    g_string_append_printf (
        text,
        ngettext ("No strategy of this period and no authority is known of %u area, which is left out: %s",
                  "No strategy of this period and no authority is known of %u areas, which are left out: %s", n),
        n, list->str);
  else
    /* Translators: %u areas of the map; %s are their names */
    g_string_append_printf (text,
                            ngettext ("No strategy and no authority is known of %u area, which is left out: %s",
                                      "No strategy and no authority is known of %u areas, which are left out: %s", n),
                            n, list->str);
}

char *
ris3_round_scope_describe (Ris3RoundScope *self)
{
  guint n_without
      = ris3_round_plan_count_without (self->atlas, self->regions, ris3_authority_make_region_key, self->session);
  guint n_others = ris3_round_plan_count_others (self->atlas, self->regions, self->filter,
                                                 ris3_authority_make_region_key, self->session);
  g_autofree char *filter
      = ris3_filter_describe (ris3_session_get_filter (self->session), ris3_session_get_filter_result (self->session));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%u region is asked: the one that the map and the filter show now.",
                                    "%u regions are asked: those that the map and the filter show now.",
                                    self->regions->len),
                          self->regions->len);
  if (filter != NULL && *filter != '\0')
    g_string_append_printf (text, "\n%s", filter);
  if (n_without > 0 && n_without == self->regions->len)
    g_string_append_printf (text, "\n%s",
                            ngettext ("Its authority is not known yet: one is added, to be named later.",
                                      "Their authorities are not known yet: one is added for each, to be named later.",
                                      n_without));
  else if (n_without > 0)
    g_string_append_printf (
        text,
        ngettext ("\nThe authority of %u of them is not known yet: one is added, to be named later.",
                  "\nThe authorities of %u of them are not known yet: one is added for each, to be named later.",
                  n_without),
        n_without);
  if (n_others > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u authority of a region without a strategy is asked, too.",
                                      "\n%u authorities of regions without a strategy are asked, too.", n_others),
                            n_others);
  describe_left_out (self, text);
  return g_string_free (text, FALSE);
}

Ris3Edit *
ris3_round_scope_make_edit (Ris3RoundScope *self, const Ris3RoundPlan *plan, GError **error)
{
  Ris3RoundPlan whole;

  g_return_val_if_fail (self != NULL && plan != NULL, NULL);
  whole = *plan;
  whole.scope = self->typed;
  whole.name_region = ris3_authority_name_region;
  whole.data = self->session;
  whole.others = self->filter;
  return ris3_round_plan_make_edit (&whole, self->atlas, self->regions, ris3_authority_make_region_key, self->session,
                                    error);
}
