/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which persons are found in texts: names, with and without titles such as “Dr.”, and e-mail addresses. */
typedef struct _Ris3PersonWords Ris3PersonWords;

Ris3PersonWords *ris3_person_words_new (void);
void ris3_person_words_free (Ris3PersonWords *self);
/* name: of a person, or an e-mail address; "" adds nothing */
void ris3_person_words_add (Ris3PersonWords *self, const char *name);
/* Whether one of them stands in a text, whatever its case, and however its words are spaced. */
gboolean ris3_person_words_stand_in (const Ris3PersonWords *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ris3PersonWords, ris3_person_words_free)

G_END_DECLS
