/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-print.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/ris3-transliterate.h"
#include "model/ris3-printable.h"

/* One program, one standard output. */
static GString *printed;
static gboolean is_utf8;

static GString *
get_printed (void)
{
  if (printed == NULL)
    printed = g_string_new (NULL);
  return printed;
}

void
ris3_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (get_printed (), format, arguments);
  va_end (arguments);
}

void
ris3_print_in_utf8 (void)
{
  is_utf8 = TRUE;
}

void
ris3_print_json (Ris3Json *json)
{
  ris3_print_in_utf8 ();
  g_string_append (get_printed (), ris3_json_get_text (json));
}

static gboolean
write_all (const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n_written = write (STDOUT_FILENO, data, length);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        {
          int number = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                       _ ("Standard output cannot be written to (%s). Send the output elsewhere."),
                       g_strerror (number));
          return FALSE;
        }
      data += n_written;
      length -= (gsize) n_written;
    }
  return TRUE;
}

/* Nothing that a file says may command a terminal, and every locale can read it. (transfer full) */
static char *
make_plain (const char *text)
{
  g_autofree char *printable = ris3_printable_text (text);
  const char *charset;

  return g_get_charset (&charset) ? g_steal_pointer (&printable) : ris3_transliterate (printable, charset);
}

static void
print_error (const char *text)
{
  g_autofree char *plain = make_plain (text);

  if (plain != NULL)
    fputs (plain, stderr);
  fflush (stderr);
}

void
ris3_print_init (void)
{
  g_set_printerr_handler (print_error);
}

gboolean
ris3_print_flush (GError **error)
{
  g_autoptr (GString) text = g_steal_pointer (&printed);
  g_autofree char *plain = NULL;

  if (text == NULL)
    return TRUE;
  if (is_utf8)
    return write_all (text->str, text->len, error);
  plain = make_plain (text->str);
  if (plain != NULL)
    return write_all (plain, strlen (plain), error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("Nothing can be written in the character set of your locale. Choose another locale."));
  return FALSE;
}
