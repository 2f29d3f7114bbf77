/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-sheets-group.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

#define MAX_NAME 120

struct _Ris3ImportSheetsGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;   /* of AdwActionRow, by sheet; weak */
  GPtrArray *checks; /* of GtkCheckButton, by sheet; weak */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (Ris3ImportSheetsGroup, ris3_import_sheets_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled_cb (GtkCheckButton *check, GParamSpec *pspec, Ris3ImportSheetsGroup *self)
{
  guint sheet;

  if (!self->is_filling && g_ptr_array_find (self->checks, check, &sheet))
    g_signal_emit (self, signals[SIGNAL_TICKED], 0, sheet, gtk_check_button_get_active (check));
}

char *
ris3_import_sheets_group_describe (Ris3TableFile *file, guint sheet)
{
  const Ris3Sheet *each = ris3_table_file_get_sheet (file, sheet);
  g_autofree char *name = ris3_text_to_line (each->name, MAX_NAME);

  /* Translators: a sheet of a spreadsheet that is not shown when the file is opened. */
  return each->is_hidden ? g_strdup_printf (_ ("%s (hidden)"), name) : g_strdup (name);
}

static void
add_row (Ris3ImportSheetsGroup *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  /* A click anywhere in the row, and Enter, tick it. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_toggled_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
set_n_rows (Ris3ImportSheetsGroup *self, guint n_rows)
{
  while (self->rows->len > n_rows)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (gint) self->rows->len - 1);
      g_ptr_array_set_size (self->checks, (gint) self->checks->len - 1);
    }
  while (self->rows->len < n_rows)
    add_row (self);
}

static const char *
describe_table (const Ris3ImportSheet *sheet)
{
  if (sheet == NULL)
    return "";
  return ris3_import_sheet_is_guessed (sheet) || ris3_import_sheet_is_remembered (sheet)
                 || ris3_import_sheet_is_table_chosen (sheet)
             ? ris3_exchange_get_title (ris3_import_sheet_get_table (sheet))
             : _ ("Not recognised by the headings");
}

void
ris3_import_sheets_group_show (Ris3ImportSheetsGroup *self, Ris3ImportDraft *draft)
{
  Ris3TableFile *file;
  guint n_sheets;

  g_return_if_fail (RIS3_IS_IMPORT_SHEETS_GROUP (self));
  file = ris3_import_draft_get_file (draft);
  n_sheets = ris3_table_file_get_n_sheets (file);
  gtk_widget_set_visible (GTK_WIDGET (self), n_sheets > 1);
  self->is_filling = TRUE;
  /* The rows stay while the file does, and the keys with them. */
  set_n_rows (self, n_sheets > 1 ? n_sheets : 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      g_autofree char *name = ris3_import_sheets_group_describe (file, i);
      /* Translators: what a check button chooses: a sheet of a workbook. */
      g_autofree char *said = g_strdup_printf (_ ("Import the sheet %s"), name);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_action_row_set_subtitle (row, describe_table (ris3_import_draft_get_sheet (draft, i)));
      gtk_check_button_set_active (check, ris3_import_draft_is_ticked (draft, i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
    }
  self->is_filling = FALSE;
}

static void
ris3_import_sheets_group_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_IMPORT_SHEETS_GROUP (object)->rows);
  g_ptr_array_unref (RIS3_IMPORT_SHEETS_GROUP (object)->checks);
  G_OBJECT_CLASS (ris3_import_sheets_group_parent_class)->finalize (object);
}

static void
ris3_import_sheets_group_class_init (Ris3ImportSheetsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_import_sheets_group_finalize;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
ris3_import_sheets_group_init (Ris3ImportSheetsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
}
