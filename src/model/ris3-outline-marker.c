/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

#include <string.h>

#define LETTERS 1000   /* a part of a number that is a letter: A.1 */
#define PREFIXES 10000 /* and one that is several: LS2 */

/* Word and PDF readers give some of their own fonts' bullets in the private use area. */
#define BULLETS "•‣◦⁃∙·●○■□▪▫◼◻►▶▸▹▻➢➤➔→✓✔❖◆◇♦⦿☐»›\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e"
#define DASHES "-‐‑–—−*"

static const char *const greek[] = { "α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι", "ια", "ιβ", "ιγ" };
#define CYRILLIC "абвгдежзийклмнопрстуфхцчшщюя"

/* What follows a number that is an amount, in lower case: the beginnings of words, and whole words. */
static const char *const unit_beginnings[]
    = { "millió",   "millio",  "milion", "miljo",  "miljard", "miliard", "milliard", "million", "billion",
        "thousand", "tausend", "tisíc",  "tūkst",  "percent", "prozent", "procent",  "protsen", "prosent",
        "porcent",  "εκατ",    "δισεκ",  "милион", "милиард", "хиляди",  "euro",     "ευρώ",    "евро" };
static const char *const unit_words[]
    = { "mio", "mill", "mil", "mln", "mld", "mrd", "bn",   "m",    "mn",  "eur", "usd", "kč", "zł", "pln",
        "huf", "ft",   "ron", "lei", "kr",  "dkk", "sek",  "pour", "per", "por", "pct", "gw", "mw", "kw",
        "km",  "kg",   "ha",  "t",   "δισ", "млн", "млрд", "хил",  "лв",  "ghz", "mm",  "cm", "nm" };

/* Beginnings of the names of months, in lower case. */
static const char *const months[]
    = { "jan",   "jän",   "ján",   "feb",   "fév",    "fev",    "mar",  "mär",     "már",   "mars",   "maa",   "apr",
        "ápr",   "avr",   "abr",   "may",   "mai",    "maj",    "máj",  "mei",     "jun",   "jún",    "juin",  "jul",
        "júl",   "juil",  "juu",   "aug",   "aoû",    "ago",    "avg",  "sep",     "szep",  "set",    "oct",   "okt",
        "out",   "ott",   "nov",   "dec",   "déc",    "dez",    "des",  "dic",     "det",   "ene",    "genn",  "gener",
        "giu",   "lug",   "mag",   "ian",   "iun",    "iul",    "led",  "únor",    "břez",  "dub",    "květ",  "červ",
        "srp",   "zář",   "říj",   "list",  "prosin", "stycz",  "lut",  "kwie",    "czerw", "lip",    "sierp", "wrze",
        "paźdz", "grud",  "siječ", "velja", "ožuj",   "travnj", "svib", "kolovoz", "ruj",   "studen", "tammi", "helmi",
        "huhti", "touko", "kesä",  "heinä", "elok",   "syys",   "loka", "marras",  "joulu", "ιαν",    "φεβ",   "μαρ",
        "μάρ",   "απρ",   "μαΐ",   "μαϊ",   "ιου",    "ιού",    "αυγ",  "αύγ",     "σεπ",   "οκτ",    "νοε",   "δεκ",
        "яну",   "фев",   "мар",   "апр",   "май",    "юни",    "юли",  "авг",     "сеп",   "окт",    "ное",   "дек" };

static guint
find_roman (const Ris3OutlineText *text, guint at, guint to)
{
  static const char *const numerals[]
      = { "i",   "ii", "iii", "iv",   "v",     "vi",  "vii", "viii", "ix",   "x",     "xi",   "xii", "xiii",
          "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",  "xxi",  "xxii", "xxiii", "xxiv", "xxv" };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      guint n = 0;

      while (at + n < to && numerals[i][n] != '\0'
             && g_unichar_tolower (text->letters[at + n]) == (guchar) numerals[i][n]
             && g_unichar_isupper (text->letters[at + n]) == g_unichar_isupper (text->letters[at]))
        n++;
      if (at + n == to && numerals[i][n] == '\0')
        return i + 1;
    }
  return 0;
}

