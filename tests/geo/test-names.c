/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names that come along: each in the script that it is said to be in, and such that whoever reads it can type it.
 */

#include "config.h"

#include <string.h>

#include "geo-fixture.h"
#include "geo/ris3-fold.h"
#include "geo/ris3-nuts-version.h"

static GUnicodeScript
get_local_script (const char *country)
{
  static const char *const greek[] = { "CY", "EL", NULL };
  static const char *const cyrillic[] = { "BG", "ME", "MK", "RS", NULL };

  if (g_strv_contains (greek, country))
    return G_UNICODE_SCRIPT_GREEK;
  return g_strv_contains (cyrillic, country) ? G_UNICODE_SCRIPT_CYRILLIC : G_UNICODE_SCRIPT_LATIN;
}

static const char *
get_script_name (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_GREEK ? "Greek" : script == G_UNICODE_SCRIPT_CYRILLIC ? "Cyrillic" : "Latin";
}

/* A look-alike of another script is the commonest fault: "Aττική" with a Latin A. */
static void
check_script (guint version, const Ris3Region *region, const char *name, GUnicodeScript script)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalpha (letter) && g_unichar_get_script (letter) != script)
        {
          g_test_message ("NUTS %u %s: “%s” has a letter at “%s” that is not %s", version, region->code, name, at,
                          get_script_name (script));
          g_test_fail ();
          return;
        }
    }
}

static void
check_spaces (guint version, const Ris3Region *region, const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  gboolean is_sound = *name != '\0' && *name != ' ' && !g_str_has_suffix (name, " ") && strstr (name, "  ") == NULL
                      && g_str_equal (name, composed);

  for (const char *at = name; *at != '\0' && is_sound; at = g_utf8_next_char (at))
    is_sound = g_utf8_get_char (at) == ' ' || !g_unichar_isspace (g_utf8_get_char (at));
  if (!is_sound)
    {
      g_test_message ("NUTS %u %s: “%s” has a space that nobody types, or signs taken apart", version, region->code,
                      name);
      g_test_fail ();
    }
}

/* A plain keyboard has the letters of its script without marks; the Cyrillic ones differ by a few. */
static gboolean
is_on_keyboard (gunichar letter, GUnicodeScript script)
{
  static const gunichar more_cyrillic[] = { 0x0452, 0x0455, 0x0458, 0x0459, 0x045a, 0x045b, 0x045f };

  if (letter == ' ' || (letter >= '0' && letter <= '9'))
    return TRUE;
  if (script == G_UNICODE_SCRIPT_LATIN)
    return letter >= 'a' && letter <= 'z';
  if (script == G_UNICODE_SCRIPT_GREEK)
    return letter >= 0x03b1 && letter <= 0x03c9 && letter != 0x03c2; /* one sigma */
  for (gsize i = 0; i < G_N_ELEMENTS (more_cyrillic); i++)
    if (letter == more_cyrillic[i])
      return TRUE;
  return letter >= 0x0430 && letter <= 0x044f;
}

static void
check_keyboard (guint version, const Ris3Region *region, const char *name, GUnicodeScript script)
{
  g_autofree char *folded = ris3_fold (name);

  g_assert_cmpstr (folded, !=, "");
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_on_keyboard (g_utf8_get_char (at), script))
      {
        g_test_message ("NUTS %u %s: “%s” folds to “%s”, which no plain %s keyboard types", version, region->code, name,
                        folded, get_script_name (script));
        g_test_fail ();
        return;
      }
}

/* Serbian, Montenegrin and Macedonian are written in both scripts, letter for letter; that is where English words stood
 * among the Latin names.
 */
