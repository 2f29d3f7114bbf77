/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report/ris3-batch.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "map/ris3-view-result.h"
#include "report/ris3-batch-private.h"
#include "report/ris3-region-sheet.h"

/* A file, and what it is of. */
typedef struct
{
  Ris3BatchFile file; /* first */
  Ris3View *view;
  char *extent;  /* NULL: what the window shows at first */
  char *country; /* its name, which stands in the title; NULL: it is of none */
  guint region;  /* of a fact sheet */
  GError *error; /* it cannot be written; NULL: nothing is known yet */
} Item;

struct _Ris3Batch
{
  Ris3MapMaker *maker;
  Ris3PageOptions *options;
  char *title; /* that was asked for; NULL: none */
  Ris3BatchPattern *pattern;
  Ris3PageFormat format;
  char *folder;          /* NULL: names are as they are */
  GPtrArray *items;      /* of Item */
  Ris3SheetMaker *sheet; /* NULL: of maps */
  char *table;           /* the ending of the tables; NULL: none are written */
  gboolean keeps_tables;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  for (guint i = 0; i < RIS3_N_BATCH_WORDS; i++)
    g_free (item->file.values[i]);
  g_free (item->file.path);
  g_clear_pointer (&item->view, ris3_view_unref);
  g_free (item->extent);
  g_free (item->country);
  g_clear_error (&item->error);
  g_free (item);
}

/* Takes the item, whose values are set but for the number. */
static void
add_item (Ris3Batch *self, Item *item)
{
  g_autofree char *name = NULL;

  item->file.values[RIS3_BATCH_NUMBER] = g_strdup_printf ("%u", self->items->len + 1);
  name = ris3_batch_pattern_make_name (self->pattern, (const char *const *) item->file.values);
  item->file.path = self->folder != NULL ? g_build_filename (self->folder, name, NULL) : g_steal_pointer (&name);
  g_ptr_array_add (self->items, item);
}

/* The same view, of one period, of one theme and of one country. (transfer full) */
static Ris3View *
narrow (Ris3View *view,
        const Ris3BatchChoice *period,
        const Ris3BatchChoice *theme,
        const Ris3BatchChoice *country,
        GError **error)
{
  g_autoptr (Ris3View) narrowed = period != NULL ? ris3_view_with_period (view, period->code) : ris3_view_ref (view);

  if (theme != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (theme->code, ":/", TRUE);
      g_autofree char *text = g_strdup_printf ("indicator=theme:%s", escaped);
      Ris3View *of_theme = ris3_view_from_text (text, narrowed, error);

      if (of_theme == NULL)
        return NULL;
      ris3_view_unref (narrowed);
      narrowed = of_theme;
    }
  if (country != NULL)
    {
      /* Of several countries that the filter names, this one. */
      g_autoptr (Ris3Filter) others = ris3_filter_without (ris3_view_get_filter (narrowed), RIS3_FACET_COUNTRY);
      g_autoptr (Ris3Filter) filter = ris3_filter_with (others, RIS3_FACET_COUNTRY, country->code, TRUE);
      Ris3View *of_country = ris3_view_with_filter (narrowed, filter);

      ris3_view_unref (narrowed);
      narrowed = of_country;
    }
  return g_steal_pointer (&narrowed);
}

/* The choices of each kind that the pattern names, or one of NULL. */
typedef struct
{
  GPtrArray *views;
  GPtrArray *periods;
  GPtrArray *themes;
  GPtrArray *countries;
} Choices;

static guint
count (GPtrArray *choices)
{
  return choices != NULL ? choices->len : 1;
}

static const Ris3BatchChoice *
get (GPtrArray *choices, guint position)
{
  return choices != NULL ? g_ptr_array_index (choices, position) : NULL;
}