/* The place of a letter in its alphabet, 0 without; accents do not count. */
static guint
find_letter (const Ris3OutlineText *text, guint at, guint to)
{
  gunichar letter = g_unichar_tolower (text->letters[at]);
  gunichar base, mark;

  for (guint i = 0; i < G_N_ELEMENTS (greek); i++)
    {
      const char *next = greek[i];
      guint n = 0;

      for (; at + n < to && *next != '\0' && g_unichar_tolower (text->letters[at + n]) == g_utf8_get_char (next); n++)
        next = g_utf8_next_char (next);
      if (at + n == to && *next == '\0')
        return i + 1;
    }
  if (to - at != 1)
    return 0;
  for (const char *next = CYRILLIC; *next != '\0'; next = g_utf8_next_char (next))
    if (g_utf8_get_char (next) == letter)
      return (guint) g_utf8_pointer_to_offset (CYRILLIC, next) + 1;
  if (letter > 'z' && g_unichar_decompose (letter, &base, &mark))
    letter = base;
  return letter >= 'a' && letter <= 'z' ? letter - 'a' + 1 : 0;
}

/* "3", "A", "II" or "LS"; returns the end, at if there is none. */
static guint
read_part (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker)
{
  guint to = at, value = 0;

  while (to < end && to - at < 4 && text->letters[to] >= '0' && text->letters[to] <= '9')
    value = value * 10 + (text->letters[to++] - '0');
  if (to > at)
    {
      /* Years, amounts and decimals are none. */
      if (to - at > 2 || value == 0 || (to - at > 1 && text->letters[at] == '0' && marker->n_parts > 0)
          || (to < end && g_unichar_isdigit (text->letters[to])))
        return at;
      marker->parts[marker->n_parts++] = value;
      return to;
    }
  while (to < end && to - at < 8 && g_unichar_isalpha (text->letters[to]))
    to++;
  if (to == at || (to < end && g_unichar_isalpha (text->letters[to])))
    return at;
  value = find_roman (text, at, to);
  marker->roman = value;
  marker->alphabet = (guint) g_unichar_get_script (text->letters[at]) * 2 + g_unichar_isupper (text->letters[at]);
  if (find_letter (text, at, to) > 0)
    value = LETTERS + find_letter (text, at, to);
  else if (value == 0 && to - at <= 3)
    {
      value = PREFIXES;
      for (guint i = at; i < to; i++)
        {
          if (!g_unichar_isupper (text->letters[i]))
            return at;
          value = value * 31 + text->letters[i];
        }
    }
  if (value == 0)
    return at;
  marker->parts[marker->n_parts++] = value;
  return to;
}

/* The label of a number or letter, parts joined by full stops or, after letters, by nothing. Returns its end. */
static guint
read_label (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker)
{
  guint to = read_part (text, at, end, marker);
  gboolean has_digits;

  if (to == at)
    return at;
  has_digits = g_unichar_isdigit (text->letters[at]);
  while (to < end && marker->n_parts < MAX_PARTS)
    {
      guint next = to + (text->letters[to] == '.');
      guint after;

      if (next == end
          || (next == to && g_unichar_isdigit (text->letters[next]) == g_unichar_isdigit (text->letters[to - 1])))
        break;
      if (next == to && (!g_unichar_isdigit (text->letters[next]) || !g_unichar_isupper (text->letters[to - 1]))
          && !(g_unichar_isdigit (text->letters[to - 1]) && ris3_outline_text_get (text, next + 1) == ')'))
        break;
      after = read_part (text, next, end, marker);
      if (after == next)
        {
          /* "3.5%" or "1.2014": no number of an item at all. */
          if (g_unichar_isdigit (text->letters[next]))
            return at;
          break;
        }
      has_digits = has_digits || g_unichar_isdigit (text->letters[next]);
      to = after;
    }
  if (marker->n_parts > 1 && !has_digits)
    return at;
  if (marker->n_parts == 1 && marker->parts[0] >= PREFIXES)
    return at;
  marker->kind = marker->n_parts > 1 || has_digits ? RIS3_MARKER_NUMBER
                 : marker->parts[0] > LETTERS      ? RIS3_MARKER_LETTER
                                                   : RIS3_MARKER_ROMAN;
  if (marker->kind == RIS3_MARKER_LETTER)
    marker->parts[0] -= LETTERS;
  return to;
}

