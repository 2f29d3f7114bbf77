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
 */

/* The texts that together ask for a class of what is shown, as one of the other texts may be several. NULL: none can:
 * a filter asks for strategies, and the class is of areas without one, or of what several or none of them say.
 * (transfer full) */
char **ris3_class_terms_list (Ris3Classification *classification, guint klass);

/* "Explicit PM priority", "Number of Health Priorities: 3 to 5": in the language of the locale. A text that is not
 * known is given back. (transfer full) */
char *ris3_class_term_describe (const char *text);

/* Whether all classes that a filter asks for can be understood. Errors: RIS3_FILTER_ERROR_VALUE */
gboolean ris3_class_terms_check (Ris3Filter *filter, GError **error);

/* The same filter, told which strategies are of the classes that it asks for. They must be known with their
 * priorities, where ris3_class_terms_read_priorities () says so. (transfer full) */
Ris3Filter *ris3_class_terms_tell (Ris3Filter *filter, GListModel *strategies);
gboolean ris3_class_terms_read_priorities (Ris3Filter *filter);

G_END_DECLS