static void
add_map (Ris3Batch *self,
         Ris3View *base,
         const char *extent,
         const Ris3BatchChoice *saved,
         const Ris3BatchChoice *period,
         const Ris3BatchChoice *theme,
         const Ris3BatchChoice *country)
{
  Item *item = g_new0 (Item, 1);
  char **values = item->file.values;

  item->view = narrow (base, period, theme, country, &item->error);
  item->extent = g_strdup (extent != NULL ? extent : country != NULL ? country->code : ris3_view_get_extent (base));
  values[RIS3_BATCH_VIEW] = saved != NULL ? g_strdup (saved->name) : NULL;
  values[RIS3_BATCH_PERIOD] = period != NULL ? g_strdup (period->code) : NULL;
  values[RIS3_BATCH_THEME] = theme != NULL ? g_strdup (theme->code) : NULL;
  values[RIS3_BATCH_THEME_NAME] = theme != NULL ? g_strdup (theme->name) : NULL;
  values[RIS3_BATCH_COUNTRY] = country != NULL ? g_strdup (country->code) : NULL;
  values[RIS3_BATCH_COUNTRY_NAME] = country != NULL ? g_strdup (country->name) : NULL;
  item->country = country != NULL ? g_strdup (country->name) : NULL;
  add_item (self, item);
}

/* A view that this program cannot read has a file, too: that it was not written is said. */
static void
add_wrong_view (Ris3Batch *self, const Ris3BatchChoice *saved, GError *error)
{
  Item *item = g_new0 (Item, 1);

  item->file.values[RIS3_BATCH_VIEW] = g_strdup (saved->name);
  item->error = error;
  g_prefix_error (&item->error, "“%s”: ", saved->name);
  add_item (self, item);
}

static void
add_maps (Ris3Batch *self, Ris3View *view, const char *extent, const Choices *choices)
{
  for (guint i = 0; i < count (choices->views); i++)
    {
      const Ris3BatchChoice *saved = get (choices->views, i);
      GError *error = NULL;
      g_autoptr (Ris3View) base
          = saved != NULL ? ris3_view_from_text (saved->code, NULL, &error) : ris3_view_ref (view);

      if (base == NULL)
        {
          add_wrong_view (self, saved, error);
          continue;
        }
      for (guint p = 0; p < count (choices->periods); p++)
        for (guint j = 0; j < count (choices->themes); j++)
          for (guint k = 0; k < count (choices->countries); k++)
            add_map (self, base, extent, saved, get (choices->periods, p), get (choices->themes, j),
                     get (choices->countries, k));
    }
}

static gboolean
list_maps (Ris3Batch *self, Ris3View *view, const char *extent, GError **error)
{
  Ris3Atlas *atlas = ris3_map_maker_get_atlas (self->maker);
  Ris3Placement *placement = ris3_map_maker_get_placement (self->maker, view, error);
  g_autoptr (GPtrArray) views
      = ris3_batch_pattern_is_of (self->pattern, RIS3_BATCH_VIEW) ? _ris3_batch_list_views (atlas) : NULL;
  g_autoptr (GPtrArray) periods
      = ris3_batch_pattern_is_of (self->pattern, RIS3_BATCH_PERIOD) ? _ris3_batch_list_periods (atlas) : NULL;
  g_autoptr (GPtrArray) themes
      = ris3_batch_pattern_is_of (self->pattern, RIS3_BATCH_THEME) ? _ris3_batch_list_themes (atlas) : NULL;
  g_autoptr (GPtrArray) countries = NULL;

  if (placement == NULL)
    return FALSE;
  if (views != NULL && views->len == 0)
    {
      g_set_error_literal (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                           _ ("The atlas has no saved view. Save one in the window, or leave out {view}."));
      return FALSE;
    }
  if (ris3_batch_pattern_is_of (self->pattern, RIS3_BATCH_COUNTRY))
    {
      countries = _ris3_batch_list_countries (atlas, placement, view, error);
      if (countries == NULL)
        return FALSE;
    }
  add_maps (self, view, extent,
            &(Choices){ .views = views, .periods = periods, .themes = themes, .countries = countries });
  return TRUE;
}

