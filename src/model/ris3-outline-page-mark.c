/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-outline-private.h"

#include <string.h>

#define MAX_NUMBERS 8 /* "28, 30, 31" */
#define MAX_MARK 40   /* letters, at the end of an item */

typedef enum
{
  BEFORE = 1 << 0,    /* the number follows: "page 28" */
  AFTER = 1 << 1,     /* the number goes before: "28. oldal" */
  BRACKETS = 1 << 2,  /* only in brackets */
  FULL_STOP = 1 << 3, /* only with a full stop, as the word alone may be anything */
} Use;

/* In lower case: Bulgarian, Catalan, Croatian, Czech, Danish, Dutch, English, Estonian, Finnish, French, German, Greek,
 * Hungarian, Irish, Italian, Latvian, Lithuanian, Maltese, Norwegian, Polish, Portuguese, Romanian, Slovak, Slovene,
 * Spanish, Swedish */
static const struct
{
  const char *word;
  Use use;
} words[] = {
  { "p", BEFORE },
  { "p", AFTER | BRACKETS | FULL_STOP },
  { "pp", BEFORE },
  { "pg", BEFORE },
  { "page", BEFORE },
  { "pages", BEFORE },
  { "s", BEFORE | FULL_STOP },
  { "ss", BEFORE | FULL_STOP },
  { "seite", BEFORE },
  { "seiten", BEFORE },
  { "sid", BEFORE },
  { "sida", BEFORE },
  { "sidan", BEFORE },
  { "sidor", BEFORE },
  { "side", BEFORE },
  { "sider", BEFORE },
  { "sivu", BEFORE },
  { "sivut", BEFORE },
  { "str", BEFORE },
  { "strana", BEFORE },
  { "strany", BEFORE },
  { "stran", BEFORE },
  { "strani", BEFORE },
  { "strona", BEFORE },
  { "strony", BEFORE },
  { "stranica", BEFORE },
  { "stranice", BEFORE },
  { "pag", BEFORE },
  { "pagg", BEFORE },
  { "pagina", BEFORE },
  { "pagine", BEFORE },
  { "paginas", BEFORE },
  { "pág", BEFORE },
  { "págs", BEFORE },
  { "página", BEFORE },
  { "páginas", BEFORE },
  { "pàg", BEFORE },
  { "pàgs", BEFORE },
  { "pàgina", BEFORE },
  { "pàgines", BEFORE },
  { "blz", BEFORE },
  { "bladzijde", BEFORE },
  { "σ", BEFORE | FULL_STOP },
  { "σσ", BEFORE | FULL_STOP },
  { "σελ", BEFORE },
  { "σελίδα", BEFORE },
  { "σελίδες", BEFORE },
  { "с", BEFORE | FULL_STOP },
  { "стр", BEFORE },
  { "страница", BEFORE },
  { "страници", BEFORE },
  { "lk", BEFORE | AFTER },
  { "lehekülg", BEFORE },
  { "lpp", BEFORE | AFTER },
  { "lappuse", AFTER },
  { "psl", BEFORE | AFTER },
  { "puslapis", AFTER },
  { "o", AFTER | FULL_STOP },
  { "oldal", AFTER },
  { "lch", BEFORE },
  { "leathanach", BEFORE },
  { "paġ", BEFORE },
  { "paġna", BEFORE },
};

/* The end of the word if it stands there and is no part of a longer one, else at. */
static guint
read_word (const Ris3OutlineText *text, guint at, guint end, const char *word)
{
  guint to = at;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (to == end || g_unichar_tolower (text->letters[to++]) != g_utf8_get_char (word))
      return at;
  return to < end && g_unichar_isalpha (text->letters[to]) ? at : to;
}

/* The end of a page word of that use, with its full stop, else at. */
static guint
read_page_word (const Ris3OutlineText *text, guint at, guint end, Use use, gboolean in_brackets)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint to = at;

      if ((words[i].use & use) != 0 && (in_brackets || (words[i].use & BRACKETS) == 0))
        to = read_word (text, at, end, words[i].word);
      if (to > at && to < end && text->letters[to] == '.')
        return to + 1;
      if (to > at && (words[i].use & FULL_STOP) == 0)
        return to;
    }
  return at;
}

/* "28" or "iv"; at if there is none. */
static guint
read_number (const Ris3OutlineText *text, guint at, guint end, gboolean may_be_roman)
{
  guint to = at;

  while (to < end && to - at < 5 && text->letters[to] >= '0' && text->letters[to] <= '9')
    to++;
  if (to == at && may_be_roman)
    while (to < end && to - at < 8 && ris3_outline_is_in (text->letters[to], "ivxlIVXL"))
      to++;
  return to - at > (to > at && g_unichar_isdigit (text->letters[at]) ? 4 : 7)
                 || (to < end && to > at && g_unichar_isdigit (text->letters[to]))
             ? at
             : to;
}

