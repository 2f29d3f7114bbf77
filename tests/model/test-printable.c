/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-printable.h"

static void
test_printable (void)
{
  static const char *const texts[][2] = {
    { "", "" },
    { "Αττική – “Łódź”\n\tx", "Αττική – “Łódź”\n\tx" },
    { "\x1b]0;title\x07", "␛]0;title␇" },
    { "a\rb\x7f", "a␍b␡" },
    { "\xc2\x9b"
      "2J",
      "�2J" },
    { "\xff", "�" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = ris3_printable_text (texts[i][0]);

      g_assert_cmpstr (text, ==, texts[i][1]);
    }
}

/* A parser of markup takes it. */
static void
test_markup (void)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  for (char c = 1; c > 0; c++)
    g_string_append_c (all, c);
  markup = ris3_printable_markup (all->str);
  text = g_strdup_printf ("<b>%s</b>", markup);
  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (markup, -1, "&#x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printable/text", test_printable);
  g_test_add_func ("/printable/markup", test_markup);
  return g_test_run ();
}