static gboolean
list_sheets (Ris3Batch *self, Ris3View *view, GError **error)
{
  Ris3Atlas *atlas = ris3_map_maker_get_atlas (self->maker);
  Ris3Placement *placement = ris3_map_maker_get_placement (self->maker, view, error);
  g_autoptr (Ris3Classification) classification = NULL;
  g_autoptr (Ris3Classification) filtered = NULL;
  g_autoptr (Ris3FilterResult) result = NULL;
  g_autoptr (GPtrArray) regions = NULL;
  Ris3Boundaries *boundaries;

  if (placement == NULL || !ris3_view_result_check_level (view, ris3_placement_get_boundaries (placement), error)
      || !ris3_view_result_filter (atlas, view, ris3_view_get_period (view), placement, &result, error))
    return FALSE;
  boundaries = ris3_placement_get_boundaries (placement);
  filtered = ris3_classification_new_filtered (placement, view, result);
  classification = ris3_classification_new (placement, view);
  self->sheet = ris3_sheet_maker_new (atlas, classification);
  regions = _ris3_batch_list_regions (filtered);
  for (guint i = 0; i < regions->len; i++)
    {
      const Ris3BatchChoice *region = g_ptr_array_index (regions, i);
      Item *item = g_new0 (Item, 1);

      item->region = region->region;
      item->file.values[RIS3_BATCH_COUNTRY]
          = g_strdup (ris3_boundaries_get_region (boundaries, region->region)->country);
      item->file.values[RIS3_BATCH_REGION] = g_strdup (region->code);
      item->file.values[RIS3_BATCH_REGION_NAME] = g_strdup (region->name);
      add_item (self, item);
    }
  return TRUE;
}

Ris3BatchPattern *
ris3_batch_read_pattern (const char *output, Ris3PageFormat *format, GError **error)
{
  g_autoptr (Ris3BatchPattern) pattern = NULL;
  gboolean has_regions, has_maps;
  const char *words = NULL;

  g_return_val_if_fail (output != NULL && format != NULL, NULL);
  pattern = ris3_batch_pattern_new (output, error);
  if (pattern == NULL)
    return NULL;
  has_regions = ris3_batch_pattern_is_of (pattern, RIS3_BATCH_REGION);
  has_maps = ris3_batch_pattern_is_of (pattern, RIS3_BATCH_THEME)
             || ris3_batch_pattern_is_of (pattern, RIS3_BATCH_PERIOD)
             || ris3_batch_pattern_is_of (pattern, RIS3_BATCH_VIEW);
  if (!has_regions && !has_maps && !ris3_batch_pattern_is_of (pattern, RIS3_BATCH_COUNTRY))
    words = _ ("A name for many files has {country}, {theme}, {period}, {view} or {region} in it, as in "
               "“{country}-{theme}.png”.");
  else if (!ris3_page_format_from_path (output, format))
    words = has_regions ? _ ("The sheets of regions are PDF documents: end the name in “.pdf”.")
                        : _ ("End the name in “.png”, “.svg” or “.pdf”.");
  else if (has_regions && *format != RIS3_PAGE_FORMAT_PDF)
    words = _ ("The sheets of regions are PDF documents: end the name in “.pdf”.");
  else if (has_regions && has_maps)
    words = _ ("{region} stands for the sheets of regions, which have no {theme}, no {period} and no {view}.");
  if (words != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, words);
  return words == NULL ? g_steal_pointer (&pattern) : NULL;
}

Ris3Batch *
ris3_batch_new (Ris3MapMaker *maker,
                Ris3PageOptions *options,
                Ris3View *view,
                Ris3BatchPattern *pattern,
                Ris3PageFormat format,
                const char *folder,
                const char *extent,
                GError **error)
{
  g_autoptr (Ris3Batch) self = NULL;
  gboolean is_listed;

  g_return_val_if_fail (maker != NULL && options != NULL && view != NULL && pattern != NULL, NULL);
  self = g_new0 (Ris3Batch, 1);
  self->maker = maker;
  self->options = options;
  self->title = g_strdup (options->title);
  self->pattern = pattern;
  self->format = format;
  self->folder = g_strdup (folder);
  self->items = g_ptr_array_new_with_free_func (item_free);
  is_listed = ris3_batch_pattern_is_of (pattern, RIS3_BATCH_REGION) ? list_sheets (self, view, error)
                                                                    : list_maps (self, view, extent, error);
  return is_listed ? g_steal_pointer (&self) : NULL;
}

