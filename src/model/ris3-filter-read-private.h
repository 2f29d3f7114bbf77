/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ris3-filter-index-private.h"
#include "model/ris3-loader-private.h"

G_BEGIN_DECLS

/* A facet that is being read: values in the order in which they were met. */
typedef struct
{
  GHashTable *places; /* id to place in values + 1; the ids belong to the values */
  GArray *values;     /* of Ris3FacetRows */
  GPtrArray *rows;    /* of GArray of guint32 */
} Ris3FilterColumn;

typedef struct
{
  char *period;
  guint year;
  gboolean is_analysed;
} Ris3FilterRank;

/* From rows of an atlas to an index. */
typedef struct
{
  gboolean check;
  Ris3FilterIndex *former;
  Ris3Changes *changes;
  GCancellable *cancellable;

  Ris3FilterIndex *index;
  Ris3FilterColumn columns[RIS3_N_FACETS];
  GArray *ids;       /* of priorities, of gint64 */
  GArray *owners;    /* of guint32 */
  GArray *are_areas; /* of guint8 */
  GArray *years;
  GArray *regions;
  GArray *ranks;      /* of Ris3FilterRank: which strategy of a region is the latest */
  GArray *first;      /* priorities of each strategy */
  guint8 *comments;   /* of each strategy: flags */
  guint8 *activities; /* the same */
  GHashTable *asked;  /* rows of regions, + 1, to "asked" or "answered" */

  GStringChunk *chunk; /* of the texts that are added */
  GPtrArray *texts;    /* RIS3_N_TEXTS for each of: */
  GArray *documents;   /* of guint: places in the documents of the index */
} Ris3FilterReader;

void _ris3_column_init (Ris3FilterColumn *self);
/* The place of a value, which is added unless it is there. title: NULL for the facet's own */
guint _ris3_column_need (Ris3FilterColumn *self, Ris3Facet facet, const char *id, const char *title);
void _ris3_column_add (Ris3FilterColumn *self, guint value, guint32 row);
/* Says that a row has a value. */
void _ris3_filter_reader_add (Ris3FilterReader *self, Ris3Facet facet, const char *id, guint32 row);
/* Sorts what was read, and gives it to the index. */
void _ris3_filter_finish_facets (Ris3FilterReader *self);

/* A column of a row, never NULL. */
const char *_ris3_filter_get_text (sqlite3_stmt *row, int column);
/* The row of a region, which is added unless it is there. */
guint32 _ris3_filter_need_region (Ris3FilterIndex *index, guint nuts_version, const char *code);
/* The row of a strategy, or RIS3_NO_ROW. */
guint32 _ris3_filter_find_strategy (Ris3FilterIndex *index, const char *id);

gboolean _ris3_filter_read_strategies (Ris3Connection *connection, Ris3FilterReader *self, GError **error);
gboolean _ris3_filter_read_priorities (Ris3Connection *connection, Ris3FilterReader *self, GError **error);
gboolean _ris3_filter_read_themes (Ris3Connection *connection, Ris3FilterReader *self, GError **error);
/* Requests, activities, participations and the names of countries. */
gboolean _ris3_filter_read_regions (Ris3Connection *connection, Ris3FilterReader *self, GError **error);
/* What texts there are, and whose comments. */
gboolean _ris3_filter_read_documents (Ris3Connection *connection, Ris3FilterReader *self, GError **error);
/* What follows from these for each strategy. */
void _ris3_filter_add_states (Ris3FilterReader *self);

/* Takes over the numbers of texts that have not changed. */
void _ris3_filter_use_former (Ris3FilterReader *self);
/* Reads the texts that have no number yet. */
gboolean
_ris3_filter_read_texts (Ris3Connection *connection, Ris3FilterReader *self, Ris3DocumentKind kind, GError **error);
/* Gives them one. */
gboolean _ris3_filter_number_texts (Ris3FilterReader *self, GError **error);

G_END_DECLS
