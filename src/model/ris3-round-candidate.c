/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-round-candidate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ris3-round-plan-private.h"

struct _Ris3RoundCandidate
{
  GObject parent_instance;

  guint nuts_version;
  char *region_code;
  Ris3Organisation *organisation; /* NULL: not known yet */
};

G_DEFINE_FINAL_TYPE (Ris3RoundCandidate, ris3_round_candidate, G_TYPE_OBJECT)

static void
ris3_round_candidate_finalize (GObject *object)
{
  Ris3RoundCandidate *self = RIS3_ROUND_CANDIDATE (object);

  g_free (self->region_code);
  g_clear_object (&self->organisation);
  G_OBJECT_CLASS (ris3_round_candidate_parent_class)->finalize (object);
}

static void
ris3_round_candidate_class_init (Ris3RoundCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_round_candidate_finalize;
}

static void
ris3_round_candidate_init (Ris3RoundCandidate *self)
{
}

guint
ris3_round_candidate_get_nuts_version (Ris3RoundCandidate *self)
{
  g_return_val_if_fail (RIS3_IS_ROUND_CANDIDATE (self), 0);
  return self->nuts_version;
}

const char *
ris3_round_candidate_get_region_code (Ris3RoundCandidate *self)
{
  g_return_val_if_fail (RIS3_IS_ROUND_CANDIDATE (self), NULL);
  return self->region_code;
}

Ris3Organisation *
ris3_round_candidate_get_organisation (Ris3RoundCandidate *self)
{
  g_return_val_if_fail (RIS3_IS_ROUND_CANDIDATE (self), NULL);
  return self->organisation;
}

/* A request of an organisation about a region; organisation: 0: of any one (transfer full) */
static char *
make_pair (const char *key, gint64 organisation)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, key, organisation);
}

/* What a round asks, as a set of pairs. (transfer full) */
static GHashTable *
index_requests (Ris3Atlas *atlas, gint64 round_id, Ris3RegionKeyFunc get_key, gpointer user_data)
{
  GHashTable *asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *requests = ris3_atlas_get_requests (atlas);

  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (Ris3Request) request = g_list_model_get_item (requests, i);
      g_autofree char *key = NULL;

      if (ris3_request_get_round_id (request) != round_id)
        continue;
      key = get_key (ris3_request_get_nuts_version (request), ris3_request_get_region_code (request), user_data);
      g_hash_table_add (asked, make_pair (key, ris3_request_get_organisation_id (request)));
      g_hash_table_add (asked, make_pair (key, 0));
    }
  return asked;
}

/* organisation: NULL: none is known */
static void
add (GPtrArray *found,
     GHashTable *asked,
     const char *key,
     guint nuts_version,
     const char *code,
     Ris3Organisation *organisation)
{
  g_autofree char *pair = make_pair (key, organisation != NULL ? ris3_organisation_get_id (organisation) : 0);
  Ris3RoundCandidate *self;

  if (g_hash_table_contains (asked, pair))
    return;
  self = g_object_new (RIS3_TYPE_ROUND_CANDIDATE, NULL);
  self->nuts_version = nuts_version;
  self->region_code = g_strdup (code);
  self->organisation = organisation != NULL ? g_object_ref (organisation) : NULL;
  g_ptr_array_add (found, self);
}

/* Those of regions that have a strategy, each about the region as the strategy has it. */
static void
add_of_strategies (GPtrArray *found,
                   GHashTable *asked,
                   GHashTable *authorities,
                   Ris3Atlas *atlas,
                   Ris3RegionKeyFunc get_key,
                   gpointer user_data)
{
  GListModel *strategies = ris3_atlas_get_strategies (atlas);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) regions = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (strategies); i++)
    g_ptr_array_add (all, g_list_model_get_item (strategies, i));
  regions = ris3_round_plan_get_regions (all, get_key, user_data);
  for (guint i = 0; i < regions->len; i++)
    {
      Ris3Strategy *region = g_ptr_array_index (regions, i);
      guint nuts_version = ris3_strategy_get_nuts_version (region);
      const char *code = ris3_strategy_get_region_code (region);
      g_autofree char *key = get_key (nuts_version, code, user_data);
      GPtrArray *of_region = g_hash_table_lookup (authorities, key);

      if (of_region == NULL)
        add (found, asked, key, nuts_version, code, NULL);
      for (guint j = 0; of_region != NULL && j < of_region->len; j++)
        add (found, asked, key, nuts_version, code, g_ptr_array_index (of_region, j));
      g_hash_table_remove (authorities, key);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Ris3RoundCandidate *one = *(Ris3RoundCandidate *const *) a, *other = *(Ris3RoundCandidate *const *) b;
  int order = strcmp (one->region_code, other->region_code);

  if (order == 0 && one->organisation != NULL && other->organisation != NULL)
    order = g_utf8_collate (ris3_organisation_get_name (one->organisation),
                            ris3_organisation_get_name (other->organisation));
  return order;
}

GPtrArray *
ris3_round_candidates_list (Ris3Atlas *atlas,
                            Ris3ConsultationRound *round,
                            Ris3RegionKeyFunc get_key,
                            gpointer user_data)
{
  g_autoptr (GHashTable) asked = NULL;
  g_autoptr (GHashTable) authorities = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && RIS3_IS_CONSULTATION_ROUND (round), found);
  get_key = get_key != NULL ? get_key : _ris3_round_plan_get_own_key;
  asked = index_requests (atlas, ris3_consultation_round_get_id (round), get_key, user_data);
  authorities = _ris3_round_plan_index_authorities (atlas, get_key, user_data);
  add_of_strategies (found, asked, authorities, atlas, get_key, user_data);
  /* The rest is of other regions, each about its own. */
  g_hash_table_iter_init (&iter, authorities);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GPtrArray *of_region = value;

      for (guint i = 0; i < of_region->len; i++)
        {
          Ris3Organisation *organisation = g_ptr_array_index (of_region, i);

          add (found, asked, key, ris3_organisation_get_nuts_version (organisation),
               ris3_organisation_get_region_code (organisation), organisation);
        }
    }
  g_ptr_array_sort (found, compare);
  return found;
}

Ris3Edit *
ris3_round_candidates_make_edit (const Ris3RoundPlan *plan,
                                 Ris3Atlas *atlas,
                                 Ris3ConsultationRound *round,
                                 GPtrArray *candidates)
{
  g_autofree char *title = NULL;
  Ris3Edit *edit;

  g_return_val_if_fail (plan != NULL && RIS3_IS_ATLAS (atlas) && RIS3_IS_CONSULTATION_ROUND (round), NULL);
  g_return_val_if_fail (candidates != NULL && candidates->len > 0, NULL);
  /* Translators: the title of an edit: the name of a round, and how many are asked in it from now on */
  title = g_strdup_printf (
      ngettext ("Round “%s”: %u authority added", "Round “%s”: %u authorities added", candidates->len),
      ris3_consultation_round_get_name (round), candidates->len);
  edit = ris3_edit_new_group ("round-add", title);
  for (guint i = 0; i < candidates->len; i++)
    {
      Ris3RoundCandidate *self = g_ptr_array_index (candidates, i);
      gint64 organisation = self->organisation != NULL ? ris3_organisation_get_id (self->organisation) : 0;
      guint step = organisation == 0
                       ? _ris3_round_plan_append_organisation (plan, edit, atlas, self->nuts_version, self->region_code)
                       : 0;

      _ris3_round_plan_append_request (plan, edit, ris3_consultation_round_get_id (round), self->nuts_version,
                                       self->region_code, organisation, step);
    }
  return edit;
}
