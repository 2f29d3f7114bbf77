/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-file-page-private.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

#define MAX_NAME 120
#define MAX_HEADINGS 60

G_DEFINE_FINAL_TYPE (Ris3ImportFilePage, ris3_import_file_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REOPEN,
  SIGNAL_TABLE_CHOSEN,
  SIGNAL_SHEET_TICKED,
  SIGNAL_SHEET_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_reopen_cb (Ris3ImportFilePage *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_REOPEN], 0);
}

/* Which row has the headings is another question with other separators. */
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
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_TABLE_CHOSEN], 0);
}

static void
on_sheet_cb (Ris3ImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet_row);

  if (!self->is_filling && selected < self->shown_sheets->len)
    g_signal_emit (self, signals[SIGNAL_SHEET_SHOWN], 0, g_array_index (self->shown_sheets, guint, selected));
}

static void
on_ticked_cb (Ris3ImportFilePage *self, guint sheet, gboolean ticked)
{
  g_signal_emit (self, signals[SIGNAL_SHEET_TICKED], 0, sheet, ticked);
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
  g_array_unref (self->shown_sheets);
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
  signals[SIGNAL_SHEET_TICKED] = g_signal_new ("sheet-ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[SIGNAL_SHEET_SHOWN] = g_signal_new ("sheet-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (RIS3_TYPE_IMPORT_SHEETS_GROUP);
  g_type_ensure (RIS3_TYPE_TABLE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, sheets);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, heading_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, table_row);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportFilePage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_separator_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked_cb);
}

static void
ris3_import_file_page_init (Ris3ImportFilePage *self)
{
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);

  self->encodings = g_ptr_array_new_with_free_func (g_free);
  self->separators = g_string_new (NULL);
  self->shown_sheets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heading_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < RIS3_N_EXCHANGES; i++)
    gtk_string_list_append (tables, ris3_exchange_get_title (i));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (tables));
  self->is_filling = FALSE;
}

/* Which of the ticked sheets the rest of the page is about. */
static void
show_sheets (Ris3ImportFilePage *self, Ris3ImportDraft *draft)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const Ris3ImportSheet *shown = ris3_import_draft_get_shown (draft);
  Ris3TableFile *file = ris3_import_draft_get_file (draft);
  guint n_sheets = ris3_table_file_get_n_sheets (file);
  guint selected = 0;

  g_array_set_size (self->shown_sheets, 0);
  for (guint i = 0; i < n_sheets; i++)
    if (ris3_import_draft_is_ticked (draft, i))
      {
        g_autofree char *words = ris3_import_sheets_group_describe (file, i);

        if (i == ris3_import_sheet_get_number (shown))
          selected = self->shown_sheets->len;
        gtk_string_list_append (list, words);
        g_array_append_val (self->shown_sheets, i);
      }
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->sheet_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), self->shown_sheets->len > 1);
}

/* What stands in the way of several sheets. */
static void
show_problem (Ris3ImportFilePage *self, Ris3ImportDraft *draft)
{
  gboolean has_sheets = ris3_table_file_get_n_sheets (ris3_import_draft_get_file (draft)) > 1;
  g_autofree char *problem = has_sheets ? ris3_import_draft_dup_problem (draft) : NULL;

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

static const char *
describe_table (const Ris3ImportSheet *sheet)
{
  if (ris3_import_sheet_is_table_chosen (sheet))
    return _ ("Chosen by you");
  if (ris3_import_sheet_is_remembered (sheet))
    return _ ("As you chose it last time");
  return ris3_import_sheet_is_guessed (sheet) ? _ ("Guessed from the headings")
                                              : _ ("Not recognised by the headings: choose it");
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
ris3_import_file_page_show (Ris3ImportFilePage *self, Ris3ImportDraft *draft)
{
  const Ris3ImportSheet *sheet = ris3_import_draft_get_shown (draft);
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
  ris3_import_sheets_group_show (self->sheets, draft);
  show_problem (self, draft);
  show_sheets (self, draft);
  _ris3_import_file_page_show_encoding (self, ris3_table_file_get_encoding (file));
  _ris3_import_file_page_show_separator (self, ris3_table_file_get_separator (file));
  show_heading_row (self, ris3_import_sheet_get_rows (sheet), ris3_import_sheet_get_heading_row (sheet));
  adw_combo_row_set_selected (self->table_row, ris3_import_sheet_get_table (sheet));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->table_row), describe_table (sheet));
  ris3_table_preview_show_table (self->preview, ris3_import_sheet_get_sample (sheet));
  self->is_filling = FALSE;
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
  if (gtk_widget_get_visible (GTK_WIDGET (self->sheets)))
    gtk_widget_child_focus (GTK_WIDGET (self->sheets), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->table_row));
}
