/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/ris3-connection-private.h"
#include "model/ris3-editor.h"

G_BEGIN_DECLS

/* Runs a function in a read transaction of the editor's connection. It may run more than once. Errors as of
 * ris3_connection_read (); another file in the place of this one: RIS3_ATLAS_ERROR_OPEN. */
gboolean ris3_editor_read (Ris3Editor *self, Ris3TransactionFunc func, gpointer user_data, GError **error);

G_END_DECLS
