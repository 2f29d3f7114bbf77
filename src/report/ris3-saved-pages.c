/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-saved-pages.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/ris3-output-file.h"

#define NAME_KEY "name="
/* More than all that a person makes; a larger file is another one. */
#define MAX_LENGTH (1024 * 1024)

typedef struct
{
  char *name;
  Ris3PageOptions *options;
} Page;

struct _Ris3SavedPages
{
  GPtrArray *pages; /* of Page */
};

G_DEFINE_QUARK (ris3 - saved - pages - error - quark, ris3_saved_pages_error)

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->name);
  g_clear_pointer (&page->options, ris3_page_options_free);
  g_free (page);
}

/* (transfer full) */
static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ris3-atlas", "pages", NULL);
}

static gboolean
is_same (const char *name, const char *other)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  return g_str_equal (folded, other_folded);
}

/* NULL: there is none. position: (out) (optional) */
static Page *
find (Ris3SavedPages *self, const char *name, guint *position)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      if (!is_same (page->name, name))
        continue;
      if (position != NULL)
        *position = i;
      return page;
    }
  return NULL;
}

static gboolean
read_line (Ris3SavedPages *self, const char *line, GError **error)
{
  const char *end = strchr (line, ' ');
  g_autofree char *name = NULL;
  g_autoptr (Ris3PageOptions) options = NULL;
  Page *page;

  if (g_str_has_prefix (line, NAME_KEY) && end != NULL)
    name = g_uri_unescape_segment (line + strlen (NAME_KEY), end, NULL);
  if (name == NULL)
    {
      g_set_error_literal (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_FILE,
                           _ ("it does not begin with the name of a page"));
      return FALSE;
    }
  if (!ris3_saved_pages_check_name (name, error))
    return FALSE;
  if (find (self, name, NULL) != NULL)
    {
      g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_FILE, _ ("“%s” is there twice"), name);
      return FALSE;
    }
  options = ris3_page_options_from_text (end, NULL, error);
  if (options == NULL)
    return FALSE;
  page = g_new0 (Page, 1);
  page->name = g_steal_pointer (&name);
  page->options = g_steal_pointer (&options);
  g_ptr_array_add (self->pages, page);
  return TRUE;
}

static gboolean
read_lines (Ris3SavedPages *self, const char *path, char **lines, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;
      g_autofree char *shown = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#' || read_line (self, lines[i], &reason))
        continue;
      shown = g_filename_display_name (path);
      g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_FILE,
                   /* Translators: a file, the number of a line, and what is wrong with it */
                   _ ("The saved pages in “%s” cannot be read: line %u: %s. Correct the line, or move the "
                      "file away."),
                   shown, i + 1, reason->message);
      return FALSE;
    }
  return TRUE;
}

Ris3SavedPages *
ris3_saved_pages_read (GError **error)
{
  g_autoptr (Ris3SavedPages) self = g_new0 (Ris3SavedPages, 1);
  g_autofree char *path = get_path ();
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) reason = NULL;
  GStatBuf info;
  gsize length = 0;

  self->pages = g_ptr_array_new_with_free_func (page_free);
  if (g_stat (path, &info) != 0 && errno == ENOENT)
    return g_steal_pointer (&self);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && info.st_size <= MAX_LENGTH)
    g_file_get_contents (path, &contents, &length, &reason);
  if (contents == NULL || !g_utf8_validate (contents, (gssize) length, NULL))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_FILE,
                   _ ("The saved pages in “%s” cannot be read: %s. Move the file away to begin anew."), shown,
                   reason != NULL ? reason->message : _ ("it is no text"));
      return NULL;
    }
  lines = g_strsplit (contents, "\n", -1);
  return read_lines (self, path, lines, error) ? g_steal_pointer (&self) : NULL;
}

void
ris3_saved_pages_free (Ris3SavedPages *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

guint
ris3_saved_pages_get_n (Ris3SavedPages *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pages->len;
}

const char *
ris3_saved_pages_get_name (Ris3SavedPages *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->pages->len, NULL);
  return ((Page *) g_ptr_array_index (self->pages, position))->name;
}

const Ris3PageOptions *
ris3_saved_pages_get_options (Ris3SavedPages *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->pages->len, NULL);
  return ((Page *) g_ptr_array_index (self->pages, position))->options;
}

const Ris3PageOptions *
ris3_saved_pages_find (Ris3SavedPages *self, const char *name)
{
  Page *page;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  page = find (self, name, NULL);
  return page != NULL ? page->options : NULL;
}

