/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "app/ris3-session.h"

G_BEGIN_DECLS

/* What windows need to know of the regions whose authorities are asked. */

/* A region is asked once, and whoever answers for it is found, in whichever NUTS version either is recorded: a
 * Ris3RegionKeyFunc of a session. (transfer full) */
char *ris3_authority_make_region_key (guint nuts_version, const char *code, gpointer session);
/* As the map calls it: the name_region of a Ris3RoundPlan. */
const char *ris3_authority_name_region (guint nuts_version, const char *code, gpointer session);

/* What is typed as the words that are looked for; NULL: none. (transfer full) */
char **ris3_authority_read_words (GtkEditable *search);
/* Whether an authority has each word: in the code of its region, its names, or its own. words: NULL: none is looked
 * for */
gboolean ris3_authority_has_words (Ris3Session *session,
                                   guint nuts_version,
                                   const char *code,
                                   const char *organisation,
                                   char **words);

G_END_DECLS
