/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* The value of a strategy whose language is not known. */
#define RIS3_FILTER_NO_LANGUAGE "none"

struct _Ris3Filter
{
  gatomicrefcount ref_count;
  char **values[RIS3_N_FACETS]; /* sorted, each once; never NULL */
  gboolean all_themes;          /* only where there are themes */
  char *words;                  /* in the form that they are printed in */
  guint since;
  guint until;
  char *typed;         /* the text that it was read from, for messages; NULL: none */
  GHashTable *members; /* by value: Ris3FilterMembers; NULL: none is known */
};

/* Adds values to a facet; takes each of them. values: element-type utf8, as ris3_facet_read_value () gives them */
void ris3_filter_add_values (Ris3Filter *self, Ris3Facet facet, GPtrArray *values);

/* A filter of words alone. Errors: RIS3_FILTER_ERROR_SYNTAX, also for a condition. (transfer full) */
Ris3Filter *ris3_filter_from_words (const char *words, gsize *position, GError **error);

/* A value as a filter has it, from what a person types; NULL: the facet has no such value. (transfer full) */
char *ris3_facet_read_value (Ris3Facet facet, const char *text);
/* The values that a facet has in every atlas, NULL-terminated; NULL: it depends on the atlas. (transfer none) */
const char *const *ris3_facet_get_fixed_values (Ris3Facet facet);

/* Whether a filter is told which strategies have the values of a facet: no index knows it. */
gboolean ris3_facet_is_told (Ris3Facet facet);
/* What a filter was told of a value; NULL: nothing. (transfer none) */
const Ris3FilterMembers *ris3_filter_get_members (Ris3Filter *self, const char *value);

/* A piece of a filter's text. */
typedef enum
{
  RIS3_TOKEN_CONDITION, /* key:value,value */
  RIS3_TOKEN_WORD,
  RIS3_TOKEN_PHRASE,
  RIS3_TOKEN_AND,
  RIS3_TOKEN_OR,
  RIS3_TOKEN_NOT,
  RIS3_TOKEN_OPEN,
  RIS3_TOKEN_CLOSE,
} Ris3TokenKind;

typedef struct
{
  Ris3TokenKind kind;
  gboolean is_prefix; /* of a word or phrase: a beginning */
  gsize start;        /* in the text, in bytes */
  gsize end;
  char *text; /* of a word or phrase: what is looked for; of a condition: the key in lower case */

  /* Of a condition: */
  GPtrArray *values; /* as they were typed, without quotes */
  GArray *starts;    /* of gsize: where each of them is in the text */
  gboolean all;      /* all(…) */
} Ris3Token;

void ris3_token_free (Ris3Token *self);

/* Divides a text into its pieces. position: where it could not be read. (transfer full), of Ris3Token; NULL on an
 * error, RIS3_FILTER_ERROR_SYNTAX */
GPtrArray *ris3_filter_read_tokens (const char *text, gsize *position, GError **error);
/* Turns words into a query that FTS5 understands in the same way and never refuses; conditions among the tokens are
 * left out. text: that they are from. NULL without error: no words. (transfer full) */
char *ris3_filter_tokens_to_query (GPtrArray *tokens, const char *text, gsize *position, GError **error);
/* Their own form. (transfer full) */
char *ris3_filter_tokens_to_words (GPtrArray *tokens);

/* Where a value of a facet stands in the text that a filter was read from; FALSE: nowhere. position: (out) in bytes */
gboolean ris3_filter_find_typed (Ris3Filter *self, Ris3Facet facet, const char *value, gsize *position);

/* For messages: at which character of a text, counted from 1, a byte is. */
guint ris3_filter_get_place (const char *text, gsize position);

/* A text as everybody can type it, for finding: without case and accents. (transfer full) */
char *ris3_filter_fold (const char *text);
/* Which of the candidates (NULL-terminated) is nearest to a text, if it is so near that it was probably meant. NULL:
 * none. (transfer none) */
const char *ris3_filter_find_nearest (const char *text, const char *const *candidates);
/* "a, b or c". (transfer full) */
char *ris3_filter_list_values (const char *const *values);

G_END_DECLS
