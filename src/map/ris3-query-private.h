/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map/ris3-region-finder.h"
#include "map/ris3-region-keys-private.h"

G_BEGIN_DECLS

/* What is looked for. */
typedef struct
{
  char *text;  /* folded */
  char *other; /* the same with EL for GR and UK for GB, or the other way round; else NULL */
  char **words;
  char **other_words;    /* the same of each word; empty where there is none */
  gint iso_region;       /* which the text is an ISO code of, -1 for none */
  gint alpha3_region;    /* the same of ISO 3166-1 alpha-3 */
  gint country;          /* whose words are these, one bit a word; -1 before the first */
  guint32 own_words;     /* that begin a word of its own names */
  guint32 foreign_words; /* that begin one of any of its names */
} Ris3Query;

/* Words after the 32nd are left out. */
Ris3Query ris3_query_read (const char *text, const Ris3RegionKeys *keys);
void ris3_query_clear (Ris3Query *self);

/* How well it finds one region of the boundaries whose keys these are. */
Ris3Found ris3_query_match (Ris3Query *self, const Ris3RegionKeys *keys, Ris3Boundaries *boundaries, guint region);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ris3Query, ris3_query_clear)

G_END_DECLS