/* Whether one of the beginnings stands there, without case. */
static gboolean
begins_with_any (const Ris3OutlineText *text, guint at, const char *const *beginnings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *next = beginnings[i];

      for (guint to = at;
           *next != '\0' && g_unichar_tolower (ris3_outline_text_get (text, to)) == g_utf8_get_char (next); to++)
        next = g_utf8_next_char (next);
      if (*next == '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_amount (const Ris3OutlineText *text, guint at)
{
  guint to = at;
  GString *word;
  gboolean is_unit = FALSE;

  if (ris3_outline_is_in (ris3_outline_text_get (text, at), "%‰€$£°+×/="))
    return TRUE;
  if (begins_with_any (text, at, unit_beginnings, G_N_ELEMENTS (unit_beginnings)))
    return TRUE;
  word = g_string_new (NULL);
  for (; to - at < 6 && g_unichar_isalpha (ris3_outline_text_get (text, to)); to++)
    g_string_append_unichar (word, g_unichar_tolower (text->letters[to]));
  for (gsize i = 0; i < G_N_ELEMENTS (unit_words); i++)
    is_unit = is_unit || g_str_equal (word->str, unit_words[i]);
  g_string_free (word, TRUE);
  return is_unit;
}

/* "3. März 2014", "3. 2014"; "3. Horizon 2020" is none */
static gboolean
is_date (const Ris3OutlineText *text, guint at)
{
  guint n_digits = 0, start = at;

  for (guint n = 0; at < text->n && n < 12 && g_unichar_isalpha (text->letters[at]); n++)
    at++;
  if (at > start && !begins_with_any (text, start, months, G_N_ELEMENTS (months)))
    return FALSE;
  while (at < text->n && (text->letters[at] == ' ' || text->letters[at] == '.'))
    at++;
  for (; at < text->n && n_digits < 5 && g_unichar_isdigit (text->letters[at]); at++)
    n_digits++;
  return n_digits == 4;
}

static gboolean
read_number (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker)
{
  gunichar open = text->letters[at], close;
  guint to, after;

  marker->open = open == '(' || open == '[' ? open : 0;
  marker->label_start = at + (marker->open != 0);
  to = read_label (text, marker->label_start, end, marker);
  if (to == marker->label_start)
    return FALSE;
  marker->label_end = to;
  close = ris3_outline_text_get (text, to);
  if (marker->open != 0 && close == '.')
    close = ris3_outline_text_get (text, ++to);
  if (marker->open != 0)
    {
      if (close != (marker->open == '(' ? ')' : ']'))
        return FALSE;
    }
  else if (close == '.' && ris3_outline_text_get (text, to + 1) == ')')
    {
      close = ')';
      to++;
    }
  else if (ris3_outline_is_space (close) || close == 0)
    {
      guint sign = to;

      while (ris3_outline_text_get (text, sign) == ' ')
        sign++;
      close = ris3_outline_text_get (text, sign);
      after = ris3_outline_text_get (text, sign + 1);
      if (ris3_outline_is_in (close, ":–—-)") && (after == ' ' || after == '\t') && sign - to < 3)
        to = sign;
      else
        close = 0;
    }
  else if (!ris3_outline_is_in (close, ").:"))
    return FALSE;
  if (close != 0)
    to++;
  marker->close = close;
  marker->end = to;
  after = ris3_outline_text_get (text, to);
  if (!ris3_outline_is_space (after) && after != 0
      && !(g_unichar_isalpha (after) && (close == ')' || close == ']' || (close == '.' && g_unichar_isupper (after)))))
    return FALSE;
  /* A letter alone is a word: "a", "I" */
  if (close == 0 && marker->n_parts == 1 && marker->kind != RIS3_MARKER_NUMBER)
    return FALSE;
  if (marker->kind == RIS3_MARKER_NUMBER && (close == 0 || close == '.'))
    {
      guint next = to;

      while (next < text->n && ris3_outline_is_space (text->letters[next]))
        next++;
      return !is_amount (text, next) && !is_date (text, next);
    }
  return TRUE;
}

/* "Priority 2:", "Axe 3 –": one word with a capital letter, or two. */
static gboolean
read_word (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker)
{
  guint to = at, hash = 0;
  Ris3Marker number = { RIS3_MARKER_NONE };

  if (!g_unichar_isupper (text->letters[at]))
    return FALSE;
  for (guint n_words = 0; n_words < 2; n_words++)
    {
      guint start = to;

      for (; to < end && to - start < 20 && g_unichar_isalpha (text->letters[to]); to++)
        hash = hash * 31 + g_unichar_tolower (text->letters[to]);
      if (to - start < 2 || to == end || text->letters[to] != ' ')
        return FALSE;
      to++;
      number = (Ris3Marker){ RIS3_MARKER_NONE };
      if (read_number (text, to, end, &number) && ris3_outline_is_in (number.close, ":.–—-")
          && (number.kind == RIS3_MARKER_NUMBER || (number.kind == RIS3_MARKER_ROMAN || number.roman > 0)))
        {
          *marker = number;
          marker->kind = RIS3_MARKER_WORD;
          if (number.roman > 0)
            marker->parts[0] = number.roman;
          marker->label_start = at;
          marker->alphabet = hash;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
ris3_marker_read (const Ris3OutlineText *text, guint at, guint end, Ris3Marker *marker)
{
  gunichar letter = text->letters[at];
  gunichar next = at + 1 < end ? text->letters[at + 1] : '\n';
  Ris3PageMark page;

  *marker = (Ris3Marker){ RIS3_MARKER_NONE };
  if (g_unichar_isalnum (letter) || letter == '(' || letter == '[')
    {
      /* Word's bullet "o" is a letter; as such, it stands far from the text. */
      if (letter == 'o' && (next == '\t' || (next == ' ' && ris3_outline_text_get (text, at + 2) == ' ')))
        {
          marker->kind = RIS3_MARKER_BULLET;
          marker->is_weak = TRUE;
        }
      else if (ris3_page_mark_read (text, at, end, &page)
               || (!read_number (text, at, end, marker)
                   && (*marker = (Ris3Marker){ RIS3_MARKER_NONE }, !read_word (text, at, end, marker))))
        return FALSE;
    }
  else if (ris3_outline_is_in (letter, BULLETS))
    {
      marker->kind = RIS3_MARKER_BULLET;
      marker->is_weak = ris3_outline_is_in (letter, "·→»›");
    }
  else if (ris3_outline_is_in (letter, DASHES)
           && (ris3_outline_is_space (next) || (letter != '*' && letter != '-' && g_unichar_isalpha (next))
               || (letter == '-' && g_unichar_isupper (next))))
    {
      marker->kind = RIS3_MARKER_BULLET;
      marker->is_weak = TRUE;
    }
  else
    return FALSE;
  marker->start = at;
  if (marker->kind == RIS3_MARKER_BULLET)
    {
      marker->end = at + 1;
      marker->label_start = marker->label_end = at;
      marker->close = letter;
    }
  return TRUE;
}

gboolean
ris3_marker_has_same_style (const Ris3Marker *a, const Ris3Marker *b)
{
  return a->kind == b->kind && a->open == b->open && a->close == b->close
         && (a->kind == RIS3_MARKER_NUMBER || a->kind == RIS3_MARKER_BULLET || a->alphabet == b->alphabet);
}
