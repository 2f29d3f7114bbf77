/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-page-options.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MM_PER_INCH 25.4
#define CLASS_KEY "class-"
#define MAX_CLASSES 32

G_DEFINE_QUARK (ris3 - page - options - error - quark, ris3_page_options_error)

Ris3PageOptions *
ris3_page_options_new (void)
{
  Ris3PageOptions *self = g_new0 (Ris3PageOptions, 1);

  self->page = RIS3_PAGE_TEMPLATE_A4_LANDSCAPE;
  self->has_second_map = TRUE;
  self->has_insets = TRUE;
  self->has_disclaimer = TRUE;
  return self;
}

static gpointer
copy_string (gconstpointer string, gpointer data)
{
  return g_strdup (string);
}

/* What belongs to one map. */
static void
copy_words (Ris3PageOptions *self, const Ris3PageOptions *from)
{
  self->title = g_strdup (from->title);
  self->subtitle = g_strdup (from->subtitle);
  self->notes = g_strdup (from->notes);
  self->figure = g_strdup (from->figure);
  self->names = g_strdupv (from->names);
  self->has_pins = from->has_pins;
  self->class_titles = from->class_titles != NULL ? g_ptr_array_copy (from->class_titles, copy_string, NULL) : NULL;
  if (self->class_titles != NULL)
    g_ptr_array_set_free_func (self->class_titles, g_free);
}

static void
clear_words (Ris3PageOptions *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->figure, g_free);
  g_clear_pointer (&self->names, g_strfreev);
  self->has_pins = FALSE;
  g_clear_pointer (&self->class_titles, g_ptr_array_unref);
}

Ris3PageOptions *
ris3_page_options_copy (const Ris3PageOptions *self)
{
  Ris3PageOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = g_memdup2 (self, sizeof *self);
  copy->crs = g_strdup (self->crs);
  copy->publisher = g_strdup (self->publisher);
  copy_words (copy, self);
  return copy;
}

Ris3PageOptions *
ris3_page_options_copy_lasting (const Ris3PageOptions *self)
{
  Ris3PageOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);
  copy = ris3_page_options_copy (self);
  clear_words (copy);
  return copy;
}

void
ris3_page_options_copy_words (Ris3PageOptions *self, const Ris3PageOptions *from)
{
  g_return_if_fail (self != NULL && from != NULL && self != from);
  clear_words (self);
  copy_words (self, from);
}

void
ris3_page_options_free (Ris3PageOptions *self)
{
  g_return_if_fail (self != NULL);
  clear_words (self);
  g_free (self->crs);
  g_free (self->publisher);
  g_free (self);
}

gboolean
ris3_page_options_equal (const Ris3PageOptions *self, const Ris3PageOptions *other)
{
  g_autofree char *text = ris3_page_options_to_text (self);
  g_autofree char *other_text = ris3_page_options_to_text (other);

  return g_str_equal (text, other_text);
}

void
ris3_page_options_set (char **field, const char *value)
{
  char *copy = value != NULL && value[0] != '\0' ? g_strdup (value) : NULL;

  g_return_if_fail (field != NULL);
  g_free (*field);
  *field = copy;
}

const char *
ris3_page_options_get_class_title (const Ris3PageOptions *self, guint klass, const char *own)
{
  const char *title = NULL;

  if (self != NULL && self->class_titles != NULL && klass < self->class_titles->len)
    title = g_ptr_array_index (self->class_titles, klass);
  return title != NULL ? title : own;
}

void
ris3_page_options_set_class_title (Ris3PageOptions *self, guint klass, const char *title)
{
  g_return_if_fail (self != NULL && klass < MAX_CLASSES);
  if (self->class_titles == NULL)
    self->class_titles = g_ptr_array_new_with_free_func (g_free);
  if (self->class_titles->len <= klass)
    g_ptr_array_set_size (self->class_titles, (int) klass + 1);
  ris3_page_options_set ((char **) &g_ptr_array_index (self->class_titles, klass), title);
}

