/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-boundaries-argument.h"

#include "geo/ris3-boundary-source.h"
#include "geo/ris3-nuts-version.h"

/* NULL: those of the program. */
static gboolean
find_own (const Ris3Arguments *arguments, Ris3Atlas *atlas, Ris3OwnBoundaries **own, GError **error)
{
  const char *path = ris3_arguments_get (arguments, RIS3_OPTION_BOUNDARIES);
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autoptr (Ris3OwnBoundaries) remembered = ris3_own_boundaries_of_atlas (atlas);
  g_autoptr (Ris3BoundarySource) source = NULL;
  g_autoptr (GError) reason = NULL;

  *own = NULL;
  if (path == NULL && (remembered == NULL || ris3_arguments_has (arguments, RIS3_OPTION_NUTS)))
    return TRUE;
  if (remembered != NULL && (path == NULL || g_str_equal (absolute, remembered->path)))
    {
      if (ris3_own_boundaries_check (remembered, NULL, &reason))
        *own = g_steal_pointer (&remembered);
      else if (path == NULL)
        g_printerr ("ris3: %s\n", reason->message);
      if (*own != NULL || path == NULL)
        return TRUE;
    }
  source = ris3_boundary_source_look (path, NULL, error);
  if (source != NULL)
    *own = ris3_own_boundaries_new (path, ris3_boundary_mapping_guess (source), RIS3_DEFAULT_NUTS_VERSION, NULL, error);
  return *own != NULL;
}

Ris3Geodata *
ris3_boundaries_argument_load (const Ris3Arguments *arguments,
                               Ris3Atlas *atlas,
                               guint nuts_version,
                               Ris3OwnBoundaries **own,
                               GError **error)
{
  if (!find_own (arguments, atlas, own, error))
    return NULL;
  return *own != NULL ? ris3_geodata_load_own (*own, NULL, NULL, NULL, error)
                      : ris3_geodata_load (nuts_version, NULL, error);
}
