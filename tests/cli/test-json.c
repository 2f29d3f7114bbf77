/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-json.h"

static void
test_nesting (void)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_begin_array (json, "empty");
  ris3_json_end (json);
  ris3_json_begin_array (json, "list");
  ris3_json_number (json, NULL, -1);
  ris3_json_text (json, NULL, NULL);
  ris3_json_begin_object (json, NULL);
  ris3_json_boolean (json, "yes", TRUE);
  ris3_json_boolean (json, "no", FALSE);
  ris3_json_end (json);
  ris3_json_end (json);
  ris3_json_null (json, "nothing");
  ris3_json_end (json);
  g_assert_cmpstr (ris3_json_get_text (json), ==,
                   "{\n  \"empty\": [],\n  \"list\": [\n    -1,\n    null,\n    {\n      \"yes\": true,\n"
                   "      \"no\": false\n    }\n  ],\n  \"nothing\": null\n}\n");
}

static void
test_escapes (void)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "a\"b", "\\ \" \n \t \x01 \x7f \xc2\x9b é 😀 \xff");
  ris3_json_end (json);
  g_assert_cmpstr (ris3_json_get_text (json), ==,
                   "{\n  \"a\\\"b\": \"\\\\ \\\" \\u000a \\u0009 \\u0001 \\u007f \\u009b é 😀 \xef\xbf\xbd\"\n}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/nesting", test_nesting);
  g_test_add_func ("/json/escapes", test_escapes);
  return g_test_run ();
}