double
ris3_page_options_get_dpi (const Ris3PageOptions *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->dpi > 0 ? self->dpi : ris3_page_template_get_size (self->page)->dpi;
}

void
ris3_page_options_get_paper (const Ris3PageOptions *self, double *width, double *height)
{
  const Ris3PageTemplateSize *size;
  double dot;

  g_return_if_fail (self != NULL && width != NULL && height != NULL);
  size = ris3_page_template_get_size (self->page);
  dot = MM_PER_INCH / ris3_page_options_get_dpi (self);
  *width = self->pixel_width > 0 ? self->pixel_width * dot : self->width > 0 ? self->width : size->width;
  *height = self->pixel_height > 0 ? self->pixel_height * dot : self->height > 0 ? self->height : size->height;
}

char *
ris3_page_options_describe_size (const Ris3PageOptions *self)
{
  double width = 0, height = 0;

  g_return_val_if_fail (self != NULL, NULL);
  ris3_page_options_get_paper (self, &width, &height);
  /* Translators: the size of a page */
  return g_strdup_printf (_ ("%'.0f × %'.0f mm"), width, height);
}

gboolean
ris3_page_options_get_pixels (const Ris3PageOptions *self, guint *width, guint *height, GError **error)
{
  double paper_width, paper_height, dots;

  g_return_val_if_fail (self != NULL && width != NULL && height != NULL, FALSE);
  ris3_page_options_get_paper (self, &paper_width, &paper_height);
  dots = ris3_page_options_get_dpi (self) / MM_PER_INCH;
  *width = (guint) lround (paper_width * dots);
  *height = (guint) lround (paper_height * dots);
  if (*width >= RIS3_PAGE_MIN_PIXELS && *height >= RIS3_PAGE_MIN_PIXELS && *width <= RIS3_PAGE_MAX_PIXELS
      && *height <= RIS3_PAGE_MAX_PIXELS)
    return TRUE;
  g_set_error (
      error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_VALUE,
      _ ("The page would have %'u by %'u pixels; it may have from %'u to %'u each way. Choose another size, or "
         "another resolution."),
      *width, *height, RIS3_PAGE_MIN_PIXELS, RIS3_PAGE_MAX_PIXELS);
  return FALSE;
}

static gboolean
complain (GError **error, const char *key, const char *value, const char *allowed)
{
  g_set_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_VALUE,
               /* Translators: a word of the options of a page, its value, and what it may be instead. */
               _ ("%s=%s: the value must be %s."), key, value, allowed);
  return FALSE;
}

gboolean
ris3_page_options_set_size (Ris3PageOptions *self, const char *text, GError **error)
{
  gboolean is_paper;
  char *end = NULL;
  double width, height = 0;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  is_paper = g_str_has_suffix (text, "mm");
  width = g_ascii_strtod (text, &end);
  if (g_ascii_isdigit (text[0]) && *end == 'x' && g_ascii_isdigit (end[1]))
    height = g_ascii_strtod (end + 1, &end);
  if (is_paper && g_str_equal (end, "mm") && width >= RIS3_PAGE_MIN_PAPER && height >= RIS3_PAGE_MIN_PAPER
      && width <= RIS3_PAGE_MAX_PAPER && height <= RIS3_PAGE_MAX_PAPER)
    {
      self->width = width;
      self->height = height;
      self->pixel_width = self->pixel_height = 0;
      return TRUE;
    }
  if (!is_paper && *end == '\0' && width == floor (width) && height == floor (height) && width >= RIS3_PAGE_MIN_PIXELS
      && height >= RIS3_PAGE_MIN_PIXELS && width <= RIS3_PAGE_MAX_PIXELS && height <= RIS3_PAGE_MAX_PIXELS)
    {
      self->pixel_width = (guint) width;
      self->pixel_height = (guint) height;
      self->width = self->height = 0;
      return TRUE;
    }
  g_set_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_VALUE,
               _ ("“%s” is no size: it must be WIDTHxHEIGHT in pixels, each from %u to %u, or in millimetres, as in "
                  "297x210mm, each from %.0f to %.0f."),
               text, RIS3_PAGE_MIN_PIXELS, RIS3_PAGE_MAX_PIXELS, RIS3_PAGE_MIN_PAPER, RIS3_PAGE_MAX_PAPER);
  return FALSE;
}

