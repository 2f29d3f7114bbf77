/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a page says to a reader who cannot see it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/ris3-map-page-private.h"

/* "Explicit PM priority 32, Health priority without it 102, …" (transfer full) */
static char *
list_classes (const Ris3MapPage *page)
{
  Ris3Classification *classification = page->classification;
  Ris3ClassScheme *scheme = ris3_classification_get_scheme (classification);
  GString *text = g_string_new (NULL);

  for (guint klass = 0; klass < ris3_class_scheme_get_n_classes (scheme); klass++)
    if (ris3_classification_lists_class (classification, klass))
      /* Translators: a class of the map, and how many areas are of it. */
      g_string_append_printf (
          text, C_ ("class with count", "%s%s %'u"), text->len > 0 ? ", " : "",
          ris3_page_options_get_class_title (page->options, klass, ris3_class_scheme_get_title (scheme, klass)),
          ris3_classification_count_matching (classification, klass));
  return g_string_free (text, FALSE);
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
  title = _ris3_map_page_get_title (page);
  subtitle = _ris3_map_page_get_subtitle (page);
  figure = _ris3_map_page_get_figure (page);
  headline = _ris3_map_page_get_headline (page);
  classes = list_classes (page);
  return g_strdup_printf (
      /* Translators: the text for readers who cannot see the map. “Personalised medicine in RIS3”, “Strategy territory
       * · NUTS 2016 …”, then the sentence “32 of 170 …” in two parts, then the classes with their counts. */
      _ ("Map: %s (%s): %s %s; areas by class: %s."), title, subtitle, figure, headline, classes);
}
