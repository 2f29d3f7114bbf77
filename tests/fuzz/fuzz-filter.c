/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text form of a filter, as somebody types it; and its words, as FTS5 gets them. */

#include "config.h"

#include <stdint.h>

#include "model/ris3-filter.h"
#include "model/ris3-filter-private.h"
#include "model/ris3-filter-texts-private.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
ignore_hit (guint32 number, const char *context, gpointer user_data)
{
  return FALSE;
}

/* What was accepted, FTS5 does not refuse. */
static void
check_words (const char *words)
{
  static Ris3FilterTexts *texts;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tokens = ris3_filter_read_tokens (words, NULL, &error);
  g_autofree char *query = NULL;

  g_assert_no_error (error);
  query = ris3_filter_tokens_to_query (tokens, words, NULL, &error);
  g_assert_no_error (error);
  if (texts == NULL)
    texts = ris3_filter_texts_new (&error);
  g_assert_no_error (error);
  if (query != NULL)
    ris3_filter_texts_match (texts, query, FALSE, ignore_hit, NULL, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  gsize position = 0;
  g_autoptr (Ris3Filter) filter = ris3_filter_from_text (text, &position, &error);
  g_autoptr (Ris3Filter) again = NULL;
  g_autofree char *form = NULL;
  g_autofree char *second = NULL;
  g_autofree char *completed = ris3_filter_complete_words (text);

  g_assert_true ((filter == NULL) == (error != NULL));
  g_assert_true (position <= size);
  if (filter == NULL)
    return 0;
  form = ris3_filter_to_text (filter);
  again = ris3_filter_from_text (form, NULL, &error);
  g_assert_no_error (error);
  second = ris3_filter_to_text (again);
  g_assert_true (ris3_filter_equal (filter, again));
  g_assert_cmpstr (form, ==, second);
  check_words (ris3_filter_get_words (filter));
  return 0;
}