static gboolean
has_controls (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isprint (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

gboolean
ris3_saved_pages_check_name (const char *name, GError **error)
{
  Ris3PageTemplate own;
  const char *words = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  if (name[0] == '\0')
    words = _ ("A page needs a name to be saved.");
  else if (!g_utf8_validate (name, -1, NULL) || has_controls (name))
    words = _ ("The name of a page is one line of letters.");
  else if (g_ascii_isspace (name[0]) || g_ascii_isspace (name[strlen (name) - 1]))
    words = _ ("The name of a page neither begins nor ends with a blank.");
  else if (g_utf8_strlen (name, -1) > RIS3_SAVED_PAGES_MAX_NAME)
    words = _ ("The name of a page has at most 60 letters.");
  else if (strchr (name, '=') != NULL)
    words = _ ("The name of a page has no “=” in it.");
  else if (ris3_page_template_from_id (name, &own))
    words = _ ("A template of the program has this name.");
  if (words != NULL)
    g_set_error_literal (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_NAME, words);
  return words == NULL;
}

/* Folders on the way are made. */
static gboolean
write_pages (Ris3SavedPages *self, GError **error)
{
  g_autoptr (GString) text = g_string_new ("# RIS3 Atlas: saved pages, for “ris3 map --page” and the window\n");
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (self->pages, i);
      g_autofree char *name = g_uri_escape_string (page->name, NULL, TRUE);
      g_autofree char *options = ris3_page_options_to_text (page->options);

      g_string_append_printf (text, NAME_KEY "%s %s\n", name, options);
    }
  g_mkdir_with_parents (folder, 0700);
  return ris3_output_file_write_all (path, RIS3_OUTPUT_DEFAULT, text->str, text->len, error);
}

gboolean
ris3_saved_pages_save (const char *name, const Ris3PageOptions *options, GError **error)
{
  g_autoptr (Ris3SavedPages) self = NULL;
  Page *page;

  g_return_val_if_fail (name != NULL && options != NULL, FALSE);
  if (!ris3_saved_pages_check_name (name, error))
    return FALSE;
  self = ris3_saved_pages_read (error);
  if (self == NULL)
    return FALSE;
  page = find (self, name, NULL);
  if (page == NULL)
    {
      page = g_new0 (Page, 1);
      g_ptr_array_add (self->pages, page);
    }
  g_free (page->name);
  page->name = g_strdup (name);
  g_clear_pointer (&page->options, ris3_page_options_free);
  page->options = ris3_page_options_copy_lasting (options);
  return write_pages (self, error);
}

/* NULL with an error: there is none. */
static Page *
need (Ris3SavedPages *self, const char *name, guint *position, GError **error)
{
  Page *page = find (self, name, position);

  if (page == NULL)
    g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_UNKNOWN,
                 _ ("There is no saved page “%s” any more."), name);
  return page;
}

gboolean
ris3_saved_pages_rename (const char *name, const char *new_name, GError **error)
{
  g_autoptr (Ris3SavedPages) self = NULL;
  Page *page, *other;

  g_return_val_if_fail (name != NULL && new_name != NULL, FALSE);
  if (!ris3_saved_pages_check_name (new_name, error))
    return FALSE;
  self = ris3_saved_pages_read (error);
  page = self != NULL ? need (self, name, NULL, error) : NULL;
  if (page == NULL)
    return FALSE;
  other = find (self, new_name, NULL);
  if (other != NULL && other != page)
    {
      g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_NAME,
                   _ ("Another page is called “%s”. Choose another name, or rename that one first."), other->name);
      return FALSE;
    }
  g_free (page->name);
  page->name = g_strdup (new_name);
  return write_pages (self, error);
}

gboolean
ris3_saved_pages_delete (const char *name, GError **error)
{
  g_autoptr (Ris3SavedPages) self = NULL;
  guint position = 0;

  g_return_val_if_fail (name != NULL, FALSE);
  self = ris3_saved_pages_read (error);
  if (self == NULL || need (self, name, &position, error) == NULL)
    return FALSE;
  g_ptr_array_remove_index (self->pages, position);
  return write_pages (self, error);
}

/* "“slide”, “My page”" (transfer full) */
static char *
list_names (Ris3SavedPages *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < RIS3_N_PAGE_TEMPLATES; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ris3_page_template_get_size (i)->id);
  for (guint i = 0; i < self->pages->len; i++)
    g_string_append_printf (names, ", “%s”", ((Page *) g_ptr_array_index (self->pages, i))->name);
  return g_string_free (names, FALSE);
}

Ris3PageOptions *
ris3_saved_pages_ask (const char *text, GError **error)
{
  g_autoptr (Ris3SavedPages) self = NULL;
  g_autofree char *names = NULL;
  const Ris3PageOptions *found;
  Ris3PageTemplate template;

  g_return_val_if_fail (text != NULL, NULL);
  if (strchr (text, '=') != NULL || text[0] == '\0')
    return ris3_page_options_from_text (text, NULL, error);
  if (ris3_page_template_from_id (text, &template))
    {
      Ris3PageOptions *options = ris3_page_options_new ();

      options->page = template;
      return options;
    }
  self = ris3_saved_pages_read (error);
  if (self == NULL)
    return NULL;
  found = ris3_saved_pages_find (self, text);
  if (found != NULL)
    return ris3_page_options_copy (found);
  names = list_names (self);
  g_set_error (error, RIS3_SAVED_PAGES_ERROR, RIS3_SAVED_PAGES_ERROR_UNKNOWN,
               /* Translators: a name, and those that there are */
               _ ("There is no page “%s”. There are: %s. Save others in the window, or write KEY=VALUE."), text, names);
  return NULL;
}
