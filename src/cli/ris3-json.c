/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-json.h"

struct _Ris3Json
{
  GString *text;
  GString *ends;     /* the closing brackets that are due, innermost last */
  gboolean is_first; /* in the innermost object or array */
};

Ris3Json *
ris3_json_new (void)
{
  Ris3Json *self = g_new0 (Ris3Json, 1);

  self->text = g_string_new (NULL);
  self->ends = g_string_new (NULL);
  self->is_first = TRUE;
  return self;
}

void
ris3_json_free (Ris3Json *self)
{
  g_return_if_fail (self != NULL);
  g_string_free (self->text, TRUE);
  g_string_free (self->ends, TRUE);
  g_free (self);
}

static void
indent (Ris3Json *self)
{
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < self->ends->len; i++)
    g_string_append (self->text, "  ");
}

/* RFC 8259: quotes, backslashes and control characters, with those that it allows but a terminal obeys; all else is
 * UTF-8 as it is. */
static void
append_string (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (g_unichar_iscntrl (c))
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_len (text, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (text, '"');
}

static void
begin_value (Ris3Json *self, const char *name)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  if (self->ends->len > 0)
    indent (self);
  self->is_first = FALSE;
  if (name != NULL)
    {
      append_string (self->text, name);
      g_string_append (self->text, ": ");
    }
}

static void
begin (Ris3Json *self, const char *name, char opening, char closing)
{
  begin_value (self, name);
  g_string_append_c (self->text, opening);
  g_string_append_c (self->ends, closing);
  self->is_first = TRUE;
}

void
ris3_json_begin_object (Ris3Json *self, const char *name)
{
  begin (self, name, '{', '}');
}

void
ris3_json_begin_array (Ris3Json *self, const char *name)
{
  begin (self, name, '[', ']');
}

void
ris3_json_end (Ris3Json *self)
{
  char closing;

  g_return_if_fail (self->ends->len > 0);

  closing = self->ends->str[self->ends->len - 1];
  g_string_truncate (self->ends, self->ends->len - 1);
  if (!self->is_first)
    indent (self);
  g_string_append_c (self->text, closing);
  if (self->ends->len == 0)
    g_string_append_c (self->text, '\n');
  self->is_first = FALSE;
}

void
ris3_json_text (Ris3Json *self, const char *name, const char *value)
{
  if (value == NULL)
    {
      ris3_json_null (self, name);
      return;
    }
  begin_value (self, name);
  append_string (self->text, value);
}

void
ris3_json_number (Ris3Json *self, const char *name, gint64 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
ris3_json_boolean (Ris3Json *self, const char *name, gboolean value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
ris3_json_null (Ris3Json *self, const char *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}

const char *
ris3_json_get_text (Ris3Json *self)
{
  return self->text->str;
}
