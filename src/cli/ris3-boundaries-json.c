/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-boundaries-told.h"
#include "cli/ris3-print.h"
#include "map/ris3-geodata.h"

static void
write_texts (Ris3Json *json, const char *name, const GPtrArray *texts)
{
  ris3_json_begin_array (json, name);
  for (guint i = 0; i < texts->len; i++)
    ris3_json_text (json, NULL, g_ptr_array_index (texts, i));
  ris3_json_end (json);
}

static void
write_column (Ris3Json *json, const Ris3BoundariesTold *told, const Ris3BoundaryColumn *column)
{
  Ris3BoundaryRole role = ris3_boundaries_told_find_role (told, column->name);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "name", column->name);
  ris3_json_text (json, "read_as", role < RIS3_N_BOUNDARY_ROLES ? ris3_boundary_role_get_id (role) : NULL);
  ris3_json_boolean (json, "unique", column->is_unique);
  ris3_json_begin_array (json, "samples");
  for (guint i = 0; column->samples[i] != NULL; i++)
    ris3_json_text (json, NULL, column->samples[i]);
  ris3_json_end (json);
  ris3_json_end (json);
}

static void
write_layers (Ris3Json *json, const Ris3BoundariesTold *told)
{
  ris3_json_begin_array (json, "layers");
  for (guint i = 0; i < told->source->layers->len; i++)
    {
      const Ris3BoundaryLayer *layer = g_ptr_array_index (told->source->layers, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "name", layer->name);
      ris3_json_number (json, "rows", layer->n_features);
      ris3_json_boolean (json, "has_areas", layer->has_areas);
      ris3_json_text (json, "crs", layer->crs);
      ris3_json_begin_array (json, "columns");
      for (guint j = 0; j < layer->columns->len; j++)
        write_column (json, told, g_ptr_array_index (layer->columns, j));
      ris3_json_end (json);
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

static void
write_notes (Ris3Json *json, const Ris3BoundaryReport *report)
{
  ris3_json_begin_array (json, "notes");
  for (guint i = 0; i < report->notes->len; i++)
    {
      const Ris3BoundaryNote *note = g_ptr_array_index (report->notes, i);

      ris3_json_begin_object (json, NULL);
      ris3_json_text (json, "kind", ris3_boundary_note_kind_get_id (note->kind));
      ris3_json_text (json, "code", note->code);
      ris3_json_text (json, "layer", note->layer);
      ris3_json_number (json, "row", note->row);
      ris3_json_end (json);
    }
  ris3_json_end (json);
}

void
ris3_boundaries_json (const Ris3BoundariesTold *told)
{
  g_autoptr (Ris3Json) json = ris3_json_new ();
  g_autofree char *path = g_filename_display_name (told->path);
  g_autofree char *mapping = ris3_boundary_mapping_to_text (told->mapping);

  ris3_json_begin_object (json, NULL);
  ris3_json_text (json, "file", path);
  ris3_json_text (json, "format", told->source->format);
  write_layers (json, told);
  ris3_json_text (json, "mapping", mapping);
  ris3_json_text (json, "crs_given", told->mapping->crs);
  ris3_json_text (json, "credit", ris3_geodata_describe_credit (told->boundaries));
  ris3_json_number (json, "rows", told->report->n_read);
  ris3_json_number (json, "areas", told->report->n_areas);
  ris3_json_number (json, "regions", ris3_boundaries_get_n_regions (told->boundaries));
  ris3_json_number (json, "regions_made", told->report->n_made);
  ris3_json_boolean (json, "swapped", told->report->is_swapped);
  write_notes (json, told->report);
  write_texts (json, "codes_of_strategies_without_area", told->match->missing);
  write_texts (json, "strategies_shown_on_other_codes", told->match->by_place);
  write_texts (json, "strategies_shown_nowhere", told->match->unplaced);
  write_texts (json, "codes_of_areas_unknown_to_nuts", told->match->unknown);
  ris3_json_boolean (json, "remembered", told->is_remembered);
  ris3_json_end (json);
  ris3_print_json (json);
}
