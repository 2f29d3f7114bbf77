/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ris3-import-plan.h"

static const char *const names[RIS3_N_IDENTITIES] = {
  [RIS3_IDENTITY_USUAL] = "usual",
  [RIS3_IDENTITY_KEY] = "identifier",
  [RIS3_IDENTITY_REGION_PERIOD] = "region-period",
  [RIS3_IDENTITY_REGION_PERIOD_TITLE] = "region-period-title",
};

const char *
ris3_import_identity_get_name (Ris3ImportIdentity identity)
{
  g_return_val_if_fail (identity < RIS3_N_IDENTITIES, NULL);
  return names[identity];
}

gboolean
ris3_import_identity_from_name (const char *name, Ris3ImportIdentity *identity)
{
  g_return_val_if_fail (name != NULL && identity != NULL, FALSE);
  for (guint i = 0; i < RIS3_N_IDENTITIES; i++)
    if (g_str_equal (names[i], name))
      {
        *identity = i;
        return TRUE;
      }
  return FALSE;
}
