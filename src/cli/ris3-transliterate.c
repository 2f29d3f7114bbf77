/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-transliterate.h"

#include <string.h>

/* The two alphabets of the European Union that are not Latin, in the Latin letters of road signs: ELOT 743 for Greek
 * and the Bulgarian law for Cyrillic, with the letters that other languages add. GLib knows the rest. */
static const struct
{
  const char *letter; /* small */
  const char *latin;
} letters[] = {
  { "α", "a" },
  { "β", "v" },
  { "γ", "g" },
  { "δ", "d" },
  { "ε", "e" },
  { "ζ", "z" },
  { "η", "i" },
  { "θ", "th" },
  { "ι", "i" },
  { "κ", "k" },
  { "λ", "l" },
  { "μ", "m" },
  { "ν", "n" },
  { "ξ", "x" },
  { "ο", "o" },
  { "π", "p" },
  { "ρ", "r" },
  { "σ", "s" },
  { "ς", "s" },
  { "τ", "t" },
  { "υ", "y" },
  { "φ", "f" },
  { "χ", "ch" },
  { "ψ", "ps" },
  { "ω", "o" },
  { "а", "a" },
  { "б", "b" },
  { "в", "v" },
  { "г", "g" },
  { "д", "d" },
  { "е", "e" },
  { "ё", "e" },
  { "ж", "zh" },
  { "з", "z" },
  { "и", "i" },
  { "й", "y" },
  { "к", "k" },
  { "л", "l" },
  { "м", "m" },
  { "н", "n" },
  { "о", "o" },
  { "п", "p" },
  { "р", "r" },
  { "с", "s" },
  { "т", "t" },
  { "у", "u" },
  { "ф", "f" },
  { "х", "h" },
  { "ц", "ts" },
  { "ч", "ch" },
  { "ш", "sh" },
  { "щ", "sht" },
  { "ъ", "a" },
  { "ы", "y" },
  { "ь", "y" },
  { "э", "e" },
  { "ю", "yu" },
  { "я", "ya" },
  { "ђ", "dj" },
  { "ј", "j" },
  { "љ", "lj" },
  { "њ", "nj" },
  { "ћ", "c" },
  { "џ", "dz" },
  { "ѓ", "gj" },
  { "ѕ", "dz" },
  { "ќ", "kj" },
  { "і", "i" },
  { "ї", "yi" },
  { "є", "ye" },
  /* Stands between names, and GLib has nothing for it. */
  { "·", "-" },
};

/* Greek accents do not change the letter; those of Cyrillic letters do, where the table has them. */
static const char *
find_latin (gunichar c)
{
  gunichar bases[2] = { g_unichar_tolower (c), 0 };
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (bases[0], FALSE, decomposed, G_N_ELEMENTS (decomposed));
  bases[1] = decomposed[0];
  for (guint b = 0; b < G_N_ELEMENTS (bases); b++)
    for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
      if (g_utf8_get_char (letters[i].letter) == bases[b])
        return letters[i].latin;
  return NULL;
}

static void
append_in_latin (GString *plain, const char *character)
{
  gunichar c = g_utf8_get_char (character);
  g_autofree char *one = g_strndup (character, g_utf8_next_char (character) - character);
  const char *latin = find_latin (c);
  gsize start = plain->len;

  if (latin == NULL)
    {
      g_autofree char *ascii = g_str_to_ascii (one, "C");

      g_string_append (plain, ascii);
      return;
    }
  g_string_append (plain, latin);
  if (g_unichar_isupper (c))
    plain->str[start] = g_ascii_toupper (plain->str[start]);
}

char *
ris3_transliterate (const char *text, const char *charset)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && charset != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gssize length = g_utf8_next_char (p) - p;
      g_autofree char *converted
          = (guchar) *p < 0x80 ? NULL : g_convert (p, length, charset, "UTF-8", NULL, NULL, NULL);

      if ((guchar) *p < 0x80 || converted != NULL)
        g_string_append_len (plain, p, length);
      else
        append_in_latin (plain, p);
    }
  return g_convert_with_fallback (plain->str, (gssize) plain->len, charset, "UTF-8", "?", NULL, NULL, NULL);
}
