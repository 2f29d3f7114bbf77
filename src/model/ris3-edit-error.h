/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why an edit was not made. Nothing was changed then. Errors of the file itself (read-only, full disk …) are
 * RIS3_ATLAS_ERROR, a cancelled edit is G_IO_ERROR_CANCELLED.
 */
#define RIS3_EDIT_ERROR (ris3_edit_error_quark ())
GQuark ris3_edit_error_quark (void);

typedef enum
{
  RIS3_EDIT_ERROR_INVALID,  /* a value is not allowed: get_field () says which */
  RIS3_EDIT_ERROR_MISSING,  /* the row that is to be changed does not exist (any more) */
  RIS3_EDIT_ERROR_CONFLICT, /* somebody has changed the same since: get_change () says in which edit */
  RIS3_EDIT_ERROR_NOTHING,  /* there is nothing to undo or to redo */
} Ris3EditError;

/* The column of the value that is wrong ("year"), so that a form can show the message beside it; NULL: it is about no
 * single one, or the error is not of this domain. (transfer none) */
const char *ris3_edit_error_get_field (const GError *error);
/* Which step of the edit is wrong, from 0: the line of an outline. */
guint ris3_edit_error_get_step (const GError *error);
/* The id of the edit that is in the way, for the history; 0: none is known, as when another program changed the file.
 */
gint64 ris3_edit_error_get_change (const GError *error);

/* Sets an error; field: may be NULL. Returns FALSE. */
gboolean ris3_edit_error_set (GError **error, Ris3EditError code, const char *field, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* Says which step and which edit an error of this domain is about; does nothing for any other. */
void ris3_edit_error_set_step (GError *error, guint step);
void ris3_edit_error_set_change (GError *error, gint64 change);

G_END_DECLS
