/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-atlas.h"

#include <string.h>

/* clang-format takes the hyphens for minus signs. */
/* clang-format off */
G_DEFINE_QUARK (ris3-atlas-error-quark, ris3_atlas_error)
/* clang-format on */

char *
ris3_atlas_error_get_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);
  return g_strndup (error->message, strcspn (error->message, "\n"));
}

const char *
ris3_atlas_error_get_details (const GError *error)
{
  const char *end;

  g_return_val_if_fail (error != NULL, NULL);
  end = strchr (error->message, '\n');
  return end != NULL ? end + 1 : NULL;
}
