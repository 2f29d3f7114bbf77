/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-file-page.h"

#include <glib/gi18n.h>

#include "app/table/ris3-table-preview.h"
#include "model/ris3-text.h"

#define MAX_NAME 120
#define MAX_HEADINGS 60

struct _Ris3ImportFilePage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  AdwActionRow *file_row;
  AdwComboRow *sheet_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwComboRow *heading_row;
  AdwComboRow *table_row;
  Ris3TablePreview *preview;

  GPtrArray *encodings; /* of the choices, as iconv calls them */
  GString *separators;  /* of the choices */
  GArray *heading_rows; /* of guint: of the choices */
  gboolean is_separator_chosen;
  char *path; /* that is shown */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3ImportFilePage, ris3_import_file_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REOPEN,
  SIGNAL_TABLE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

static void
on_reopen_cb (Ris3ImportFilePage *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_REOPEN], 0);
}

/* Which row has the headings is another question in another sheet, and with other separators. */
static void
on_other_rows_cb (Ris3ImportFilePage *self)
{
  if (self->is_filling)
    return;
  g_array_set_size (self->heading_rows, 0);
  on_reopen_cb (self);
}

static void
on_separator_cb (Ris3ImportFilePage *self)
{
  if (self->is_filling)
    return;
  self->is_separator_chosen = TRUE;
  on_other_rows_cb (self);
}

static void
on_table_cb (Ris3ImportFilePage *self)
{
  if (self->is_filling)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->table_row), _ ("Chosen by you"));
  g_signal_emit (self, signals[SIGNAL_TABLE_CHOSEN], 0);
}

static void
ris3_import_file_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RIS3_TYPE_IMPORT_FILE_PAGE);
  G_OBJECT_CLASS (ris3_import_file_page_parent_class)->dispose (object);
}

static void
ris3_import_file_page_finalize (GObject *object)
{
  Ris3ImportFilePage *self = RIS3_IMPORT_FILE_PAGE (object);

  g_ptr_array_unref (self->encodings);
  g_string_free (self->separators, TRUE);
  g_array_unref (self->heading_rows);
  g_free (self->path);
  G_OBJECT_CLASS (ris3_import_file_page_parent_class)->finalize (object);
}

static void
ris3_import_file_page_class_init (Ris3ImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_import_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ris3_import_file_page_finalize;
  signals[SIGNAL_REOPEN]
      = g_signal_new ("reopen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TABLE_CHOSEN] = g_signal_new ("table-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RIS3_TYPE_TABLE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, heading_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_separator_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_cb);
}

static void
ris3_import_file_page_init (Ris3ImportFilePage *self)
{
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);

  self->encodings = g_ptr_array_new_with_free_func (g_free);
  self->separators = g_string_new (NULL);
  self->heading_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    gtk_string_list_append (tables, ris3_exchange_get_title (i));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (tables));
  self->is_filling = FALSE;
}

static void
show_sheets (Ris3ImportFilePage *self, Ris3TableFile *file, guint sheet)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n_sheets = ris3_table_file_get_n_sheets (file);

  for (guint i = 0; i < n_sheets; i++)
    {
      const Ris3Sheet *each = ris3_table_file_get_sheet (file, i);
      g_autofree char *name = ris3_text_to_line (each->name, MAX_NAME);
      /* Translators: a sheet of a spreadsheet that is not shown when the file is opened. */
      g_autofree char *words = each->is_hidden ? g_strdup_printf (_ ("%s (hidden)"), name) : g_strdup (name);

      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->sheet_row, sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n_sheets > 1);
}

static void
show_encoding (Ris3ImportFilePage *self, const char *found)
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

static void
show_separator (Ris3ImportFilePage *self, char found)
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

static void
show_heading_row (Ris3ImportFilePage *self, GPtrArray *rows, guint chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->heading_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_row), rows != NULL && rows->len > 0);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const Ris3TableRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cells = g_strjoinv (" · ", row->cells);
      g_autofree char *shown = ris3_text_to_line (cells, MAX_HEADINGS);
      g_autofree char *words = NULL;

      if (row->line == chosen)
        selected = i;
      g_array_append_val (self->heading_rows, row->line);
      /* Translators: a row of a table, its number and what its cells have */
      words = g_strdup_printf (C_ ("row of a table", "%u: %s"), row->line, shown);
      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (self->heading_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->heading_row, selected);
}

void
ris3_import_file_page_show (Ris3ImportFilePage *self, Ris3ImportDraft *draft, const char *why)
{
  Ris3TableFile *file = ris3_import_draft_get_file (draft);
  g_autofree char *base = g_path_get_basename (ris3_import_draft_get_path (draft));
  g_autofree char *folder = g_path_get_dirname (ris3_import_draft_get_path (draft));
  g_autofree char *shown_base = g_filename_display_name (base);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *name = ris3_text_to_line (shown_base, MAX_NAME);
  g_autofree char *place = ris3_text_to_line (shown_folder, MAX_NAME);

  g_return_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self));
  if (g_strcmp0 (self->path, ris3_import_draft_get_path (draft)) != 0)
    {
      g_free (self->path);
      self->path = g_strdup (ris3_import_draft_get_path (draft));
      self->is_separator_chosen = FALSE;
    }
  self->is_filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, place);
  show_sheets (self, file, ris3_import_draft_get_sheet (draft));
  show_encoding (self, ris3_table_file_get_encoding (file));
  show_separator (self, ris3_table_file_get_separator (file));
  show_heading_row (self, ris3_import_draft_get_rows (draft), ris3_import_draft_get_heading_row (draft));
  adw_combo_row_set_selected (self->table_row, ris3_column_mapping_get_table (ris3_import_draft_get_mapping (draft)));
  if (why == NULL)
    why = ris3_import_draft_is_guessed (draft) ? _ ("Guessed from the headings")
                                               : _ ("Not recognised by the headings: choose it");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->table_row), why);
  ris3_table_preview_show_table (self->preview, ris3_import_draft_get_sample (draft));
  self->is_filling = FALSE;
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

guint
ris3_import_file_page_get_sheet (Ris3ImportFilePage *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self), 0);
  return adw_combo_row_get_selected (self->sheet_row);
}

guint
ris3_import_file_page_get_heading_row (Ris3ImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->heading_row);

  g_return_val_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self), 0);
  return selected < self->heading_rows->len ? g_array_index (self->heading_rows, guint, selected) : 0;
}

Ris3Exchange
ris3_import_file_page_get_table (Ris3ImportFilePage *self)
{
  g_return_val_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self), 0);
  return adw_combo_row_get_selected (self->table_row);
}

void
ris3_import_file_page_focus (Ris3ImportFilePage *self)
{
  g_return_if_fail (RIS3_IS_IMPORT_FILE_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->table_row));
}
