/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-mail-tail.h"

#include <string.h>

#include "geo/ris3-fold.h"
#include "map/ris3-mail-head.h"
#include "map/ris3-table-words.h"

/* Of a signature: more is text. */
#define MAX_LINES 20
#define MAX_SIGNATURE 2500 /* bytes */
/* Of a line with a closing formula, in bytes, and how many words may follow that. */
#define MAX_CLOSING 90
#define MAX_AFTER 4
/* Of a line that says who wrote when, in bytes. */
#define MAX_WROTE 300

typedef struct
{
  char *text; /* without spaces at the ends */
  gsize begin;
  gsize end;
} Line;

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->text);
}

/* The lines of a text (element-type Line). (transfer full) */
static GArray *
split (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gsize begin = 0;

  g_array_set_clear_func (lines, clear_line);
  while (TRUE)
    {
      gsize length = strcspn (text + begin, "\n");
      Line line = { g_strstrip (g_strndup (text + begin, length)), begin, begin + length };

      g_array_append_val (lines, line);
      if (text[begin + length] == '\0')
        return lines;
      begin += length + 1;
    }
}

static const char *
get_text (GArray *lines, guint i)
{
  return g_array_index (lines, Line, i).text;
}

static gboolean
is_empty (GArray *lines, guint i)
{
  return *get_text (lines, i) == '\0';
}

static gboolean
is_quoted (GArray *lines, guint i)
{
  return *get_text (lines, i) == '>';
}

/* The first line from one on that is not empty; the number of lines: there is none. */
static guint
skip_empty (GArray *lines, guint i, guint n)
{
  while (i < n && is_empty (lines, i))
    i++;
  return i;
}

