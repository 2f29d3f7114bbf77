/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-map-maker.h"

#include "cli/ris3-boundaries-argument.h"
#include "cli/ris3-view-options.h"
#include "map/ris3-extent.h"
#include "model/ris3-atlas-state.h"
#include "model/ris3-data-dir.h"
#include "report/ris3-saved-pages.h"

/* The boundaries of one NUTS version, or one's own. */
typedef struct
{
  Ris3Geodata *loaded;
  Ris3Geodata *projected;
  Ris3Placement *placement;
} Ground;

struct _Ris3MapMaker
{
  const Ris3Arguments *arguments;
  Ris3Atlas *atlas;
  const Ris3PageOptions *options;
  GHashTable *grounds;    /* of guint, the NUTS version, to Ground */
  Ris3OwnBoundaries *own; /* NULL: those of the program */
  Ris3Classification *classification;
  GPtrArray *insets;
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
ris3_map_maker_new (const Ris3Arguments *arguments, Ris3Atlas *atlas, const Ris3PageOptions *options)
{
  Ris3MapMaker *self;

  g_return_val_if_fail (arguments != NULL && RIS3_IS_ATLAS (atlas) && options != NULL, NULL);
  self = g_new0 (Ris3MapMaker, 1);
  self->arguments = arguments;
  self->atlas = g_object_ref (atlas);
  self->options = options;
  self->grounds = g_hash_table_new_full (NULL, NULL, NULL, ground_free);
  return self;
}

void
ris3_map_maker_free (Ris3MapMaker *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->insets, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, g_hash_table_unref);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  g_object_unref (self->atlas);
  g_free (self->state);
  g_free (self);
}

/* A picture for the screen, unless the page is said. */
#define SCREEN_PAGE "size=1600x1200 dpi=96"

Ris3PageOptions *
ris3_map_maker_read_options (const Ris3Arguments *arguments, GError **error)
{
  const char *text = ris3_arguments_get (arguments, RIS3_OPTION_PAGE);
  const char *size = ris3_arguments_get (arguments, RIS3_OPTION_SIZE);
  const char *crs = ris3_arguments_get (arguments, RIS3_OPTION_CRS);
  g_autoptr (Ris3PageOptions) options = ris3_saved_pages_ask (text != NULL ? text : SCREEN_PAGE, error);
  guint width, height;

  if (options == NULL)
    {
      g_prefix_error (error, "--page: ");
      return NULL;
    }
  if (crs != NULL)
    ris3_page_options_set (&options->crs, crs);
  if (size != NULL && !ris3_page_options_set_size (options, size, error))
    {
      g_prefix_error (error, "--size: ");
      return NULL;
    }
  /* Paper is read more closely than a screen. */
  if (size != NULL && text == NULL && options->pixel_width == 0)
    options->dpi = 0;
  return ris3_page_options_get_pixels (options, &width, &height, error) ? g_steal_pointer (&options) : NULL;
}

/* text: (nullable): what the window shows at first */
static gboolean
parse_extent (const char *text, Ris3Geodata *geodata, Ris3Box *extent, GError **error)
{
  if (text == NULL && ris3_extent_of_own (ris3_geodata_get_boundaries (geodata), extent))
    return TRUE;
  if (text == NULL)
    text = RIS3_EXTENT_EUROPE;
  if (ris3_extent_from_text (text, geodata, extent, error))
    return TRUE;
  g_prefix_error (error, "--extent %s: ", text);
  return FALSE;
}

static Ris3Geodata *
project (Ris3Geodata *loaded, const char *crs, GError **error)
{
  Ris3Geodata *projected = ris3_map_page_project (loaded, crs, error);

  if (projected == NULL)
    g_prefix_error (error, "--crs: ");
  return projected;
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
  ground->loaded = ris3_boundaries_argument_load (self->arguments, self->atlas, nuts_version, &self->own, error);
  ground->projected = ground->loaded != NULL ? project (ground->loaded, crs, error) : NULL;
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

gboolean
ris3_map_maker_make (Ris3MapMaker *self, Ris3View *view, const char *extent, Ris3MapPage *page, GError **error)
{
  g_autoptr (Ris3FilterResult) result = NULL;
  Ground *ground;

  g_return_val_if_fail (self != NULL && view != NULL && page != NULL, FALSE);
  *page = (Ris3MapPage){ 0 };
  g_clear_pointer (&self->classification, ris3_classification_unref);
  g_clear_pointer (&self->insets, g_ptr_array_unref);
  if (!ris3_map_page_set_options (page, self->options, error))
    return FALSE;
  ground = get_ground (self, view, error);
  if (ground == NULL || !parse_extent (extent, ground->projected, &page->extent, error)
      || !ris3_view_options_check_level (view, ris3_geodata_get_boundaries (ground->projected), error)
      || !ris3_map_page_add_insets (page, ground->projected, ground->loaded, error))
    return FALSE;
  self->insets = page->insets;
  if (!ris3_view_options_filter (self->atlas, view, ris3_view_get_period (view), ground->placement, &result, error))
    return FALSE;
  page->classification = self->classification = ris3_classification_new_filtered (ground->placement, view, result);
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
  g_autofree char *boundaries = ris3_data_find ("boundaries.gpkg");
  guint n = 0;

  g_return_val_if_fail (self != NULL && files != NULL, 0);
  if (ris3_file_id_get (ris3_atlas_get_path (self->atlas), &files[n]))
    n++;
  if (boundaries != NULL && ris3_file_id_get (boundaries, &files[n]))
    n++;
  if (self->own != NULL && ris3_file_id_get (self->own->path, &files[n]))
    n++;
  return n;
}
