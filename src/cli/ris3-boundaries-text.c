/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-boundaries-told.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-print.h"
#include "map/ris3-geodata.h"

/* Of a list; all of them are in the JSON. */
#define MAX_TOLD 12

Ris3BoundaryRole
ris3_boundaries_told_find_role (const Ris3BoundariesTold *told, const char *column)
{
  guint role = 0;

  while (role < RIS3_N_BOUNDARY_ROLES && g_strcmp0 (told->mapping->columns[role], column) != 0)
    role++;
  return role;
}

static void
print_column (const Ris3BoundariesTold *told, const Ris3BoundaryColumn *column)
{
  Ris3BoundaryRole role = ris3_boundaries_told_find_role (told, column->name);
  g_autofree char *samples = g_strjoinv (" · ", column->samples);

  /* Translators: a column, what it is read as, and some of its values. */
  if (role < RIS3_N_BOUNDARY_ROLES)
    ris3_print (_ ("  %s, read as %s: %s"), column->name, ris3_boundary_role_get_id (role), samples);
  else
    ris3_print ("  %s: %s", column->name, samples);
  ris3_print ("\n");
}

static void
print_layer (const Ris3BoundariesTold *told, const Ris3BoundaryLayer *layer)
{
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", (gulong) layer->n_features),
                                           (guint) MIN (layer->n_features, G_MAXUINT));

  const char *level = told->mapping->levels != NULL ? g_hash_table_lookup (told->mapping->levels, layer->name) : NULL;

  /* Translators: a layer, how many rows it has, and its coordinate system. */
  ris3_print (_ ("Layer “%s”: %s, %s"), layer->name, rows,
              !layer->has_areas    ? _ ("no areas")
              : layer->crs != NULL ? layer->crs
                                   : _ ("no coordinate system"));
  ris3_print ("\n");
  if (level != NULL)
    {
      /* Translators: a column or a number that says the level of the areas of a layer. */
      ris3_print (_ ("  The level of its areas: %s"), level);
      ris3_print ("\n");
    }
  for (guint i = 0; i < layer->columns->len; i++)
    print_column (told, g_ptr_array_index (layer->columns, i));
}

static void
print_notes (const Ris3BoundaryReport *report, Ris3BoundaryNoteKind kind)
{
  guint n_told = 0;

  if (report->n_notes[kind] == 0)
    return;
  ris3_print ("%s: %u\n", ris3_boundary_note_kind_get_title (kind), report->n_notes[kind]);
  for (guint i = 0; i < report->notes->len && n_told < MAX_TOLD; i++)
    {
      const Ris3BoundaryNote *note = g_ptr_array_index (report->notes, i);
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, note->row);

      if (note->kind != kind)
        continue;
      n_told++;
      /* Translators: the code of an area, its row, and its layer. */
      ris3_print (_ ("  %s, row %s of “%s”"), *note->code != '\0' ? note->code : "–", row, note->layer);
      ris3_print ("\n");
    }
  if (report->n_notes[kind] > MAX_TOLD)
    ris3_print ("  …\n");
}

static void
print_codes (const char *title, const GPtrArray *codes)
{
  ris3_print ("%s: %u", title, codes->len);
  for (guint i = 0; i < MIN (codes->len, MAX_TOLD); i++)
    ris3_print ("%s%s", i == 0 ? "\n  " : ", ", (const char *) g_ptr_array_index (codes, i));
  ris3_print (codes->len > MAX_TOLD ? ", …\n" : "\n");
}

/* A coordinate system that is given counts above what the file says, which must not go unnoticed. */
static void
print_given_crs (const Ris3BoundariesTold *told)
{
  for (guint i = 0; told->mapping->crs != NULL && i < told->source->layers->len; i++)
    {
      const Ris3BoundaryLayer *layer = g_ptr_array_index (told->source->layers, i);

      if (!layer->has_areas || layer->crs == NULL)
        continue;
      /* Translators: a layer, its coordinate system, and another one that was given on the command line. */
      ris3_print (_ ("The layer “%s” says that it is in %s; it is read as %s, as --crs says."), layer->name, layer->crs,
                  told->mapping->crs);
      ris3_print ("\n");
    }
}

void
ris3_boundaries_text (const Ris3BoundariesTold *told)
{
  const Ris3BoundaryReport *report = told->report;
  g_autofree char *path = g_filename_display_name (told->path);

  ris3_print ("%s: %s\n\n", path, told->source->format);
  for (guint i = 0; i < told->source->layers->len; i++)
    print_layer (told, g_ptr_array_index (told->source->layers, i));
  print_given_crs (told);
  ris3_print ("%s\n\n", ris3_geodata_describe_credit (told->boundaries));
  ris3_print (ngettext ("%u area is drawn.", "%u areas are drawn.", report->n_areas), report->n_areas);
  ris3_print ("\n");
  if (report->n_made > 0)
    {
      ris3_print (ngettext ("%u wider area, which the file lacks, was made of them.",
                            "%u wider areas, which the file lacks, were made of them.", report->n_made),
                  report->n_made);
      ris3_print ("\n");
    }
  if (report->is_swapped)
    ris3_print ("%s\n",
                _ ("The areas do not lie in Europe, but would if latitude and longitude were exchanged. Check the "
                   "file, or its coordinate system."));
  for (guint kind = 0; kind < RIS3_N_BOUNDARY_NOTES; kind++)
    print_notes (report, kind);
  print_codes (_ ("Regions of strategies whose code no area has"), told->match->missing);
  print_codes (_ ("Regions of strategies that are shown on areas of other codes, by where these lie"),
               told->match->by_place);
  print_codes (_ ("Regions of strategies that are shown nowhere, as no area lies mostly in them"),
               told->match->unplaced);
  print_codes (_ ("Areas whose code no NUTS version has"), told->match->unknown);
  if (told->is_remembered)
    ris3_print ("%s\n", _ ("The atlas is shown with these boundaries from now on."));
}
