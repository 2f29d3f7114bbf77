/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-filter-index.h"
#include "model/ris3-filter-private.h"
#include "model/ris3-filter-texts-private.h"

G_BEGIN_DECLS

#define RIS3_NO_ROW G_MAXUINT32

/* A value of a facet: the rows that have it, each once, in order. Of a theme they are priorities, else strategies. */
typedef struct
{
  char *id;
  char *title; /* in the language that was in force when the index was made */
  guint32 *rows;
  guint n_rows;
} Ris3FacetRows;

/* What words are found in. The texts of strategies, priorities, notes and comments follow each other in this order. */
typedef enum
{
  RIS3_DOCUMENT_STRATEGY,
  RIS3_DOCUMENT_PRIORITY,
  RIS3_DOCUMENT_NOTE,
  RIS3_DOCUMENT_COMMENT,
  RIS3_N_DOCUMENTS,
} Ris3DocumentKind;

typedef struct
{
  Ris3DocumentKind kind;
  guint32 number;   /* in the full text */
  guint32 strategy; /* the rows that it is about: RIS3_NO_ROW, or */
  guint32 priority;
  guint32 region; /* all strategies of this region */
  gint64 id;      /* of a row with a number as its key */
} Ris3Document;

/* Where the words of a filter were found. */
typedef struct
{
  gatomicrefcount ref_count;
  char *words;
  guint8 *strategies; /* in texts of the strategy itself */
  guint8 *priorities;
} Ris3WordRows;

void ris3_word_rows_unref (Ris3WordRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3WordRows, ris3_word_rows_unref)

#define RIS3_N_REMEMBERED 4

/* A row is a place in an array. Strategies are in the order of their ids, priorities in that of their strategies. */
struct _Ris3FilterIndex
{
  gatomicrefcount ref_count;

  guint n_strategies;
  GPtrArray *strategy_ids;
  GHashTable *strategy_rows; /* id to row + 1 */
  guint16 *years;            /* 0: not known */
  guint8 *is_latest;         /* of its region */
  guint32 *strategy_regions; /* row in regions */
  guint32 *first_priorities; /* n_strategies + 1 of them */

  GPtrArray *regions;       /* "2016 FRL0" */
  GHashTable *region_rows;  /* the same to row + 1 */
  guint n_own_regions;      /* the first ones, which strategies are of */
  guint32 *first_of_region; /* of each of these, in: */
  guint32 *by_region;       /* rows of strategies */

  guint n_priorities;
  gint64 *priority_ids;
  guint32 *owners;   /* row of the strategy */
  guint8 *are_areas; /* they only group others: they have texts, but are not counted */
  guint32 *by_id;    /* rows of priorities in the order of their ids */

  GArray *facets[RIS3_N_FACETS]; /* of Ris3FacetRows, in the order of the panel */
  GPtrArray *country_names;      /* pairs of a name and a code, as countries are called in the atlas */

  GArray *documents;                           /* of Ris3Document */
  guint first_documents[RIS3_N_DOCUMENTS + 1]; /* where each kind begins */
  guint32 *numbered;                           /* by number: document + 1; 0: none of this index */
  guint n_numbered;
  Ris3FilterTexts *texts;

  GMutex mutex; /* of what is remembered */
  Ris3WordRows *remembered[RIS3_N_REMEMBERED];
  guint next_remembered;
};

/* Reads an index within one transaction, and then, outside it, adds what is new to the full text. (transfer full) */
Ris3FilterIndex *ris3_filter_index_read (const char *path,
                                         gboolean read_only,
                                         gboolean check,
                                         Ris3FilterIndex *former,
                                         Ris3Changes *changes,
                                         GCancellable *cancellable,
                                         GError **error);

/* Where the words of a filter were found; NULL with an error, if the full text cannot be read. Of the last words, it is
 * remembered. (transfer full) */
Ris3WordRows *ris3_filter_index_find_words (Ris3FilterIndex *self, const char *words, GError **error);
/* The row of a value in a facet; -1: there is none. */
gint ris3_filter_index_find_value (Ris3FilterIndex *self, Ris3Facet facet, const char *id);
/* The row of a priority, or RIS3_NO_ROW. */
guint32 ris3_filter_index_find_priority (Ris3FilterIndex *self, gint64 id);
/* The rows of the strategies of a region, by its row or RIS3_NO_ROW. (transfer none) */
const guint32 *ris3_filter_index_get_of_region (Ris3FilterIndex *self, guint32 region, guint *n);
/* What a value of a filter is in this atlas; NULL: nothing. (transfer full) */
char *ris3_filter_index_resolve_value (Ris3FilterIndex *self, Ris3Facet facet, const char *value);
/* The same filter with all values resolved that can be. (transfer full) */
Ris3Filter *ris3_filter_index_resolve_some (Ris3FilterIndex *self, Ris3Filter *filter);

struct _Ris3FilterResult
{
  gatomicrefcount ref_count;
  Ris3FilterIndex *index;
  Ris3Filter *filter;
  guint8 *strategies; /* 1: matches */
  guint8 *priorities;
  guint n_strategies;
  guint n_priorities;
  guint n_all_strategies;
  GArray *values[RIS3_N_FACETS]; /* of Ris3FacetValue */
  GArray *years;                 /* of Ris3YearCount */
};

G_END_DECLS
