/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text form of a view, as it comes from a command line or a figure; and any text as a terminal and a label get
 * it.
 */

#include "config.h"

#include <stdint.h>
#include <string.h>

#include "map/ris3-view.h"
#include "model/ris3-printable.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_text (const char *text)
{
  g_autofree char *printable = ris3_printable_text (text);
  g_autofree char *again = ris3_printable_text (printable);
  g_autofree char *markup = ris3_printable_markup (text);

  g_assert_true (g_utf8_validate (printable, -1, NULL) && g_utf8_validate (markup, -1, NULL));
  g_assert_cmpstr (printable, ==, again);
  for (const char *p = printable; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || *p == '\t' || !g_unichar_iscntrl (g_utf8_get_char (p)));
  g_assert_true (strpbrk (markup, "<>") == NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) view = ris3_view_from_text (text, NULL, &error);
  g_autoptr (Ris3View) again = NULL;
  g_autofree char *full = NULL;

  check_text (text);
  g_assert_true ((view == NULL) == (error != NULL));
  if (view == NULL)
    return 0;
  full = ris3_view_to_text (view);
  again = ris3_view_from_text (full, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ris3_view_equal (view, again));
  return 0;
}
