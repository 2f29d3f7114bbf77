/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The name of many files, with words in braces for what each of them is of: "maps/{country}-{theme}.png". */
typedef struct _Ris3BatchPattern Ris3BatchPattern;

/* What stands in braces. */
typedef enum
{
  RIS3_BATCH_COUNTRY, /* its code */
  RIS3_BATCH_COUNTRY_NAME,
  RIS3_BATCH_THEME, /* its code */
  RIS3_BATCH_THEME_NAME,
  RIS3_BATCH_PERIOD, /* "2014-2020" */
  RIS3_BATCH_VIEW,   /* the name of a saved view */
  RIS3_BATCH_REGION, /* its code */
  RIS3_BATCH_REGION_NAME,
  RIS3_BATCH_NUMBER, /* from 1 on */
  RIS3_N_BATCH_WORDS,
} Ris3BatchWord;

/* text: in the file system's encoding
 * Errors: G_IO_ERROR_INVALID_FILENAME, a sentence that says which words there are. (transfer full) */
Ris3BatchPattern *ris3_batch_pattern_new (const char *text, GError **error);
void ris3_batch_pattern_free (Ris3BatchPattern *self);
gboolean ris3_batch_pattern_has (Ris3BatchPattern *self, Ris3BatchWord word);
/* Whether there is a file of each of something, told by its code or by its name. subject: RIS3_BATCH_COUNTRY, _THEME,
 * _PERIOD, _VIEW or _REGION */
gboolean ris3_batch_pattern_is_of (Ris3BatchPattern *self, Ris3BatchWord subject);

/* The name of the next file: no other has it, whatever the system thinks of capitals, and no value leads to another
 * folder. values: RIS3_N_BATCH_WORDS of them, UTF-8; NULL or "" for one that there is not (transfer full) */
char *ris3_batch_pattern_make_name (Ris3BatchPattern *self, const char *const *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3BatchPattern, ris3_batch_pattern_free)

G_END_DECLS
