/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-mail-head.h"

#include <string.h>

#include "geo/ris3-fold.h"
#include "map/ris3-date-text.h"
#include "map/ris3-table-words.h"

/* Of the name of a header, in bytes. */
#define MAX_NAME 40
/* Of "Re", "AW", "Antw", in letters. */
#define MAX_PREFIX 4

/* What may stand within an address beside letters and digits. */
#define ADDRESS_SIGNS "._%+-'"

static gboolean
is_of_address (char sign)
{
  return g_ascii_isalnum (sign) || (sign != '\0' && strchr (ADDRESS_SIGNS, sign) != NULL);
}

/* The last address: before it, mail programs write the name, which may be an address too. (transfer full) */
static char *
find_address (const char *value)
{
  const char *at = strrchr (value, '@');
  const char *begin, *end;

  if (at == NULL)
    return NULL;
  for (begin = at; begin > value && is_of_address (begin[-1]);)
    begin--;
  for (end = at + 1; is_of_address (*end);)
    end++;
  while (end > at + 1 && end[-1] == '.')
    end--;
  return begin < at && end > at + 1 ? g_ascii_strdown (begin, end - begin) : NULL;
}

/* Whether a word is a time of the day: "10:33", "10:33:12". */
static gboolean
is_time (const char *word)
{
  gsize n = strspn (word, "0123456789");

  return n >= 1 && n <= 2 && word[n] == ':' && g_ascii_isdigit (word[n + 1]);
}

/* "27/11/2026", "27.11.2026,", "2026-11-27T10:33:12" */
static gboolean
read_numbers (const char *word, char date[RIS3_DATE_LENGTH])
{
  g_autofree char *copy = g_strdup (word);

  if (g_str_has_suffix (copy, ","))
    copy[strlen (copy) - 1] = '\0';
  return g_ascii_isdigit (*copy)
         && (ris3_date_text_read (copy, RIS3_DAY_FIRST, date) || ris3_date_text_read (copy, RIS3_MONTH_FIRST, date));
}

/* Without the day of the week, the time and the zone. */
static gboolean
read_date (const char *value, char date[RIS3_DATE_LENGTH])
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && !is_time (words[i]); i++)
    {
      g_autofree char *folded = ris3_fold (words[i]);

      if (read_numbers (words[i], date))
        return TRUE;
      if (g_ascii_isdigit (*folded) || ris3_table_words_find ("month", folded) != NULL)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", folded);
    }
  return ris3_date_text_read (kept->str, RIS3_DAY_FIRST, date);
}

/* "Re: AW: Your letter" is about "Your letter". (transfer full) */
static char *
read_subject (const char *value)
{
  for (const char *colon; (colon = strchr (value, ':')) != NULL;)
    {
      g_autofree char *prefix = g_strndup (value, (gsize) (colon - value));
      glong n = g_utf8_strlen (prefix, -1);

      if (n < 1 || n > MAX_PREFIX || strchr (prefix, ' ') != NULL)
        break;
      for (value = colon + 1; *value == ' ';)
        value++;
    }
  return g_strdup (value);
}

/* What a line is a header of: "from", "date", "subject", "other"; NULL: it is none. value: (out) where that begins */
static const char *
read_name (const char *line, const char **value)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = NULL;

  if (colon == NULL || colon - line > MAX_NAME || colon == line)
    return NULL;
  name = g_strstrip (g_strndup (line, (gsize) (colon - line)));
  *value = colon + 1;
  /* Of those that programs write for programs, there are many: "Message-ID", "X-Mailer". */
  if (strchr (name, '-') != NULL && strchr (name, ' ') == NULL && ris3_table_words_find ("mail", name) == NULL)
    return strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name) ? "other"
                                                                                                             : NULL;
  return ris3_table_words_find ("mail", name);
}

/* What a line says is kept; a header that comes again says nothing new. */
static void
take (Ris3MailHead *self, const char *name, const char *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value));

  if (g_str_equal (name, "from") && self->address == NULL)
    self->address = find_address (stripped);
  else if (g_str_equal (name, "date") && *self->date == '\0' && !read_date (stripped, self->date))
    *self->date = '\0';
  else if (g_str_equal (name, "subject") && *self->subject == '\0')
    {
      g_free (self->subject);
      self->subject = read_subject (stripped);
    }
}

/* The line that begins at *text, which is set to the next one. (transfer full) */
static char *
read_line (const char **text)
{
  const char *end = *text + strcspn (*text, "\n");
  char *line = g_strndup (*text, (gsize) (end - *text));

  if (g_str_has_suffix (line, "\r"))
    line[strlen (line) - 1] = '\0';
  *text = *end == '\n' ? end + 1 : end;
  return line;
}

/* "-----Original Message-----" */
static gboolean
is_rule (const char *line)
{
  return g_str_has_prefix (line, "--") && g_str_has_suffix (line, "--");
}

static const char *
skip_empty (const char *text)
{
  while (TRUE)
    {
      const char *next = text;
      g_autofree char *line = read_line (&next);

      if (next == text || (*g_strstrip (line) != '\0' && !is_rule (line)))
        return text;
      text = next;
    }
}

Ris3MailHead *
ris3_mail_head_read (const char *text)
{
  g_autoptr (Ris3MailHead) self = g_new0 (Ris3MailHead, 1);
  g_autoptr (GString) value = g_string_new (NULL);
  const char *name = NULL;
  gboolean has_from = FALSE;

  g_return_val_if_fail (text != NULL, NULL);
  self->subject = g_strdup ("");
  self->body = skip_empty (text);
  while (*self->body != '\0')
    {
      const char *next = self->body;
      g_autofree char *line = read_line (&next);
      const char *rest = NULL;
      gboolean goes_on = name != NULL && (*line == ' ' || *line == '\t') && *g_strchug (line) != '\0';
      const char *found = goes_on ? name : read_name (line, &rest);

      if (found == NULL)
        break;
      if (!goes_on)
        {
          if (name != NULL)
            take (self, name, value->str);
          g_string_truncate (value, 0);
        }
      name = found;
      has_from = has_from || g_str_equal (name, "from");
      g_string_append_printf (value, " %s", goes_on ? line : rest);
      self->body = next;
    }
  if (name != NULL)
    take (self, name, value->str);
  if (!has_from || (*self->date == '\0' && *self->subject == '\0'))
    return NULL;
  self->body = skip_empty (self->body);
  return g_steal_pointer (&self);
}

void
ris3_mail_head_free (Ris3MailHead *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->address);
  g_free (self->subject);
  g_free (self);
}
