/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "map/ris3-mail-message.h"

#include <string.h>

#include "map/ris3-mail-coding-private.h"

/* How deep parts may lie in parts. */
#define MAX_DEPTH 10

/* What the headers of a message, or of a part of it, say. Strings are never NULL. */
typedef struct
{
  char *from, *date, *subject;
  char *type; /* "text/plain", in small letters */
  char *charset;
  char *boundary; /* between its parts */
  char *encoding; /* "base64", in small letters */
  gboolean is_attached;
  gboolean is_raw;  /* has headers that only programs see */
  const char *body; /* after them */
} Head;

static void
head_clear (Head *self)
{
  g_free (self->from);
  g_free (self->date);
  g_free (self->subject);
  g_free (self->type);
  g_free (self->charset);
  g_free (self->boundary);
  g_free (self->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

/* Whatever it is in. (transfer full) */
static char *
make_valid (const char *text)
{
  char *valid;

  if (g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  valid = _ris3_mail_convert ((const guint8 *) text, strlen (text), "WINDOWS-1252");
  return valid != NULL ? valid : g_utf8_make_valid (text, -1);
}

/* A parameter of a header: `text/plain; charset="utf-8"`. "": it has none (transfer full) */
static char *
read_parameter (const char *value, const char *name)
{
  gsize n = strlen (name);

  for (const char *at = strchr (value, ';'); at != NULL; at = strchr (at, ';'))
    {
      at += 1 + strspn (at + 1, " \t\r\n");
      if (g_ascii_strncasecmp (at, name, n) != 0)
        continue;
      at += n + strspn (at + n, " \t");
      if (*at != '=')
        continue;
      at += 1 + strspn (at + 1, " \t");
      return *at == '"' ? g_strndup (at + 1, strcspn (at + 1, "\"")) : g_strndup (at, strcspn (at, "; \t\r\n"));
    }
  return g_strdup ("");
}

/* The first word of a header, in small letters. (transfer full) */
static char *
read_kind (const char *value)
{
  value += strspn (value, " \t\r\n");
  return g_ascii_strdown (value, (gssize) strcspn (value, "; \t\r\n"));
}

static void
replace (char **text, char *other)
{
  g_free (*text);
  *text = other;
}

static void
take (Head *self, const char *name, const char *value)
{
  static const char *const raw[]
      = { "mime-version", "message-id", "received", "return-path", "content-transfer-encoding", NULL };

  self->is_raw = self->is_raw || g_strv_contains (raw, name) || g_str_equal (name, "content-type");
  if (g_str_equal (name, "from"))
    replace (&self->from, _ris3_mail_decode_words (value));
  else if (g_str_equal (name, "date"))
    replace (&self->date, _ris3_mail_decode_words (value));
  else if (g_str_equal (name, "subject"))
    replace (&self->subject, _ris3_mail_decode_words (value));
  else if (g_str_equal (name, "content-type"))
    {
      replace (&self->type, read_kind (value));
      replace (&self->charset, read_parameter (value, "charset"));
      replace (&self->boundary, read_parameter (value, "boundary"));
    }
  else if (g_str_equal (name, "content-transfer-encoding"))
    replace (&self->encoding, read_kind (value));
  else if (g_str_equal (name, "content-disposition"))
    {
      g_autofree char *kind = read_kind (value);

      self->is_attached = g_str_equal (kind, "attachment");
    }
}

/* Where the line after this one begins. */
static const char *
skip_line (const char *line)
{
  line += strcspn (line, "\n");
  return *line == '\n' ? line + 1 : line;
}

static gboolean
is_empty (const char *line)
{
  return *line == '\n' || *line == '\0' || (*line == '\r' && (line[1] == '\n' || line[1] == '\0'));
}

/* How long the name of a header at the beginning of a line is; 0: it is none. */
static gsize
measure_name (const char *line)
{
  gsize n = 0;

  while (g_ascii_isalnum (line[n]) || line[n] == '-' || line[n] == '_')
    n++;
  return line[n] == ':' ? n : 0;
}

/* FALSE: a line before the first empty one is no header. */
static gboolean
read_head (const char *text, Head *head)
{
  *head = (Head){ .from = g_strdup (""),
                  .date = g_strdup (""),
                  .subject = g_strdup (""),
                  .type = g_strdup ("text/plain"),
                  .charset = g_strdup (""),
                  .boundary = g_strdup (""),
                  .encoding = g_strdup ("") };
  while (!is_empty (text))
    {
      gsize n = measure_name (text);
      const char *end = skip_line (text);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;
      g_autofree char *valid = NULL;

      if (n == 0)
        return FALSE;
      while (*end == ' ' || *end == '\t')
        end = skip_line (end);
      name = g_ascii_strdown (text, (gssize) n);
      value = g_strstrip (g_strndup (text + n + 1, (gsize) (end - text) - n - 1));
      valid = make_valid (value);
      take (head, name, valid);
      text = end;
    }
  head->body = skip_line (text);
  return TRUE;
}

/* What a part says that is text. (transfer full) */
static char *
decode_text (const Head *head)
{
  gsize length = strlen (head->body);
  g_autoptr (GByteArray) bytes = NULL;
  char *text = NULL;

  if (g_str_equal (head->encoding, "quoted-printable"))
    bytes = _ris3_mail_decode_quoted (head->body, length, FALSE);
  else if (g_str_equal (head->encoding, "base64"))
    bytes = _ris3_mail_decode_base64 (head->body, length);
  else if (g_str_is_ascii (head->body) || !g_utf8_validate (head->body, -1, NULL))
    text = _ris3_mail_convert ((const guint8 *) head->body, length, head->charset);
  /* else it was copied from where somebody had decoded it */
  if (bytes != NULL)
    text = _ris3_mail_convert (bytes->data, bytes->len, head->charset);
  return text != NULL ? text : make_valid (head->body);
}

/* Where the next line is that parts the parts; NULL: there is none. */
static const char *
find_rule (const char *text, const char *rule)
{
  gsize n = strlen (rule);

  for (const char *at = strstr (text, rule); at != NULL; at = strstr (at + n, rule))
    if (at == text || at[-1] == '\n')
      return at;
  return NULL;
}

/* The first part of a type; NULL: there is none. (transfer full) */
static char *
find_text (const Head *head, const char *type, guint depth)
{
  g_autofree char *rule = NULL;
  const char *at;

  if (!g_str_has_prefix (head->type, "multipart/"))
    return g_str_equal (head->type, type) && !head->is_attached ? decode_text (head) : NULL;
  if (*head->boundary == '\0' || depth == MAX_DEPTH)
    return NULL;
  rule = g_strconcat ("--", head->boundary, NULL);
  at = find_rule (head->body, rule);
  while (at != NULL && !g_str_has_prefix (at + strlen (rule), "--"))
    {
      const char *begin = skip_line (at);
      const char *end = find_rule (begin, rule);
      gsize length = end != NULL ? (gsize) (end - begin) : strlen (begin);
      g_autofree char *part = NULL;
      g_auto (Head) inner = { 0 };
      char *text = NULL;

      /* The end of the line before the rule is part of that. */
      length -= length > 0 && begin[length - 1] == '\n';
      length -= length > 0 && begin[length - 1] == '\r';
      part = g_strndup (begin, length);
      if (read_head (part, &inner))
        text = find_text (&inner, type, depth + 1);
      if (text != NULL)
        return text;
      at = end;
    }
  return NULL;
}

/* Headers as they are copied from a mail program may have words that are encoded. (transfer full) */
static char *
decode_head_words (const char *text)
{
  g_autofree char *valid = make_valid (text);
  GString *decoded = g_string_new (NULL);
  const char *line = valid;

  while (!is_empty (line))
    {
      const char *end = skip_line (line);
      g_autofree char *header = NULL;
      g_autofree char *words = NULL;

      while (*end == ' ' || *end == '\t')
        end = skip_line (end);
      header = g_strchomp (g_strndup (line, (gsize) (end - line)));
      words = strstr (header, "=?") != NULL ? _ris3_mail_decode_words (header) : NULL;
      if (words == NULL || g_str_equal (words, header))
        g_string_append_len (decoded, line, end - line);
      else
        g_string_append_printf (decoded, "%s\n", words);
      line = end;
    }
  g_string_append (decoded, line);
  return g_string_free (decoded, FALSE);
}

/* A NUL is none of a message. (transfer full) */
static char *
copy (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  char *whole = g_malloc (n + 1);

  memcpy (whole, text, n);
  whole[n] = '\0';
  for (gsize i = 0; i < n; i++)
    if (whole[i] == '\0')
      whole[i] = ' ';
  return whole;
}

char *
ris3_mail_message_decode (const char *text, gssize length)
{
  g_autofree char *whole = NULL;
  g_autofree char *body = NULL;
  g_auto (Head) head = { 0 };
  GString *message;
  const char *begin;

  g_return_val_if_fail (text != NULL, NULL);
  whole = copy (text, length);
  begin = g_str_has_prefix (whole, "\xef\xbb\xbf") ? whole + 3 : whole;
  begin += strspn (begin, "\r\n");
  /* A folder of messages begins each with such a line. */
  if (g_str_has_prefix (begin, "From "))
    begin = skip_line (begin);
  if (!read_head (begin, &head) || !head.is_raw || *head.from == '\0')
    return decode_head_words (whole);
  body = find_text (&head, "text/plain", 0);
  /* With its marks, but to be read. */
  if (body == NULL)
    body = find_text (&head, "text/html", 0);
  if (body == NULL)
    body = make_valid (head.body);
  message = g_string_new (NULL);
  g_string_printf (message, "From: %s\nDate: %s\nSubject: %s\n\n%s", head.from, head.date, head.subject, body);
  g_string_replace (message, "\r\n", "\n", 0);
  return g_string_free (message, FALSE);
}
