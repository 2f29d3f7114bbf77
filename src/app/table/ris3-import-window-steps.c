/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From one step to the next, and back. */

#include "config.h"

#include "app/table/ris3-import-window-private.h"

#include <glib/gi18n.h>

#include "model/ris3-text.h"

/* Of a cell, in a sentence. */
#define MAX_SHOWN 60

gboolean
_ris3_import_window_is_page (Ris3ImportWindow *self, const char *name)
{
  return g_str_equal (_ris3_import_window_get_page (self), name);
}

/* Of several sheets, the columns come one after the other: at which of them one is. */
static guint
find_sheet (Ris3ImportWindow *self, GPtrArray *ticked)
{
  guint index = 0;

  g_ptr_array_find (ticked, ris3_import_draft_get_shown (self->draft), &index);
  return index;
}

static void
describe_step (Ris3ImportWindow *self)
{
  g_autoptr (GPtrArray) ticked = ris3_import_draft_list_ticked (self->draft);
  g_autofree char *words = NULL;

  if (_ris3_import_window_is_page (self, "file"))
    words = g_strdup (_ ("Step 1 of 3: File"));
  else if (_ris3_import_window_is_page (self, "columns") && ticked->len > 1)
    /* Translators: which of the sheets of a workbook, and of how many. */
    words = g_strdup_printf (_ ("Step 2 of 3: Columns, Sheet %u of %u"), find_sheet (self, ticked) + 1, ticked->len);
  else if (_ris3_import_window_is_page (self, "columns"))
    words = g_strdup (_ ("Step 2 of 3: Columns"));
  else if (_ris3_import_window_is_page (self, "rows"))
    words = g_strdup (_ ("Step 3 of 3: Rows"));
  adw_window_title_set_subtitle (self->title, words != NULL ? words : "");
}

/* Where nothing can be imported, the last step is to close. */
static gboolean
is_at_end (Ris3ImportWindow *self)
{
  return _ris3_import_window_is_page (self, "rows") && !ris3_import_rows_page_has_possible (self->rows_page);
}

static guint
count_chosen (Ris3ImportWindow *self)
{
  return ris3_import_rows_count_chosen (ris3_import_rows_page_get_rows (self->rows_page));
}

static gboolean
can_go_on (Ris3ImportWindow *self)
{
  g_autofree char *problem = NULL;

  if (self->working != RIS3_IMPORT_IDLE)
    return FALSE;
  if (_ris3_import_window_is_page (self, "rows"))
    return is_at_end (self) || count_chosen (self) > 0;
  /* Each page says the same in its place. */
  problem = _ris3_import_window_is_page (self, "file")
                ? ris3_import_draft_dup_problem (self->draft)
                : ris3_import_sheet_dup_problem (ris3_import_draft_get_shown (self->draft));
  return problem == NULL;
}

/* In the words of what the button does. (transfer full) */
static char *
describe_next (Ris3ImportWindow *self)
{
  guint n_chosen;

  if (is_at_end (self))
    return g_strdup (_ ("_Close"));
  /* While another thread reads the plan, so may this one. */
  if (!_ris3_import_window_is_page (self, "rows"))
    return g_strdup (_ ("_Next"));
  n_chosen = count_chosen (self);
  return g_strdup_printf (ngettext ("_Import %u Row", "_Import %u Rows", n_chosen), n_chosen);
}

