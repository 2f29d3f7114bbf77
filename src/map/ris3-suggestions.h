/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In place of a theme: that the text itself says personalised, precision or stratified medicine. */
#define RIS3_SUGGESTION_EXPLICIT_PM "explicit-pm"

/* What a text may be about, for a person to decide. */
typedef struct
{
  char *code;   /* of the scheme "health-theme", or RIS3_SUGGESTION_EXPLICIT_PM */
  char **words; /* why: what was found, as the text has it, each once; NULL-terminated */
  guint n_words;
} Ris3Suggestion;

/* Lists of words that suggest themes, by language (data/suggestions/README.md). Immutable: any thread may read it. */
typedef struct _Ris3Suggestions Ris3Suggestions;

/* The languages that there are lists of, by their codes; NULL-terminated. */
extern const char *const ris3_suggestions_languages[];

/* Reads the lists.
 *
 * folder: that holds one a language; of those that come with the program, where ris3_data_find () finds
 *   "suggestions/en.csv"
 *
 * Errors: G_FILE_ERROR; RIS3_GEO_ERROR_INVALID for a list that is not as it should be, with its line. (transfer full)
 */
Ris3Suggestions *ris3_suggestions_load (const char *folder, GError **error);
Ris3Suggestions *ris3_suggestions_ref (Ris3Suggestions *self);
void ris3_suggestions_unref (Ris3Suggestions *self);

/* What a text suggests: those with the most words found first, then in the order of the codebook.
 *
 * original: in the language of the document, or NULL. It is read by the list of that language and by the English one,
 * as strategies in all languages have English terms; a language without a list is read by the English one alone
 * language: of original, "de"; or ""
 * english: the text in English, or NULL
 *
 * It takes time in proportion to the length of the texts. (transfer full): of Ris3Suggestion
 */
GPtrArray *
ris3_suggestions_find (Ris3Suggestions *self, const char *original, const char *language, const char *english);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Suggestions, ris3_suggestions_unref)

G_END_DECLS
