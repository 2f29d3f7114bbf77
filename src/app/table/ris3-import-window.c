/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/table/ris3-import-window-private.h"

#include <glib/gi18n.h>

#include "app/ris3-child-window.h"
#include "app/ris3-local-files.h"
#include "app/ris3-discard.h"
#include "app/ris3-flow.h"
#include "app/ris3-toast.h"
#include "app/table/ris3-table-files.h"
#include "model/ris3-printable.h"

#define SECONDS 4 /* of a toast */

G_DEFINE_FINAL_TYPE (Ris3ImportWindow, ris3_import_window, ADW_TYPE_WINDOW)

const char *
_ris3_import_window_get_page (Ris3ImportWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

void
_ris3_import_window_show_page (Ris3ImportWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->pages, name);
  _ris3_import_window_update (self);
}

void
_ris3_import_window_tell_problem (Ris3ImportWindow *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (self->problem_bar, words != NULL);
}

void
_ris3_import_window_tell (Ris3ImportWindow *self, const char *words)
{
  ris3_toast_tell (self->toasts, &self->toast, words, SECONDS);
}

void
_ris3_import_window_fail (Ris3ImportWindow *self, const GError *error)
{
  g_autofree char *words = ris3_atlas_error_get_words (error);
  /* A status page's description is Pango markup. */
  g_autofree char *description = ris3_printable_markup (words);

  adw_status_page_set_description (self->failure, description);
  _ris3_import_window_show_page (self, "failure");
  gtk_widget_child_focus (GTK_WIDGET (self->failure), GTK_DIR_TAB_FORWARD);
}

void
_ris3_import_window_show_file (Ris3ImportWindow *self)
{
  ris3_import_file_page_show (self->file_page, self->draft);
  _ris3_import_window_show_page (self, "file");
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _ris3_import_window_compare (RIS3_IMPORT_WINDOW (widget));
}

/* What failed was opening the file, or comparing it. */
static void
try_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  const char *open = ris3_import_draft_get_path (self->draft);

  if (g_strcmp0 (open, self->path) == 0)
    _ris3_import_window_compare (self);
  else
    _ris3_import_window_open (self, self->path, NULL, '\0', RIS3_IMPORT_ANY_SHEET, 0);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (widget);
  Ris3ImportWorking working = self->working;

  /* It may be too late to stop an edit: its end says what has become of it. */
  if (working == RIS3_IMPORT_WRITES)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  _ris3_import_window_stop (self);
  if (working == RIS3_IMPORT_COMPARES)
    {
      _ris3_import_window_show_page (self, "columns");
      ris3_import_columns_page_focus (self->columns_page);
    }
  else if (ris3_import_draft_get_file (self->draft) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      g_free (self->path);
      self->path = g_strdup (ris3_import_draft_get_path (self->draft));
      _ris3_import_window_show_file (self);
    }
}

static void
on_chosen_cb (Ris3ImportWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ris3_local_files_take_path (chooser, response, &error);

  if (path != NULL)
    _ris3_import_window_open (self, path, NULL, '\0', RIS3_IMPORT_ANY_SHEET, 0);
  else if (error != NULL)
    _ris3_import_window_tell_problem (self, error->message);
}