static gboolean
set_switch (gboolean *field, const char *key, const char *value, GError **error)
{
  *field = g_str_equal (value, "yes");
  /* Translators: the words of a text form; do not translate “yes” and “no”. */
  return *field || g_str_equal (value, "no") || complain (error, key, value, _ ("“yes” or “no”"));
}

static gboolean
set_dpi (Ris3PageOptions *self, const char *value, GError **error)
{
  char *end = NULL;
  double dpi = g_ascii_strtod (value, &end);
  g_autofree char *allowed = NULL;

  if (end != value && *end == '\0' && dpi >= RIS3_PAGE_MIN_DPI && dpi <= RIS3_PAGE_MAX_DPI)
    {
      self->dpi = dpi;
      return TRUE;
    }
  allowed = g_strdup_printf (_ ("dots an inch, from %u to %u"), RIS3_PAGE_MIN_DPI, RIS3_PAGE_MAX_DPI);
  return complain (error, "dpi", value, allowed);
}

/* "a4-landscape, a4-portrait, …" (transfer full) */
static char *
list_templates (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < RIS3_N_PAGE_TEMPLATES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ris3_page_template_get_size (i)->id);
  return g_string_free (text, FALSE);
}

static gboolean
set_template (Ris3PageOptions *self, const char *value, GError **error)
{
  g_autofree char *ids = NULL;
  g_autofree char *allowed = NULL;

  if (ris3_page_template_from_id (value, &self->page))
    return TRUE;
  ids = list_templates ();
  allowed = g_strdup_printf (_ ("one of %s"), ids);
  return complain (error, "template", value, allowed);
}

static gboolean
set_class (Ris3PageOptions *self, const char *key, const char *value, GError **error)
{
  guint64 klass;

  if (!g_ascii_string_to_unsigned (key + strlen (CLASS_KEY), 10, 0, MAX_CLASSES - 1, &klass, NULL))
    {
      g_set_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_KEY,
                   _ ("“%s” is not the title of a class: after “%s” comes its number, from 0 to %u."), key, CLASS_KEY,
                   MAX_CLASSES - 1);
      return FALSE;
    }
  ris3_page_options_set_class_title (self, (guint) klass, value);
  return TRUE;
}