/* "28", "28-30", "28, 30", "28 f."; at if there is none. */
static guint
read_numbers (const Ris3OutlineText *text, guint at, guint end, gboolean may_be_roman)
{
  static const char *const further[] = { "f", "ff", "sq", "sqq", "ss", "kk" };
  guint to = read_number (text, at, end, may_be_roman);

  for (guint n = 1; to > at && n < MAX_NUMBERS; n++)
    {
      guint next = ris3_outline_text_skip (text, to, end);
      guint after;

      if (next == end || !ris3_outline_is_in (text->letters[next], "-‐–—,/&"))
        break;
      next = ris3_outline_text_skip (text, next + 1, end);
      after = read_number (text, next, end, may_be_roman);
      if (after == next)
        break;
      to = after;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (further) && to > at; i++)
    {
      guint word = ris3_outline_text_skip (text, to, end);
      guint after = read_word (text, word, end, further[i]);

      if (after > word && word - to < 3)
        return after;
    }
  return to;
}

gboolean
ris3_page_mark_read (const Ris3OutlineText *text, guint at, guint end, Ris3PageMark *page)
{
  gboolean in_brackets = at < end && (text->letters[at] == '(' || text->letters[at] == '[');
  guint start = in_brackets ? ris3_outline_text_skip (text, at + 1, end) : at;
  guint to = read_page_word (text, start, end, BEFORE, in_brackets);

  page->start = at;
  if (to > start)
    {
      page->number_start = ris3_outline_text_skip (text, to, end);
      page->number_end = to = read_numbers (text, page->number_start, end, TRUE);
      if (to == page->number_start)
        return FALSE;
    }
  else
    {
      page->number_start = start;
      page->number_end = to = read_numbers (text, start, end, FALSE);
      if (to == start)
        return FALSE;
      if (to < end && text->letters[to] == '.')
        to++;
      start = ris3_outline_text_skip (text, to, end);
      to = read_page_word (text, start, end, AFTER, in_brackets);
      if (to == start)
        return FALSE;
    }
  /* The full stop after "28 f." */
  if (in_brackets && to < end && text->letters[to] == '.')
    to++;
  if (in_brackets)
    {
      to = ris3_outline_text_skip (text, to, end);
      if (to == end || (text->letters[to] != ')' && text->letters[to] != ']'))
        return FALSE;
      to++;
    }
  else if (to < end && g_unichar_isalnum (text->letters[to]))
    return FALSE;
  page->end = to;
  return TRUE;
}

/* "Page 28: …" */
static gboolean
find_at_beginning (const Ris3OutlineText *text, guint start, guint end, Ris3PageMark *page)
{
  guint to;

  start = ris3_outline_text_skip (text, start, end);
  if (!ris3_page_mark_read (text, start, end, page))
    return FALSE;
  for (to = page->end; to < end && text->letters[to] != '\n' && ris3_outline_is_space (text->letters[to]);)
    to++;
  return to == end || text->letters[to] == '\n' || ris3_outline_is_in (text->letters[to], ":–—-");
}

/* "…, p. 28." */
static gboolean
find_at_end (const Ris3OutlineText *text, guint start, guint end, Ris3PageMark *page)
{
  while (end > start && ris3_outline_is_in (text->letters[end - 1], " \t\n.;:,"))
    end--;
  for (guint at = end - start > MAX_MARK ? end - MAX_MARK : start; at < end; at++)
    if ((at == start || ris3_outline_is_in (text->letters[at - 1], " \t\n,–—"))
        && ris3_page_mark_read (text, at, text->n, page) && page->end >= end)
      {
        page->end = end;
        return page->number_end <= end;
      }
  return FALSE;
}

/* "Health ........ 28", or a tab: a table of contents */
static gboolean
find_in_contents (const Ris3OutlineText *text, guint start, guint end, Ris3PageMark *page)
{
  guint at;
  gboolean has_leader = FALSE;

  while (end > start && ris3_outline_is_space (text->letters[end - 1]))
    end--;
  for (at = end; at > start && end - at < 5 && text->letters[at - 1] >= '0' && text->letters[at - 1] <= '9';)
    at--;
  if (at == end || end - at > 4)
    return FALSE;
  page->number_start = at;
  page->number_end = page->end = end;
  for (; at > start && ris3_outline_is_in (text->letters[at - 1], " \t.…"); at--)
    has_leader
        = has_leader || text->letters[at - 1] == '\t' || text->letters[at - 1] == 0x2026
          || (text->letters[at - 1] == '.' && at > start + 1 && ris3_outline_is_in (text->letters[at - 2], ". "));
  page->start = at;
  return has_leader && at > start;
}

gboolean
ris3_page_mark_find (const Ris3OutlineText *text, guint start, guint end, Ris3PageMark *page)
{
  for (guint at = start; at < end; at++)
    if ((text->letters[at] == '(' || text->letters[at] == '[') && ris3_page_mark_read (text, at, end, page))
      return TRUE;
  if (find_at_beginning (text, start, end, page) || find_at_end (text, start, end, page)
      || find_in_contents (text, start, end, page))
    return TRUE;
  page->start = page->end = page->number_start = page->number_end = start;
  return FALSE;
}
