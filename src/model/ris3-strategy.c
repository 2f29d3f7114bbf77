/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-strategy-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (Ris3Strategy, ris3_strategy, G_TYPE_OBJECT)

static const char *const analysis_states[] = { "pending", "desk", "document", "confirmed" };
static const char *const bases[] = { "", "text", "commission", "region", "secondary" };
static const char *const source_kinds[] = { "strategy", "official-page", "report", "news" };

static gint
find_id (const char *const *ids, guint n_ids, const char *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (gint) i;
  return -1;
}

static void
ris3_strategy_finalize (GObject *object)
{
  Ris3Strategy *self = RIS3_STRATEGY (object);

  g_free (self->id);
  g_free (self->region_code);
  g_free (self->country);
  g_free (self->region_name);
  g_free (self->title);
  g_free (self->period);
  g_free (self->language);
  g_free (self->source_title);
  g_free (self->source_url);
  g_free (self->document_url);
  g_free (self->remark);
  g_object_unref (self->priorities);

  G_OBJECT_CLASS (ris3_strategy_parent_class)->finalize (object);
}

static void
ris3_strategy_class_init (Ris3StrategyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_strategy_finalize;
}

static void
ris3_strategy_init (Ris3Strategy *self)
{
  self->priorities = g_list_store_new (RIS3_TYPE_PRIORITY);
}

const char *
ris3_strategy_get_id (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->id;
}

guint
ris3_strategy_get_nuts_version (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), 0);
  return self->nuts_version;
}

const char *
ris3_strategy_get_region_code (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->region_code;
}

guint
ris3_strategy_get_level (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), 0);
  return strlen (self->region_code) - 2;
}

const char *
ris3_strategy_get_country (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->country;
}

const char *
ris3_strategy_get_region_name (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->region_name;
}

const char *
ris3_strategy_get_title (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->title;
}

guint
ris3_strategy_get_year (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), 0);
  return self->year;
}

const char *
ris3_strategy_get_period (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->period;
}

const char *
ris3_strategy_get_language (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->language;
}

Ris3AnalysisState
ris3_strategy_get_analysis_state (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), RIS3_ANALYSIS_PENDING);
  return self->analysis_state;
}

Ris3Answer
ris3_strategy_get_health_priority (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), RIS3_ANSWER_UNKNOWN);
  return self->health_priority;
}

Ris3Answer
ris3_strategy_get_pm_mark (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), RIS3_ANSWER_UNKNOWN);
  return self->pm_mark;
}

Ris3Basis
ris3_strategy_get_pm_basis (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), RIS3_BASIS_NONE);
  return self->pm_basis;
}

gboolean
ris3_strategy_get_pm_disputed (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), FALSE);
  return self->pm_disputed;
}

Ris3SourceKind
ris3_strategy_get_source_kind (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), RIS3_SOURCE_STRATEGY);
  return self->source_kind;
}

const char *
ris3_strategy_get_source_title (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->source_title;
}

const char *
ris3_strategy_get_source_url (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->source_url;
}

const char *
ris3_strategy_get_document_url (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->document_url;
}

const char *
ris3_strategy_get_remark (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->remark;
}

GListModel *
ris3_strategy_get_priorities (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return G_LIST_MODEL (self->priorities);
}

gboolean
ris3_strategy_is_analysed (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), FALSE);
  return self->analysis_state != RIS3_ANALYSIS_PENDING;
}

gint
ris3_analysis_state_from_id (const char *id)
{
  return find_id (analysis_states, G_N_ELEMENTS (analysis_states), id);
}

gint
ris3_basis_from_id (const char *id)
{
  return find_id (bases, G_N_ELEMENTS (bases), id);
}

gint
ris3_source_kind_from_id (const char *id)
{
  return find_id (source_kinds, G_N_ELEMENTS (source_kinds), id);
}

const char *
ris3_analysis_state_get_id (Ris3AnalysisState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (analysis_states), NULL);
  return analysis_states[state];
}

const char *
ris3_basis_get_id (Ris3Basis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (bases), NULL);
  return bases[basis];
}

const char *
ris3_source_kind_get_id (Ris3SourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (source_kinds), NULL);
  return source_kinds[kind];
}
