/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a CSV is written. */

#include "config.h"

#include "app/table/ris3-import-file-page-private.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *words;
} encodings[] = {
  { "UTF-8", N_ ("UTF-8 (Unicode)") },
  { "UTF-16LE", N_ ("UTF-16LE (Unicode)") },
  { "UTF-16BE", N_ ("UTF-16BE (Unicode)") },
  { "WINDOWS-1252", N_ ("Windows-1252 (Western)") },
  { "ISO-8859-1", N_ ("ISO 8859-1 (Western)") },
  { "ISO-8859-15", N_ ("ISO 8859-15 (Western)") },
  { "WINDOWS-1250", N_ ("Windows-1250 (Central European)") },
  { "ISO-8859-2", N_ ("ISO 8859-2 (Central European)") },
  { "WINDOWS-1253", N_ ("Windows-1253 (Greek)") },
  { "WINDOWS-1251", N_ ("Windows-1251 (Cyrillic)") },
  { "WINDOWS-1257", N_ ("Windows-1257 (Baltic)") },
  { "WINDOWS-1254", N_ ("Windows-1254 (Turkish)") },
};

static const struct
{
  char separator;
  const char *words;
} separators[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
  { '|', N_ ("Vertical Line") },
};

void
_ris3_import_file_page_show_encoding (Ris3ImportFilePage *self, const char *found)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = G_MAXUINT;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), found != NULL);
  g_ptr_array_set_size (self->encodings, 0);
  if (found == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_ascii_strcasecmp (found, encodings[i].name) == 0)
        selected = i;
      g_ptr_array_add (self->encodings, g_strdup (encodings[i].name));
      gtk_string_list_append (list, _ (encodings[i].words));
    }
  if (selected == G_MAXUINT)
    {
      selected = self->encodings->len;
      g_ptr_array_add (self->encodings, g_strdup (found));
      gtk_string_list_append (list, found);
    }
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->encoding_row, selected);
}

void
_ris3_import_file_page_show_separator (Ris3ImportFilePage *self, char found)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = G_MAXUINT;

  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), found != '\0');
  g_string_truncate (self->separators, 0);
  if (found == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (found == separators[i].separator)
        selected = i;
      g_string_append_c (self->separators, separators[i].separator);
      gtk_string_list_append (list, _ (separators[i].words));
    }
  if (selected == G_MAXUINT)
    {
      const char words[] = { found, '\0' };

      selected = self->separators->len;
      g_string_append_c (self->separators, found);
      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (self->separator_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->separator_row, selected);
}

const char *
ris3_import_file_page_get_encoding (Ris3ImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding_row);

  g_return_val_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self), NULL);
  return selected < self->encodings->len ? g_ptr_array_index (self->encodings, selected) : NULL;
}

char
ris3_import_file_page_get_separator (Ris3ImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->separator_row);

  g_return_val_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self), '\0');
  return self->is_separator_chosen && selected < self->separators->len ? self->separators->str[selected] : '\0';
}
