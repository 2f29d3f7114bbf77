/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "report/ris3-export.h"

G_BEGIN_DECLS

/* The dialog that asks where to save the register of comments, and which of them. */

/* What was chosen. */
typedef struct
{
  gboolean is_all;         /* all comments of the atlas, rather than those that are listed */
  gboolean is_sheet;       /* a PDF to be read */
  Ris3ExportFormat format; /* otherwise */
} Ris3RegisterChoice;

/* Show it with gtk_native_dialog_show (). listed: which comments are listed, in words; NULL: all, so that there is
 * nothing to choose (transfer full) */
GtkFileChooserNative *ris3_register_dialog_new (GtkWindow *parent, const char *listed);
/* Ends a dialog that has answered: the file, in the file system's encoding; NULL if there is none, with an error if its
 * name does not fit. dialog: taken (transfer full) */
char *ris3_register_dialog_take (GtkNativeDialog *dialog, int response, Ris3RegisterChoice *choice, GError **error);

G_END_DECLS
