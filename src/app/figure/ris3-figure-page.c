/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "app/figure/ris3-figure-page.h"

#include "model/ris3-atlas-state.h"
#include "report/ris3-page-inputs.h"

struct _Ris3FigurePage
{
  gatomicrefcount ref_count;
  Ris3MapPage page;
  Ris3PageOptions *options;
  char *source;
  char *data_date;
  char *atlas_path;
  Ris3OwnBoundaries *own; /* NULL: none that are remembered */
};

Ris3FigurePage *
ris3_figure_page_new (Ris3Classification *classification,
                      Ris3Classification *compared,
                      GPtrArray *insets,
                      const Ris3Box *extent,
                      const Ris3PageOptions *options,
                      Ris3Atlas *atlas,
                      GError **error)
{
  g_autoptr (Ris3FigurePage) self = NULL;

  g_return_val_if_fail (classification != NULL && extent != NULL && options != NULL && RIS3_IS_ATLAS (atlas), NULL);
  self = g_new0 (Ris3FigurePage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->options = ris3_page_options_copy (options);
  self->source = g_strdup (ris3_atlas_get_title (atlas));
  self->data_date = g_strdup (ris3_atlas_get_data_date (atlas));
  self->atlas_path = g_strdup (ris3_atlas_get_path (atlas));
  self->own = ris3_own_boundaries_of_atlas (atlas);
  self->page = (Ris3MapPage){ .classification = ris3_classification_ref (classification),
                              .compared = compared != NULL ? ris3_classification_ref (compared) : NULL,
                              .comparison = compared != NULL ? ris3_comparison_new (classification, compared) : NULL,
                              .insets = insets != NULL ? g_ptr_array_ref (insets) : NULL,
                              .source = self->source,
                              .data_date = self->data_date,
                              .extent = *extent };
  if (!ris3_map_page_set_options (&self->page, self->options, error))
    return NULL;
  ris3_map_page_add_notes (&self->page, ris3_atlas_get_notes (atlas));
  return g_steal_pointer (&self);
}

Ris3FigurePage *
ris3_figure_page_ref (Ris3FigurePage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ris3_figure_page_unref (Ris3FigurePage *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  ris3_classification_unref (self->page.classification);
  g_clear_pointer (&self->page.compared, ris3_classification_unref);
  g_clear_pointer (&self->page.comparison, ris3_comparison_free);
  g_clear_pointer (&self->page.insets, g_ptr_array_unref);
  g_clear_pointer (&self->page.notes, g_ptr_array_unref);
  ris3_page_options_free (self->options);
  g_free (self->source);
  g_free (self->data_date);
  g_free (self->atlas_path);
  g_clear_pointer (&self->own, ris3_own_boundaries_free);
  g_free (self);
}

const Ris3MapPage *
ris3_figure_page_get_map_page (Ris3FigurePage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->page;
}

GdkTexture *
ris3_figure_page_draw (Ris3FigurePage *self, double scale, int x, int y, int width, int height)
{
  GdkTexture *texture = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && scale > 0 && width > 0 && height > 0, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_translate (cr, -x, -y);
  cairo_scale (cr, scale, scale);
  ris3_map_page_draw (&self->page, cr);
  cairo_surface_flush (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      gsize stride = (gsize) cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes
          = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                        (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

      texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

gboolean
ris3_figure_page_write (Ris3FigurePage *self,
                        Ris3PageFormat format,
                        const char *path,
                        Ris3MapPageProgress progress,
                        gpointer data,
                        GError **error)
{
  g_autofree char *state = NULL;
  Ris3MapPage page;
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  guint n_inputs;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  n_inputs = ris3_page_inputs_list (self->atlas_path, self->own, inputs);
  /* Without it, the figure says less, but it is the figure that was asked for. */
  state = ris3_atlas_state_read (self->atlas_path, NULL);
  page = self->page;
  page.state = state;
  return ris3_map_page_write (&page, format, path, inputs, n_inputs, progress, data, error);
}

gboolean
ris3_figure_page_write_table (Ris3FigurePage *self, const char *path, GError **error)
{
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  return ris3_map_page_write_table (&self->page, path, inputs,
                                    ris3_page_inputs_list (self->atlas_path, self->own, inputs), error);
}
