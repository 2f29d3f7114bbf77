/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-strategy-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (Ris3Strategy, ris3_strategy, G_TYPE_OBJECT)

static const char *const analysis_states[] = { "pending", "desk", "document", "confirmed", NULL };
static const char *const bases[] = { "", "text", "commission", "region", "secondary", NULL };
static const char *const source_kinds[] = { "strategy", "official-page", "report", "news", NULL };

#define FIELD(column, kind)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_##kind, G_STRUCT_OFFSET(Ris3Strategy, column), NULL                                            \
  }
#define WORD(column, words)                                                                                            \
  {                                                                                                                    \
#column, RIS3_FIELD_WORD, G_STRUCT_OFFSET(Ris3Strategy, column), words                                             \
  }

static const Ris3Field fields[] = {
  FIELD (id, TEXT),
  FIELD (nuts_version, UINT),
  FIELD (region_code, TEXT),
  { "substr (region_code, 1, 2)", RIS3_FIELD_TEXT, G_STRUCT_OFFSET (Ris3Strategy, country), NULL },
  FIELD (region_name, TEXT),
  FIELD (title, TEXT),
  FIELD (year, UINT),
  FIELD (period, TEXT),
  FIELD (language, TEXT),
  WORD (analysis_state, analysis_states),
  FIELD (analyst, TEXT),
  FIELD (reviewed_on, TEXT),
  FIELD (withheld, BOOLEAN),
  FIELD (health_priority, ANSWER),
  FIELD (pm_mark, ANSWER),
  WORD (pm_basis, bases),
  FIELD (pm_disputed, BOOLEAN),
  WORD (source_kind, source_kinds),
  FIELD (source_title, TEXT),
  FIELD (source_url, TEXT),
  FIELD (document_url, TEXT),
  FIELD (remark, TEXT),
};

/* By region code, period, year. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const Ris3Strategy *one = a;
  const Ris3Strategy *other = b;
  gint order = g_strcmp0 (one->region_code, other->region_code);

  if (order == 0)
    order = g_strcmp0 (one->period, other->period);
  if (order == 0)
    order = (one->year > other->year) - (one->year < other->year);
  if (order == 0)
    order = g_strcmp0 (one->id, other->id);
  return order;
}

const Ris3Record ris3_strategy_record = { "strategy", fields, G_N_ELEMENTS (fields), ris3_strategy_get_type, compare };

static void
ris3_strategy_finalize (GObject *object)
{
  Ris3Strategy *self = RIS3_STRATEGY (object);

  if (self->forest != NULL)
    ris3_forest_drop (self->forest, self->id);
  g_clear_pointer (&self->forest, ris3_forest_unref);
  g_clear_object (&self->priorities);
  ris3_record_clear (&ris3_strategy_record, object);
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

const char *
ris3_strategy_get_analyst (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->analyst;
}

const char *
ris3_strategy_get_reviewed_on (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  return self->reviewed_on;
}

gboolean
ris3_strategy_get_withheld (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), FALSE);
  return self->withheld;
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
  static GMutex mutex;
  GListModel *priorities;

  g_return_val_if_fail (RIS3_IS_STRATEGY (self), NULL);
  g_mutex_lock (&mutex);
  if (self->priorities == NULL)
    {
      g_autoptr (GBytes) rows = self->forest != NULL ? ris3_forest_get (self->forest, self->id) : NULL;

      self->priorities = ris3_forest_plant (rows);
    }
  priorities = G_LIST_MODEL (self->priorities);
  g_mutex_unlock (&mutex);
  return priorities;
}

void
ris3_strategy_set_forest (Ris3Strategy *self, Ris3Forest *forest)
{
  self->forest = ris3_forest_ref (forest);
}

gboolean
ris3_strategy_priorities_equal (Ris3Strategy *a, Ris3Strategy *b)
{
  g_autoptr (GBytes) rows_a = ris3_forest_get (a->forest, a->id);
  g_autoptr (GBytes) rows_b = ris3_forest_get (b->forest, b->id);

  gsize size_a = rows_a != NULL ? g_bytes_get_size (rows_a) : 0;
  gsize size_b = rows_b != NULL ? g_bytes_get_size (rows_b) : 0;

  return size_a == size_b && (size_a == 0 || g_bytes_equal (rows_a, rows_b));
}

gboolean
ris3_strategy_is_analysed (Ris3Strategy *self)
{
  g_return_val_if_fail (RIS3_IS_STRATEGY (self), FALSE);
  return self->analysis_state != RIS3_ANALYSIS_PENDING;
}

const char *
ris3_analysis_state_get_id (Ris3AnalysisState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (analysis_states) - 1, NULL);
  return analysis_states[state];
}

const char *
ris3_basis_get_id (Ris3Basis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (bases) - 1, NULL);
  return bases[basis];
}

const char *
ris3_source_kind_get_id (Ris3SourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (source_kinds) - 1, NULL);
  return source_kinds[kind];
}