void
ris3_batch_free (Ris3Batch *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->sheet, ris3_sheet_maker_free);
  g_ptr_array_unref (self->items);
  ris3_batch_pattern_free (self->pattern);
  g_free (self->folder);
  g_free (self->table);
  g_free (self->title);
  g_free (self);
}

guint
ris3_batch_get_n_files (Ris3Batch *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->items->len;
}

const Ris3BatchFile *
ris3_batch_get_file (Ris3Batch *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->items->len, NULL);
  return g_ptr_array_index (self->items, position);
}

void
ris3_batch_set_tables (Ris3Batch *self, const char *suffix, gboolean keeps)
{
  char *copy = g_strdup (suffix);

  g_return_if_fail (self != NULL);
  g_free (self->table);
  self->table = copy;
  self->keeps_tables = keeps;
}

char *
ris3_batch_dup_table (Ris3Batch *self, guint position)
{
  const Ris3BatchFile *file = ris3_batch_get_file (self, position);

  g_return_val_if_fail (file != NULL, NULL);
  return self->sheet == NULL ? ris3_map_page_dup_table_path (file->path, self->table) : NULL;
}

/* Folders of a name are made. FALSE with an error: one cannot be. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  int code;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("The folder “%s” cannot be made: %s."), shown,
               g_strerror (code));
  return FALSE;
}

/* What it is of stands in the title, where none was asked for. */
static void
set_title (Ris3Batch *self, const Ris3MapPage *page, const char *country)
{
  g_autofree char *shown = NULL;
  g_autofree char *title = NULL;

  if (self->title != NULL || country == NULL)
    return;
  shown = ris3_map_page_dup_own_title (page);
  title = g_strdup_printf ("%s · %s", country, shown);
  ris3_page_options_set (&self->options->title, title);
}

static gboolean
write_map (Ris3Batch *self,
           guint position,
           const Ris3MapPage *page,
           Ris3MapPageProgress progress,
           gpointer data,
           GError **error)
{
  const Ris3BatchFile *file = ris3_batch_get_file (self, position);
  g_autofree char *table = ris3_batch_dup_table (self, position);
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  guint n_inputs = ris3_map_maker_list_inputs (self->maker, inputs);

  if (!ris3_map_page_write (page, self->format, file->path, inputs, n_inputs, progress, data, error))
    return FALSE;
  if (table == NULL || (self->keeps_tables && g_file_test (table, G_FILE_TEST_EXISTS))
      || ris3_map_page_write_table (page, table, inputs, n_inputs, error))
    return TRUE;
  g_prefix_error_literal (error, _ ("The map was saved, but its table was not: "));
  return FALSE;
}

gboolean
ris3_batch_write (Ris3Batch *self,
                  guint position,
                  Ris3MapPageProgress progress,
                  gpointer data,
                  guint *n_pages,
                  GError **error)
{
  const Item *item;
  Ris3FileId inputs[RIS3_PAGE_MAX_INPUTS];
  Ris3MapPage page;

  g_return_val_if_fail (self != NULL && position < self->items->len && n_pages != NULL, FALSE);
  item = g_ptr_array_index (self->items, position);
  *n_pages = 0;
  if (item->error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (item->error);
      return FALSE;
    }
  if (self->sheet != NULL)
    return make_folder (item->file.path, error)
           && ris3_region_sheet_write (self->sheet, item->region, item->file.path, inputs,
                                       ris3_map_maker_list_inputs (self->maker, inputs), n_pages, error);
  if (!ris3_map_maker_make (self->maker, item->view, item->extent, &page, error)
      || !make_folder (item->file.path, error))
    return FALSE;
  set_title (self, &page, item->country);
  return write_map (self, position, &page, progress, data, error);
}
