/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-page-arguments.h"

#include "cli/ris3-boundaries-argument.h"
#include "report/ris3-saved-pages.h"

/* A picture for the screen, unless the page is said. */
#define SCREEN_PAGE "size=1600x1200 dpi=96"

Ris3PageOptions *
ris3_page_arguments_read_options (const Ris3Arguments *arguments, GError **error)
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
  if (ris3_arguments_has (arguments, RIS3_OPTION_NOTES))
    options->has_pins = TRUE;
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

static Ris3Geodata *
load (Ris3Atlas *atlas, guint nuts_version, Ris3OwnBoundaries **own, gpointer data, GError **error)
{
  return ris3_boundaries_argument_load (data, atlas, nuts_version, own, error);
}

Ris3MapMaker *
ris3_page_arguments_new_maker (const Ris3Arguments *arguments, Ris3Atlas *atlas, const Ris3PageOptions *options)
{
  g_return_val_if_fail (arguments != NULL, NULL);
  return ris3_map_maker_new (atlas, options, load, (gpointer) arguments);
}
