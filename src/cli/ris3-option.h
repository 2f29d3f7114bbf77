/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be asked for on the command line, for all commands: the same thing has the same names in each. */
typedef enum
{
  RIS3_OPTION_ATLAS,
  RIS3_OPTION_VIEW,
  RIS3_OPTION_SAVED_VIEW,
  RIS3_OPTION_FILTER,
  RIS3_OPTION_INDICATOR,
  RIS3_OPTION_WITH,
  RIS3_OPTION_AGAINST,
  RIS3_OPTION_CLASSES,
  RIS3_OPTION_PALETTE,
  RIS3_OPTION_PERIOD,
  RIS3_OPTION_LEVEL,
  RIS3_OPTION_NUTS,
  RIS3_OPTION_OUTPUT,
  RIS3_OPTION_SIZE,
  RIS3_OPTION_PAGE,
  RIS3_OPTION_NOTES,
  RIS3_OPTION_WITH_TABLE,
  RIS3_OPTION_TABLES,
  RIS3_OPTION_EXTENT,
  RIS3_OPTION_SOURCE,
  RIS3_OPTION_BOUNDARIES,
  RIS3_OPTION_LAYER,
  RIS3_OPTION_CODE,
  RIS3_OPTION_VALUE,
  RIS3_OPTION_TITLE,
  RIS3_OPTION_UNIT,
  RIS3_OPTION_YEAR,
  RIS3_OPTION_CREDIT,
  RIS3_OPTION_NAME,
  RIS3_OPTION_LEVELS,
  RIS3_OPTION_COUNTRY,
  RIS3_OPTION_PARENT,
  RIS3_OPTION_CRS,
  RIS3_OPTION_REMEMBER,
  RIS3_OPTION_INPUT,
  RIS3_OPTION_DRY_RUN,
  RIS3_OPTION_BY,
  RIS3_OPTION_REGION,
  RIS3_OPTION_STRATEGY,
  RIS3_OPTION_KIND,
  RIS3_OPTION_FROM,
  RIS3_OPTION_TO,
  RIS3_OPTION_TEXT,
  RIS3_OPTION_LIMIT,
  RIS3_OPTION_CHANGE,
  RIS3_OPTION_REDO,
  RIS3_OPTION_EMPTY,
  RIS3_OPTION_LIST,
  RIS3_OPTION_RESTORE,
  RIS3_OPTION_TABLE,
  RIS3_OPTION_FORMAT,
  RIS3_OPTION_COLUMNS,
  RIS3_OPTION_PERSONAL_DATA,
  RIS3_OPTION_WITH_BASE,
  RIS3_OPTION_INTO, /* the same as RIS3_OPTION_ATLAS, of an atlas that is written */
  RIS3_OPTION_SHEET,
  RIS3_OPTION_ALL_SHEETS,
  RIS3_OPTION_HEADING_ROW,
  RIS3_OPTION_ENCODING,
  RIS3_OPTION_SEPARATOR,
  RIS3_OPTION_MAP,
  RIS3_OPTION_MATCH,
  RIS3_OPTION_CLEAR_EMPTY,
  RIS3_OPTION_ROWS,
  RIS3_OPTION_SKIP_REFUSED,
  RIS3_OPTION_STATE,
  RIS3_OPTION_ROUND,
  RIS3_OPTION_LANGUAGE,
  RIS3_OPTION_WITH_PDF,
  RIS3_OPTION_SENDER,
  RIS3_OPTION_REPLY_TO,
  RIS3_OPTION_REPLACE,
  RIS3_OPTION_APPLY,
  RIS3_OPTION_YES,
  RIS3_OPTION_JSON,
  RIS3_OPTION_HELP,    /* every command has it */
  RIS3_OPTION_VERSION, /* every command has it */
  RIS3_N_OPTIONS,
} Ris3OptionId;

/* What a completion may offer where an option's value, or an operand, is due. */
typedef enum
{
  RIS3_OFFER_NOTHING,
  RIS3_OFFER_WORDS, /* those of ris3_option_get_words() */
  RIS3_OFFER_PERIODS,
  RIS3_OFFER_FILES,
  RIS3_OFFER_ATLASES,
  RIS3_OFFER_BOUNDARIES,
  RIS3_OFFER_FOLDERS,
} Ris3Offer;

/* An option as the parser, --help, the manual page and the completions of the shells know it. */
typedef struct _Ris3Option Ris3Option;

struct _Ris3Option
{
  const char *name;     /* "nuts", for --nuts */
  char letter;          /* 'n', for -n: no other option has it; 0: it has none */
  const char *alias;    /* another long name, which is understood and not told; NULL: none */
  const char *argument; /* marked for translation; NULL: it takes none */
  const char *help;     /* marked for translation */
  Ris3Offer offer;
};

/* (transfer none) */
const Ris3Option *ris3_option_get (Ris3OptionId id);

/* The words that the value can be, where offer is RIS3_OFFER_WORDS. NULL-terminated. (transfer full) */
char **ris3_option_get_words (Ris3OptionId id);
/* Which of them holds where nothing is said; NULL where that is not one for all commands. (transfer full) */
char *ris3_option_get_default (Ris3OptionId id);

/* The help in the language of the locale, with the words and the default.
 *
 * note: what a command adds to it, in that language; NULL: nothing, and the default is told
 * (transfer full)
 */
char *ris3_option_get_help (Ris3OptionId id, const char *note);

G_END_DECLS
