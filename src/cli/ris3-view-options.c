/* SPDX-FileCopyrightText: 2026 The RIS3 Atlas developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ris3-view-options.h"

#include <glib/gi18n-lib.h>

#include "cli/ris3-view-arguments.h"
#include "geo/ris3-nuts-version.h"
#include "map/ris3-class-term.h"
#include "map/ris3-region-term.h"
#include "map/ris3-view-result.h"

Ris3View *
ris3_view_options_get_view (const Ris3Arguments *arguments, Ris3View *base, GError **error)
{
  static const struct
  {
    const char *key;
    Ris3OptionId option;
  } words[] = {
    { "filter", RIS3_OPTION_FILTER },   { "indicator", RIS3_OPTION_INDICATOR }, { "with", RIS3_OPTION_WITH },
    { "against", RIS3_OPTION_AGAINST }, { "classes", RIS3_OPTION_CLASSES },     { "palette", RIS3_OPTION_PALETTE },
    { "period", RIS3_OPTION_PERIOD },   { "level", RIS3_OPTION_LEVEL },         { "nuts", RIS3_OPTION_NUTS },
  };
  const char *view = ris3_arguments_get (arguments, RIS3_OPTION_VIEW);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Ris3View) whole = ris3_view_from_text (view != NULL ? view : "", base, error);

  if (whole == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (ris3_arguments_has (arguments, words[i].option))
      {
        g_autofree char *escaped = g_uri_escape_string (ris3_arguments_get (arguments, words[i].option), NULL, TRUE);

        g_string_append_printf (text, " %s=%s", words[i].key, escaped);
      }
  return ris3_view_from_text (text->str, whole, error);
}

gboolean
ris3_view_options_name_period (const Ris3Arguments *arguments)
{
  g_autoptr (Ris3View) base = ris3_view_new ();
  g_autoptr (Ris3View) other_base = ris3_view_with_period (base, "?");
  g_autoptr (Ris3View) view = ris3_view_options_get_view (arguments, base, NULL);
  g_autoptr (Ris3View) other = ris3_view_options_get_view (arguments, other_base, NULL);

  if (ris3_arguments_has (arguments, RIS3_OPTION_SAVED_VIEW))
    return TRUE;
  return view != NULL && other != NULL && ris3_view_equal (view, other);
}

/* "“Oncology”, “Cross-border”". (transfer full) */
static char *
list_names (GListModel *views)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (Ris3SavedView) saved = g_list_model_get_item (views, i);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", ris3_saved_view_get_name (saved));
    }
  return g_string_free (names, FALSE);
}

/* (transfer full) */
static Ris3View *
find_saved (Ris3Atlas *atlas, const char *name, GError **error)
{
  Ris3SavedView *saved = ris3_atlas_lookup_saved_view (atlas, name);
  g_autofree char *names = NULL;

  if (saved != NULL)
    return ris3_view_from_text (ris3_saved_view_get_view (saved), NULL, error);
  names = list_names (ris3_atlas_get_saved_views (atlas));
  if (*names == '\0')
    g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
                 _ ("The atlas has no saved view “%s”, nor any other. Save one in the window, or use --view."), name);
  else
    g_set_error (error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE, _ ("The atlas has no saved view “%s”. It has: %s."),
                 name, names);
  return NULL;
}

static gboolean
refuse_period (const char *period, const char *const *periods, GError **error)
{
  g_autofree char *known = g_strjoinv (", ", (char **) periods);

  g_set_error (
      error, RIS3_VIEW_ERROR, RIS3_VIEW_ERROR_VALUE,
      _ ("No strategy of the atlas is of the period “%s”. It has: %s, or “latest” for the latest of each region."),
      period, known);
  return FALSE;
}

/* Whether the atlas has strategies of the periods that were asked for; those of a view may be of another atlas. */
static gboolean
check_periods (const Ris3Arguments *arguments, Ris3View *view, const char *const *periods, GError **error)
{
  const char *period = ris3_view_get_period (view);
  g_autoptr (Ris3View) compared = ris3_view_get_compared (view);
  const char *other = compared != NULL ? ris3_view_get_period (compared) : NULL;

  if (period != NULL && !g_strv_contains (periods, period) && ris3_view_options_name_period (arguments))
    return refuse_period (period, periods, error);
  if (other != NULL && g_strcmp0 (period, other) != 0 && !g_strv_contains (periods, other)
      && ris3_arguments_has (arguments, RIS3_OPTION_AGAINST))
    return refuse_period (other, periods, error);
  return TRUE;
}

Ris3View *
ris3_view_options_fit (const Ris3Arguments *arguments, Ris3View *base, Ris3Atlas *atlas, GError **error)
{
  const char *const *periods = ris3_atlas_get_periods (atlas);
  const char *name = ris3_arguments_get (arguments, RIS3_OPTION_SAVED_VIEW);
  g_autoptr (Ris3View) saved = name != NULL ? find_saved (atlas, name, error) : NULL;
  g_autoptr (Ris3View) view = name == NULL || saved != NULL
                                  ? ris3_view_options_get_view (arguments, saved != NULL ? saved : base, error)
                                  : NULL;

  if (view == NULL || !ris3_view_arguments_check (&view, atlas, error)
      || !check_periods (arguments, view, periods, error))
    return NULL;
  return ris3_view_fit (view, periods);
}

gboolean
ris3_view_options_filter (const Ris3Arguments *arguments, Ris3Atlas *atlas, Ris3FilterResult **result, GError **error)
{
  g_autoptr (Ris3View) view = ris3_view_options_fit (arguments, NULL, atlas, error);

  return view != NULL && ris3_view_result_filter (atlas, view, RIS3_FILTER_ANY_PERIOD, NULL, result, error);
}

static gboolean
reads_all (const Ris3Indicator *indicator)
{
  return indicator != NULL && (indicator->reads_priorities || indicator->get_value == NULL);
}

Ris3Atlas *
ris3_view_options_open_atlas (const Ris3Arguments *arguments, Ris3View *asked)
{
  Ris3Filter *filter = ris3_view_get_filter (asked);

  /* What a saved view asks for is known when the atlas is open. */
  if (ris3_arguments_has (arguments, RIS3_OPTION_SAVED_VIEW) || reads_all (ris3_view_get_indicator (asked))
      || reads_all (ris3_view_get_other_indicator (asked)) || ris3_class_terms_read_priorities (filter)
      || ris3_class_terms_read_regions (filter))
    return ris3_arguments_open_atlas (arguments);
  return ris3_arguments_open_overview (arguments);
}

gboolean
ris3_view_options_open (const Ris3Arguments *arguments, Ris3Atlas **atlas, Ris3View **view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Ris3View) asked = ris3_view_options_get_view (arguments, NULL, &error);
  g_autoptr (Ris3Atlas) opened = NULL;

  if (asked != NULL)
    {
      opened = ris3_view_options_open_atlas (arguments, asked);
      if (opened == NULL)
        return FALSE;
      *view = ris3_view_options_fit (arguments, NULL, opened, &error);
    }
  if (error != NULL)
    {
      ris3_command_fail (error);
      return FALSE;
    }
  *atlas = g_steal_pointer (&opened);
  return TRUE;
}
