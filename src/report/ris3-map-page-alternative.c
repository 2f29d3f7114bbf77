/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a page says to a reader who cannot see it, or not its colours, and its areas as a table. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/ris3-export.h"
#include "report/ris3-map-page-private.h"

/* "Explicit PM priority 32, Health priority without it 102, …" (transfer full) */
static char *
list_classes (const Ris3MapPage *page, guint map)
{
  Ris3Classification *classification = _ris3_map_page_get_map (page, map);
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  GString *text = g_string_new (NULL);

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (_ris3_map_page_lists_class (page, map, klass))
      /* Translators: a class of the map, and how many areas are of it. */
      g_string_append_printf (text, C_ ("class with count", "%s%s %'u"), text->len > 0 ? ", " : "",
                              _ris3_map_page_get_class_title (page, map, klass),
                              ris3_classification_count_matching (classification, klass));
  return g_string_free (text, FALSE);
}

/* "A · 2014–2020: 32 of 170 …; areas by class: …" (transfer full) */
static char *
describe_map (const Ris3MapPage *page, guint map)
{
  g_autofree char *heading = _ris3_map_page_get_heading (page, map);
  g_autofree char *finding = _ris3_map_page_get_finding (page, map);
  g_autofree char *classes = list_classes (page, map);

  /* Translators: what one of two maps shows, for readers who cannot see it: “A · 2014–2020”, the sentence “32 of 170
   * …”, then the classes with their counts. */
  return g_strdup_printf (_ ("%s: %s; areas by class: %s."), heading, finding, classes);
}

/* (transfer full) */
static char *
describe_pair (const Ris3MapPage *page)
{
  g_autofree char *title = _ris3_map_page_get_title (page);
  g_autofree char *subtitle = _ris3_map_page_get_subtitle (page);
  g_autofree char *first = describe_map (page, 0);
  g_autofree char *second = describe_map (page, 1);
  g_autofree char *differences = ris3_comparison_describe (page->comparison);

  return g_strdup_printf (
      /* Translators: the text for readers who cannot see the maps: title and subtitle, then what each map shows, each
       * in sentences of its own, and last what differs from A to B. */
      _ ("Two maps: %s (%s). %s %s From A to B: %s"), title, subtitle, first, second, differences);
}

char *
ris3_map_page_describe (const Ris3MapPage *page)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *classes = NULL;

  g_return_val_if_fail (page != NULL && page->classification != NULL, NULL);
  if (_ris3_map_page_get_n_maps (page) > 1)
    return describe_pair (page);
  title = _ris3_map_page_get_title (page);
  subtitle = _ris3_map_page_get_subtitle (page);
  figure = _ris3_map_page_get_figure (page);
  headline = _ris3_map_page_get_headline (page);
  classes = list_classes (page, 0);
  return g_strdup_printf (
      /* Translators: the text for readers who cannot see the map. “Personalised medicine in RIS3”, “Strategy territory
       * · NUTS 2016 …”, then the sentence “32 of 170 …” in two parts, then the classes with their counts. */
      _ ("Map: %s (%s): %s %s; areas by class: %s."), title, subtitle, figure, headline, classes);
}

char *
ris3_map_page_warn_of_grey (const Ris3MapPage *page)
{
  guint n_pairs;

  g_return_val_if_fail (page != NULL && page->classification != NULL, NULL);
  n_pairs = ris3_classification_count_alike_in_grey (page->classification);
  if (!_ris3_map_page_shares_legend (page))
    n_pairs += ris3_classification_count_alike_in_grey (page->compared);
  if (n_pairs == 0)
    return NULL;
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Printed without colours, %u pair of classes cannot be told apart. Choose another palette if the "
                   "report is copied in grey.",
                   "Printed without colours, %u pairs of classes cannot be told apart. Choose another palette if the "
                   "report is copied in grey.",
                   n_pairs),
      n_pairs);
}

char *
ris3_map_page_dup_table_path (const char *path, const char *suffix)
{
  const char *dot;

  g_return_val_if_fail (path != NULL, NULL);
  dot = strrchr (path, '.');
  return suffix != NULL && dot != NULL ? g_strdup_printf ("%.*s.%s", (int) (dot - path), path, suffix) : NULL;
}

gboolean
ris3_map_page_write_table (const Ris3MapPage *page,
                           const char *path,
                           const Ris3FileId *inputs,
                           guint n_inputs,
                           GError **error)
{
  Ris3ExportFormat format;
  g_autoptr (Ris3Export) export = NULL;
  g_autofree char *filter = NULL;
  Ris3ExportBase base = { 0 };

  g_return_val_if_fail (page != NULL && page->classification != NULL && path != NULL, FALSE);
  if (!ris3_export_format_from_path (path, &format) || ris3_export_format_has_shapes (format))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _ ("“%s” is not the name of a table. Choose a name that ends in “.csv”, “.xlsx” or “.ods”."), shown);
      return FALSE;
    }
  if (ris3_classification_get_result (page->classification) != NULL)
    filter
        = ris3_filter_to_text (ris3_filter_result_get_filter (ris3_classification_get_result (page->classification)));
  base.title = page->source;
  base.data_date = page->data_date;
  base.filter = filter;
  export = page->compared != NULL
               ? ris3_export_new_compared (page->classification, page->compared, page->comparison, &base)
               : ris3_export_new_regions (page->classification, &base, NULL, error);
  return export != NULL && ris3_export_write (export, format, path, FALSE, inputs, n_inputs, NULL, NULL, error);
}
