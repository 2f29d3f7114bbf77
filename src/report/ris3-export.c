/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-export-private.h"

#include <glib/gi18n-lib.h>

#include "map/ris3-date.h"
#include "model/ris3-printable.h"
#include "model/ris3-text.h"

/* Characters of a line of the base, which an atlas may have as long as it likes, and every kind of file must hold. */
#define MAX_ABOUT 1000
/* And of a title. */
#define MAX_TITLE 200

Ris3Export *
_ris3_export_new (const char *name)
{
  Ris3Export *self = g_new0 (Ris3Export, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Ris3ColumnKind));
  self->cells = g_ptr_array_new ();
  self->about = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->regions = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

Ris3Export *
ris3_export_ref (Ris3Export *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_export_unref (Ris3Export *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->rows, ris3_exchange_rows_unref);
  g_clear_pointer (&self->boundaries, ris3_boundaries_unref);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->about);
  g_array_unref (self->kinds);
  g_array_unref (self->regions);
  g_string_chunk_free (self->texts);
  g_free (self->name);
  g_free (self->title);
  g_free (self->style);
  g_free (self->looks);
  g_free (self);
}

void
_ris3_export_add_column (Ris3Export *self, const char *name, Ris3ColumnKind kind)
{
  g_ptr_array_add (self->columns, g_strdup (name));
  g_array_append_val (self->kinds, kind);
}

void
_ris3_export_add_cell_of (Ris3Export *self, const char *text)
{
  g_ptr_array_add (self->cells, text == NULL || *text == '\0' ? NULL : (gpointer) text);
  self->n_rows = self->cells->len / self->columns->len;
}

void
_ris3_export_add_cell (Ris3Export *self, const char *text)
{
  gboolean is_empty = text == NULL || *text == '\0';

  _ris3_export_add_cell_of (self, is_empty ? NULL : g_string_chunk_insert (self->texts, text));
}

void
_ris3_export_add_about (Ris3Export *self, const char *what, const char *value)
{
  g_autofree char *printable = value != NULL ? ris3_printable_text (value) : NULL;

  if (printable == NULL || *printable == '\0')
    return;
  g_ptr_array_add (self->about, g_strdup (what));
  g_ptr_array_add (self->about, ris3_text_to_line (printable, MAX_ABOUT));
}

void
_ris3_export_begin_about (Ris3Export *self, const Ris3ExportBase *base, const char *contents)
{
  g_autofree char *printable
      = ris3_printable_text (base->title != NULL && *base->title != '\0' ? base->title : _ ("RIS3 Atlas"));
  g_autofree char *title = ris3_text_to_line (printable, MAX_TITLE);

  self->title = g_strdup_printf ("%s: %s", title, contents);
  /* Translators: lines that tell where an exported file comes from. */
  _ris3_export_add_about (self, _ ("Atlas"), title);
  _ris3_export_add_about (self, _ ("Contents"), contents);
  _ris3_export_add_about (self, _ ("Filter"), base->filter != NULL ? base->filter : _ ("none: all is exported"));
}

void
_ris3_export_end_about (Ris3Export *self, const Ris3ExportBase *base)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *exported = ris3_date_to_text (today);
  g_autofree char *state = base->data_date != NULL ? ris3_date_to_text (base->data_date) : NULL;
  g_autofree char *rows = g_strdup_printf ("%u", self->n_rows);

  _ris3_export_add_about (self, _ ("Rows"), rows);
  _ris3_export_add_about (self, _ ("State of the data"), state);
  _ris3_export_add_about (self, _ ("Exported on"), exported);
  _ris3_export_add_about (self, _ ("Exported by"), "RIS3 Atlas " RIS3_VERSION);
}

guint
ris3_export_get_n_rows (Ris3Export *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

guint
ris3_export_get_n_columns (Ris3Export *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->columns->len;
}

const char *
ris3_export_get_column (Ris3Export *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);
  return g_ptr_array_index (self->columns, column);
}

const char *
ris3_export_get_cell (Ris3Export *self, guint row, guint column)
{
  const char *text;

  g_return_val_if_fail (self != NULL && row < self->n_rows && column < self->columns->len, NULL);
  text = g_ptr_array_index (self->cells, row * self->columns->len + column);
  return text != NULL ? text : "";
}

guint
ris3_export_get_n_about (Ris3Export *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->about->len / 2;
}

const char *
ris3_export_get_about (Ris3Export *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->about->len / 2 && column < 2, NULL);
  return g_ptr_array_index (self->about, row * 2 + column);
}
