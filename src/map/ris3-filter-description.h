/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-filter-index.h"

G_BEGIN_DECLS

/* How a filter is put into words for people, in the language of the locale. result: what knows the names of themes; may
 * be NULL. (transfer full) */

/* What a value of a facet is called: "France" */
char *ris3_filter_value_words (Ris3FilterResult *result, Ris3Facet facet, const char *value);
/* "2014–2018", "since 2014", "until 2018"; NULL: any year */
char *ris3_filter_years_words (Ris3Filter *filter);
/* "12 regions", where so many are chosen that their names would say less; NULL: they are named one by one. (transfer
 * full) */
char *ris3_filter_regions_words (Ris3Filter *filter);
/* All of it: "France or Italy; Oncology; “rare disease”". "" for everything */
char *ris3_filter_describe (Ris3Filter *filter, Ris3FilterResult *result);
/* What was done from one filter to another: "Add France", "Remove Oncology", "Clear All". */
char *ris3_filter_step_words (Ris3Filter *from, Ris3Filter *to, Ris3FilterResult *result);

G_END_DECLS