static void
choose_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = ris3_table_files_new_open (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_reopen_cb (Ris3ImportWindow *self)
{
  _ris3_import_window_open (self, self->path, ris3_import_file_page_get_encoding (self->file_page),
                            ris3_import_file_page_get_separator (self->file_page),
                            ris3_import_sheet_get_number (ris3_import_draft_get_shown (self->draft)),
                            ris3_import_file_page_get_heading_row (self->file_page));
}

static void
on_table_chosen_cb (Ris3ImportWindow *self)
{
  ris3_import_sheet_choose_table (ris3_import_draft_get_shown (self->draft),
                                  ris3_import_file_page_get_table (self->file_page));
  _ris3_import_window_show_file (self);
}

/* A sheet that is hidden has not been looked at before. */
static void
on_sheet_ticked_cb (Ris3ImportWindow *self, guint sheet, gboolean ticked)
{
  if (ris3_import_draft_get_sheet (self->draft, sheet) == NULL)
    {
      _ris3_import_window_open (self, self->path, NULL, '\0', sheet, 0);
      return;
    }
  ris3_import_draft_tick (self->draft, sheet, ticked);
  _ris3_import_window_show_file (self);
}

static void
on_sheet_shown_cb (Ris3ImportWindow *self, guint sheet)
{
  ris3_import_draft_show (self->draft, sheet);
  _ris3_import_window_show_file (self);
}

/* Edits by others, or elsewhere: the import itself closes the window. */
static void
on_atlas_changed_cb (Ris3ImportWindow *self)
{
  if (self->working == RIS3_IMPORT_WRITES)
    return;
  g_clear_pointer (&self->compared, g_free);
  if (ris3_import_rows_page_get_rows (self->rows_page) != NULL)
    ris3_import_rows_page_tell_problem (self->rows_page,
                                        _ ("The atlas has changed since the rows were compared with it."));
}

static gboolean
ris3_import_window_close_request (GtkWindow *window)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (window);

  if (self->working == RIS3_IMPORT_WRITES)
    g_cancellable_cancel (self->cancellable);
  /* Also where one looks at the columns again. */
  else if ((_ris3_import_window_is_page (self, "rows")
            || (_ris3_import_window_is_page (self, "columns") && _ris3_import_window_is_compared (self)))
           && ris3_import_rows_page_is_edited (self->rows_page))
    ris3_ask_to_discard (window, _ ("Close without Importing?"), _ ("Which rows you have chosen will be forgotten."),
                         _ ("_Keep Open"), _ ("_Close"));
  else
    return GTK_WINDOW_CLASS (ris3_import_window_parent_class)->close_request (window);
  return TRUE;
}

static void
ris3_import_window_dispose (GObject *object)
{
  Ris3ImportWindow *self = RIS3_IMPORT_WINDOW (object);

  _ris3_import_window_stop (self);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->compared, g_free);
  g_clear_pointer (&self->told, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RIS3_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ris3_import_window_parent_class)->dispose (object);
}

static void
ris3_import_window_class_init (Ris3ImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ris3_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ris3_import_window_close_request;
  g_signal_new ("unrecorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_UINT);
  g_type_ensure (RIS3_TYPE_FLOW);
  g_type_ensure (RIS3_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (RIS3_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (RIS3_TYPE_IMPORT_ROWS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ris3atlas/Ris3Atlas/ui/table/ris3-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, file_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, rows_page);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, progress_words);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, Ris3ImportWindow, back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_table_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, _ris3_import_window_update);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file_action);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "import.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  _ris3_import_window_install_step_actions (widget_class);
  _ris3_import_window_install_report_actions (widget_class);
}

static void
ris3_import_window_init (Ris3ImportWindow *self)
{
  self->draft = ris3_import_draft_new ();
  self->settings = g_settings_new (RIS3_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  ris3_child_window_follow_parent (GTK_WINDOW (self));
}

GtkWindow *
ris3_import_window_new (Ris3Session *session, GtkWindow *parent, const char *path)
{
  Ris3ImportWindow *self;
  int width, height;

  g_return_val_if_fail (RIS3_IS_SESSION (session) && path != NULL, NULL);
  self = g_object_new (RIS3_TYPE_IMPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  /* Its buttons are in sight where those of the main window are. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "atlas-changed", G_CALLBACK (on_atlas_changed_cb), self, G_CONNECT_SWAPPED);
  /* Another one is open. */
  g_signal_connect_object (session, "notify::atlas", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  _ris3_import_window_open (self, path, NULL, '\0', RIS3_IMPORT_ANY_SHEET, 0);
  return GTK_WINDOW (self);
}
