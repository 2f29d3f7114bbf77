/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-export-columns.h"

#include <glib/gi18n.h>

#include "app/table/ris3-export-job.h"
#include "app/table/ris3-import-words.h"

typedef struct
{
  GtkWidget *row;
  GtkCheckButton *check;
  char *name;
} Column;

struct _Ris3ExportColumns
{
  AdwExpanderRow parent_instance;

  GPtrArray *columns; /* of Column */
};

G_DEFINE_FINAL_TYPE (Ris3ExportColumns, ris3_export_columns, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
column_free (gpointer data)
{
  g_free (((Column *) data)->name);
  g_free (data);
}

static void
update (Ris3ExportColumns *self)
{
  guint n_chosen = ris3_export_columns_get_n_chosen (self);
  g_autofree char *some = g_strdup_printf (ngettext ("%u of %u column", "%u of %u columns", self->columns->len),
                                           n_chosen, self->columns->len);

  if (self->columns->len == 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ ("Only personal data, which is not included"));
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), n_chosen == self->columns->len ? _ ("All columns") : some);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->columns->len > 0);
}

static void
on_toggled_cb (Ris3ExportColumns *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_column (Ris3ExportColumns *self, const char *name, const char *title)
{
  Column *column = g_new0 (Column, 1);
  GtkWidget *check = gtk_check_button_new ();

  column->row = adw_action_row_new ();
  column->check = GTK_CHECK_BUTTON (check);
  column->name = g_strdup (name);
  gtk_check_button_set_active (column->check, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (column->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (column->row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (column->row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (column->row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), column->row);
  g_ptr_array_add (self->columns, column);
}

void
ris3_export_columns_show (Ris3ExportColumns *self, guint table, gboolean with_personal)
{
  g_return_if_fail (RIS3_IS_EXPORT_COLUMNS (self));
  for (guint i = 0; i < self->columns->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), ((Column *) g_ptr_array_index (self->columns, i))->row);
  g_ptr_array_set_size (self->columns, 0);
  if (table == RIS3_EXPORT_JOB_REGIONS)
    for (const char *const *name = ris3_export_get_region_columns (); *name != NULL; name++)
      add_column (self, *name, *name);
  else
    {
      guint n_columns;
      const Ris3ExchangeColumn *columns = ris3_exchange_get_columns (table, &n_columns);

      for (guint i = 0; i < n_columns; i++)
        if (with_personal || !ris3_export_is_personal (table, i))
          add_column (self, columns[i].name, ris3_import_column_words (table, i));
    }
  update (self);
}

guint
ris3_export_columns_get_n_chosen (Ris3ExportColumns *self)
{
  guint n = 0;

  g_return_val_if_fail (RIS3_IS_EXPORT_COLUMNS (self), 0);
  for (guint i = 0; i < self->columns->len; i++)
    n += gtk_check_button_get_active (((Column *) g_ptr_array_index (self->columns, i))->check) ? 1 : 0;
  return n;
}

char **
ris3_export_columns_dup_chosen (Ris3ExportColumns *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (RIS3_IS_EXPORT_COLUMNS (self), NULL);
  if (ris3_export_columns_get_n_chosen (self) == self->columns->len)
    return NULL;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);

      if (gtk_check_button_get_active (column->check))
        g_strv_builder_add (builder, column->name);
    }
  return g_strv_builder_end (builder);
}

static void
ris3_export_columns_finalize (GObject *object)
{
  g_ptr_array_unref (RIS3_EXPORT_COLUMNS (object)->columns);
  G_OBJECT_CLASS (ris3_export_columns_parent_class)->finalize (object);
}

static void
ris3_export_columns_class_init (Ris3ExportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ris3_export_columns_finalize;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ris3_export_columns_init (Ris3ExportColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Columns"));
}
