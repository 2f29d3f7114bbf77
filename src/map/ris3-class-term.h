/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "map/ris3-classification.h"
#include "model/ris3-filter.h"

G_BEGIN_DECLS

/* A class as a filter asks for it (RIS3_FACET_CLASS): an indicator and what its value is to be, so that it stays the
 * same whatever the map shows and however that is classed:
 *   personalised-medicine/explicit   a category, by its id, or an absence
 *   priorities/3  priorities/3..5  year/..2013   a number, whole numbers from one to another, or without an end
 *   theme-share:oncology/25..50  theme-share:oncology/>0..25   from 25 to below 50; more than 0, and below 25
 *   language/fr  year/unknown
 * A strategy has the value that its indicator finds in it, or that is recorded of the region whose strategy it is,
 * where that is placed: “column:GDP/..20000”, “participation:ICPerMed/member”.
 */

/* The texts that together ask for a class of what is shown, as one of the other texts may be several. NULL: none can:
 * a filter asks for strategies, and the class is of areas without one, or of what several of them say.
 * (transfer full) */
char **ris3_class_terms_list (Ris3Classification *classification, guint klass);
/* The values of RIS3_FACET_PM that ask for the areas with a mark; NULL: none can. (transfer full) */
char **ris3_class_terms_list_mark (Ris3Classification *classification, Ris3Marks mark);

/* "Explicit PM priority", "Number of Health Priorities: 3 to 5": in the language of the locale. A text that is not
 * known is given back. (transfer full) */
char *ris3_class_term_describe (const char *text);

/* Whether all classes that a filter asks for can be understood. Errors: RIS3_FILTER_ERROR_VALUE */
gboolean ris3_class_terms_check (Ris3Filter *filter, GError **error);

/* The same filter, told which strategies are of the classes that it asks for. They must be known with their
 * priorities, where ris3_class_terms_read_priorities () says so.
 *
 * placement: of these strategies, with what is recorded of regions; may be NULL unless
 *   ris3_class_terms_read_regions () says that it is needed
 * (transfer full) */
Ris3Filter *ris3_class_terms_tell (Ris3Filter *filter, GListModel *strategies, Ris3Placement *placement);
gboolean ris3_class_terms_read_priorities (Ris3Filter *filter);
gboolean ris3_class_terms_read_regions (Ris3Filter *filter);

G_END_DECLS
