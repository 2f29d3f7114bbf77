/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RIS3_FILTER_ERROR (ris3_filter_error_quark ())
GQuark ris3_filter_error_quark (void);

typedef enum
{
  RIS3_FILTER_ERROR_SYNTAX, /* a quote or bracket that is not closed, a key without value */
  RIS3_FILTER_ERROR_KEY,    /* an unknown key */
  RIS3_FILTER_ERROR_VALUE,  /* a value that is not allowed for the key */
} Ris3FilterError;

/* What one can choose by, in the order of the panel. The words of the text form are in brackets. */
typedef enum
{
  RIS3_FACET_COUNTRY,       /* country: Eurostat's codes; GB and GR are understood */
  RIS3_FACET_GROUP,         /* group: eu27, efta, candidate, uk */
  RIS3_FACET_LEVEL,         /* level: 0 to 3, of the region whose strategy it is */
  RIS3_FACET_PERIOD,        /* period: 2014-2020 */
  RIS3_FACET_LANGUAGE,      /* language: ISO 639-1; "none" where it is not known */
  RIS3_FACET_THEME,         /* theme: SCHEME/CODE or its name; of a priority */
  RIS3_FACET_PM,            /* pm: yes, no, unknown, disputed */
  RIS3_FACET_ABSENCE,       /* absence: none, no-priority, withheld, not-analysed */
  RIS3_FACET_SOURCE,        /* source: strategy, official-page, report, news */
  RIS3_FACET_ANALYSIS,      /* analysis: pending, desk, document, confirmed */
  RIS3_FACET_COMMENT,       /* comment: none, asked, received, decided, open */
  RIS3_FACET_PARTICIPATION, /* programme: ICPerMed …; of the region or its country */
  RIS3_FACET_ACTIVITY,      /* activity: yes, no */
  RIS3_FACET_REGION,        /* region: its code, as map/ris3-region-term.h has it: "FR1" */
  RIS3_FACET_CLASS,         /* class: of an indicator, as map/ris3-class-term.h has it: "year/2014..2016" */
  RIS3_N_FACETS,
} Ris3Facet;

/* The years that there can be. */
#define RIS3_FILTER_MIN_YEAR 1990
#define RIS3_FILTER_MAX_YEAR 2100

/* A period that every strategy is of, for ris3_filter_index_apply (). */
#define RIS3_FILTER_ANY_PERIOD "any"

/* Which strategies and priorities are asked for. Values of one facet are alternatives ("any"; themes may be asked for
 * all at once), facets are conditions that hold together; the years and the words besides. Immutable and comparable.
 *
 * Its text form is what a person reads and types:
 *   theme:oncology country:FR,IT pm:yes since:2014 until:2018 "rare disease" genom* NOT cancer
 * A word without key is searched for in all text, as FTS5 has it: prefix*, "phrase", AND, OR, NOT, brackets.
 * theme:all(oncology,genomics) asks for strategies with each of them, as theme:oncology theme:genomics does, for
 * conditions hold together; values of other facets, of which there is one, are alternatives also then. A single theme
 * or none can be asked for in one way only. A value with spaces, commas or the like is in quotes: country:"Czech
 * Republic". Names of countries, themes and programmes become their codes in ris3_filter_resolve ().
 *
 * A strategy matches if it fulfils every condition about strategies and, where there are conditions about
 * priorities (themes, words), at least one of its priorities fulfils these together, or the words are found in its own
 * texts (title, remark, notes, comments) and there is no theme. A priority matches if its strategy does and it
 * fulfils the conditions about priorities. Notes and comments on a priority are texts of it; those on a region as a
 * whole are texts of its strategies.
 */
typedef struct _Ris3Filter Ris3Filter;

#define RIS3_TYPE_FILTER (ris3_filter_get_type ())
GType ris3_filter_get_type (void) G_GNUC_CONST;

Ris3Filter *ris3_filter_new (void); /* everything */
Ris3Filter *ris3_filter_ref (Ris3Filter *self);
void ris3_filter_unref (Ris3Filter *self);

/* position: (out) (optional) where the wrong word begins, in bytes
 * Errors: RIS3_FILTER_ERROR; the message names the wrong word, its place and the nearest that is allowed. (transfer
 * full) */
Ris3Filter *ris3_filter_from_text (const char *text, gsize *position, GError **error);
char *ris3_filter_to_text (Ris3Filter *self); /* the same for equal filters; "" for everything (transfer full) */
gboolean ris3_filter_equal (Ris3Filter *self, Ris3Filter *other);
gboolean ris3_filter_is_empty (Ris3Filter *self);

gboolean ris3_filter_has (Ris3Filter *self, Ris3Facet facet, const char *value);
const char *const *ris3_filter_get_values (Ris3Filter *self,
                                           Ris3Facet facet); /* sorted, NULL-terminated; (transfer none) */
gboolean ris3_filter_get_all_themes (Ris3Filter *self);
const char *ris3_filter_get_words (Ris3Filter *self); /* "" for none */
guint ris3_filter_get_since (Ris3Filter *self);       /* 0: any year */
guint ris3_filter_get_until (Ris3Filter *self);

/* Whether a filter asks for places alone, which a region without a strategy has, too, and a region is one of them.
 * code: Eurostat's */
gboolean ris3_filter_is_about_region (Ris3Filter *self, const char *code);

/* The same filter with one thing changed. (transfer full) */
Ris3Filter *ris3_filter_with (Ris3Filter *self, Ris3Facet facet, const char *value, gboolean is_chosen);
Ris3Filter *ris3_filter_without (Ris3Filter *self, Ris3Facet facet);
Ris3Filter *ris3_filter_with_all_themes (Ris3Filter *self, gboolean all);
Ris3Filter *ris3_filter_with_years (Ris3Filter *self, guint since, guint until);
/* Errors: RIS3_FILTER_ERROR_SYNTAX */
Ris3Filter *ris3_filter_with_words (Ris3Filter *self, const char *words, GError **error);
/* The words with the last one as a beginning (“genom” becomes “genom*”), as it is looked for while somebody types; the
 * same words, if they do not end in a word that stands by itself. (transfer full) */
char *ris3_filter_complete_words (const char *words);

/* What a value of RIS3_FACET_REGION or RIS3_FACET_CLASS stands for, as only those know who know the map. */
typedef struct
{
  char *value;
  char *title; /* what it is called; NULL: as the filter has it */
  char **ids;  /* of the strategies */
} Ris3FilterMembers;

/* title: may be NULL; ids: of utf8, which are copied (transfer full) */
Ris3FilterMembers *ris3_filter_members_new (const char *value, const char *title, GPtrArray *ids);
void ris3_filter_members_unref (Ris3FilterMembers *self);

/* The same filter, which knows these, too: what it is not told matches nothing. It is equal to one that does not know
 * them. members: of Ris3FilterMembers (transfer full) */
Ris3Filter *ris3_filter_with_members (Ris3Filter *self, GPtrArray *members);

const char *ris3_facet_get_title (Ris3Facet facet); /* "Country", in the language of the locale */
const char *ris3_facet_get_id (Ris3Facet facet);    /* "country" */
/* "Not yet analysed": what a value is called, in the language of the locale, where the program itself knows that: of
 * all facets but themes, programmes and regions. Else the value. (transfer none): it stays for good */
const char *ris3_facet_get_value_title (Ris3Facet facet, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3Filter, ris3_filter_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3FilterMembers, ris3_filter_members_unref)

G_END_DECLS
