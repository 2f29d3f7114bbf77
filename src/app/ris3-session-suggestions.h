/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/ris3-session.h"
#include "map/ris3-suggestions.h"

G_BEGIN_DECLS

/* A text that themes are suggested for, as in ris3_suggestions_find (). */
typedef struct
{
  const char *original; /* or NULL */
  const char *language; /* of original; or "" */
  const char *english;  /* or NULL */
} Ris3SuggestionText;

/* Suggests themes and the PM mark for texts, off the main thread. The lists of words are read once, the first time.
 *
 * texts: are copied
 *
 * Errors: those of ris3_suggestions_load (), G_IO_ERROR_CANCELLED.
 */
void ris3_session_suggest_async (Ris3Session *self,
                                 const Ris3SuggestionText *texts,
                                 guint n_texts,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full): for each text a GPtrArray of Ris3Suggestion, the best first */
GPtrArray *ris3_session_suggest_finish (Ris3Session *self, GAsyncResult *result, GError **error);

G_END_DECLS
