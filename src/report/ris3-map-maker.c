/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-map-maker.h"

#include "map/ris3-extent.h"
#include "map/ris3-view-result.h"
#include "model/ris3-atlas-state.h"
#include "report/ris3-page-inputs.h"

/* The boundaries of one NUTS version, or one's own. */
typedef struct
{
  Ris3Geodata *loaded;
  Ris3Geodata *projected;
  Ris3Placement *placement;
} Ground;

struct _Ris3MapMaker
{
  Ris3Atlas *atlas;
  Ris3MapMakerLoad load;
  gpointer load_data;
  const Ris3PageOptions *options;
  GHashTable *grounds;    /* of guint, the NUTS version, to Ground */
  Ris3OwnBoundaries *own; /* NULL: those of the program */
  Ris3Classification *classification;
  Ris3Classification *compared; /* NULL, as the next: there is one map */
  Ris3Comparison *comparison;
  GPtrArray *insets;
  GPtrArray *notes;
  char *state; /* of the atlas; NULL: not read yet */
};

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  g_clear_pointer (&ground->placement, ris3_placement_unref);
  g_clear_pointer (&ground->projected, ris3_geodata_unref);
  g_clear_pointer (&ground->loaded, ris3_geodata_unref);
  g_free (ground);
}

Ris3MapMaker *
ris3_map_maker_new (Ris3Atlas *atlas, const Ris3PageOptions *options, Ris3MapMakerLoad load, gpointer data)
{
  Ris3MapMaker *self;

  g_return_val_if_fail (RIS3_IS_ATLAS (atlas) && options != NULL && load != NULL, NULL);
  self = g_new0 (Ris3MapMaker, 1);
  self->atlas = g_object_ref (atlas);
  self->options = options;
  self->load = load;
  self->load_data = data;
  self->grounds = g_hash_table_new_full (NULL, NULL, NULL, ground_free);
  return self;
}

/* What the last page was made of. */
static void
clear_page (Ris3MapMaker *self)
{
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->compared, ris3_classification_unref);
  g_clear_pointer (&self->comparison, ris3_comparison_free);
  g_clear_pointer (&self->insets, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

void
ris3_map_maker_free (Ris3MapMaker *self)
{
  g_return_if_fail (self != NULL);
  clear_page (self);
  g_clear_pointer (&self->grounds, g_hash_table_unref);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  g_object_unref (self->atlas);
  g_free (self->state);
  g_free (self);
}

/* text: (nullable): what the window shows at first */
static gboolean
parse_extent (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error)
{
  if (text == NULL && ris3_extent_of_own (ris3_geodata_get_boundaries (geodata), extent))
    return TRUE;
  if (text == NULL)
    text = RIS3_EXTENT_EUROPE;
  return ris3_extent_from_text (text, geodata, extent, error);
}

/* The file says what it shows: so does the view that it keeps. (transfer full) */
static Ris3View *
keep_extent (Ris3View *view, const char *text, const Ris3Box *extent, Ris3Geodata *geodata)
{
  g_autofree char *degrees = NULL;
  Ris3View *shown;

  if (text == NULL || g_str_equal (text, RIS3_EXTENT_EUROPE))
    return ris3_view_with_extent (view, text, NULL);
  degrees = ris3_extent_to_text (extent, ris3_boundaries_get_plane (ris3_geodata_get_boundaries (geodata)));
  shown = ris3_view_with_extent (view, degrees, NULL);
  /* Around a pole, say, there are no degrees that tell it. */
  return shown != NULL ? shown : ris3_view_with_extent (view, NULL, NULL);
}

static Ground *
get_ground (Ris3MapMaker *self, Ris3View *view, GError **error)
{
  guint nuts_version = ris3_view_get_nuts_version (view);
  Ground *ground = g_hash_table_lookup (self->grounds, GUINT_TO_POINTER (nuts_version));
  const char *crs = self->options->crs != NULL ? self->options->crs : RIS3_MAP_PAGE_CRS;

  if (ground != NULL)
    return ground;
  ground = g_new0 (Ground, 1);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  ground->loaded = self->load (self->atlas, nuts_version, &self->own, self->load_data, error);
  ground->projected = ground->loaded != NULL ? ris3_map_page_project (ground->loaded, crs, error) : NULL;
  if (ground->projected == NULL)
    {
      ground_free (ground);
      return NULL;
    }
  ground->placement = ris3_placement_new_of_atlas (ground->projected, self->atlas);
  g_hash_table_insert (self->grounds, GUINT_TO_POINTER (nuts_version), ground);
  return ground;
}

Ris3Placement *
ris3_map_maker_get_placement (Ris3MapMaker *self, Ris3View *view, GError **error)
{
  Ground *ground;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);
  ground = get_ground (self, view, error);
  return ground != NULL ? ground->placement : NULL;
}

/* The map that a view is compared with; nothing if there is none, or it is not wanted. */
static gboolean
make_compared (Ris3MapMaker *self, Ris3View *view, Ris3Placement *placement, Ris3MapPage *page, GError **error)
{
  g_autoptr (Ris3View) compared = self->options->has_second_map ? ris3_view_get_compared (view) : NULL;
  g_autoptr (Ris3FilterResult) result = NULL;

  if (compared == NULL)
    return TRUE;
  if (!ris3_view_result_filter (self->atlas, compared, ris3_view_get_period (compared), placement, &result, error))
    return FALSE;
  page->compared = self->compared = ris3_classification_new_second (self->classification, compared, result);
  page->comparison = self->comparison = ris3_comparison_new (self->classification, self->compared);
  return TRUE;
}

gboolean
ris3_map_maker_make (Ris3MapMaker *self, Ris3View *view, const char *extent, Ris3MapPage *page, GError **error)
{
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (Ris3View) shown = NULL;
  Ground *ground;

  g_return_val_if_fail (self != NULL && view != NULL && page != NULL, FALSE);
  *page = (Ris3MapPage){ 0 };
  clear_page (self);
  if (!ris3_map_page_set_options (page, self->options, error))
    return FALSE;
  ground = get_ground (self, view, error);
  if (ground == NULL || !parse_extent (extent, ground->projected, &page->extent, error)
      || !ris3_view_result_check_level (view, ris3_geodata_get_boundaries (ground->projected), error)
      || !ris3_map_page_add_insets (page, ground->projected, ground->loaded, error))
    return FALSE;
  self->insets = page->insets;
  if (!ris3_view_result_filter (self->atlas, view, ris3_view_get_period (view), ground->placement, &result, error))
    return FALSE;
  shown = keep_extent (view, extent, &page->extent, ground->projected);
  page->classification = self->classification = ris3_classification_new_filtered (ground->placement, shown, result);
  ris3_map_page_add_notes (page, ris3_atlas_get_notes (self->atlas));
  self->notes = page->notes;
  if (!make_compared (self, shown, ground->placement, page, error))
    return FALSE;
  if (self->state == NULL)
    self->state = ris3_atlas_state_read (ris3_atlas_get_path (self->atlas), NULL);
  page->state = self->state;
  page->source = ris3_atlas_get_title (self->atlas);
  page->data_date = ris3_atlas_get_data_date (self->atlas);
  return TRUE;
}

guint
ris3_map_maker_list_inputs (Ris3MapMaker *self, Ris3FileId *files)
{
  g_return_val_if_fail (self != NULL && files != NULL, 0);
  return ris3_page_inputs_list (ris3_atlas_get_path (self->atlas), self->own, files);
}

Ris3Atlas *
ris3_map_maker_get_atlas (Ris3MapMaker *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->atlas;
}