static void
check_letters (guint version, const Ris3Region *region)
{
  static const char *const latin[][2] = {
    { "а", "a" },  { "б", "b" }, { "в", "v" }, { "г", "g" }, { "д", "d" },  { "ђ", "đ" },  { "е", "e" }, { "ж", "ž" },
    { "з", "z" },  { "и", "i" }, { "ј", "j" }, { "к", "k" }, { "л", "l" },  { "љ", "lj" }, { "м", "m" }, { "н", "n" },
    { "њ", "nj" }, { "о", "o" }, { "п", "p" }, { "р", "r" }, { "с", "s" },  { "т", "t" },  { "ћ", "ć" }, { "у", "u" },
    { "ф", "f" },  { "х", "h" }, { "ц", "c" }, { "ч", "č" }, { "џ", "dž" }, { "ш", "š" },
  };
  g_autofree char *name = g_utf8_strdown (region->name, -1);
  g_autofree char *name_latin = g_utf8_strdown (region->name_latin, -1);
  g_autoptr (GString) letters = g_string_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    g_string_replace (letters, latin[i][0], latin[i][1], 0);
  if (!g_str_equal (letters->str, name_latin))
    {
      g_test_message ("NUTS %u %s: “%s” is not “%s” in Latin letters", version, region->code, region->name_latin,
                      region->name);
      g_test_fail ();
    }
}

static void
test_names (void)
{
  static const char *const both_scripts[] = { "ME", "MK", "RS", NULL };

  for (guint v = 0; v < RIS3_N_NUTS_VERSIONS; v++)
    {
      g_autoptr (GError) error = NULL;
      guint version = ris3_nuts_versions[v];
      g_autoptr (Ris3Boundaries) boundaries = ris3_boundaries_load (fixture_path (), version, 0, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < ris3_boundaries_get_n_regions (boundaries); i++)
        {
          const Ris3Region *region = ris3_boundaries_get_region (boundaries, i);

          check_script (version, region, region->name, get_local_script (region->country));
          check_script (version, region, region->name_latin, G_UNICODE_SCRIPT_LATIN);
          check_spaces (version, region, region->name);
          check_spaces (version, region, region->name_latin);
          check_keyboard (version, region, region->name, get_local_script (region->country));
          check_keyboard (version, region, region->name_latin, G_UNICODE_SCRIPT_LATIN);
          if (g_strv_contains (both_scripts, region->country))
            check_letters (version, region);
        }
    }
}

static void
test_fold (void)
{
  static const char *const folded[][2] = {
    { "Provence-Alpes-Côte d’Azur", "provence alpes cote d azur" },
    { "  Södermanlands län ", "sodermanlands lan" },
    { "ŁÓDZKIE", "lodzkie" },
    { "łódzkie", "lodzkie" },
    { "Sjælland", "sjaelland" },
    { "Höfuðborgarsvæði", "hofudborgarsvaedi" },
    { "Þingeyjarsýsla", "thingeyjarsysla" },
    { "Međimurska", "medimurska" },
    { "Weißenburg", "weissenburg" },
    { "ẞ", "ss" },
    { "Œuvre", "oeuvre" },
    { "Diyarbakır", "diyarbakir" },
    { "İSTANBUL", "istanbul" },
    { "Għawdex", "ghawdex" },
    { "Kárášjohka ŋ ŧ", "karasjohka n t" },
    { "Ελλάς", "ελλασ" },
    { "ΑΘΗΝΑΣ", "αθηνασ" },
    { "Αχαΐα", "αχαια" },
    { "Црна Гора", "црна гора" },
    { "Йордания", "иордания" },
    { "Lancaster & Wyre", "lancaster and wyre" },
    { "Lancaster&Wyre", "lancaster and wyre" },
    { "Ra’s al-ʼAyn", "ra s al ayn" },
    { "North\302\240& West", "north and west" },
    { "…", "" },
    { "\xff", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      g_autofree char *result = ris3_fold (folded[i][0]);
      g_autofree char *again = ris3_fold (result);

      g_assert_cmpstr (result, ==, folded[i][1]);
      g_assert_cmpstr (again, ==, result);
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/names/scripts", test_names);
  g_test_add_func ("/names/fold", test_fold);
  return g_test_run ();
}
