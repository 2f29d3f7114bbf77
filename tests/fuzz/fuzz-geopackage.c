/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The file of boundaries: an input is what to change in a small good one, bytes at offsets; one that begins with "="
 * is a whole file. What is let through is read by GDAL.
 */

#include "config.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "geo/ris3-gdal-loaders-private.h"
#include "geo/ris3-geopackage-private.h"

#define PACKAGE "a.gpkg"

static char *good;
static gsize good_size;

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ris3-fuzz-XXXXXX", &error);

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (SMALL_PACKAGE, &good, &good_size, &error));
  g_assert_true (chdir (folder) == 0);
  return 0;
}

/* The file that an input describes: records of an offset (3 bytes), a length (1) and bytes. (transfer full) */
static GByteArray *
make_file (const uint8_t *data, size_t size)
{
  GByteArray *file = g_byte_array_new ();

  if (size > 0 && data[0] == '=')
    return g_byte_array_append (file, data + 1, (guint) size - 1);
  g_byte_array_append (file, (const guint8 *) good, (guint) good_size);
  while (size >= 4)
    {
      gsize offset = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % good_size;
      gsize length = MIN (MIN (data[3], size - 4), good_size - offset);

      memcpy (file->data + offset, data + 4, length);
      data += 4 + length;
      size -= 4 + length;
    }
  return file;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) file = make_file (data, size);
  g_autoptr (Ris3Boundaries) boundaries = NULL;
  g_autoptr (Ris3Shapes) land = NULL;
  g_autoptr (Ris3Lineage) lineage = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  if (!ris3_geopackage_check (file->data, file->len, &problem))
    {
      g_assert_true (problem != NULL && g_utf8_validate (problem, -1, NULL));
      return 0;
    }
  g_assert_true (g_file_set_contents (PACKAGE, (const char *) file->data, file->len, NULL));
  boundaries = ris3_gdal_load_boundaries (PACKAGE, 2016, 0, NULL, &error);
  g_assert_true ((boundaries == NULL) == (error != NULL));
  for (guint i = 0; boundaries != NULL && i < ris3_boundaries_get_n_regions (boundaries); i++)
    g_assert_true (ris3_boundaries_get_region (boundaries, i)->n_leaves > 0);
  land = ris3_gdal_load_land (PACKAGE, NULL, NULL);
  for (guint i = 0; land != NULL && i < land->n_shapes; i++)
    g_assert_true (land->shape_rings[i] < land->shape_rings[i + 1]);
  lineage = ris3_gdal_load_lineage (PACKAGE, 2013, 2016, NULL, NULL);
  return 0;
}