static void
update_next (Ris3ImportWindow *self)
{
  g_autofree char *label = describe_next (self);

  gtk_button_set_label (self->next_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
}

void
_ris3_import_window_update (Ris3ImportWindow *self)
{
  gboolean is_step = _ris3_import_window_is_page (self, "file") || _ris3_import_window_is_page (self, "columns")
                     || _ris3_import_window_is_page (self, "rows");

  describe_step (self);
  gtk_widget_set_visible (self->bar, is_step);
  gtk_widget_set_visible (self->back_button, !_ris3_import_window_is_page (self, "file"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows_page),
                            self->working != RIS3_IMPORT_REPORTS && self->working != RIS3_IMPORT_WRITES);
  if (is_step)
    update_next (self);
  else
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", FALSE);
}

static void
show_columns (Ris3ImportWindow *self, const Ris3ImportSheet *sheet)
{
  Ris3Atlas *atlas = ris3_session_get_atlas (self->session);

  if (atlas == NULL)
    return;
  ris3_import_draft_show (self->draft, ris3_import_sheet_get_number (sheet));
  ris3_import_columns_page_show (self->columns_page, self->draft, ris3_atlas_get_path (atlas));
  _ris3_import_window_show_page (self, "columns");
  ris3_import_columns_page_focus (self->columns_page);
}

/* Whoever goes back to look at the columns, and changes none, finds the rows as they were chosen. */
gboolean
_ris3_import_window_is_compared (Ris3ImportWindow *self)
{
  g_autofree char *choices = NULL;

  if (self->compared == NULL || ris3_import_rows_page_get_rows (self->rows_page) == NULL)
    return FALSE;
  choices = ris3_import_draft_dup_choices (self->draft);
  return g_str_equal (choices, self->compared);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  g_autoptr (GPtrArray) ticked = ris3_import_draft_list_ticked (self->draft);

  _ris3_import_window_tell_problem (self, NULL);
  if (_ris3_import_window_is_page (self, "file"))
    show_columns (self, g_ptr_array_index (ticked, 0));
  else if (_ris3_import_window_is_page (self, "columns") && find_sheet (self, ticked) + 1 < ticked->len)
    show_columns (self, g_ptr_array_index (ticked, find_sheet (self, ticked) + 1));
  else if (_ris3_import_window_is_page (self, "columns") && _ris3_import_window_is_compared (self))
    {
      _ris3_import_window_show_page (self, "rows");
      ris3_import_rows_page_focus (self->rows_page);
    }
  else if (_ris3_import_window_is_page (self, "columns"))
    _ris3_import_window_compare (self);
  else if (is_at_end (self))
    gtk_window_close (GTK_WINDOW (self));
  else if (_ris3_import_window_is_page (self, "rows"))
    _ris3_import_window_write (self);
}

static void
understand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  const char *text, *code;
  g_autofree char *shown = NULL;

  if (self->working != RIS3_IMPORT_IDLE)
    return;
  g_variant_get (parameter, "(&s&s)", &text, &code);
  ris3_import_draft_add_meaning (self->draft, text, code);
  shown = ris3_text_to_line (text, MAX_SHOWN);
  _ris3_import_window_compare_again (
      self,
      /* Translators: a text of a table, and the code of a region; “Back” is the button of that name. */
      g_strdup_printf (_ ("“%s” is understood as %s in all rows. “Back” takes that back."), shown, code));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  g_autoptr (GPtrArray) ticked = ris3_import_draft_list_ticked (self->draft);

  if (self->working != RIS3_IMPORT_IDLE)
    return;
  _ris3_import_window_tell_problem (self, NULL);
  if (_ris3_import_window_is_page (self, "rows") && ris3_import_draft_take_back_meaning (self->draft))
    _ris3_import_window_compare_again (self, g_strdup (_ ("What you chose last for a region is taken back.")));
  else if (_ris3_import_window_is_page (self, "rows"))
    {
      _ris3_import_window_show_page (self, "columns");
      ris3_import_columns_page_focus (self->columns_page);
    }
  else if (_ris3_import_window_is_page (self, "columns") && find_sheet (self, ticked) > 0)
    show_columns (self, g_ptr_array_index (ticked, find_sheet (self, ticked) - 1));
  else if (_ris3_import_window_is_page (self, "columns"))
    {
      _ris3_import_window_show_file (self);
      ris3_import_file_page_focus (self->file_page);
    }
}

/* One step at a time, so that a key does not throw away what was chosen. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);

  if (self->working != RIS3_IMPORT_IDLE && !_ris3_import_window_is_page (self, "file"))
    gtk_widget_activate_action (widget, "import.cancel", NULL);
  else if (_ris3_import_window_is_page (self, "rows") || _ris3_import_window_is_page (self, "columns"))
    back_action (widget, name, parameter);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
_ris3_import_window_install_step_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.next", NULL, next_action);
  gtk_widget_class_install_action (klass, "import.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "import.escape", NULL, escape_action);
  gtk_widget_class_install_action (klass, "import.understand", "(ss)", understand_action);
}
