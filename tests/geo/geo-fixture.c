/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "geo-fixture.h"

static const char *path = NULL;

Ris3Boundaries *
fixture_boundaries (guint nuts_version, const FixtureRegion *fixtures, guint n_regions, GError **error)
{
  GStringChunk *strings = g_string_chunk_new (1024);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (Ris3Region));
  Ris3ShapesBuilder *builder = ris3_shapes_builder_new ();
  gint last[4] = { -1, -1, -1, -1 };

  for (guint i = 0; i < n_regions; i++)
    {
      const FixtureRegion *fixture = &fixtures[i];
      guint level = strlen (fixture->code) - 2;
      Ris3Region region = { .level = level };

      region.code = g_string_chunk_insert (strings, fixture->code);
      region.name = region.name_latin = g_string_chunk_insert (strings, fixture->name);
      region.country = g_string_chunk_insert_len (strings, fixture->code, 2);
      region.parent = level > 0 ? last[level - 1] : -1;
      last[level] = (gint) i;
      g_array_append_val (regions, region);

      if (level == 3)
        {
          double x0 = ris3_mercator_x (fixture->x0), x1 = ris3_mercator_x (fixture->x1);
          double y0 = ris3_mercator_y (fixture->y0), y1 = ris3_mercator_y (fixture->y1);
          Ris3Point ring[] = { { x0, y0 }, { x1, y0 }, { x1, y1 }, { x0, y1 } };

          ris3_shapes_builder_begin_shape (builder);
          ris3_shapes_builder_add_ring (builder, ring, G_N_ELEMENTS (ring));
        }
    }

  return ris3_boundaries_new (nuts_version, 3, ris3_strings_free_to_bytes (strings), regions,
                              ris3_shapes_builder_end (builder), error);
}

const char *
fixture_path (void)
{
  return path;
}

void
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (*argc < 2)
    g_error ("The path of the boundaries is missing");
  path = (*argv)[1];
}
