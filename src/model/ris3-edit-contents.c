/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The contents of an attachment. */

#include "config.h"

#include "model/ris3-edit-perform-private.h"

#include <glib/gi18n-lib.h>

#include "model/ris3-edit-error.h"

static gboolean
is_linked (const Ris3EditStep *step)
{
  GVariant *url = NULL;

  return ris3_edit_step_get (step, "url", &url) && url != NULL && g_variant_is_of_type (url, G_VARIANT_TYPE_STRING)
         && *g_variant_get_string (url, NULL) != '\0';
}

static gboolean
has_contents (Ris3Performance *self, const char *digest, gboolean *has, GError **error)
{
  g_autoptr (Ris3Statement) statement
      = ris3_connection_borrow (self->connection, "SELECT 1 FROM attachment_data WHERE digest = ?", error);

  if (statement == NULL)
    return FALSE;
  ris3_statement_bind (statement, "s", digest);
  return ris3_connection_step (self->connection, statement, has, error);
}

gboolean
ris3_edit_write_contents (Ris3Performance *self, const Ris3EditStep *step, GError **error)
{
  g_autoptr (Ris3Statement) insert = NULL;
  GVariant *digest = NULL;
  gboolean has = FALSE;

  if (is_linked (step))
    return TRUE;
  /* Without one, the schema has refused it. */
  if (!ris3_edit_step_get (step, "digest", &digest) || digest == NULL
      || !has_contents (self, g_variant_get_string (digest, NULL), &has, error))
    return FALSE;
  if (has)
    return TRUE;
  if (step->contents == NULL)
    return ris3_edit_error_set (error, RIS3_EDIT_ERROR_INVALID, "digest",
                                _ ("The atlas has no contents with this digest. Attach the file itself, or say where "
                                   "it is."));
  insert = ris3_connection_borrow (self->connection, "INSERT INTO attachment_data (digest, contents) VALUES (?, ?)",
                                   error);
  if (insert == NULL)
    return FALSE;
  ris3_statement_bind (insert, "s", g_variant_get_string (digest, NULL));
  sqlite3_bind_blob64 (insert, 2, g_bytes_get_data (step->contents, NULL), g_bytes_get_size (step->contents),
                       SQLITE_STATIC);
  return ris3_connection_run (self->connection, insert, error);
}