/* Those that are any text. NULL: the key is none of theirs. */
static char **
find_field (Ris3PageOptions *self, const char *key)
{
  const struct
  {
    const char *key;
    char **field;
  } fields[] = { { "crs", &self->crs },     { "title", &self->title },         { "subtitle", &self->subtitle },
                 { "notes", &self->notes }, { "publisher", &self->publisher }, { "figure", &self->figure } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return fields[i].field;
  return NULL;
}

static gboolean *
find_switch (Ris3PageOptions *self, const char *key)
{
  return g_str_equal (key, "second-map")     ? &self->has_second_map
         : g_str_equal (key, "pins")         ? &self->has_pins
         : g_str_equal (key, "insets")       ? &self->has_insets
         : g_str_equal (key, "small-states") ? &self->has_small_states
         : g_str_equal (key, "graticule")    ? &self->has_graticule
         : g_str_equal (key, "disclaimer")   ? &self->has_disclaimer
                                             : NULL;
}

static gboolean
set (Ris3PageOptions *self, const char *key, const char *value, GError **error)
{
  char **field = find_field (self, key);
  gboolean *flag = find_switch (self, key);

  if (field != NULL)
    {
      ris3_page_options_set (field, value);
      return TRUE;
    }
  if (flag != NULL)
    return set_switch (flag, key, value, error);
  if (g_str_equal (key, "template"))
    return set_template (self, value, error);
  if (g_str_equal (key, "size"))
    return ris3_page_options_set_size (self, value, error);
  if (g_str_equal (key, "dpi"))
    return set_dpi (self, value, error);
  if (g_str_equal (key, "names"))
    {
      g_strfreev (self->names);
      self->names = value[0] != '\0' ? g_strsplit (value, ",", -1) : NULL;
      return TRUE;
    }
  if (g_str_has_prefix (key, CLASS_KEY))
    return set_class (self, key, value, error);
  g_set_error (
      error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_KEY,
      _ ("“%s” is nothing that a page has. It has template, size, dpi, crs, title, subtitle, notes, publisher, "
         "figure, names, second-map, pins, insets, small-states, graticule, disclaimer, and %sNUMBER."),
      key, CLASS_KEY);
  return FALSE;
}

Ris3PageOptions *
ris3_page_options_from_text (const char *text, const Ris3PageOptions *base, GError **error)
{
  g_autoptr (Ris3PageOptions) self = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  self = base != NULL ? ris3_page_options_copy (base) : ris3_page_options_new ();
  words = g_strsplit_set (text, " \t\n\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *equals = strchr (words[i], '=');
      g_autofree char *key = equals != NULL ? g_strndup (words[i], (gsize) (equals - words[i])) : NULL;
      g_autofree char *value = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;

      if (words[i][0] == '\0')
        continue;
      if (value == NULL || key[0] == '\0' || !g_utf8_validate (value, -1, NULL))
        {
          g_set_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_SYNTAX,
                       _ ("“%s” is not KEY=VALUE; in a value, write a blank as %%20."), words[i]);
          return NULL;
        }
      if (!g_hash_table_add (keys, g_strdup (key)))
        {
          g_set_error (error, RIS3_PAGE_OPTIONS_ERROR, RIS3_PAGE_OPTIONS_ERROR_SYNTAX,
                       _ ("“%s” is given twice. Give it once."), key);
          return NULL;
        }
      if (!set (self, key, value, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static void
append (GString *text, const char *key, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, ":,;/+@&()'", TRUE);

  g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", key, escaped);
}

static void
append_number (GString *text, const char *key, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number > 0)
    append (text, key, g_ascii_dtostr (buffer, sizeof buffer, number));
}

static void
append_size (GString *text, const Ris3PageOptions *self)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->pixel_width > 0)
    g_string_append_printf (text, " size=%ux%u", self->pixel_width, self->pixel_height);
  else if (self->width > 0)
    g_string_append_printf (text, " size=%sx%smm", g_ascii_dtostr (width, sizeof width, self->width),
                            g_ascii_dtostr (height, sizeof height, self->height));
}

char *
ris3_page_options_to_text (const Ris3PageOptions *self)
{
  static const char *const texts[] = { "crs", "title", "subtitle", "notes", "publisher", "figure" };
  static const char *const switches[] = { "second-map", "insets", "small-states", "graticule", "disclaimer" };
  g_autoptr (GString) text = g_string_new (NULL);
  Ris3PageOptions *fields = (Ris3PageOptions *) self;

  g_return_val_if_fail (self != NULL, NULL);
  append (text, "template", ris3_page_template_get_size (self->page)->id);
  append_size (text, self);
  append_number (text, "dpi", self->dpi);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*find_field (fields, texts[i]) != NULL)
      append (text, texts[i], *find_field (fields, texts[i]));
  if (self->names != NULL && self->names[0] != NULL)
    {
      g_autofree char *codes = g_strjoinv (",", self->names);

      append (text, "names", codes);
    }
  /* Seldom asked for, and never kept from one map to the next. */
  if (self->has_pins)
    append (text, "pins", "yes");
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    append (text, switches[i], *find_switch (fields, switches[i]) ? "yes" : "no");
  for (guint i = 0; self->class_titles != NULL && i < self->class_titles->len; i++)
    {
      g_autofree char *key = g_strdup_printf (CLASS_KEY "%u", i);

      if (g_ptr_array_index (self->class_titles, i) != NULL)
        append (text, key, g_ptr_array_index (self->class_titles, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