/* Whether the first words of a line are in a list, with few after them; a single word must be the line. */
static gboolean
begins_with (const char *list, const char *line)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n;

  if (strlen (line) > MAX_CLOSING)
    return FALSE;
  folded = ris3_fold (line);
  words = g_strsplit (folded, " ", -1);
  n = g_strv_length (words);
  for (guint i = n; i > 0 && n - i <= MAX_AFTER; i--)
    {
      g_autofree char *rest = words[i];
      g_autofree char *phrase = NULL;

      words[i] = NULL;
      phrase = g_strjoinv (" ", words);
      if ((i > 1 || n == 1) && ris3_table_words_find (list, phrase) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closing (GArray *lines, guint i)
{
  return g_str_equal (get_text (lines, i), "--")
         || (!is_quoted (lines, i) && begins_with ("closing", get_text (lines, i)));
}

/* "On 27 November 2026 at 10:33, the atlas wrote:" */
static gboolean
says_who_wrote (const char *line)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_str_has_suffix (line, ":") || strlen (line) > MAX_WROTE || strpbrk (line, "0123456789") == NULL)
    return FALSE;
  folded = ris3_fold (line);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *pair = words[i + 1] != NULL ? g_strconcat (words[i], " ", words[i + 1], NULL) : g_strdup ("");

      if (ris3_table_words_find ("wrote", words[i]) != NULL || ris3_table_words_find ("wrote", pair) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* How many lines from one on say who wrote when: programs break them. */
static guint
count_wrote (GArray *lines, guint i, guint n)
{
  g_autofree char *both = NULL;

  if (says_who_wrote (get_text (lines, i)))
    return 1;
  if (i + 1 == n || is_quoted (lines, i) || is_empty (lines, i))
    return 0;
  both = g_strjoin (" ", get_text (lines, i), get_text (lines, i + 1), NULL);
  /* Not a line of the text before it. */
  return strpbrk (get_text (lines, i), "0123456789") != NULL && says_who_wrote (both) ? 2 : 0;
}

/* "-----Original Message-----", "__________" */
static gboolean
is_rule (const char *line)
{
  return (g_str_has_prefix (line, "---") && g_str_has_suffix (line, "---"))
         || (strlen (line) >= 5 && strspn (line, "_") == strlen (line));
}

/* A message with its headers begins here. */
static gboolean
begins_message (const char *text, GArray *lines, guint i)
{
  const Line *line = &g_array_index (lines, Line, i);
  g_autoptr (Ris3MailHead) head = NULL;

  if (is_empty (lines, i) || is_rule (line->text)
      || (i > 0 && !is_empty (lines, i - 1) && !is_rule (get_text (lines, i - 1))))
    return FALSE;
  head = ris3_mail_head_read (text + line->begin);
  return head != NULL;
}

/* The lines from one to before another, with what is empty before them, or, at the beginning, after them. FALSE: there
 * is nothing else. */
static gboolean
set_found (GArray *lines, guint begin, guint end, Ris3MailTail *found)
{
  guint n = lines->len;

  while (begin > 0 && (is_empty (lines, begin - 1) || is_rule (get_text (lines, begin - 1))))
    begin--;
  if (begin == 0 && skip_empty (lines, end, n) == n)
    return FALSE;
  if (begin == 0)
    end = skip_empty (lines, end, n);
  else if (skip_empty (lines, end, n) == n)
    end = n;
  found->n_lines = 0;
  for (guint i = begin; i < end; i++)
    found->n_lines += !is_empty (lines, i);
  found->begin = begin > 0 ? g_array_index (lines, Line, begin - 1).end : 0;
  found->end = begin > 0 ? g_array_index (lines, Line, end - 1).end : g_array_index (lines, Line, end).begin;
  return TRUE;
}

/* Where a signature begins that ends before a line; that line: there is none. */
static guint
find_signature (GArray *lines, guint end)
{
  guint found = end;
  guint n_lines = 0;
  gsize n_bytes = 0;

  for (guint i = end; i > 0 && n_lines <= MAX_LINES && n_bytes <= MAX_SIGNATURE; i--)
    {
      if (is_quoted (lines, i - 1))
        break;
      if (n_lines > 0 && is_closing (lines, i - 1))
        found = i - 1;
      n_lines += !is_empty (lines, i - 1);
      n_bytes += strlen (get_text (lines, i - 1));
    }
  return found;
}

/* Lines with ">" before them, from one on. begin: where what introduces them begins. */
static gboolean
find_block (GArray *lines, guint begin, guint first, Ris3MailTail *found)
{
  guint n = lines->len;
  guint end = first;
  guint rest;

  for (guint i = first; i < n && (is_quoted (lines, i) || is_empty (lines, i)); i++)
    if (is_quoted (lines, i))
      end = i + 1;
  rest = skip_empty (lines, end, n);
  for (guint i = rest; i < n; i++)
    if (is_quoted (lines, i))
      return FALSE;
  /* Above the answer, or below it, where only the signature follows. */
  if (rest < n && skip_empty (lines, 0, begin) < begin && find_signature (lines, n) != rest)
    return FALSE;
  return set_found (lines, begin, end, found);
}

static gboolean
find_quotation (const char *text, GArray *lines, Ris3MailTail *found)
{
  for (guint i = 0; i < lines->len; i++)
    {
      guint n_wrote = count_wrote (lines, i, lines->len);
      guint next = skip_empty (lines, i + n_wrote, lines->len);

      if (is_quoted (lines, i))
        return find_block (lines, i, i, found);
      if (n_wrote > 0 && next < lines->len && is_quoted (lines, next))
        return find_block (lines, i, next, found);
      if (i > 0 && ((n_wrote > 0 && next < lines->len) || begins_message (text, lines, i)))
        return set_found (lines, i, lines->len, found);
    }
  return FALSE;
}

gboolean
ris3_mail_tail_find_quotation (const char *text, Ris3MailTail *found)
{
  g_autoptr (GArray) lines = NULL;

  g_return_val_if_fail (text != NULL && found != NULL, FALSE);
  lines = split (text);
  return find_quotation (text, lines, found);
}

gboolean
ris3_mail_tail_find_signature (const char *text, Ris3MailTail *found)
{
  g_autoptr (GArray) lines = NULL;
  Ris3MailTail quotation;
  guint end, begin;

  g_return_val_if_fail (text != NULL && found != NULL, FALSE);
  lines = split (text);
  end = lines->len;
  if (find_quotation (text, lines, &quotation) && quotation.end == strlen (text))
    while (end > 0 && g_array_index (lines, Line, end - 1).end > quotation.begin)
      end--;
  begin = find_signature (lines, end);
  return begin < end && skip_empty (lines, 0, begin) < begin && set_found (lines, begin, end, found);
}
