/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas-state.h"

#include <stdlib.h>
#include <string.h>

#include "model/ris3-facts.h"

#define CHANGES " changes="
#define BUFFER 65536

/* (transfer full) */
static char *
digest_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BUFFER);
  gssize length = 1;

  while (stream != NULL && length > 0)
    {
      length = g_input_stream_read (G_INPUT_STREAM (stream), buffer, BUFFER, NULL, error);
      if (length > 0)
        g_checksum_update (checksum, buffer, length);
    }
  return stream != NULL && length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

char *
ris3_atlas_state_read (const char *path, GError **error)
{
  g_autoptr (Ris3Facts) facts = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  facts = ris3_facts_read (path, NULL, error);
  digest = facts != NULL ? digest_file (path, error) : NULL;
  return digest != NULL ? g_strdup_printf ("sha256=%s" CHANGES "%u", digest, facts->n_changes) : NULL;
}

guint
ris3_atlas_state_get_changes (const char *state)
{
  const char *found;

  g_return_val_if_fail (state != NULL, 0);
  found = strstr (state, CHANGES);
  return found != NULL ? (guint) strtoul (found + strlen (CHANGES), NULL, 10) : 0;
}

gboolean
ris3_atlas_state_is_same (const char *former, const char *now, guint *n_changes)
{
  guint before, after;

  g_return_val_if_fail (former != NULL && now != NULL && n_changes != NULL, FALSE);
  before = ris3_atlas_state_get_changes (former);
  after = ris3_atlas_state_get_changes (now);
  *n_changes = after > before ? after - before : 0;
  return g_str_equal (former, now);
}
