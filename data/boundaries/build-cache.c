/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "geo/ris3-cache-private.h"
#include "model/ris3-output-file.h"

/* Makes the cache of a boundaries GeoPackage, when the program is built: README.md says what it is for. */

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) cache = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: %s GEOPACKAGE CACHE\n", argv[0]);
      return 2;
    }
  cache = ris3_cache_make (argv[1], &error);
  if (cache == NULL
      || !ris3_output_file_write_all (argv[2], RIS3_OUTPUT_DEFAULT, g_bytes_get_data (cache, NULL),
                                      g_bytes_get_size (cache), &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
