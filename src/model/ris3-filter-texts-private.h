/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The columns that words are looked for in, the best first. */
typedef enum
{
  RIS3_TEXT_LABEL,
  RIS3_TEXT_TITLE,
  RIS3_TEXT_ENGLISH,
  RIS3_TEXT_ORIGINAL,
  RIS3_TEXT_REMARK,
  RIS3_TEXT_NOTE,
  RIS3_TEXT_COMMENT,
  RIS3_N_TEXTS,
} Ris3TextColumn;

/* The marks around hits in a context. */
#define RIS3_HIT_START "\342\201\250" /* U+2068 */
#define RIS3_HIT_END "\342\201\251"   /* U+2069 */

/* Texts and where their words are: FTS5, in a database in memory of its own, as sessions would record its tables in the
 * file of an atlas. Texts have numbers, from 1 on, and are only added: an index that was made earlier does not know the
 * later ones. Several threads may use it, one after another. */
typedef struct _Ris3FilterTexts Ris3FilterTexts;

Ris3FilterTexts *ris3_filter_texts_new (GError **error);
Ris3FilterTexts *ris3_filter_texts_ref (Ris3FilterTexts *self);
void ris3_filter_texts_unref (Ris3FilterTexts *self);

/* Adds texts, a few at a time, so that nobody waits long for it.
 *
 * texts: n times RIS3_N_TEXTS of them, which may be NULL
 * first: (out) the number of the first one; the others follow
 */
gboolean ris3_filter_texts_add (Ris3FilterTexts *self,
                                const char *const *texts,
                                guint n,
                                guint32 *first,
                                GCancellable *cancellable,
                                GError **error);
/* How many there are, with those that no index knows any more. */
guint32 ris3_filter_texts_get_length (Ris3FilterTexts *self);

/* Whether there are enough hits. context: NULL if none was asked for */
typedef gboolean (*Ris3HitFunc) (guint32 number, const char *context, gpointer user_data);
/* Calls func for the texts that a query of FTS5 finds, in the order of their numbers. */
gboolean ris3_filter_texts_match (Ris3FilterTexts *self,
                                  const char *query,
                                  gboolean with_context,
                                  Ris3HitFunc func,
                                  gpointer user_data,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilterTexts, ris3_filter_texts_unref)

G_END_DECLS
