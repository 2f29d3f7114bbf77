/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-atlas.h"
#include "model/ris3-filter-result.h"

G_BEGIN_DECLS

/* All that is asked of an atlas by filters, in columns that are quick to read, with a full-text index (FTS5) of all
 * text. It is made off the main thread from one state of the file, and follows changes. Immutable once made: any thread
 * may read it.
 */
typedef struct _Ris3FilterIndex Ris3FilterIndex;

#define RIS3_TYPE_FILTER_INDEX (ris3_filter_index_get_type ())
GType ris3_filter_index_get_type (void) G_GNUC_CONST;

Ris3FilterIndex *ris3_filter_index_ref (Ris3FilterIndex *self);
void ris3_filter_index_unref (Ris3FilterIndex *self);

/* Reads the file of an atlas.
 *
 * former: an index of the same file, whose full text is used again but for the rows that have changed; may be NULL
 * changes: all since then; NULL: all of the text is read again
 *
 * Errors: RIS3_ATLAS_ERROR, G_IO_ERROR_CANCELLED
 */
void ris3_filter_index_new_async (Ris3Atlas *atlas,
                                  Ris3FilterIndex *former,
                                  Ris3Changes *changes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
Ris3FilterIndex *ris3_filter_index_new_finish (GAsyncResult *result, GError **error); /* (transfer full) */
/* The same at once, for the command line and tests. */
Ris3FilterIndex *ris3_filter_index_new (const char *path, GError **error); /* (transfer full) */

/* The filter with the codes of this atlas for what was typed instead of them: names of countries in the languages of
 * the program, codes and names of themes without their scheme, programmes whatever their case. The facets' values are
 * codes, so resolve what a person typed before it is shown. ris3_filter_index_apply () takes either.
 *
 * position: (out) (optional) where the wrong value begins in the text that the filter was read from, in bytes; as it
 *   was, where that is not known
 * Errors: RIS3_FILTER_ERROR_VALUE, with the place and the nearest that there is. (transfer full)
 */
Ris3Filter *ris3_filter_resolve (Ris3Filter *filter, Ris3FilterIndex *index, gsize *position, GError **error);
/* The text form as people type it: of themes only the code, where it resolves to the same theme in this atlas.
 * (transfer full) */
char *ris3_filter_index_dup_text (Ris3FilterIndex *self, Ris3Filter *filter);

/* period: count and match strategies of this period; NULL: the latest strategy of each region; RIS3_FILTER_ANY_PERIOD:
 *   all
 * Errors: RIS3_ATLAS_ERROR, if the full text cannot be read; a filter's words have been checked before. Under 30 ms for
 * 10,000 strategies and 150,000 priorities. (transfer full)
 */
Ris3FilterResult *
ris3_filter_index_apply (Ris3FilterIndex *self, Ris3Filter *filter, const char *period, GError **error);
/* The same off the main thread: words that are in most priorities take longer the first time. */
void ris3_filter_index_apply_async (Ris3FilterIndex *self,
                                    Ris3Filter *filter,
                                    const char *period,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
Ris3FilterResult *ris3_filter_index_apply_finish (GAsyncResult *result, GError **error); /* (transfer full) */

/* Where words were found. */
typedef struct
{
  const char *table;       /* "priority", "strategy", "note", "comment" */
  const char *key;         /* of the row, as text */
  const char *strategy_id; /* that it belongs to; "" for what is about a region, or a point of the map */
  guint nuts_version;      /* of the region that it is about; 0 for a point of the map */
  const char *region_code; /* the same; "" */
  const char
      *context; /* some words around the hits, on one line; hits between U+2068 and U+2069 (plain text, never markup) */
} Ris3FilterHit;

void ris3_filter_hit_free (Ris3FilterHit *self);

/* Looks for words as a filter has them; the last one, if it stands by itself, is the beginning of a word. The best
 * first: those in labels and titles, then those in the text of priorities, then others; whole words before beginnings.
 * Under 10 ms for the first 50.
 *
 * Errors: RIS3_FILTER_ERROR_SYNTAX. (transfer full), of Ris3FilterHit; empty if there is no word
 */
GPtrArray *ris3_filter_index_search (Ris3FilterIndex *self, const char *words, guint n_max, GError **error);
void ris3_filter_index_search_async (Ris3FilterIndex *self,
                                     const char *words,
                                     guint n_max,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *ris3_filter_index_search_finish (GAsyncResult *result, GError **error); /* (transfer full) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilterIndex, ris3_filter_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilterHit, ris3_filter_hit_free)

G_END_DECLS
