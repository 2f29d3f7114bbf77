/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/window/ris3-register-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/ris3-local-files.h"
#include "model/ris3-text.h"

#define MAX_NAME 60
/* The choice of comments. */
#define WHICH "comments"
#define LISTED "listed"
#define ALL "all"

static const char *const sheet_suffixes[] = { "pdf", NULL };
static const Ris3ExportFormat formats[] = { RIS3_EXPORT_XLSX, RIS3_EXPORT_ODS, RIS3_EXPORT_CSV };

/* The file whose name was chosen, and its kind by that. is_sheet: (out): it is a PDF. (transfer full) */
static char *
complete_path (const char *chosen, Ris3ExportFormat *format, gboolean *is_sheet, GError **error)
{
  g_autofree char *base = g_path_get_basename (chosen);

  *is_sheet = g_str_has_suffix (chosen, ".pdf") || g_str_has_suffix (chosen, ".PDF");
  if (*is_sheet)
    return g_strdup (chosen);
  if (strchr (base, '.') == NULL)
    {
      *format = RIS3_EXPORT_XLSX;
      return ris3_local_files_add_suffix (chosen, ris3_export_format_get_suffix (*format), error);
    }
  if (ris3_export_format_from_path (chosen, format) && !ris3_export_format_has_shapes (*format))
    return g_strdup (chosen);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                       _ ("The name of a register ends in “.xlsx”, “.ods”, “.csv” or “.pdf”."));
  return NULL;
}

/* The ending of the kind of file that was chosen in the dialog; NULL: the first, which it proposes. */
static const char *
find_chosen_suffix (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  GtkFileFilter *chosen = gtk_file_chooser_get_filter (chooser);

  for (guint i = 1; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      if (filter == chosen)
        return i < G_N_ELEMENTS (formats) ? ris3_export_format_get_suffix (formats[i]) : ".pdf";
    }
  return NULL;
}

/* Who chose a kind of file, and left the name as it was proposed, means that kind. (transfer full) */
static char *
apply_chosen_suffix (const char *path, const char *suffix, GError **error)
{
  const char *proposed = ris3_export_format_get_suffix (formats[0]);
  g_autofree char *stem = NULL;

  if (suffix == NULL || !g_str_has_suffix (path, proposed))
    return g_strdup (path);
  stem = g_strndup (path, strlen (path) - strlen (proposed));
  return ris3_local_files_add_suffix (stem, suffix, error);
}

char *
ris3_register_dialog_take (GtkNativeDialog *dialog, int response, Ris3RegisterChoice *choice, GError **error)
{
  GtkFileChooser *chooser;
  const char *suffix;
  g_autofree char *typed = NULL;
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER (dialog) && choice != NULL, NULL);
  chooser = GTK_FILE_CHOOSER (dialog);
  suffix = find_chosen_suffix (chooser);
  choice->is_all = g_object_get_data (G_OBJECT (dialog), WHICH) != NULL
                   && g_strcmp0 (gtk_file_chooser_get_choice (chooser, WHICH), ALL) == 0;
  typed = ris3_local_files_take_path (dialog, response, error);
  chosen = typed != NULL ? apply_chosen_suffix (typed, suffix, error) : NULL;
  return chosen != NULL ? complete_path (chosen, &choice->format, &choice->is_sheet, error) : NULL;
}

/* Whoever looks at some of the comments may mean all of them. A dialog does not tell whether it has a choice. */
static void
offer_all (GtkFileChooser *chooser, const char *listed)
{
  const char *options[] = { LISTED, ALL, NULL };
  g_autofree char *shown = ris3_text_to_line (listed, MAX_NAME);
  const char *labels[] = { shown, _ ("All comments of the atlas"), NULL };

  gtk_file_chooser_add_choice (chooser, WHICH, _ ("Which Comments"), options, labels);
  gtk_file_chooser_set_choice (chooser, WHICH, LISTED);
  g_object_set_data (G_OBJECT (chooser), WHICH, chooser);
}

GtkFileChooserNative *
ris3_register_dialog_new (GtkWindow *parent, const char *listed)
{
  g_autofree char *suggestion = g_strconcat (_ ("Register of Comments"), ".xlsx", NULL);
  GtkFileChooserNative *chooser = ris3_local_files_new_save (parent, _ ("Save the Register of Comments"), suggestion);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *const suffixes[] = { ris3_export_format_get_id (formats[i]), NULL };

      ris3_local_files_add_filter (chooser, ris3_export_format_get_title (formats[i]), suffixes);
    }
  ris3_local_files_add_filter (chooser, _ ("PDF, to be read"), sheet_suffixes);
  if (listed != NULL)
    offer_all (GTK_FILE_CHOOSER (chooser), listed);
  return chooser;
}
